"""Blocs, balance and intervals: worked examples, extremes, and what chance alone gives."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import isnan
from random import Random
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import (
    Measured,
    Rules,
    StatementTable,
    balance,
    best_blocs,
    bloc_fit,
    bootstrapped,
    bridging,
    conflict_share,
    frustration,
    frustration_share,
    permutation_test,
    polarisation,
    subtract,
    triads,
)
from kg.errors import ParameterError
from tests.analysis.worked_example import statement, twelve_statements

if TYPE_CHECKING:
    from kg.analysis import StatementRow

TWELVE = twelve_statements()


def two_camps(size: int = 4, articles: int = 30, seed: int = 0) -> StatementTable:
    """Two camps of that size that praise and blame the same things the other way round, one statement in ten astray."""
    random = Random(seed)
    rows: list[StatementRow] = []
    for number in range(articles):
        for _ in range(4):
            camp = random.randrange(2)
            actor = f"{'LR'[camp]}{random.randrange(size)}"
            side = (1 if camp else -1) * (-1 if random.random() < 0.1 else 1)
            rows.append(statement(len(rows), str(number), None, actor, f"c{random.randrange(5)}", side))
    return StatementTable.of(rows)


def signed(*ties: tuple[str, str, float]) -> nx.Graph[str]:
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from(ties)
    return network


@pytest.mark.parametrize(("blocs", "fit"), [("AB C", 0.641509), ("BC A", 0.509434), ("AC B", 0.358491)])
def test_the_fit_of_each_division_is_that_worked_out_by_hand(blocs: str, fit: float) -> None:
    found = bloc_fit(TWELVE, [list(bloc) for bloc in blocs.split()], draws=20)
    assert found.value == pytest.approx(fit, abs=5e-7)
    assert (found.n, found.low <= found.high) == (6, True)


def test_the_best_division_is_the_one_with_the_best_fit() -> None:
    assert best_blocs(TWELVE) == (("A", "B"), ("C",))


def test_two_camps_are_found_beyond_what_chance_gives() -> None:
    table = two_camps()
    found = polarisation(table, draws=40)
    assert {bloc[0][0] for bloc in found.blocs} == {"L", "R"}
    assert all(len({actor[0] for actor in bloc}) == 1 for bloc in found.blocs)
    assert found.fit.low > found.chance.high
    assert found.chance.p == pytest.approx(1 / 41)
    assert found.chance.excess > 0.1


def test_sides_dealt_out_at_random_are_no_camps_however_well_the_best_division_fits() -> None:
    random = Random(1)
    rows = [
        statement(n, str(n // 4), None, f"a{random.randrange(6)}", f"c{n % 4}", random.choice([-1, 1]))
        for n in range(60)
    ]
    found = polarisation(StatementTable.of(rows), draws=40)
    assert found.fit.value > 0.5
    assert found.chance.p > 0.05


def test_who_agrees_across_bridges_and_who_agrees_within_does_not() -> None:
    rows = [
        statement(1, "1", None, "A", "x", 1),
        statement(2, "1", None, "B", "x", 1),
        statement(3, "2", None, "B", "y", 1),
        statement(4, "2", None, "C", "y", 1),
        statement(5, "3", None, "D", "z", 1),
    ]
    found = bridging(StatementTable.of(rows), [["A", "B"], ["C", "D"]], draws=20)
    assert {actor: one.value for actor, one in found.items() if actor != "D"} == {"A": 0, "B": 0.5, "C": 1}
    assert isnan(found["D"].value)


def test_the_share_of_contradiction_is_between_its_ends() -> None:
    found = conflict_share(TWELVE, draws=50)
    assert found.value == pytest.approx(7 / 14)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert str(found).startswith("0.5 [")


def test_triangles_are_sorted_by_their_minuses() -> None:
    network = signed(("A", "B", 1), ("B", "C", 1), ("A", "C", -2), ("C", "D", -1), ("B", "D", -1), ("A", "D", -1))
    found = triads(network)
    assert (found.all_positive, found.one_negative, found.two_negative, found.all_negative) == (0, 1, 2, 1)
    assert (found.n, found.balanced) == (4, 0.5)
    assert isnan(triads(signed()).balanced)


def test_a_network_of_two_camps_is_not_frustrated_and_one_bad_tie_costs_its_weight() -> None:
    camps = [("A", "B", 1), ("C", "D", 2), ("A", "C", -1), ("B", "D", -3)]
    found = frustration(signed(*camps))
    assert (found.weight, found.at_least, found.camps) == (0, 0, (("A", "B"), ("C", "D")))
    worse = frustration(signed(*camps, ("A", "D", 0.5)))
    assert (worse.weight, worse.share, worse.is_best) == (0.5, 0.5 / 7.5, True)
    assert isnan(frustration(signed()).share)


def test_ties_without_a_weight_weigh_one() -> None:
    ring: nx.Graph[str] = nx.Graph([("A", "B"), ("B", "C"), ("C", "A")])
    assert triads(ring).all_positive == 1
    assert frustration(ring).weight == 0


def test_a_ring_with_one_minus_is_frustrated_by_its_lightest_tie() -> None:
    found = frustration(signed(("A", "B", 3), ("B", "C", 2), ("C", "A", -4)))
    assert found.weight == 2


def test_a_clique_of_enemies_is_as_frustrated_as_two_halves_leave_it() -> None:
    enemies = signed(*((f"{one:02}", f"{other:02}", -1.0) for one in range(20) for other in range(one)))
    found = frustration(enemies)
    assert found.weight == 2 * (10 * 9 / 2)  # published for complete graphs: the best cut has two equal halves
    assert found.at_least <= found.weight
    assert {len(camp) for camp in found.camps} == {10}


@st.composite
def signed_networks(draw: st.DrawFn) -> nx.Graph[str]:
    size = draw(st.integers(2, 7))
    pairs = [(f"n{one}", f"n{other}") for one in range(size) for other in range(one)]
    weights = draw(st.lists(st.integers(-3, 3), min_size=len(pairs), max_size=len(pairs)))
    return signed(*((one, other, weight) for (one, other), weight in zip(pairs, weights, strict=True)))


@settings(max_examples=60, deadline=None)
@given(network=signed_networks())
def test_search_and_bound_enclose_the_least_frustration_of_all_divisions(network: nx.Graph[str]) -> None:
    nodes = list(network)
    least = min(
        sum(
            abs(tie["weight"])
            for one, other, tie in network.edges(data=True)
            if tie["weight"] * camp[one] * camp[other] < 0
        )
        for camp in (dict(zip(nodes, sides, strict=True)) for sides in product((1, -1), repeat=len(nodes)))
    )
    assert frustration(network).weight == pytest.approx(least)
    searched = frustration(network, exact_up_to=0)
    assert searched.at_least <= least + 1e-9
    assert searched.weight >= least - 1e-9


def test_balance_and_frustration_come_with_their_interval() -> None:
    camps = two_camps(size=3)
    for found in (balance(camps, draws=20), frustration_share(camps, draws=20)):
        assert isinstance(found, Measured)
        assert found.low <= found.high
    assert balance(camps, draws=20).value > 0.8
    assert frustration_share(camps, draws=20).value < 0.1
    assert frustration(subtract(camps)).is_best


def test_equal_seeds_give_equal_intervals_and_more_articles_narrower_ones() -> None:
    def few(seed: int) -> Measured:
        return conflict_share(two_camps(articles=10), draws=40, seed=seed)

    assert few(0) == few(0)
    many = conflict_share(two_camps(articles=90), draws=40)
    assert many.high - many.low < few(0).high - few(0).low


def test_an_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    def praise(table: StatementTable) -> float:
        return sum(row.polarity == "positive" for row in table) / len(table)

    covered = 0
    for seed in range(60):
        random = Random(seed)
        rows = [statement(n, str(n), None, "A", "x", 1 if random.random() < 0.3 else -1) for n in range(60)]
        found = bootstrapped(StatementTable.of(rows), praise, draws=100, seed=seed)
        covered += found.low <= 0.3 <= found.high
    assert covered >= 50


def test_an_article_drawn_twice_counts_twice() -> None:
    table = StatementTable.of([statement(1, "1", None, "A", "x", 1), statement(2, "2", None, "B", "x", 1)])
    sizes: list[int] = []

    def counted(part: StatementTable) -> float:
        sizes.append(part.statements)
        return 0.0

    bootstrapped(table, counted, draws=10)
    assert set(sizes) == {2}


def test_shuffled_sides_keep_how_much_each_target_is_praised() -> None:
    table = two_camps()

    def praise_of_first(part: StatementTable) -> float:
        return sum(row.polarity == "positive" for row in part if row.target == "c0")

    tested = permutation_test(table, praise_of_first, draws=10)
    assert (tested.value, tested.p) == (tested.expected, 1)


def test_camps_over_claims_are_tested_against_chance_too() -> None:
    camps = two_camps(articles=60)
    claimed = StatementTable.of(
        replace(row, polarity="none", claims=((str(row.target), 1 if row.polarity == "positive" else -1),))
        for row in camps
    )
    found = polarisation(claimed, Rules(concept="claim"), draws=20)
    assert found.fit.value == polarisation(camps, draws=2).fit.value
    assert found.chance.p == pytest.approx(1 / 21)


def test_one_draw_is_no_interval_and_nothing_to_measure_is_nan() -> None:
    with pytest.raises(ParameterError, match="at least 2 draws"):
        conflict_share(TWELVE, draws=1)
    empty = conflict_share(StatementTable.of([]))
    assert (empty.n, isnan(empty.value), isnan(empty.low)) == (0, True, True)
