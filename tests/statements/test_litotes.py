"""Blame that a denial takes back defends; a denial that is itself a reproach, or takes back a part only, does not."""

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
    ("said", "stances"),
    [
        ("the levy was not unfair", {("levy", "positive")}),
        ("the plan was by no means a failure", {("plan", "positive")}),
        ("the pilots had never violated the curfew", {("pilots", "positive")}),
        ("the auditors had not made a single mistake", {("auditors", "positive")}),
        ("the agency had not lost a single file", {("agency", "positive")}),
        ("the nurses never once complained", {("nurses", "positive")}),
        ("the harvest was no small success", {("harvest", "positive")}),
        ("the ferry was not without merit", {("ferry", "positive")}),
        ("the survey was not in vain", {("survey", "positive")}),
        ("the treasurer was above suspicion", {("treasurer", "positive")}),
        ("the crews were beyond reproach", {("crews", "positive")}),
        ("the engineers could not be praised too highly", {("engineers", "positive")}),
        ("the migrants were far from being a threat", {("migrants", "positive")}),
        ("that, far from being a nuisance, the settlers had drained the marsh", {("settlers", "positive")}),
    ],
)
def test_a_fault_that_is_denied_is_a_defence(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f"Clara Wend said {said}.")) >= stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("the treaty was without merit", {("treaty", "negative")}),
        ("the merger was no small blunder", {("merger", "negative")}),
        ("the raid could not be condemned too strongly", {("raid", "negative")}),
    ],
)
def test_blame_told_by_a_denial_stays_blame(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f"Clara Wend said {said}.")) == stances


@pytest.mark.parametrize(
    "said",
    [
        "the delay was no accident",
        "the storm was no excuse",
        "the levy was not yet a failure",
        "the levy was not the only mistake",
        "the verdict was not as unfair as the last one",
        "the plan was not clumsy but cruel",
        "the office had not received a single letter",
        "the clerks must not be late",
    ],
)
def test_a_denial_of_a_part_or_of_an_excuse_clears_nobody(read: Callable[..., Read], said: str) -> None:
    assert not {one for one in _stances(read(f"Clara Wend said {said}.")) if one[1] == "positive"}


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("Clara Wend said there was nothing in the report that she would not endorse.", {("report", "positive")}),
        ("Clara Wend said her side saw no reason to oppose the merger.", {("merger", "positive")}),
        ("Clara Wend said she had no cause to trust the register.", {("register", "negative")}),
        ("Clara Wend called the evacuation no mean feat.", {("evacuation", "positive")}),
        ("Clara Wend described the turnout as no mean achievement.", {("turnout", "positive")}),
        ("Clara Wend considered the terms not unreasonable.", {("terms", "positive")}),
    ],
)
def test_two_denials_make_a_support(read: Callable[..., Read], sentence: str, stances: Stances) -> None:
    assert _stances(read(sentence)) == stances
