"""The graphs that stand in a graph folder before any article: the ontology, and the reference data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import __version__
from kg.resources import resource
from kg.triples import ontology_quads, reference_quads
from kg.vocab.ids import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.resolve import Authority


def reference_of(authority: Authority) -> tuple[Iterator[Quad], str]:
    """All quads of these graphs, made only when they are asked for, and a fingerprint that changes with them."""
    modules = sorted(resource("ontology").glob("*.ttl"))
    parts = (__version__, authority.fingerprint, *(file.read_text(encoding="utf-8") for file in modules))
    return _quads(authority), fingerprint(parts)


def _quads(authority: Authority) -> Iterator[Quad]:
    yield from ontology_quads()
    yield from reference_quads(authority)
