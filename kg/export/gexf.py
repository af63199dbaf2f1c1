"""Networks as GEXF 1.3 files, for Gephi, Gephi Lite, sigma and whatever reads that format.

Choices that other programs depend on:
    - Attribute ids are numbers ("0", "1"): graphology takes the title of an attribute only then.
    - Ties of one pair are joined by polarity, which is the edge's `kind`: GEXF allows one edge for each source, target
      and kind, and Gephi merges the others. The IRIs of the joined attributions stay, in `statements`.
    - `start` and `end` are days; an edge without either has no known day and is always there.
    - Characters that XML cannot hold become U+FFFD.
    - Colours, places and sizes are `viz:` elements, as the format's primer has them and Gephi reads them. The official
      schema cannot accept any of them in that form; without them the file is valid.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

import networkx as nx

from kg.analysis import POLARITIES
from kg.export.files import LINE_ENDS_OF_XML_1_1
from kg.export.layout import graph_layout
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS, POLARITY_NAMES, rgb
from kg.export.plain_graph import JOINED_BY, plain_graph, unique_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analysis.said_about import Ties
    from kg.export.plain_graph import ColumnType, PlainEdge, PlainGraph, PlainNode, Row, Value

_TYPES: Final[Mapping[ColumnType, str]] = {
    "boolean": "boolean", "integer": "long", "double": "double", "string": "string",
}  # fmt: skip
_SPREAD: Final = 1000
"""Half the side of the square that Gephi draws in, in its units."""


def gexf_text(network: Ties) -> str:
    """The network of ties as one XML document: a node per actor, an edge per pair and polarity.

    Node attributes: `kind`; `said`, ties from the actor; `told_of`, ties to it. Edge attributes: `polarity`; `first`
    and `last` day, where one is known; `statements`, IRIs joined by `|`; `articles`, their number. The weight of an
    edge is its number of statements. Nodes and edges come sorted; nothing depends on the time of writing.
    """
    return gexf_graph_text(plain_graph(joined_by_polarity(network)))


def gexf_graph_text(graph: PlainGraph) -> str:
    """Any network. The days of an edge are its `first` and `last`, else its `day`, where they are ISO days.

    Edges of one pair are told apart by their `kind`: what they are called, with a number where that repeats.
    """
    return "\n".join(_document(graph)).translate(LINE_ENDS_OF_XML_1_1) + "\n"


def joined_by_polarity(network: Ties) -> Ties:
    """The ties of each ordered pair and polarity as one edge with their number as weight; see `gexf_text`."""
    joined: Ties = nx.MultiDiGraph()
    for node, about in network.nodes(data=True):
        joined.add_node(node, **about, said=network.out_degree(node), told_of=network.in_degree(node))
    grouped: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
    for source, target, about in network.edges(data=True):
        grouped.setdefault((source, target, about.get("polarity", POLARITIES[-1])), []).append(about)
    for (source, target, polarity), group in grouped.items():
        days = sorted(about["day"] for about in group if about.get("day"))
        joined.add_edge(
            source,
            target,
            key=polarity,
            polarity=polarity,
            label=POLARITY_NAMES.get(polarity, polarity),
            weight=len(group),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            statements=JOINED_BY.join(sorted(str(about["statement"]) for about in group if "statement" in about)),
            articles=len({about["article"] for about in group if "article" in about}),
        )
    return joined


def _document(graph: PlainGraph) -> Iterator[str]:
    direction = "directed" if graph.directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield "  <meta><creator>Démarche</creator><description>a network of a graph of statements</description></meta>"
    yield f'  <graph defaultedgetype="{direction}" mode="dynamic" timeformat="date" timerepresentation="interval">'
    yield from _declared("node", graph.node_columns)
    yield from _declared("edge", graph.edge_columns)
    yield "    <nodes>"
    yield from _nodes(graph)
    yield "    </nodes>"
    yield "    <edges>"
    yield from _edges(graph)
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _declared(owner: str, columns: Mapping[str, ColumnType]) -> Iterator[str]:
    yield f'    <attributes class="{owner}" mode="static">'
    for number, (title, type_) in enumerate(columns.items()):
        yield f'      <attribute id="{number}" title={quoteattr(title)} type="{_TYPES[type_]}"/>'
    yield "    </attributes>"


def _nodes(graph: PlainGraph) -> Iterator[str]:
    places = graph_layout(graph)
    degrees: dict[str, int] = {}
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            degrees[end] = degrees.get(end, 0) + 1
    for node in graph.nodes:
        red, green, blue = rgb(_colour(node))
        x, y = places[node.id]
        yield f"      <node id={quoteattr(node.id)} label={quoteattr(node.label)}>"
        yield f"        {_values(node.attributes, graph.node_columns)}"
        yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield f'        <viz:position x="{_SPREAD * x:.1f}" y="{-_SPREAD * y:.1f}" z="0"/>'
        yield f'        <viz:size value="{10 + 2 * min(degrees.get(node.id, 0), 30)}"/>'
        yield "      </node>"


def _edges(graph: PlainGraph) -> Iterator[str]:
    kinds = _kinds(graph)
    for number, edge in enumerate(graph.edges):
        red, green, blue = rgb(POLARITY_COLOURS.get(str(edge.attributes.get("polarity", "")), OTHER))
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)} kind={quoteattr(kinds[edge.id])}"
        named = f"label={quoteattr(edge.label)} weight={quoteattr(str(edge.weight))}"
        yield f'      <edge id="{number}" {ends} {named}{_interval(edge)}>'
        yield f"        {_values(edge.attributes, graph.edge_columns)}"
        yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield "      </edge>"


def _kinds(graph: PlainGraph) -> dict[str, str]:
    """Edge -> its kind, unique among the edges between its two ends."""
    groups: dict[tuple[str, str], list[PlainEdge]] = {}
    for edge in graph.edges:
        pair = (edge.source, edge.target)
        groups.setdefault(pair if graph.directed else (min(pair), max(pair)), []).append(edge)
    kinds: dict[str, str] = {}
    for group in groups.values():
        wanted = [" ".join(str(edge.attributes.get("polarity", edge.label)).split()) for edge in group]
        kinds.update(zip((edge.id for edge in group), unique_names(wanted), strict=True))
    return kinds


def _colour(node: PlainNode) -> str:
    return KIND_COLOURS.get(str(node.attributes.get("kind", "")), OTHER)


def _interval(edge: PlainEdge) -> str:
    first, last = (_day(edge.attributes, name, "day") for name in ("first", "last"))
    if first is None or last is None or first > last:
        return ""
    return f' start="{first}" end="{last}"'


def _day(attributes: Row, *names: str) -> str | None:
    for name in names:
        value = attributes.get(name)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value[:10]).isoformat()
            except ValueError:
                continue
    return None


def _values(attributes: Row, columns: Mapping[str, ColumnType]) -> str:
    cells = (
        f'<attvalue for="{number}" value={quoteattr(_written(attributes[name]))}/>'
        for number, name in enumerate(columns)
        if name in attributes
    )
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
