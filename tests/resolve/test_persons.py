"""Persons in running text: who is named as one, and which capitals are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind, Article
from kg.resolve import load_authority, resolve_actors
from kg.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader
    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


def persons(resolved: Resolved) -> set[str]:
    return {actor.label for actor in resolved.result.actors.values() if actor.kind is ActorKind.PERSON}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The envoy praised Gonzalez on Monday for his work.", {"Gonzalez"}),
        ("Critics of the Obama administration met in Holm.", {"Obama"}),
        ("Rovelli's wife fell ill in May.", {"Rovelli"}),
        ("Kayla, who lives in Holm, is the first to win.", {"Kayla"}),
        ("Striker Bafetimbi Orro left the field.", {"Bafetimbi Orro"}),
        ("They asked DMV spokeswoman Jan Mendel about it.", {"Jan Mendel"}),
        ("Bangor police Sgt. Tom Lovell said so.", {"Tom Lovell"}),
        ("The forces of Saddam fell back on Monday.", {"Saddam"}),
        ("The Norwick paper quoted Obama lawyer Kim Tarn.", {"Obama", "Kim Tarn"}),
        ("The veteran politician Wong Kwok-hing was beaten.", {"Wong Kwok-hing"}),
        ("Samuel Heyman spoke first. Then GAFs Heyman cautioned them.", {"Samuel Heyman"}),
        ("Timea Ardo beat Angelique Wern in two sets.", {"Timea Ardo", "Angelique Wern"}),
    ],
)
def test_a_person_may_be_named_without_role_and_full_name(resolve: Resolve, text: str, named: set[str]) -> None:
    assert persons(resolve(text)) == named


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Reserve raised rates. Public Law 480 is old. State Route 309 is closed.",
        "The delegate of a major CPA producer left. Trade Unions met.",
        "He was taken to St. Joseph's Regional Medical Center.",
        "They walked over the Ambassador Bridge in May.",
        "Stocks fell in Europe and the U.S where rates rose.",
        "The mine in W. Va. was shut.",
        "Shares of Sun Co rose. Agrimont SPA fell.",
        "Virgin Australia cut fares.",
        "She lives in the suburb of Aurora. He, 51, of Ewa Beach, died.",
        "Chandler police closed the road. It runs through Valhalla, NY, and Kent, Tenn.",
        "His Kestrian colleague and several Ardish guests left.",
        "They found him in Prince George's County.",
    ],
)
def test_adjectives_places_companies_and_initials_make_no_person(resolve: Resolve, text: str) -> None:
    assert persons(resolve(text)) == set()


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("It sold its mills to Rupert Stevens and Co Inc for a song.", "Rupert Stevens and Co Inc"),
        ("The bankers Samuel Montrose and Sons Ltd agreed.", "Samuel Montrose and Sons Ltd"),
        ("The beds were bought from Don Bybel & Associates.", "Don Bybel & Associates"),
    ],
)
def test_a_company_named_after_its_founder_is_not_that_person(resolve: Resolve, text: str, company: str) -> None:
    resolved = resolve(text)
    assert persons(resolved) == set()
    assert [m.actor and resolved.result.actors[m.actor].kind for m in resolved.mentions(company)] == [
        ActorKind.ORGANISATION
    ]


def test_a_company_is_named_later_by_its_own_part(resolve: Resolve) -> None:
    text = "Agrimont SpA said it lost money. Later Agrimont cut jobs. J.P. Torgan and Co Inc lent more. Torgan said so."
    resolved = resolve(text)
    assert resolved.named("Agrimont")[-1:] == ["Agrimont SpA"]
    assert resolved.named("Torgan") == ["J.P. Torgan and Co Inc"]
    assert persons(resolved) == set()


def test_one_surname_of_two_people_goes_to_whom_title_or_role_shows(resolve: Resolve) -> None:
    text = (
        "President Marek Dorn met his sister Irena Dorn. Ms Dorn said it was gold. President Dorn thanked them. "
        "Dorn will travel."
    )
    assert resolve(text).named("Dorn") == ["Irena Dorn", "Marek Dorn", None]


def test_a_surname_is_that_of_the_only_bearer_named_so_far(resolve: Resolve) -> None:
    text = "Anton Mendel died on Monday. Mendel was a spy. His wife Jonna Mendel was one, too."
    assert resolve(text).named("Mendel") == ["Anton Mendel"]


@pytest.mark.parametrize(
    "text", ["They wrote it on Twitter and Facebook.", "The EastLink pipe is dear. EastLink costs more."]
)
def test_platforms_and_products_are_no_persons(resolve: Resolve, text: str) -> None:
    assert persons(resolve(text)) == set()


def test_a_word_of_a_known_bodys_name_is_no_person(reader: TextReader) -> None:
    authority = load_authority([resource("examples/actors.csv")])
    annotated = reader.read(
        Article(
            title="Ardenia accuses Kestria of holding back Sarn water",
            text="According to the Sarn Basin Council, the level is the lowest for March.",
            published="2025-03-03",
        )
    )
    labels = {actor.label for actor in resolve_actors(annotated, (), authority).actors.values()}
    assert labels == {"Ardenia", "Kestria", "Sarn Basin Council"}
