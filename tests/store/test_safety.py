"""Queries that reach outside, change something, or could overflow the engine are refused; all others pass."""

from __future__ import annotations

import pytest

from kg.errors import QueryError, UnsafeQuery
from kg.store.safety import MAX_BYTES, MAX_DEPTH, MAX_STEPS, check_query

PREFIXES = "PREFIX : <https://w3id.org/demarche/ns#>\nPREFIX from: <http://x/> "
OUT = "<http://127.0.0.1:9/>"

REACHING = {
    "plain": f"SELECT * {{ SERVICE {OUT} {{ ?s ?p ?o }} }}",
    "lower case": f"SELECT * {{ service {OUT} {{ ?s ?p ?o }} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {OUT} {{ ?s ?p ?o }} }}",
    "variable endpoint": f"SELECT * {{ VALUES ?e {{ {OUT} }} SERVICE ?e {{ ?s ?p ?o }} }}",
    "subquery": f"SELECT * {{ {{ SELECT * {{ SERVICE {OUT} {{ ?s ?p ?o }} }} }} }}",
    "optional": f"SELECT * {{ ?s ?p ?o OPTIONAL {{ SERVICE {OUT} {{ ?s ?p ?o }} }} }}",
    "exists": f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {OUT} {{ ?s ?p ?o }} }} }}",
    "minus": f"SELECT * {{ ?s ?p ?o MINUS{{SERVICE{OUT}{{ ?s ?p ?o }} }} }}",
    "no blanks": f"SELECT*{{SERVICESILENT{OUT}{{?s ?p ?o}}}}",
    "after a number": f"SELECT * {{ ?s ?p 1SERVICE{OUT}{{?s ?p ?o}} }}",
    "after a truth value": f"SELECT * {{ ?s ?p trueSERVICE{OUT}{{?s ?p ?o}} }}",
    "prefixed endpoint without blank": "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x {?s ?p ?o} }",
    "after a comment": f"SELECT * {{ # a comment\nSERVICE {OUT} {{ ?s ?p ?o }} }}",
    "comment ended by a carriage return": f"SELECT * {{ # a comment\rSERVICE {OUT} {{ ?s ?p ?o }} }}",
    "code point escapes": f"SELECT * {{ SERV\\u0049CE {OUT} {{ ?s ?p ?o }} }}",
    "long code point escapes": f"SELECT * {{ SERV\\U00000049CE {OUT} {{ ?s ?p ?o }} }}",
    "string closed by an escape": f'SELECT * {{ ?s ?p "a\\u0022 SERVICE {OUT} {{ ?s ?p ?o }} # " }}',
    "comparison that looks like an IRI": (
        "PREFIX : <http://x/> SELECT * { ?s ?p ?a,?b FILTER(?a<?b)SERVICE:x#>\n{?s ?p ?o} }"
    ),
    "quote in what looks like an IRI": f"SELECT * {{ ?s ?p ?a FILTER(?a<1+'>')SERVICE{OUT}{{?s ?p ?o}} #'\n}}",
    "long quote behind a false IRI": f"SELECT * {{ ?s ?p ?a FILTER(?a<?b#>'''\n)SERVICE{OUT}{{?s ?p ?o}} #'''\n}}",
    "bracket in a false IRI": f"SELECT * {{ ?s ?p ?a FILTER(?a<f(?b>3)&&?c<1+'>')SERVICE{OUT}{{?s ?p ?o}} #'\n}}",
    "two less-than signs": f"SELECT * {{ ?s ?p ?a FILTER(?a<<http://x#>)SERVICE{OUT}{{?s ?p ?o}}\n}}",
    "quote in an IRI": f"SELECT * {{ ?s <http://x/'> ?o . SERVICE{OUT}{{?s ?p ?o}} ?s <http://x/'> ?o }}",
    "local name with an escaped quote": f"SELECT * {{ ?s :a\\'b ?o . SERVICE {OUT} {{ ?s :a\\'b ?o }} }}",
    "local name with a point": f"SELECT * {{ ?s ?p :a.SERVICE{OUT}{{?s ?p ?o}} }}",
    "unclosed string": f"SELECT * {{ ?s ?p ' . SERVICE {OUT} {{ ?s ?p ?o }} }}",
    "dataset": "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    "named dataset": "SELECT * FROM NAMED <http://x/g> { GRAPH ?g { ?s ?p ?o } }",
    "dataset without blank": "ASKFROM<http://x/g>{ ?s ?p ?o }",
}
CHANGING = {
    "insert": "INSERT DATA { <a:b> <a:c> 1 }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "load": "LOAD <file:///etc/hostname>",
    "clear": "clear all",
    "after a comment": "# SELECT\nDROP GRAPH <a:b>",
    "second request": "SELECT * { ?s ?p ?o } ; CLEAR ALL",
}
HARMLESS = {
    "word in a string": 'SELECT * { ?s ?p "SERVICE from the airport, load and drop" }',
    "word in a long string": "SELECT * { ?s ?p '''it's a \"service\" from\nhere''' }",
    "word in an IRI": "SELECT * { ?s <http://example.org/service#from> ?o }",
    "word in an IRI of a list": "SELECT * { ?s ?p ?o FILTER(?p IN (<http://x/service#a>, <http://x/from#b>)) }",
    "word in an equation": "SELECT * { ?s ?p ?o FILTER(?p = <http://x/service#a>) }",
    "word in a comment": "SELECT * { ?s ?p ?o } # from the service",
    "word in a variable": "SELECT ?from ?service { ?from ?p ?service }",
    "word in a local name": f"{PREFIXES.splitlines()[0]} SELECT * {{ ?s :service ?o }}",
    "word in a language tag": 'SELECT * { ?s ?p "x"@from }',
    "bracket in an IRI": "SELECT * { ?s ?p <http://x/Georgia_(from)#it> }",
    "comparisons": "SELECT * { ?s ?p ?from FILTER(?from < 3 && ?from > 1 || ?from<=2) }",
    "graph": "SELECT * { GRAPH ?run { ?s ?p ?o } }",
    "describe": "DESCRIBE <a:b>",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "many values": f"SELECT * {{ VALUES ?x {{ {' '.join(map(str, range(20_000)))} }} }}",
}


