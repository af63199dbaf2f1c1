"""What makes two claims contradict each other, and what at least keeps them from being taken for the same.

A contradiction needs that the two speak of one thing: their words cover each other, but for what is in conflict. Each
kind of conflict is looked for by itself, and the first that is found is the reason that people are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.claims.framing import at_odds
from kg.claims.meeting import overlap
from kg.statements.propositions.claim_numbers import days_differ
from kg.statements.propositions.stems import stem_of, word_set

if TYPE_CHECKING:
    from kg.claims.meeting import Meeting

NEAR: Final = 0.70
"""Least nearness of a contradiction by denial or opposites, whatever the words cover."""
WORDED: Final = 0.45
"""The same where each covers the other nearly wholly."""
BESIDE: Final = 0.58
"""The same where both have words of their own, near to each other."""
NEARER: Final = 0.70
"""Least nearness where numbers, days or names are what differs."""
REST: Final = 0.42
"""Least nearness of the words that each claim has for itself."""
LENGTHS: Final = 0.4
"""Share of the longer claim's content words that the shorter one has at least, to contradict it: else the
denial may belong to the rest."""
COVERED: Final = 0.65
"""How much of each claim the other covers, at least, where the words decide."""
OTHER_NAMES: Final = 0.55
"""Least nearness where others did it, or other causes brought it about."""
_HALF: Final = 0.5


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem_of, word_set(words)))


_ONE_DOES: Final = _stems("""
    first responsible cause behind blame shoot kill sink blow destroy fire start murder assassinate sabotage launch
    attack provoke leak win ram bomb shell poison hack host
""")
"""Stems of what is one's alone: another agent of it is another account."""
_ONE_PLACE: Final = _stems("""
    meet hold place sign begin crash conference summit ceremony funeral inaugurate trial congress session sink
""")
"""Stems of what happens in one place."""
_ONE_DAY: Final = (
    _ONE_DOES
    | _ONE_PLACE
    | _stems("""
    leave withdraw arrive enter return open close end adopt release resign die ratify approve pass vote elect arrest
    detain expel capture seize surrender explode collapse cross happen occur declare appoint dismiss impose lift ban
    """)
)
"""Stems of what happens on one day."""


def contrary(meeting: Meeting) -> tuple[str, ...] | None:
    """What makes them contradict each other; None: nothing does."""
    one, other = meeting.one, meeting.other
    if one.is_conditional or other.is_conditional or one.is_several or other.is_several or meeting.other_turn:
        return None
    if min(len(one.stems), len(other.stems)) < LENGTHS * max(len(one.stems), len(other.stems)):
        return None
    if at_odds(*meeting.frames):
        return None
    if meeting.flips:
        return _denied(meeting)
    return _otherwise(meeting)


def parted(meeting: Meeting) -> bool:
    """True where something keeps the two from saying the same, though it may not make them contradict each other."""
    return (
        meeting.flips
        or meeting.roles_swap
        or meeting.other_turn
        or meeting.other_names
        or meeting.one.is_conditional != meeting.other.is_conditional
        or at_odds(*meeting.frames)
        or days_differ(meeting.one.times, meeting.other.times)
        or bool(meeting.numbers_apart())
        or _causes_differ(meeting)
    )


def _denied(meeting: Meeting) -> tuple[str, ...] | None:
    """Denials and opposites, where the rest is one thing."""
    if meeting.other_names or days_differ(meeting.one.times, meeting.other.times) or meeting.numbers_apart():
        return None
    # "There were no violations of the ceasefire" says nothing against "the ceasefire held".
    if any(frame.denied & left for frame, left in zip(meeting.frames, (meeting.left, meeting.right), strict=True)):
        return None
    near, has_rests = meeting.near, bool(meeting.left_over and meeting.right_over)
    is_one_thing = (
        (near >= WORDED and min(meeting.covers) >= COVERED and not has_rests)
        or (near >= NEAR and (not has_rests or meeting.rest() >= REST))
        or (near >= BESIDE and meeting.opposites and min(meeting.covers) >= _HALF and meeting.rest() >= REST)
    )
    if not is_one_thing:
        return None
    reasons = [f"opposites: {first}, {second}" for first, second in meeting.opposites]
    if meeting.one.is_negated != meeting.other.is_negated:
        reasons.append("one of them says no")
    if meeting.denied:
        reasons.append("one of them is denied")
    return tuple(reasons)


def _otherwise(meeting: Meeting) -> tuple[str, ...] | None:
    """Roles, numbers, days, causes, agents, places."""
    one, other = meeting.one, meeting.other
    if meeting.opposites:
        return None
    has_rests = bool(meeting.left_over and meeting.right_over)
    is_near = meeting.near >= NEARER and (not has_rests or meeting.rest() >= REST)
    if meeting.near >= NEARER and meeting.cover >= _HALF and meeting.roles_swap:
        return ("the names change roles",)
    if days_differ(one.times, other.times):
        # Of two days all the rest may differ: only what happens once is told otherwise by another day.
        if not is_near or meeting.other_names or meeting.numbers_apart() or not meeting.shared & _ONE_DAY:
            return None
        return (f"days differ: {', '.join(sorted(one.times))}, not {', '.join(sorted(other.times))}",)
    if is_near and not meeting.other_names and (numbers := meeting.numbers_apart()):
        return (f"numbers differ: {numbers}",)
    if _causes_differ(meeting):
        causes = [", ".join(sorted(frame.cause)) for frame in meeting.frames]
        return (f"causes differ: {causes[0]}, not {causes[1]}",)
    for kind, some, others in (
        ("agents", meeting.frames[0].agents, meeting.frames[1].agents),
        ("places", meeting.frames[0].places, meeting.frames[1].places),
    ):
        if (
            some & meeting.one.names & meeting.left
            and others & meeting.other.names & meeting.right
            and _is_of_one(meeting, kind, some | others)
        ):
            return (f"{kind} differ: {', '.join(sorted(some))}, not {', '.join(sorted(others))}",)
    return None


def _is_of_one(meeting: Meeting, kind: str, names: frozenset[str]) -> bool:
    """True where nothing but these names parts two accounts of what happens once."""
    telling = _ONE_DOES if kind == "agents" else _ONE_PLACE
    if (
        meeting.numbers_apart()
        or meeting.near < OTHER_NAMES
        or not (meeting.one.stems | meeting.other.stems) & telling
        or not meeting.topic
    ):
        return False
    left, right = meeting.left_over - names, meeting.right_over - names
    return len(left | right) <= 1 and not left & meeting.one.names and not right & meeting.other.names


def _causes_differ(meeting: Meeting) -> bool:
    """True where both say what brought one thing about, and name other causes."""
    one, other = meeting.frames
    if not one.cause or not other.cause or meeting.near < OTHER_NAMES:
        return False
    return overlap(one.effect, other.effect) >= _HALF and overlap(one.cause, other.cause) == 0
