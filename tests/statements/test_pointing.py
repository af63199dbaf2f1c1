"""Words that point without a noun, and that nothing leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


def _topics(found: Read) -> list[str]:
    """Topics of the last statement."""
    return found.topics(found.facts.statements[-1])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("“This is no way to treat a guest,” Jonas Pell said.", "[This] is no way to treat a guest"),
        ("“That is not how neighbours behave,” Jonas Pell said.", "[That] is not how neighbours behave"),
        ("“This will end in tears,” Jonas Pell said.", "[This] will end in tears"),
        ("“These are lies,” Jonas Pell said.", "[These] are lies"),
        ("“I am ashamed of that,” Jonas Pell said.", "I am ashamed of [that]"),
        ("“We reject this,” Jonas Pell said.", "We reject [this]"),
        ("“Neither has paid a crown,” Jonas Pell said.", "[Neither] has paid a crown"),
        ("“Both are to blame,” Jonas Pell said.", "[Both] are to blame"),
    ],
)
def test_word_that_nothing_leads_back_is_a_topic_named_by_its_clause(
    read: Callable[..., Read], text: str, topic: str
) -> None:
    assert topic in _topics(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "“That is why the ferry is late,” Jonas Pell said.",
        "“The ferry is late, that is all,” Jonas Pell said.",
        "“If that is so, the ferry is late,” Jonas Pell said.",
        "“What is this?” Jonas Pell asked.",
        "“I told the crew that,” Jonas Pell said.",
        "“Both ferries are late,” Jonas Pell said.",
        "“After that the ferry was late,” Jonas Pell said.",
        "Jonas Pell said that the ferry that the owners sold was late.",
        "Jonas Pell called it unlikely that the ferry would sail.",
        "Jonas Pell urged them to share the charts.",
    ],
)
def test_fillers_conditions_questions_and_determiners_are_no_topics(read: Callable[..., Read], text: str) -> None:
    assert not [topic for topic in _topics(read(text)) if "[" in topic]


def test_two_words_that_point_are_two_topics(read: Callable[..., Read]) -> None:
    found = read("“This is a disgrace,” Jonas Pell said. “This is a triumph,” Clara Wend said.")
    assert _topics(found) == ["[This] is a triumph"]
    assert found.topics(found.facts.statements[0]) == ["[This] is a disgrace"]


def test_evidence_is_the_word_itself(read: Callable[..., Read]) -> None:
    found = read("“This will end in tears,” Jonas Pell said.")
    assert "This" in [found.article.cut(about.evidence) for about in found.facts.statements[-1].about]


def test_it_after_such_a_word_means_the_same(read: Callable[..., Read]) -> None:
    found = read("“This is a farce,” Jonas Pell said. He added: “It is an insult that nobody will forget.”")
    assert "[This] is a farce" in _topics(found)


def test_long_clauses_are_cut_on_either_side(read: Callable[..., Read]) -> None:
    words = " and ".join(["the millers of the upper valley"] * 5)
    [topic] = [topic for topic in _topics(read(f"“This is a heavy blow to {words},” Jonas Pell said.")) if "[" in topic]
    assert topic.startswith("[This] is a heavy blow")
    assert topic.endswith("…")
    assert len(topic) < 80
