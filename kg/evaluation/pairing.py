"""Which predicted attribution answers which gold one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.evaluation.marked import Marked
    from kg.evaluation.words import WordSet

FLOOR: Final = 0.5
"""Two word sets agree in part from this Jaccard index on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted attribution that share a word of content, with how much they share (Jaccard, 0 to 1)."""

    gold: Marked
    predicted: Marked
    content: float
    source: float
    """1 where neither has a source."""

    @property
    def contents_overlap(self) -> bool:
        """True if the contents agree in part."""
        return self.content >= FLOOR

    @property
    def contents_equal(self) -> bool:
        """True if the contents have the same words."""
        return self.gold.content == self.predicted.content

    @property
    def sources_overlap(self) -> bool:
        """True if the sources agree in part, or neither names one."""
        return self.source >= FLOOR

    @property
    def heads_agree(self) -> bool:
        """True if the head word of each source lies in the other source."""
        return self.gold.head in self.predicted.source and self.predicted.head in self.gold.source

    @property
    def without_sources(self) -> bool:
        """True if neither names a source."""
        return not self.gold.source and not self.predicted.source


def jaccard(one: WordSet, other: WordSet) -> float:
    """Shared part of two word sets: size of the intersection by size of the union; 1 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 1.0


def candidate_pairs(gold: Sequence[Marked], predicted: Sequence[Marked]) -> list[Pair]:
    """All pairs that share a word of content, the best first.

    Order: content, then source by falling Jaccard index, then the order of gold, then that of the predictions.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(predicted):
        for word in one.content:
            holders[word].append(number)
    pairs = []
    for one in gold:
        for number in sorted({number for word in one.content for number in holders.get(word, ())}):
            other = predicted[number]
            pairs.append(Pair(one, other, jaccard(one.content, other.content), jaccard(one.source, other.source)))
    return sorted(pairs, key=lambda pair: (-pair.content, -pair.source))


def pair_off(candidates: Sequence[Pair], right: Callable[[Pair], bool]) -> list[Pair]:
    """One to one: the best candidate of which `right` is true, then the best of those whose two sides are still free.

    Greedy, so deterministic. `candidates` come as `candidate_pairs` gives them.
    """
    taken: set[Marked] = set()
    pairs = []
    for pair in candidates:
        if pair.gold not in taken and pair.predicted not in taken and right(pair):
            taken.update((pair.gold, pair.predicted))
            pairs.append(pair)
    return pairs
