"""`kg export`: the graph for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import say
from kg.cli.options import GraphFolder

FORMS = (
    "cx2, cyjs, dna, dot, edges-csv, gexf, graphml, graphology, html, jsonld, nanopub, neo4j-nodes, "
    "neo4j-relationships, node-link, nodes-csv, nquads, pajek, parquet, trig, turtle, ucinet or visone"
)


def export(
    graph: GraphFolder,
    named: Annotated[str | None, typer.Argument(metavar="FORM", help=f"{FORMS}.", show_default=False)] = None,
    form: Annotated[str | None, typer.Option("--format", "-f", help="The same as FORM.", show_default=False)] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; standard output without it.", show_default=False)
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave out what articles say; names, days and places in it stay.")
    ] = False,
) -> None:
    """Write record and view as RDF, the who-about-whom network for a program of networks, or a page to look at.

    nquads, trig and jsonld keep the named graphs; turtle holds the view alone. A file appears whole or not at all.

    Example: kg export gexf --graph demo/graph -o network.gexf
    """
    from kg.export import export_graph

    chosen = {given for given in (named, form) if given is not None}
    if len(chosen) != 1:
        raise typer.BadParameter(f"name one form: {FORMS}")
    export_graph(graph, chosen.pop(), output, words=not no_text)
    if output is not None:
        say(f"written: {output}")
