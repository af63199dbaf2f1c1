"""A question to an endpoint means the same as one to a folder: patterns ask the view, GRAPH asks the record."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store.scope import within_view

VIEW = "https://w3id.org/demarche/id/graph/view"
DATA = f"""
<{VIEW}> {{ <x:a> <x:p> <x:b> . <x:a> <x:label> "a {{ b" . }}
<x:run> {{ <x:a> <x:span> <x:s> . <x:old> <x:p> <x:b> . }}
"""

QUERIES = [
    "SELECT ?s WHERE { ?s <x:p> <x:b> }",
    "select ?s { ?s <x:p> <x:b> }",
    "SELECT ?s ?run ?t WHERE { ?s <x:p> <x:b> . GRAPH ?run { ?s <x:span> ?t } }",
    "SELECT ?s WHERE { ?s <x:p> ?o FILTER NOT EXISTS { GRAPH ?run { ?s <x:span> ?t } } }",
    "SELECT ?s (COUNT(?o) AS ?n) WHERE { { SELECT ?s ?o WHERE { ?s <x:p> ?o } } } GROUP BY ?s ORDER BY ?s",
    'SELECT ?s WHERE { ?s <x:label> "a { b" } # a brace } in a comment',
    "PREFIX select: <x:> SELECT ?s WHERE { ?s select:p ?o } VALUES ?s { <x:a> <x:old> }",
    "SELECT (EXISTS { GRAPH ?g { <x:old> <x:p> ?o } } AS ?there) WHERE { }",
    "ASK { <x:old> <x:p> <x:b> }",
    "ASK WHERE { GRAPH <x:run> { <x:old> <x:p> <x:b> } }",
    "CONSTRUCT { ?s <x:q> ?o } WHERE { ?s <x:p> ?o }",
    "CONSTRUCT WHERE { ?s <x:p> ?o }",
    "DESCRIBE ?s WHERE { ?s <x:label> ?o }",
]


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TRIG)
    return store


@pytest.mark.parametrize("query", [query for query in QUERIES if not query.startswith("DESCRIBE")])
def test_the_scoped_query_over_named_graphs_answers_as_the_query_over_the_view(store: ox.Store, query: str) -> None:
    scoped = within_view(query, VIEW)
    assert scoped is not None
    assert answer(store.query(scoped)) == answer(store.query(query, default_graph=ox.NamedNode(VIEW)))


def answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> object:
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if isinstance(found, ox.QuerySolutions):
        return sorted(str([str(term) for term in row]) for row in found)
    return sorted(map(str, found))


def test_a_query_without_a_pattern_is_left_to_the_protocol() -> None:
    assert within_view("DESCRIBE <x:a>", VIEW) is None
