"""Does confidence mean what it says: is, of the attributions with confidence .8, about .8 right?"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Predictions whose confidence lies above `low` and up to `high` (the first bin holds 0 as well)."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean confidence; 0 in an empty bin."""
    right: float
    """Share that is right; 0 in an empty bin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """The reliability table and its one figure."""

    bins: tuple[Bin, ...]
    error: float
    """Expected calibration error, 0 to 1: mean, over predictions, of |share right - mean confidence| in their bin."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One prediction: how sure the extractor was, and whether it was right."""

    confidence: float
    right: bool


def reliability(judged: Sequence[Judged], *, bins: int = BINS) -> Reliability:
    """The table over bins of equal width.

    Source: Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015,
    with the equal-width bins of Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, ICML 2017,
    section 2.

    >>> reliability([Judged(0.9, True), Judged(0.9, False)]).error
    0.4
    """
    held: list[list[Judged]] = [[] for _ in range(bins)]
    for one in judged:
        # Rounded first: 0.3 * 10 is 3.0000000000000004, and would fall in the bin above.
        held[max(0, ceil(round(one.confidence * bins, 9)) - 1)].append(one)
    table = tuple(_bin(number / bins, (number + 1) / bins, inside) for number, inside in enumerate(held))
    gaps = sum(one.count * abs(one.right - one.confidence) for one in table)
    return Reliability(bins=table, error=round(gaps / len(judged), 12) if judged else 0.0)


def _bin(low: float, high: float, inside: Sequence[Judged]) -> Bin:
    count = len(inside)
    return Bin(
        low=low,
        high=high,
        count=count,
        confidence=sum(one.confidence for one in inside) / count if count else 0.0,
        right=sum(one.right for one in inside) / count if count else 0.0,
    )