@pytest.mark.parametrize("query", [pytest.param(query, id=name) for name, query in REACHING.items()])
def test_queries_that_reach_outside_are_refused(query: str) -> None:
    with pytest.raises(UnsafeQuery):
        check_query(query)


@pytest.mark.parametrize("query", [pytest.param(query, id=name) for name, query in CHANGING.items()])
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(UnsafeQuery):
        check_query(query)


@pytest.mark.parametrize("query", [pytest.param(query, id=name) for name, query in HARMLESS.items()])
def test_harmless_queries_pass(query: str) -> None:
    check_query(query)


def test_the_message_names_the_word() -> None:
    with pytest.raises(UnsafeQuery, match="SERVICE"):
        check_query(REACHING["lower case"])


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(f"SELECT * {{ ?s ?p '{'x' * MAX_BYTES}' }}", id="too long"),
        pytest.param("SELECT * " + "{" * 10_000 + "?s ?p ?o" + "}" * 10_000, id="too deep"),
        pytest.param("SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * 10_000) + "}", id="too many unions"),
        pytest.param("SELECT * { FILTER(" + "!" * (MAX_DEPTH + 2) + "true) }", id="too many signs"),
        pytest.param("SELECT * { FILTER(" + "||".join(["?x"] * (MAX_STEPS + 2)) + ") }", id="too many operators"),
        pytest.param("SELECT * { " + "BIND(1 AS ?x)" * (MAX_STEPS + 2) + " }", id="too many binds"),
    ],
)
def test_queries_that_could_overflow_the_engine_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        check_query(query)
