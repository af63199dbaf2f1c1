"""How two claims go together, as far as words and nearness of meaning show it: a proposal, never a fact.

Nearness (the product of two sentence vectors) says whether two claims speak of one thing in nearly one way; it cannot
tell "will leave" from "will not leave". So what parts them is looked for in the words: an odd number of denials and
opposites, numbers of one unit, days, names. What says for and against stands in the reasons of each proposal. Without
vectors the share of common words takes their place, and less is proposed.

The thresholds were set on pairs of our own (tests/claims/pairs.csv), not learnt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.claims.opposites import opposed
from kg.statements.claim_words import ClaimWords, claim_words

if TYPE_CHECKING:
    from collections.abc import Mapping

SAME: Final = 0.80
"""Least nearness of a paraphrase; less is enough (`ALIKE`) where numbers or most words are shared."""
ALIKE: Final = 0.69
NEAR: Final = 0.62
"""Least nearness of a contradiction where one claim has no content word of its own beside what contradicts."""
NEARER: Final = 0.75
"""The same where both have further words of their own, which may be what they differ in."""
TOUCHING: Final = 0.48
"""Least nearness of a support."""
_MOST: Final = 0.75
_HALF: Final = 0.5
"""Shares of the content words of the shorter claim."""

_UNIQUE: Final = frozenset(
    [
        "first",
        "responsibl",
        "caus",
        "behind",
        "blam",
        "shoot",
        "kill",
        "sink",
        "blow",
        "destroy",
        "fire",
        "meet",
        "hold",
        "plac",
        "crash",
        "begin",
        "start",
        "sign",
        "murder",
        "assassinat",
        "sabotag",
        "launch",
        "attack",
        "provok",
        "leak",
        "win",
    ]
)
"""Stems of what happens once or is one's alone: another agent, place or day of it is another account."""
_EVIDENCE: Final = frozenset(
    [
        "inspector",
        "satellit",
        "imag",
        "photo",
        "photograph",
        "footag",
        "film",
        "video",
        "log",
        "radar",
        "measur",
        "test",
        "sampl",
        "witness",
        "document",
        "survey",
        "data",
        "count",
        "observer",
        "monitor",
        "laboratory",
        "find",
        "show",
        "confirm",
        "reveal",
        "admit",
        "discover",
        "detect",
        "register",
        "analysi",
        "autopsy",
        "receipt",
        "invoic",
        "memo",
        "testify",
        "intercept",
        "doctor",
        "engineer",
        "investigator",
        "statistic",
    ]
)
"""Stems of what one goes by when one gives a reason to believe something."""


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


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two claims side by side."""

    one: ClaimWords
    other: ClaimWords
    near: float

    @property
    def cover(self) -> float:
        """Share of the shorter claim's content words that the other has."""
        return len(self.one.stems & self.other.stems) / (min(len(self.one.stems), len(self.other.stems)) or 1)

    @property
    def left(self) -> frozenset[str]:
        return self.one.stems - self.other.stems

    @property
    def right(self) -> frozenset[str]:
        return self.other.stems - self.one.stems

    @property
    def other_names(self) -> bool:
        """True where each names somebody or some place that the other does not."""
        return bool(self.left & self.one.names and self.right & self.other.names)


def nearness(one: ClaimText, other: ClaimText) -> float:
    """Share of common content words, from 0 to 1: what stands in for the nearness of meaning without vectors."""
    first, second = one.words.stems, other.words.stems
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def compare(one: ClaimText, other: ClaimText, near: float | None = None) -> Link | None:
    """What two claims seem to be to each other; None: nothing that should be proposed.

    Args:
        near: nearness of their meanings, -1 to 1; None where no vectors are at hand: then that of their words counts.
    """
    meeting = _Meeting(one.words, other.words, nearness(one, other) if near is None else near)
    if not meeting.one.stems or not meeting.other.stems:
        return None
    told = f"{'meanings' if near is not None else 'words'} {meeting.near:.2f} near"
    contrary = _contrary(meeting)
    if contrary is not None:
        return Link(relation=Relation.CONTRADICTS, score=_score(meeting.near), reasons=(told, *contrary))
    if _conflicts(meeting):
        return None
    against = _opposite_stances(one, other)
    if not against and (alike := _alike(meeting)) is not None:
        return Link(relation=Relation.SAME, score=_score(meeting.near), reasons=(told, *alike))
    for backwards, (claim, ground) in enumerate(((meeting.one, meeting.other), (meeting.other, meeting.one))):
        if (grounds := _grounds(claim, ground, meeting)) is not None:
            score = _score(meeting.near)
            return Link(relation=Relation.SUPPORTS, score=score, reasons=(told, *grounds), backwards=bool(backwards))
    return None


