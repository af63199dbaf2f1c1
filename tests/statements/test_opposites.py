"""Words that judge the other way round than they look, as the news uses them: each kind with several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.statements.reading.cues import stance_of_cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read

Stances = set[tuple[str, str]]


def _topics(read: Read) -> Stances:
    """Targets that are topics, and how the first statement judges them."""
    return read.topic_stances(read.facts.statements[0])


def _polarities(read: Read) -> set[str]:
    return {stance.polarity for stance in read.facts.statements[0].stances}


@pytest.mark.parametrize(
    ("lemma", "cue"),
    [
        ("back", ["backed", "away", "from"]),
        ("back", ["backing", "out", "of"]),
        ("back", ["backed", "down", "from"]),
        ("back", ["backed", "off"]),
        ("push", ["pushed", "back"]),
        ("push", ["pushed", "back", "against"]),
        ("push", ["pushing", "back", "on"]),
    ],
)
def test_a_particle_turns_backing_and_pushing_around(lemma: str, cue: list[str]) -> None:
    assert stance_of_cue(lemma, cue).polarity == "negative"


def test_backing_without_a_particle_supports() -> None:
    assert stance_of_cue("back", ["backed"]).polarity == "positive"


@pytest.mark.parametrize(
    "said",
    [
        "the mayor was promising people free bread",
        "the pilot was not encouraging sailors to leave",
        "the governor was welcoming the smugglers",
        "the office had qualified as an agent of Holm",
        "the miller had distinguished barley from rye",
    ],
)
def test_a_deed_told_by_a_word_of_praise_is_no_praise(read: Callable[..., Read], said: str) -> None:
    assert not _polarities(read(f"Clara Wend said {said}."))


@pytest.mark.parametrize("said", ["the harvest was promising", "the clinic was encouraging", "the envoy was qualified"])
def test_the_same_words_as_qualities_praise(read: Callable[..., Read], said: str) -> None:
    assert _polarities(read(f"Clara Wend said {said}.")) == {"positive"}


@pytest.mark.parametrize(
    "said",
    [
        "the choir owed the baker an awful lot",
        "the nurses had saved an awful lot of sailors",
        "the ferry had taken a terrible lot of people across",
        "the harbour had been empty for a good while",
    ],
)
def test_a_measure_neither_praises_nor_blames(read: Callable[..., Read], said: str) -> None:
    assert not _polarities(read(f"Clara Wend said {said}."))


@pytest.mark.parametrize(
    "said",
    [
        "the smell was too strong for the cats to resist",
        "the evidence was too strong to ignore",
        "the bridge was too important to be left to clerks",
        "the vote was too close to call",
        "the errors were too many to count",
    ],
)
def test_too_great_to_be_withstood_is_no_excess(read: Callable[..., Read], said: str) -> None:
    assert "negative" not in _polarities(read(f"Clara Wend said {said}."))


@pytest.mark.parametrize("said", ["the toll was too high", "the ships were too slow to help", "the offer was too low"])
def test_an_excess_is_blamed(read: Callable[..., Read], said: str) -> None:
    assert _polarities(read(f"Clara Wend said {said}.")) == {"negative"}


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend called her rowing skills a work in progress.",
        "Clara Wend described their achievement as small.",
        "Clara Wend described the disaster fund as new.",
        "Clara Wend called the golf course a great example of how money was lost.",
    ],
)
def test_a_name_of_what_is_described_judges_nothing(read: Callable[..., Read], text: str) -> None:
    assert not _polarities(read(text))


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend offered warnings about the smugglers.", {("smugglers", "negative")}),
        ("Clara Wend wants to unseat the mayor.", {("mayor", "negative")}),
        ("Clara Wend promised to lift wages in the valley.", {("wages", "positive")}),
        ("Clara Wend promised to lift incomes.", {("incomes", "positive")}),
        ("Clara Wend hopes the plan will lift up the fishermen.", {("fishermen", "positive")}),
        ("Clara Wend promised to lift the curfew.", {("curfew", "negative")}),
        ("Clara Wend was concerned about her daughter.", {("daughter", "positive")}),
        ("Clara Wend said she was worried about her parents.", {("parents", "positive")}),
        ("Clara Wend is worried about the smugglers.", {("smugglers", "negative")}),
        ("Clara Wend was concerned about the levy.", {("levy", "negative")}),
    ],
)
def test_what_is_wished_and_feared_is_judged_by_what_it_is(
    read: Callable[..., Read], text: str, stances: Stances
) -> None:
    assert _topics(read(text)) >= stances


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend demanded the arrest of Ivo Brandt.",
        "Clara Wend called for an investigation of Ivo Brandt.",
        "Clara Wend demanded the resignation of Ivo Brandt.",
        "Clara Wend called for the prosecution of Ivo Brandt.",
        "Clara Wend wants to unseat Ivo Brandt.",
    ],
)
def test_who_is_to_be_tried_or_removed_is_not_endorsed(read: Callable[..., Read], text: str) -> None:
    found = read(text)
    assert ("Ivo Brandt", "negative") in {(name, how) for name, how, _ in found.stances(found.facts.statements[0])}


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend refused to disavow the mayor.",
        "Clara Wend declined to denounce the raid.",
        "Clara Wend refused to repudiate the verdict.",
        "Clara Wend has never accused the mayor of fraud.",
        "“They are sharply critical of the bakers,” Clara Wend said.",
        "Clara Wend warned that the mayor opposes the bridge.",
        "“The granary is empty, thanks to Ivo Brandt,” Clara Wend said.",
        "Clara Wend said the two mayors had never met.",
        "Clara Wend said the clerks do not meet with sailors.",
        "Clara Wend said the film inspired the attackers.",
        "Clara Wend said the songs inspired violence.",
    ],
)
def test_nothing_is_concluded_from_what_is_left_unsaid_or_is_the_view_of_others(
    read: Callable[..., Read], text: str
) -> None:
    assert not _polarities(read(text))


@pytest.mark.parametrize(
    "charge",
    ["opposing the bridge", "opposing the merger", "boycotting the ferry"],
)
def test_what_somebody_is_accused_of_opposing_is_not_opposed(read: Callable[..., Read], charge: str) -> None:
    assert _topics(read(f"Clara Wend accused the mayor of {charge}.")) <= {("mayor", "negative")}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend blamed the flood on the council.", {("council", "negative")}),
        ("Clara Wend blamed the shortage on the merger.", {("merger", "negative")}),
        ("Clara Wend blamed the mayor for the flood.", {("mayor", "negative")}),
        ("Clara Wend said she was “not ready” to support the merger.", {("merger", "negative")}),
        ("Clara Wend said she was not ready to back the levy.", {("levy", "negative")}),
        ("Clara Wend said she was ready to support the merger.", {("merger", "positive")}),
    ],
)
def test_blame_goes_to_the_cause_and_unreadiness_is_no_support(
    read: Callable[..., Read], text: str, stances: Stances
) -> None:
    assert _topics(read(text)) >= stances


@pytest.mark.parametrize(
    "said",
    [
        "there was little evidence that the mayor had made good on the promise",
        "she saw few signs that the office was honest",
        "there was scant proof that the audit was fair",
        "there was little reason to think that the clerks were competent",
    ],
)
def test_what_little_speaks_for_is_not_praised(read: Callable[..., Read], said: str) -> None:
    assert "positive" not in _polarities(read(f"Clara Wend said {said}."))


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend sought to show that the mayor had opposed the bridge.",
        "“The mayor is fair game,” Clara Wend said.",
        "Clara Wend said she will meet with the mayor on Thursday.",
        "Clara Wend said the office would take aggressive steps to find the ferry.",
    ],
)
def test_plans_and_set_phrases_judge_nobody(read: Callable[..., Read], text: str) -> None:
    assert not _polarities(read(text))


def test_attacks_beside_warnings_are_not_warned_of(read: Callable[..., Read]) -> None:
    found = read("Clara Wend offered more warnings about the smugglers and harsher attacks on the mayor.")
    assert "positive" not in _polarities(found)
