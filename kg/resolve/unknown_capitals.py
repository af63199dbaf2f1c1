"""Capitals that no reference data has, told by what the article says of them: "Holm, the capital of Norland"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import ActorKind, MentionType
from kg.resolve.page import Naming
from kg.resolve.places import is_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import ActorId
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_CAPITAL = re.compile(r"\bcapital\b(?! (?:punishment|gains|market|markets|flows|city of))(?P<of> of (?:the )?)?")
_CITY_BEHIND = re.compile(r",? (?P<city>[A-Z][\w'-]+)")
_CITY_BEFORE = re.compile(r"(?P<city>[A-Z][\w'-]+), (?:the |its )?$")


def name_unknown_capitals(pages: Iterable[Page], cast: Cast) -> None:
    """Claim unknown capitals: for the state as metonym, as a place where they only say where."""
    pages = tuple(pages)
    states: dict[str, ActorId] = {}
    introduced: set[tuple[str, int]] = set()
    for page in pages:
        for found in _CAPITAL.finditer(page.string):
            if (told := _told_at(page, cast, found)) is not None:
                city, state = told
                states.setdefault(city["city"], state)
                introduced.add((page.source.name, city.start("city")))
    for page in pages if states else ():
        for index, word in enumerate(page.words):
            capital_of = states.get(word.string)
            if capital_of is None or not page.is_free(word.start, word.end):
                continue
            where = is_where(page, index) or (page.source.name, word.start) in introduced
            page.claim(Naming(
                start=word.start, end=word.end, actor=None if where else capital_of, type=MentionType.METONYM,
                method="capital-as-place" if where else "metonym-capital", score=0.0 if where else 0.8, is_place=where,
                alternatives=(capital_of,) if where else (),
                reason="here the capital only says where" if where else None,
            ))  # fmt: skip


def _told_at(page: Page, cast: Cast, found: re.Match[str]) -> tuple[re.Match[str], ActorId] | None:
    """The city that is called a capital there (group "city"), and whose."""
    start, end = found.start(), found.end()
    if found["of"]:
        owner = page.beginning_at(found.end())
        end = owner.end if owner is not None else end
    else:
        owner = page.possessor(page.word_at(start))
        start = owner.start if owner is not None else start
    if owner is None or owner.actor is None or cast.kind(owner.actor) is not ActorKind.STATE:
        return None
    city = _CITY_BEHIND.match(page.string, end) or _CITY_BEFORE.search(page.string, max(0, start - 40), start)
    if city is None or page.hit_at(city.start("city")) is not None:
        return None
    return city, owner.actor
