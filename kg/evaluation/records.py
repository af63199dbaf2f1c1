"""Figures and mistakes as plain records, for JSON and for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.evaluation.counts import Measure, Slice, Tally
from kg.evaluation.mistakes import Cause
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.evaluation.bootstrap import Difference, Interval, Rates
    from kg.evaluation.calibration import Reliability
    from kg.evaluation.counts import Cell
    from kg.evaluation.evaluation import Evaluation
    from kg.evaluation.kinds import Confusion
    from kg.evaluation.mistakes import Mistake, Side
    from kg.model import Span

Json = dict[str, object]
DIGITS: Final = 4
"""Digits after the point of rates and shares."""
COLUMNS: Final = (
    "cause", "counted", "article", "spans", "passage", "content_overlap",
    *(f"{side}_{part}" for side in ("gold", "predicted") for part in ("source", "cue", "content", "kind")),
    "predicted_rule", "predicted_confidence",
)  # fmt: skip
"""Columns of the rows of mistakes."""


def evaluation_record(evaluation: Evaluation) -> Json:
    """All figures. `scores` holds, by slice and measure, what occurs in gold or in the predictions."""
    causes = [mistake.cause for mistake in evaluation.mistakes()]
    return {
        "articles": len(evaluation.articles),
        "words": sum(len(one.article.text.split()) for one in evaluation.articles),
        "gold": sum(len(one.gold) for one in evaluation.articles),
        "predicted": sum(len(one.predicted) for one in evaluation.articles),
        "titles_scored": evaluation.titles,
        "scores": {
            part.value: {
                measure.value: _score(evaluation.counts[measure, part], evaluation.intervals.get((measure, part)))
                for measure in Measure
                if (measure, part) in evaluation.counts
            }
            for part in Slice
        },
        "kinds": None if evaluation.kinds is None else kinds_record(evaluation.kinds),
        "calibration": None if evaluation.reliability is None else calibration_record(evaluation.reliability),
        "thresholds": [{"threshold": least, **_score(tally, None)} for least, tally in evaluation.thresholds],
        "rules": [
            {
                "rule": one.rule,
                "predicted": one.predicted,
                "right": rounded(one.right / one.predicted),
                "confidence": rounded(one.confidence),
            }
            for one in evaluation.rules
        ],
        "mistakes": {cause.value: causes.count(cause) for cause in Cause},
    }


def differences_record(differences: Mapping[Cell, Difference]) -> Json:
    """Differences of F1, by slice and measure."""
    return {
        part.value: {
            measure.value: {
                "f1": rounded(found.f1),
                "f1_95": _bounds(found.interval),
                "not_better": rounded(found.not_better),
            }
            for measure in Measure
            if (found := differences.get((measure, part))) is not None
        }
        for part in Slice
    }


def kinds_record(kinds: Confusion) -> Json:
    """The table of kinds: gold kind -> predicted kind -> count."""
    return {
        "accuracy": rounded(kinds.accuracy),
        "matched": {
            gold.value: {predicted.value: kinds.matched.get((gold, predicted), 0) for predicted in Kind}
            for gold in Kind
        },
        "missed": {kind.value: kinds.missed.get(kind, 0) for kind in Kind},
        "spurious": {kind.value: kinds.spurious.get(kind, 0) for kind in Kind},
    }


def calibration_record(reliability: Reliability) -> Json:
    """The reliability table, bins of equal width from 0 to 1."""
    return {
        "expected_calibration_error": rounded(reliability.error),
        "bins": [
            {
                "above": one.low,
                "up_to": one.high,
                "predicted": one.count,
                "confidence": rounded(one.confidence),
                "right": rounded(one.right),
            }
            for one in reliability.bins
        ],
    }


def mistake_record(mistake: Mistake) -> Json:
    """One mistake, with offsets into the article's own text or title and with the words that they cut."""
    return {
        "cause": mistake.cause.value,
        "counted": mistake.counted,
        "article": mistake.article.id or mistake.article.key,
        "title": mistake.article.title,
        "spans": _spans(mistake.spans),
        "passage": "".join(words for words, _ in _any_side(mistake).passage),
        "content_overlap": rounded(mistake.overlap),
        "gold": None if mistake.gold is None else _side_record(mistake.gold),
        "predicted": None if mistake.predicted is None else _side_record(mistake.predicted),
    }


def mistake_row(mistake: Mistake) -> dict[str, str]:
    """One mistake as text in `COLUMNS`. Several pieces of one field are parted by " | "; empty: nothing there."""
    row = {
        "cause": mistake.cause.value,
        "counted": "yes" if mistake.counted else "no",
        "article": mistake.article.id or mistake.article.key,
        "spans": " ".join(_spans(mistake.spans)),
        "passage": "".join(words for words, _ in _any_side(mistake).passage),
        "content_overlap": f"{rounded(mistake.overlap)}",
    }
    for name, side in (("gold", mistake.gold), ("predicted", mistake.predicted)):
        if side is not None:
            row[f"{name}_source"] = " | ".join(side.source)
            row[f"{name}_cue"] = " | ".join(side.cue)
            row[f"{name}_content"] = " | ".join(side.content)
            row[f"{name}_kind"] = "" if side.marked.kind is None else side.marked.kind.value
    if mistake.predicted is not None:
        row["predicted_rule"] = mistake.predicted.marked.attribution.rule
        row["predicted_confidence"] = f"{mistake.predicted.marked.attribution.confidence}"
    return {column: row.get(column, "") for column in COLUMNS}


def rounded(number: float) -> float:
    """A rate or share as it is written."""
    return round(number, DIGITS)


def _any_side(mistake: Mistake) -> Side:
    side = mistake.gold or mistake.predicted
    assert side is not None, "a mistake has a side"
    return side


def _score(tally: Tally, rates: Rates | None) -> Json:
    score: Json = {
        "precision": rounded(tally.precision),
        "recall": rounded(tally.recall),
        "f1": rounded(tally.f1),
        "predicted": tally.predicted,
        "gold": tally.gold,
    }
    if rates is not None:
        score["precision_95"] = _bounds(rates.precision)
        score["recall_95"] = _bounds(rates.recall)
        score["f1_95"] = _bounds(rates.f1)
    return score


def _bounds(interval: Interval) -> list[float]:
    return [rounded(interval.low), rounded(interval.high)]


def _side_record(side: Side) -> Json:
    attribution = side.marked.attribution
    return {
        "source": _spans(attribution.source),
        "source_words": list(side.source),
        "cue": _spans(attribution.cue),
        "cue_words": list(side.cue),
        "content": _spans(attribution.content),
        "content_words": list(side.content),
        "kind": None if side.marked.kind is None else side.marked.kind.value,
        "mode": side.marked.mode.value,
        "cue_class": side.marked.cue_class.value,
        "rule": attribution.rule,
        "confidence": attribution.confidence,
    }


def _spans(spans: Sequence[Span]) -> list[str]:
    """As in the graph: `c12-107` counts in the text, `t0-6` in the title."""
    return [span.key for span in spans]
