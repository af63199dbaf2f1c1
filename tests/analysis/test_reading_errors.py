"""Errors of the reader redrawn: what they do to a table, and that intervals then hold the truth."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import (
    ErrorRates,
    StatementRow,
    StatementTable,
    balance,
    bloc_fit,
    bootstrapped,
    bootstrapped_nodes,
    bridging,
    conflict_share,
    frustration_share,
    pagerank,
    pairs_of,
    polarisation,
    redrawn_truth,
    who_about_whom,
)
from kg.errors import ParameterError
from tests.analysis.test_blocs import two_camps
from tests.analysis.worked_example import statement, twelve_statements

if TYPE_CHECKING:
    from collections.abc import Callable

TWELVE = twelve_statements()
PERFECT = ErrorRates.no_errors()
RATES = st.floats(0, 0.45)


def redraws(table: StatementTable, errors: ErrorRates, times: int) -> list[StatementTable]:
    return list(islice(redrawn_truth(table, errors, Random(0)), times))


def many(side: int, number: int = 200) -> StatementTable:
    return StatementTable.of(statement(n, str(n), None, "A", f"c{n % 5}", side) for n in range(number))


def share_against(table: StatementTable) -> float:
    sides = [row.polarity for row in table if row.polarity != "none"]
    return sides.count("negative") / len(sides) if sides else float("nan")


def test_a_reader_without_errors_leaves_the_table_as_it_is() -> None:
    assert redraws(TWELVE, PERFECT, 1)[0].rows == TWELVE.rows


def test_what_was_never_said_goes_and_what_was_missed_comes() -> None:
    half = [len(found) for found in redraws(many(1), replace(PERFECT, precision=0.5), 50)]
    assert sum(half) / 50 == pytest.approx(100, rel=0.1)
    fourfold = redraws(many(1), replace(PERFECT, recall=0.25), 50)
    assert sum(map(len, fourfold)) / 50 == pytest.approx(800, rel=0.1)
    assert fourfold[0].statements == len(fourfold[0])
    further = [row for row in fourfold[0] if "(missed" in row.statement]
    assert {row.polarity for row in further} == {"positive"}
    assert all("(missed" in row.article for row in further)


def test_sides_are_redrawn_to_the_shares_that_were_really_taken() -> None:
    read = StatementTable.of(
        [
            *(statement(n, str(n), None, "A", "x", -1) for n in range(24)),
            *(statement(n, str(n), None, "A", "x", 0) for n in range(24, 84)),
            *(statement(n, str(n), None, "A", "x", 1) for n in range(84, 100)),
        ]
    )
    errors = replace(PERFECT, negative_missed=0.4, positive_missed=0.5)
    found = redraws(read, errors, 200)
    means = {
        side: sum(sum(row.polarity == side for row in one) for one in found) / 200 for side in ("negative", "positive")
    }
    assert means == pytest.approx({"negative": 40, "positive": 32}, abs=1.5)


def test_sides_that_no_rate_explains_are_left_or_counted_as_none() -> None:
    # More is read for than a reader that invents as much gives by itself: nobody can have been for it.
    errors = replace(PERFECT, invented_positive=0.5)
    assert errors.behind({"none": 80, "positive": 20})["positive"]["none"] == pytest.approx(1)
    assert errors.behind({})["positive"]["positive"] == 1
    both = StatementTable.of([replace(statement(1, "1", None, "A", "x", 1), polarity="mixed")])
    assert redraws(both, replace(PERFECT, negative_missed=0.5), 1)[0].rows == both.rows


def test_a_wrong_target_is_one_of_those_that_were_read() -> None:
    found = redraws(many(1), replace(PERFECT, wrong_target=0.5), 1)[0]
    assert {row.target for row in found} == {f"c{n}" for n in range(5)}
    moved = sum(row.target != many(1).rows[place].target for place, row in enumerate(sorted_by_number(found)))
    assert moved == pytest.approx(200 * 0.5 * 0.8, rel=0.25)


def sorted_by_number(table: StatementTable) -> list[StatementRow]:
    order = {row.statement: place for place, row in enumerate(many(1))}
    return sorted(table, key=lambda row: order[row.statement])


def test_speakers_of_one_statement_share_what_it_means() -> None:
    rows = [statement(n, str(n), None, actor, f"c{n % 3}", 0) for n in range(60) for actor in "AB"]
    errors = replace(PERFECT, negative_missed=0.4, positive_missed=0.3, wrong_target=0.3, precision=0.8, recall=0.6)
    for found in redraws(StatementTable.of(rows), errors, 5):
        sides: dict[str, set[Any]] = {}
        for row in found:
            sides.setdefault(row.statement, set()).add((row.target, row.polarity))
        assert all(len(one) == 1 for one in sides.values())
        assert len(found) == 2 * found.statements


@given(missed=RATES, reversed_=RATES, invented=RATES, read=st.lists(st.integers(0, 50), min_size=3, max_size=3))
def test_what_stands_behind_a_reading_is_a_probability(
    missed: float, reversed_: float, invented: float, read: list[int]
) -> None:
    errors = replace(PERFECT, negative_missed=missed, negative_reversed=reversed_, invented_positive=invented)
    found = errors.behind(dict(zip(("negative", "none", "positive"), read, strict=True)))
    for shares in found.values():
        assert sum(shares.values()) == pytest.approx(1)
        assert min(shares.values()) >= 0


def misread(table: StatementTable, seed: int) -> StatementTable:
    """A reader that misses three statements of ten, and takes every second blame for none."""
    random = Random(seed)
    read = [row for row in table if random.random() < 0.7]
    return table.with_rows(
        replace(row, polarity="none") if row.polarity == "negative" and random.random() < 0.5 else row for row in read
    )


@pytest.mark.parametrize(
    ("measure", "times", "least", "naive_at_most"),
    [(share_against, 20, 16, 2), (lambda table: conflict_share(table, draws=2).value, 6, 5, 4)],
    ids=["share of blame", "conflict share"],
)
def test_an_interval_with_redrawn_errors_holds_the_truth_where_one_over_articles_does_not(
    measure: Callable[[StatementTable], float], times: int, least: int, naive_at_most: int
) -> None:
    truth = measure(two_camps(articles=600, seed=999))
    errors = replace(PERFECT, recall=0.7, negative_missed=0.5)
    covered = naive = 0
    for seed in range(times):
        read = misread(two_camps(articles=60, seed=seed), seed)
        alone = bootstrapped(read, measure, draws=40)
        both = bootstrapped(read, measure, draws=40, errors=errors)
        naive += alone.low <= truth <= alone.high
        covered += both.low <= truth <= both.high
        assert both.corrected is not None
        assert abs(both.corrected - truth) < abs(both.value - truth) + 0.05
    assert covered >= least
    assert naive <= naive_at_most


def test_every_figure_about_blocs_takes_the_errors_and_says_so() -> None:
    camps = two_camps(size=3, articles=12)
    blocs = [["L0", "L1", "L2"], ["R0", "R1", "R2"]]
    errors = ErrorRates()
    found = [
        bloc_fit(camps, blocs, draws=5, errors=errors),
        conflict_share(camps, draws=5, errors=errors),
        balance(camps, draws=5, errors=errors),
        frustration_share(camps, draws=5, errors=errors),
        polarisation(camps, draws=5, errors=errors).fit,
        *bridging(camps, blocs, draws=5, errors=errors).values(),
    ]
    assert all("errors of the reader (rates measured for this version)" in one.method for one in found)
    assert all(one.corrected is not None for one in found)
    assert conflict_share(camps, draws=5).corrected is None
    assert "corrected" in str(found[0])


def test_equal_seeds_give_equal_redraws() -> None:
    one, other = (conflict_share(TWELVE, draws=20, errors=ErrorRates(), seed=seed) for seed in (3, 3))
    assert one == other
    assert one != conflict_share(TWELVE, draws=20, errors=ErrorRates(), seed=4)


def test_a_figure_of_every_node_has_its_interval() -> None:
    found = bootstrapped_nodes(TWELVE, lambda part: pagerank(pairs_of(who_about_whom(part))), draws=20, absent=0)
    assert set(found) == {"A", "B", "C", "x", "y", "z"}
    assert all(one.low <= one.high for one in found.values())
    assert found["y"].low == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"precision": 1.2}, "precision lies between 0 and 1"),
        ({"recall": 0}, "recall of 0"),
        ({"negative_missed": 0.7, "negative_reversed": 0.6}, "what is negative exceed 1"),
    ],
)
def test_rates_that_cannot_be_are_refused(wrong: dict[str, float], said: str) -> None:
    with pytest.raises(ParameterError, match=said):
        ErrorRates(**wrong)  # type: ignore[arg-type]


def test_rates_are_taken_from_a_record_or_an_evaluation() -> None:
    assert ErrorRates.of({"recall": 0.8}, source="mine") == ErrorRates(recall=0.8, source="mine")
    evaluated = {"scores": {"all": {"triple_partial": {"precision": 0.9, "recall": 0.5}}}}
    assert ErrorRates.of(evaluated) == ErrorRates(precision=0.9, recall=0.5, source="rates given")
    for record, said in (
        ({"recal": 1}, "'recal' is no rate"),
        ({}, "'nothing' is no rate"),
        ({"scores": {"all": {}}}, "lacks the precision and recall"),
    ):
        with pytest.raises(ParameterError, match=said):
            ErrorRates.of(record)
