"""From which probability on the stance network is believed; `docs/design/stance.md` has what other bars give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.model.statements import Polarity

BARS: Final[dict[Polarity, float]] = {"negative": 0.3, "positive": 0.4}
"""Probability from which the network's polarity is taken, if it is likelier than the opposite one. Chosen on the gold
sets of stance (benchmarks/gold/stance), which are a development set for that; figures hardly move from .2 to .4."""
SURE: Final[dict[Polarity, float]] = {"negative": 0.4, "positive": 0.5}
"""The bar where something speaks against the answer: the content is on a condition, rejected or only asked for, or
praise stands near a word that may turn it round."""
OVERLOOKED: Final[dict[Polarity, float]] = {"negative": 0.5, "positive": 0.65}
"""Probability from which a noun is taken for judged. Chosen on the gold sets of stance, as the others are, and
on annotated statements held out of training: figures hardly move from .4 to .6."""


def told() -> str:
    """All bars in words, for the run that they belong to: with other bars, other stances."""
    bars = {"": BARS, "sure ": SURE, "overlooked ": OVERLOOKED}
    return " ".join(f"{of}{polarity} {bar}" for of, some in bars.items() for polarity, bar in sorted(some.items()))
