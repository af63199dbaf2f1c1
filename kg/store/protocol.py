"""What every store answers, wherever the graph lies.

A `Store` is read by queries alone. The default graph of each query is the view (`graph/view`); a `GRAPH ?g { ... }`
block inside the query reaches the record. Terms come back as the plain values below, the same for every engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, order=True)
class Iri:
    """An IRI, absolute."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, order=True)
class BlankNode:
    """A node without a name. The data has none; a query can make some."""

    value: str

    def __str__(self) -> str:
        return f"_:{self.value}"


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value: its lexical form, datatype IRI, and language where it has one."""

    value: str
    datatype: str = XSD_STRING
    language: str | None = None

    def __str__(self) -> str:
        return self.value


Term: TypeAlias = Iri | Literal | BlankNode
Triple: TypeAlias = tuple[Term, Term, Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """The answer to a SELECT: rows in the engine's order, cells in the order of `variables`, None where unbound."""

    variables: tuple[str, ...]
    """Names without the question mark."""
    rows: tuple[tuple[Term | None, ...], ...]


class Store(Protocol):
    """A graph that can be asked. Every method refuses queries that reach outside or change anything."""

    def select(self, query: str) -> Solutions:
        """Rows of a SELECT query.

        Raises:
            UnsafeQuery: the query holds SERVICE, FROM or an update.
            QueryError: the query is no SELECT, is malformed, too large or too deep, or took too long.
            StoreError: the store failed (for an endpoint: `EndpointError`).
        """
        ...

    def ask(self, query: str) -> bool:
        """Answer of an ASK query. Raises as `select` does."""
        ...

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Triples of a CONSTRUCT or DESCRIBE query, sorted, each once. Raises as `select` does."""
        ...
