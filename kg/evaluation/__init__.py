"""Measures who-said-what: gold attributions against those of an extractor or of a file."""

from kg.evaluation.bootstrap import Difference, Interval, Rates, Resamples
from kg.evaluation.calibration import Reliability
from kg.evaluation.counts import Measure, Slice, Tally
from kg.evaluation.documents import Predictions, read_gold, read_predictions
from kg.evaluation.evaluation import Evaluation, Options, compare, evaluate
from kg.evaluation.kinds import Confusion
from kg.evaluation.mistakes import Cause, Mistake

__all__ = [
    "Cause", "Confusion", "Difference", "Evaluation", "Interval", "Measure", "Mistake", "Options", "Predictions",
    "Rates", "Reliability", "Resamples", "Slice", "Tally", "compare", "evaluate", "read_gold", "read_predictions",
]  # fmt: skip
