"""Whom pronouns of a content mean, and what names somebody or something without a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


def meant(found: Read, word: str) -> list[str]:
    """Labels of the topics whose evidence is a word, over all statements."""
    return [
        found.facts.topics[about.target].label
        for statement in found.facts.statements
        for about in statement.about
        if about.target in found.facts.topics and found.article.cut(about.evidence).lower() == word
    ]


def topics(found: Read) -> list[str]:
    """Topics of the last statement."""
    return found.topics(found.facts.statements[-1])


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Jonas Pell said of the smugglers: “They will pay for every crate.”", "they", "smugglers"),
        ("“They believe nobody,” Jonas Pell said of the guards.", "they", "guards"),
        ("“She refused to leave,” Jonas Pell said of the midwife.", "she", "midwife"),
        ("Asked about the toll, Jonas Pell said it was a burden.", "it", "toll"),
    ],
)
def test_pronoun_means_what_words_are_said_of(read: Callable[..., Read], text: str, word: str, label: str) -> None:
    assert meant(read(text), word) == [label]


@pytest.mark.parametrize(
    ("text", "topics_named"),
    [
        ("“The herders were patient. They asked for a well, and we gave them a fence,” Jonas Pell said.", "herders"),
        ("“The levy was born in a night. I voted for it,” Jonas Pell said.", "levy"),
        ("“The lieutenant saved whom he could, and I thank him,” Jonas Pell said.", "lieutenant"),
    ],
)
def test_pronoun_inside_a_content_names_nobody_new(read: Callable[..., Read], text: str, topics_named: str) -> None:
    found = read(text)
    assert topics_named in topics(found)
    assert not {"it", "they", "them", "he", "him"} & set(topics(found))


@pytest.mark.parametrize(
    "text",
    [
        "“The judge met the clerk. He was late,” Jonas Pell said.",  # the judge, most likely; the clerk is no candidate
        "“The judge heard him,” Jonas Pell said.",
        "“The pumps failed. They refused to help,” Jonas Pell said.",
        "“The queen was tired. He was not,” Jonas Pell said.",
    ],
)
def test_pronoun_never_means_what_cannot_fit(read: Callable[..., Read], text: str) -> None:
    found = read(text)
    assert not {"clerk", "pumps", "queen"} & set(meant(found, "he") + meant(found, "him") + meant(found, "they"))
    assert meant(found, "him") == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("“Those who left the hall are cowards,” Jonas Pell said.", "Those who left the hall"),
        ("Jonas Pell praised those who had kept the lamps lit.", "those who had kept the lamps lit"),
        ("“The new pier is no better than the old one,” Jonas Pell said.", "old pier"),
        ("“The accused is an honest man,” Jonas Pell said.", "The accused"),
        ("Jonas Pell said the fallen of the valley were forgotten.", "the fallen of the valley"),
    ],
)
def test_phrase_without_a_noun_is_a_topic_by_its_own_words(read: Callable[..., Read], text: str, topic: str) -> None:
    assert topic in topics(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Pell said those were the days.",
        "Jonas Pell said the bridge was the most expensive in the valley.",
        "Jonas Pell said it was the same.",
    ],
)
def test_bare_pointing_words_and_degrees_are_no_topics(read: Callable[..., Read], text: str) -> None:
    found = {topic.lower() for topic in topics(read(text))}
    assert not found & {"those", "the most", "most", "the same", "same"}
