"""The forms that keep statements as records of their own, each as one small class of the extension point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.dna import dna_event_list
from kg.export.nanopublications import nanopublications
from kg.export.neo4j import neo4j_nodes, neo4j_relationships

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import EmbeddedStore


class Dna:
    """The event list of Discourse Network Analyzer, for rDNA's users."""

    name = "dna"
    suffix = ".csv"
    media_type = "text/csv"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """First-hand statements that favour or oppose somebody or something."""
        return (line.encode() for line in dna_event_list(store))


class Nanopublications:
    """The record as nanopublications in TriG."""

    name = "nanopub"
    suffix = ".trig"
    media_type = "application/trig"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """Every extraction graph."""
        return nanopublications(store)


class Neo4jNodes:
    """The nodes for Neo4j's bulk import."""

    name = "neo4j-nodes"
    suffix = ".csv"
    media_type = "text/csv"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """What first-hand statements name."""
        yield neo4j_nodes(store).encode()


class Neo4jRelationships:
    """The relationships for Neo4j's bulk import."""

    name = "neo4j-relationships"
    suffix = ".csv"
    media_type = "text/csv"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """Those of first-hand statements."""
        yield neo4j_relationships(store).encode()
