"""The outermost quotations of a string, found by place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.rules.drafts import Range
    from kg.text import Quotation


_MARK_AND_LETTERS = 3
"""Characters of a quotation that a piece has to share with it to have its beginning."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Outermost quotations in text order; they never overlap. `starts` runs parallel."""

    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> Iterator[Quotation]:
        """Those that share a character with [start, end)."""
        for number in range(max(0, bisect_right(self.starts, start) - 1), len(self.starts)):
            quotation = self.quotations[number]
            if quotation.start >= end:
                return
            if quotation.end > start:
                yield quotation

    def grown(self, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
        """The pieces; one that covers much of a quotation, or its beginning, grows to all of it."""
        return tuple(self._grown(piece) for piece in pieces)

    def _grown(self, piece: Range) -> Range:
        start, end = piece
        for quotation in self.between(*piece):
            shared = min(end, quotation.end) - max(start, quotation.start)
            opens = start <= quotation.inner_start and shared > _MARK_AND_LETTERS
            if quotation.closed and (opens or shared * 5 >= 2 * (quotation.end - quotation.start)):
                start, end = min(start, quotation.inner_start), max(end, quotation.inner_end)
        return start, end

    def quoted_parts(self, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
        """The parts of the pieces that stand inside quotation marks."""
        parts = [
            (max(start, quotation.inner_start), min(end, quotation.inner_end))
            for start, end in pieces
            for quotation in self.between(start, end)
        ]
        return tuple(part for part in parts if part[0] < part[1])


def outer_regions(quotations: Sequence[Quotation]) -> Regions:
    """The outermost ones of a string's quotations."""
    outer = tuple(quotation for quotation in quotations if quotation.depth == 0)
    return Regions(outer, tuple(quotation.start for quotation in outer))
