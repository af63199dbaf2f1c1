"""Every tie of every kind of network is the sum of the statements that explain it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import pytest

from kg.analysis import (
    NetworkKind,
    Rules,
    StatementTable,
    aggregated,
    disparity_filter,
    explain,
    make_network,
    pairs_of,
    subtract,
    undirected,
    who_about_whom,
)
from kg.errors import ParameterError
from tests.analysis.worked_example import twelve_statements

if TYPE_CHECKING:
    from collections.abc import Callable

ACTORS = {"x": "A", "y": "B", "z": "C"}
TABLE = StatementTable.of(
    replace(row, target=ACTORS[str(row.target)], body="M", state="S", outlet="Post") for row in twelve_statements()
)
"""The twelve statements about actors, so that every kind of network has ties."""


def networks() -> dict[str, Callable[[], Any]]:
    made: dict[str, Callable[[], Any]] = {
        kind: lambda kind=kind: make_network(kind, TABLE)  # type: ignore[misc]
        for kind in get_args(NetworkKind)
    }
    return {
        **made,
        "pairs": lambda: pairs_of(who_about_whom(TABLE)),
        "aggregated": lambda: aggregated(who_about_whom(TABLE)),
        "undirected pairs": lambda: undirected(pairs_of(who_about_whom(TABLE))),
        "undirected ties": lambda: undirected(who_about_whom(TABLE)),
        "filtered": lambda: disparity_filter(subtract(TABLE, Rules(normalise="average")), 0.9),
        "filtered pairs": lambda: disparity_filter(pairs_of(who_about_whom(TABLE)), 0.9),
    }


@pytest.mark.parametrize("name", list(networks()))
def test_every_tie_is_the_sum_of_the_statements_that_explain_it(name: str) -> None:
    network = networks()[name]()
    assert network.number_of_edges() > 0
    known = {row.statement for row in TABLE}
    for source, target in set(network.edges()):
        told = explain(network, source, target)
        weight = (
            network.number_of_edges(source, target)
            if network.is_multigraph()
            else network.edges[source, target]["weight"]
        )
        assert told.value == pytest.approx(weight)
        assert told.statements
        assert set(told.statements) <= known


def test_an_undirected_tie_is_told_way_by_way() -> None:
    told = explain(undirected(pairs_of(who_about_whom(TABLE))), "A", "B")
    assert [part.about for part in told.parts] == ["from A to B", "from B to A"]
    assert told.value == sum(part.value for part in told.parts)


def test_what_was_made_of_a_copy_does_not_know_its_statements() -> None:
    lost = undirected(pairs_of(who_about_whom(TABLE)).copy())
    with pytest.raises(ParameterError, match="does not know its statements"):
        explain(lost, "A", "B")


def test_there_is_no_network_of_another_kind() -> None:
    with pytest.raises(ParameterError, match="no network 'friends'; known are who-about-whom"):
        make_network("friends", TABLE)  # type: ignore[arg-type]
