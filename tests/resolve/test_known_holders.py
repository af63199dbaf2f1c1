"""People of the table of office holders whom an article names without their office: true facts, no words of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.resolve import Authority
    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


def items(resolved: Resolved) -> dict[str, str | None]:
    return {a.label: a.wikidata for a in resolved.result.actors.values() if a.kind is ActorKind.PERSON}


@pytest.mark.parametrize(
    ("text", "published", "name", "item"),
    [
        ("Sergei Lavrov flew to Munich. Russia sent two planes.", "2011-02-06", "Sergei Lavrov", "Q58217"),
        ("Secretary of State Antony J. Blinken met envoys of the United States.", "2022-05-10", "Antony J. Blinken",
         "Q7821917"),
        ("Former US Secretary of State John Kerry flew to Munich.", "2019-05-10", "John Kerry", "Q22316"),
        # No state, another state's role, a role of another kind, a time before the office, no day.
        ("Sergei Lavrov flew to Munich.", "2011-02-06", "Sergei Lavrov", None),
        ("Polish teacher Sergei Lavrov flew home. Russia sent two planes.", "2011-02-06", "Sergei Lavrov", None),
        ("The baker Sergei Lavrov flew to Munich. Russia sent two planes.", "2011-02-06", "Sergei Lavrov", None),
        ("Sergei Lavrov flew to Munich. Russia sent two planes.", "1979-02-06", "Sergei Lavrov", None),
        ("Sergei Lavrov flew to Munich. Russia sent two planes.", None, "Sergei Lavrov", None),
    ],
)  # fmt: skip
def test_a_person_is_the_tables_where_name_state_and_time_agree(
    resolve: Resolve, text: str, published: str | None, name: str, item: str | None
) -> None:
    assert items(resolve(text, published=published))[name] == item


def test_a_states_own_surname_is_its_holder_of_that_day(resolve: Resolve) -> None:
    text = "Russia's Churkin left the chamber. Later Churkin came back."
    resolved = resolve(text, "Churkin", published="2013-05-10")
    assert resolved.named("Churkin") == ["Vitaly Churkin"] * 2
    assert resolved.principals() == ["Russia"]
    late = resolve(text, "Churkin", published="2023-05-10")
    assert "Vitaly Churkin" not in items(late)
    assert not any(a.kind is ActorKind.STATE and a.is_local for a in late.result.actors.values())


def test_a_former_holder_is_former_and_binds_nobody(resolve: Resolve) -> None:
    resolved = resolve("Former US Secretary of State John Kerry left.", "Former US Secretary of State John Kerry",
                       published="2019-05-10")  # fmt: skip
    assert resolved.principals() == [None]
    assert [t.status for t in resolved.result.tenures if t.origin == "article"] == ["former"]


def test_everybody_of_a_name_is_asked_for(authority: Authority) -> None:
    assert {term.wikidata for term in authority.officials.bearing("Robert A. Wood")} == {
        term.wikidata for term in authority.officials.bearing("Robert Wood")
    }
    assert authority.officials.bearing("Lavrov") == ()
