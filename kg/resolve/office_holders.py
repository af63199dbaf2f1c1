"""Who "Russia's foreign minister" was on the article's day, where the article names nobody in that office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind, parse_day
from kg.resolve.names import skeleton

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page
    from kg.resolve.terms import Holding

_ONE_SEAT: Final = {
    "foreign_minister": "foreign_minister", "head_of_government": "head_of_government",
    "head_of_state": "head_of_state", "defence_minister": "defence_minister",
}  # fmt: skip
"""Role classes of which a state has one holder at a time -> the class of the table of office holders."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 3
"""Candidates kept."""


def holder_on_day(cast: Cast, state: ActorId, role: str | None) -> tuple[ActorId | None, tuple[ActorId, ...]]:
    """The one person who certainly held that office of a known state on the article's day, else who may have.

    Nobody without a day, for offices with several seats, and where the table knows of nobody.
    """
    day = parse_day(cast.day)
    if day is None or role not in _ONE_SEAT or cast.actor(state).is_local:
        return None, ()
    found = [h for h in cast.authority.officials.holders(state, _ONE_SEAT[role], day) if h.term.wikidata]
    certain = [holding for holding in found if holding.is_certain]
    persons = tuple(_person(cast, holding) for holding in (certain or found)[:_MOST])
    return (persons[0], ()) if len(certain) == 1 else (None, persons)


def tells_of_that_day(page: Page, cast: Cast, offset: int) -> bool:
    """False where the sentence names another year: the office then had another holder, perhaps."""
    number = page.source.sentence_at(offset)
    begin, end = page.source.sentences[number] if number is not None else (offset, offset)
    return cast.day is not None and all(year == cast.day[:4] for year in _YEAR.findall(page.string, begin, end))


def _person(cast: Cast, holding: Holding) -> ActorId:
    """The actor of the article for a holder: one of that name whom it names, else a new one."""
    key = skeleton(holding.person)
    known = (a.id for a in cast.actors.values() if a.kind is ActorKind.PERSON and skeleton(a.label) == key)
    person = next(known, None) or cast.mint(ActorKind.PERSON, holding.person)
    cast.identify(person, holding.term.wikidata)
    return person
