"""What the stance network is asked about a statement: which words it is shown, and for which targets.

It reads the statement from source to content, cue included: "Norland condemned the raid" tells it more than "the raid".
It is asked how the holder sees a target, where the content is the speaker's own and no rule has spoken.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.stance import Judged
    from kg.model import About, Attribution, Span, TargetId
    from kg.model.statements import Polarity
    from kg.statements.reading.strings import Reading

_MOST: Final = 700
"""Characters to each side of a target that the network is shown at most; it takes some 95 words of them."""


class StanceNetwork(Protocol):
    """How sentences put the targets that are marked in them; `kg.extract.stance.StanceReader` is one."""

    @property
    def fingerprint(self) -> str:
        """Changes with the weights."""

    def judge(self, sentences: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[Judged]]:
        """One list a sentence, one entry a target, in their order."""


def ask_network(
    network: StanceNetwork, reading: Reading, attribution: Attribution, targets: Iterable[About]
) -> dict[TargetId, dict[Polarity, float]]:
    """Probabilities of each polarity, by target; a target that is named outside of the statement has none."""
    placed = [one for one in targets if one.evidence.string == reading.source.name]
    ranges = {one.target: reading.source.locate(one.evidence) for one in placed}
    answers = ask_about(network, reading, attribution, ranges.values())
    return {target: answers[place] for target, place in ranges.items() if place in answers}


def ask_about(
    network: StanceNetwork, reading: Reading, attribution: Attribution, places: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], dict[Polarity, float]]:
    """Probabilities of each polarity, by shadow range; ranges outside of the statement have none."""
    whole = _extent(reading, attribution)
    asked: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end in places:
        if whole[0] <= start < end <= whole[1]:
            asked[_shown(reading.shadow, whole, (start, end))].append((start, end))
    found: dict[tuple[int, int], dict[Polarity, float]] = {}
    for (first, last), ranges in asked.items():
        # What is shown for several targets is read once for all of them.
        [answers] = network.judge([(reading.shadow[first:last], [(s - first, e - first) for s, e in ranges])])
        for place, judged in zip(ranges, answers, strict=True):
            found[place] = {"negative": judged.negative, "neutral": judged.neutral, "positive": judged.positive}
    return found


def _extent(reading: Reading, attribution: Attribution) -> tuple[int, int]:
    """Shadow range from the first to the last word of the statement."""
    spans: tuple[Span, ...] = (
        *attribution.source,
        *attribution.cue,
        *attribution.target,
        *attribution.addressee,
        *attribution.content,
    )
    places = [reading.source.locate(span) for span in spans if span.string == reading.source.name]
    return min(start for start, _ in places), max(end for _, end in places)


def _shown(shadow: str, whole: tuple[int, int], target: tuple[int, int]) -> tuple[int, int]:
    """The part of a long statement around a target, cut between words."""
    first, last = max(whole[0], target[0] - _MOST), min(whole[1], target[1] + _MOST)
    if first > whole[0]:
        first = min(target[0], shadow.find(" ", first, target[0]) + 1 or target[0])
    if last < whole[1]:
        last = max(target[1], shadow.rfind(" ", target[1], last))
    return first, last
