"""What the forms that keep statements as such need beside the table of `kg.analysis`: words, places, articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.query import run_query

if TYPE_CHECKING:
    from kg.store import EmbeddedStore

_CONTENT: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT ?statement ?content WHERE { ?statement dmr:speaker ?speaker ; dmr:content ?content }
ORDER BY ?statement ?content
"""
_SPANS: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?statement ?span ?extraction WHERE {
  ?statement dmr:reportedIn ?article .
  GRAPH ?extraction { ?statement dmr:contentSpan ?span }
}
ORDER BY ?statement ?span ?extraction
"""
_ARTICLES: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?article ?title ?day ?url ?outlet ?outlet_name WHERE {
  ?article a dmr:Article .
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article dmr:publishedOn ?day }
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article schema:publisher ?outlet . OPTIONAL { ?outlet rdfs:label ?outlet_name } }
}
ORDER BY ?article ?title ?day ?url ?outlet ?outlet_name
"""
_SPAN: Final = re.compile(r"/([0-9a-f]+)/c(\d+)-(\d+)$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a statement begin and end in an article's text; code points, half open."""

    version: str
    start: int
    end: int
    extraction: str
    """IRI of the extraction graph that holds the statement; the first in order where several do."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the view knows of an article; empty where it does not."""

    title: str
    day: date | None
    url: str
    outlet: str
    outlet_name: str


def contents(store: EmbeddedStore) -> dict[str, str]:
    """Statement -> its words."""
    return {str(row["statement"]): str(row["content"]) for row in run_query(store, _CONTENT).to_records()}


def places(store: EmbeddedStore) -> dict[str, Place]:
    """Statement -> from its first piece to its last one; none where all of it stands in the title."""
    found: dict[str, Place] = {}
    for row in run_query(store, _SPANS).to_records():
        if not (where := _SPAN.search(str(row["span"]))):
            continue
        statement = str(row["statement"])
        version, start, end = where[1], int(where[2]), int(where[3])
        before = found.get(statement, Place(version, start, end, str(row["extraction"])))
        found[statement] = Place(version, min(start, before.start), max(end, before.end), before.extraction)
    return found


def articles(store: EmbeddedStore) -> dict[str, ArticleFacts]:
    """Article -> what is known of it. Of several values of a kind the first in order counts."""
    found: dict[str, ArticleFacts] = {}
    for row in run_query(store, _ARTICLES).to_records():
        title, day, url, outlet, outlet_name = (row[name] for name in ("title", "day", "url", "outlet", "outlet_name"))
        found.setdefault(
            str(row["article"]),
            ArticleFacts(
                title=str(title or ""),
                day=day if isinstance(day, date) else None,
                url=str(url or ""),
                outlet=str(outlet or ""),
                outlet_name=str(outlet_name or ""),
            ),
        )
    return found
