"""Persons whom the table of office holders knows, although no office stands beside their names.

An identity is taken only where one person of the table bears the full name, the article puts him or her with the state
of the office (or shows a role of the same kind, or the office is one of the highest of a state that the article
names), and the term covers the article's day or came before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, MentionType, parse_day
from kg.resolve.page import Naming
from kg.resolve.terms import Standing, first_day

if TYPE_CHECKING:
    from datetime import date

    from kg.model import ActorId
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page, Run
    from kg.resolve.people import People
    from kg.resolve.terms import Holding, Term

_HIGHEST: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_BINDING: Final = _HIGHEST | {
    "defence_minister", "deputy_foreign_minister", "permanent_representative", "deputy_permanent_representative",
    "ambassador",
}  # fmt: skip
"""Offices whose holders speak for the state."""
_ALIKE: Final = {"minister": frozenset({"minister_or_agency_head", "foreign_minister", "defence_minister"})}
"""Roles of an article -> classes of the table that are of the same kind, where the names differ."""


def find_owned_surnames(page: Page, people: People) -> None:
    """Claim the surname in "Russia's Churkin", where the table has one certain holder of that name on the day."""
    cast = people.cast
    day = parse_day(cast.day)
    for run in page.runs:
        owner = page.hit_at(page.words[run.first - 2].start) if run.first > 1 else None
        if owner is None or page.words[run.first - 1].string != "'s" or len(owner.readings) != 1:
            continue
        state = owner.readings[0].actor
        if state is None or not state.startswith("state/") or owner.end != page.words[run.first - 1].start:
            continue
        _claim_owned(page, people, run, state, day)


def _claim_owned(page: Page, people: People, run: Run, state: ActorId, day: date | None) -> None:
    cast = people.cast
    start, end = page.words[run.first].start, page.words[run.last - 1].end
    known = page.beginning_at(start)
    if known is not None and known.actor is not None and cast.kind(known.actor) is ActorKind.PERSON:
        cast.states_of.setdefault(known.actor, state)
        return
    if day is None or not page.is_free(start, end) or page.hit_at(start) is not None:
        return
    held = cast.authority.officials.surnamed(page.string[start:end], state, None, day)
    if len({holding.term.wikidata for holding in held}) != 1 or not held[0].is_certain or not held[0].term.wikidata:
        return
    person = cast.mint(ActorKind.PERSON, held[0].person)
    cast.identify(person, held[0].term.wikidata)
    cast.states_of.setdefault(person, state)
    people.know(person, tuple(held[0].person.split()))
    _bind(cast, person, held[0])
    page.claim(Naming(start=start, end=end, actor=person, type=MentionType.NAME, method="state-and-surname", score=0.9))
    cast.name(person, page.string[start:end])


def identify_holders(cast: Cast, named: frozenset[ActorId]) -> None:
    """Give the persons of the article whom the table knows beyond doubt their Wikidata items.

    `named`: the reference actors that the article names.
    """
    day = parse_day(cast.day)
    if day is None or not named:
        return
    for person in [a for a in cast.actors.values() if a.kind is ActorKind.PERSON and a.wikidata is None]:
        names = {person.label, *cast.forms.get(person.id, ())}
        terms = [term for name in sorted(names) for term in cast.authority.officials.bearing(name)]
        if len({term.wikidata or term.person for term in terms}) != 1 or not terms[0].wikidata:
            continue
        begun = [term for term in terms if term.start and first_day(term.start) <= day]
        if any(_is_meant(cast, person.id, term, day, named) for term in begun):
            cast.identify(person.id, terms[0].wikidata)


def _is_meant(cast: Cast, person: ActorId, term: Term, day: date, named: frozenset[ActorId]) -> bool:
    state = cast.states_of.get(person)
    capacity = cast.capacities.get(person)
    if state is not None:
        return state == term.state
    if term.state not in named:
        return False
    if capacity is not None:
        return term.role == capacity.role or term.role in _ALIKE.get(capacity.role, ())
    return term.role in _HIGHEST and term.standing(day) is not Standing.OUTSIDE


def _bind(cast: Cast, person: ActorId, holding: Holding) -> None:
    if holding.term.role in _BINDING:
        cast.principals.setdefault(person, holding.term.state)
