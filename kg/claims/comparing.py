"""How two claims go together, as far as words and nearness of meaning show it: a proposal, never a fact.

Nearness (the product of two sentence vectors) says whether two claims speak of one thing in nearly one way; it cannot
tell "will leave" from "will not leave", and takes two deeds of one actor for nearly the same. So the words that one
claim has and the other has not are measured by themselves, and what parts them is looked for in the words: an odd
number of denials and opposites, numbers of one unit, days, names. What speaks for each proposal stands in its reasons.
Without vectors the share of common words takes their place, and less is proposed.

The thresholds were set on pairs of our own (tests/claims/pairs.csv) and on the gold pairs after their first run, not
learnt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.claims.opposites import opposed
from kg.statements.propositions.claim_numbers import days_differ, numbers_differ
from kg.statements.propositions.claim_words import ClaimWords, claim_words
from kg.statements.propositions.stems import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Nearness = Callable[[str, str], float]

COPY: Final = 0.93
"""Nearness of what is printed twice, with a word changed; other claims of several sentences, or that begin with "they",
are not compared."""
SURE: Final = 0.86
"""Nearness of a paraphrase, whatever the words."""
ALIKE: Final = 0.69
"""Least nearness of a paraphrase whose differing words are near each other, or which shares a number."""
NEAR: Final = 0.70
"""Least nearness of a contradiction."""
NEARER: Final = 0.75
"""Least nearness where numbers, days or names are what differs."""
TOUCHING: Final = 0.55
"""Least nearness of a support."""
REST: Final = 0.42
"""Least nearness of the words that each claim has for itself, where both have some: "mended", "repaired"."""
SLOPE: Final = 1.3
"""By how much less of it is enough, for each point of nearness above `ALIKE`, down to `LEAST_REST`."""
LEAST_REST: Final = 0.28
LENGTHS: Final = 0.4
"""Share of the longer claim's content words that the shorter one has at least, to contradict it: else the
denial may belong to the rest."""
_STRONG: Final = 0.80
_HALF: Final = 0.5
"""Share of the content words of the shorter claim."""
_STEM: Final = 4
"""Letters that two forms of a name share: "Kestria", "Kestrian"."""

_UNIQUE: Final = word_set("""
    first responsibl caus behind blam shoot kill sink blow destroy fire meet hold plac crash begin start sign
    murder assassinat sabotag launch attack provok leak win
""")
"""Stems of what happens once or is one's alone: another agent, place or day of it is another account."""
_EVIDENCE: Final = word_set("""
    inspector satellit imag photograph footag radar measur sampl witness observer monitor laboratory analysi autopsy
    invoic testify intercept
""")
"""Stems of what one goes by when one gives a reason to believe something."""
_INTENT: Final = word_set(
    "offer plan promis threaten want propos consider intend hop aim seek demand urg recommend suggest invit"
)
"""Stems of what makes a deed a mere intention: an offer to repair is no repair."""


class Relation(StrEnum):
    """How two claims go together; the value is its concept in voc/link."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimText:
    """A claim as it is compared. `stances`: target -> "positive" or "negative", of those who put it forward."""

    text: str
    targets: frozenset[str] = frozenset()
    stances: Mapping[str, str] | None = None

    @property
    def words(self) -> ClaimWords:
        """The words of its text."""
        return claim_words(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A proposal. `backwards`: in `supports`, the first claim supports the second (usual: the second the first)."""

    relation: Relation
    score: float
    """0 to 1: how near the claims are, with what speaks for the relation; not a probability."""
    reasons: tuple[str, ...]
    backwards: bool = False


