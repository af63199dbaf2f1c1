"""How sure the reader is of one attribution: a calibrated probability that source and content are right.

A logistic regression over what the network and the rules say, fitted on training articles that the network never saw
(training/calibrate.py). Its probabilities mean what they say for text like that; docs/benchmarks.md has the table.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FEATURES: Final = (
    "cue",
    "content",
    "source",
    "weakest content word",
    "no source",
    "rule found it",
    "rule's share right",
    "contents agree",
    "sources agree",
    "wholly quoted",
    "rule alone",
    "length",
)
"""Probabilities enter as log-odds, agreements as shares of words, the rest as 0 or 1; length as the logarithm."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the features, in the order of `FEATURES`, with the constant and the least probability put out."""

    weights: tuple[float, ...]
    constant: float
    accept: float

    @classmethod
    def from_json(cls, text: str) -> Calibration:
        """Reads what training/calibrate.py wrote."""
        stored = json.loads(text)
        return cls(tuple(stored["weights"][name] for name in FEATURES), stored["constant"], stored["accept"])

    def probability(self, values: Sequence[float]) -> float:
        """Probability of being right, for feature values in the order of `FEATURES`."""
        total = self.constant + sum(weight * value for weight, value in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(probability: float) -> float:
    """Log-odds, bounded as the network's last decimals mean nothing.

    >>> log_odds(0.5)
    0.0
    """
    bounded = min(max(probability, 0.002), 0.998)
    return math.log(bounded / (1 - bounded))
