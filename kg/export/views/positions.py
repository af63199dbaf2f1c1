"""Where a voice changes the side that it takes towards somebody or something."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.analysis import StatementRow, StatementTable
    from kg.analysis.said_about import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A voice took one side towards a target, and on a later day the other."""

    actor: str
    target: str
    before: Polarity
    after: Polarity
    earlier: str
    """The last statement, by IRI, of the last day before on which a side was taken."""
    later: str
    """The first statement of the day of the change."""


def position_changes(table: StatementTable) -> tuple[Change, ...]:
    """Every change of position of a voice of the table, by actor, target and day.

    Days are compared, not statements: on a day with words for and words against, no side is taken, since the order of
    one day's statements is not known. Statements without a day, and those that take no side, say nothing here.

    >>> from datetime import date
    >>> from kg.analysis import StatementRow, StatementTable
    >>> said = [("s1", 1, "negative"), ("s2", 5, "none"), ("s3", 9, "positive")]
    >>> rows = [
    ...     StatementRow(statement=s, day=date(2024, 3, d), speaker="Ardenia", target="Tarn", polarity=p, article="a")
    ...     for s, d, p in said
    ... ]
    >>> [(change.before, change.after, change.later) for change in position_changes(StatementTable.of(rows))]
    [('negative', 'positive', 's3')]
    """
    groups: dict[tuple[str, str], list[tuple[date, StatementRow]]] = {}
    for row in table:
        if row.target and row.day and row.polarity != "none":
            groups.setdefault((row.voice(table.voice), row.target), []).append((row.day, row))
    return tuple(change for key in sorted(groups) for change in _changes(*key, groups[key]))


def _changes(actor: str, target: str, taken: list[tuple[date, StatementRow]]) -> Iterator[Change]:
    last: tuple[Polarity, str] | None = None
    for _, group in groupby(sorted(taken, key=lambda one: (one[0], one[1].statement)), key=lambda one: one[0]):
        rows = [row for _, row in group]
        sides = {row.polarity for row in rows}
        if len(sides) > 1 or "mixed" in sides:
            continue
        side = rows[0].polarity
        if last is not None and last[0] != side:
            yield Change(
                actor=actor, target=target, before=last[0], after=side, earlier=last[1], later=rows[0].statement
            )
        last = (side, rows[-1].statement)
