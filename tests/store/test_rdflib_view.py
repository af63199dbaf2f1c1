"""The view as an rdflib graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from kg.errors import UnsafeQuery
from kg.store import EmbeddedStore
from kg.store.rdflib_view import as_rdflib
from kg.vocab.dmr import DMR

if TYPE_CHECKING:
    from pathlib import Path


def test_rdflib_sees_the_view_and_nothing_else(graph: Path) -> None:
    view = as_rdflib(graph)
    assert len(set(view.subjects(RDF.type, DMR.Statement))) == 3
    assert not list(view.triples((None, DMR.cueSpan, None)))
    with EmbeddedStore.open(graph) as store:
        assert len(view) == len(store.construct("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"))


def test_rdflib_asks_the_view_and_reaches_the_record_through_graph(graph: Path) -> None:
    query = "SELECT ?cue { ?s a dmr:Statement . GRAPH ?run { ?s dmr:cueSpan ?cue } }"
    assert len(list(as_rdflib(graph).query(query))) == 3
    assert len(list(as_rdflib(graph).query("SELECT ?cue { ?s dmr:cueSpan ?cue }"))) == 0


def test_a_copy_in_rdflibs_memory_answers_alike(graph: Path) -> None:
    view = as_rdflib(graph)
    copy = Graph()
    for triple in view:
        copy.add(triple)
    query = "SELECT ?s ?who { ?s a dmr:Statement ; dmr:onBehalfOf ?who } ORDER BY ?s ?who"
    copy.bind("dmr", str(DMR.Actor).removesuffix("Actor"))
    assert [tuple(row) for row in copy.query(query)] == [tuple(row) for row in view.query(query)]  # type: ignore[arg-type]  # rows


def test_unsafe_queries_and_updates_are_refused(graph: Path) -> None:
    view = as_rdflib(graph)
    with pytest.raises(UnsafeQuery):
        view.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(UnsafeQuery):
        view.update("CLEAR ALL")


def test_the_opened_view_cannot_be_changed(graph: Path) -> None:
    view = as_rdflib(graph)
    before = len(view)
    with pytest.raises(Exception):  # noqa: B017 - whichever error the engine has for it
        view.add((URIRef("a:s"), URIRef("a:p"), URIRef("a:o")))
    assert len(as_rdflib(graph)) == before
