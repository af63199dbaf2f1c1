"""Pairs that are proposed, and pairs that never are: by name, state, role and day."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity import THRESHOLD, Profile, compare, propose
from kg.identity.blocking import likely_pairs
from kg.identity.judgements import WIKIDATA

ROWS = list(csv.DictReader((Path(__file__).parent / "pairs.csv").open(encoding="utf-8")))
TRUE = [row for row in ROWS if row["same"] == "yes"]
FALSE = [row for row in ROWS if row["same"] == "no"]
MISSED = {
    # Spellings that no table of transliterations has, and a surname with nothing beside it.
    ("Moammar Gadhafi", "Muammar Qaddafi"),
    ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
    ("Yevgeny Prigozhin", "Evgeni Prigojine"),
    ("Drumm", "Viktor Drumm"),
}


def profile(row: dict[str, str], side: str) -> Profile:
    day = date.fromisoformat(row[f"{side}_day"]) if row[f"{side}_day"] else None
    state = row[f"{side}_state"]
    return Profile(
        iri=f"https://x.example/{side}/{row[side]}",
        names=(row[side],),
        kind="Person",
        states=(state,) if state else (),
        offices=(row[f"{side}_office"],) if row[f"{side}_office"] else (),
        days=(day, day) if day else None,
    )


def score(row: dict[str, str]) -> float:
    found = compare(profile(row, "one"), profile(row, "other"))
    return 0.0 if found is None else found.score


def _id(row: dict[str, str]) -> str:
    return f"{row['one']} / {row['other']}"


@pytest.mark.parametrize("row", FALSE, ids=_id)
def test_two_people_are_not_proposed(row: dict[str, str]) -> None:
    assert score(row) < THRESHOLD


def test_most_spellings_of_one_person_are_proposed() -> None:
    assert len(TRUE) >= 24
    assert len(FALSE) >= 24
    missed = {(row["one"], row["other"]) for row in TRUE if score(row) < THRESHOLD}
    assert missed <= MISSED
    assert sum(score(row) >= THRESHOLD for row in TRUE) >= 0.85 * len(TRUE)


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_what_would_be_proposed_is_also_met(row: dict[str, str]) -> None:
    both = [profile(row, "one"), profile(row, "other")]
    if score(row) >= THRESHOLD:
        assert likely_pairs(both) == {(0, 1)}


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_which_of_the_two_comes_first_makes_no_difference(row: dict[str, str]) -> None:
    one, other = profile(row, "one"), profile(row, "other")
    first, second = compare(one, other), compare(other, one)
    assert (first and (first.score, first.left)) == (second and (second.score, second.left))


def test_a_name_alone_without_state_role_or_day_has_to_be_a_full_one() -> None:
    lone = Profile(iri="https://x.example/1", names=("Lund",), kind="Person")
    assert propose([lone, replace(lone, iri="https://x.example/2", names=("Anna Lund",))]) == []
    assert (
        len(
            propose(
                [replace(lone, names=("Anna Lund",)), replace(lone, iri="https://x.example/2", names=("Anna Lund",))]
            )
        )
        == 1
    )


def test_reasons_name_what_speaks_for_and_against() -> None:
    row = next(row for row in TRUE if row["one"] == "Irena Holm")
    found = compare(profile(row, "one"), profile(row, "other"))
    assert found is not None
    assert found.reasons == ("+ same name", "+ same state", "- different roles: representative and foreign minister")


def test_items_of_wikidata_decide() -> None:
    one = Profile(iri="https://x.example/1", names=("Anna Lund",), kind="Person", items=(f"{WIKIDATA}Q1",))
    other = replace(one, iri="https://x.example/2", names=("Madame L.",))
    assert [pair.reasons[-1] for pair in propose([one, other])] == ["+ same Wikidata item"]
    assert propose([one, replace(other, names=("Anna Lund",), items=(f"{WIKIDATA}Q2",))]) == []


def test_judged_pairs_states_and_bodies_are_left_out() -> None:
    one = Profile(iri="https://x.example/1", names=("Anna Lund",), kind="Person")
    other = replace(one, iri="https://x.example/2")
    assert propose([one, other], frozenset({(one.iri, other.iri)})) == []
    assert propose([replace(one, kind="Organisation"), replace(other, kind="Organisation")]) == []


FIRST = ("Anna", "Hanna", "Per", "Piotr", "A.", "Ivan")
LAST = ("Lund", "Lundgren", "Polyansky", "Polianski", "Kim")
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]


@given(
    st.lists(st.sampled_from([*NAMES, "Lund", "Kim Anna", "Polyansky"]), min_size=2, max_size=12),
    st.sampled_from(["", "NVK"]),
)
def test_blocks_lose_no_pair_that_comparing_all_would_propose(names: list[str], state: str) -> None:
    people = [
        Profile(
            iri=f"https://x.example/{number:03}", names=(name,), kind="Person", states=(state,) if state else (),
            offices=("spokesperson",), days=(date(2024, 5, 1), date(2024, 5, 2)),
        )
        for number, name in enumerate(names)
    ]  # fmt: skip
    everything = {
        (one.iri, other.iri)
        for number, one in enumerate(people)
        for other in people[number + 1 :]
        if (found := compare(one, other)) and found.score >= THRESHOLD
    }
    assert {(found.left.iri, found.right.iri) for found in propose(people)} == everything


def test_the_number_of_pairs_that_are_compared_does_not_grow_with_the_square_of_people() -> None:
    firsts = [f"{a}{b}{c}o" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]
    lasts = [f"{a}{b}{c}{d}sen" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdklmnrtv" for d in "aeiou"]

    def compared(count: int) -> int:
        people = [
            Profile(
                iri=f"https://x.example/{n}", names=(f"{firsts[n * 7 % len(firsts)]} {lasts[n * 13 % len(lasts)]}",),
                kind="Person", states=(f"S{n % 50}",),
            )
            for n in range(count)
        ]  # fmt: skip
        return len(likely_pairs(people))

    assert compared(4000) < 4000 * 40
