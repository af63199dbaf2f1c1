"""What contents speak of in later sentences, behind fronted phrases, and deep in phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


def _of(found: Read, cue: str) -> list[str]:
    return found.topics(found.by_cue(cue))


@pytest.mark.parametrize(
    ("text", "cue", "topic"),
    [
        ("Clara Wend called the ruling “a gift”. “The owners lied to us for years,” she said.", "say", "owners"),
        (
            "Clara Wend called the toll “theft by decree”, adding: “The council took a bribe.”",
            "add",
            "council",
        ),
        (
            "Clara Wend said she saw dykes breaking, cholera spreading and the risk of a famine growing.",
            "say",
            "cholera",
        ),
        (
            "“Those who want to sell the harbour are lying,” Clara Wend said.",
            "say",
            "Those who want to sell the harbour",
        ),
        ("Of the new toll Clara Wend said that nobody had asked for a levy.", "say", "new toll"),
        ("“There was no soup and no bread,” Clara Wend said of the welcome.", "say", "welcome"),
        ("Asked about the ferry, Clara Wend said she had nothing to add.", "say", "ferry"),
        ("Clara Wend described their two hours together as fruitful.", "describe", "two hours"),
        ("Clara Wend called the hearing anything but fair.", "call", "hearing"),
        ("“What a fine gift: a road nobody can use,” Clara Wend said.", "say", "road"),
        ("“We shall exclude nobody from fishing rights in the gulf,” Clara Wend said.", "say", "fishing rights"),
        ("“We agree to engage in frank and steady talks,” Clara Wend said.", "say", "talks"),
        ("Clara Wend said there was doubt about whether the crew was ready.", "say", "crew"),
        (
            "Clara Wend spoke of a future in which ships pass without interference in the strait.",
            "speak",
            "interference",
        ),
        ("“They may stay provided they respect the treaty,” Clara Wend said.", "say", "treaty"),
        ("“You had friends in that hall,” Clara Wend said.", "say", "hall"),
        ("Clara Wend asked the guards not to turn back the ferries.", "ask", "turn back the ferries"),
        ("Clara Wend urged the villages not to sell rifles to the militia.", "urge", "sell rifles to the militia"),
        ("Clara Wend told the captains not to sail without a pilot.", "tell", "sail without a pilot"),
        ("Clara Wend said the village wanted to live in a climate of trust.", "say", "climate of trust"),
        (
            "Clara Wend said the fate of the pilots and the future of the airfield were open.",
            "say",
            "fate of the pilots",
        ),
        ("“We are working as quickly as possible to repair the dyke,” Clara Wend said.", "say", "dyke"),
    ],
)
def test_further_things_that_are_spoken_of_are_topics(
    read: Callable[..., Read], text: str, cue: str, topic: str
) -> None:
    assert topic in _of(read(text), cue)


@pytest.mark.parametrize(
    ("text", "cue", "topic"),
    [
        ("Clara Wend called the toll “a tax on bread”.", "call", "bread"),
        ("“They slept in the barn and ate in this hall,” Clara Wend said.", "say", "hall"),
        ("Clara Wend said on Monday that the ferry was late.", "say", "Monday"),
    ],
)
def test_where_when_and_what_something_is_called_are_none(
    read: Callable[..., Read], text: str, cue: str, topic: str
) -> None:
    assert topic not in _of(read(text), cue)


def test_all_paragraphs_of_one_content_are_read(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said: “The mill is closed.\n\nThe quarry has been sold to a stranger.”")
    assert {"mill", "quarry"} <= {topic for statement in found.facts.statements for topic in found.topics(statement)}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Clara Wend promised not to raise the fees.", "promise"),
        ("Clara Wend decided not to attend the fair.", "decide"),
        ("Clara Wend asked the parties not to lose hope.", "ask"),
    ],
)
def test_what_one_will_not_do_oneself_is_no_forbidden_deed(read: Callable[[str], Read], text: str, cue: str) -> None:
    assert not {"raise the fees", "attend the fair", "lose hope"} & set(_of(read(text), cue))
