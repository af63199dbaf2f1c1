"""RDF terms as quads need them: nodes for paths and concepts, literals for values. Cached, because they recur."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, RDFS, XSD

from kg.vocab.ids import DATA_BASE, expand
from kg.vocab.prefixes import VOC

if TYPE_CHECKING:
    from datetime import date

TYPE: Final = NamedNode(RDF.type)
LABEL: Final = NamedNode(RDFS.label)
TRUE: Final = Literal("true", datatype=NamedNode(XSD.boolean))

_ANY_URI: Final = NamedNode(XSD.anyURI)
_DATE: Final = NamedNode(XSD.date)
_DECIMAL: Final = NamedNode(XSD.decimal)
_INTEGER: Final = NamedNode(XSD.integer)
_MONTH: Final = NamedNode(XSD.gYearMonth)
_YEAR: Final = NamedNode(XSD.gYear)
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class QuadList:
    """The quads of one graph, as they are written down."""

    __slots__ = ("base", "graph", "quads")

    def __init__(self, graph: str, base: str = DATA_BASE) -> None:
        self.base = base
        self.graph = node(graph, base)
        self.quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """One quad of this graph."""
        self.quads.append(Quad(subject, predicate, value, self.graph))

    def node(self, path: str) -> NamedNode:
        """The node of a path, below this graph's base."""
        return node(path, self.base)


@lru_cache(maxsize=1 << 16)
def node(path: str, base: str = DATA_BASE) -> NamedNode:
    """The node of a path that `kg.vocab.ids` minted."""
    return NamedNode(expand(path, base))


@lru_cache(maxsize=1 << 10)
def concept(scheme: str, value: str) -> NamedNode:
    """The concept of a scheme that a value of the model names; whether there is one, the checks tell."""
    return NamedNode(f"{VOC}{scheme}/{quote(value, safe='', errors='surrogatepass')}")


@lru_cache(maxsize=1 << 12)
def day(value: date) -> Literal:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=_DATE)


@lru_cache(maxsize=1 << 10)
def about(value: str) -> Literal:
    """A year or a month as what it is: xsd:gYear, xsd:gYearMonth."""
    return Literal(value, datatype=_YEAR if len(value) == len("2024") else _MONTH)


@lru_cache(maxsize=1 << 10)
def integer(value: int) -> Literal:
    """A count as xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


@lru_cache(maxsize=1 << 10)
def decimal(value: float) -> Literal:
    """A share as xsd:decimal in its shortest form, to four digits.

    >>> decimal(0.50).value
    '0.5'
    """
    return Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


@lru_cache(maxsize=1 << 12)
def string(value: str) -> Literal:
    """A name or code, without language. Lone surrogates, which RDF cannot hold, become U+FFFD."""
    return Literal(_writable(value))


def words(value: str, language: str) -> Literal:
    """Words of an article, or a label, in a language."""
    return Literal(_writable(value), language=language)


def uri_string(value: str) -> Literal:
    """An address as xsd:anyURI: a literal, because what sources give is not always a valid IRI."""
    return Literal(_writable(value), datatype=_ANY_URI)


def language_tag(language: str | None) -> str:
    """The tag for words of an article: its own language where that is a tag, else English, the language we read."""
    return language.lower() if language and _LANGUAGE_TAG.fullmatch(language) else "en"


def _writable(value: str) -> str:
    return value if value.isascii() else _LONE_SURROGATES.sub("\ufffd", value)
