"""Chooses among the candidates of a string, and adds what stands inside the chosen ones."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kg.extract.reader.candidates import features
from kg.extract.reader.drafting import drafted
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.reader.candidates import Candidate
    from kg.extract.reader.confidence import Calibration
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.reading import RuleReading
    from kg.extract.rules.regions import Regions
    from kg.text import AnnotatedString

UNLISTED: Final = 0.6
"""An unlisted cue that nobody's words stand beside needs at least this probability: it may be a mere act."""


def chosen(
    found: Iterable[Candidate],
    rules: RuleReading,
    string: AnnotatedString,
    regions: Regions,
    table: CueTable,
    calibration: Calibration,
) -> list[Draft]:
    """Drafts of the candidates that are likely enough, then those of rules inside their contents."""
    shadow = string.shadow.string
    drafts: list[Draft] = []
    left: list[Draft] = []
    used: set[int] = set()
    for candidate in found:
        probability = calibration.probability(features(candidate, regions))
        rule = candidate.rule
        if rule is not None:
            used.add(id(rule))
        if probability < calibration.accept:
            if rule is not None:
                left.append(rule)
            continue
        number = string.paragraph_at(candidate.cue[0][0])
        trees = rules.trees.get(number, []) if number is not None else []
        draft = drafted(candidate, probability, trees, table, shadow)
        if probability >= UNLISTED or not _may_be_act(draft):
            drafts.append(draft)
    left += [draft for draft in (*rules.labelled, *rules.drafts) if id(draft) not in used]
    covered = sorted(piece for draft in drafts for piece in draft.content)
    starts, reached = [start for start, _ in covered], _reached(covered)
    return [*drafts, *(draft for draft in left if _lies_in(draft.cue[0][0], starts, reached))]


def _may_be_act(draft: Draft) -> bool:
    return draft.kind is Kind.ATTITUDE and draft.lemma is None


def _reached(pieces: Sequence[Range]) -> list[int]:
    """For sorted pieces, how far the text is covered up to each."""
    return list(accumulate((end for _, end in pieces), max))


def _lies_in(place: int, starts: Sequence[int], reached: Sequence[int]) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and place < reached[number]
