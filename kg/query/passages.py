"""The passage around the evidence of a statement, cut from the article, with every marked place kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article, Span

Role = Literal["", "source", "cue", "content", "quote"]
"""What a piece of the passage shows; the empty string is the text around."""

_MARGIN: Final = 240
"""Code points shown before and after the evidence, at most; a paragraph ends the passage sooner."""
_PRECEDENCE: Final[tuple[Role, ...]] = ("cue", "source", "quote", "content")
"""Where marks overlap (a source inside a content), the earlier one of these is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some of an article's text, in pieces; joined, they read as the article does."""

    string: Literal["text", "title"]
    start: int
    """Code point where the passage begins in that string."""
    pieces: tuple[tuple[str, Role], ...]
    cut_before: bool
    """True where the article has more words before."""
    cut_after: bool

    def __str__(self) -> str:
        """The words with the evidence marked: «content», [source], _cue_."""
        marks = {"": "{}", "source": "[{}]", "cue": "_{}_", "content": "«{}»", "quote": "«{}»"}
        words = "".join(marks[role].format(piece) for piece, role in self.pieces)
        return f"{'… ' if self.cut_before else ''}{words.strip()}{' …' if self.cut_after else ''}"


def cut_passage(article: Article, marks: Iterable[tuple[Span, Role]]) -> Passage | None:
    """The passage that holds all marks of one string; None where there is no mark.

    It reaches from the first mark to the last, and on both sides to the end of the paragraph or at most `_MARGIN`
    code points, then to a blank. Marks in the other string (a title's, where the content is in the text) are left out.
    """
    placed = sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end, _PRECEDENCE.index(mark[1])))
    if not placed:
        return None
    strings = [span.string for span, role in placed if role == "content"] or [placed[0][0].string]
    placed = [(span, role) for span, role in placed if span.string == strings[0]]
    whole = article.text if strings[0] == "text" else article.title
    first, last = min(span.start for span, _ in placed), max(span.end for span, _ in placed)
    start, end = _start_before(whole, first), _end_after(whole, last)
    return Passage(
        string=strings[0],
        start=start,
        pieces=tuple(_pieces(whole, start, end, placed)),
        cut_before=bool(whole[:start].strip()),
        cut_after=bool(whole[end:].strip()),
    )


def _start_before(whole: str, first: int) -> int:
    paragraph = whole.rfind("\n", 0, first) + 1
    if first - paragraph <= _MARGIN:
        return paragraph
    blank = whole.find(" ", first - _MARGIN, first)
    return first if blank < 0 else blank + 1


def _end_after(whole: str, last: int) -> int:
    paragraph = whole.find("\n", last)
    paragraph = len(whole) if paragraph < 0 else paragraph
    if paragraph - last <= _MARGIN:
        return paragraph
    blank = whole.rfind(" ", last, last + _MARGIN)
    return last if blank < 0 else blank


def _pieces(whole: str, start: int, end: int, marks: list[tuple[Span, Role]]) -> list[tuple[str, Role]]:
    edges = {start, end, *(edge for span, _ in marks for edge in (span.start, span.end))}
    places = sorted(edges)
    pieces: list[tuple[str, Role]] = []
    for left, right in pairwise(places):
        roles = {role for span, role in marks if span.start <= left and right <= span.end}
        role: Role = next((role for role in _PRECEDENCE if role in roles), "")
        if pieces and pieces[-1][1] == role:
            pieces[-1] = (pieces[-1][0] + whole[left:right], role)
        else:
            pieces.append((whole[left:right], role))
    return pieces
