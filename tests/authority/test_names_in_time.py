"""Names of states that mean another state on another day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.model import ActorId, Article
from kg.resolve import Authority, load_authority
from kg.resolve.resolver import resolve_actors

if TYPE_CHECKING:
    from kg.text import TextReader


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.mark.parametrize(
    ("text", "words", "day", "state"),
    [
        ("Zaire rejected the offer.", "Zaire", "1990-03-01", "state/ZAR"),
        ("Zaire rejected the offer.", "Zaire", "2024-03-01", "state/ZAR"),
        ("The Soviet Union rejected the offer.", "Soviet Union", "1985-03-01", "state/SUN"),
        ("The Soviet Union rejected the offer.", "Soviet Union", "2005-03-01", "state/SUN"),
        ("Yugoslavia rejected the offer.", "Yugoslavia", "1985-03-01", "state/YUG"),
        ("Yugoslavia rejected the offer.", "Yugoslavia", "1999-03-24", "state/SCG"),
        ("Yugoslavia rejected the offer.", "Yugoslavia", "2010-03-24", "state/YUG"),
        ("Yugoslavia rejected the offer.", "Yugoslavia", None, "state/YUG"),
        ("Congo rejected the offer.", "Congo", "1990-03-01", "state/COG"),
        ("Congo rejected the offer.", "Congo", "2010-03-01", None),
        ("East Germany rejected the offer.", "East Germany", "1988-03-01", "state/DDR"),
    ],
)
def test_a_name_means_the_state_of_the_articles_day(
    reader: TextReader, authority: Authority, text: str, words: str, day: str | None, state: str | None
) -> None:
    article = Article(text=text, published=day)
    resolved = resolve_actors(reader.read(article), (), authority)
    assert [m.actor for m in resolved.mentions if article.cut(m.span) == words] == [state]


@pytest.mark.parametrize(
    ("state", "day", "is_there"),
    [
        ("state/SUN", date(1991, 12, 26), True),
        ("state/SUN", date(1991, 12, 27), False),
        ("state/SSD", date(2011, 7, 8), False),
        ("state/SSD", date(2011, 7, 9), True),
        ("state/FRA", date(1950, 1, 1), True),
        ("body/unsc-1718-experts", date(2024, 4, 30), True),
        ("body/unsc-1718-experts", date(2024, 5, 1), False),
        ("body/unsc-committee-2127", date(2024, 8, 1), False),
    ],
)
def test_states_and_bodies_are_there_from_their_first_to_their_last_day(
    authority: Authority, state: str, day: date, is_there: bool
) -> None:
    assert authority.existed_on(ActorId(state), day) is is_there


def test_what_ended_names_its_successors(authority: Authority) -> None:
    assert authority.actors[ActorId("state/CSK")].successors == ("state/CZE", "state/SVK")
    assert authority.actors[ActorId("body/unsc-committee-2127")].successors == ("body/unsc-committee-2745",)
    assert authority.actors[ActorId("body/unsc-committee-751")].successors == ("body/unsc-committee-2713",)
    for actor in authority.actors.values():
        assert set(actor.successors) <= set(authority.actors)


def test_vetoes_name_states_that_were_there(authority: Authority) -> None:
    assert len(authority.vetoes) == 229
    for veto in authority.vetoes:
        assert all(authority.existed_on(state, date.fromisoformat(veto.day)) for state in veto.states), veto.id
    assert not any(veto.is_verified for veto in authority.vetoes if veto.id == "veto-s-2024-239")
    assert all(veto.is_verified for veto in authority.vetoes if veto.day < "2022-09")
