"""What `kg evaluate` shows: tables for people, one JSON object for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.cli.output import Cell, Format, printable, write_line, write_rows

if TYPE_CHECKING:
    from kg.evaluation import Difference, Evaluation, Interval, Measure, Predictions, Slice, Tally

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A second set of predictions, measured on the same gold."""

    name: str
    evaluation: Evaluation
    differences: Mapping[tuple[Measure, Slice], Difference]
    """Of the first less the second; empty where no resampling was asked for."""


def evaluation_json(
    evaluation: Evaluation, *, gold: str, found: Predictions, failed: int, compared: Compared | None
) -> str:
    """All figures; the same run writes the same, but for the speed."""
    from kg.evaluation.records import differences_record, evaluation_record

    speed = found.words_per_second
    record: dict[str, object] = {
        "gold_file": gold,
        "predictions": found.name,
        **evaluation_record(evaluation),
        "without_predictions": found.missing,
        "failed": failed,
        "words_per_cpu_second": None if speed is None else round(speed),
        "against": None,
    }
    if compared is not None:
        record["against"] = {
            "predictions": compared.name,
            "scores": evaluation_record(compared.evaluation)["scores"],
            "differences": differences_record(compared.differences),
        }
    return json.dumps(record, ensure_ascii=False, indent=1)


def show_evaluation(evaluation: Evaluation, compared: Compared | None, *, by_rule: bool = False) -> None:
    """Tables on standard output, the most asked for first."""
    from kg.evaluation import Measure, Slice

    slices = [part for part in Slice if _occurs(evaluation.tally(Measure.TRIPLE_PARTIAL, part))]
    _table(
        "Content and source right, by half of their words at least (triple_partial)",
        ({"attributions": part.value, **_score(evaluation, Measure.TRIPLE_PARTIAL, part)} for part in slices),
    )
    measures = [measure for measure in Measure if _occurs(evaluation.tally(measure))]
    _table(
        "All attributions by measure (source_: of those whose content is right)",
        ({"measure": measure.value, **_score(evaluation, measure, Slice.ALL)} for measure in measures),
    )
    if compared is not None:
        _table(f"F1 compared with {compared.name} (triple_partial)", _compared(evaluation, compared))
    _show_kinds(evaluation)
    _show_confidence(evaluation)
    if by_rule:
        _table(
            "Rules: how often they were right (triple_partial)",
            (
                {
                    "rule": one.rule,
                    "found": one.predicted,
                    "right": _rate(one.right / one.predicted),
                    "mean confidence": _rate(one.confidence),
                }
                for one in evaluation.rules
            ),
        )
    causes = Counter((one.cause, one.counted) for one in evaluation.mistakes())
    _table(
        "Differences from gold",
        (
            {"cause": cause.value, "count": count, "counted as wrong": "yes" if counted else "no"}
            for (cause, counted), count in sorted(causes.items(), key=lambda entry: -entry[1])
        ),
    )


def _show_kinds(evaluation: Evaluation) -> None:
    from kg.model import Kind

    kinds = evaluation.kinds
    if kinds is None:
        return
    rows: list[Row] = [
        {
            "gold": gold.value,
            **{predicted.value: kinds.matched.get((gold, predicted), 0) for predicted in Kind},
            "missed": kinds.missed.get(gold, 0),
        }
        for gold in Kind
    ]
    rows.append({"gold": "(spurious)", **{kind.value: kinds.spurious.get(kind, 0) for kind in Kind}, "missed": None})
    _table(f"Kinds, gold by predicted, where contents match: {kinds.accuracy:.3f} right", rows)


def _show_confidence(evaluation: Evaluation) -> None:
    if evaluation.reliability is None:
        return
    _table(
        f"Confidence: expected calibration error {evaluation.reliability.error:.3f} (10 bins of equal width)",
        (
            {
                "confidence": f"{one.low:.1f}-{one.high:.1f}",
                "found": one.count,
                "mean confidence": _rate(one.confidence),
                "right": _rate(one.right),
            }
            for one in evaluation.reliability.bins
            if one.count
        ),
    )
    _table(
        "What a threshold leaves (triple_partial)",
        (
            {
                "least confidence": least,
                "found": tally.predicted,
                "P": _rate(tally.precision),
                "R": _rate(tally.recall),
                "F1": _rate(tally.f1),
            }
            for least, tally in _steps(evaluation.thresholds)
        ),
    )


def _steps(thresholds: Sequence[tuple[float, Tally]]) -> Iterator[tuple[float, Tally]]:
    """The thresholds at which something changes, as long as anything is left."""
    before = None
    for least, tally in thresholds:
        if tally.predicted and tally != before:
            yield least, tally
        before = tally


def _compared(evaluation: Evaluation, compared: Compared) -> Iterator[Row]:
    from kg.evaluation import Measure, Slice

    for part in Slice:
        cell = Measure.TRIPLE_PARTIAL, part
        one, other = evaluation.tally(*cell), compared.evaluation.tally(*cell)
        if not (_occurs(one) or _occurs(other)):
            continue
        row: Row = {
            "attributions": part.value,
            "F1": _rate(one.f1),
            "F1 of the other": _rate(other.f1),
            "difference": f"{one.f1 - other.f1:+.3f}",
        }
        difference = compared.differences.get(cell)
        if difference is not None:
            row["95% of difference"] = _bounds(difference.interval, signed=True)
        yield row


def _score(evaluation: Evaluation, measure: Measure, part: Slice) -> Row:
    tally = evaluation.tally(measure, part)
    row: Row = {
        "gold": tally.gold,
        "found": tally.predicted,
        "P": _rate(tally.precision) if tally.predicted else "-",
        "R": _rate(tally.recall) if tally.gold else "-",
        "F1": _rate(tally.f1) if tally.gold else "-",
    }
    rates = evaluation.intervals.get((measure, part))
    if rates is not None:
        row["95% of F1"] = _bounds(rates.f1)
    return row


def _occurs(tally: Tally) -> bool:
    return bool(tally.gold or tally.predicted)


def _rate(rate: float) -> str:
    return f"{rate:.3f}"


def _bounds(interval: Interval, *, signed: bool = False) -> str:
    if signed:
        return f"{interval.low:+.3f} to {interval.high:+.3f}"
    return f"{interval.low:.3f}-{interval.high:.3f}"


def _table(title: str, rows: Iterable[Row]) -> None:
    """One table, if it has rows."""
    listed = list(rows)
    if listed:
        # The table's own title would be broken to the width of the table.
        write_line(f"\n{printable(title)}")
        write_rows(tuple(listed[0]), listed, Format.TABLE)
