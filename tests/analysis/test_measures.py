"""Measures against hand-worked networks and the published values of classic graphs."""

from __future__ import annotations

from datetime import date
from math import exp, isnan
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pytest

from kg.analysis import (
    Brokerage,
    Rules,
    StatementTable,
    assortativity,
    betweenness,
    brokerage,
    communities,
    concept_backbone,
    concept_loss,
    congruence,
    disparity,
    disparity_filter,
    distance_matrix,
    modularity,
    network_distance,
    over_windows,
    pagerank,
    reciprocity,
    strengths,
    time_windows,
    triads,
    undirected,
    who_about_whom,
)
from kg.analysis.blocs import conflict_share
from kg.errors import ParameterError
from tests.analysis.worked_example import statement, twelve_statements

if TYPE_CHECKING:
    from kg.analysis.counting import Compat

TWELVE = twelve_statements()


def named(graph: nx.Graph[Any]) -> nx.Graph[str]:
    return nx.relabel_nodes(graph, {node: str(node) for node in graph})


def classic_graphs() -> dict[str, nx.Graph[str]]:
    return {
        "karate": named(nx.karate_club_graph()),
        "florentine": named(nx.florentine_families_graph()),
        "davis": named(nx.davis_southern_women_graph()),
        "miserables": named(nx.les_miserables_graph()),
        "krackhardt": named(nx.krackhardt_kite_graph()),
    }


CLASSIC = classic_graphs()
EVERY = pytest.mark.parametrize("name", list(CLASSIC))


def test_strength_counts_statements_by_direction_and_sign_and_degree_counts_actors() -> None:
    rows = [
        statement(1, "1", None, "A", "B", -1),
        statement(2, "1", None, "A", "B", -1),
        statement(3, "2", None, "A", "C", 0),
        statement(4, "2", None, "C", "A", 1),
    ]
    found = strengths(who_about_whom(StatementTable.of(rows)))
    assert (found["A"].said_negative, found["A"].said_other, found["A"].said, found["A"].spoke_about) == (2, 1, 3, 2)
    assert (found["A"].received_positive, found["A"].received, found["A"].spoken_about_by) == (1, 1, 1)
    assert (found["B"].said, found["B"].received_negative) == (0, 2)


def test_the_medici_lie_between_the_florentine_families() -> None:
    found = betweenness(CLASSIC["florentine"])
    published = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Pucci": 0.0}
    assert {name: round(found[name].value, 3) for name in published if name in found} == {
        name: value for name, value in published.items() if name in found
    }
    assert found["Medici"].method == "exact"
    assert found["Medici"].low == found["Medici"].high == found["Medici"].value


def test_heather_bridges_the_kite() -> None:
    found = betweenness(CLASSIC["krackhardt"])
    assert round(found["7"].value, 3) == 0.389
    assert max(found, key=lambda node: found[node].value) == "7"


