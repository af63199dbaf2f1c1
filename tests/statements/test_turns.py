"""Stances that a turn of phrase shows without a judging word, and what takes a judgement back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read

NEGATIVE = [
    "Clara Wend said the pipeline talks had collapsed.",
    "Clara Wend said the harbour was closed.",
    "Clara Wend said the estimate was too high.",
    "“The lighthouse needs repairs,” Clara Wend said.",
    "Clara Wend said the plan lacked clarity.",
    "“We will not sign the protocol,” Clara Wend said.",
    "“None of our letters was answered,” Clara Wend said.",
    "“No threat will stop us,” Clara Wend said.",
    "Clara Wend said no such offer was made.",
    "Clara Wend said the canal would cut the flow.",
    "Clara Wend said the report was far from fair.",
    "Clara Wend said the treaty was anything but a success.",
    "Clara Wend said the reply was less than helpful.",
    "Clara Wend said the so-called census was over.",
    "“We do not trust the auditors,” Clara Wend said.",
    "Clara Wend called it a waste of paper.",
    "Clara Wend refused to sign the protocol.",
]
POSITIVE = [
    "Clara Wend said the talks would go on.",
    "Clara Wend said the road was open.",
    "Clara Wend said the port fee was gone.",
    "“No boat will be turned away,” Clara Wend said.",
    "“We are ready to reopen the bridge,” Clara Wend said.",
    "Clara Wend said the agreement would bring peace.",
    "Clara Wend said the treaty had been her life’s work.",
    "Clara Wend said the treaty was not only useful but good.",
]
NEUTRAL = [
    "Clara Wend said the visa pilot starts on July 1.",
    "Clara Wend said the map is valid for one year.",
    "Clara Wend said the convoy would sail on Sunday.",
    "Clara Wend said no decision had been taken.",
    "“We are here to refuel,” Clara Wend said.",
]
OPEN = [
    "Clara Wend said the talks might collapse.",
    "Clara Wend said the road would be open if the snow melted.",
    "“Has the harbour collapsed?” Clara Wend asked.",
    "Clara Wend called the ferry a dream on wheels.",
    "Clara Wend said she had little money.",
    "“We have not signed the protocol,” Clara Wend said.",
]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [(text, "negative") for text in NEGATIVE]
    + [(text, "positive") for text in POSITIVE]
    + [(text, "neutral") for text in NEUTRAL],
)
def test_polarity_of_the_whole(read: Callable[..., Read], text: str, polarity: str) -> None:
    assert read(text).facts.statements[0].polarity == polarity


@pytest.mark.parametrize("text", OPEN)
def test_nothing_is_said_where_the_words_leave_it_open(read: Callable[..., Read], text: str) -> None:
    statement = read(text).facts.statements[0]
    assert statement.polarity not in ("positive", "negative")
    assert not statement.stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Clara Wend said the pipeline talks had collapsed.", {("pipeline talks", "negative")}),
        ("Clara Wend called the accord a fair settlement.", {("accord", "positive")}),
        ("Clara Wend said she had doubts about the new register.", {("new register", "negative")}),
        ("Clara Wend called for an inquiry.", {("inquiry", "positive")}),
        ("Clara Wend called for the repeal of the decree.", {("decree", "negative")}),
        ("Clara Wend refused to rule out an exercise.", set()),
        (
            "Clara Wend brushed aside talk that the summit had been a triumph.",
            {("talk", "negative"), ("summit", "negative")},
        ),
    ],
)  # fmt: skip
def test_topics_are_judged(read: Callable[..., Read], text: str, stances: set[tuple[str, str]]) -> None:
    found = read(text)
    assert found.topic_stances(found.facts.statements[0]) == stances


@pytest.mark.parametrize(
    ("text", "cue", "stances"),
    [
        ("Ardenia urged Kestria to end the blockade.", "urge", {("Kestria", "negative", "demand-of")}),
        ("Ardenia urged Kestria to ratify the accord.", "urge", {("Kestria", "neutral", "demand-of")}),
        ("Ardenia said Kestria had shown remarkable patience.", "say", {("Kestria", "positive", "praise")}),
        ("Ardenia said Kestria had shown no interest in peace.", "say", {("Kestria", "negative", "criticise")}),
        ("Ardenia lamented that Kestria had broken the truce.", "lament", {("Kestria", "negative", "criticise")}),
        ("Ardenia said Kestria lacked the will to compromise.", "say", {("Kestria", "negative", "criticise")}),
        ("Ardenia brushed aside talk that Kestria is aggressive.", "brush aside", {("Kestria", "positive", "endorse")}),
        ("“We do not trust Kestria,” Ardenia said.", "say", {("Kestria", "negative", "criticise")}),
    ],
)  # fmt: skip
def test_actors_are_judged(read: Callable[..., Read], text: str, cue: str, stances: set[tuple[str, str, str]]) -> None:
    found = read(f"{text} Ardenia and Kestria share a strait. Both states, Ardenia and Kestria, sent envoys.")
    assert found.stances(found.by_cue(cue)) == stances


@pytest.mark.parametrize(
    ("content", "spared"),
    [
        ("the mission's loss of impartiality", "impartiality"),
        ("the lack of progress", "progress"),
        ("Valdoria's violation of the ceasefire", "ceasefire"),
        ("the collapse of the ceasefire", "ceasefire"),
        ("Valdoria's breach of the treaty", "treaty"),
    ],
)
def test_what_is_lost_or_broken_is_not_blamed_for_it(read: Callable[..., Read], content: str, spared: str) -> None:
    found = read(f"Norland and Valdoria are states. Norland criticized {content}.")
    (statement,) = found.facts.statements
    topics = found.facts.topics
    stances = {topics[s.target].label: s.polarity for s in statement.stances if s.target in topics}
    assert stances.get(spared) != "negative"
