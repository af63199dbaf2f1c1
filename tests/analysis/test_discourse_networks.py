"""The worked examples of discourse network analysis, to the last digit: as defined, and as that program has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Any

import pytest

from kg.analysis import (
    Kernel,
    Rules,
    StatementTable,
    actor_by_concept,
    agreement_network,
    conflict,
    congruence,
    event_windows,
    explain,
    subtract,
    time_windows,
)
from kg.analysis.counting import observations, without_duplicates
from kg.errors import ParameterError
from tests.analysis.worked_example import matrix, statement, three_levels, ties, twelve_statements

if TYPE_CHECKING:
    from kg.analysis.agreement import Agreement
    from kg.analysis.counting import Compat, Duplicates, Normalisation

TWELVE = twelve_statements()
ALL = set(range(1, 13))
JANUARY = {day: date(2024, 1, day) for day in range(1, 32)}


def near(*values: float) -> Any:
    return pytest.approx(dict(zip(("AB", "AC", "BC"), values, strict=True)), abs=5e-7)


@pytest.mark.parametrize(
    ("agreement", "values"),
    [("ignore", (6, 4, 4)), ("congruence", (4, 1, 2)), ("conflict", (2, 3, 2)), ("subtract", (2, -2, 0))],
)
def test_one_mode_networks_have_the_weights_worked_out_by_hand(agreement: Agreement, values: tuple[float, ...]) -> None:
    for compat in (None, "dna"):
        assert ties(agreement_network(TWELVE, agreement, Rules(compat=compat))) == near(*values)


def test_each_network_has_a_function_of_its_name() -> None:
    assert ties(congruence(TWELVE)) == near(4, 1, 2)
    assert ties(conflict(TWELVE)) == near(2, 3, 2)
    assert ties(subtract(TWELVE)) == near(2, -2, 0)


@pytest.mark.parametrize(
    ("agreement", "normalise", "compat", "values"),
    [
        ("congruence", "average", None, (1, 0.285714, 0.571429)),
        ("congruence", "jaccard", None, (0.8, 0.166667, 0.4)),
        ("congruence", "cosine", "dna", (0.25, 0.083333, 0.166667)),
        ("congruence", "cosine", None, (0.816497, 0.235702, 0.577350)),
        ("ignore", "average", None, (1.5, 1.142857, 1.142857)),
        ("ignore", "jaccard", None, (1.2, 0.666667, 0.8)),
        ("ignore", "cosine", "dna", (0.375, 0.333333, 0.333333)),
        ("conflict", "average", None, (0.5, 0.857143, 0.571429)),
        ("conflict", "jaccard", None, (0.4, 0.5, 0.4)),
        ("conflict", "cosine", "dna", (0.125, 0.25, 0.166667)),
        ("subtract", "average", None, (0.5, -0.571429, 0)),
        ("subtract", "jaccard", None, (0.4, -0.333333, 0)),
    ],
)
def test_normalised_networks_have_the_weights_worked_out_by_hand(
    agreement: Agreement, normalise: Normalisation, compat: Compat | None, values: tuple[float, ...]
) -> None:
    assert ties(agreement_network(TWELVE, agreement, Rules(normalise=normalise, compat=compat))) == near(*values)


def test_average_and_jaccard_are_the_same_under_both_rules() -> None:
    for normalise in ("average", "jaccard"):
        right, theirs = (congruence(TWELVE, Rules(normalise=normalise, compat=compat)) for compat in (None, "dna"))
        assert ties(right) == ties(theirs)


def test_a_true_cosine_never_passes_one_even_where_sides_are_ignored() -> None:
    assert ties(agreement_network(TWELVE, "ignore", Rules(normalise="cosine")))["AB"] == pytest.approx(1)


def test_neutral_statements_count_half_way() -> None:
    for compat in (None, "dna"):
        rules = Rules(neutral=True, compat=compat)
        assert ties(congruence(three_levels(), rules)) == near(0.5, 0, 0.5)
        assert ties(conflict(three_levels(), rules)) == near(0.5, 1, 0.5)
        assert ties(subtract(three_levels(), rules)) == near(0, -1, 0)
        assert matrix(actor_by_concept(three_levels(), "subtract", rules), columns="x") == [[1], [0], [-1]]
        assert matrix(actor_by_concept(three_levels(), "combine", rules), columns="x") == [[1], [2], [4]]


def test_the_scale_is_fixed_unless_dna_is_asked_for() -> None:
    neutral_only = StatementTable.of(row for row in three_levels() if row.speaker == "B")
    both = neutral_only.with_rows([*neutral_only, replace(neutral_only[0], statement="2", speaker="A", article="2")])
    assert congruence(both, Rules(neutral=True)).edges["A", "B"]["weight"] == 1
    assert isnan(congruence(both, Rules(neutral=True, compat="dna")).edges["A", "B"]["weight"])
    without_c = StatementTable.of(row for row in three_levels() if row.speaker != "C")
    assert conflict(without_c, Rules(neutral=True)).edges["A", "B"]["weight"] == 0.5
    assert conflict(without_c, Rules(neutral=True, compat="dna")).edges["A", "B"]["weight"] == 1


def test_two_mode_networks_have_the_cells_worked_out_by_hand() -> None:
    assert matrix(actor_by_concept(TWELVE, "ignore")) == [[2, 1, 1], [2, 1, 1], [1, 1, 1]]
    assert matrix(actor_by_concept(TWELVE, "subtract")) == [[2, -1, 1], [0, -1, 1], [-1, 1, 1]]
    assert matrix(actor_by_concept(TWELVE, "combine")) == [[1, 2, 1], [3, 2, 1], [2, 1, 1]]


def test_two_mode_cells_are_divided_by_all_statements_not_by_the_net() -> None:
    third = pytest.approx(1 / 3)
    minus_third = pytest.approx(-1 / 3)
    by_actor = matrix(actor_by_concept(TWELVE, divide_by="activity"))
    assert by_actor == [[0.5, -0.25, 0.25], [0, -0.25, 0.25], [minus_third, third, third]]
    by_concept = matrix(actor_by_concept(TWELVE, divide_by="prominence"))
    assert by_concept == [[0.4, minus_third, third], [0, minus_third, third], [-0.2, third, third]]


def test_codes_are_neither_divided_nor_weighted() -> None:
    with pytest.raises(ParameterError, match="combine gives codes"):
        actor_by_concept(TWELVE, "combine", divide_by="activity")
    with pytest.raises(ParameterError, match="take divide_by"):
        actor_by_concept(TWELVE, rules=Rules(normalise="average"))


@pytest.mark.parametrize(
    ("duplicates", "by_level", "compat", "dropped"),
    [
        ("include", False, None, set()),
        ("document", False, None, {2}),
        ("document", True, None, {2}),
        ("year", False, None, {2, 10}),
        ("year", True, None, {2}),
        ("acrossrange", False, None, {2, 10, 11}),
        ("acrossrange", True, None, {2, 11}),
        ("week", True, None, {2}),
        ("month", True, None, {2}),
        ("week", True, "dna", {2, 11}),
        ("month", True, "dna", {2, 11}),
    ],
)
def test_duplicates_are_those_worked_out_by_hand(
    duplicates: Duplicates, by_level: bool, compat: Compat | None, dropped: set[int]
) -> None:
    found = observations(TWELVE, Rules())
    kept = without_duplicates(found, duplicates, by_level=by_level, compat=compat)
    assert {int(one.statement) for one in kept} == ALL - dropped


def test_undated_statements_repeat_one_another_only_in_a_document_or_across_the_range() -> None:
    undated = StatementTable.of(statement(n, "d", None, "A", "x", 1) for n in (1, 2))
    found = observations(undated, Rules())
    kept = {rule: len(without_duplicates(found, rule)) for rule in ("document", "month", "acrossrange")}
    assert kept == {"document": 1, "month": 2, "acrossrange": 1}


def test_fields_of_policy_and_claims_are_concepts_too() -> None:
    said = {"A": (("sanctions",), ("help", 1)), "B": (("sanctions", "trade"), ("help", -1)), "C": ((), ("help", 1))}
    table = StatementTable.of(
        replace(statement(place, "1", None, actor, "x", 1), subjects=subjects, claims=(claim,))
        for place, (actor, (subjects, claim)) in enumerate(said.items(), start=1)
    )
    assert ties(congruence(table, Rules(concept="subject"))) == near(1, 0, 0)
    assert ties(subtract(table, Rules(concept="claim"))) == near(-1, 1, -1)


def test_a_claim_counts_once_however_many_targets_its_statement_has() -> None:
    one = replace(statement(1, "1", None, "A", "x", 1), claims=(("help", 1),))
    table = StatementTable.of([one, replace(one, target="y", polarity="negative"), replace(one, target=None)])
    assert matrix(actor_by_concept(table, rules=Rules(concept="claim", duplicates="include")), "A", ["help"]) == [[1]]


def test_actors_without_a_statement_that_counts_are_nodes_only_when_asked_for() -> None:
    table = TWELVE.with_rows([*TWELVE, statement(13, "7", "2024-01-02", "D", "x", 0)])
    assert list(congruence(table)) == ["A", "B", "C"]
    assert list(congruence(table, Rules(isolates=True))) == ["A", "B", "C", "D"]
    assert list(actor_by_concept(table, rules=Rules(isolates=True)))[:4] == ["A", "B", "C", "D"]


def test_windows_of_three_days_have_the_ties_worked_out_by_hand() -> None:
    found = {
        window.centre.day: ties(congruence(window.table))
        for window in time_windows(TWELVE, 3, since=JANUARY[1], until=JANUARY[8])
    }
    assert list(found) == [2, 3, 4, 5, 6, 7]
    assert {day: value for day, value in found.items() if any(value.values())} == {2: near(1, 0, 0), 7: near(0, 0, 1)}


def test_an_even_window_widens_to_the_next_odd_one() -> None:
    found = {
        window.centre.day: ties(congruence(window.table, Rules(isolates=True)))
        for window in time_windows(TWELVE, 4, since=JANUARY[1], until=JANUARY[8])
    }
    assert found == {3: near(1, 0, 0), 4: near(0, 0, 0), 5: near(0, 0, 0), 6: near(1, 1, 1)}


def test_windows_of_events_hold_as_many_statements_on_either_side() -> None:
    windows = list(event_windows(TWELVE, 4))
    assert {len(window.table) for window in windows} == {5}
    assert [row.statement for row in windows[0].table] == ["01", "02", "03", "04", "05"]
    assert len(windows) == 12 - 4


def test_a_kernel_weighs_statements_by_their_distance() -> None:
    flat = Kernel(shape="epanechnikov", centre=JANUARY[3], bandwidth=4)
    cells = matrix(actor_by_concept(TWELVE, "ignore", Rules(kernel=flat)))
    assert cells == [[0, 0, 0], [0, 0.75, 0], [0, 0.75, 0]]
    bell = matrix(actor_by_concept(TWELVE, "ignore", Rules(kernel=replace(flat, shape="gaussian"))))
    assert (bell[0][0], bell[1][1], bell[1][2]) == pytest.approx((0.241971, 0.398942, 0.017528), abs=5e-7)


def test_a_pair_weighs_the_root_of_the_product_of_its_weights() -> None:
    kernel = Kernel(shape="gaussian", centre=JANUARY[5], bandwidth=4)
    table = StatementTable.of(
        [statement(1, "1", "2024-01-05", "A", "x", 1), statement(2, "2", "2024-01-08", "B", "x", 1)]
    )
    weights = [kernel.weight(JANUARY[5]), kernel.weight(JANUARY[8])]
    tie = congruence(table, Rules(kernel=kernel)).edges["A", "B"]["weight"]
    assert tie == pytest.approx((weights[0] * weights[1]) ** 0.5)


def test_a_triangle_is_symmetric_unless_dna_is_asked_for() -> None:
    triangle = Kernel(shape="triangular", centre=JANUARY[3], bandwidth=4)
    assert [triangle.weight(JANUARY[day]) for day in (1, 2, 3, 4, 5)] == [0, 0.5, 1, 0.5, 0]
    assert [triangle.weight(JANUARY[day], "dna") for day in (1, 3, 5)] == [0, 1, 2]
    cells = matrix(actor_by_concept(TWELVE, "ignore", Rules(kernel=triangle, compat="dna")))
    assert cells[0][2] == 2


def test_under_a_kernel_dna_takes_the_rank_of_a_level_for_its_value() -> None:
    kernel = Kernel(shape="uniform", centre=JANUARY[1], bandwidth=4)
    right = actor_by_concept(three_levels(), "subtract", Rules(kernel=kernel, neutral=True))
    theirs = actor_by_concept(three_levels(), "subtract", Rules(kernel=kernel, neutral=True, compat="dna"))
    assert matrix(right, columns="x") == [[0.5], [0], [-0.5]]
    assert matrix(theirs, columns="x") == [[1], [0.5], [0]]
    agreed = StatementTable.of([statement(1, "1", "2024-01-01", "A", "x", 1)])
    assert matrix(actor_by_concept(agreed, "subtract", Rules(kernel=kernel, compat="dna")), "A", "x") == [[-0.5]]


def test_rules_that_no_number_is_known_for_are_refused() -> None:
    kernel = Kernel(shape="uniform", centre=JANUARY[1], bandwidth=4)
    with pytest.raises(ParameterError, match="no normalised kernel networks"):
        Rules(kernel=kernel, normalise="average", compat="dna")
    with pytest.raises(ParameterError, match="at least 1 day"):
        Kernel(shape="uniform", centre=JANUARY[1], bandwidth=0)
    with pytest.raises(ParameterError, match="at least 1 day"):
        next(time_windows(TWELVE, 0))


@pytest.mark.parametrize("agreement", ["ignore", "congruence", "conflict", "subtract"])
@pytest.mark.parametrize("normalise", [None, "average", "jaccard", "cosine"])
@pytest.mark.parametrize("compat", [None, "dna"])
def test_every_tie_is_the_sum_that_explains_it(
    agreement: Agreement, normalise: Normalisation | None, compat: Compat | None
) -> None:
    network = agreement_network(TWELVE, agreement, Rules(normalise=normalise, compat=compat))
    for one, other in ("AB", "CA", "BC"):
        told = explain(network, one, other)
        assert told.value == pytest.approx(network.get_edge_data(one, other, {"weight": 0})["weight"])
        assert [part.about for part in told.parts] == ["x", "y", "z"]


def test_an_explanation_names_the_statements_and_the_arithmetic() -> None:
    told = explain(subtract(TWELVE, Rules(normalise="average")), "A", "B")
    assert told.parts[0].statements == ("01", "03", "10", "11")
    assert told.parts[0].arithmetic == "A 2 for, B 1 for 1 against: subtract"
    assert str(told).splitlines()[0] == "A - B: subtract, summed over what both speak about = 0.5"
    assert str(told).splitlines()[-1] == "  divided by average of n(A) = 4 and n(B) = 4 = 4"


def test_a_cell_of_a_two_mode_network_is_explained_level_by_level() -> None:
    network = actor_by_concept(TWELVE)
    told = explain(network, "B", "concept:x")
    assert (told.value, [part.value for part in told.parts], told.statements) == (0, [1, -1], ("03", "10"))
    halved = explain(actor_by_concept(TWELVE, divide_by="activity"), "A", "concept:x")
    assert halved.value == 0.5


def test_what_is_not_in_the_network_or_lost_its_statements_is_said() -> None:
    network = congruence(TWELVE)
    with pytest.raises(ParameterError, match="no node 'Q'"):
        explain(network, "A", "Q")
    with pytest.raises(ParameterError, match="does not know its statements"):
        explain(network.copy(), "A", "B")
