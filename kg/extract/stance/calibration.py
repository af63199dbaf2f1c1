"""Scores of the network to probabilities that mean what they say."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.stance.inputs import Asked


@dataclass(frozen=True, slots=True)
class Temperature:
    """Divides scores (the surer the network is than right, the larger), after adding a constant to each.

    `constants`, of negative, neutral and positive: what the mix of classes expected in use adds to that of training.
    Fitted on articles that the network never saw (training/stance/calibrate.py).
    """

    temperature: float
    constants: tuple[float, float, float]

    @classmethod
    def from_json(cls, text: str, asked: Asked) -> Temperature:
        """Reads what training/stance/calibrate.py wrote for one question."""
        stored = json.loads(text)[asked]
        negative, neutral, positive = stored["constants"]
        return cls(float(stored["temperature"]), (float(negative), float(neutral), float(positive)))

    def probabilities(self, scores: Sequence[float]) -> tuple[float, float, float]:
        """Of negative, neutral and positive; they add up to one.

        >>> Temperature(1.0, (0.0, 0.0, 0.0)).probabilities((2.0, 2.0, 2.0))[1]
        0.3333333333333333
        """
        warmed = [(score + constant) / self.temperature for score, constant in zip(scores, self.constants, strict=True)]
        highest = max(warmed)
        raised = [math.exp(one - highest) for one in warmed]
        total = sum(raised)
        negative, neutral, positive = (one / total for one in raised)
        return negative, neutral, positive
