"""Times that a content speaks of, apart from the time of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Statement
    from tests.statements.conftest import Read


def times(found: Read, statement: Statement) -> list[tuple[str, str, str]]:
    return [
        (found.article.cut(time.span), str(time.interval.earliest), str(time.interval.latest))
        for time in statement.times
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry of Norland said on Monday that the talks would resume on Friday.",
            [("Friday", "2024-05-31", "2024-05-31")],
        ),
        (
            "The ministry of Norland said the mandate expires on April 30.",
            [("April 30", "2025-04-30", "2025-04-30")],
        ),
        (
            "The ministry of Norland said the treaty was signed on May 3, 2019.",
            [("May 3, 2019", "2019-05-03", "2019-05-03")],
        ),
        (
            "The ministry of Norland said the ban would stay until June 30.",
            [("until June 30", "None", "2024-06-30")],
        ),
        (
            "The ministry of Norland said the harbour had been closed since Monday.",
            [("since Monday", "2024-05-27", "2024-05-30")],
        ),
        ("The ministry of Norland said the harbour was open.", []),
        (
            '"We will vote tomorrow," the ministry of Norland said on Tuesday.',
            [("tomorrow", "2024-05-29", "2024-05-29")],
        ),
        ('"We will vote tomorrow," the ministry of Norland said.', []),
        ('"We signed it on 3 May 2019," the ministry of Norland said.', [("3 May 2019", "2019-05-03", "2019-05-03")]),
    ],
)  # fmt: skip
def test_time_in_the_content_is_read_by_its_own_verb(
    read: Callable[..., Read], text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = read(text, "2024-05-30")
    assert times(found, found.by_cue("say")) == expected


def test_time_belongs_to_the_innermost_statement(read: Callable[..., Read]) -> None:
    found = read("The ministry of Norland said that Valdoria had announced that the talks would resume on Friday.")
    outer, inner = found.by_cue("say"), found.by_cue("announce")
    assert (len(outer.times), len(inner.times)) == (0, 1)


def test_without_publication_day_nothing_relative_is_read(read: Callable[..., Read]) -> None:
    found = read("The ministry of Norland said that the talks would resume on Friday.", None)
    assert found.by_cue("say").times == ()
