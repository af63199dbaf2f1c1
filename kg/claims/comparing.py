"""How two claims go together, as far as words and nearness of meaning show it: a proposal, never a fact.

Nearness (the product of two sentence vectors) says whether two claims speak of one thing in nearly one way; it cannot
tell "will leave" from "will not leave", and takes two deeds of one actor for nearly the same. So the words of both are
laid side by side (`meeting`): what the other covers, what each has for itself, and what parts them (`conflicts`): an
odd number of denials and opposites, numbers, days, those who did it, places, causes. Of two that nothing parts, near
claims that cover each other say the same; a claim that the other covers wholly is supported by it, and so is one for
which the other gives evidence (`grounds`). What speaks for each proposal stands in its reasons. Without vectors the
share of common words takes the place of nearness, and less is proposed.

The thresholds were set on pairs of our own (tests/claims) and on the gold pairs after their first run, not learnt; a
held-out set (benchmarks/gold/claims) says how they do on others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.claims.conflicts import contrary, parted
from kg.claims.grounds import ADMITTING, INTENT, TOUCHING, accounts, exact, grounds, may_show, says_more
from kg.claims.meeting import Meeting
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
COVERED: Final = 0.75
"""How much of each claim the other covers, at least, to say the same by its words."""
AKIN: Final = 0.55
"""Least nearness of a paraphrase that its words show."""
LEAST: Final = 0.30
"""Least nearness of claims between which anything is proposed."""
REST: Final = 0.42
"""Least nearness of the words that each claim has for itself, where both have some: "mended", "repaired"."""
SLOPE: Final = 1.3
"""By how much less of it is enough, for each point of nearness above `ALIKE`, down to `LEAST_REST`."""
LEAST_REST: Final = 0.28
TELLING: Final = 2
"""Words beside names and light ones that a paraphrase shares, unless it is very near."""
_STRONG: Final = 0.80
DEMANDING: Final = word_set(
    "urge demand call-on ask request insist order require press appeal beg implore command instruct"
)
"""Cues of what is to be done, not of what is so."""


class Relation(StrEnum):
    """How two claims go together; the value is its concept in voc/link."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimText:
    """A claim as it is compared, with what is known of those who put it forward."""

    text: str
    stances: Mapping[str, str] | None = None
    """Target -> "positive" or "negative"."""
    speakers: frozenset[str] = frozenset()
    """Names of those who put it forward, and for whom they speak."""
    source: str = ""
    """How they are described: "two nurses at the camp"."""
    cues: frozenset[str] = frozenset()
    """Base forms of the words that introduce it: "admit", "say"."""
    is_denied: bool = False
    """True where all who speak of it deny it: then its contrary is what they put forward."""

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


def nearness(one: ClaimText, other: ClaimText) -> float:
    """Share of common content words, from 0 to 1: what stands in for the nearness of meaning without vectors."""
    first, second = one.words.stems, other.words.stems
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def compare(one: ClaimText, other: ClaimText, measure: Nearness | None = None) -> Link | None:
    """What two claims seem to be to each other; None: nothing that should be proposed.

    Args:
        measure: nearness of two texts in meaning, -1 to 1; None: there are no vectors, and that of words counts.
    """
    if (account := _account(one, other)) is not None:
        return account
    if not _can_be_compared(one.words, other.words):
        return None
    near = nearness(one, other) if measure is None else measure(one.text, other.text)
    if near < LEAST or (near < COPY and (one.words.is_several or other.words.is_several)):
        return None
    if near < TOUCHING and not (one.cues | other.cues) & ADMITTING:
        return None
    meeting = Meeting(
        (one.text, other.text),
        near,
        measure,
        denied=one.is_denied != other.is_denied,
        demanded=(_is_demanded(one), _is_demanded(other)),
    )
    told = f"{'words' if measure is None else 'meanings'} {near:.2f} near"
    score = round(min(1.0, near), 2)
    if not (_is_clause(one.words, near) and _is_clause(other.words, near)):
        return _evidence(one, other, meeting, told)
    if (reasons := contrary(meeting)) is not None:
        return Link(relation=Relation.CONTRADICTS, score=score, reasons=(told, *reasons))
    opposed = _opposite_stances(one, other)
    is_parted = parted(meeting)
    for backwards in (False, True) if not (is_parted or opposed or meeting.denied) else ():
        turned = meeting.turned if backwards else meeting
        # What is said more exactly is near, too, but no longer the same.
        is_exact = exact(turned) and not exact(turned.turned)
        if not is_exact:
            continue
        if (found := says_more(turned)) is not None:
            return Link(relation=Relation.SUPPORTS, score=score, reasons=(told, *found), backwards=bool(backwards))
    if not is_parted and not opposed and _alike(meeting):
        shared = f"shared words: {', '.join(sorted(meeting.shared))}" if meeting.shared else "no word in common"
        return Link(relation=Relation.SAME, score=score, reasons=(told, shared))
    return None if opposed else _evidence(one, other, meeting, told, is_parted=is_parted)


