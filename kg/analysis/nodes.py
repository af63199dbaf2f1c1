"""Nodes and ties of every network alike: ids with `label` and `kind`, in sorted order; ties with a `weight`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from kg.analysis.table import StatementTable


def add_nodes(network: nx.Graph[str] | nx.DiGraph[str], nodes: Iterable[str], table: StatementTable) -> None:
    """Add the nodes in the given order, each with its name and kind ("" where unknown)."""
    for node in nodes:
        named = table.name(node)
        network.add_node(node, label=named.label, kind=named.kind)


def weighted_ties(network: nx.Graph[str], *, directed: bool = False) -> dict[tuple[str, str], float]:
    """Ends of every tie -> its weight, 1 where it has none; ties of weight 0 are left out.

    `directed`: whether ties with a direction are let through.

    Raises: ParameterError: there may be several ties between two nodes, or ties have a direction and must not.
    """
    if network.is_multigraph():
        raise ParameterError("the network has several ties between two nodes: count them first, with pairs_of")
    if network.is_directed() and not directed:
        raise ParameterError("the network has ties with a direction: add both ways up first, with undirected")
    weights = {(one, other): tie.get("weight", 1) for one, other, tie in network.edges(data=True)}
    return {pair: weight for pair, weight in weights.items() if weight}
