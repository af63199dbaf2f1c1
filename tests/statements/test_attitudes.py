"""Attitudes are handed down the parse: to what ends, keeps or prevents, and through every denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.build import Pipeline
from kg.model import ActorId, Article
from kg.statements.reading.cues import shipped_cues
from kg.statements.reading.syntax import Tree
from kg.statements.stance.attitudes import held_by
from kg.text import TextReader

if TYPE_CHECKING:
    from collections.abc import Callable

Holding = dict[str, str]


@pytest.fixture(scope="module")
def held() -> Callable[[str], Holding]:
    """Reads a sentence and tells what its first word of attitude holds for good ("+") or bad ("-")."""
    reader = TextReader()

    def read(sentence: str) -> Holding:
        [parse] = reader.read(Article(id="one", text=sentence)).text.parses
        tree = Tree.of(parse)
        root = next(token for token in range(len(tree.lower)) if tree.head[token] == token)
        found = held_by(tree, root, shipped_cues().judging_verbs)
        return {tree.lower[one.token]: "+" if one.polarity == "positive" else "-" for one in found}

    return read


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("Estmark regretted the closure of the ferry line.", {"closure": "-", "line": "+"}),
        ("The growers applauded the repeal of the grain tax.", {"repeal": "+", "tax": "-"}),
        ("The dockers protested against the abolition of the night shift.", {"abolition": "-", "shift": "+"}),
        ("The mayor praised the divers for preventing a flood.", {"divers": "+", "flood": "-"}),
        ("The bishops called for an end to the embargo.", {"end": "+", "embargo": "-"}),
        ("The villagers want the barrier removed.", {"barrier": "-"}),
        ("The envoys rejected criticism of the nurses.", {"criticism": "-", "nurses": "+"}),
        ("The guilds scoffed at the notion of a joint currency.", {"notion": "-", "currency": "-"}),
    ],
)
def test_what_is_ended_or_kept_is_held_accordingly(
    held: Callable[[str], Holding], sentence: str, holding: Holding
) -> None:
    assert held(sentence) == holding


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("Estmark no longer opposes the tunnel.", {"tunnel": "+"}),
        ("The cabinet is not against an inquiry.", {"inquiry": "+"}),
        ("The judges had nothing against the translators.", {"translators": "+"}),
        ("Nobody doubts the skill of the crew.", {"skill": "+"}),
        ("The panel did not find fault with the engineers.", {"engineers": "+"}),
        ("The fishermen had nothing but contempt for the treaty.", {"treaty": "-"}),
        ("The speaker was no friend of the railway.", {"railway": "-"}),
        ("The growers see little value in the survey.", {"survey": "-"}),
        ("The commander was anything but pleased with the maps.", {"maps": "-"}),
        ("The union withdrew its backing for the candidate.", {"candidate": "-"}),
        ("The port dropped its resistance to the merger.", {"merger": "+"}),
        ("The clerks trust neither the register nor the auditor.", {"register": "-", "auditor": "-"}),
        ("The elders have never failed to support the school.", {"school": "+"}),
    ],
)
def test_denials_turn_an_attitude_each_time(held: Callable[[str], Holding], sentence: str, holding: Holding) -> None:
    assert held(sentence) == holding


@pytest.mark.parametrize(
    "sentence",
    [
        "The senators would not condemn the march.",
        "Nobody could deny the flood.",
        "The mayor opened the bridge.",
        "The minister has not signed the protocol.",
    ],
)
def test_silence_and_deeds_are_no_attitude(held: Callable[[str], Holding], sentence: str) -> None:
    assert held(sentence) == {}


@pytest.mark.parametrize(
    "text",
    [
        'The guild thanked the port for its "friendly" answer.',
        "The guild wryly congratulated the port on its answer.",
    ],
)
def test_mocking_praise_is_no_praise(text: str) -> None:
    read = Pipeline().read_article(Article(id="one", text=text))
    assert all(stance.polarity != "positive" for one in read.facts.statements for stance in one.stances)
    assert read.facts.statements


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ("The Assembly called on Valdoria to withdraw its boats.", {"negative"}),
        ("The Assembly called upon Valdoria to publish its maps.", {"neutral"}),
    ],
)
def test_who_is_called_upon_is_wanted_for_nothing_itself(text: str, polarities: set[str]) -> None:
    read = Pipeline().read_article(Article(id="one", text=text))
    found = {
        stance.polarity
        for one in read.facts.statements
        for stance in one.stances
        if stance.target.startswith("actor/")
        and read.resolved.actors[ActorId(stance.target.removeprefix("actor/"))].label == "Valdoria"
    }
    assert found == polarities
