"""How far a figure may be chance: the articles are drawn again, with replacement."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Final

from kg.evaluation.counts import Cell, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluation.counts import Counts

TAIL: Final = 0.025
"""Share of resamples left out at each end of a 95% interval."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed 95% interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Precision, recall and F1 of one cell, each with what chance in the choice of articles leaves open."""

    precision: Interval
    recall: Interval
    f1: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """F1 of one extractor less that of another on the same articles."""

    f1: float
    interval: Interval
    not_better: float
    """Share of resamples in which the first has no higher F1 than the other."""


class Resamples:
    """Draws of as many articles as there are, with replacement; the same for everything that is measured on them.

    Percentile intervals (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), over documents,
    because attributions of one article are no independent cases. Two extractors are compared on the same draws. Same
    seed, same draws.
    """

    def __init__(self, articles: int, *, times: int, seed: int) -> None:
        """`times`: number of draws, at least 1; 1,000 are usual."""
        chance = random.Random(seed)
        drawn = (Counter(chance.choices(range(articles), k=articles)) for _ in range(times if articles else 0))
        self._weights = [[counted[number] for number in range(articles)] for counted in drawn]

    def rates(self, documents: Sequence[Counts]) -> dict[Cell, Rates]:
        """Intervals of every cell that counts something. `documents`: the counts of each article, in one order."""
        return {cell: _rates(list(self._tallies(documents, cell))) for cell in _cells(documents)}

    def differences(self, documents: Sequence[Counts], others: Sequence[Counts]) -> dict[Cell, Difference]:
        """`documents` less `others`: the counts of the same articles in the same order, by two extractors."""
        compared = {}
        for cell in sorted({*_cells(documents), *_cells(others)}):
            drawn = zip(self._tallies(documents, cell), self._tallies(others, cell), strict=True)
            gains = [one.f1 - other.f1 for one, other in drawn]
            compared[cell] = Difference(
                f1=_total(documents, cell).f1 - _total(others, cell).f1,
                interval=interval(gains),
                not_better=sum(gain <= 0 for gain in gains) / len(gains),
            )
        return compared

    def _tallies(self, documents: Sequence[Counts], cell: Cell) -> Iterator[Tally]:
        """The counts of a cell in each draw."""
        tallies = [counts.get(cell, Tally()) for counts in documents]
        columns = (
            [tally.right_predicted for tally in tallies],
            [tally.predicted for tally in tallies],
            [tally.right_gold for tally in tallies],
            [tally.gold for tally in tallies],
        )
        for weights in self._weights:
            yield Tally(*(sum(map(mul, weights, column)) for column in columns))


def interval(values: Sequence[float]) -> Interval:
    """The 95% interval of resampled values, by their percentiles. Raises: ValueError: there are none."""
    if not values:
        raise ValueError("an interval needs at least one value")
    ordered = sorted(values)
    last = len(ordered) - 1
    return Interval(ordered[int(TAIL * len(ordered))], ordered[min(last, int((1 - TAIL) * len(ordered)))])


def _rates(tallies: Sequence[Tally]) -> Rates:
    return Rates(
        precision=interval([tally.precision for tally in tallies]),
        recall=interval([tally.recall for tally in tallies]),
        f1=interval([tally.f1 for tally in tallies]),
    )


def _cells(documents: Sequence[Counts]) -> list[Cell]:
    return sorted({cell for counts in documents for cell in counts})


def _total(documents: Sequence[Counts], cell: Cell) -> Tally:
    return sum((counts[cell] for counts in documents if cell in counts), Tally())
