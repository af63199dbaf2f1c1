"""Networks as DOT, for Graphviz. Ids are `n0`, `n1` ...: programs read the colon of an IRI as a port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.files import one_line
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.export.plain_graph import PlainGraph, Value


def dot_text(graph: PlainGraph) -> str:
    """One DOT document; every edge is written, parallel ones too. Columns stand beside Graphviz' own attributes.

    Columns of a name that Graphviz knows, such as `weight`, keep their meaning there. Line ends in texts are blanks.
    """
    return "\n".join(_document(graph)) + "\n"


def _document(graph: PlainGraph) -> Iterator[str]:
    yield f'{"digraph" if graph.directed else "graph"} "network" {{'
    numbers = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        colour = KIND_COLOURS.get(str(node.attributes.get("kind", "")), OTHER)
        about = {"label": node.label, "name": node.id, "color": colour, **node.attributes}
        yield f"  {numbers[node.id]} [{_attributes(about)}];"
    arrow = "->" if graph.directed else "--"
    for edge in graph.edges:
        colour = POLARITY_COLOURS.get(str(edge.attributes.get("polarity", "")), OTHER)
        shown = {"id": edge.id, "label": edge.label, "color": colour, **edge.attributes}
        yield f"  {numbers[edge.source]} {arrow} {numbers[edge.target]} [{_attributes(shown)}];"
    yield "}"


def _attributes(values: Mapping[str, Value]) -> str:
    return ", ".join(f"{_quoted(name)}={_quoted(value)}" for name, value in values.items())


def _quoted(value: Value) -> str:
    text = str(value).lower() if isinstance(value, bool) else one_line(str(value))
    # Graphviz reads a backslash as the start of `\N` and the like, unless it is doubled.
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
