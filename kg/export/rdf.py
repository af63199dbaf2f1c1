"""Graphs as RDF files: N-Quads, TriG, JSON-LD with every named graph, Turtle with the view alone.

Sorted by graph, subject, property and value, so the same graph gives the same bytes, whatever store it lay in.
"""

from __future__ import annotations

import json
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.vocab.prefixes import PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_RDF_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
Json = str | int | bool | dict[str, "Json"] | list["Json"]


def nquads(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """One line a quad, the lines sorted as text."""
    for line in sorted(f"{quad} .\n" for quad in quads):
        yield line.encode()


def trig(quads: Iterable[ox.Quad], further_prefixes: Mapping[str, str] = MappingProxyType({})) -> Iterator[bytes]:
    """Every named graph, one after the other."""
    prefixes = {**PREFIXES, **further_prefixes}
    yield from _with_sorted_prefixes(ox.serialize(_sorted(quads), format=ox.RdfFormat.TRIG, prefixes=prefixes))


def turtle(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """The triples of these quads. Turtle has no graphs: give it the quads of one, the view."""
    triples = [quad.triple for quad in _sorted(quads)]
    yield from _with_sorted_prefixes(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)))


def jsonld(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """JSON-LD 1.0 with a context of prefixes; one object a named graph, one a node in it."""
    graphs: list[Json] = []
    for graph, of_graph in groupby(_sorted(quads), key=lambda quad: quad.graph_name):
        nodes: list[Json] = [
            _node(subject, found) for subject, found in groupby(of_graph, key=lambda quad: quad.subject)
        ]
        if isinstance(graph, ox.DefaultGraph):
            graphs.extend(nodes)
        else:
            graphs.append({"@id": _name(graph), "@graph": nodes})
    document = {"@context": dict(PREFIXES), "@graph": graphs}
    yield json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")
    yield b"\n"


def _sorted(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    return sorted(
        quads,
        key=lambda quad: (str(quad.graph_name), str(quad.subject), _rank(quad), str(quad.predicate), str(quad.object)),
    )


def _rank(quad: ox.Quad) -> int:
    return 0 if quad.predicate == _RDF_TYPE else 1  # What a node is reads best first.


def _with_sorted_prefixes(document: bytes | None) -> Iterator[bytes]:
    # The serialiser writes prefixes in no fixed order.
    lines = (document or b"").splitlines(keepends=True)
    heads = sum(1 for line in lines if line.startswith(b"@prefix "))
    yield from sorted(lines[:heads])
    yield from lines[heads:]


def _node(subject: object, quads: Iterable[ox.Quad]) -> Json:
    node: dict[str, Json] = {"@id": _name(subject)}
    for predicate, found in groupby(quads, key=lambda quad: quad.predicate):
        values = [quad.object for quad in found]
        if predicate == _RDF_TYPE:
            node["@type"] = [_name(value) for value in values]
        else:
            node[shorten(predicate.value)] = [_value(value) for value in values]
    return node


def _value(term: object) -> Json:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == f"{_XSD}string":
        return term.value
    return {"@value": term.value, "@type": shorten(datatype)}


def _name(node: object) -> str:
    return shorten(node.value) if isinstance(node, ox.NamedNode) else str(node)
