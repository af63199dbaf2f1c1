"""One hand-written corpus behind every engine: Oxigraph, rdflib in memory, a folder, an endpoint."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import ResultRow

from kg.store import EmbeddedStore, RemoteStore
from kg.store.folder import find_or_create_folder
from kg.store.protocol import XSD_STRING, Iri, Literal, Solutions
from kg.store.safety import check_query
from kg.store.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.plugins.sparql.sparql import Query

    from kg.store.protocol import Store, Term, Triple

CORPUS = Path(__file__).parent / "corpus.trig"
VIEW = "https://w3id.org/demarche/id/graph/view"


class OxigraphMemory:
    def __init__(self, file: Path = CORPUS) -> None:
        self.store = ox.Store()
        self.store.load(path=str(file), format=ox.RdfFormat.TRIG)

    def select(self, query: str) -> Solutions:
        check_query(query)
        found = self.store.query(query, default_graph=ox.NamedNode(VIEW))
        assert isinstance(found, ox.QuerySolutions)
        names = tuple(variable.value for variable in found.variables)
        return Solutions(variables=names, rows=tuple(tuple(map(_from_oxigraph, row)) for row in found))

    def ask(self, query: str) -> bool:
        return bool(self.store.query(query, default_graph=ox.NamedNode(VIEW)))

    def construct(self, query: str) -> tuple[Triple, ...]:
        check_query(query)
        found = self.store.query(query, default_graph=ox.NamedNode(VIEW))
        assert isinstance(found, ox.QueryTriples)
        return _sorted((each.subject, each.predicate, each.object) for each in found)


class RdflibMemory(OxigraphMemory):
    def __init__(self, file: Path = CORPUS) -> None:
        self.dataset = rdflib.Dataset()
        self.dataset.parse(file, format="trig")
        self.dataset.default_graph = self.dataset.graph(rdflib.URIRef(VIEW))

    def select(self, query: str) -> Solutions:
        check_query(query)
        found = self.asked(query)
        names = tuple(str(variable) for variable in found.vars or ())
        rows = tuple(tuple(map(_from_rdflib, row)) for row in found if isinstance(row, ResultRow))
        return Solutions(variables=names, rows=rows)

    def construct(self, query: str) -> tuple[Triple, ...]:
        check_query(query)
        found = self.asked(query).graph
        assert found is not None
        return _sorted(found)

    def asked(self, query: str) -> rdflib.query.Result:
        return self.dataset.query(prepared(query))


@cache
def prepared(query: str) -> Query:
    """The query, parsed: rdflib needs longer for that than for a small graph, and many tests ask the same."""
    return prepareQuery(query)


def _sorted(triples: Iterable[tuple[object, object, object]]) -> tuple[Triple, ...]:
    plain = {tuple(_plain(term) for term in triple) for triple in triples}
    return tuple(sorted(plain, key=lambda triple: tuple(map(str, triple))))  # type: ignore[arg-type]  # three terms each


def _plain(term: object) -> Term:
    found = _from_rdflib(term) or _from_oxigraph(term)
    assert found is not None
    return found


def _from_oxigraph(term: object) -> Term | None:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language)
    return None


def _from_rdflib(term: object) -> Term | None:
    if isinstance(term, rdflib.URIRef):
        return Iri(str(term))
    if isinstance(term, rdflib.Literal):
        return Literal(str(term), str(term.datatype) if term.datatype else XSD_STRING, term.language)
    return None


def write_corpus(path: Path) -> Path:
    """A graph folder that holds the corpus, without texts."""
    folder = find_or_create_folder(path)
    Texts(folder.texts, create=True).close()
    quads = ox.Store(str(folder.quads))
    quads.bulk_load(path=str(CORPUS), format=ox.RdfFormat.TRIG)
    quads.flush()
    return folder.path


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "graph")


@pytest.fixture(scope="session")
def endpoint(corpus_folder: Path) -> Iterator[str]:
    """Address of an `oxigraph serve-read-only` on loopback that holds the corpus."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    server = subprocess.Popen(
        [program, "serve-read-only", "--location", corpus_folder / "store", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.kill()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError(f"oxigraph ended with code {server.returncode} before it answered")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("oxigraph did not open its port within ten seconds")


@pytest.fixture(scope="session", params=["oxigraph", "rdflib", "folder", "endpoint"])
def engine(request: pytest.FixtureRequest, corpus_folder: Path) -> Iterator[Store]:
    """The corpus behind each engine in turn."""
    if request.param == "oxigraph":
        yield OxigraphMemory()
    elif request.param == "rdflib":
        yield RdflibMemory()
    elif request.param == "folder":
        with EmbeddedStore.open(corpus_folder) as store:
            yield store
    else:
        yield RemoteStore(request.getfixturevalue("endpoint"))