@EVERY
def test_sampled_betweenness_holds_the_exact_value_in_its_interval(name: str) -> None:
    exact = betweenness(CLASSIC[name])
    found = betweenness(CLASSIC[name], pivots=len(CLASSIC[name]) // 2)
    within = [found[node].low - 1e-9 <= exact[node].value <= found[node].high + 1e-9 for node in exact]
    assert sum(within) >= 0.8 * len(within)
    assert all(one.low <= one.value <= one.high for one in found.values())


def test_betweenness_needs_two_pivots() -> None:
    with pytest.raises(ParameterError, match="at least 2 pivots"):
        betweenness(CLASSIC["karate"], pivots=1)


def test_pagerank_of_a_small_network_is_the_one_worked_out_by_hand() -> None:
    network: nx.DiGraph[str] = nx.DiGraph([("A", "B"), ("C", "B")])
    found = pagerank(network)
    # B has no tie outwards: x = (0.15 + 0.85 b) / 3 for A and C, b = x + 2 * 0.85 x.
    x = 0.15 / 3 / (1 - 0.85 * 2.7 / 3)
    assert found == pytest.approx({"A": x, "B": 2.7 * x, "C": x})
    assert sum(found.values()) == pytest.approx(1)


def test_pagerank_knows_no_blame_and_empty_networks_no_rank() -> None:
    network: nx.Graph[str] = nx.Graph()
    assert pagerank(network) == {}
    network.add_edge("A", "B", weight=-1)
    with pytest.raises(ParameterError, match="weights of 0 or more"):
        pagerank(network)


def test_several_ties_weigh_as_much_as_one_of_their_weight() -> None:
    several: Any = nx.MultiDiGraph([("A", "B"), ("A", "B"), ("A", "C"), ("B", "A")])
    one: nx.DiGraph[str] = nx.DiGraph()
    one.add_weighted_edges_from([("A", "B", 2), ("A", "C", 1), ("B", "A", 1)])
    assert pagerank(several) == pytest.approx(pagerank(one))


def test_reciprocity_is_the_share_of_ties_that_are_returned() -> None:
    assert reciprocity(nx.DiGraph([("A", "B"), ("B", "A"), ("A", "C"), ("C", "C")])) == pytest.approx(2 / 3)
    assert isnan(reciprocity(nx.DiGraph()))


def test_each_brokerage_role_is_told_from_the_groups_of_three() -> None:
    groups = {"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B", "c1": "C"}

    def roles(source: str, broker: str, target: str) -> Brokerage:
        return brokerage(nx.DiGraph([(source, broker), (broker, target)]), groups)[broker]

    assert roles("a1", "a2", "a3") == Brokerage(coordinator=1)
    assert roles("a1", "b1", "a2") == Brokerage(consultant=1)
    assert roles("a1", "a2", "b1") == Brokerage(representative=1)
    assert roles("a1", "b1", "b2") == Brokerage(gatekeeper=1)
    assert roles("a1", "b1", "c1") == Brokerage(liaison=1)
    closed: nx.DiGraph[str] = nx.DiGraph([("a1", "b1"), ("b1", "c1"), ("a1", "c1")])
    assert brokerage(closed, groups)["b1"].total == 0
    assert brokerage(nx.DiGraph([("a1", "x"), ("x", "c1")]), groups)["x"].total == 0


def test_louvain_finds_the_four_groups_of_the_karate_club() -> None:
    club: nx.Graph[str] = nx.Graph(CLASSIC["karate"].edges())
    found = [communities(club, seed=seed) for seed in range(10)]
    best = max(found, key=lambda groups: modularity(club, groups))
    assert len(best) == 4
    assert modularity(club, best) == pytest.approx(0.4198, abs=5e-5)  # no division has more (Brandes and others, 2008)


@EVERY
def test_modularity_is_that_of_networkx_and_communities_near_its_best(name: str) -> None:
    groups = communities(CLASSIC[name])
    theirs = nx.community.louvain_communities(CLASSIC[name], seed=0)
    assert modularity(CLASSIC[name], groups) == pytest.approx(
        nx.community.modularity(CLASSIC[name], list(map(set, groups)))
    )
    assert modularity(CLASSIC[name], groups) >= nx.community.modularity(CLASSIC[name], theirs) - 0.02
    assert communities(CLASSIC[name]) == groups


def test_cliques_with_one_bridge_are_communities_and_blame_does_not_join() -> None:
    network: nx.Graph[str] = named(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(4)))
    network.add_edge("0", "4", weight=-5)
    network.add_node("8")
    assert communities(network) == [("0", "1", "2", "3"), ("4", "5", "6", "7"), ("8",)]


def test_groups_that_keep_to_themselves_have_an_assortativity_of_one() -> None:
    groups = {"A": "x", "B": "x", "C": "y", "D": "y"}
    assert assortativity(nx.Graph([("A", "B"), ("C", "D")]), groups) == pytest.approx(1)
    assert assortativity(nx.Graph([("A", "C"), ("B", "D")]), groups) == pytest.approx(-1)
    assert isnan(assortativity(nx.Graph([("A", "B")]), groups))


def test_assortativity_is_that_of_networkx() -> None:
    club: nx.Graph[str] = nx.Graph(CLASSIC["karate"].edges())
    groups = {str(node): data["club"] for node, data in nx.karate_club_graph().nodes(data=True)}
    nx.set_node_attributes(club, groups, "club")
    assert assortativity(club, groups) == pytest.approx(nx.attribute_assortativity_coefficient(club, "club"))


