"""The forms that keep statements as records of their own, each as one small class of the extension point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.dna import dna_event_list
from kg.export.dna_coding import coding_of
from kg.export.dna_database import PASSWORD, dna_database
from kg.export.dna_scripts import dna_scripts
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


class DnaDatabase:
    """The database of Discourse Network Analyzer 3, to be opened in the program itself."""

    name = "dna-database"
    suffix = ".dna"
    media_type = "application/vnd.sqlite3"
    remark = f"in Discourse Network Analyzer every coder has the password {PASSWORD}"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """First-hand statements that favour or oppose somebody or something, with the texts around them."""
        return dna_database(coding_of(store))


class DnaScripts:
    """The same for R: tables, a script that loads them through rDNA, and one for igraph."""

    name = "dna-r"
    suffix = ".zip"
    media_type = "application/zip"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """One archive."""
        yield dna_scripts(coding_of(store))


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
