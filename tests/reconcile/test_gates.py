"""The gates on their own: what passes, what fails, and what stays open because too little is known."""

from __future__ import annotations

from datetime import date

import pytest

from kg.identity.profiles import Profile
from kg.reconcile.gates import Gate, Known, check_item
from kg.reconcile.items import Item
from kg.reconcile.positions import Held
from kg.reconcile.questions import Question, one_state, why_not

NOTHING = Known(bearers={}, apart=frozenset(), states={})
NORLAND = "https://w3id.org/demarche/id/actor/state/XNO"
OFFICE = "Foreign Minister of Norland"


def profile(name: str = "Mira Dahl", kind: str = "Person", **more: object) -> Profile:
    told = {"iri": "https://x.example/mira", "states": (NORLAND,), "offices": (OFFICE,), **more}
    return Profile(names=(name,), kind=kind, **told)  # type: ignore[arg-type]  # as the test says


def question(named: Profile, *, is_former: bool = False) -> Question:
    return Question(profile=named, state_items=("Q990903",) if named.states else (), is_former=is_former)


def item(name: str = "Mira Dahl", *positions: Held, states: tuple[str, ...] = ("Q990903",), kind: str = "Q5") -> Item:
    return Item(
        identifier="Q990201",
        names=(name,),
        classes=frozenset([kind]),
        states=frozenset(states),
        positions=positions,
    )


def minister(start: str = "", end: str = "", label: str = "Minister of Foreign Affairs of Norland") -> Held:
    return Held(
        statement="s", person="Q990201", person_label="Mira Dahl", position="Q990301", position_label=label,
        states=frozenset(["Q990903"]), start=start, end=end,
    )  # fmt: skip


def gate(name: str, asked: Question, found: Item, known: Known = NOTHING) -> Gate:
    return next(one for one in check_item(asked, found, known) if one.name == name)


@pytest.mark.parametrize(
    ("name", "other", "outcome"),
    [
        ("Mira Dahl", "Mira Dahl", "passed"),
        ("Dmitry Polyansky", "Dmitri Polyanskiy", "passed"),
        ("Kim Jong Un", "Jong-un Kim", "passed"),
        ("Mira Dahl", "Mira Sofie Dahl", "passed"),
        ("M. Dahl", "Mira Dahl", "open"),
        ("John Kerry", "John Perry", "failed"),
        ("Mira Dahl", "Dahl", "failed"),
        ("Mira Dahl", "Jon Vik", "failed"),
    ],
)
def test_names_of_persons(name: str, other: str, outcome: str) -> None:
    assert gate("name", question(profile(name)), item(other)).outcome == outcome


@pytest.mark.parametrize(
    ("name", "other", "outcome"),
    [
        ("The Lake Board", "Lake Board", "passed"),
        ("Ministry of Foreign Affairs of Norland", "ministry of foreign affairs, Norland", "passed"),
        ("Ministry of Foreign Affairs of Norland", "Ministry of Foreign Affairs of Estmark", "failed"),
        ("Lake Board", "Lake Boarding School", "failed"),
    ],
)
def test_names_of_bodies_have_to_be_the_same(name: str, other: str, outcome: str) -> None:
    body = profile(name, kind="GovernmentBody", offices=())
    assert gate("name", question(body), item(other, kind="Q43229")).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "class_", "outcome"),
    [
        ("Person", "Q5", "passed"),
        ("Person", "Q43229", "failed"),
        ("State", "Q3624078", "passed"),
        ("State", "Q5", "failed"),
        ("MediaOutlet", "Q11032", "passed"),
        ("InternationalBody", "Q484652", "passed"),
        ("GovernmentBody", "Q6256", "failed"),
    ],
)
def test_types_fit_kinds(kind: str, class_: str, outcome: str) -> None:
    assert gate("type", question(profile(kind=kind)), item(kind=class_)).outcome == outcome


