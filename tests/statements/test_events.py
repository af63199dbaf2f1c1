from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.model import Article, EventType, InstrumentKind
from kg.resolve import load_authority, resolve_actors
from kg.resources import resource
from kg.statements import assemble_facts, event_record
from kg.statements.events.votes import missing_against, read_counts

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import ActorId
    from kg.text import TextReader
    from tests.statements.conftest import Read

VETOED = (
    "Russia on Friday vetoed a UN Security Council draft resolution tabled by the United States and Albania."
    " Eleven members voted in favour, while China, India and the United Arab Emirates abstained."
)
"""25 February 2022, meeting 8979 of the Security Council."""


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Thirteen of the 15 members of the council voted in favor.", {"for": 13}),
        ("It passed by a vote of 13 to 1 with 1 abstention.", {"for": 13, "against": 1, "abstain": 1}),
        ("The council voted 13-0-2 on the draft.", {"for": 13, "against": 0, "abstain": 2}),
        ("The board voted 10-3.", {"for": 10, "against": 3}),
        ("It won nine votes in favour, two against, with four abstentions.", {"for": 9, "against": 2, "abstain": 4}),
        ("The motion passed in a 7-5 vote.", {"for": 7, "against": 5}),
        ("All 15 members voted in favour.", {"for": 15}),
        ("The resolution was adopted with 14 votes in favour, none against.", {"for": 14, "against": 0}),
        ("A draft needs nine votes in favour.", {}),
        ("The vote is set for 10-30 on Monday.", {}),
        ("Nine members could vote in favor of the draft.", {}),
        ("Talks went on for 12 days against all odds.", {}),
    ],
)  # fmt: skip
def test_counts_of_a_sentence(sentence: str, counts: dict[str, int]) -> None:
    assert read_counts(sentence).counts == counts


@pytest.mark.parametrize(
    ("counts", "members", "vetoing", "rest"),
    [
        ({"for": 13, "abstain": 1}, 15, ["state/RUS"], 1),
        ({"for": 13}, 15, ["state/RUS", "state/CHN"], 2),
        ({"for": 12}, 15, ["state/RUS"], None),
        ({"for": 13, "abstain": 2}, 15, ["state/RUS"], None),
        ({"for": 13, "abstain": 1}, 15, [], None),
        ({"for": 13, "abstain": 1}, None, ["state/RUS"], None),
        ({"for": 13, "against": 1}, 15, ["state/RUS"], None),
    ],
)
def test_missing_votes_against_are_counted_only_where_certain(
    counts: dict[str, int], members: int | None, vetoing: list[ActorId], rest: int | None
) -> None:
    assert missing_against(counts, members, vetoing) == rest  # type: ignore[arg-type]


def test_one_vote_with_its_veto_abstentions_and_sponsors(read: Callable[..., Read]) -> None:
    found = read(VETOED, "2022-02-26")
    (veto,), (vote,) = found.events(EventType.VETO), found.events(EventType.VOTE)
    assert [found.label(actor) for actor in veto.actors] == ["Russia"]
    assert veto.date is not None
    assert veto.date.day == date(2022, 2, 25)
    assert {t.option: (t.count, len(t.voters), t.inferred) for t in vote.tallies} == {
        "for": (11, 0, False),
        "against": (1, 1, True),
        "abstain": (3, 3, False),
    }
    assert vote.outcome == veto.outcome == "not-adopted"
    assert vote.instrument == veto.instrument
    (draft,) = found.facts.instruments.values()
    assert draft.kind is InstrumentKind.DRAFT_RESOLUTION
    assert [found.label(actor) for actor in draft.sponsors] == ["Albania", "United States"]


def test_every_event_shows_its_words(read: Callable[..., Read]) -> None:
    found = read(VETOED, "2022-02-26")
    for event in found.facts.events:
        assert event.evidence
        assert all(found.article.cut(span).strip() for span in event.evidence)
    assert found.article.cut(found.events(EventType.VETO)[0].evidence[0]).startswith("Russia on Friday vetoed a UN")


@pytest.mark.parametrize(
    "text",
    [
        "Kestria blocked a draft resolution at the Security Council on Monday.",
        "China blocked a draft resolution at the Human Rights Council on Monday. The Security Council meets next week.",
        "Russia could veto the Security Council draft resolution, the envoy warned.",
        "Russia threatened to veto a Security Council draft resolution.",
        "France did not veto the Security Council draft resolution.",
        "If Russia vetoed the draft resolution, the Security Council would meet again.",
        "The United States blocked a statement of the Security Council.",
        "The president vetoed the budget bill. The Security Council met.",
        "France vetoed the entry of Britain in 1963.",
    ],
)
def test_no_veto_where_none_was_cast(read: Callable[..., Read], text: str) -> None:
    assert read(text).events(EventType.VETO) == []


@pytest.mark.parametrize(
    ("text", "voters"),
    [
        (
            "China and Russia vetoed a US-drafted resolution at the UN Security Council on Thursday.",
            ["China", "Russia"],
        ),
        ("The Security Council draft resolution was vetoed by the United States.", ["United States"]),
        ("Moscow blocked a Security Council draft resolution on Tuesday.", ["Russia"]),
        ("The United States used its veto on Tuesday. The Security Council had met twice.", ["United States"]),
    ],
)
def test_veto_by_permanent_members(read: Callable[..., Read], text: str, voters: list[str]) -> None:
    found = read(text)
    assert [[found.label(actor) for actor in event.actors] for event in found.events(EventType.VETO)] == [voters]


