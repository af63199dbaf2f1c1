"""Networks for Cytoscape: CX2, and the JSON of Cytoscape.js (CYJS) that Cytoscape Desktop reads too.

Neither knows days: they are ISO texts. CX2 declares its columns and numbers its nodes and edges; what a node is called
in the network is `represents`, as in other CX2 files, and nodes have their places. CYJS names node and edge by text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.files import json_text
from kg.export.layout import graph_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.export.plain_graph import ColumnType, PlainGraph

_CX2_TYPES: Final[Mapping[ColumnType, str]] = {
    "boolean": "boolean", "integer": "long", "double": "double", "string": "string",
}  # fmt: skip
NAME: Final = "network"
_SPREAD: Final = 1000
"""Side of the square that the nodes lie in."""


def cx2_text(graph: PlainGraph) -> str:
    """One CX2 document: descriptor, declarations, nodes with places, edges, status."""
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    places = _places(graph)
    nodes = [
        {
            "id": numbers[node.id],
            **places[node.id],
            "v": {"name": node.label, "represents": node.id, **node.attributes},
        }
        for node in graph.nodes
    ]
    edges = [
        {
            "id": number,
            "s": numbers[edge.source],
            "t": numbers[edge.target],
            "v": {"interaction": edge.label, **edge.attributes},
        }
        for number, edge in enumerate(graph.edges)
    ]
    columns = {
        "networkAttributes": _declared({"name": "string", "directed": "boolean"}),
        "nodes": _declared({"name": "string", "represents": "string", **graph.node_columns}),
        "edges": _declared({"interaction": "string", **graph.edge_columns}),
    }
    aspects: dict[str, list[object]] = {
        "attributeDeclarations": [columns],
        "networkAttributes": [{"name": NAME, "directed": graph.directed}],
        "nodes": [*nodes],
        "edges": [*edges],
    }
    counts = [{"name": name, "elementCount": len(members)} for name, members in aspects.items()]
    return json_text(
        [
            {"CXVersion": "2.0", "hasFragments": False},
            {"metaData": counts},
            *({name: members} for name, members in aspects.items()),
            {"status": [{"success": True}]},
        ]
    )


def cyjs_text(graph: PlainGraph) -> str:
    """One Cytoscape.js document: `elements` with `nodes` and `edges`, each with `data`; nodes with `position`."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    places = _places(graph)
    nodes = [
        {
            "data": {
                "id": numbers[node.id],
                "shared name": node.id,
                "name": node.label,
                "label": node.label,
                **node.attributes,
            },
            "position": places[node.id],
        }
        for node in graph.nodes
    ]
    edges = [
        {
            "data": {
                "id": edge.id,
                "source": numbers[edge.source],
                "target": numbers[edge.target],
                "shared interaction": edge.label,
                "interaction": edge.label,
                "label": edge.label,
                **edge.attributes,
            }
        }
        for edge in graph.edges
    ]
    return json_text(
        {
            "format_version": "1.0",
            "generated_by": "Démarche",
            "target_cytoscapejs_version": "~3.0",
            "data": {"name": NAME, "directed": graph.directed},
            "elements": {"nodes": nodes, "edges": edges},
        }
    )


def _declared(columns: Mapping[str, ColumnType]) -> dict[str, dict[str, str]]:
    return {name: {"d": _CX2_TYPES[type_]} for name, type_ in columns.items()}


def _places(graph: PlainGraph) -> dict[str, dict[str, float]]:
    return {
        node: {"x": round(_SPREAD * x, 1), "y": round(_SPREAD * y, 1)} for node, (x, y) in graph_layout(graph).items()
    }
