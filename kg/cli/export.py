"""`kg export`: the graph for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.forms import OPENED_BY
from kg.cli.messages import say
from kg.cli.options import GraphFolder


def export(
    graph: GraphFolder,
    named: Annotated[
        str | None, typer.Argument(metavar="FORM", help="One of the forms below.", show_default=False)
    ] = None,
    form: Annotated[str | None, typer.Option("--format", "-f", help="The same as FORM.", show_default=False)] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; standard output without it.", show_default=False)
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave out what articles say; names, days and places in it stay.")
    ] = False,
) -> None:
    """Write the graph for another program: the who-about-whom network, its statements, RDF, or a page to look at.

    nquads, trig and jsonld keep the named graphs; turtle holds the view alone. dna into a file that ends in .dna or
    .zip is dna-database or dna-r. A file appears whole or not at all.

    Example: kg export gexf --graph demo/graph -o network.gexf
    """
    from kg.export import export_graph, form_for, load_exporter

    chosen = {given for given in (named, form) if given is not None}
    if len(chosen) != 1:
        raise typer.BadParameter(f"name one form: {', '.join(OPENED_BY)}")
    name = form_for(chosen.pop(), output)
    export_graph(graph, name, output, words=not no_text)
    if output is not None:
        say(f"written: {output}")
        if remark := getattr(load_exporter(name), "remark", ""):
            say(remark)
