"""Figures with their interval: resampling of articles, and what chance alone would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from kg.analysis.reading_errors import redrawn_truth
from kg.analysis.table import StatementTable
from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from kg.analysis.reading_errors import ErrorRates

Key = TypeVar("Key", bound="Hashable")
DRAWS: Final = 200
"""Draws where nothing else is asked for: enough for an interval's ends to move by little more than a hundredth."""
COVERAGE: Final = 0.95
BY_ARTICLES: Final = "95 % bootstrap over articles, {} draws"
AND_ERRORS: Final = "95 % bootstrap over articles and errors of the reader ({}), {} draws"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure with the interval in which it would mostly lie, had other articles been read, and read without errors.

    `nan` where it is not defined, such as a share of nothing; `n` then says that there was nothing to measure.
    """

    value: float
    low: float
    high: float
    n: int
    """What it rests on; `method` says what is counted."""
    method: str
    corrected: float | None = None
    """Where errors of the reader were redrawn: the mean of the redraws, which is the figure corrected for them. The
    interval is that of the redraws, so the value as read may lie outside. None: such errors are not covered."""

    def __str__(self) -> str:
        corrected = "" if self.corrected is None else f"corrected {self.corrected:.3g} "
        return f"{self.value:.3g} {corrected}[{self.low:.3g}, {self.high:.3g}] (n = {self.n}; {self.method})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A figure beside what chance gives: the mean and interval of the shuffled tables, and how rare the figure is."""

    value: float
    expected: float
    low: float
    high: float
    p: float
    """Share of shuffled tables with a figure at least as high, the real one counted among them: never 0."""
    n: int
    """Number of shuffled tables."""
    method: str

    @property
    def excess(self) -> float:
        """The figure less what chance gives."""
        return self.value - self.expected


