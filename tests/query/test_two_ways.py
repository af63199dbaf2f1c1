"""Every analysis twice: by SPARQL on two engines, and by plain Python over the statements, on random worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from kg.query import catalogue, find_query, run_query
from tests.query.conftest import VIEW, OxigraphMemory, RdflibMemory
from tests.query.plain_answers import PLAIN, said_about_graph
from tests.query.worlds import DMR, ID, VOC, quads_of, worlds

if TYPE_CHECKING:
    from kg.query import Cell
    from tests.query.worlds import World

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


class OxigraphWorld(OxigraphMemory):
    def __init__(self, world: World) -> None:
        self.store = ox.Store()
        self.store.extend(quads_of(world))


class RdflibWorld(RdflibMemory):
    def __init__(self, world: World) -> None:
        data = ox.serialize(quads_of(world), format=ox.RdfFormat.N_QUADS)
        assert data is not None
        self.dataset = rdflib.Dataset()
        self.dataset.parse(data=data, format="nquads")
        self.dataset.default_graph = self.dataset.graph(rdflib.URIRef(VIEW))


def name_of(cell: Cell) -> Cell:
    is_ours = isinstance(cell, str) and cell.startswith((ID, VOC))
    return cell.rpartition("/")[2] if is_ours and isinstance(cell, str) else cell


@pytest.mark.parametrize("slug", sorted(PLAIN))
@FEW
@given(world=worlds())
def test_sparql_and_plain_python_give_the_same_rows(slug: str, world: World) -> None:
    answer, columns = PLAIN[slug]
    found = [tuple(name_of(record[column]) for column in columns) for record in _records(slug, world)]
    assert sorted(found, key=repr) == sorted(answer(world), key=repr)


@FEW
@given(world=worlds())
def test_the_graph_of_ties_counts_as_plain_python_does(world: World) -> None:
    ties: dict[Cell, dict[Cell, Cell]] = {}
    for subject, predicate, value in run_query(OxigraphWorld(world), "said-about-graph"):
        if "#about-" in str(subject):
            ties.setdefault(subject, {})[str(predicate).removeprefix(DMR)] = name_of(value)
    wanted = ("speaker", "about", "statementCount", "opposingCount", "favouringCount")
    found = [tuple(tie[name] for name in wanted) for tie in ties.values()]
    assert sorted(found, key=repr) == sorted(said_about_graph(world), key=repr)


@pytest.mark.parametrize("slug", sorted(query.slug for query in catalogue()))
@FEWER
@given(world=worlds())
def test_both_engines_give_the_same_rows_in_the_same_order(slug: str, world: World) -> None:
    assert run_query(RdflibWorld(world), slug).values == run_query(OxigraphWorld(world), slug).values


def _records(slug: str, world: World) -> list[dict[str, Cell]]:
    return run_query(OxigraphWorld(world), find_query(slug)).to_records()
