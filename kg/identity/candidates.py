"""How likely two actors are one: the name proposes, and state, role and days vote. Nothing is merged here.

The weights are judgement, checked against the pairs of tests/identity/pairs.csv: a full name alone is proposed; a name
that only resembles needs state, role and days on its side; a different state outweighs every name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.identity.names import Likeness, compare_names, read_name
from kg.identity.roles import are_compatible, family_of

if TYPE_CHECKING:
    from kg.identity.profiles import Profile

THRESHOLD: Final = 0.68
"""A pair is proposed from this score on: that of a full name in another language, or of a longer one in one state."""
PERSON: Final = "Person"
_OF_NAMES: Final = {
    Likeness.EQUAL: 0.76,
    Likeness.SPELLING: 0.75,
    Likeness.LANGUAGE: 0.70,
    Likeness.ORDER: 0.64,
    Likeness.LONGER: 0.60,
    Likeness.INITIAL: 0.50,
    Likeness.EXTRA_INITIAL: 0.50,
    Likeness.LETTER: 0.50,
    Likeness.SURNAME: 0.48,
}
_FOR: Final = 0.08
_AGAINST_STATE: Final = 0.28
_AGAINST_ROLE: Final = 0.08
_AGAINST_DAYS: Final = 0.20
_SAME_ITEM: Final = 0.40
_OTHER_NAMES: Final = 0.30
_NEAR_DAYS: Final = 2 * 366
_FAR_DAYS: Final = 5 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two actors that may be one. `score`: 0 to 1. `reasons`: what speaks for it (+) and against it (-), in words."""

    left: Profile
    right: Profile
    score: float
    reasons: tuple[str, ...]


def compare(one: Profile, other: Profile) -> Candidate | None:
    """How likely two actors are one; None where nothing speaks for it, or two items of Wikidata against it."""
    if one.items and other.items and not set(one.items) & set(other.items):
        return None
    likeness = _likeness(one, other)
    same_items = bool(set(one.items) & set(other.items))
    if likeness is None and not same_items:
        return None
    votes = [
        (_OF_NAMES[likeness] if likeness else _OTHER_NAMES, likeness.value if likeness else "names differ"),
        *_votes(one, other),
    ]
    if same_items:
        votes.append((_SAME_ITEM, "same Wikidata item"))
    score = min(1.0, max(0.0, sum(weight for weight, _ in votes)))
    reasons = tuple(f"{'-' if weight < 0 else '+'} {words}" for weight, words in votes)
    left, right = sorted((one, other), key=lambda profile: profile.iri)
    return Candidate(left=left, right=right, score=round(score, 2), reasons=reasons)


def _likeness(one: Profile, other: Profile) -> Likeness | None:
    """The strongest likeness between any two of their names."""
    order = list(Likeness)
    found = (compare_names(name, another) for name in one.names for another in other.names)
    return min((likeness for likeness in found if likeness), key=order.index, default=None)


def _votes(one: Profile, other: Profile) -> list[tuple[float, str]]:
    votes: list[tuple[float, str]] = []
    if one.states and other.states:
        fits = bool(set(one.states) & set(other.states))
        votes.append((_FOR, "same state") if fits else (-_AGAINST_STATE, "different states"))
    elif set(one.bodies) & set(other.bodies):
        votes.append((_FOR, "same body"))
    families = [{family for label in profile.offices if (family := family_of(label))} for profile in (one, other)]
    if all(families):
        if families[0] & families[1]:
            votes.append((_FOR, f"same role: {', '.join(sorted(families[0] & families[1]))}"))
        elif not any(are_compatible(a, b) for a in families[0] for b in families[1]):
            told = " and ".join(", ".join(sorted(found)) for found in families)
            votes.append((-_AGAINST_ROLE, f"different roles: {told}"))
    if (gap := _gap(one, other)) is not None:
        if gap <= _NEAR_DAYS:
            votes.append((_FOR, "named at the same time" if gap <= 0 else f"named {_span(gap)} apart"))
        elif gap > _FAR_DAYS:
            votes.append((-_AGAINST_DAYS, f"named {_span(gap)} apart"))
    return votes


def _gap(one: Profile, other: Profile) -> int | None:
    """Days between the two times in which they are named; 0 or less where these overlap; None where one has none."""
    if one.days is None or other.days is None:
        return None
    return (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days


def _span(days: int) -> str:
    if days >= 2 * 365:
        return f"{days // 365} years"
    return "1 day" if days == 1 else f"{days} days"


def is_nameable(profile: Profile) -> bool:
    """True for an actor that can be proposed: a person with a name of letters."""
    return profile.kind == PERSON and any(read_name(name).parts for name in profile.names)
