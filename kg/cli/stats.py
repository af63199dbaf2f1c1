"""`kg stats`: how much of what is in a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.graphs import open_store
from kg.cli.options import GraphFolder, OutputFormat
from kg.cli.output import Cell, chosen_format, write_rows

if TYPE_CHECKING:
    from kg.store import Store

_COUNTS = (
    ("articles", "?x a dmr:Article"),
    ("statements", "?x a dmr:Statement"),
    ("attitudes", "?x a dmr:Attitude"),
    ("second hand", "?x a dmr:SecondHand"),
    ("not asserted", "?x a dmr:NonAssertion"),
    ("without a speaker", "?x dmr:content ?words FILTER NOT EXISTS { ?x dmr:speaker ?who }"),
    ("without a date", "?x dmr:content ?words FILTER NOT EXISTS { ?x dmr:saidLatest ?day }"),
    ("opposing", "?x dmr:opposes ?target"),
    ("favouring", "?x dmr:favours ?target"),
    ("speakers", "?s dmr:speaker ?x"),
    ("targets", "?s dmr:about ?x"),
    ("events", "?x dmr:eventType ?type"),
    ("events told again", "?x dmr:sameEvent ?first"),
)
"""What is counted: a name, and the pattern whose distinct ?x are counted in the view."""


def stats(graph: GraphFolder, form: OutputFormat = None) -> None:
    """Count articles, statements by kind, speakers, targets and events.

    Example: kg stats --graph demo/graph
    """
    with open_store(graph, None) as store:
        rows: list[dict[str, Cell]] = [{"what": what, "count": _count(store, pattern)} for what, pattern in _COUNTS]
    write_rows(("what", "count"), rows, chosen_format(form))


def _count(store: Store, pattern: str) -> int:
    from kg.vocab.prefixes import NS

    found = store.select(f"PREFIX dmr: <{NS}> SELECT (COUNT(DISTINCT ?x) AS ?count) WHERE {{ {pattern} }}")
    cell = found.rows[0][0]
    return 0 if cell is None else int(cell.value)
