"""Which sentences of a content of several are on no condition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.statements.conditions import condition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution, Span
    from kg.statements.reading.strings import Reading


def unconditional(reading: Reading, attribution: Attribution) -> tuple[Span, ...]:
    """The sentences of a content that have no condition in them; () where there is only one, or none is left."""
    pieces = list(_sentences(reading, attribution))
    if len({number for number, _ in pieces}) < 2:
        return ()
    bound = {
        number
        for number, span in pieces
        if condition_of(reading, replace(attribution, content=(span,), quotes=())) is not None
    }
    return tuple(span for number, span in pieces if number not in bound)


def _sentences(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, Span]]:
    """The pieces of a content cut at the ends of sentences, each with the number of its sentence."""
    sentences = reading.source.sentences
    for span in attribution.content:
        start, end = reading.source.locate(span)
        number = reading.source.sentence_at(start)
        if number is None:
            yield -1, span
            continue
        while number < len(sentences) and sentences[number][0] < end:
            first, last = max(start, sentences[number][0]), min(end, sentences[number][1])
            if first < last:
                yield number, reading.span(first, last)
            number += 1
