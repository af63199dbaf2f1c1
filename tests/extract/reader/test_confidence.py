"""The calibrated probability of an attribution."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.reader.confidence import FEATURES, Calibration, log_odds

VALUES = st.lists(st.floats(-10, 10), min_size=len(FEATURES), max_size=len(FEATURES))


def _calibration(**weights: float) -> Calibration:
    return Calibration(tuple(weights.get(name, 0.0) for name in FEATURES), 0.0, 0.5)


@given(VALUES, st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 3))
def test_a_likelier_cue_never_makes_an_attribution_less_likely(
    values: list[float], one: float, other: float, weight: float
) -> None:
    calibration = _calibration(cue=weight, content=0.5)
    low, high = sorted((log_odds(one), log_odds(other)))
    place = FEATURES.index("cue")
    less, more = (calibration.probability([*values[:place], cue, *values[place + 1 :]]) for cue in (low, high))
    assert less <= more


@given(VALUES, VALUES, st.floats(-1e6, 1e6))
def test_every_probability_lies_between_nought_and_one(
    weights: list[float], values: list[float], constant: float
) -> None:
    assert 0 < Calibration(tuple(weights), constant, 0.5).probability(values) < 1


def test_without_weights_the_constant_decides() -> None:
    assert Calibration((0.0,) * len(FEATURES), 0.0, 0.5).probability([9.0] * len(FEATURES)) == 0.5


def test_values_that_are_not_one_a_feature_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        _calibration().probability([0.0])


def test_weights_are_read_by_their_names() -> None:
    weights = {name: float(number) for number, name in enumerate(FEATURES)}
    text = json.dumps({"accept": 0.3, "constant": -1.0, "weights": dict(reversed(weights.items()))})
    assert Calibration.from_json(text) == Calibration(tuple(weights.values()), -1.0, 0.3)


@given(st.floats(0, 1))
def test_log_odds_are_bounded_and_mirror_each_other(probability: float) -> None:
    assert abs(log_odds(probability)) <= math.log(499) + 1e-9
    assert log_odds(probability) == pytest.approx(-log_odds(1 - probability), abs=1e-6)
