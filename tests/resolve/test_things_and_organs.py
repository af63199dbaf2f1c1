"""Ships, rivers and houses that name nobody; organs named where the sentence is laid. States are invented or real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The frigate Poland Rising took ten men on board.", "Poland"),
        ("The ferry 'Anna Holm' sank in the bay.", "Anna Holm"),
        ("The tanker Anna Holm sank in the bay.", "Anna Holm"),
        ("The carrier USS Abraham Holm left on Monday.", "Abraham Holm"),
        ("Sluices along the lower Orle were shut on Sunday.", "Orle"),
        ("They signed it at the White House on Monday.", "White House"),
        ("They met inside the Kremlin on Monday.", "Kremlin"),
        ("A road and a railway run between Kinshasa and Brazzaville.", "Brazzaville"),
        ("The bridge between Kinshasa and Brazzaville is shut.", "Kinshasa"),
        ("He is a Norwegian.", "Norwegian"),
        ("Sal Holm won the seat of New Fields West with ease.", "West"),
    ],
)
def test_a_thing_or_a_place_is_no_actor(resolve: Resolve, text: str, words: str) -> None:
    assert [m.actor for m in resolve(text).mentions(words) if m.actor] == []


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The ferry captain Ole Hansen spoke.", "Ole Hansen", "Ole Hansen"),
        ("The White House rejected it.", "White House", "White House"),
        ("Talks between Moscow and Washington failed.", "Moscow", "Russia"),
        ("The US Senate approved it.", "US Senate", "Senate of the United States"),
        ("The Sorrenian Foreign Ministry summoned the Lirian consul.", "Sorrenian Foreign Ministry",
         "Sorrenian Foreign Ministry"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_thing_is_named(resolve: Resolve, text: str, words: str, label: str) -> None:
    assert resolve(text).named(words) == [label]


def test_a_bare_ministry_is_that_of_the_place_where_the_sentence_is_laid(resolve: Resolve) -> None:
    known = resolve("Hungary closed a crossing on Monday. In Vienna, the Interior Ministry said it was told late.")
    assert known.named("the Interior Ministry") == ["Interior Ministry of Austria"]
    unknown = resolve("Hungary told Lirania's envoy so. In Quell, the Interior Ministry said it was told late.")
    assert [m.actor for m in unknown.mentions("the Interior Ministry") if m.actor] == []
    here = resolve("Hungary closed a crossing on Monday. The Interior Ministry said it was full.")
    assert here.named("The Interior Ministry") == ["Interior Ministry of Hungary"]


def test_who_speaks_for_a_ministry_named_by_its_field_binds_it(resolve: Resolve) -> None:
    text = "Lirania's Interior Ministry said no. Rosa Quint, a spokeswoman for the Interior Ministry, said why."
    resolved = resolve(text, "Rosa Quint, a spokeswoman for the Interior Ministry")
    assert resolved.result.actors[resolved.speaker().principal or ""].label == "Interior Ministry of Lirania"  # type: ignore[index]


def test_the_state_behind_a_town_is_a_place_and_the_owner_behind_in_is_none(resolve: Resolve) -> None:
    resolved = resolve("The pipe ends between the field and Orsk, Estonia, where it meets the sea.")
    assert [m.is_place for m in resolved.mentions("Estonia")] == [True]
    assert [m.actor for m in resolved.mentions("Orsk") if m.actor] == []
    resolved = resolve("The visit showed progress in Estonia's answer. It rained in Estonia.")
    assert [m.is_place for m in resolved.mentions("Estonia")] == [False, True]


def test_an_agency_that_is_named_next_is_no_earlier_one(resolve: Resolve) -> None:
    resolved = resolve("Estonia's news agency said no. According to news agency KNOA, it was late.")
    assert resolved.mentions("news agency") == []


def test_what_is_said_of_a_firm_is_not_its_name(resolve: Resolve) -> None:
    resolved = resolve("It wants more, in addition to its U.S. Subsidiary Orlin International Inc.")
    assert resolved.named("U.S.") == ["United States"]
    assert [m.actor for m in resolved.mentions("U.S. Subsidiary Orlin International Inc") if m.actor] == []


def test_a_lost_apostrophe_makes_no_state(resolve: Resolve) -> None:
    resolved = resolve("Orlins troops fled. The advance broke the military forces of Orlin.")
    assert not any(a.is_local and a.kind.value == "State" for a in resolved.result.actors.values())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Greta Olm, the ambassador of Norway, said her government supported the text.", "Norway"),
        ("Denmark's envoy, Nils Berg, met them. He said his government wanted a pact.", "Denmark"),
        ("Foreign Minister Nils Berg of Denmark said his government rejected the offer.", "Denmark"),
    ],
)
def test_whose_government_speaks_inside_of_a_report_is_that_of_the_speakers_state(
    resolve_told: Resolve, text: str, state: str
) -> None:
    words = "her government" if "her " in text else "his government"
    (label,) = resolve_told(text).named(words)
    assert label is not None
    assert label.casefold() == f"government of {state}".casefold()
