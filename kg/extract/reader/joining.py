"""Chooses among the candidates of a string, and adds what stands inside the chosen ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kg.extract.reader.candidates import features
from kg.extract.reader.drafting import drafted
from kg.extract.rules.precision import confidence_of
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.reader.candidates import Candidate
    from kg.extract.reader.confidence import Calibration
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.reading import RuleReading
    from kg.extract.rules.regions import Regions
    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString

ALONE: Final = 0.5
"""What no rule sees needs at least this probability."""
UNSOURCED: Final = 0.7
"""What no rule sees and nobody is named for needs at least this."""
UNLISTED: Final = 0.6
"""An unlisted cue that no quoted words stand beside needs at least this: it may be a mere act."""
WORDLESS: Final = 0.75
"""A statement without a verb or a quoted word ("called an election"), at which no rule finds any, needs this."""
UNSAID: Final = 0.75
"""What no rule sees and nobody asserted (denied, asked, not said) needs at least this."""
SAID: Final = 0.05
"""A rule's statement with a named source is kept from this probability on: rules know cues that the corpus lacks."""
TRUSTED: Final = 0.78
"""So is what any rule finds that is right so often."""


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

    A rule's draft that is not likely enough is kept all the same where the rule is trusted and no other draft has its
    words. turns: what labelled speakers say, which is no candidate's: inside of it, only rules tell what others said.
    """
    spoken = _Cover(piece for turn in turns for piece in (*turn.cue, *turn.content))
    labelled = {id(draft) for draft in rules.labelled}
    drafts: list[tuple[Draft, Draft | None]] = []
    left: list[Draft] = []
    kept: list[Draft] = []
    used: set[int] = set()
    for candidate in found:
        probability = calibration.probability(features(candidate, regions))
        rule = candidate.rule
        if rule is not None:
            used.add(id(rule))
        accepted = probability >= calibration.accept and candidate.cue[0][0] not in spoken
        if accepted:
            number = string.paragraph_at(candidate.cue[0][0])
            trees = rules.trees.get(number, []) if number is not None else []
            draft = drafted(candidate, probability, trees, table, string.shadow.string)
            if rule is not None or probability >= _least(draft, table, trees, regions):
                drafts.append((draft, rule))
        elif rule is not None:
            is_trusted = confidence_of(rule.rule) >= TRUSTED or id(rule) in labelled
            is_said = rule.kind is Kind.STATEMENT and rule.source and probability >= SAID
            (kept if is_trusted or is_said else left).append(replace(rule, confidence=probability))
    left += [draft for draft in (*rules.labelled, *rules.drafts) if id(draft) not in used]
    covered = _Cover(piece for draft in (*turns, *(draft for draft, _ in drafts)) for piece in draft.content)
    # The network learnt outermost attributions only; of inner ones the rules know more (kg.extract.rules.nesting).
    outermost = [rule if rule is not None and _is_inner(draft, covered) else draft for draft, rule in drafts]
    free = [draft for draft in kept if draft.cue[0][0] not in covered and not covered.touches(draft)]
    return [*outermost, *free, *(draft for draft in (*kept, *left) if draft.cue[0][0] in covered)]


def _least(draft: Draft, table: CueTable, trees: Sequence[Tree], regions: Regions) -> float:
    """The probability that a draft of the network alone must have."""
    return max(
        ALONE if draft.source else UNSOURCED,
        UNLISTED if _may_be_act(draft, table) else 0.0,
        WORDLESS if draft.kind is Kind.STATEMENT and not _has_words(draft, trees, regions) else 0.0,
        UNSAID if draft.kind is Kind.NON_ASSERTION else 0.0,
    )


def _may_be_act(draft: Draft, table: CueTable) -> bool:
    head = (draft.lemma or "").partition(" ")[0]
    return draft.kind is Kind.ATTITUDE and head not in table.verbs and head not in table.nouns


def _has_words(draft: Draft, trees: Sequence[Tree], regions: Regions) -> bool:
    """True if a quoted word or a verb stands in the content."""
    if regions.quoted_parts(draft.content):
        return True
    return any(
        tree.is_verb(token)
        for tree in trees
        for start, end in draft.content
        for token in range(bisect_right(tree.end, start), bisect_left(tree.start, end))
    )


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

    def touches(self, draft: Draft) -> bool:
        """True if a content of the draft shares a character with any range."""
        return any(place in self for piece in draft.content for place in (piece[0], piece[1] - 1))

    def __contains__(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._reached[number]
