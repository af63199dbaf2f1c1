"""Networks as GraphML, for yEd, igraph, Cytoscape, Gephi, networkx and Neo4j; and as visone likes it.

Choices that other programs depend on:
    - Every edge has an id of its own (networkx repeats the keys of parallel edges, and readers then drop or refuse
      them), and once more as the attribute `eid`, since igraph reads the ids of nodes in their place.
    - Ids of nodes are `n0`, `n1` ..., so that no reader trips over the characters of a name; the id of the network is
      the attribute `name`.
    - A column has one type; a value that is not known has no `data` element.
    - visone draws what `visone:shapeNode` and `visone:polyLineEdge` hold and keeps the columns; other readers see the
      columns alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from kg.export.files import LINE_ENDS_OF_XML_1_1
from kg.export.layout import graph_layout
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.export.plain_graph import ColumnType, PlainEdge, PlainGraph, PlainNode, Value

_TYPES: Final[Mapping[ColumnType, str]] = {
    "boolean": "boolean", "integer": "long", "double": "double", "string": "string",
}  # fmt: skip
_DRAWN_NODE: Final = (
    '<visone:shapeNode><y:ShapeNode><y:Geometry height="20.0" width="20.0" x="{x:.1f}" y="{y:.1f}"/>'
    '<y:Fill color="{colour}" transparent="false"/><y:BorderStyle color="#000000" type="line" width="1.0"/>'
    '<y:NodeLabel>{label}</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></visone:shapeNode>'
)
_DRAWN_EDGE: Final = (
    '<visone:polyLineEdge><y:PolyLineEdge><y:LineStyle color="{colour}" type="line" width="2.0"/>'
    '<y:Arrows source="none" target="{arrow}"/></y:PolyLineEdge></visone:polyLineEdge>'
)
_SPREAD: Final = 1000
"""Side of the square that visone draws in, in its units."""


def graphml_text(graph: PlainGraph) -> str:
    """One GraphML document: `name` and `label` of every node, `eid` and `label` of every edge, then their columns."""
    return "\n".join(_document(graph, drawn=False)).translate(LINE_ENDS_OF_XML_1_1) + "\n"


def visone_text(graph: PlainGraph) -> str:
    """The same with place, shape and colour as visone reads them."""
    return "\n".join(_document(graph, drawn=True)).translate(LINE_ENDS_OF_XML_1_1) + "\n"


def _document(graph: PlainGraph, *, drawn: bool) -> Iterator[str]:
    node_keys = _keys("n", ("name", "label"), graph.node_columns)
    edge_keys = _keys("e", ("eid", "label"), graph.edge_columns)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    spaces = ' xmlns:visone="http://visone.info/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"' if drawn else ""
    yield f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"{spaces}>'
    for owner, keys in (("node", node_keys), ("edge", edge_keys)):
        for key, name, type_ in keys:
            yield f'  <key id="{key}" for="{owner}" attr.name={quoteattr(name)} attr.type="{_TYPES[type_]}"/>'
    if drawn:
        yield '  <key id="dn" for="node" yfiles.type="nodegraphics"/>'
        yield '  <key id="de" for="edge" yfiles.type="edgegraphics"/>'
    yield f'  <graph id="G" edgedefault="{"directed" if graph.directed else "undirected"}">'
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    places = graph_layout(graph) if drawn else {}
    for node in graph.nodes:
        picture = _drawn_node(node, places[node.id]) if drawn else ""
        cells = _cells(node_keys, {"name": node.id, "label": node.label, **node.attributes})
        yield f'    <node id="{numbers[node.id]}">{cells}{picture}</node>'
    for edge in graph.edges:
        ends = f'source="{numbers[edge.source]}" target="{numbers[edge.target]}"'
        picture = _drawn_edge(edge, directed=graph.directed) if drawn else ""
        cells = _cells(edge_keys, {"eid": edge.id, "label": edge.label, **edge.attributes})
        yield f'    <edge id="{edge.id}" {ends}>{cells}{picture}</edge>'
    yield "  </graph>"
    yield "</graphml>"


def _keys(prefix: str, own: tuple[str, ...], columns: Mapping[str, ColumnType]) -> list[tuple[str, str, ColumnType]]:
    """Key, name and type of each column, ours first."""
    named: list[tuple[str, ColumnType]] = [*((name, "string") for name in own), *columns.items()]
    return [(f"{prefix}k{number}", name, type_) for number, (name, type_) in enumerate(named)]


def _cells(keys: list[tuple[str, str, ColumnType]], values: Mapping[str, Value]) -> str:
    given = ((key, values[name]) for key, name, _ in keys if name in values)
    return "".join(f'<data key="{key}">{_text(_written(value))}</data>' for key, value in given)


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(value: str) -> str:
    # A bare carriage return would be read back as a line feed.
    return escape(value, {"\r": "&#13;"})


def _drawn_node(node: PlainNode, place: tuple[float, float]) -> str:
    colour = KIND_COLOURS.get(str(node.attributes.get("kind", "")), OTHER)
    x, y = place
    drawn = _DRAWN_NODE.format(x=_SPREAD * x, y=_SPREAD * y, colour=colour, label=_text(node.label))
    return f'<data key="dn">{drawn}</data>'


def _drawn_edge(edge: PlainEdge, *, directed: bool) -> str:
    colour = POLARITY_COLOURS.get(str(edge.attributes.get("polarity", "")), OTHER)
    return f'<data key="de">{_DRAWN_EDGE.format(colour=colour, arrow="standard" if directed else "none")}</data>'
