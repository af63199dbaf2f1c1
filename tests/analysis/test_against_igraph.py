"""Measures equal to those of igraph, a library that none of them is computed with, on five classic graphs."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx
import pytest

from kg.analysis import assortativity, betweenness, communities, modularity, pagerank, reciprocity, triads
from kg.errors import ExtraMissing
from tests.analysis.test_measures import CLASSIC, EVERY

if TYPE_CHECKING:
    from collections.abc import Mapping

igraph = pytest.importorskip("igraph", reason="igraph is not installed: pip install igraph")


METHODS: tuple[Literal["leiden", "louvain"], ...] = ("leiden", "louvain")


def as_igraph(network: nx.Graph[str]) -> Any:
    nodes = list(network)
    place = {node: number for number, node in enumerate(nodes)}
    edges = [(place[one], place[other]) for one, other in network.edges()]
    made = igraph.Graph(n=len(nodes), edges=edges, directed=network.is_directed())
    made.es["weight"] = [weight for *_, weight in network.edges(data="weight", default=1)]
    return made


def directed(name: str) -> nx.DiGraph[str]:
    random = Random(name)
    ties = [(one, other) if random.random() < 0.5 else (other, one) for one, other in CLASSIC[name].edges()]
    back = [(other, one) for one, other in ties if random.random() < 0.3]
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(CLASSIC[name])
    made.add_edges_from([*ties, *back])
    return made


def listed(values: Mapping[str, Any]) -> list[Any]:
    return list(values.values())


@EVERY
def test_betweenness_is_igraphs(name: str) -> None:
    for network in (CLASSIC[name], directed(name)):
        size = len(network)
        pairs = (size - 1) * (size - 2) / (1 if network.is_directed() else 2)
        theirs = [value / pairs for value in as_igraph(network).betweenness()]
        assert [one.value for one in betweenness(network).values()] == pytest.approx(theirs)


@EVERY
def test_pagerank_is_igraphs(name: str) -> None:
    for network in (CLASSIC[name], directed(name)):
        assert listed(pagerank(network)) == pytest.approx(as_igraph(network).pagerank(weights="weight"), abs=1e-8)


@EVERY
def test_reciprocity_is_igraphs(name: str) -> None:
    assert reciprocity(directed(name)) == pytest.approx(as_igraph(directed(name)).reciprocity())


@EVERY
def test_modularity_is_igraphs_and_communities_near_its_best(name: str) -> None:
    theirs = as_igraph(CLASSIC[name])
    groups = communities(CLASSIC[name])
    number = {node: place for place, group in enumerate(groups) for node in group}
    member = [number[node] for node in CLASSIC[name]]
    assert modularity(CLASSIC[name], groups) == pytest.approx(theirs.modularity(member, weights="weight"))
    best = theirs.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    best_modularity = theirs.modularity(best.membership, weights="weight")
    most = max(modularity(CLASSIC[name], communities(CLASSIC[name], seed=seed)) for seed in range(10))
    assert most >= best_modularity - 0.01


@EVERY
def test_assortativity_is_igraphs(name: str) -> None:
    plain: nx.Graph[str] = nx.Graph(CLASSIC[name].edges())
    for network in (plain, directed(name)):
        groups = {node: "abc"[sum(map(ord, node)) % 3] for node in network}
        kinds = [sum(map(ord, node)) % 3 for node in network]
        theirs = as_igraph(network).assortativity_nominal(kinds, directed=network.is_directed())
        assert assortativity(network, groups) == pytest.approx(theirs)


@EVERY
def test_triangles_are_as_many_as_igraphs(name: str) -> None:
    assert triads(CLASSIC[name]).n == len(as_igraph(CLASSIC[name]).list_triangles())


@EVERY
def test_the_best_of_leiden_is_as_good_as_the_best_of_louvain(name: str) -> None:
    groups = communities(CLASSIC[name], method="leiden")
    assert groups == communities(CLASSIC[name], method="leiden")
    assert {node for group in groups for node in group} == set(CLASSIC[name])
    leiden, louvain = (
        max(modularity(CLASSIC[name], communities(CLASSIC[name], method=method, seed=seed)) for seed in range(10))
        for method in METHODS
    )
    assert leiden == pytest.approx(louvain, abs=0.01)
    assert all(nx.is_connected(CLASSIC[name].subgraph(group)) for group in groups)


@EVERY
def test_betweenness_by_igraph_is_ours(name: str) -> None:
    for network in (CLASSIC[name], directed(name), nx.MultiDiGraph(directed(name))):
        ours, theirs = betweenness(network), betweenness(network, engine="igraph")
        assert [one.value for one in theirs.values()] == pytest.approx([one.value for one in ours.values()])
    assert next(iter(theirs.values())).method == "exact, by igraph"


@pytest.mark.parametrize("size", [0, 1, 2])
def test_the_smallest_networks_have_no_betweenness_by_either(size: int) -> None:
    network: nx.Graph[str] = nx.relabel_nodes(nx.path_graph(size), str)
    assert {one.value for one in betweenness(network, engine="igraph").values()} <= {0.0}


def test_without_igraph_its_methods_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    for ask in (
        lambda: communities(CLASSIC["karate"], method="leiden"),
        lambda: betweenness(CLASSIC["karate"], engine="igraph"),
    ):
        with pytest.raises(ExtraMissing, match="pip install igraph"):
            ask()