def test_the_disparity_of_the_worked_example_is_that_worked_out_by_hand() -> None:
    found = disparity(congruence(TWELVE))
    # From A 1 - 4/5 and 4/5, from C 1/3 for B, from B 2/3 for C; the less likely end counts.
    assert found == pytest.approx({("A", "B"): 0.2, ("A", "C"): min(0.8, 2 / 3), ("B", "C"): 1 / 3})


def test_several_ties_and_directions_are_refused_where_the_measure_knows_one() -> None:
    several: Any = nx.MultiDiGraph([("A", "B")])
    with pytest.raises(ParameterError, match="pairs_of"):
        disparity(several)
    with pytest.raises(ParameterError, match="undirected"):
        triads(nx.DiGraph([("A", "B")]))
    assert disparity(nx.DiGraph([("A", "B")])) == {("A", "B"): 1.0}


def test_the_filter_keeps_unlikely_ties_and_all_nodes() -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from([("hub", str(place), 1) for place in range(9)] + [("hub", "friend", 50)])
    kept = disparity_filter(network, 0.05)
    assert list(kept.edges()) == [("hub", "friend")]
    assert set(kept) == set(network)


@pytest.mark.parametrize(
    ("kept", "laplacian", "degrees"),
    [
        ("xz", 0.08929, 0.07143),
        ("yz", 0.12796, 0.10714),
        ("xy", 0.28347, 0.17857),
        ("x", 0.19939, 0.14286),
        ("z", 0.37796, 0.23810),
        ("y", 0.62204, 0.42857),
    ],
)
def test_what_a_set_of_concepts_loses_is_that_worked_out_by_hand(kept: str, laplacian: float, degrees: float) -> None:
    def loss(compat: Compat | None) -> float:
        return concept_loss(TWELVE, list(kept), "congruence", Rules(compat=compat))

    assert loss(None) == pytest.approx(laplacian, abs=5e-6)
    assert loss("dna") == pytest.approx(degrees, abs=5e-6)


def test_the_penalty_decides_how_many_concepts_stay() -> None:
    few = concept_backbone(TWELVE, 3.5, "congruence", Rules())
    more = concept_backbone(TWELVE, 2, "congruence", Rules())
    assert (few.kept, few.is_best) == (("x",), True)
    assert few.penalised == pytest.approx(0.19939 * exp(-3.5 * 2 / 3), abs=1e-6)
    assert (more.kept, round(more.penalised, 5)) == (("x", "z"), 0.04584)


def test_many_concepts_are_left_out_one_at_a_time() -> None:
    rows = [
        statement(10 * number + place, str(number), None, actor, f"c{number:02}", side)
        for number in range(14)
        for place, (actor, side) in enumerate([("A", 1), ("B", 1 if number % 2 else -1), ("C", -1)])
    ]
    found = concept_backbone(StatementTable.of(rows), 3.5, "congruence", Rules())
    assert not found.is_best
    assert 1 <= len(found.kept) < 14
    assert concept_backbone(StatementTable.of([])).kept == ()


def test_distances_between_windows_are_those_worked_out_by_hand() -> None:
    windows = list(time_windows(TWELVE, 3, since=date(2024, 1, 1), until=date(2024, 1, 8)))
    second, seventh = (congruence(window.table) for window in (windows[0], windows[-1]))
    assert network_distance(second, seventh) == 4
    assert network_distance(second, seventh, "normalised") == 2
    assert network_distance(second, second, "spectral") == 0
    table = distance_matrix([second, seventh, second])
    assert np.array_equal(table, [[0, 4, 0], [4, 0, 4], [0, 4, 0]])
    with pytest.raises(ParameterError, match="undirected"):
        network_distance(second, nx.DiGraph(), "spectral")


def test_a_figure_over_windows_keeps_its_interval() -> None:
    windows = time_windows(TWELVE, 7, since=date(2024, 1, 1), until=date(2024, 1, 8))
    found = over_windows(windows, lambda table: conflict_share(table, draws=20))
    assert [day.day for day, _ in found] == [4, 5]
    assert all(measured.method.endswith("20 draws") for _, measured in found)


def test_ties_without_direction_add_up() -> None:
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_weighted_edges_from([("A", "B", 2), ("B", "A", 1)])
    assert list(undirected(network).edges(data="weight")) == [("A", "B", 3)]
