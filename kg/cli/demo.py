"""`kg demo`: from the shipped articles to a graph, a table, a network file and a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.build import report_build
from kg.cli.demo_table import chosen_rows, print_table
from kg.cli.messages import progress, say

_TRY_NEXT = """
Written: {folder}/network.html (a page, for any browser) and {folder}/network.gexf (for Gephi).
Try next:
  kg query who-about-whom --graph {graph} --about Kestria
  kg query changed-position --graph {graph}
  kg query votes --graph {graph}
  kg show {statement} --graph {graph}"""


def demo(folder: Annotated[Path, typer.Option("--folder", help="Where the demo is written.")] = Path("demo")) -> int:
    """Build a graph of the example articles and show who said what about whom.

    Example: kg demo
    """
    import kg
    from kg.build import build_graph
    from kg.export import export_graph
    from kg.resources import resource
    from kg.vocab.prefixes import shorten

    graph, examples = folder / "graph", resource("examples")
    with progress("building") as step:
        report = build_graph([examples / "articles"], graph, actor_files=(examples / "actors.csv",), on_article=step)
    code = report_build(report)
    with kg.open(graph) as opened:
        rows = opened.query("who-about-whom").to_records()
        chosen = [(row, opened.show(str(row["statement"]))) for row in chosen_rows(rows)]
    for form in ("gexf", "html"):
        export_graph(graph, form, folder / f"network.{form}")
    print_table(chosen, f"Who said what about whom: {len(chosen)} of {len(rows)} rows")
    statement = shorten(chosen[0][1].iri)
    say(_TRY_NEXT.format(graph=graph, folder=folder, statement=statement))
    return code
