"""Networks as Pajek `.net` files: numbered vertices with a label, lines with a weight and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.files import one_line
from kg.export.plain_graph import NO_NAME, unique_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.plain_graph import PlainGraph

_UNQUOTED: Final = str.maketrans({'"': "'", "\\": "/"})
"""A Pajek text has no way to hold a quotation mark, and readers take a backslash for one that does."""


def pajek_text(graph: PlainGraph) -> str:
    """One `.net` document in UTF-8, without a byte order mark.

    Labels are made unique, since programs know a vertex by its label. Every edge is one line: an arc where the network
    has directions. Other columns are left out.
    """
    return "\n".join(_document(graph)) + "\n"


def pajek_label(text: str) -> str:
    """A text as Pajek can hold it: on one line, with `'` for quotation marks and `/` for backslashes."""
    return one_line(text).translate(_UNQUOTED) or NO_NAME


def _document(graph: PlainGraph) -> Iterator[str]:
    labels = unique_names([pajek_label(node.label) for node in graph.nodes])
    numbers = {node.id: number for number, node in enumerate(graph.nodes, 1)}
    yield f"*Vertices {len(labels)}"
    for number, label in enumerate(labels, 1):
        yield f'{number} "{label}"'
    yield "*Arcs" if graph.directed else "*Edges"
    for edge in graph.edges:
        called = f' l "{pajek_label(edge.label)}"' if edge.label else ""
        yield f"{numbers[edge.source]} {numbers[edge.target]} {edge.weight}{called}"
