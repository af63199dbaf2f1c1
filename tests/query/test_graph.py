"""The facade: one object to ask, show, draw and export, loaded only when it is used."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib

import kg
from kg.errors import GraphMissing, ParameterError, UnknownQuery, UnsafeQuery
from tests.query.golden import as_lines, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWCOMERS_QUERY = """
PREFIX : <https://w3id.org/demarche/ns#>
PREFIX state: <https://w3id.org/demarche/id/actor/state/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?day ?who ?words ?article WHERE {
  ?statement a :Statement ; :onBehalfOf state:ARD ; :about/:groupMember? state:KES ;
     :speaker/rdfs:label ?who ; :content ?words ; :saidLatest ?day ; :reportedIn/rdfs:label ?article .
} ORDER BY ?day ?statement
"""


@pytest.fixture(scope="module")
def graph(corpus_folder: Path) -> Iterator[kg.Graph]:
    with kg.open(corpus_folder) as opened:
        yield opened


def test_the_newcomers_query_answers_alike_through_sparql_and_rdflib(graph: kg.Graph) -> None:
    rows = graph.sparql(NEWCOMERS_QUERY)
    assert [row[1] for row in rows] == ["Lena Orban", "Lena Orban"]
    through_rdflib = [str(row[2]) for row in graph.graph.query(NEWCOMERS_QUERY)]  # type: ignore[index]  # rows of SELECT
    assert through_rdflib == list(rows.column("words"))


def test_the_view_is_an_rdflib_graph_that_is_opened_once(graph: kg.Graph) -> None:
    view = graph.graph
    assert view is graph.graph
    ardenia = rdflib.URIRef("https://w3id.org/demarche/id/actor/state/ARD")
    assert str(view.value(ardenia, rdflib.RDFS.label)) == "Ardenia"
    assert (rdflib.URIRef("https://w3id.org/demarche/id/statement/a0-99"), None, None) not in view


def test_a_query_is_asked_by_name_or_by_file(graph: kg.Graph, tmp_path: Path) -> None:
    case = next(case for case in read_cases() if case.given.get("about") == "state:KES")
    assert as_lines(graph.query("who-about-whom", about="Kestria")) == case.rows
    mine = tmp_path / "mine.rq"
    mine.write_text(NEWCOMERS_QUERY, encoding="utf-8")
    assert len(graph.query(str(mine))) == 2
    with pytest.raises(UnknownQuery, match="cannot be read"):
        graph.query(str(tmp_path / "none.rq"))


def test_a_file_that_reaches_outside_is_refused(graph: kg.Graph, tmp_path: Path) -> None:
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", encoding="utf-8")
    with pytest.raises(UnsafeQuery):
        graph.query(str(mine))
    with pytest.raises(UnsafeQuery):
        graph.graph.query("SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_a_statement_is_shown_even_where_its_text_is_not_kept(graph: kg.Graph) -> None:
    card = graph.show("statement:a1-01")
    assert card.speakers[0].label == "Lena Orban"
    assert card.passage is None
    with pytest.raises(ParameterError):
        graph.show("statement:nothing")


def test_the_network_and_a_file_of_it(graph: kg.Graph, tmp_path: Path) -> None:
    assert graph.network(by_principal=True).number_of_edges() == 11
    graph.export("gexf", tmp_path / "network.gexf")
    graph.export("html", str(tmp_path / "network.html"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["network.gexf", "network.html"]


def test_a_folder_without_a_graph_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing):
        kg.open(tmp_path)


def test_every_public_name_is_there_and_no_other() -> None:
    assert dir(kg) == sorted(kg.__all__)
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    with pytest.raises(AttributeError):
        _ = kg.nothing  # type: ignore[attr-defined]  # that is the point
    typed = Path(kg.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert set(re.findall(r" as (\w+)$", typed, re.MULTILINE)) | {"__version__"} == set(kg.__all__)


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import kg", ["rdflib", "spacy", "networkx", "pyoxigraph", "numpy", "pandas", "kg.query"]),
        ("import kg; kg.catalogue(); kg.open", ["rdflib", "spacy", "networkx", "numpy", "pandas", "SPARQLWrapper"]),
    ],
)
def test_asking_loads_no_library_that_it_does_not_need(statement: str, unwanted: list[str]) -> None:
    code = f"{statement}; import sys; print([name for name in {unwanted} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
