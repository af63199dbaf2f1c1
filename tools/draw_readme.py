"""Draws the picture of the README from a graph that `kg demo` made.

    kg demo
    python tools/draw_readme.py [GRAPH] [FILE]

Not one of the files that `generate.py` writes, since it needs the articles read. A test compares it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import kg
from kg.export.picture import draw

ROOT = Path(__file__).resolve().parent.parent


def render(graph: Path) -> str:
    """The picture's text."""
    with kg.open(graph) as opened:
        return draw(opened.network()).svg + "\n"


if __name__ == "__main__":
    places = [Path(argument) for argument in sys.argv[1:]]
    graph, file = [*places, *(ROOT / "demo" / "graph", ROOT / "docs" / "images" / "network.svg")[len(places) :]]
    file.write_text(render(graph), encoding="utf-8")
