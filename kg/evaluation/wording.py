"""What is said about mistakes to people, the same in every form of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.evaluation.mistakes import Cause

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.evaluation.mistakes import Mistake

CAUSES: Final[Mapping[Cause, str]] = {
    Cause.MISSED: "Gold has them; nothing that shares a word of the content was predicted.",
    Cause.SPURIOUS: "Predicted; gold has nothing that shares a word of the content.",
    Cause.SOURCE_WRONG: "The content is right, the source is somebody else, or gold names nobody.",
    Cause.SOURCE_MISSING: "The content is right, but no source was predicted.",
    Cause.CONTENT_BOUNDARY: "The contents share words but begin or end elsewhere; wrong if they share less than half.",
    Cause.SOURCE_BOUNDARY: "Content right; the sources share at least half of their words, but not all.",
    Cause.KIND_WRONG: "Content and source right, but the kind is another one.",
}


def notes(mistake: Mistake) -> str:
    """What there is to know about a mistake beside its passage."""
    return "; ".join(_notes(mistake))


def _notes(mistake: Mistake) -> Iterator[str]:
    gold, predicted = mistake.gold, mistake.predicted
    if gold and predicted and mistake.overlap < 1:
        yield f"contents share {mistake.overlap:.0%}"
    kinds = [side.marked.kind for side in (gold, predicted) if side is not None and side.marked.kind is not None]
    if len(set(kinds)) == 2:
        yield f"{kinds[0].value}, not {kinds[1].value}"
    elif kinds:
        yield kinds[0].value
    if predicted:
        attribution = predicted.marked.attribution
        yield f"rule {attribution.rule}, confidence {attribution.confidence:.2f}"
    if not mistake.counted:
        yield "not counted as wrong"