def conflict(one: ClaimWords, other: ClaimWords) -> bool:
    """True where denial, numbers, days or names part two wordings, so that they cannot restate each other."""
    meeting = _Meeting(one, other, 1.0)
    return _flips(meeting) or bool(_numbers_differ(meeting)) or _days_differ(meeting) or meeting.other_names


def _contrary(meeting: _Meeting) -> tuple[str, ...] | None:
    """What makes them contradict each other."""
    pairs = opposed(meeting.left, meeting.right)
    spent = {word for pair in pairs for word in pair}
    both_go_on = bool(meeting.left - spent and meeting.right - spent)
    if _flips(meeting):
        if meeting.near < (NEARER if both_go_on else NEAR) or meeting.other_names or _days_differ(meeting):
            return None
        reasons = [f"opposites: {one}, {other}" for one, other in pairs]
        if meeting.one.is_negated != meeting.other.is_negated:
            reasons.append("one of them says no")
        return tuple(reasons)
    if meeting.near < NEARER - 0.05 or meeting.cover < _HALF:
        return None
    if (numbers := _numbers_differ(meeting)) and not meeting.other_names and not both_go_on:
        return (f"numbers differ: {numbers}",)
    is_unique = bool(meeting.one.stems & meeting.other.stems & _UNIQUE)
    if _days_differ(meeting) and is_unique and not both_go_on:
        return (f"days differ: {', '.join(sorted(meeting.one.times))}, not {', '.join(sorted(meeting.other.times))}",)
    if (
        is_unique
        and meeting.other_names
        and not (meeting.left - meeting.one.names or meeting.right - meeting.other.names)
    ):
        return (f"names differ: {', '.join(sorted(meeting.left))}, not {', '.join(sorted(meeting.right))}",)
    return None


def _conflicts(meeting: _Meeting) -> bool:
    """True where something parts them that makes no contradiction: nothing is proposed then but support."""
    return _flips(meeting)


def _flips(meeting: _Meeting) -> bool:
    pairs = opposed(meeting.left, meeting.right)
    return (meeting.one.is_negated != meeting.other.is_negated) != bool(pairs)


def _numbers_differ(meeting: _Meeting) -> str:
    """Numbers of one unit of which they share none, as words; "" where there are none."""
    units = {unit for _, unit in meeting.one.numbers} & {unit for _, unit in meeting.other.numbers}
    for unit in sorted(units):
        first = {value for value, counted in meeting.one.numbers if counted == unit}
        second = {value for value, counted in meeting.other.numbers if counted == unit}
        if not first & second:
            return f"{min(first):g}, not {min(second):g} {unit}".rstrip()
    return ""


def _days_differ(meeting: _Meeting) -> bool:
    """True where both name days of one grain and share none: "march 5" and "march" go together."""
    first, second = meeting.one.times, meeting.other.times
    if not first or not second or first & second:
        return False
    return not any(one.startswith(other) or other.startswith(one) for one in first for other in second)


def _alike(meeting: _Meeting) -> tuple[str, ...] | None:
    if meeting.other_names or _numbers_differ(meeting) or _days_differ(meeting):
        return None
    shared = {value for value, _ in meeting.one.numbers} & {value for value, _ in meeting.other.numbers}
    told = (f"shared words: {', '.join(sorted(meeting.one.stems & meeting.other.stems))}",)
    if meeting.near >= SAME:
        return told
    if meeting.near >= ALIKE and (shared or meeting.cover >= _MOST):
        return told
    return None


def _grounds(claim: ClaimWords, ground: ClaimWords, meeting: _Meeting) -> tuple[str, ...] | None:
    """Why the second seems to be a reason to believe the first."""
    shared = claim.stems & ground.stems
    if not TOUCHING <= meeting.near < SAME or not shared or _days_differ(meeting):
        return None
    signs = sorted((ground.stems - claim.stems) & _EVIDENCE)
    counts = ground.numbers and not claim.numbers
    if claim.stems & _EVIDENCE or not (signs or counts):
        return None
    if not (shared & claim.names or meeting.cover >= _HALF):
        return None
    reasons = [f"shared words: {', '.join(sorted(shared))}"]
    if signs:
        reasons.append(f"words of evidence: {', '.join(signs)}")
    if counts:
        reasons.append("gives a number")
    return tuple(reasons)


def _opposite_stances(one: ClaimText, other: ClaimText) -> bool:
    first, second = one.stances or {}, other.stances or {}
    return any(second.get(target, polarity) != polarity for target, polarity in first.items())


def _score(near: float) -> float:
    return round(min(1.0, max(0.0, near)), 2)
