"""Attributions of one wording of an article carried over to another: only what stands there unchanged, in one place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from kg.extract.annotations.records import spans_of
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.model import Article, Attribution
    from kg.model.spans import StringName

_WORD = re.compile(r"\S+")


def moved(attributions: Sequence[Attribution], annotated: Article, article: Article) -> tuple[Attribution | None, ...]:
    """Each attribution with its spans in the article's strings, None where its words are not there in one place.

    Where one text holds the other as a whole, once, all spans shift alike (a loader has cut the title and the place
    line off, say), and what lies in the part that was cut is looked for in the title. Else each attribution is looked
    for by its own passage, from its first to its last character. Blanks and line ends may differ.
    """
    shift = _shift(annotated.text, article.text)
    return tuple(_carried(attribution, annotated, article, shift) for attribution in attributions)


def _shift(annotated: str, text: str) -> int | None:
    """How far an offset moves from the annotated text to the article's, None where neither holds the other once."""
    if annotated.count(text) == 1:
        return -annotated.index(text)
    return text.index(annotated) if text.count(annotated) == 1 else None


def _carried(attribution: Attribution, annotated: Article, article: Article, shift: int | None) -> Attribution | None:
    spans = list(spans_of(attribution))
    if any(span.string == "title" for span in spans):
        return attribution if annotated.title == article.title else None
    if shift is None:
        return _found_again(attribution, annotated.text, article.text, "text") or _found_again(
            attribution, annotated.text, article.title, "title"
        )
    if all(span.start + shift >= 0 and span.end + shift <= len(article.text) for span in spans):
        return _mapped(attribution, lambda span: Span(span.start + shift, span.end + shift))
    return _found_again(attribution, annotated.text, article.title, "title")


def _found_again(attribution: Attribution, annotated: str, string: str, name: StringName) -> Attribution | None:
    spans = list(spans_of(attribution))
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    words = [(match.start(), match.group()) for match in _WORD.finditer(annotated, first, last)]
    pattern = re.compile(r"\s+".join(re.escape(word) for _, word in words))
    places = list(islice(_places(pattern, string), 2))
    if not words or len(places) != 1:
        return None
    # The passage may begin or end inside a word, so its words there are counted within its own bounds.
    found = [match.start() for match in _WORD.finditer(string, *places[0])]
    carry = _Carry(tuple(start for start, _ in words), tuple(start + len(word) for start, word in words), tuple(found))
    return _mapped(attribution, lambda span: Span(*carry.range(span.start, span.end), name))


def _places(pattern: re.Pattern[str], string: str) -> Iterator[tuple[int, int]]:
    """Where a passage stands, occurrences that overlap included."""
    start = 0
    while (match := pattern.search(string, start)) is not None:
        yield match.span()
        start = match.start() + 1


@dataclass(frozen=True, slots=True)
class _Carry:
    """The words of a passage: where each starts and ends in one text, and where it starts in the other."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    others: tuple[int, ...]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The same characters in the other text; blanks at the edges are left out."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end) - 1
        return (
            self.others[first] + max(0, start - self.starts[first]),
            self.others[last] + min(end, self.ends[last]) - self.starts[last],
        )


def _mapped(attribution: Attribution, move: Callable[[Span], Span]) -> Attribution:
    def each(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(move, spans))

    return replace(
        attribution,
        source=each(attribution.source),
        cue=each(attribution.cue),
        content=each(attribution.content),
        quotes=each(attribution.quotes),
        addressee=each(attribution.addressee),
        target=each(attribution.target),
        when=each(attribution.when),
        medium=None if attribution.medium is None else move(attribution.medium),
    )
