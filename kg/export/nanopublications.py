"""The record as nanopublications, in TriG: what one run read in one wording of an article, each with where it is from.

Four named graphs each, as the nanopublication guidelines have it (head, assertion, provenance, publication info). The
assertion is the extraction graph itself, under its own IRI; the provenance tells of the run and of the article; the
publication info names the article as subject. Nothing is signed, dated or named by its own hash: these belong to the
day of publishing, and tools for nanopublications add them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.export import rdf
from kg.vocab.dmr import DMR
from kg.vocab.ids import article_graph, expand, nanopublication_path, path_of, run_graph, run_path, text_path
from kg.vocab.prefixes import NS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import EmbeddedStore

NP: Final = "http://www.nanopub.org/nschema#"
_PROV: Final = "http://www.w3.org/ns/prov#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_EXTRACTION: Final = re.compile(r"graph/extraction/([^/]+)/([^/]+)")


def nanopublications(store: EmbeddedStore) -> Iterator[bytes]:
    """One TriG document with a nanopublication for each extraction graph of the record, sorted by its IRI."""
    return rdf.trig(_quads(store), {"np": NP})


def _quads(store: EmbeddedStore) -> Iterator[ox.Quad]:
    for graph in store.quads.named_graphs():
        if not isinstance(graph, ox.NamedNode):
            continue
        if found := _EXTRACTION.fullmatch(path_of(graph.value, store.folder.base) or ""):
            yield from _Nanopublication(store, graph, found[1], found[2]).quads()


class _Nanopublication:
    def __init__(self, store: EmbeddedStore, assertion: ox.NamedNode, version: str, run: str) -> None:
        self._store = store
        self._assertion = assertion
        self._version = version
        self._run = run
        self._this = self._node(nanopublication_path(version, run))

    def quads(self) -> Iterator[ox.Quad]:
        """All four graphs."""
        yield from self._head()
        yield from self._store.quads.quads_for_pattern(None, None, None, self._assertion)
        yield from self._provenance()
        yield from self._publication()

    def _head(self) -> Iterator[ox.Quad]:
        head = self._part("head")
        yield ox.Quad(self._this, _TYPE, _np("Nanopublication"), head)
        yield ox.Quad(self._this, _np("hasAssertion"), self._assertion, head)
        yield ox.Quad(self._this, _np("hasProvenance"), self._part("provenance"), head)
        yield ox.Quad(self._this, _np("hasPublicationInfo"), self._part("publication"), head)

    def _provenance(self) -> Iterator[ox.Quad]:
        graph = self._part("provenance")
        text = self._node(text_path(self._version))
        made_by, made_from = ox.NamedNode(f"{_PROV}wasGeneratedBy"), ox.NamedNode(f"{_PROV}wasDerivedFrom")
        yield ox.Quad(self._assertion, made_by, self._node(run_path(self._run)), graph)
        yield ox.Quad(self._assertion, made_from, text, graph)
        for told in (run_graph(self._run), article_graph(self._version)):
            for quad in self._store.quads.quads_for_pattern(None, None, None, self._node(told)):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)

    def _publication(self) -> Iterator[ox.Quad]:
        graph = self._part("publication")
        yield ox.Quad(self._this, ox.NamedNode(f"{_DCTERMS}conformsTo"), ox.NamedNode(NS.rstrip("#")), graph)
        text = self._node(text_path(self._version))
        for quad in self._store.quads.quads_for_pattern(text, ox.NamedNode(DMR.textOf), None, None):
            yield ox.Quad(self._this, ox.NamedNode(f"{_DCTERMS}subject"), quad.object, graph)

    def _part(self, part: str) -> ox.NamedNode:
        return self._node(nanopublication_path(self._version, self._run, part))

    def _node(self, path: str) -> ox.NamedNode:
        return ox.NamedNode(expand(path, self._store.folder.base))


def _np(name: str) -> ox.NamedNode:
    return ox.NamedNode(NP + name)
