"""What is counted: measures, slices of the attributions, and the counts of one cell with their rates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.evaluation.cues import CueClass
from kg.model import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.evaluation.marked import Marked


class Measure(StrEnum):
    """When a pair of a gold and a predicted attribution is right; each pairs off one to one.

    "Overlap" is a Jaccard index of the two word sets of at least one half. The `source_` measures look at the pairs
    of `CONTENT_OVERLAP` only: precision over those with a predicted source, recall over those with a gold source.
    Source: `score_attributions.py`, the scorer of docs/benchmarks.md.
    """

    CONTENT_OVERLAP = "content_overlap"
    CONTENT_EXACT = "content_exact"
    """The contents have the same words."""
    CONTENT_EXACT_STRICT = "content_exact_strict"
    """The contents have the same characters, blanks aside."""
    CONTENT_TOKEN = "content_token"
    """Words, not attributions: inside any content, without pairing."""
    SOURCE_TOKEN = "source_token"
    """Words of the sources."""
    SOURCE_PARTIAL = "source_partial"
    """The sources overlap."""
    SOURCE_HEAD = "source_head"
    """The head word of each source lies in the other."""
    TRIPLE_PARTIAL = "triple_partial"
    """Contents overlap, and sources do, or neither names one: the figure to compare extractors by."""
    TRIPLE_HEAD = "triple_head"
    """Contents overlap, and the heads of the sources agree, or neither names one."""
    TRIPLE_EXACT = "triple_exact"
    """Contents and sources have the same words."""


class Slice(StrEnum):
    """A part of the attributions. Recall looks at gold ones of the slice, precision at predicted ones."""

    ALL = "all"
    REPORTED = "reported"
    """Cue classes speech and according together: what a graph of statements lives on."""
    SPEECH = CueClass.SPEECH.value
    ACCORDING = CueClass.ACCORDING.value
    MARK = CueClass.MARK.value
    OTHER = CueClass.OTHER.value
    DIRECT = Mode.DIRECT.value
    MIXED = Mode.MIXED.value
    INDIRECT = Mode.INDIRECT.value


_REPORTED: Final = frozenset({CueClass.SPEECH, CueClass.ACCORDING})


def slices_of(marked: Marked) -> frozenset[Slice]:
    """The slices in which an attribution is counted."""
    own = {Slice.ALL, Slice(marked.mode.value), Slice(marked.cue_class.value)}
    return frozenset(own | {Slice.REPORTED} if marked.cue_class in _REPORTED else own)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure in one slice.

    A right pair whose two sides lie in different slices counts for the precision of one and the recall of the other,
    so there are two counts of right ones.
    """

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right_predicted + other.right_predicted,
            self.predicted + other.predicted,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 where nothing was predicted."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 where gold has none."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Cell = tuple[Measure, Slice]
Counts = dict[Cell, Tally]
"""Cells that are missing count nothing."""


def total(documents: Iterable[Mapping[Cell, Tally]]) -> Counts:
    """The counts of several documents together, so every attribution weighs the same whatever its article."""
    summed: Counts = defaultdict(Tally)
    for counts in documents:
        for cell, tally in counts.items():
            summed[cell] += tally
    return dict(summed)
