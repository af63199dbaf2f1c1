"""The graphs that stand in a graph folder before any article: the ontology, and the reference data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import __version__
from kg.resources import resource
from kg.triples import reference_quads
from kg.vocab.ids import ONTOLOGY_GRAPH, expand, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.resolve import Authority

MODULES: Final = ("core.ttl", "record.ttl", "events.ttl", "voc.ttl")
"""Terms and concepts with their labels. Matches with foreign terms and shapes are no part of a graph's answers."""


def reference_of(authority: Authority) -> tuple[Iterator[Quad], str]:
    """All quads of these graphs, made only when they are asked for, and a fingerprint that changes with them."""
    files = [(resource("ontology") / name).read_bytes() for name in MODULES]
    parts = (__version__, authority.fingerprint, *(file.decode("utf-8") for file in files))
    return _quads(files, authority), fingerprint(parts)


def _quads(files: list[bytes], authority: Authority) -> Iterator[Quad]:
    graph = NamedNode(expand(ONTOLOGY_GRAPH))
    for file in files:
        for triple in parse(file, format=RdfFormat.TURTLE):
            yield type(triple)(triple.subject, triple.predicate, triple.object, graph)
    yield from reference_quads(authority)
