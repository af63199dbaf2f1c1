"""`kg show`: one node of the graph, with its evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import GraphFolder
from kg.cli.output import write_card


def show(
    node: Annotated[str, typer.Argument(help="IRI or CURIE, as in the results of a query.", metavar="IRI|CURIE")],
    graph: GraphFolder,
) -> None:
    """Show a statement with its passage, how its speaker was resolved, and a citation.

    Example: kg show statement:0123456789abcdef-0123456789ab --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        write_card(str(opened.show(node)))
