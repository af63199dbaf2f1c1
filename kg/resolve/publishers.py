"""Publishers that are actors themselves: a ministry that issues a communiqué, an organisation with pages of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind
from kg.resolve.organs import known_organ

if TYPE_CHECKING:
    from kg.resolve.authority import Authority

_BODIES = frozenset({ActorKind.GOVERNMENT_BODY, ActorKind.INTERNATIONAL_BODY, ActorKind.ORGANISATION})


def publisher_of(name: str | None, authority: Authority, day: str | None) -> ActorId | None:
    """The body of the reference data that a publisher's name means on an ISO day, as a whole and beyond doubt.

    None for news outlets, which have a node by their name, for names that only hold a body's ("UN News"), and for
    those that several bear.
    """
    if not name:
        return None
    plain = " ".join(name.removeprefix("The ").removeprefix("the ").split())
    hit = next(authority.names.on(day).scan(plain), None)
    if hit is None or hit.start > 0 or len(hit.readings) != 1 or hit.readings[0].needs_context:
        return None
    actor, rest = hit.readings[0].actor, plain[hit.end :].strip()
    if rest and actor is not None:
        # "Kestrian Foreign Ministry": a state, then what it has.
        actor = known_organ(authority, actor, rest.removeprefix("'s ").removeprefix("’s "))
    return actor if actor is not None and authority.actors[actor].kind in _BODIES else None