@pytest.mark.parametrize(
    ("states", "outcome"),
    [(("Q990903",), "passed"), (("Q990904", "Q990903"), "passed"), (("Q990904",), "failed"), ((), "open")],
)
def test_states(states: tuple[str, ...], outcome: str) -> None:
    assert gate("state", question(profile()), item(states=states)).outcome == outcome


@pytest.mark.parametrize(
    ("start", "end", "days", "outcome"),
    [
        ("2020-05-04", "", ("2024-05-01", "2024-05-03"), "passed"),
        ("2020-05-04", "2024-05-02", ("2024-05-01", "2024-05-03"), "passed"),
        ("2024", "", ("2024-05-01", "2024-05-03"), "passed"),
        ("2020", "2024-05", ("2024-05-20", "2024-06-03"), "passed"),
        ("2020-05-04", "2024-04-30", ("2024-05-01", "2024-05-03"), "failed"),
        ("2024-05-04", "", ("2024-05-01", "2024-05-03"), "failed"),
        ("", "", ("2024-05-01", "2024-05-03"), "open"),
    ],
)
def test_days_in_office(start: str, end: str, days: tuple[str, str], outcome: str) -> None:
    named = profile(days=(date.fromisoformat(days[0]), date.fromisoformat(days[1])))
    assert gate("role", question(named), item("Mira Dahl", minister(start, end))).outcome == outcome


def test_a_former_holder_may_be_named_later_but_not_before() -> None:
    days = (date(2024, 5, 1), date(2024, 5, 3))
    asked = question(profile(days=days), is_former=True)
    assert gate("role", asked, item("Mira Dahl", minister("2010-01-01", "2012-01-01"))).outcome == "passed"
    assert gate("role", asked, item("Mira Dahl", minister("2024-06-01"))).outcome == "failed"


def test_another_office_leaves_the_gate_open() -> None:
    # Wikidata lacks many offices of lesser officials: that it knows another one says nothing against a person.
    found = item("Mira Dahl", minister("2020", label="member of the Parliament of Norland"))
    assert gate("role", question(profile(days=(date(2024, 5, 1), date(2024, 5, 1)))), found).outcome == "open"


def test_an_office_of_another_state_does_not_speak_for_a_person() -> None:
    held = minister("2020-01-01")
    elsewhere = Held(**{**{name: getattr(held, name) for name in held.__slots__}, "states": frozenset(["Q990904"])})
    days = (date(2024, 5, 1), date(2024, 5, 1))
    assert gate("role", question(profile(days=days)), item("Mira Dahl", elsewhere)).outcome == "open"


def test_who_is_the_item_already_is_told_and_who_is_of_another_state_fails() -> None:
    other = profile(iri="https://x.example/other", states=("https://x.example/state",))
    known = Known(bearers={"Q990201": (other,)}, apart=frozenset(), states={})
    assert gate("apart", question(profile()), item(), known).outcome == "open"
    assert gate("one state", question(profile()), item(), known).outcome == "failed"


def test_one_state_may_have_two_items() -> None:
    assert one_state("Q29999") == one_state("Q55") == "Q55"


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        (profile(), None),
        (profile(states=(), offices=(OFFICE,)), None),
        (profile(states=(), offices=()), "neither a state nor an office"),
        (profile("Dahl"), "a surname alone"),
        (profile("M. Dahl"), "a surname alone"),
        (profile(items=("http://www.wikidata.org/entity/Q1",)), "it is Q1 already"),
        (profile("Board", kind="Organisation", states=()), "one word"),
        (profile("Lake Board", kind="Organisation", states=()), None),
        (profile("the officials", kind="UnnamedSource"), "no kind that has items"),
        (profile("Norland and its allies", kind="ActorGroup"), "no kind that has items"),
    ],
)
def test_who_is_asked_for(named: Profile, reason: str | None) -> None:
    found = why_not(named)
    assert (found is None) == (reason is None)
    assert reason is None or reason in str(found)
