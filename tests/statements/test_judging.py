"""Words and fixed phrases that judge in a content: who is described by them, and what is said must be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.statements.test_opposition import _stances

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import TargetId
    from tests.statements.conftest import Read

Stances = set[tuple[str, str]]


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("The toll is a terrible idea", {("toll", "negative")}),
        ("The toll is not a terrible idea", {("toll", "positive")}),
        ("The toll is not even a sensible idea", {("toll", "negative")}),
        ("The toll is a great many things", set()),
        ("The guilds spread lies and sowed hatred", {("guilds", "negative")}),
        ("The guilds made a grave mistake", {("guilds", "negative")}),
        ("The guilds resorted to blackmail", {("guilds", "negative")}),
        ("The toll is an act of piracy", {("toll", "negative")}),
        ("The nurses did a superb job", {("nurses", "positive")}),
        ("It was the guilds that cheated", {("guilds", "negative")}),
        ("It was not the guilds that cheated", {("guilds", "positive")}),
        ("The guilds were clumsy and greedy", {("guilds", "negative")}),
    ],
)
def test_a_predicate_judges_its_subject(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f'"{said}," Clara Wend said.')) == stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("The harbour board turned a blind eye to the leak", {("harbour board", "negative")}),
        ("The harbour board did not turn a blind eye to the leak", {("harbour board", "positive")}),
        ("The harbour board has kept its word", {("harbour board", "positive")}),
        ("The harbour board has never kept its word", {("harbour board", "negative")}),
        ("The surcharge is a slap in the face for the growers", {("surcharge", "negative")}),
        ("The surcharge is a step in the right direction", {("surcharge", "positive")}),
        ("The harbour board has no excuse", {("harbour board", "negative")}),
        ("If the harbour board breaks its word, the ferry stops", set()),
        ("We take issue with the survey", {("survey", "negative")}),
        ("We have nothing but praise for the divers", {("divers", "positive")}),
    ],
)
def test_a_fixed_phrase_judges_whom_its_row_names(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f'"{said}," Clara Wend said.')) == stances


def test_what_others_are_for_or_against_is_not_the_speakers_view(read: Callable[..., Read]) -> None:
    assert _stances(read('"The bakers take issue with the survey," Clara Wend said.')) == set()


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("The militia must leave the mill", {("militia", "negative")}),
        ("The militia should have warned us", {("militia", "negative")}),
        ("The raids must be stopped", {("raids", "negative")}),
        ("The divers should be thanked", {("divers", "positive")}),
        ("We must end the raids", {("raids", "negative")}),
        ("We must protect the divers", {("divers", "positive")}),
        ("The raids cannot be tolerated", {("raids", "negative")}),
        ("The militia should arrive on Monday", set()),
        ("The divers must be tired", set()),
        ("If the militia must leave, so be it", set()),
    ],
)
def test_what_must_be_done_tells_of_faults_and_wishes(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f'"{said}," Clara Wend said.')) == stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("I am not persuaded that the envoys want a truce", {("envoys", "negative")}),
        ("There is doubt about whether the envoys are sincere", {("envoys", "negative")}),
        ("There is no evidence that the pilots lied", {("pilots", "positive")}),
        ("I am convinced that the envoys want a truce", set()),
        ("The bakers doubt that the envoys want a truce", set()),
    ],
)
def test_who_is_doubted_is_judged(read: Callable[..., Read], said: str, stances: Stances) -> None:
    found = read(f'"{said}," Clara Wend said.')
    statement = found.by_cue("say")
    held = {(_noun(found, one.target), one.polarity) for one in statement.stances}
    assert {one for one in held if one[0] in ("envoys", "pilots")} == stances


def _noun(found: Read, target: TargetId) -> str:
    """What a target is called, whether it is a topic or, where it is somebody's view besides, an actor."""
    known = found.facts.topics.get(target)
    label = found.label(target) if known is None else known.label
    return label.removeprefix("the ")


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("The treaty is there to prevent the creation of a terror corridor", {("terror corridor", "negative")}),
        ("The treaty is there to prevent delays to the ferry", set()),
        ("The treaty will not stop the bloodshed", set()),
    ],
)
def test_bad_things_that_are_to_end_are_held_for_bad(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f'"{said}," Clara Wend said.')) == stances


def test_a_condition_binds_only_its_own_sentence(read: Callable[..., Read]) -> None:
    found = _stances(read('"If the rain stops, we sail. The toll is a disgrace," Clara Wend said.'))
    assert ("toll", "negative") in found
    assert _stances(read('"If the board agrees, the toll is a disgrace," Clara Wend said.')) == set()


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("The dam could ruin the valley", {("dam", "negative")}),
        ("The dam could have ruined the valley", set()),
        ("The dam could enrich the valley", set()),
        ("I wonder why the toll was bad", set()),
        ("The toll is the least bad choice", set()),
        ("The schools are no good", {("schools", "negative")}),
        ("We would rather resign than support the toll", set()),
        ("The talks go on", set()),
    ],
)
def test_what_may_come_or_is_only_weighed(read: Callable[..., Read], said: str, stances: Stances) -> None:
    assert _stances(read(f'"{said}," Clara Wend said.')) == stances


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend said support for the toll rose in May.",
        "Clara Wend avoids condemning the toll.",
    ],
)
def test_feelings_of_others_and_silence_are_no_stance(read: Callable[..., Read], text: str) -> None:
    found = read(text).facts.statements
    assert not [stance for one in found for stance in one.stances]
