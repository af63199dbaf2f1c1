"""Scores to probabilities."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.stance.calibration import Temperature

PLAIN = Temperature(1.0, (0.0, 0.0, 0.0))
SCORES = st.tuples(*[st.floats(-1e6, 1e6)] * 3)


@given(SCORES)
def test_probabilities_add_up_to_one_and_keep_the_order_of_the_scores(scores: tuple[float, float, float]) -> None:
    probabilities = PLAIN.probabilities(scores)
    assert math.isclose(sum(probabilities), 1.0)
    assert max(probabilities) == probabilities[scores.index(max(scores))]


def test_a_higher_temperature_is_less_sure() -> None:
    scores = (2.0, 0.0, -1.0)
    assert max(Temperature(2.0, (0.0, 0.0, 0.0)).probabilities(scores)) < max(PLAIN.probabilities(scores))


def test_a_constant_makes_its_class_likelier() -> None:
    leaning = Temperature(1.0, (0.0, 0.5, 0.0))
    assert leaning.probabilities((1.0, 1.0, 1.0))[1] > PLAIN.probabilities((1.0, 1.0, 1.0))[1]


def test_what_is_stored_is_what_is_read() -> None:
    stored = json.dumps({"holder": {"temperature": 1.5, "constants": [0, 0.25, -0.5]}})
    assert Temperature.from_json(stored, "holder") == Temperature(1.5, (0.0, 0.25, -0.5))


@pytest.mark.parametrize("constants", [[0.0], [0.0] * 4])
def test_a_calibration_of_another_number_of_classes_is_refused(constants: list[float]) -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        Temperature.from_json(json.dumps({"sentence": {"temperature": 1.0, "constants": constants}}), "sentence")
