"""Terms of office as Wikidata has them now, state by state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.reconcile.offices import OFFICES, organisation_of
from kg.reconcile.positions import held_positions
from kg.resolve.terms import last_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import ActorId
    from kg.reconcile.offices import Office
    from kg.reconcile.positions import Held
    from kg.reconcile.wikidata import WikidataQueries
    from kg.resolve import Authority

SINCE: Final = date(2000, 1, 1)
"""Terms that ended before are left out: the table of office holders begins about then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTerm:
    """One person in one office of a state, as Wikidata has it. `organisation`: as the table of office holders names
    it."""

    state: ActorId
    office: Office
    organisation: ActorId | None
    held: Held


def found_terms(
    queries: WikidataQueries,
    authority: Authority,
    state: ActorId,
    *,
    offices: Sequence[Office] = OFFICES,
    since: date = SINCE,
) -> list[FoundTerm]:
    """Who held these offices of a state, in the order of offices, then by start, person and statement.

    Nothing for a state without an item. Terms that ended before `since` are left out.

    Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
    """
    item = authority.actors[state].wikidata
    if item is None:
        return []
    found: list[FoundTerm] = []
    statements: set[str] = set()
    for office in offices:
        for held in sorted(held_positions(queries, office.pattern(item)), key=_order):
            has_passed = bool(held.end) and last_day(held.end) < since
            if held.statement in statements or has_passed or not office.holds(held):
                continue
            statements.add(held.statement)
            organisation = organisation_of(office, held, state, authority)
            found.append(FoundTerm(state=state, office=office, organisation=organisation, held=held))
    return found


def _order(held: Held) -> tuple[str, str, str]:
    return held.start, held.person, held.statement
