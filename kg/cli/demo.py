"""`kg demo`: from the shipped articles to a graph, a table, a network file and a page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.build import report_build
from kg.cli.messages import progress, say
from kg.cli.output import Format, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.cli.output import Cell

_COLUMNS = ("day", "who", "on behalf of", "about", "words", "article")
_ROWS_PER_ARTICLE = 2
_WIDTHS = {"words": 88, "article": 40}
_TRY_NEXT = """
Try next:
  kg query who-about-whom --graph {graph} --about Kestria   all that was said about one state
  kg query changed-position --graph {graph}                 who opposed, and later favoured, the same
  kg query votes --graph {graph}                            votes and vetoes, and according to whom
  kg show {statement} --graph {graph}
                                                                the evidence of the first row
  and look at {folder}/network.html (a browser) and {folder}/network.gexf (Gephi)"""


def demo(folder: Annotated[Path, typer.Option("--folder", help="Where the demo is written.")] = Path("demo")) -> int:
    """Build a graph of the example articles and show who said what about whom.

    Example: kg demo
    """
    import kg
    from kg.build import build_graph
    from kg.export import export_graph
    from kg.resources import resource

    graph, examples = folder / "graph", resource("examples")
    with progress("building") as step:
        report = build_graph([examples / "articles"], graph, actor_files=(examples / "actors.csv",), on_article=step)
    code = report_build(report)
    with kg.open(graph) as opened:
        rows = opened.query("who-about-whom").to_records()
    for form in ("gexf", "html"):
        export_graph(graph, form, folder / f"network.{form}")
    chosen = tuple(chosen_rows(rows))
    write_rows(
        _COLUMNS,
        map(_shortened, chosen),
        Format.TABLE,
        title=f"Who said what about whom ({len(chosen)} of {len(rows)} rows)",
    )
    say(_TRY_NEXT.format(graph=graph, folder=folder, statement=chosen[0]["statement"]))
    return code


def chosen_rows(rows: Iterable[Mapping[str, Cell]]) -> Iterable[Mapping[str, Cell]]:
    """A readable selection: the first statements of each article, each statement once, speakers in turn."""
    seen: set[object] = set()
    taken: Counter[Cell] = Counter()
    for row in rows:
        speaker_there = (row["article"], row["speaker"])
        if row["statement"] in seen or speaker_there in seen or taken[row["article"]] == _ROWS_PER_ARTICLE:
            continue
        seen |= {row["statement"], speaker_there}
        taken[row["article"]] += 1
        yield row


def _shortened(row: Mapping[str, Cell]) -> dict[str, Cell]:
    full = {
        "day": row["day"],
        "who": row["who"],
        "on behalf of": row["behalf"],
        "about": row["whom"],
        "words": row["words"],
        "article": row["title"],
    }
    return {name: _cut(cell, _WIDTHS.get(name)) for name, cell in full.items()}


def _cut(cell: Cell, width: int | None) -> Cell:
    if not isinstance(cell, str) or width is None or len(cell) <= width:
        return cell
    return cell[:width].rsplit(" ", 1)[0] + " …"