class _Meeting:
    """Two claims side by side."""

    def __init__(self, one: ClaimWords, other: ClaimWords, near: float, measure: Nearness | None) -> None:
        self.one, self.other, self.near = one, other, near
        self._measure = measure
        shared = one.stems & other.stems
        self.left = frozenset(stem for stem in one.stems - shared if not _known_name(stem, one, other))
        self.right = frozenset(stem for stem in other.stems - shared if not _known_name(stem, other, one))
        self.shared = shared
        self.opposites = opposed(self.left, self.right)

    @property
    def cover(self) -> float:
        """Share of the shorter claim's content words that the other has."""
        return len(self.shared) / (min(len(self.one.stems), len(self.other.stems)) or 1)

    @property
    def other_names(self) -> bool:
        """True where each names somebody or some place that the other does not."""
        return bool(self.left & self.one.names and self.right & self.other.names)

    @property
    def flips(self) -> bool:
        """True where an odd number of denials and opposites stands between the two."""
        return (self.one.is_negated != self.other.is_negated) != bool(self.opposites)

    def rest(self) -> float:
        """How near the words are that each has for itself, opposites left out; 1 where one of them has none."""
        spent = {stem for pair in self.opposites for stem in pair}
        left, right = self.left - spent, self.right - spent
        if not left or not right:
            return 1.0
        if self._measure is None:
            return 0.0
        return self._measure(self.one.without(self.one.stems - left), self.other.without(self.other.stems - right))

    @property
    def roles_swap(self) -> bool:
        """True where the first two names stand in the other order, voice is alike, and one has no word of its own."""
        names = self.one.names & self.other.names
        first = [stem for stem in dict.fromkeys(self.one.tokens) if stem in names]
        second = [stem for stem in dict.fromkeys(self.other.tokens) if stem in names]
        return (
            len(first) > 1
            and first[:2] == second[1::-1]
            and not (self.left and self.right)
            and self.one.is_passive == self.other.is_passive
        )


def nearness(one: ClaimText, other: ClaimText) -> float:
    """Share of common content words, from 0 to 1: what stands in for the nearness of meaning without vectors."""
    first, second = one.words.stems, other.words.stems
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def compare(one: ClaimText, other: ClaimText, measure: Nearness | None = None) -> Link | None:
    """What two claims seem to be to each other; None: nothing that should be proposed.

    Args:
        measure: nearness of two texts in meaning, -1 to 1; None: there are no vectors, and that of words counts.
    """
    first, second = one.words, other.words
    if not first.stems or not second.stems or first.is_phrase or second.is_phrase:
        return None
    near = nearness(one, other) if measure is None else measure(one.text, other.text)
    if near < TOUCHING or first.is_question or second.is_question:
        return None
    if near < COPY and (first.is_several or second.is_several or first.begins_open or second.begins_open):
        return None
    meeting = _Meeting(first, second, near, measure)
    told = f"{'words' if measure is None else 'meanings'} {near:.2f} near"
    score = round(min(1.0, near), 2)
    contrary = _contrary(meeting)
    if contrary is not None:
        return Link(relation=Relation.CONTRADICTS, score=score, reasons=(told, *contrary))
    if meeting.flips or meeting.roles_swap or first.is_conditional != second.is_conditional:
        return None
    if not _opposite_stances(one, other) and _alike(meeting):
        shared = f"shared words: {', '.join(sorted(meeting.shared))}" if meeting.shared else "no word in common"
        return Link(relation=Relation.SAME, score=score, reasons=(told, shared))
    for backwards, (claim, ground) in enumerate(((first, second), (second, first))):
        if (grounds := _grounds(claim, ground, meeting)) is not None:
            reasons = (told, *grounds)
            return Link(relation=Relation.SUPPORTS, score=score, reasons=reasons, backwards=bool(backwards))
    return None


