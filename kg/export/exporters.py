"""RDF and the page to look at, each as one small class of the extension point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.analysis import said_about_network
from kg.export import rdf
from kg.export.page import page_html
from kg.query import run_query, statement_card
from kg.vocab.ids import VIEW_GRAPH, expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query import StatementCard
    from kg.store import EmbeddedStore


class NQuads:
    """Record and view, one sorted line a quad."""

    name = "nquads"
    suffix = ".nq"
    media_type = "application/n-quads"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """Every named graph."""
        return rdf.nquads(store.quads)


class TriG:
    """Record and view, graph by graph, with prefixes."""

    name = "trig"
    suffix = ".trig"
    media_type = "application/trig"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """Every named graph."""
        return rdf.trig(store.quads)


class JsonLd:
    """Record and view as JSON-LD, with a context of prefixes."""

    name = "jsonld"
    suffix = ".jsonld"
    media_type = "application/ld+json"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """Every named graph."""
        return rdf.jsonld(store.quads)


class Turtle:
    """The view alone: Turtle has no named graphs, and the record merged into one would say things twice."""

    name = "turtle"
    suffix = ".ttl"
    media_type = "text/turtle"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """The graph that every query asks."""
        view = ox.NamedNode(expand(VIEW_GRAPH, store.folder.base))
        return rdf.turtle(store.quads.quads_for_pattern(None, None, None, view))


class Page:
    """One HTML page: the network as a picture, the statements with their passages."""

    name = "html"
    suffix = ".html"
    media_type = "text/html"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """First-hand statements and attitudes."""
        yield page_html(said_about_network(store), first_hand_cards(store)).encode()


_FIRST_HAND = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?statement WHERE {
  VALUES ?kind { dmr:Statement dmr:Attitude }
  ?statement a ?kind .
}
ORDER BY ?statement
"""


def first_hand_cards(store: EmbeddedStore) -> tuple[StatementCard, ...]:
    """The cards of every statement and attitude of the view, sorted by IRI."""
    found = run_query(store, _FIRST_HAND).column("statement")
    return tuple(statement_card(store, store, str(iri)) for iri in found)
