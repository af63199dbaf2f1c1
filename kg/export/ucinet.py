"""Networks as UCINET DL files: one matrix of weights, written as a list of its cells that are not 0.

Programs differ in how they read a label with blanks: UCINET wants it quoted, igraph takes every word for a label of its
own. So labels have `_` for blanks and for every sign that the format gives a meaning, and no quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.export.plain_graph import unique_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.plain_graph import PlainGraph

_MEANINGFUL: Final = re.compile(r"[\s,;:=\"']+")


def ucinet_text(graph: PlainGraph) -> str:
    """One DL document of format `edgelist1`: labels, one a line, then source, target and weight by number.

    Parallel edges are one cell, the sum of their weights; a network without directions has each cell both ways. Labels
    are made unique. Nothing else of nodes and edges is kept.
    """
    return "\n".join(_document(graph)) + "\n"


def ucinet_label(text: str) -> str:
    """A text as one word.

    >>> ucinet_label("Ministry of Finance: Ardenia")
    'Ministry_of_Finance_Ardenia'
    """
    return _MEANINGFUL.sub("_", text)


def _document(graph: PlainGraph) -> Iterator[str]:
    labels = [ucinet_label(name) for name in unique_names([ucinet_label(node.label) for node in graph.nodes])]
    yield f"dl n={len(labels)}"
    yield "format=edgelist1"
    yield "labels:"
    yield from labels
    yield "data:"
    for (source, target), weight in sorted(_cells(graph).items()):
        yield f"{source} {target} {weight}"


def _cells(graph: PlainGraph) -> dict[tuple[int, int], float]:
    numbers = {node.id: number for number, node in enumerate(graph.nodes, 1)}
    cells: dict[tuple[int, int], float] = {}
    for edge in graph.edges:
        source, target = numbers[edge.source], numbers[edge.target]
        both = {(source, target)} if graph.directed else {(source, target), (target, source)}
        for cell in both:
            cells[cell] = cells.get(cell, 0) + edge.weight
    return cells
