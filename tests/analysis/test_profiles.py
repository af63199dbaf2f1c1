"""Sides counted, actors compared, camps measured, against the worked numbers; and tests by permutation."""

from __future__ import annotations

from math import isnan
from random import Random
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.analysis import (
    Rules,
    StatementTable,
    assortativity,
    camp_distance,
    congruence,
    group_test,
    nested_backbone,
    profile_distances,
    qap,
    side_counts,
    subtract,
)
from kg.errors import ParameterError
from tests.analysis.test_measures import CLASSIC, EVERY
from tests.analysis.worked_example import statement, twelve_statements

if TYPE_CHECKING:
    from kg.analysis.counting import Compat

TWELVE = twelve_statements()


@pytest.mark.parametrize(
    ("blocs", "share", "distance"),
    [("AB C", 0.353774, 2.678571), ("BC A", 0.466981, None), ("AC B", 0.542453, 4.107143)],
)
def test_the_distance_from_camps_is_that_worked_out_by_hand_and_by_dna(
    blocs: str, share: float, distance: float | None
) -> None:
    camps = [list(bloc) for bloc in blocs.split()]
    rules = Rules(compat="dna")
    assert camp_distance(TWELVE, camps, rules) == pytest.approx(share, abs=5e-7)
    if distance is not None:
        assert camp_distance(TWELVE, camps, rules, share=False) == pytest.approx(distance, abs=5e-7)


@pytest.mark.parametrize(("blocs", "fit"), [("AB C", 0.641509), ("BC A", 0.509434), ("AC B", 0.358491)])
def test_with_one_pair_within_the_right_distance_is_what_the_fit_lacks(blocs: str, fit: float) -> None:
    assert camp_distance(TWELVE, [list(bloc) for bloc in blocs.split()]) == pytest.approx(1 - fit, abs=5e-7)


def test_ideal_camps_have_no_distance_and_everybody_apart_has_none_to_tell() -> None:
    sides = {"A": 1, "B": 1, "C": -1, "D": -1}
    rows = [statement(n, str(n), None, actor, "x", side) for n, (actor, side) in enumerate(sides.items())]
    table = StatementTable.of(rows)
    assert camp_distance(table, ["AB", "CD"]) == 0
    # Of congruence all 4 pairs are wrong by 1, of conflict 4 of 6: D / 2 = 8, over 12 of both.
    assert camp_distance(table, ["AC", "BD"]) == pytest.approx(2 / 3)
    assert isnan(camp_distance(table, ["A", "B"]))
    assert isnan(camp_distance(StatementTable.of([]), ["AB", "C"]))


def test_counts_of_sides_keep_what_is_said_of_two_things_in_one_document() -> None:
    rows = [
        statement(1, "1", "2024-01-01", "A", "x", 1),
        statement(2, "1", "2024-01-01", "A", "y", 1),
        statement(3, "1", "2024-01-01", "A", "x", -1),
    ]
    table = StatementTable.of(rows)

    def counts(duplicates: str, compat: Compat | None) -> list[int]:
        rules = Rules(duplicates=duplicates, compat=compat)  # type: ignore[arg-type]
        return list(side_counts(table, rules)["A"].values())

    assert counts("include", None) == counts("include", "dna") == [1, 2]
    assert counts("document", None) == [1, 2]
    assert counts("document", "dna") == [1, 1]
    assert side_counts(TWELVE) == {"A": {-1: 1, 1: 3}, "B": {-1: 2, 1: 2}, "C": {-1: 1, 1: 2}}


def test_distances_of_profiles_are_those_worked_out_by_hand() -> None:
    assert profile_distances(TWELVE) == pytest.approx({("A", "B"): 0.25, ("A", "C"): 0.8, ("B", "C"): 0.6})


def test_concepts_go_one_by_one_in_the_order_worked_out_by_hand() -> None:
    path = nested_backbone(TWELVE, 3.5, "congruence", Rules())
    assert [one.kept for one in path] == [("x", "y", "z"), ("x", "z"), ("x",)]
    assert [round(one.penalised, 5) for one in path] == [0, 0.0278, 0.01933]
    assert nested_backbone(StatementTable.of([])) == ()


@pytest.mark.parametrize(
    ("penalty", "kept", "penalised"), [(3.5, ("x",), 0.01934), (2, ("x", "z"), 0.04584), (2, ("x",), 0.05256)]
)
def test_what_is_penalised_is_that_worked_out_by_hand(penalty: float, kept: tuple[str, ...], penalised: float) -> None:
    found = {one.kept: one.penalised for one in nested_backbone(TWELVE, penalty, "congruence", Rules())}
    assert found[kept] == pytest.approx(penalised, abs=1e-5)


def test_the_degrees_that_dna_compares_are_its_own() -> None:
    path = nested_backbone(TWELVE, 3.5, "congruence", Rules(compat="dna"))
    assert [round(one.loss, 5) for one in path[1:]] == [0.07143, 0.14286]


@EVERY
def test_a_network_goes_together_with_itself_beyond_chance(name: str) -> None:
    found = qap(CLASSIC[name], CLASSIC[name], draws=50)
    assert found.value == pytest.approx(1)
    assert found.p == pytest.approx(1 / 51)
    assert abs(found.expected) < 0.2


def test_networks_that_have_nothing_to_do_with_each_other_do_not_go_together() -> None:
    random = Random(3)
    one, other = (nx.gnp_random_graph(25, 0.3, seed=random.randrange(1000), directed=True) for _ in range(2))
    found = qap(one, other, draws=100)
    assert found.low <= found.value <= found.high
    assert found.p > 0.05


def test_the_correlation_of_two_small_networks_is_the_one_worked_out_by_hand() -> None:
    one: nx.Graph[str] = nx.Graph([("A", "B"), ("B", "C")])
    other: nx.Graph[str] = nx.Graph([("A", "B"), ("A", "C")])
    # Cells AB, AC, BC: (1, 0, 1) and (1, 1, 0): covariance 1/3 - 4/9, variance 2/9 each.
    assert qap(one, other, draws=10).value == pytest.approx((1 / 3 - 4 / 9) / (2 / 9))
    assert isnan(qap(nx.complete_graph(["A", "B", "C"]), other, draws=10).value)
    with pytest.raises(ParameterError, match="both undirected"):
        qap(one, nx.DiGraph([("A", "B")]))
    with pytest.raises(ParameterError, match="at least 2 draws"):
        qap(one, other, draws=1)


def test_groups_of_the_karate_club_are_no_chance_and_groups_at_random_are() -> None:
    club: nx.Graph[str] = nx.Graph(CLASSIC["karate"].edges())
    groups = {str(node): data["club"] for node, data in nx.karate_club_graph().nodes(data=True)}
    found = group_test(club, groups, assortativity, draws=100)
    assert found.value == pytest.approx(assortativity(club, groups))
    assert found.value > found.high
    assert found.p == pytest.approx(1 / 101)
    random = {node: "ab"[Random(node).randrange(2)] for node in club}
    assert group_test(club, random, assortativity, draws=100).p > 0.05


def test_agreement_and_agreement_less_contradiction_go_together_in_the_worked_example() -> None:
    found = qap(congruence(TWELVE), subtract(TWELVE), draws=6)
    assert found.value > 0.9
    assert found.n == 6
