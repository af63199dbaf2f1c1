"""Support and sympathy that show without a word of praise, and what words only name."""

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
    ("sentence", "stances"),
    [
        ("Clara Wend said she could live with a smaller dam.", {("smaller dam", "positive")}),
        ("Our goal is to build a customs union, Clara Wend said.", {("customs union", "positive")}),
        ("We must ensure that the ceasefire is not put at risk, Clara Wend said.", {("ceasefire", "positive")}),
        ("Both peoples need a lasting peace, Clara Wend said.", {("lasting peace", "positive")}),
        ("The bureau stood by its census, its spokesman said.", {("census", "positive")}),
        ("The spokesman said the ministry stood by the survey.", {("survey", "positive")}),
    ],
)
def test_support_shows_in_what_one_aims_at_needs_and_puts_up_with(
    read: Callable[..., Read], sentence: str, stances: Stances
) -> None:
    assert _stances(read(sentence)) >= stances


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("Clara Wend said she was worried about the prisoners.", {("prisoners", "positive")}),
        ("Clara Wend said the captain had been martyred.", {("captain", "positive")}),
        ("The refugees need shelter, the bishop said.", {("refugees", "positive")}),
        ("We share the grief of the bereaved, Clara Wend said.", {("grief", "positive")}),
        ("Clara Wend said she was worried about the merger.", {("merger", "negative")}),
    ],
)
def test_concern_for_those_who_suffer_is_sympathy(read: Callable[..., Read], sentence: str, stances: Stances) -> None:
    found = {(label.split()[0], polarity) for label, polarity in _stances(read(sentence))}
    assert found >= {(label.split()[0], polarity) for label, polarity in stances}


@pytest.mark.parametrize(
    "sentence",
    [
        "Clara Wend said she neither supported nor opposed the merger.",
        "Clara Wend said the road needed two lanes.",
        "Clara Wend said the ministry was not far from the survey office.",
        "Clara Wend said they would build another pipeline.",
    ],
)
def test_nothing_is_concluded_where_words_only_name(read: Callable[..., Read], sentence: str) -> None:
    assert not {one for one in _stances(read(sentence)) if one[1] != "neutral"}


def test_who_is_asked_for_something_without_fault_is_no_wish(read: Callable[..., Read]) -> None:
    facts = read("Clara Wend called on the growers and the millers to join the league.")
    assert not {("millers", "positive"), ("growers", "positive")} & _stances(facts)
