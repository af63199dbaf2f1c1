"""Which sentences of a content of several are on no condition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.statements.conditions import condition_of
from kg.statements.stance.sentences import sentences

if TYPE_CHECKING:
    from kg.model import Attribution, Span
    from kg.statements.reading.strings import Reading


def unconditional(reading: Reading, attribution: Attribution) -> tuple[Span, ...]:
    """The sentences of a content that have no condition in them; () where there is only one, or none is left."""
    pieces = list(sentences(reading, attribution))
    if len({number for number, _ in pieces}) < 2:
        return ()
    bound = {
        number
        for number, span in pieces
        if condition_of(reading, replace(attribution, content=(span,), quotes=())) is not None
    }
    return tuple(span for number, span in pieces if number not in bound)
