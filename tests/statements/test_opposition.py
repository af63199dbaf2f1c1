"""Views that are turned down, what "not" sets against a target, and threats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read

Stances = set[tuple[str, str]]


def _stances(found: Read) -> Stances:
    """Words that first show each target of the first statement, and the polarity."""
    statement = found.facts.statements[0]
    text = found.article.text
    shown = {one.target: text[one.evidence.start : one.evidence.end] for one in statement.about}
    return {(shown[one.target], one.polarity) for one in statement.stances}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend brushed aside talk that the tunnel was unsafe.", {("talk", "negative")}),
        (
            "Clara Wend rejected insinuations that the pilots had lied.",
            {("insinuations", "negative"), ("pilots", "positive")},
        ),
        ("Clara Wend said any suggestion that the pilots were corrupt was baseless.", {("pilots", "positive")}),
        ("Clara Wend said nobody believed that the census was fair.", {("census", "negative")}),
        ("Clara Wend said nobody believed that the census was a farce.", {("census", "positive")}),
        ("Clara Wend said few people believed that the census was fair.", {("census", "negative")}),
    ],
)
def test_who_turns_down_a_view_holds_the_opposite(read: Callable[..., Read], text: str, stances: Stances) -> None:
    assert _stances(read(text)) >= stances


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend rejected the brutal occupation.",
        "Clara Wend dismissed reports that the tunnel had been opened.",
        "Clara Wend said the growers believed that the census was fair.",
    ],
)
def test_a_rejected_deed_is_defended_by_nobody(read: Callable[..., Read], text: str) -> None:
    assert "positive" not in {polarity for _, polarity in _stances(read(text))}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend blamed the ministry, not the crews.", {("ministry", "negative"), ("crews", "positive")}),
        ("Clara Wend praised the nurses but not the clinic.", {("nurses", "positive"), ("clinic", "negative")}),
        ("Clara Wend praised the nurses and the clinic.", {("nurses", "positive"), ("clinic", "positive")}),
        ("Clara Wend asked for bridges, not walls.", {("bridges", "positive"), ("walls", "negative")}),
        ("Clara Wend prefers a bridge to a ferry.", {("bridge", "positive"), ("ferry", "negative")}),
    ],
)
def test_what_not_sets_against_a_target_is_held_the_other_way(
    read: Callable[..., Read], text: str, stances: Stances
) -> None:
    assert _stances(read(text)) == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend said the smugglers would pay dearly.", {("smugglers", "negative")}),
        ("Clara Wend vowed that the smugglers would face consequences.", {("smugglers", "negative")}),
        ("Clara Wend said the growers would pay for the dam.", set()),
        ("Clara Wend said the smugglers would not regret it.", set()),
    ],
)
def test_who_is_to_suffer_is_threatened(read: Callable[..., Read], text: str, stances: Stances) -> None:
    assert _stances(read(text)) == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend threatened to sue the shipyard.", {("shipyard", "negative")}),
        ("Clara Wend reserved the right to appeal against the verdict.", {("verdict", "negative")}),
        ("Clara Wend warned that the tunnel was dangerous.", {("tunnel", "negative")}),
        ("Clara Wend warned that the tunnel would open late.", set()),
    ],
)
def test_what_an_announced_act_or_a_warning_strikes(read: Callable[..., Read], text: str, stances: Stances) -> None:
    assert _stances(read(text)) == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Clara Wend said the engineers had averted a catastrophe.",
            {("engineers", "positive"), ("catastrophe", "negative")},
        ),
        ("Clara Wend said the engineers might avert a catastrophe.", {("catastrophe", "negative")}),
        ("Clara Wend said that without the divers the crew would have drowned.", {("divers", "positive")}),
        ("Clara Wend said the map hardly deserved the name.", {("map", "negative")}),
        ("Clara Wend said the pilots were not to blame.", {("pilots", "positive")}),
        ("Clara Wend said the pilots were to blame.", {("pilots", "negative")}),
        ("Clara Wend said the pilots had acted with restraint.", {("pilots", "positive")}),
        ("Clara Wend said the pilots had acted with arrogance.", {("pilots", "negative")}),
        ("Clara Wend said the pilots had handled the landing superbly.", {("pilots", "positive")}),
        ("Clara Wend said the pilots had served the town with honour.", {("pilots", "positive")}),
        ("Clara Wend said the absence of doctors troubled her.", {("absence of doctors", "negative")}),
        ("Clara Wend said the pilots were using the growers as a shield.", {("pilots", "negative")}),
        ("Clara Wend said the curfew no longer served any purpose.", {("curfew", "negative")}),
        ("Clara Wend said the curfew made sense.", set()),
        ("Clara Wend said the recruits were not fit to hold a bridge.", {("recruits", "negative")}),
        ("Clara Wend said her visit did not imply recognition of the decree.", {("decree", "negative")}),
        ("Clara Wend apologised for the behaviour of the guards.", {("behaviour of the guards", "negative")}),
        ("Clara Wend said her quarrel was with the landlords.", {("landlords", "negative")}),
        ("Clara Wend said nobody could deny that the census had been a farce.", {("census", "negative")}),
        ("Clara Wend deplored the fact that the pilots had broken their word.", {("pilots", "negative")}),
    ],
)
def test_credit_is_given_and_denied(read: Callable[..., Read], text: str, stances: Stances) -> None:
    assert _stances(read(text)) == stances


def test_saying_no_is_a_rejection_and_no_denial(read: Callable[..., Read]) -> None:
    assert _stances(read("Clara Wend said no to the tunnel.")) == {("tunnel", "negative")}


def test_a_superlative_in_the_negative_is_praise_or_blame(read: Callable[..., Read]) -> None:
    ending = "Ardenia and Kestria share a strait. Both states, Ardenia and Kestria, sent envoys."
    for word, polarity in (("better", "positive"), ("worse", "negative")):
        found = read(f"Ardenia said there was no {word} partner than Kestria. {ending}")
        assert {stance[1] for stance in found.stances(found.by_cue("say"))} == {polarity}


def test_who_is_warned_of_a_reprisal_is_threatened(read: Callable[..., Read]) -> None:
    found = read("Ardenia warned Kestria that any landing would be met with force. Ardenia and Kestria share a strait.")
    assert found.stances(found.by_cue("warn")) == {("Kestria", "negative", "threaten")}


def test_standing_by_somebody_is_support_and_as_long_as_it_takes_no_condition(read: Callable[..., Read]) -> None:
    found = read("“We stand by the growers, for as long as it takes,” Clara Wend said.")
    assert _stances(found) == {("growers", "positive")}
    assert not found.facts.statements[0].conditional


def test_a_part_of_a_judging_expression_is_not_what_it_judges(read: Callable[..., Read]) -> None:
    assert ("trust", "negative") not in _stances(read("Clara Wend criticised the loss of trust in the court."))
