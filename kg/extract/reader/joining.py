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
    turns: Sequence[Draft] = (),
) -> list[Draft]:
    """Drafts of the candidates that are likely enough, then those of rules inside their contents.

    turns: what labelled speakers say, which is no candidate's: inside of it, only rules tell what others said.
    """
    shadow = string.shadow.string
    spoken = _Cover(piece for turn in turns for piece in (*turn.cue, *turn.content))
    drafts: list[tuple[Draft, Draft | None]] = []
    left: list[Draft] = []
    used: set[int] = set()
    for candidate in found:
        probability = calibration.probability(features(candidate, regions))
        rule = candidate.rule
        if rule is not None:
            used.add(id(rule))
        if probability < calibration.accept or candidate.cue[0][0] in spoken:
            if rule is not None:
                left.append(rule)
            continue
        number = string.paragraph_at(candidate.cue[0][0])
        trees = rules.trees.get(number, []) if number is not None else []
        draft = drafted(candidate, probability, trees, table, shadow)
        if probability >= UNLISTED or not _may_be_act(draft, table):
            drafts.append((draft, rule))
    left += [draft for draft in (*rules.labelled, *rules.drafts) if id(draft) not in used]
    covered = _Cover(piece for draft in (*turns, *(draft for draft, _ in drafts)) for piece in draft.content)
    # The network learnt outermost attributions only; of inner ones the rules know more (kg.extract.rules.nesting).
    outermost = [rule if rule is not None and _is_inner(draft, covered) else draft for draft, rule in drafts]
    return [*outermost, *(draft for draft in left if draft.cue[0][0] in covered)]


def _may_be_act(draft: Draft, table: CueTable) -> bool:
    head = (draft.lemma or "").partition(" ")[0]
    return draft.kind is Kind.ATTITUDE and head not in table.verbs and head not in table.nouns


def _is_inner(draft: Draft, covered: _Cover) -> bool:
    """True if the cue stands inside another's content."""
    place = draft.cue[0][0]
    return place in covered and not any(start <= place < end for start, end in draft.content)


class _Cover:
    """Ranges, asked whether a place lies in any of them."""

    def __init__(self, pieces: Iterable[Range]) -> None:
        ordered = sorted(pieces)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._reached[number]