def bootstrapped(
    table: StatementTable,
    measure: Callable[[StatementTable], float],
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Measured:
    """A figure with its 95 % interval from resampled articles (percentile bootstrap) and redrawn errors of the reader.

    As many articles as the table has are drawn with replacement, each with all its rows; an article drawn twice counts
    as two. With `errors`, what may have been said is drawn behind each such table (`kg.analysis.reading_errors`). The
    figure is taken of each; the interval runs from the 2.5th to the 97.5th percentile. Draws in which the figure is not
    defined are left out; with none left the interval is `nan`. Equal tables and seeds give equal intervals. Without
    `errors` the interval covers which articles were read, and no errors of the reader.

    Reference: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.

    Raises: ParameterError: fewer than 2 draws.
    """
    parts = redrawn_tables(table, draws=draws, seed=seed, errors=errors)
    return from_draws(measure(table), [measure(part) for part in parts], table, draws=draws, errors=errors)


def bootstrapped_nodes(
    table: StatementTable,
    measure: Callable[[StatementTable], Mapping[Key, float]],
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
    absent: float = float("nan"),
) -> dict[Key, Measured]:
    """The same for a figure of every node, such as `lambda part: pagerank(pairs_of(who_about_whom(part)))`, or for
    several figures at once, by their names.

    `absent`: what a node has in a draw that lacks it; 0 for counts, `nan` (left out) for shares.

    Raises: ParameterError: fewer than 2 draws.
    """
    values = dict(measure(table))
    drawn: dict[Key, list[float]] = {node: [] for node in values}
    for part in redrawn_tables(table, draws=draws, seed=seed, errors=errors):
        found = measure(part)
        for node, ones in drawn.items():
            ones.append(found.get(node, absent))
    return {node: from_draws(value, drawn[node], table, draws=draws, errors=errors) for node, value in values.items()}


def redrawn_tables(
    table: StatementTable, *, draws: int = DRAWS, seed: int = 0, errors: ErrorRates | None = None
) -> Iterator[StatementTable]:
    """Tables of as many articles, drawn with replacement; none where the table is empty. With `errors`, what may have
    been said behind each.

    Raises: ParameterError: fewer than 2 draws.
    """
    _check(draws)
    rows: dict[str, list[int]] = {}
    for place, row in enumerate(table):
        rows.setdefault(row.article, []).append(place)
    articles = sorted(rows)
    random = Random(seed)
    truths = Random(f"{seed} errors of the reader")
    for _ in range(draws if articles else 0):
        part = _redrawn(table, rows, random.choices(articles, k=len(articles)))
        yield part if errors is None else next(redrawn_truth(part, errors, truths))


def from_draws(
    value: float,
    drawn: Sequence[float],
    table: StatementTable,
    *,
    draws: int = DRAWS,
    errors: ErrorRates | None = None,
) -> Measured:
    """A figure with the interval, and with errors also the mean, of what was drawn."""
    low, high = interval(drawn)
    known = [one for one in drawn if not isnan(one)]
    mean = float(np.mean(known)) if known else float("nan")
    method = BY_ARTICLES.format(draws) if errors is None else AND_ERRORS.format(errors.source, draws)
    corrected = None if errors is None else mean
    return Measured(value=value, low=low, high=high, n=len(table.articles), method=method, corrected=corrected)


def permutation_test(
    table: StatementTable, measure: Callable[[StatementTable], float], *, draws: int = DRAWS, seed: int = 0
) -> Tested:
    """A figure against tables in which the sides are shuffled among all rows about the same target or claim.

    Who speaks about what, how often and when stays as it is; so does how much each target is praised and blamed. Only
    who takes which side is left to chance, so a figure beyond the interval shows that sides go with actors.

    Reference: P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., 2005.

    Raises: ParameterError: fewer than 2 draws.
    """
    _check(draws)
    value = measure(table)
    random = Random(seed)
    found = [measure(shuffled_sides(table, random)) for _ in range(draws)]
    return tested(value, found, method="sides shuffled among the statements about each target and claim")


def tested(value: float, found: Sequence[float], *, method: str) -> Tested:
    """A figure beside those that chance gave.

    Raises: ParameterError: fewer than 2 of these.
    """
    _check(len(found))
    known = [one for one in found if not isnan(one)]
    low, high = interval(found)
    return Tested(
        value=value,
        expected=float(np.mean(known)) if known else float("nan"),
        low=low,
        high=high,
        p=(1 + sum(one >= value for one in known)) / (1 + len(known)),
        n=len(found),
        method=method,
    )


def shuffled_sides(table: StatementTable, random: Random) -> StatementTable:
    """The table with the polarities of each target dealt out anew among its rows, and so the sides taken on each claim
    among the statements that put it forward or deny it."""
    places: dict[str | None, list[int]] = {}
    on_claim: dict[str, dict[tuple[str, str], int]] = {}
    for place, row in enumerate(table):
        if row.polarity in ("positive", "negative"):
            places.setdefault(row.target, []).append(place)
        for claim, side in row.claims:
            on_claim.setdefault(claim, {})[row.statement, row.article] = side
    rows = list(table)
    for among in places.values():
        dealt = [rows[place].polarity for place in among]
        random.shuffle(dealt)
        for place, polarity in zip(among, dealt, strict=True):
            rows[place] = replace(rows[place], polarity=polarity)
    for sides in on_claim.values():
        values = list(sides.values())
        random.shuffle(values)
        sides.update(zip(sides, values, strict=True))
    for place, row in enumerate(rows):
        if row.claims:
            claims = tuple((claim, on_claim[claim][row.statement, row.article]) for claim, _ in row.claims)
            rows[place] = replace(row, claims=claims)
    return StatementTable(tuple(rows), table.names, table.voice)


def interval(found: Sequence[float]) -> tuple[float, float]:
    """The ends between which the middle 95 % of the values lie; `nan` where none is defined."""
    known = [one for one in found if not isnan(one)]
    if not known:
        return (float("nan"), float("nan"))
    tail = (1 - COVERAGE) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return (float(low), float(high))


def _redrawn(table: StatementTable, rows: dict[str, list[int]], drawn: list[str]) -> StatementTable:
    """The rows of the drawn articles; one drawn again gets ids of its own, so that it is no duplicate of the first."""
    times: dict[str, int] = {}
    made = []
    for article in drawn:
        time = times[article] = times.get(article, 0) + 1
        for place in rows[article]:
            row = table.rows[place]
            if time > 1:
                row = replace(row, statement=f"{row.statement} ({time})", article=f"{article} ({time})")
            made.append(row)
    return table.with_rows(made)


def _check(draws: int) -> None:
    if draws < 2:
        raise ParameterError(f"an interval needs at least 2 draws, not {draws}")
