"""Errors of the reader, redrawn: what the truth behind a table may be, given how often a reader errs.

A table tells what was *read*. Given the rates at which its reader misses and misreads, each redraw is a table of what
may have been *said*: false statements go, missed ones come, sides and targets are what they may have been. A figure
over many redraws has an interval that covers the reader, too, and a mean that is corrected for it.

Formulas. Of a level q (against, none, for), with F[q, r] the rate at which it is read as r, and o[r] the share of
targets that were read as r, the true shares s solve o = s F (W. Rogan and B. Gladen, "Estimating prevalence from the
results of a screening test", 1978; negative solutions count as 0). Behind a target that was read as r stands q with
probability s[q] F[q, r] / sum over p of s[p] F[p, r]. A statement that was read was never said with probability
1 - precision, and each one that was said stands for further ones that were missed: their number is drawn with
P(m) = recall (1 - recall)^m, (1 - recall) / recall in the mean.

Each true table is one imputation of what was misclassified: J. Edwards, S. Cole and others, "All your data are always
missing", International Journal of Epidemiology 44, 2015; for networks, S. Martin and E. Niemeyer, "Influence of
measurement errors on networks", Network Science 7, 2019. What it cannot do: statements that were missed are taken to be
like those found, so a pair that was never seen stays unseen; errors are taken to be independent of each other.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np

from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from random import Random

    from kg.analysis.said_about import Polarity
    from kg.analysis.table import StatementRow, StatementTable

LEVELS: Final[tuple[Polarity, ...]] = ("negative", "none", "positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRates:
    """How often a reader errs. The defaults are the rates that were measured of this version's rules (below).

    Measured on (docs/benchmarks.md): attributions and whose they are, 25 licensed diplomatic articles; stances, 73
    texts that nobody had seen, with given attributions (`stance_gold.py --gold-attributions --held-out`); negatives
    reversed, of which those had none, the traps of negation; links, the second set of actors. They hold for texts
    like these and for the reader `rules`: measure your own with `kg evaluate` where figures matter.

    Raises: ParameterError: a rate lies outside 0 to 1, the recall is 0, or the rates of one side exceed 1.
    """

    precision: float = 0.803
    """Share of the statements read that were said, by this speaker."""
    recall: float = 0.581
    """Share of the statements said that were read."""
    negative_missed: float = 0.351
    """Share of stances against a target that were read as none."""
    negative_reversed: float = 0.006
    """Share of stances against a target that were read as for it."""
    positive_missed: float = 0.414
    """Share of stances for a target that were read as none."""
    positive_reversed: float = 0.0
    """Share of stances for a target that were read as against it."""
    invented_negative: float = 0.033
    """Share of targets without a stance that were read as if against them."""
    invented_positive: float = 0.067
    """Share of targets without a stance that were read as if for them."""
    wrong_target: float = 0.060
    """Share of targets that are somebody else."""
    source: str = "rates measured for this version"
    """Where the rates come from, in a few words, for what is told with the figures."""

    def __post_init__(self) -> None:
        for field in fields(self):
            rate = getattr(self, field.name)
            if field.name != "source" and not 0 <= rate <= 1:
                raise ParameterError(f"the rate {field.name} lies between 0 and 1, not at {rate}")
        if not self.recall:
            raise ParameterError("a recall of 0 says nothing about what was missed: it has to be more")
        for side, read in zip(LEVELS, self.matrix, strict=True):
            if min(read) < -1e-9:
                raise ParameterError(f"the rates of what is {side} exceed 1 together")

    @classmethod
    def no_errors(cls) -> Self:
        """A reader without errors: for hand-coded tables."""
        return cls(**{**dict.fromkeys(_rates(), 0.0), "precision": 1.0, "recall": 1.0}, source="no errors")

    @classmethod
    def of(cls, record: Mapping[str, Any], *, source: str = "rates given") -> Self:
        """Rates from a record: of the fields above, or what `kg evaluate --json` writes (precision and recall of
        source and content; it tells nothing of sides and targets, which stay as measured for this version).

        Raises: ParameterError: the record has no rate, or one that is unknown.
        """
        scores = record.get("scores")
        if scores is not None:
            found = _evaluated(scores)
            return cls(**found, source=source)
        unknown = sorted(set(record) - set(_rates()) - {"source"})
        if unknown or not record:
            raise ParameterError(
                f"{unknown[0] if unknown else 'nothing'!r} is no rate; rates are {', '.join(_rates())}"
            )
        return cls(**{"source": source, **record})

    @property
    def matrix(self) -> tuple[tuple[float, float, float], ...]:
        """F: one row for what is against, none, for; in it the shares read as against, none, for."""
        against = (1 - self.negative_missed - self.negative_reversed, self.negative_missed, self.negative_reversed)
        none = (self.invented_negative, 1 - self.invented_negative - self.invented_positive, self.invented_positive)
        favour = (self.positive_reversed, self.positive_missed, 1 - self.positive_missed - self.positive_reversed)
        return (against, none, favour)

    def behind(self, read: Mapping[Polarity, int]) -> dict[Polarity, dict[Polarity, float]]:
        """What may stand behind a target read as against, none or for: level read -> true level -> probability.

        Of 100 targets 24 were read as against, 60 as none, 16 as for. With 4 of 10 negatives and half of the positives
        missed there were 40 against and 32 for; so of the 60, 16 were against, 16 for, and 28 none:

        >>> from dataclasses import replace
        >>> rates = replace(ErrorRates.no_errors(), negative_missed=0.4, positive_missed=0.5, source="example")
        >>> found = rates.behind({"negative": 24, "none": 60, "positive": 16})
        >>> {level: round(60 * share, 6) for level, share in found["none"].items()}
        {'negative': 16.0, 'none': 28.0, 'positive': 16.0}
        >>> found["negative"]["negative"]
        1.0
        """
        forward = np.array(self.matrix)
        observed = np.array([float(read.get(level, 0)) for level in LEVELS])
        true = np.clip(np.linalg.lstsq(forward.T, observed, rcond=None)[0], 0, None)
        joint = true[:, None] * forward
        found: dict[Polarity, dict[Polarity, float]] = {}
        for column, level in enumerate(LEVELS):
            total = joint[:, column].sum()
            shares = joint[:, column] / total if total > 0 else np.eye(3)[column]
            found[level] = dict(zip(LEVELS, map(float, shares), strict=True))
        return found


def redrawn_truth(table: StatementTable, errors: ErrorRates, random: Random) -> Iterator[StatementTable]:
    """Tables of what may have been said, without end, given what was read. Sides taken on claims stay as they are: no
    rates are known for them.

    Statements that were missed bear the id of the one that they are like, with `(missed 1)` behind it, in an article of
    their own: they are further statements, and no duplicates of it.
    """
    draw = _Draw(table, errors, random)
    while True:
        yield table.with_rows(draw.rows())


class _Draw:
    """What is the same for every redraw of a table."""

    def __init__(self, table: StatementTable, errors: ErrorRates, random: Random) -> None:
        self._errors = errors
        self._random = random
        self._statements: dict[tuple[str, str], list[StatementRow]] = {}
        for row in table:
            self._statements.setdefault((row.statement, row.article), []).append(row)
        self._targets = [row.target for row in table if row.target is not None]
        counts: dict[Polarity, int] = {}
        for row in table:
            if row.target is not None:
                counts[row.polarity] = counts.get(row.polarity, 0) + 1
        self._behind = {read: list(accumulate(shares.values())) for read, shares in errors.behind(counts).items()}

    def rows(self) -> Iterator[StatementRow]:
        """The rows of one redraw."""
        for rows in self._statements.values():
            if self._random.random() < self._errors.precision:
                told = list(self._told(rows))
                yield from told
                for number in range(1, self._missed() + 1):
                    yield from (_further(row, number) for row in told)

    def _told(self, rows: Iterable[StatementRow]) -> Iterator[StatementRow]:
        """One statement with its targets and sides redrawn, the same for all its speakers."""
        meant: dict[str, tuple[str, Polarity]] = {}
        for row in rows:
            if row.target is None:
                yield row
                continue
            if row.target not in meant:
                meant[row.target] = (self._target(row.target), self._side(row.polarity))
            target, side = meant[row.target]
            yield row if (target, side) == (row.target, row.polarity) else replace(row, target=target, polarity=side)

    def _target(self, read: str) -> str:
        if self._errors.wrong_target and self._random.random() < self._errors.wrong_target:
            return self._random.choice(self._targets)
        return read

    def _side(self, read: Polarity) -> Polarity:
        if read not in self._behind:  # Both sides at once: no rates are known.
            return read
        return LEVELS[min(bisect(self._behind[read], self._random.random()), len(LEVELS) - 1)]

    def _missed(self) -> int:
        if self._errors.recall == 1:
            return 0
        return int(log(1 - self._random.random()) / log(1 - self._errors.recall))


def _further(row: StatementRow, number: int) -> StatementRow:
    return replace(
        row, statement=f"{row.statement} (missed {number})", article=f"{row.article} (missed {number})", copies=()
    )


def _rates() -> list[str]:
    return [field.name for field in fields(ErrorRates) if field.name != "source"]


def _evaluated(scores: Any) -> dict[str, float]:
    """Precision and recall of source and content together, over all attributions, in what `kg evaluate` writes."""
    try:
        score = scores["all"]["triple_partial"]
        return {"precision": float(score["precision"]), "recall": float(score["recall"])}
    except (KeyError, TypeError, ValueError):
        raise ParameterError("the evaluation lacks the precision and recall of triple_partial") from None
