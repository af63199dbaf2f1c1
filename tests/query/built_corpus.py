"""The articles of `examples/corpus` as a graph: built by the pipeline, with links proposed and a few things judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
import rdflib

from kg.build import build_graph
from kg.claims import ClaimBook, candidates_of, read_claims, speeches_of
from kg.ledger import Ledger
from kg.resources import resource
from tests.query.conftest import VIEW, OxigraphMemory, RdflibMemory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

READER: Final = "A. Reader"
CLOSED: Final = "Valdoria has closed the northern channel"
NOT_CLOSED: Final = "Valdoria has not closed the northern channel"
OPENED: Final = "Valdoria has opened the northern channel"
ANSWER: Final = "2025-09-16-holm-courier-answer.txt"
_KEPT_REFERENCE: Final = ("council-seats", "own-")
"""What is kept of the reference graphs: without the others a question takes a tenth of the time on rdflib."""


class OxigraphQuads(OxigraphMemory):
    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.store = ox.Store()
        self.store.extend(quads)


class RdflibQuads(RdflibMemory):
    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
        assert data is not None
        self.dataset = rdflib.Dataset()
        self.dataset.parse(data=data, format="nquads")
        self.dataset.default_graph = self.dataset.graph(rdflib.URIRef(VIEW))


def build_corpus(folder: Path) -> Path:
    """The corpus in a folder, with what a reader of it judged."""
    examples = resource("examples")
    report = build_graph([examples / "corpus"], folder, actor_files=(examples / "corpus-actors.csv",))
    assert not report.refusals
    _join_moen(folder)
    _judge_claims(folder)
    return folder


def build_answer_again(folder: Path) -> Path:
    """One article of the corpus in a folder of its own, read by another run that keeps only what is sure enough."""
    examples = resource("examples")
    files = (examples / "corpus-actors.csv",)
    build_graph([examples / "corpus" / ANSWER], folder, actor_files=files, min_confidence=0.75)
    return folder


def quads_for_questions(folder: Path) -> list[ox.Quad]:
    """The quads of a folder, most of the reference data left out."""
    store = ox.Store.read_only(str(folder / "store"))
    return [quad for quad in store if _is_kept(quad.graph_name)]


def _is_kept(graph: object) -> bool:
    name = graph.value if isinstance(graph, ox.NamedNode) else ""
    return "/graph/ref/" not in name or any(f"/graph/ref/{each}" in name for each in _KEPT_REFERENCE)


def _join_moen(folder: Path) -> None:
    """No article says of which state she leads the opposition, so the rule of joining leaves her apart."""
    with Ledger(folder) as ledger:
        found = ledger.store.select(
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            'SELECT DISTINCT ?a WHERE { ?a rdfs:label "Hedda Moen"@en } ORDER BY ?a'
        )
        moen = [str(row[0]) for row in found.rows]
        for other in moen[1:]:
            ledger.judge(moen[0], other, "same", by=READER, day=date(2025, 10, 12), why="one opposition leader")


def _judge_claims(folder: Path) -> None:
    with ClaimBook(folder) as book:
        store = book.store
        claims = {claim.text: claim.iri for claim in read_claims(store)}
        book.keep(candidates_of(store, by_words=True), speeches_of(store))
        closed, opened = claims[CLOSED], claims[OPENED]
        book.judge(closed, claims[NOT_CLOSED], "contradicts", "accepted", by=READER, day=date(2025, 10, 10))
        why = "closed in September, open in October: both can be true"
        book.judge(closed, opened, "contradicts", "rejected", by=READER, day=date(2025, 10, 11), why=why)
