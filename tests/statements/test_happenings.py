"""Meetings, visits, sanctions, expulsions, strikes and their like; the states are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import EventType
from kg.statements.events.happening_table import frames, noun_frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Event
    from tests.statements.conftest import Read

STATES = "Norland, Valdoria, Tamaris and Estmark are states; their capitals are far apart. "
COUNTED = frozenset(
    {EventType.VETO, EventType.ABSTENTION, EventType.SPONSORSHIP, EventType.PROPOSED_EXTENSION, EventType.MANDATE_END}
)
"""Types that have rules of their own."""


def told(found: Read, event: Event) -> tuple[str, set[str], set[str], str | None]:
    return (
        event.type.value,
        {found.label(actor) for actor in event.actors},
        {found.label(actor) for actor in event.targets},
        found.label(event.place) if event.place else None,
    )


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "targets", "place"),
    [
        ("President Ada Lund met Prime Minister Rolf Holt on Monday.",
         "meeting", {"Ada Lund", "Rolf Holt"}, set(), None),
        ("Norland held talks with Valdoria on Monday.", "meeting", {"Norland", "Valdoria"}, set(), None),
        ("Talks between Norland and Valdoria took place on Monday.", "meeting", {"Norland", "Valdoria"}, set(), None),
        ("The leaders of Norland and Valdoria met on Monday.", "meeting", {"Norland", "Valdoria"}, set(), None),
        ("Ada Lund spoke by phone with Rolf Holt on Monday.", "call", {"Ada Lund", "Rolf Holt"}, set(), None),
        ("President Ada Lund visited Estmark last week.", "visit", {"Ada Lund"}, set(), "Estmark"),
        ("President Ada Lund arrived in Valdoria on Monday.", "visit", {"Ada Lund"}, set(), "Valdoria"),
        ("Norland and Estmark signed a fishing accord in 2019.", "agreement", {"Norland", "Estmark"}, set(), None),
        ("A treaty was signed between Norland and Estmark.", "agreement", {"Norland", "Estmark"}, set(), None),
        ("Norland imposed sanctions on Valdoria on Monday.", "sanctions-imposed", {"Norland"}, {"Valdoria"}, None),
        ("Sanctions were imposed on Valdoria by Norland.", "sanctions-imposed", {"Norland"}, {"Valdoria"}, None),
        ("The Security Council imposed sanctions on Norland.",
         "sanctions-imposed", {"UN Security Council"}, {"Norland"}, None),
        ("Norland lifted its sanctions against Valdoria.", "sanctions-lifted", {"Norland"}, {"Valdoria"}, None),
        ("Estmark expelled three Valdorian diplomats.", "expulsion", {"Estmark"}, {"Valdoria"}, None),
        ("Estmark summoned the ambassador of Valdoria.", "summons", {"Estmark"}, {"Valdoria"}, None),
        ("Estmark recalled its ambassador from Valdoria.", "recall", {"Estmark"}, {"Valdoria"}, None),
        ("Norland recognised the independence of Tamaris.", "recognition", {"Norland"}, {"Tamaris"}, None),
        ("Norland restored diplomatic relations with Estmark.",
         "relations-established", {"Norland", "Estmark"}, set(), None),
        ("Norland broke off diplomatic relations with Estmark.", "relations-broken", {"Norland"}, {"Estmark"}, None),
        ("Valdoria invaded Estmark in 1990.", "military-action", {"Valdoria"}, {"Estmark"}, None),
        ("Valdoria launched missile strikes against Estmark.", "military-action", {"Valdoria"}, {"Estmark"}, None),
        ("Norland and Estmark held joint naval exercises.", "military-exercise", {"Norland", "Estmark"}, set(), None),
        ("Norland deployed 800 troops to Valdoria.", "deployment", {"Norland"}, set(), "Valdoria"),
        ("Norland withdrew its last troops from Valdoria in 2022.", "withdrawal", {"Norland"}, set(), "Valdoria"),
        ("Valdoria fired two ballistic missiles on Friday.", "missile-launch", {"Valdoria"}, set(), None),
        ("Valdoria carried out its sixth nuclear test in 2017.", "nuclear-test", {"Valdoria"}, set(), None),
        ("The Security Council established the mission in 2004.",
         "mandate-created", {"UN Security Council"}, set(), None),
        ("Everybody remembers Valdoria's invasion of Estmark.", "military-action", {"Valdoria"}, {"Estmark"}, None),
        ("He praised the treaty between Norland and Estmark.", "agreement", {"Norland", "Estmark"}, set(), None),
        ("Norland killed General Rolf Holt in an airstrike.", "military-action", {"Norland"}, {"Rolf Holt"}, None),
        ("General Rolf Holt was killed in a drone strike.", "military-action", set(), {"Rolf Holt"}, None),
        ("Everybody remembers the raid that killed Rolf Holt.", "military-action", set(), {"Rolf Holt"}, None),
        ("Norland's soldiers killed the police chief, Rolf Holt.", "military-action", {"Norland"}, {"Rolf Holt"}, None),
        ("The U.S. attack on Valdoria went on.", "military-action", {"United States"}, {"Valdoria"}, None),
        ("The Americans met the Russians on Monday.", "meeting", {"United States", "Russia"}, set(), None),
        ("The president of Norland visited Estmark.", "visit", {"Norland"}, set(), "Estmark"),
        ("She recalled Valdoria's attack in Estmark.", "military-action", {"Valdoria"}, {"Estmark"}, None),
        ("Ada Lund met with Rolf Holt on Monday, and on Friday with Iris Moe.",
         "meeting", {"Ada Lund", "Rolf Holt"}, set(), None),
        ("Ada Lund met with Rolf Holt and with Iris Moe.",
         "meeting", {"Ada Lund", "Rolf Holt", "Iris Moe"}, set(), None),
        ("She recalled Norland's killing of General Rolf Holt.", "military-action", {"Norland"}, {"Rolf Holt"}, None),
        ("She recalled the killing of Rolf Holt in a drone strike.", "military-action", set(), {"Rolf Holt"}, None),
        ("It rained when Ada Lund met Rolf Holt.", "meeting", {"Ada Lund", "Rolf Holt"}, set(), None),
        ("The NATO offensive against Valdoria ended.", "military-action", {"NATO"}, {"Valdoria"}, None),
        ("The visit by Norland's president, Ada Lund, to Estmark ended.", "visit", {"Ada Lund"}, set(), "Estmark"),
        ("Ada Lund met with Rolf Holt, then with Iris Moe.", "meeting", {"Ada Lund", "Rolf Holt"}, set(), None),
        ("The Geneva talks between Norland and Estmark went on.", "meeting", {"Norland", "Estmark"}, set(), None),
    ],
)  # fmt: skip
def test_sentence_tells_its_event(
    read: Callable[..., Read], sentence: str, type_: str, actors: set[str], targets: set[str], place: str | None
) -> None:
    found = read(STATES + sentence)
    assert [told(found, event) for event in found.facts.events] == [(type_, actors, targets, place)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland will impose sanctions on Valdoria.",
        "Norland did not impose sanctions on Valdoria.",
        "Norland threatened to impose sanctions on Valdoria.",
        "If Valdoria attacked Estmark, Norland would send troops to Estmark.",
        "Valdoria denied that it had attacked Estmark.",
        "Norland attacked the plan of Valdoria.",
        "The two sides struck a balance.",
        "Norland fears an attack on Valdoria.",
        "Estmark could expel Valdorian diplomats.",
        "Did Estmark expel the Valdorian diplomats?",
        "The envoy met the deadline.",
        "No talks between Norland and Valdoria took place.",
        "Norland warned against any attack on Valdoria.",
        "After the Paris attacks, the parliament met.",
        "Everybody remembers the Orsa attack of that year.",
        "Police killed the gunman, Rolf Holt.",
        "Norland's police killed the gunman, Rolf Holt.",
        "Rolf Holt was killed in a police shootout.",
        "Rolf Holt was killed in a bus crash.",
        "Four Americans were killed in the floods.",
        "The attackers killed four Americans in an airstrike.",
        "Ada Lund met her husband, Rolf Holt, at school.",
        "Ada Lund met an old friend, Rolf Holt.",
        "Ada Lund was met at the airport by Rolf Holt.",
        "Ada Lund launched a fierce attack against Rolf Holt.",
        "Ada Lund drew a map for the final accord between Norland and Estmark.",
        "The proposals for the treaty between Norland and Estmark are old.",
        "Ada Lund arrived in Estmark as ambassador.",
        "He blamed Valdoria or hackers sanctioned by it.",
        "They spoke of the attacks on Americans.",
        "The first American to swim there flew to Estmark.",
        "Three Americans met a Russian on Monday.",
        "Norland arrived in Estmark with two young strikers.",
        "Everybody remembers the attack in Estmark.",
        "Only Turkey recognises Northern Cyprus.",
        "Iris Moe blamed them for the killing of the Americans.",
        "Iris Moe will decide after Ada Lund meets Rolf Holt.",
        "Iris Moe wants to wait until Ada Lund meets with Rolf Holt.",
        "Iris Moe will speak when Ada Lund arrives in Estmark.",
        "Iris Moe will be ready once Ada Lund arrives in Estmark and meets Rolf Holt.",
        "Ada Lund and Rolf Holt often meet.",
        "Ada Lund regularly visited Estmark.",
        "Ada Lund's meeting with Rolf Holt was scheduled weeks ago.",
        "Ada Lund's visit to Estmark was cancelled.",
        "He was convicted of the 1987 killing of Rolf Holt.",
        "The officer was charged with the killing of Rolf Holt in a raid.",
        "Iris Moe talked with Rolf Holt about the harvest.",
        "Ada Lund is heading into her third meeting with Rolf Holt.",
        "Ada Lund awaits the visit by Rolf Holt to Estmark.",
        "Ada Lund was tired ahead of her meeting with Rolf Holt.",
    ],
)
def test_what_is_no_fact_is_no_event(read: Callable[..., Read], sentence: str) -> None:
    assert read(STATES + sentence).facts.events == ()


def test_event_is_told_by_the_statement_around_it(read: Callable[..., Read]) -> None:
    found = read(STATES + "Estmark's Foreign Ministry said Valdoria had expelled three Estmarkian diplomats.")
    (event,) = found.events(EventType.EXPULSION)
    assert event.according_to == found.by_cue("say").id


def test_year_before_a_noun_dates_it(read: Callable[..., Read]) -> None:
    (event,) = read(STATES + "Everybody remembers the 2003 invasion of Estmark.").events(EventType.MILITARY_ACTION)
    assert event.date is not None
    assert (str(event.date.earliest), str(event.date.latest)) == ("2003-01-01", "2003-12-31")


def test_meeting_that_a_noun_tells_is_placed(read: Callable[..., Read]) -> None:
    found = read(STATES + "She praised the meeting between Norland and Estmark in France.")
    assert [told(found, event) for event in found.facts.events] == [
        ("meeting", {"Norland", "Estmark"}, set(), "France")
    ]


def test_two_accounts_of_one_event_are_linked_and_stay_two(read: Callable[..., Read]) -> None:
    found = read(
        STATES + "Valdoria invaded Estmark in August 1990. Norland recalled its ambassador."
        " The Foreign Ministry of Estmark said that Valdoria had invaded Estmark."
    )
    first, second = found.events(EventType.MILITARY_ACTION)
    assert (first.same_as, second.same_as) == (None, first.id)
    assert first.according_to is None
    assert second.according_to is not None


def test_accounts_of_different_days_are_not_linked(read: Callable[..., Read]) -> None:
    found = read(STATES + "Valdoria invaded Estmark on August 2, 1990. Valdoria attacked Estmark on May 3, 2003.")
    assert [event.same_as for event in found.events(EventType.MILITARY_ACTION)] == [None, None]


def test_body_that_votes_for_sanctions_both_votes_and_imposes_them(read: Callable[..., Read]) -> None:
    found = read(STATES + "The Security Council voted to impose sanctions on Norland.")
    assert [told(found, event) for event in found.facts.events] == [
        ("vote", set(), set(), None),
        ("sanctions-imposed", {"UN Security Council"}, {"Norland"}, None),
    ]


def test_one_happening_told_by_verb_and_noun_is_one_event(read: Callable[..., Read]) -> None:
    assert len(read(STATES + "Valdoria carried out the attack on Estmark.").facts.events) == 1


def test_every_frame_names_a_type_that_it_may_tell() -> None:
    types = {frame.type for rows in frames().values() for frame in rows} | {f.type for f in noun_frames().values()}
    assert types.isdisjoint(COUNTED)
    assert types == set(EventType) - COUNTED
