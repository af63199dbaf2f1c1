"""Confidence against right answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation import Options, evaluate
from kg.evaluation.calibration import Judged, reliability
from tests.evaluation.made import GOLD, annotated, attribution

JUDGED = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()), max_size=30)


def test_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    assert reliability([Judged(0.75, True)] * 3 + [Judged(0.75, False)]).error == 0.0


def test_the_error_is_the_gap_of_each_bin_by_its_share_of_predictions() -> None:
    judged = [Judged(0.9, True), Judged(0.9, False), Judged(0.2, False), Judged(0.2, False)]
    assert reliability(judged).error == pytest.approx(0.5 * 0.4 + 0.5 * 0.2)


@pytest.mark.parametrize(("confidence", "place"), [(0.0, 0), (0.1, 0), (0.3, 2), (0.31, 3), (0.7, 6), (1.0, 9)])
def test_a_bin_holds_its_upper_end(confidence: float, place: int) -> None:
    filled = [number for number, one in enumerate(reliability([Judged(confidence, True)]).bins) if one.count]
    assert filled == [place]


@given(JUDGED)
def test_every_prediction_falls_into_one_bin_and_the_error_is_a_share(judged: list[Judged]) -> None:
    table = reliability(judged)
    assert sum(one.count for one in table.bins) == len(judged)
    assert 0.0 <= table.error <= 1.0


def test_predictions_without_confidence_are_not_calibrated() -> None:
    evaluation = evaluate([GOLD], [GOLD])
    assert (evaluation.reliability, evaluation.thresholds) == (None, ())


def test_a_threshold_trades_recall_for_precision() -> None:
    sure = attribution("Harbour Master Jon Tiller", "said", "the lamp was broken", confidence=0.9)
    wrong = attribution("Officials", "told", "“We will leave,”", confidence=0.4)
    evaluation = evaluate([GOLD], [annotated(sure, wrong)])
    table = {least: (tally.predicted, tally.precision, tally.recall) for least, tally in evaluation.thresholds}
    assert table[0.0] == (2, 0.5, 0.25)
    assert table[0.5] == table[0.9] == (1, 1.0, 0.25)
    assert table[0.95] == (0, 0.0, 0.0)


def test_thresholds_below_the_one_asked_for_are_not_listed() -> None:
    sure = attribution("Harbour Master Jon Tiller", "said", "the lamp was broken", confidence=0.9)
    listed = evaluate([GOLD], [annotated(sure)], Options(threshold=0.5)).thresholds
    assert [least for least, _ in listed] == [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]


def test_an_outer_prediction_below_the_threshold_no_longer_hides_its_inner_one() -> None:
    inner = attribution(None, "It was reported", "that talks failed", confidence=0.9)
    outer = attribution("Officials", "called", "for trade. It was reported that talks failed", confidence=0.2)
    evaluation = evaluate([GOLD], [annotated(outer, inner)], Options(outermost=True))
    table = dict(evaluation.thresholds)
    assert (table[0.0].right_gold, table[0.5].right_gold) == (0, 1)
