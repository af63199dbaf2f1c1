"""One hand-written corpus behind every engine that a user may ask: Oxigraph, rdflib in memory, an endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import ResultRow

from kg.store.protocol import XSD_STRING, Iri, Literal, Solutions
from kg.store.safety import check_query

if TYPE_CHECKING:
    from kg.store.protocol import Term, Triple

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
        raise NotImplementedError


class RdflibMemory(OxigraphMemory):
    def __init__(self, file: Path = CORPUS) -> None:
        self.dataset = rdflib.Dataset()
        self.dataset.parse(file, format="trig")
        self.dataset.default_graph = self.dataset.graph(rdflib.URIRef(VIEW))

    def select(self, query: str) -> Solutions:
        check_query(query)
        found = self.dataset.query(query)
        names = tuple(str(variable) for variable in found.vars or ())
        return Solutions(
            variables=names, rows=tuple(tuple(map(_from_rdflib, row)) for row in found if isinstance(row, ResultRow))
        )


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


@pytest.fixture(scope="session")
def oxigraph_memory() -> OxigraphMemory:
    return OxigraphMemory()


@pytest.fixture(scope="session", params=["oxigraph", "rdflib"])
def engine(request: pytest.FixtureRequest) -> OxigraphMemory:
    return OxigraphMemory() if request.param == "oxigraph" else RdflibMemory()
