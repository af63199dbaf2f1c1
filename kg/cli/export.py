"""`kg export`: the graph for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import say
from kg.cli.options import GraphFolder


def export(
    graph: GraphFolder,
    form: Annotated[
        str,
        typer.Option("--format", "-f", help="nquads, trig, jsonld, turtle, gexf or html.", show_default=False),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; standard output without it.", show_default=False)
    ] = None,
) -> None:
    """Write record and view as RDF, the who-about-whom network as GEXF, or a page to look at.

    nquads, trig and jsonld keep the named graphs; turtle holds the view alone. A file appears whole or not at all.

    Example: kg export --graph demo/graph --format gexf -o network.gexf
    """
    from kg.export import export_graph

    export_graph(graph, form, output)
    if output is not None:
        say(f"written: {output}")
