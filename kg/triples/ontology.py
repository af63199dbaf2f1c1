"""The ontology itself as quads, so that a graph explains its own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import SKOS

from kg.resources import resource
from kg.triples.terms import LABEL, node
from kg.vocab.ids import DATA_BASE, ONTOLOGY_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES: Final = ("core.ttl", "record.ttl", "events.ttl", "voc.ttl")
"""Terms and concepts. Shapes check data and alignments concern others: neither is part of an answer."""
_PREF_LABEL: Final = ox.NamedNode(SKOS.prefLabel)


def ontology_quads(base: str = DATA_BASE) -> Iterator[ox.Quad]:
    """Terms and concepts, in the order of their files; concepts get an `rdfs:label` like every other node."""
    graph = node(ONTOLOGY_GRAPH, base)
    for module in MODULES:
        for triple in ox.parse((resource("ontology") / module).read_bytes(), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)
            if triple.predicate == _PREF_LABEL:
                yield ox.Quad(triple.subject, LABEL, triple.object, graph)
