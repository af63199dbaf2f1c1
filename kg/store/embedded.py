"""A graph folder, opened for questions.

Readers open a snapshot without a lock, so they never wait for a writer and never hold one up. The snapshot is that of
the moment of opening: open again to see what was built since.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final, Self, TypeVar

import pyoxigraph as ox

from kg.errors import GraphLocked, QueryError, StoreError
from kg.store.folder import find_folder
from kg.store.limits import run_within
from kg.store.protocol import BlankNode, Iri, Literal, Solutions
from kg.store.safety import check_query
from kg.store.stamp import stamp_of
from kg.store.texts import Texts
from kg.vocab.ids import VIEW_GRAPH, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from kg.model import Article
    from kg.store.folder import GraphFolder
    from kg.store.protocol import Term, Triple

TIMEOUT_S: Final = 60.0
"""Seconds that a query may take, unless the caller says otherwise."""
_TRIES: Final = 20
_PAUSE_S: Final = 0.02
_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected ")

Answer = TypeVar("Answer")


class EmbeddedStore:
    """A `Store` over a graph folder. A context manager."""

    def __init__(self, folder: GraphFolder, quads: ox.Store, texts: Texts, timeout_s: float = TIMEOUT_S) -> None:
        self.folder = folder
        self.quads = quads
        """The engine, for exports that stream whole graphs. Questions go through the methods below."""
        self.texts = texts
        self.stamp: str | None = None
        """Of the snapshot (`kg.store.stamp`): equal stamps, equal quads. None: not known, or the quads may change."""
        self._timeout_s = timeout_s
        self._view = ox.NamedNode(expand(VIEW_GRAPH, folder.base))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = True, timeout_s: float = TIMEOUT_S) -> Self:
        """The graph in a folder. `read_only` False keeps writers out until it is closed.

        Raises: GraphMissing, GraphVersion, GraphLocked, StoreError: see `kg.errors`.
        """
        folder = find_folder(path)
        before = stamp_of(folder.quads)
        quads = open_snapshot(folder) if read_only else open_exclusively(folder)
        opened = cls(folder, quads, Texts(folder.texts), timeout_s)
        # Only if nobody wrote meanwhile is the stamp that of the snapshot.
        if read_only and before == stamp_of(folder.quads):
            opened.stamp = before
        return opened

    def select(self, query: str) -> Solutions:
        """Rows of a SELECT query over the view; see `kg.store.protocol.Store`."""
        return self._run(query, ox.QuerySolutions, read_solutions, "SELECT")

    def ask(self, query: str) -> bool:
        """Answer of an ASK query over the view."""
        return self._run(query, ox.QueryBoolean, bool, "ASK")

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Triples of a CONSTRUCT or DESCRIBE query over the view, sorted, each once."""
        return self._run(query, ox.QueryTriples, sorted_triples, "CONSTRUCT")

    def article(self, version: str) -> Article | None:
        """The words of one version, as they were read; None where the graph has no such version."""
        return self.texts.article(version)

    def close(self) -> None:
        """Let go of the folder."""
        self.texts.close()
        # The engine lets go of its files when the last reference to it goes.
        del self.quads

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, query: str, form: type, read: Callable[..., Answer], name: str) -> Answer:
        check_query(query)

        def answer() -> Answer:
            found = self.quads.query(query, default_graph=self._view)
            if not isinstance(found, form):
                raise QueryError(f"a {name} query is wanted here, and this is none")
            return read(found)

        try:
            return run_within(self._timeout_s, answer)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {_where(str(error), query)}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"the graph in {self.folder.path} could not answer: {error}; open it again") from error


def _where(problem: str, query: str) -> str:
    """Where the parser stopped, with the words there; not the long list of all that it would have taken."""
    place = _PLACE.search(problem)
    if place is None:
        return problem
    line, column = int(place[1]), int(place[2])
    lines = query.split("\n")
    there = lines[line - 1] if 0 < line <= len(lines) else ""
    before, behind = there[max(0, column - 31) : column - 1], there[column - 1 : column + 20]
    words = f"“{before} ⟨here⟩ {behind}”" if there.strip() else "at its end"
    return f"line {line}, column {column}, {words}; something is missing or misspelt just before"


def open_snapshot(folder: GraphFolder) -> ox.Store:
    """The quads as they stand, without a lock.

    Raises: GraphLocked: a writer is exchanging files all the time. StoreError: the files are damaged.
    """
    for left in reversed(range(_TRIES)):
        try:
            return ox.Store.read_only(str(folder.quads))
        except (OSError, RuntimeError) as error:
            # A writer may remove a file between its being listed and its being opened ("Corruption: No such file");
            # the next listing is right.
            if left == 0:
                raise GraphLocked(
                    f"the graph in {folder.path} is being written and cannot be opened now: {error}"
                ) from error
            time.sleep(_PAUSE_S)
    raise AssertionError("unreachable")


def open_exclusively(folder: GraphFolder) -> ox.Store:
    """The quads, for writing.

    Raises: GraphLocked: another process writes to it. StoreError: the files are damaged, or cannot be written.
    """
    try:
        return ox.Store(str(folder.quads))
    except OSError as error:
        if "lock" in str(error).lower():
            raise GraphLocked(
                f"another process is writing to the graph in {folder.path}; wait until it has ended, then try again"
            ) from error
        raise StoreError(f"the graph in {folder.path} cannot be opened for writing: {error}") from error


def plain_term(term: object) -> Term:
    """A term of the engine as a plain value.

    Raises: QueryError: it is a quoted triple, which this graph never holds.
    """
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    if isinstance(term, ox.BlankNode):
        return BlankNode(term.value)
    raise QueryError("the query makes quoted triples, which cannot be shown")


def read_solutions(found: ox.QuerySolutions) -> Solutions:
    """Rows of the engine as plain values. Raises: SyntaxError: they come from a text that is broken."""
    variables = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(None if term is None else plain_term(term) for term in row) for row in found)
    return Solutions(variables=variables, rows=rows)


def sorted_triples(found: Iterable[ox.Triple | ox.Quad]) -> tuple[Triple, ...]:
    """Triples of the engine as plain values, sorted, each once."""
    triples = {(plain_term(row.subject), plain_term(row.predicate), plain_term(row.object)) for row in found}
    return tuple(sorted(triples, key=lambda triple: tuple(map(_sort_key, triple))))


def _sort_key(term: Term) -> tuple[str, str, str, str]:
    if isinstance(term, Literal):
        return "Literal", term.value, term.datatype, term.language or ""
    return type(term).__name__, term.value, "", ""