def _contrary(meeting: _Meeting) -> tuple[str, ...] | None:
    """What makes them contradict each other; None: nothing does."""
    one, other = meeting.one, meeting.other
    if one.is_conditional or other.is_conditional or one.is_several or other.is_several:
        return None
    if min(len(one.stems), len(other.stems)) < LENGTHS * max(len(one.stems), len(other.stems)):
        return None
    if meeting.flips:
        is_one_thing = not (
            meeting.other_names
            or days_differ(meeting.one.times, meeting.other.times)
            or numbers_differ(meeting.one.numbers, meeting.other.numbers)
        )
        if meeting.near < NEAR or not is_one_thing or (meeting.near < _STRONG and meeting.rest() < REST):
            return None
        reasons = [f"opposites: {first}, {second}" for first, second in meeting.opposites]
        if one.is_negated != other.is_negated:
            reasons.append("one of them says no")
        return tuple(reasons)
    if meeting.near < NEAR + 0.08 or meeting.cover < _HALF or meeting.opposites:
        return None
    if meeting.roles_swap:
        return ("the names change roles",)
    if meeting.near >= NEARER and not meeting.other_names and meeting.rest() >= REST:
        if numbers := numbers_differ(meeting.one.numbers, meeting.other.numbers):
            return (f"numbers differ: {numbers}",)
        if days_differ(meeting.one.times, meeting.other.times) and meeting.shared & _UNIQUE:
            return (f"days differ: {', '.join(sorted(one.times))}, not {', '.join(sorted(other.times))}",)
    only_names = not (meeting.left - one.names or meeting.right - other.names)
    if meeting.other_names and only_names and meeting.shared & _UNIQUE:
        return (f"names differ: {', '.join(sorted(meeting.left))}, not {', '.join(sorted(meeting.right))}",)
    return None


def _alike(meeting: _Meeting) -> bool:
    if meeting.other_names or days_differ(meeting.one.times, meeting.other.times) or meeting.near < ALIKE:
        return False
    # "Rejected" and "did not accept": an opposite and a denial make up for each other only where all else is near.
    if meeting.opposites and meeting.near < _STRONG:
        return False
    if bool(meeting.left & _INTENT) != bool(meeting.right & _INTENT):
        return False
    counts_alike = _count_alike(meeting)
    is_told = counts_alike or meeting.one.times & meeting.other.times
    if meeting.near < SURE and not is_told and len(meeting.shared - meeting.one.names - meeting.other.names) < 2:
        return False
    if meeting.one.numbers and meeting.other.numbers and not counts_alike:
        return False
    # The nearer the wholes, the less it matters how the rests are worded.
    return (
        meeting.near >= SURE or counts_alike or meeting.rest() >= max(LEAST_REST, REST - SLOPE * (meeting.near - ALIKE))
    )


def _grounds(claim: ClaimWords, ground: ClaimWords, meeting: _Meeting) -> tuple[str, ...] | None:
    """Why the second seems to be a reason to believe the first; None: it does not."""
    signs = sorted((ground.stems - claim.stems) & _EVIDENCE)
    if (
        not signs
        or claim.stems & _EVIDENCE
        or not meeting.shared
        or days_differ(meeting.one.times, meeting.other.times)
    ):
        return None
    if ground.is_several or meeting.near >= _STRONG or not (meeting.shared & claim.names or meeting.cover >= _HALF):
        return None
    return (f"shared words: {', '.join(sorted(meeting.shared))}", f"words of evidence: {', '.join(signs)}")


def _known_name(stem: str, words: ClaimWords, others: ClaimWords) -> bool:
    """True for a form of a name that the other claim has in another form."""
    return stem in words.names and any(
        stem[:_STEM] == other[:_STEM] for other in others.names if len(stem) >= _STEM <= len(other)
    )


def _count_alike(meeting: _Meeting) -> bool:
    """True where they share a number of the same things; what is counted may be untold in one of them."""
    return any(
        value == another and (unit == counted or not unit or not counted)
        for value, unit in meeting.one.numbers
        for another, counted in meeting.other.numbers
    )


def _opposite_stances(one: ClaimText, other: ClaimText) -> bool:
    first, second = one.stances or {}, other.stances or {}
    return any(second.get(target, polarity) != polarity for target, polarity in first.items())