def _evidence(one: ClaimText, other: ClaimText, meeting: Meeting, told: str, *, is_parted: bool = True) -> Link | None:
    """What the one is to the other as a reason to believe it; None: nothing."""
    if one.is_denied or other.is_denied:
        return None
    score = round(min(1.0, meeting.near), 2)
    for backwards, (claim, ground) in enumerate(((one, other), (other, one))):
        if is_parted and not may_show(ground):
            continue
        turned = meeting.turned if backwards else meeting
        if (found := grounds(claim, ground, turned, is_parted=is_parted)) is not None:
            return Link(relation=Relation.SUPPORTS, score=score, reasons=(told, *found), backwards=bool(backwards))
    return None


def _can_be_compared(first: ClaimWords, second: ClaimWords) -> bool:
    return bool(first.stems and second.stems) and not (first.is_question or second.is_question)


def _is_demanded(claim: ClaimText) -> bool:
    return bool(claim.cues) and claim.cues <= DEMANDING


def _is_clause(words: ClaimWords, near: float) -> bool:
    """True for a clause that names its subject, or is printed twice."""
    return not words.is_phrase and (near >= COPY or not words.begins_open)


def _account(one: ClaimText, other: ClaimText) -> Link | None:
    """What "backed Norland's account of the collision" is to what Norland said of the collision."""
    for backwards, (claim, ground) in enumerate(((one, other), (other, one))):
        found = accounts(claim, ground)
        if found is not None:
            relation = Relation.SUPPORTS if found.is_backed else Relation.CONTRADICTS
            turned = bool(backwards) and relation is Relation.SUPPORTS
            return Link(relation=relation, score=found.score, reasons=found.reasons, backwards=turned)
    return None


def _alike(meeting: Meeting) -> bool:
    if meeting.near < AKIN or _mere_intentions(meeting)[0] != _mere_intentions(meeting)[1]:
        return False
    # "Rejected" and "did not accept": an opposite and a denial make up for each other only where all else is near.
    if meeting.opposites and meeting.near < _STRONG and min(meeting.covers) < COVERED:
        return False
    counts_alike = meeting.counted_alike()
    if meeting.one.numbers and meeting.other.numbers and not counts_alike:
        return False
    words = meeting.topic
    if min(meeting.covers) >= COVERED and not (meeting.left_over and meeting.right_over):
        return meeting.near >= ALIKE or len(words) >= TELLING
    if meeting.near < ALIKE or (max(meeting.covers) == 1.0 and meeting.near < _STRONG):
        return False
    is_told = counts_alike or meeting.one.times & meeting.other.times
    if meeting.near < SURE and not is_told and len(words) < TELLING:
        return False
    # The nearer the wholes, the less it matters how the rests are worded.
    least = max(LEAST_REST, REST - SLOPE * (meeting.near - ALIKE))
    return counts_alike or meeting.near >= COPY or meeting.rest() >= least


def _mere_intentions(meeting: Meeting) -> tuple[bool, bool]:
    """Which of the two speaks of an intention; a plan is none beside what will be."""
    planned = frozenset(("plan", "intend", "aim")) if meeting.frames[0].mood == meeting.frames[1].mood else frozenset()
    return bool(meeting.left & INTENT - planned), bool(meeting.right & INTENT - planned)


def _opposite_stances(one: ClaimText, other: ClaimText) -> bool:
    first, second = one.stances or {}, other.stances or {}
    return any(second.get(target, polarity) != polarity for target, polarity in first.items())
