"""The graph for Neo4j's bulk import: one CSV of nodes, one of relationships. A statement is a node, not an edge.

    (actor)-[:SAID]->(statement)-[:ABOUT {polarity}]->(target)
    (statement)-[:ON_BEHALF_OF]->(actor)     the body, the highest actor and the state that the words bind
    (statement)-[:REPORTED_IN]->(article)-[:PUBLISHED_BY]->(outlet)     copies of the words too

Headers are those of `neo4j-admin database import full`: `id:ID`, `:LABEL` (several joined by `;`), `:START_ID`,
`:END_ID`, `:TYPE`, and types such as `day:date`. The importer takes texts as they are, so nothing is put before cells
that a spreadsheet would run: open these files in no spreadsheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.analysis import statements_of
from kg.export.files import one_line, printable
from kg.export.statement_words import articles, contents
from kg.export.tables import csv_text

if TYPE_CHECKING:
    from kg.export.plain_graph import Row
    from kg.store import EmbeddedStore

NODES: Final = ("id:ID", ":LABEL", "name", "kind", "day:date", "url", "content", "confidence:double")
RELATIONSHIPS: Final = (":START_ID", ":END_ID", ":TYPE", "polarity")


def neo4j_nodes(store: EmbeddedStore) -> str:
    """Actors and other targets, statements, articles and outlets, sorted by IRI; everything said first hand."""
    table, words, known = statements_of(store), contents(store), articles(store)
    nodes: dict[str, Row] = {}
    for row in table:
        for actor in (row.speaker, row.body, row.principal, row.state, row.target):
            if actor is not None and actor not in nodes:
                named = table.name(actor)
                label = "Actor" if named.is_actor else "Thing"
                nodes[actor] = {":LABEL": _labels(label, named.kind), "name": named.label, "kind": named.kind}
        nodes[row.statement] = {
            ":LABEL": _labels("Attribution", row.kind),
            "kind": row.kind,
            "day:date": row.day.isoformat() if row.day else "",
            "content": words.get(row.statement, ""),
            "confidence:double": row.confidence,
        }
        for article, outlet in ((row.article, row.outlet), *row.copies):
            facts = known.get(article)
            day = facts.day if facts else None
            nodes[article] = {
                ":LABEL": "Article",
                "name": facts.title if facts else "",
                "day:date": day.isoformat() if day else "",
                "url": facts.url if facts else "",
            }
            if outlet is not None and outlet not in nodes:
                name = facts.outlet_name if facts else ""
                nodes[outlet] = {":LABEL": _labels("Actor", "MediaOutlet"), "name": name, "kind": "MediaOutlet"}
    return csv_text(NODES, ({"id:ID": node, **_on_one_line(nodes[node])} for node in sorted(nodes)), guarded=False)


def neo4j_relationships(store: EmbeddedStore) -> str:
    """The ties between them, sorted, each once."""
    ties: set[tuple[str, str, str, str]] = set()
    for row in statements_of(store):
        ties.add((row.speaker, row.statement, "SAID", ""))
        if row.target is not None:
            ties.add((row.statement, row.target, "ABOUT", row.polarity))
        bound = {row.body, row.principal, row.state} - {None, row.speaker}
        ties.update((row.statement, str(actor), "ON_BEHALF_OF", "") for actor in bound)
        for article, outlet in ((row.article, row.outlet), *row.copies):
            ties.add((row.statement, article, "REPORTED_IN", ""))
            if outlet is not None:
                ties.add((article, outlet, "PUBLISHED_BY", ""))
    return csv_text(RELATIONSHIPS, (dict(zip(RELATIONSHIPS, tie, strict=True)) for tie in sorted(ties)), guarded=False)


def _labels(general: str, kind: str) -> str:
    return f"{general};{kind}" if kind else general


def _on_one_line(row: Row) -> Row:
    # The importer takes a line end for the end of a row, unless it is told otherwise.
    return {name: printable(one_line(value)) if isinstance(value, str) else value for name, value in row.items()}
