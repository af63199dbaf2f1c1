"""`queries/examples.ttl` is current, is Turtle, and holds every query in a form that an engine takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.query import catalogue
from kg.resources import resource

ROOT = Path(__file__).parents[2]
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
DCTERMS = rdflib.Namespace("http://purl.org/dc/terms/")
SCHEMA = rdflib.Namespace("https://schema.org/")


def examples() -> rdflib.Graph:
    return rdflib.Graph().parse(resource("queries") / "examples.ttl", format="turtle")


def test_the_generated_pages_of_the_queries_are_current() -> None:
    checked = subprocess.run(
        [sys.executable, "tools/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "queries/" not in checked.stdout


def test_each_query_is_an_example_with_its_question_keywords_target_and_text() -> None:
    graph = examples()
    by_name = {str(name): node for node, name in graph.subject_objects(DCTERMS.identifier)}
    assert set(by_name) == {query.name for query in catalogue()}
    for query in catalogue():
        node = by_name[query.name]
        form = "Construct" if query.is_construct else "Select"
        assert {SH.SPARQLExecutable, SH[f"SPARQL{form}Executable"]} <= set(graph.objects(node, rdflib.RDF.type))
        assert str(graph.value(node, rdflib.RDFS.comment)).startswith(query.summary)
        assert {str(word) for word in graph.objects(node, SCHEMA.keywords)} == {query.kind, *query.tags}
        assert graph.value(node, SCHEMA.target) is not None
        body = [line for line in query.text.splitlines() if not line.startswith("#+")]
        assert str(graph.value(node, SH[form.lower()])).splitlines() == body


def test_every_example_is_read_by_an_engine() -> None:
    store = ox.Store()
    texts = [str(text) for form in (SH.select, SH.construct) for text in examples().objects(None, form)]
    assert len(texts) == len(catalogue())
    for text in texts:
        store.query(text)
