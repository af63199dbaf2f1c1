"""What networks hold comes out as names, numbers and texts, in one order and with one type a column."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.export.plain_graph import NO_NAME, plain_graph, unique_names
from tests.export.hostile import networks


def one_node(**about: Any) -> dict[str, Any]:
    network: nx.Graph[Any] = nx.Graph()
    network.add_node("a", **about)
    return dict(plain_graph(network).nodes[0].attributes)


def test_values_that_no_format_holds_become_texts_or_are_absent() -> None:
    assert one_node(
        nothing=None,
        no_number=float("nan"),
        endless=float("-inf"),
        day=date(2024, 3, 1),
        some=["a", None, date(2024, 3, 2), 1],
        either={"b", "a"},
        control="a\x00b",
        large=2**70,
    ) == {
        "day": "2024-03-01",
        "some": "a|2024-03-02|1",
        "either": "a|b",
        "control": "a\ufffdb",
        "large": str(2**70),
    }


def test_a_column_has_one_type() -> None:
    network: nx.Graph[Any] = nx.Graph()
    network.add_node("a", number=1, mixed=1, flag=True, doubt=True)
    network.add_node("b", number=0.5, mixed="x", flag=False, doubt=1)
    graph = plain_graph(network)
    assert dict(graph.node_columns) == {"doubt": "string", "flag": "boolean", "mixed": "string", "number": "double"}
    assert [node.attributes["number"] for node in graph.nodes] == [1.0, 0.5]
    assert [node.attributes["mixed"] for node in graph.nodes] == ["1", "x"]


def test_columns_named_like_ours_are_kept_under_another_name() -> None:
    assert one_node(id="x", id_="y", source="z", label="L") == {"id_": "y", "id__": "x", "source_": "z"}


def test_nodes_that_print_alike_stay_apart() -> None:
    network: nx.DiGraph[Any] = nx.DiGraph()
    network.add_edge(1, "1")
    network.add_edge("\x00", "\x01")
    network.add_node("")
    graph = plain_graph(network)
    assert sorted(node.id for node in graph.nodes) == sorted([NO_NAME, "1", "1 (2)", "\ufffd", "\ufffd (2)"])
    assert {(edge.source, edge.target) for edge in graph.edges} <= {
        ("1", "1 (2)"), ("1 (2)", "1"), ("\ufffd", "\ufffd (2)"), ("\ufffd (2)", "\ufffd"),
    }  # fmt: skip


def test_the_weight_of_an_edge_is_1_unless_it_is_a_number() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for weight in (None, float("nan")):
        network.add_edge("a", "b", weight=weight)
    assert [edge.weight for edge in plain_graph(network).edges] == [1, 1]
    network.add_edge("a", "c", weight=2.5)
    assert [edge.weight for edge in plain_graph(network).edges] == [1, 1, 2.5]


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "b", ""]), max_size=9))
def test_unique_names_are_unique_and_the_first_of_each_stays(names: list[str]) -> None:
    unique = unique_names(names)
    assert len(set(unique)) == len(names)
    assert set(names) <= set(unique)
    assert all(
        new == old for place, (old, new) in enumerate(zip(names, unique, strict=True)) if old not in names[:place]
    )


@given(networks())
def test_no_node_or_edge_is_lost_and_all_names_are_printable(network: nx.Graph[Any]) -> None:
    graph = plain_graph(network)
    assert len({node.id for node in graph.nodes}) == network.number_of_nodes()
    assert len({edge.id for edge in graph.edges}) == network.number_of_edges()
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= {node.id for node in graph.nodes}
    for label, about in [(member.label, member.attributes) for member in graph.nodes] + [
        (member.label, member.attributes) for member in graph.edges
    ]:
        label.encode()
        assert all(not isinstance(value, str) or "\x00" not in value for value in about.values())
