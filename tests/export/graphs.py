"""Graphs to export: with every hostile name and text that a store can hold, and empty ones."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store import EmbeddedStore
from kg.store.folder import find_or_create_folder
from kg.store.texts import Texts
from kg.vocab.dmr import DMR
from tests.export.hostile import NAMES
from tests.query.conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STORABLE = tuple(
    sorted((name for name in NAMES if not any("\ud800" <= sign <= "\udfff" for sign in name)), key=len, reverse=True)
)
"""The hostile names without halves of surrogate pairs, which RDF cannot hold; the longest first."""
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_WORDS = frozenset({_LABEL, ox.NamedNode(DMR.content)})


def hostile_quads() -> list[ox.Quad]:
    """The corpus, its labels and contents replaced by hostile texts: a node keeps one label in all its graphs.

    Actors come first, so that the ten thousand characters are the name of one.
    """
    texts = cycle(STORABLE)
    given: dict[tuple[str, str, str], str] = {}
    quads: list[ox.Quad] = []
    found = ox.parse(path=str(CORPUS), format=ox.RdfFormat.TRIG)
    for quad in sorted(found, key=lambda quad: ("/actor/" not in str(quad.subject), str(quad))):
        value = quad.object
        if quad.predicate in _WORDS and isinstance(value, ox.Literal) and "/id/" in str(quad.subject):
            key = (str(quad.subject), str(quad.predicate), value.value)
            text = given.setdefault(key, next(texts))
            value = ox.Literal(text, language=value.language) if value.language else ox.Literal(text)
        quads.append(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return quads


def store_of(quads: Iterable[ox.Quad], path: Path) -> EmbeddedStore:
    """A store of these quads, without texts."""
    folder = find_or_create_folder(path)
    Texts(folder.texts, create=True).close()
    store = ox.Store()
    store.extend(quads)
    return EmbeddedStore(folder, store, Texts())
