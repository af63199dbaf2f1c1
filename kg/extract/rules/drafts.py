"""Attributions in the making: ranges of the shadow, before they become spans of the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Kind, Why

if TYPE_CHECKING:
    from kg.extract.rules.tree import Tree

Range = tuple[int, int]
"""Half-open range of the shadow."""
EDGE = " \t\r\n\u00a0\"',;:.–—-…"
"""Characters that do not begin or end a piece of content. Question and exclamation marks belong to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One attribution in shadow offsets. Fields as in `kg.model.Attribution`; `place` is where its cue starts."""

    place: int
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source: tuple[Range, ...] = ()
    kind: Kind = Kind.STATEMENT
    why: Why | None = None
    lemma: str | None = None
    addressee: tuple[Range, ...] = ()
    target: tuple[Range, ...] = ()
    when: tuple[Range, ...] = ()
    medium: Range | None = None
    outer: int | None = None
    rule: str
    confidence: float | None = None
    """None: that of the rule (`kg.extract.rules.precision`)."""
    is_verbatim: bool = False
    """True for a turn in a record: the words are the speaker's own, without quotation marks."""
    is_told: bool = False
    """True for a cue inside a quotation: the words are those of who quotes it."""
    nests: bool = False
    """True where the words tell of another's act or mind, so that the draft is kept inside another one's content."""
    is_speech: bool = False
    """True where quotations that follow without a cue go on with it."""

    def adding(self, *pieces: Range) -> Draft:
        """The same with more content."""
        return replace(self, content=tuple(sorted({*self.content, *pieces})))

    @property
    def reach(self) -> Range:
        """From the first to the last character of the content."""
        return self.content[0][0], max(end for _, end in self.content)


def characters(tree: Tree, tokens: Range) -> Range:
    """The shadow range of a token range."""
    return tree.start[tokens[0]], tree.end[tokens[1] - 1]


def trimmed(shadow: str, piece: Range) -> Range | None:
    """A piece without blanks, outer quotation marks and punctuation at its edges; None if nothing is left."""
    start, end = piece
    while start < end and shadow[start] in EDGE and not _keeps_apostrophe(shadow, start):
        start += 1
    while end > start and shadow[end - 1] in EDGE:
        end -= 1
    return _balanced(shadow, start, end) if start < end else None


def unmarked(shadow: str, piece: Range) -> Range:
    """A phrase without the quotation marks, commas and blanks that the parser hung on its edges."""
    start, end = piece
    while end - start > 1 and shadow[start] in ' ",;:\r\n\t':
        start += 1
    while end - start > 1 and (
        shadow[end - 1] in " ,;:\r\n\t" or (shadow[end - 1] == '"' and shadow.count('"', start, end) % 2)
    ):
        end -= 1
    return start, end


def _balanced(shadow: str, start: int, end: int) -> Range:
    """Takes back one mark where its partner stands inside the piece ("a word of it", but talks go on)."""
    if shadow.count('"', start, end) % 2:
        if start and shadow[start - 1] == '"':
            return start - 1, end
        closing = end + (shadow[end : end + 1] in (",", "."))
        if shadow[closing : closing + 1] == '"':
            return start, closing + 1
    return start, end


def _keeps_apostrophe(shadow: str, place: int) -> bool:
    return shadow[place] == "'" and shadow[place + 1 : place + 2].isdigit()


def tidied(shadow: str, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Pieces trimmed, sorted, and joined where they touch or only blanks and marks lie between them."""
    kept = sorted(piece for raw in pieces if (piece := trimmed(shadow, raw)) is not None)
    joined: list[Range] = []
    for piece in kept:
        between = shadow[joined[-1][1] : piece[0]] if joined else ""
        if joined and (piece[0] <= joined[-1][1] or (not between.strip(EDGE) and ":" not in between)):
            joined[-1] = joined[-1][0], max(joined[-1][1], piece[1])
        else:
            joined.append(piece)
    return tuple(joined)