def test_reported_veto_is_according_to_its_statement_and_has_no_borrowed_date(read: Callable[..., Read]) -> None:
    found = read("Russia said on Friday that it vetoed the draft resolution. The Security Council met in New York.")
    (veto,) = found.events(EventType.VETO)
    assert veto.according_to == found.by_cue("say").id
    assert [found.label(actor) for actor in veto.actors] == ["Russia"]
    assert veto.date is None


def test_veto_is_cast_in_the_council_and_not_in_the_mission_that_the_draft_is_about(reader: TextReader) -> None:
    authority = load_authority([resource("examples/corpus-actors.csv")])
    annotated = reader.read(
        Article(
            text="Valdoria on Friday vetoed a draft resolution of the Amber Strait Commission to extend the mandate of "
            "the Amber Strait Observer Mission until September 30, 2026.",
            published="2025-09-27",
        )
    )
    resolved = resolve_actors(annotated, (), authority)
    facts = assemble_facts(annotated, (), resolved, authority)
    (veto,) = (event for event in facts.events if event.type is EventType.VETO)
    assert [resolved.actors[actor].label for actor in veto.actors] == ["Valdoria"]
    assert veto.body == "body/x-amber-commission"


def test_denied_veto_is_no_event(read: Callable[..., Read]) -> None:
    found = read("Russia denied that it vetoed the draft resolution. The Security Council met in New York.")
    assert found.events(EventType.VETO) == []


def test_two_votes_with_other_figures_stay_two(read: Callable[..., Read]) -> None:
    found = read(
        "The Security Council voted 12-0 on the first draft resolution. It voted 15-0 on the second draft resolution."
    )
    assert [event.tallies[0].count for event in found.events(EventType.VOTE)] == [12, 15]


def test_mandate_extended_and_ended(read: Callable[..., Read]) -> None:
    found = read(
        "The Security Council extended the mandate of the UN Interim Force in Lebanon until August 31, 2025.\n"
        "The mandate of the Strait Observers ends on July 15, 2024."
    )
    (extension,), (end,) = found.events(EventType.PROPOSED_EXTENSION), found.events(EventType.MANDATE_END)
    assert extension.outcome == "adopted"
    assert extension.until == date(2025, 8, 31)
    assert end.until == date(2024, 7, 15)
    assert extension.instrument != end.instrument


def test_mandate_of_a_longer_name_is_not_of_its_first_word(read: Callable[..., Read]) -> None:
    found = read("The Security Council extended the mandate of the UN Assistance Mission in Iraq until May 31, 2025.")
    (mandate,) = found.facts.instruments.values()
    assert mandate.mandate_of is None or found.label(mandate.mandate_of) != "United Nations"
    assert "Assistance Mission" in mandate.label


@pytest.mark.parametrize(
    "text",
    [
        "The mandate of the Strait Observers would end on July 15 if the council did not act.",
        "The mandate of the Strait Observers does not end on July 15.",
        "The mandate of the Strait Observers was discussed and the talks ended on July 15.",
    ],
)
def test_no_mandate_ends_where_none_is_said_to(read: Callable[..., Read], text: str) -> None:
    assert read(text).events(EventType.MANDATE_END) == []


def test_record_of_a_vote_names_everybody(read: Callable[..., Read]) -> None:
    found = read(VETOED, "2022-02-26")
    records = [event_record(event, found.facts, found.resolved, found.article) for event in found.facts.events]
    vote = next(record for record in records if record["type"] == "vote")
    assert vote["date"] == "2022-02-25"
    assert (vote["for"], vote["against"], vote["abstain"], vote["members"]) == (11, 1, 3, 15)
    assert vote["against_by"] == ["Russia"]
    assert vote["inferred"] == ["against"]
    assert vote["status"] == "not adopted"
    sponsorship = next(record for record in records if record["type"] == "sponsorship")
    assert sponsorship["actor"] == ["United States", "Albania"]


REGIONAL = (
    "Kestria on Thursday vetoed a draft resolution of the Strait Basin Council to extend the mandate of the Strait"
    " Monitoring Mission until March 31, 2026. Five of the seven members of the Council voted in favor of the"
    " Ardenia-sponsored draft. Brenmar abstained. Ardenia, Kestria and Brenmar share the strait."
)


def test_other_bodies_know_vetoes_too_where_the_word_stands(read: Callable[..., Read]) -> None:
    found = read(REGIONAL, "2025-03-13")
    (veto,), (vote,) = found.events(EventType.VETO), found.events(EventType.VOTE)
    assert veto.body is not None
    assert found.label(veto.body) == "Strait Basin Council"
    assert {t.option: (t.count, t.inferred) for t in vote.tallies} == {
        "for": (5, False),
        "against": (1, True),
        "abstain": (1, False),
    }
    assert vote.members == 7
    (extension,) = found.events(EventType.PROPOSED_EXTENSION)
    assert extension.outcome == "not-adopted"
    assert extension.until == date(2026, 3, 31)


def test_plain_block_is_no_veto_in_other_bodies(read: Callable[..., Read]) -> None:
    assert read(REGIONAL.replace("vetoed", "blocked"), "2025-03-13").events(EventType.VETO) == []


def test_adopted_resolution_extends_the_mandate(read: Callable[..., Read]) -> None:
    found = read(
        "The Strait Basin Council on Friday adopted a resolution to extend the mandate of the Strait Monitoring Mission"
        " until September 30, 2025. All seven members voted in favor."
    )
    (extension,) = found.events(EventType.PROPOSED_EXTENSION)
    assert extension.outcome == "adopted"
    (vote,) = found.events(EventType.VOTE)
    assert vote.outcome == "adopted"
    mandate = next(i for i in found.facts.instruments.values() if i.kind is InstrumentKind.MANDATE)
    assert mandate.valid_until == date(2025, 9, 30)
