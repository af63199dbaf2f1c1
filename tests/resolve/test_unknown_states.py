"""States that no reference data has, met in few and unlike forms; all invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


def states(resolved: Resolved) -> set[str]:
    return {a.label for a in resolved.result.actors.values() if a.kind is ActorKind.STATE and a.is_local}


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Sorrenian chargé d'affaires was told to leave on Monday.", "Sorrenian", "Sorrenian"),
        ("Two Lirian negotiators walked out on Monday.", "Lirian", "Lirian"),
        ("The Tamarisan Navy said that the trawler had sunk.", "Tamarisan", "Tamarisan"),
        ("The party has nine seats in the National Assembly of Sorrenia.", "Sorrenia", "Sorrenia"),
        ("The firm said that Ostmark's Energy Regulator had ordered it to stop.", "Ostmark", "Ostmark"),
        ("Tamaris called home its ambassador to France.", "Tamaris", "Tamaris"),
        ("New Tamaria's foreign minister left early. New Tamaria has no navy.", "New Tamaria", "New Tamaria"),
        ("He was the ambassador of South Lirania in those years.", "South Lirania", "South Lirania"),
    ],
)
def test_one_office_or_organ_makes_a_state(resolve: Resolve, text: str, words: str, state: str) -> None:
    assert set(resolve(text).named(words)) == {state}


def test_two_halves_of_a_country_are_two_states(resolve: Resolve) -> None:
    text = (
        "North Kelvia and South Kelvia have shared a grid since the partition. The North wants it repaired. The South "
        "says that Orsk, the Northern capital, pays too little. Orsk denied it."
    )
    resolved = resolve(text)
    assert states(resolved) == {"North Kelvia", "South Kelvia"}
    assert resolved.named("The North") == resolved.named("Northern") == ["North Kelvia"]
    assert resolved.named("The South") == ["South Kelvia"]
    assert [m.actor and resolved.result.actors[m.actor].label for m in resolved.mentions("Orsk")][-1] == "North Kelvia"


@pytest.mark.parametrize(
    "text",
    [
        "North Dakota and South Dakota share a river. The North wants a bridge, and the South says that it must wait.",
        "Carolina's Supreme Court ruled on Monday, and the government of Quebec appealed.",
        "The parliament of Scotland met on Monday.",
        "New Haven's mayor and the people of New Haven marched.",
        "Russia's Orlin said that the text was ready.",
        "The armed forces of Mustan were beaten, said General Oskar Mustan.",
        "Ferries from Orsk, Estonia, were late. Orsk said no.",
    ],
)
def test_parts_of_states_towns_and_persons_are_no_states(resolve: Resolve, text: str) -> None:
    assert states(resolve(text)) == set()


@pytest.mark.parametrize(
    ("text", "dateline", "words", "named"),
    [
        # The dateline's town stands for the state that leads, and the other side's town for the other state.
        ("QUELL, 6 May - Tamaris recalled its envoy to Lirania on Monday. Later Quell accused Vorsk of theft. The "
         "crowd went through Vorsk at night.", "QUELL, 6 May", "Quell", ["Tamaris"]),
        ("QUELL, 6 May - Tamaris recalled its envoy to Lirania on Monday. Later Quell accused Vorsk of theft. The "
         "crowd went through Vorsk at night.", "QUELL, 6 May", "Vorsk", ["Lirania", None]),
        # The only state acted; an unknown name goes on as states do.
        ("Tamaris closed its embassy on the lake on Friday. In a note, Quell demanded a new count.", None, "Quell",
         ["Tamaris"]),
    ],
)  # fmt: skip
def test_an_unknown_capital_acts_for_its_state(
    resolve_told: Resolve, text: str, dateline: str | None, words: str, named: list[str | None]
) -> None:
    resolved = resolve_told(text, dateline=dateline)
    assert [m.actor and resolved.result.actors[m.actor].label for m in resolved.mentions(words)] == named


@pytest.mark.parametrize(
    "text",
    [
        # Nothing ties the town to one of two states.
        "Tamaris and Lirania met on Monday. Quell accused the other side of theft.",
        # A person, a firm and a town of a known state.
        "Tamaris closed its borders. Rob Quell, a brewer, spoke up. Quell demanded a refund.",
        "Tamaris closed its borders. Quell Steel spoke up. Quell demanded a refund.",
        "France raised its tax. Quell demanded a refund.",
    ],
)
def test_a_name_that_nothing_ties_to_a_state_is_not_its_capital(resolve_told: Resolve, text: str) -> None:
    resolved = resolve_told(text)
    for mention in resolved.mentions("Quell"):
        assert mention.actor is None or resolved.result.actors[mention.actor].kind is not ActorKind.STATE
