"""Nodes of every network alike: an id with `label` and `kind`, in sorted order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from kg.analysis.table import StatementTable


def add_nodes(network: nx.Graph[str] | nx.DiGraph[str], nodes: Iterable[str], table: StatementTable) -> None:
    """Add the nodes in the given order, each with its name and kind ("" where unknown)."""
    for node in nodes:
        named = table.name(node)
        network.add_node(node, label=named.label, kind=named.kind)
