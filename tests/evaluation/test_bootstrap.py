"""Intervals over articles, and the paired difference of two extractors."""

from __future__ import annotations

import pytest

from kg.evaluation import Interval, Measure, Resamples, Slice, compare, evaluate
from kg.evaluation.bootstrap import interval
from tests.evaluation.made import ENVOY, GOLD, OFFICIALS, REPORTED, TILLER, annotated

CELL = (Measure.TRIPLE_PARTIAL, Slice.ALL)
GOLDS = [GOLD] * 6
WEAK = [annotated(TILLER)] * 3 + [annotated(TILLER, ENVOY)] * 3
STRONG = [annotated(TILLER, ENVOY, OFFICIALS)] * 3 + [annotated(TILLER, ENVOY, OFFICIALS, REPORTED)] * 3


def test_the_same_seed_gives_the_same_intervals_and_another_seed_others() -> None:
    found = [
        evaluate(GOLDS, WEAK, resamples=Resamples(6, times=50, seed=seed)).intervals[CELL].f1 for seed in (1, 1, 2, 3)
    ]
    assert found[0] == found[1]
    assert len(set(found)) > 1


def test_an_interval_holds_the_figure_itself() -> None:
    evaluation = evaluate(GOLDS, WEAK, resamples=Resamples(6, times=200, seed=0))
    bounds = evaluation.intervals[CELL].recall
    assert 0.25 <= bounds.low < evaluation.tally(*CELL).recall < bounds.high <= 0.5


def test_articles_that_are_all_alike_leave_nothing_open() -> None:
    evaluation = evaluate(GOLDS, [annotated(TILLER)] * 6, resamples=Resamples(6, times=20, seed=0))
    assert evaluation.intervals[CELL].recall == Interval(0.25, 0.25)


def test_a_better_extractor_is_better_in_every_draw() -> None:
    difference = compare(evaluate(GOLDS, STRONG), evaluate(GOLDS, WEAK), Resamples(6, times=100, seed=0))[CELL]
    assert difference.f1 == pytest.approx(
        evaluate(GOLDS, STRONG).tally(*CELL).f1 - evaluate(GOLDS, WEAK).tally(*CELL).f1
    )
    assert 0 < difference.interval.low <= difference.f1 <= difference.interval.high
    assert difference.not_better == 0.0


def test_an_extractor_is_no_better_than_itself() -> None:
    difference = compare(evaluate(GOLDS, WEAK), evaluate(GOLDS, WEAK), Resamples(6, times=20, seed=0))[CELL]
    assert (difference.f1, difference.interval, difference.not_better) == (0.0, Interval(0.0, 0.0), 1.0)


def test_two_and_a_half_percent_lie_beyond_each_end() -> None:
    assert interval([float(value) for value in range(1000)]) == Interval(25.0, 975.0)
    assert interval([7.0]) == Interval(7.0, 7.0)
    with pytest.raises(ValueError, match="at least one"):
        interval([])
