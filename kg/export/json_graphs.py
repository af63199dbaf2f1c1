"""Networks as JSON for the web: graphology (sigma.js, Gephi Lite) and node-link (D3, networkx)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.files import json_text
from kg.export.layout import graph_layout
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS

if TYPE_CHECKING:
    from kg.export.plain_graph import PlainEdge, PlainGraph, PlainNode, Value


def graphology_text(graph: PlainGraph) -> str:
    """A serialised graphology graph: `Graph.from(document)` reads it, and sigma.js draws it as it is.

    Nodes have `label`, `x`, `y`, `size` and `color`, edges `label` and `color`, besides their columns. Only a column of
    the same name takes their place.
    """
    places = graph_layout(graph)
    nodes = [{"key": node.id, "attributes": _drawn_node(node, places[node.id])} for node in graph.nodes]
    ends = {"undirected": True} if not graph.directed else {}
    edges = [
        {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": _drawn_edge(edge), **ends}
        for edge in graph.edges
    ]
    return json_text(
        {
            "attributes": {"name": "network"},
            "options": {
                "type": "directed" if graph.directed else "undirected",
                "multi": graph.multiple,
                "allowSelfLoops": True,
            },
            "nodes": nodes,
            "edges": edges,
        }
    )


def node_link_text(graph: PlainGraph) -> str:
    """`nodes` and `links`, as D3 names them; `networkx.node_link_graph(document, edges="links")` reads it."""
    nodes = [{"id": node.id, "label": node.label, **node.attributes} for node in graph.nodes]
    links = [
        {"source": edge.source, "target": edge.target, "key": edge.id, "label": edge.label, **edge.attributes}
        for edge in graph.edges
    ]
    return json_text({"directed": graph.directed, "multigraph": True, "graph": {}, "nodes": nodes, "links": links})


def _drawn_node(node: PlainNode, place: tuple[float, float]) -> dict[str, Value]:
    x, y = place
    colour = KIND_COLOURS.get(str(node.attributes.get("kind", "")), OTHER)
    return {"label": node.label, "x": round(x, 4), "y": round(y, 4), "size": 5, "color": colour, **node.attributes}


def _drawn_edge(edge: PlainEdge) -> dict[str, Value]:
    colour = POLARITY_COLOURS.get(str(edge.attributes.get("polarity", "")), OTHER)
    return {"label": edge.label, "color": colour, **edge.attributes}
