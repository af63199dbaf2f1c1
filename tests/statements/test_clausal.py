"""Topics that are clauses: what "this" and "that" take up, and clauses that are subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


def topics(found: Read) -> list[str]:
    """Topics of the last statement."""
    return found.topics(found.facts.statements[-1])


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "“The treasury paid the toll in gold. That was the first mistake,” Jonas Pell said.",
            "that the treasury paid the toll in gold",
        ),
        (
            "“The ferry was sold, and this is a shame,” Jonas Pell said.",
            "that the ferry was sold",
        ),
        (
            "The council closed the harbour on Monday. “This is a blow to the valley,” Jonas Pell said.",
            "that the council closed the harbour on Monday",
        ),
    ],
)
def test_this_and_that_take_up_the_clause_before(read: Callable[..., Read], text: str, topic: str) -> None:
    assert topic in topics(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Is the ferry safe? “That is a good question,” Jonas Pell said.",
        "“Go home. That is an order,” Jonas Pell said.",
        "Jonas Pell said that the ferry was late.",
        "Jonas Pell said the toll that the owners pay is low.",
    ],
)
def test_questions_requests_and_conjunctions_are_not_taken_up(read: Callable[..., Read], text: str) -> None:
    assert not [topic for topic in topics(read(text)) if topic.startswith("that ")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("“Leaving them to drown is a mistake,” Jonas Pell said.", "Leaving them to drown"),
        ("“To fire on a ferry takes no courage,” Jonas Pell said.", "To fire on a ferry"),
        ("“There is no excuse for what was done at the mill,” Jonas Pell said.", "what was done at the mill"),
    ],
)
def test_clause_that_is_a_subject_is_a_topic(read: Callable[..., Read], text: str, topic: str) -> None:
    assert topic in topics(read(text))


def test_evidence_of_what_is_taken_up_is_the_word_that_takes_it_up(read: Callable[..., Read]) -> None:
    found = read("“The ferry was sold, and this is a shame,” Jonas Pell said.")
    assert "this" in [found.article.cut(about.evidence) for about in found.facts.statements[-1].about]
