"""The four kinds of attribution, gold against predicted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluation.pairing import candidate_pairs, pair_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.evaluation.marked import Marked
    from kg.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often which kind was taken for which, among attributions whose contents overlap.

    Attributions of an unknown kind are left out, on either side.
    """

    matched: Mapping[tuple[Kind, Kind], int]
    """(gold kind, predicted kind) -> count; pairs that are missing never occurred."""
    missed: Mapping[Kind, int]
    """Gold attributions whose content was not found, by their kind."""
    spurious: Mapping[Kind, int]
    """Predicted ones whose content answers none of gold, by their kind."""

    @property
    def accuracy(self) -> float:
        """Share of the matched contents with the right kind; 0 where none matched."""
        matched = sum(self.matched.values())
        right = sum(count for (gold, predicted), count in self.matched.items() if gold is predicted)
        return right / matched if matched else 0.0


def confusion(articles: Iterable[tuple[Sequence[Marked], Sequence[Marked]]]) -> Confusion | None:
    """The table over all articles, each given as its gold and its predicted attributions.

    None where gold or the predictions tell no kinds.
    """
    matched: Counter[tuple[Kind, Kind]] = Counter()
    missed: Counter[Kind] = Counter()
    spurious: Counter[Kind] = Counter()
    gold_kinds = predicted_kinds = False
    for gold, predicted in articles:
        pairs = pair_off(candidate_pairs(gold, predicted), lambda pair: pair.contents_overlap)
        answered = {pair.gold for pair in pairs} | {pair.predicted for pair in pairs}
        for pair in pairs:
            if pair.gold.kind is not None and pair.predicted.kind is not None:
                matched[pair.gold.kind, pair.predicted.kind] += 1
        missed.update(one.kind for one in gold if one.kind is not None and one not in answered)
        spurious.update(one.kind for one in predicted if one.kind is not None and one not in answered)
        gold_kinds = gold_kinds or any(one.kind is not None for one in gold)
        predicted_kinds = predicted_kinds or any(one.kind is not None for one in predicted)
    if not (gold_kinds and predicted_kinds):
        return None
    return Confusion(matched=dict(matched), missed=dict(missed), spurious=dict(spurious))
