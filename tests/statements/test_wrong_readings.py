"""Words that look like praise or blame and are none where they stand: likenesses, requests, other sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read

Stances = set[tuple[str, str]]


def _stances(read: Read) -> Stances:
    """Targets that are topics, and how the first statement judges them."""
    return read.topic_stances(read.facts.statements[0])


@pytest.mark.parametrize(
    "said",
    [
        "the ferry was as reliable as a paper boat",
        "the audit was about as useful as a broken clock",
        "the offer was too good to be true",
        "the budget was a masterpiece of deceit",
        "the merger was the greatest act of theft in years",
        "the office had yet to do a single useful thing",
        "the clerks responsible would be named",
    ],
)
def test_good_words_do_not_always_praise(read: Callable[..., Read], said: str) -> None:
    assert "positive" not in {polarity for _, polarity in _stances(read(f"Clara Wend said {said}."))}


@pytest.mark.parametrize(
    "said",
    [
        "the sailors refused to shoot",
        "the widows refused to sell",
        "the treasury refused the bribe",
        "the tariff had done no harm",
        "the visit did her no harm",
        "the divers did nothing wrong",
        "the nurses were too wise to sign it",
        "the soldiers made jokes",
        "neither the tariff nor the levy was unfair",
        "it was the militia, not the farmers, that burned the granaries",
    ],
)
def test_bad_words_do_not_always_blame(read: Callable[..., Read], said: str) -> None:
    blamed = {target for target, polarity in _stances(read(f"Clara Wend said {said}.")) if polarity == "negative"}
    assert blamed <= {"militia"}


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("the divers had done nothing wrong", {("divers", "positive")}),
        ("it was not the pilots who erred but the owners", {("pilots", "positive"), ("owners", "negative")}),
        ("the summit was nothing but theatre", {("summit", "negative")}),
        ("the audit was an act of self-harm", {("audit", "negative")}),
    ],
)
def test_what_judges_there_still_does(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f"Clara Wend said {said}.")) >= stances


@pytest.mark.parametrize("said", ["the owners refused to compensate the divers", "the growers refused to negotiate"])
def test_who_refuses_what_one_owes_is_blamed(read: Callable[..., Read], said: str) -> None:
    assert "negative" in {one.polarity for one in read(f"Clara Wend said {said}.").facts.statements[0].stances}


@pytest.mark.parametrize(
    "text",
    [
        "“I was asked to praise the pilots,” Clara Wend said.",
        "“They expect us to thank the growers,” Clara Wend said.",
        "“We were told to condemn the strike,” Clara Wend said.",
        "“I am asking for the fence to be removed,” Clara Wend said.",
        "Clara Wend said nobody would accuse the clerks of haste.",
    ],
)
def test_what_one_is_asked_to_say_is_not_said(read: Callable[..., Read], text: str) -> None:
    assert not _stances(read(text)) - {("fence", "negative")}


@pytest.mark.parametrize(
    "said",
    [
        "“We cannot hide our disappointment with the audit,” Clara Wend said.",
        "“I do not conceal my anger at the audit,” Clara Wend said.",
    ],
)
def test_a_feeling_that_is_not_hidden_is_shown(read: Callable[..., Read], said: str) -> None:
    assert ("audit", "negative") in _stances(read(said))


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Clara Wend rejected the claim. “The divers have acted with great courage,” she said.",
            {("claim", "negative"), ("divers", "positive")},
        ),
        (
            "Clara Wend praised the nurses. “The clinic is a disgrace,” she said.",
            {("nurses", "positive"), ("clinic", "negative")},
        ),
    ],
)
def test_a_cue_judges_in_its_own_sentence(read: Callable[..., Read], text: str, stances: Stances) -> None:
    found = read(text)
    told = {one for statement in found.facts.statements for one in found.topic_stances(statement)}
    assert told >= stances


@pytest.mark.parametrize(
    "said",
    [
        "the boycott was folly",
        "the tankers were a disaster",
        "that was an outrage",
        "the levy was poison",
        "the audit was nothing short of a disgrace",
        "the colonel owed them an apology",
    ],
)
def test_what_is_said_to_be_a_bad_thing_is_blamed(read: Callable[..., Read], said: str) -> None:
    statement = read(f"Clara Wend said {said}.").facts.statements[0]
    assert [one.polarity for one in statement.stances] == ["negative"]


@pytest.mark.parametrize("said", ["the disaster was on Sunday", "there was a disaster", "the fear was gone"])
def test_a_bad_thing_that_is_only_named_blames_nobody(read: Callable[..., Read], said: str) -> None:
    assert not read(f"Clara Wend said {said}.").facts.statements[0].stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Stop the shelling", {("shelling", "negative")}),
        ("Lift the siege", {("siege", "negative")}),
        ("Protect the orchards", {("orchards", "positive")}),
        ("Release the prisoners", {("prisoners", "positive")}),
        ("We stop the ferry at six", set()),
    ],
)
def test_a_command_shows_what_is_to_end_and_to_be_kept(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f"“{said},” Clara Wend said.")) == stances
