from __future__ import annotations

import doctest
import importlib
import pkgutil
from dataclasses import replace

import pytest

import kg.analysis
from kg.analysis import (
    Named,
    StatementRow,
    StatementTable,
    co_target,
    explain,
    mentions,
    on_behalf_of,
    pairs_of,
    said_about_network,
    statements_of,
    who_about_whom,
)
from tests.query.conftest import OxigraphMemory

MODULES = sorted(module.name for module in pkgutil.iter_modules(kg.analysis.__path__, "kg.analysis."))


def row(statement: str, speaker: str, target: str | None, article: str = "a1", **more: object) -> StatementRow:
    made = StatementRow(statement=statement, speaker=speaker, target=target, article=article)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_definitions_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_public_name_has_its_definition() -> None:
    functions = [getattr(kg.analysis, name) for name in kg.analysis.__all__ if name[0].islower()]
    assert all(function.__doc__ for function in functions)


def test_a_statement_makes_a_tie_to_each_actor_that_it_is_about_and_none_to_things() -> None:
    names = {"draft": Named("the draft", "DraftResolution"), "B": Named("Brava", "State")}
    rows = [row("s", "A", "B", polarity="negative"), row("s", "A", "draft"), row("t", "A", None)]
    network = who_about_whom(StatementTable.of(rows, names))
    assert list(network.edges(keys=True, data="polarity")) == [("A", "B", "s", "negative")]
    assert network.nodes["B"] == {"label": "Brava", "kind": "State"}


def test_two_speakers_of_one_state_make_one_tie() -> None:
    rows = [
        row("s", "minister", "B", state="A", polarity="negative"),
        row("s", "envoy", "B", state="A", polarity="positive"),
        row("t", "minister", "B", state="A"),
    ]
    network = who_about_whom(StatementTable.of(rows, voice="state"))
    assert list(network.edges(keys=True, data="polarity")) == [("A", "B", "s", "mixed"), ("A", "B", "t", "none")]
    assert who_about_whom(StatementTable.of(rows)).number_of_edges() == 3


def test_copies_that_count_for_themselves_are_ties_of_their_own() -> None:
    network = who_about_whom(StatementTable.of([row("s", "A", "B"), row("s", "A", "B", "a2")]))
    assert [(key, tie["article"]) for *_, key, tie in network.edges(keys=True, data=True)] == [
        ("s", "a1"),
        ("s in a2", "a2"),
    ]


def test_it_is_the_network_that_the_store_answers_with() -> None:
    store = OxigraphMemory()
    from_rows, from_store = who_about_whom(statements_of(store)), said_about_network(store)
    assert {(*edge[:3], *sorted(edge[3].items())) for edge in from_rows.edges(keys=True, data=True)} == {
        (*edge[:3], *sorted(edge[3].items())) for edge in from_store.edges(keys=True, data=True)
    }
    assert sorted(from_rows.nodes(data="label")) == sorted(from_store.nodes(data="label"))


def test_mentions_count_each_statement_once() -> None:
    rows = [row("s", "A", "B", outlet="Post"), row("s", "C", "B", outlet="Post"), row("t", "A", "B")]
    assert list(mentions(StatementTable.of(rows)).edges(data="weight")) == [("A", "B", 2), ("C", "B", 1)]
    by_outlet = mentions(StatementTable.of(rows), by="outlet")
    assert list(by_outlet.edges(data="weight")) == [("Post", "A", 1), ("Post", "B", 1), ("Post", "C", 1)]
    assert explain(by_outlet, "Post", "B").statements == ("s",)


def test_who_speaks_for_whom_goes_from_person_to_body_to_state() -> None:
    rows = [
        row("s", "Ivo", None, body="ministry", principal="A", state="A"),
        row("t", "ministry", None, body="ministry", principal="A", state="A"),
        row("u", "envoy", None, principal="union"),
        row("v", "A", None, body="A", principal="A", state="A"),
    ]
    network = on_behalf_of(StatementTable.of(rows))
    assert list(network.edges(data="weight")) == [("Ivo", "ministry", 1), ("envoy", "union", 1), ("ministry", "A", 2)]
    assert explain(network, "ministry", "A").statements == ("s", "t")


def test_speaking_about_the_same_ties_whatever_is_said() -> None:
    rows = [row("s", "A", "x", polarity="positive"), row("t", "B", "x"), row("u", "B", "x", "a2"), row("v", "C", "y")]
    network = co_target(StatementTable.of(rows))
    assert list(network.edges(data="weight")) == [("A", "B", 2)]
    assert "C" in network


def test_pairs_are_counted_by_sign_and_explained() -> None:
    rows = [row("s", "A", "B", polarity="negative"), row("t", "A", "B", polarity="negative"), row("u", "A", "B")]
    pairs = pairs_of(who_about_whom(StatementTable.of(rows)))
    assert pairs.edges["A", "B"] == {"weight": 3, "net": -2, "negative": 2, "positive": 0, "mixed": 0, "none": 1}
    assert explain(pairs, "A", "B").value == 3
    assert explain(pairs, "B", "A").parts == ()


def test_a_tie_of_single_statements_is_explained_by_them() -> None:
    network = who_about_whom(StatementTable.of([row("s", "A", "B", polarity="negative"), row("t", "A", "B")]))
    told = explain(network, "A", "B")
    assert (told.value, told.statements) == (2, ("s", "t"))
    assert [part.arithmetic for part in told.parts] == ["negative", "none"]
