"""The stance of sentences to their targets, with probabilities.

>>> from kg.extract.stance import StanceReader
>>> sentence = "Norland accused Valdoria of breaking the treaty."
>>> [[judged]] = StanceReader().judge([(sentence, [(16, 24)])])
>>> judged.polarity
'negative'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from kg.extract.stance.inputs import Asked, cut_stance_windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from kg.extract.stance.network import OnnxStance

Polarity = Literal["negative", "neutral", "positive"]
POLARITIES: Final[tuple[Polarity, ...]] = ("negative", "neutral", "positive")
_DECIMALS: Final = 4
"""Probabilities are rounded: further decimals differ between processors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Probabilities of what a sentence is to one target; they add up to one but for rounding to four decimals."""

    negative: float
    neutral: float
    positive: float

    @property
    def polarity(self) -> Polarity:
        """The likeliest; of equal ones neutral, then negative."""
        return max(("neutral", "negative", "positive"), key=self.probability)

    def probability(self, polarity: Polarity) -> float:
        """Probability of one polarity."""
        return {"negative": self.negative, "neutral": self.neutral, "positive": self.positive}[polarity]


class StanceReader:
    """The stance network with the weights that ship; they are loaded when they are first needed.

    It is asked one of two questions. "sentence": how a sentence slants a target for who reads it, by its words and by
    what it says happened, whoever is speaking in it. "holder": how the holder of a statement evaluates a target; the
    sentence then is the statement, from the first to the last word of source, cue and content.
    """

    def __init__(self, weights: Traversable | None = None, *, asked: Asked = "sentence") -> None:
        """`weights`: a folder that training.stance.export wrote; None: the one that ships."""
        self._weights = weights
        self.asked = asked

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change with the weights."""
        return self._network.fingerprint

    def judge(self, sentences: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[Judged]]:
        """What each sentence is to each of its targets: one list a sentence, one entry a target, in their order.

        Spans are half-open offsets (code points) in the sentence; a word that a span cuts counts whole. A sentence is
        read once for all its targets; of one longer than some 95 words, what stands around the target is read.
        An answer depends on its own sentence and target alone, never on what else is asked or was asked before.

        Raises: TargetOutside: a span lies outside of its sentence or holds no word of it. ResourceMissing: the weights
        are not those that shipped.
        """
        return [self._judge(sentence, spans) for sentence, spans in sentences]

    def _judge(self, sentence: str, spans: Sequence[tuple[int, int]]) -> list[Judged]:
        if not spans:
            return []
        found: dict[int, Judged] = {}
        for window in cut_stance_windows(sentence, spans, self._network.pieces):
            for number, scores in zip(window.numbers, self._network.scores(window), strict=True):
                probabilities = self._network.calibration.probabilities(scores)
                negative, neutral, positive = (round(one, _DECIMALS) for one in probabilities)
                found[number] = Judged(negative=negative, neutral=neutral, positive=positive)
        return [found[number] for number in range(len(spans))]

    @cached_property
    def _network(self) -> OnnxStance:
        # Here, not above: whoever imports this module need not load numpy and onnxruntime.
        from kg.extract.stance.network import OnnxStance

        return OnnxStance(self._weights or files("kg").joinpath("extract", "stance", "weights"), self.asked)
