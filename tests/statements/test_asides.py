"""What contents speak of besides the subjects and themes of their main clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Article
from kg.statements.reading.syntax import Tree
from kg.statements.topics.asides import relatives

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader
    from tests.statements.conftest import Read


@pytest.mark.parametrize(
    ("text", "cue", "topics"),
    [
        ("Clara Wend said the cabinet would meet to consider the ultimatum.", "say", ["cabinet", "ultimatum"]),
        ("Clara Wend rejected reports that the quarry had been sold.", "reject", ["quarry"]),
        ("Clara Wend said nobody believed the harvest was lost.", "say", ["harvest"]),
        ("Clara Wend said the dyke had averted a flood.", "say", ["dyke", "flood"]),
        ("Clara Wend said the board stood by its ledger.", "say", ["board", "ledger"]),
        (
            "Clara Wend said the board was worried about the closure of the mill.",
            "say",
            ["board", "closure of the mill"],
        ),
        ("Clara Wend said she would sign the accord if the annex were dropped.", "say", ["accord", "annex"]),
        ("Clara Wend blamed the owners, not the crews.", "blame", ["owners", "crews"]),
        ("“It was the smugglers,” Clara Wend said.", "say", ["smugglers"]),
        ("“There is nothing in the protocol that we could not sign,” Clara Wend said.", "say", ["protocol"]),
        ("Clara Wend said the union had let a good text die in a drawer.", "say", ["union", "good text"]),
        ("Clara Wend said the answer was not another form.", "say", ["answer", "form"]),
        ("Clara Wend called on all sides to keep the corridor open.", "call", ["sides", "corridor"]),
        ("Clara Wend said she disputed the figures.", "say", ["figures"]),
        ("Clara Wend called upon the wardens to open the sluice.", "call", ["wardens", "sluice"]),
        ("Clara Wend said the ferry would sail despite the veto.", "say", ["ferry", "veto"]),
        (
            "Clara Wend said the bishop had sent blankets while the mayor had sent a bill.",
            "say",
            ["bishop", "blankets", "mayor", "bill"],
        ),
        ("Clara Wend said a flood had been averted because the soldiers stayed.", "say", ["flood", "soldiers"]),
        ("Clara Wend said the signal was lost by clerks who had misread a chart.", "say", ["signal", "clerks"]),
        ("Clara Wend said the salvaged engine parts were sold.", "say", ["salvaged engine parts"]),
        ("“At fault was a clerk,” Clara Wend said.", "say", ["clerk"]),
    ],
)
def test_what_else_the_clauses_speak_of_is_a_topic(
    read: Callable[..., Read], text: str, cue: str, topics: list[str]
) -> None:
    found = read(text)
    assert found.topics(found.by_cue(cue)) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("“It was a stunt,” Clara Wend said.", []),
        ("Clara Wend said the board met on a daily basis.", ["board"]),
        ("Clara Wend said the valley had 400 farms.", ["valley"]),
        ("Clara Wend said the convoy had reached the town.", ["convoy"]),
        ("Clara Wend said the change had come, by radio and in a great hall.", ["change"]),
        ("Clara Wend said the convoy had left because the storm had passed.", ["convoy"]),
        ("Clara Wend said the board, which had sold the quarry, would resign.", ["board"]),
        ("Clara Wend said the board met while it rained.", ["board"]),
        ("Clara Wend said parts were missing.", []),
        ("Clara Wend said the crate was taken by hand.", ["crate"]),
    ],
)
def test_amounts_places_reasons_and_what_only_describes_are_none(
    read: Callable[..., Read], text: str, topics: list[str]
) -> None:
    found = read(text)
    assert found.topics(found.by_cue("say")) == topics


def test_pronoun_means_what_the_clause_is_about_and_nothing_beside_it(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the treaty would be ready if the annex was dropped. Jonas Pell said it was thin.")
    assert found.topics(found.facts.statements[-1]) == ["treaty"]


def test_noun_for_what_is_said_is_not_taken_up_by_the_thing_that_it_tells_of(read: Callable[..., Read]) -> None:
    found = read("Clara Wend brushed aside talk that the summit had been a triumph.")
    assert len(found.facts.topics) == 2


def test_evidence_of_a_topic_is_its_noun_where_a_pronoun_takes_it_up(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said that if the report was true, the board would study it.")
    assert "report" in [found.article.cut(about.evidence) for about in found.facts.statements[0].about]


def test_relative_pronoun_stands_for_the_noun_before_the_words(reader: TextReader) -> None:
    text = "The council passed the toll, which critics reject."
    tree = Tree.of(reader.read(Article(text=text)).text.parses[0])
    content = tree.tokens(text.index("which"), len(text))
    assert [(tree.lower[pronoun], tree.lower[noun]) for pronoun, noun in relatives(tree, content)] == [
        ("which", "toll")
    ]
    assert list(relatives(tree, range(len(tree.lower)))) == []


def test_editors_words_are_no_part_of_a_name(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the army would stop [the Kestrian] aggression at sea.")
    assert all("]" not in topic for topic in found.topics(found.facts.statements[0]))
