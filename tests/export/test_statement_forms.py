"""Forms that keep statements: DNA's event list, Neo4j's tables, nanopublications; each read back and counted."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, PROV, RDF

from kg.analysis import statements_of
from kg.export import load_exporter
from kg.export.dna import COLUMNS
from kg.export.nanopublications import NP

if TYPE_CHECKING:
    from kg.analysis import StatementTable
    from kg.store import EmbeddedStore

NS = rdflib.Namespace(NP)


@pytest.fixture(scope="module")
def table(corpus: EmbeddedStore) -> StatementTable:
    return statements_of(corpus)


def exported(store: EmbeddedStore, form: str) -> str:
    return b"".join(load_exporter(form).chunks(store)).decode()


def test_the_event_list_has_a_line_for_every_stance(corpus: EmbeddedStore, table: StatementTable) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(corpus, "dna")), delimiter=";"))
    wanted = [row for row in table if row.target and row.polarity in {"positive", "negative"}]
    assert list(rows[0]) == list(COLUMNS)
    assert [row["iri"] for row in rows] == [row.statement for row in wanted]
    assert [row["agreement"] for row in rows] == ["1" if row.polarity == "positive" else "0" for row in wanted]
    orban = next(row for row in rows if row["iri"].endswith("a1-01"))
    assert (orban["person"], orban["organization"], orban["concept"]) == (
        "Lena Orban", "Ministry of Foreign Affairs of Ardenia", "Kestria",
    )  # fmt: skip
    assert (orban["time"], orban["said_day"]) == ("2024-03-02 00:00:00", "20240301")
    assert orban["document_source"] == "Harbour Post"


def test_bodies_that_speak_leave_the_person_empty(corpus: EmbeddedStore) -> None:
    rows = csv.DictReader(io.StringIO(exported(corpus, "dna")), delimiter=";")
    kestria = next(row for row in rows if row["iri"].endswith("a2-10"))
    assert (kestria["person"], kestria["organization"]) == ("", "Kestria")


def test_texts_of_the_event_list_hold_no_delimiters_and_pandas_reads_it(corpus: EmbeddedStore) -> None:
    text = exported(corpus, "dna")
    frame = pd.read_csv(io.StringIO(text), sep=";")
    assert list(frame.columns) == list(COLUMNS)
    assert "the draft 'ignored every proposal' made in spring" in set(frame["text"])
    assert all(line.count(";") == len(COLUMNS) - 1 for line in text.splitlines())


def test_every_end_of_a_relationship_is_a_node_of_neo4j(corpus: EmbeddedStore, table: StatementTable) -> None:
    nodes = {row["id:ID"]: row for row in csv.DictReader(io.StringIO(exported(corpus, "neo4j-nodes"), newline=""))}
    ties = list(csv.DictReader(io.StringIO(exported(corpus, "neo4j-relationships"), newline="")))
    assert len(nodes) == exported(corpus, "neo4j-nodes").count("\n") - 1
    assert {tie[end] for tie in ties for end in (":START_ID", ":END_ID")} <= set(nodes)
    counts = Counter(tie[":TYPE"] for tie in ties)
    assert counts["SAID"] == len({(row.speaker, row.statement) for row in table})
    assert counts["ABOUT"] == len({(row.statement, row.target) for row in table if row.target})
    labels = Counter(node[":LABEL"].split(";")[0] for node in nodes.values())
    assert labels["Attribution"] == table.statements
    assert labels["Article"] == len({*table.articles, *(article for row in table for article, _ in row.copies)})


def test_a_copy_is_reported_in_both_articles_for_neo4j(corpus: EmbeddedStore) -> None:
    ties = csv.DictReader(io.StringIO(exported(corpus, "neo4j-relationships"), newline=""))
    articles = {
        tie[":END_ID"].rpartition("/")[2]
        for tie in ties
        if tie[":START_ID"].endswith("a2-10") and tie[":TYPE"] == "REPORTED_IN"
    }
    assert articles == {"a2", "a4"}


def test_a_nanopublication_has_four_graphs_that_its_head_names(corpus: EmbeddedStore) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(corpus, "nanopub"), format="trig")
    quads = {(s, p, o, g) for s, p, o, g in dataset.quads()}
    found = [s for s, p, o, _ in quads if (p, o) == (RDF.type, NS.Nanopublication)]
    extractions = [g for g in corpus.quads.named_graphs() if "/graph/extraction/" in str(g)]
    assert len(found) == len(set(found)) == len(extractions)
    inside: set[object] = set()
    for this in found:
        (head,) = {g for s, p, _, g in quads if (s, p) == (this, RDF.type)}
        parts = {p: o for s, p, o, g in quads if s == this and g == head and p != RDF.type}
        assert set(parts) == {NS.hasAssertion, NS.hasProvenance, NS.hasPublicationInfo}
        assertion, provenance, publication = (
            parts[NS[name]] for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo")
        )
        assert any((s, p, g) == (assertion, PROV.wasDerivedFrom, provenance) for s, p, _, g in quads)
        assert any((s, p, g) == (this, DCTERMS.subject, publication) for s, p, _, g in quads)
        inside |= {head, assertion, provenance, publication}
    assert {g for *_, g in quads} <= inside
    assert len(inside) == 4 * len(found)


def test_two_engines_read_the_same_nanopublications_and_the_assertions_are_the_record(corpus: EmbeddedStore) -> None:
    text = exported(corpus, "nanopub")
    read = set(ox.parse(text.encode(), format=ox.RdfFormat.TRIG))
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="trig")
    assert len(read) == len(set(dataset.quads()))
    for graph in corpus.quads.named_graphs():
        if "/graph/extraction/" in str(graph):
            assert set(corpus.quads.quads_for_pattern(None, None, None, graph)) == {
                quad for quad in read if quad.graph_name == graph
            }
