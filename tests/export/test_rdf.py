"""RDF files hold the graph, the same bytes each time, and other readers get the same statements out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib

from kg.export.rdf import jsonld, nquads, trig, turtle
from tests.query.conftest import CORPUS, VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

QUADS = list(ox.parse(path=str(CORPUS), format=ox.RdfFormat.TRIG))
IN_VIEW = [quad for quad in QUADS if quad.graph_name == ox.NamedNode(VIEW)]


@pytest.mark.parametrize(
    ("write", "form"), [(nquads, ox.RdfFormat.N_QUADS), (trig, ox.RdfFormat.TRIG), (jsonld, ox.RdfFormat.JSON_LD)]
)
def test_every_named_graph_comes_back(
    write: Callable[[Iterable[ox.Quad]], Iterator[bytes]], form: ox.RdfFormat
) -> None:
    read = set(ox.parse(b"".join(write(QUADS)), format=form))
    assert read == set(QUADS)


@pytest.mark.parametrize(("write", "form"), [(nquads, "nquads"), (trig, "trig"), (jsonld, "json-ld")])
def test_rdflib_reads_as_many_quads(write: Callable[[Iterable[ox.Quad]], Iterator[bytes]], form: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=b"".join(write(QUADS)).decode(), format=form)
    assert len(list(dataset.quads())) == len(set(QUADS))


def test_turtle_holds_the_view_and_reads_in_rdflib() -> None:
    graph = rdflib.Graph().parse(data=b"".join(turtle(IN_VIEW)).decode(), format="turtle")
    assert len(graph) == len(IN_VIEW)


@pytest.mark.parametrize("write", [nquads, trig, turtle, jsonld])
def test_the_order_of_the_store_does_not_show(write: Callable[[Iterable[ox.Quad]], Iterator[bytes]]) -> None:
    assert b"".join(write(reversed(IN_VIEW))) == b"".join(write(IN_VIEW))


def test_nquads_are_sorted_lines() -> None:
    lines = list(nquads(QUADS))
    assert lines == sorted(lines, key=bytes.decode)
    assert all(line.endswith(b" .\n") for line in lines)


def test_types_come_first_and_names_are_short_in_turtle() -> None:
    text = b"".join(turtle(IN_VIEW)).decode()
    assert "state:ARD a dmr:State ;" in text
    assert text.startswith("@prefix act:")
