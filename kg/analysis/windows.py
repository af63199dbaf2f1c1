"""A table cut into windows: by time, or by a number of statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analysis.calendar_units import TimeUnit, moved
from kg.analysis.table import StatementTable
from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a table, in time."""

    centre: date
    first: date
    """First day, included."""
    last: date
    """Last day, included."""
    table: StatementTable


def time_windows(
    table: StatementTable,
    size: int,
    *,
    unit: TimeUnit = "day",
    since: date | None = None,
    until: date | None = None,
) -> Iterator[Window]:
    """Windows around every unit of a period, each with the dated statements within it.

    Half the size, h = floor(size / 2), is taken on either side of the centre t: from t - h to t + h, both ends
    included. So size 3 means one unit on either side, and an even size 4 two of them, as in Discourse Network Analyzer.
    The centre moves by one unit. Only windows wholly within the period are given, empty ones included.

    `since`, `until`: the period; None: first and last day of the table. Duplicates within a window are left out by the
    network function that is given its table, so each window is counted for itself.

    Raises: ParameterError: the size is below 1.
    """
    if size < 1:
        raise ParameterError(f"a window has at least 1 {unit}, not {size}")
    dated = [row for row in table if row.day is not None]
    if not dated:
        return
    days = [row.day for row in dated if row.day is not None]
    start, stop, half = since or days[0], until or days[-1], size // 2
    step = half
    while moved(start, step + half, unit) <= stop:
        first, last = moved(start, step - half, unit), moved(start, step + half, unit)
        rows = tuple(dated[bisect_left(days, first) : bisect_right(days, last)])
        part = StatementTable(rows, table.names, table.voice)
        yield Window(centre=moved(start, step, unit), first=first, last=last, table=part)
        step += 1


def event_windows(table: StatementTable, size: int) -> Iterator[Window]:
    """Windows around every dated statement: floor(size / 2) statements before it, it, and as many after it.

    So an even size 4 gives five statements, as in Discourse Network Analyzer. Statements of one day stand in the order
    of article and statement, where that program draws by lot: equal tables give equal windows.

    Raises: ParameterError: the size is below 1.
    """
    if size < 1:
        raise ParameterError(f"a window has at least 1 statement, not {size}")
    dated = [row for row in table if row.day is not None]
    order = list(dict.fromkeys((row.day, row.article, row.statement) for row in dated))
    rows_of: dict[tuple[date | None, str, str], list[int]] = {}
    for place, row in enumerate(dated):
        rows_of.setdefault((row.day, row.article, row.statement), []).append(place)
    half = size // 2
    for middle in range(half, len(order) - half):
        within = order[middle - half : middle + half + 1]
        rows = tuple(dated[place] for event in within for place in rows_of[event])
        centre, first, last = order[middle][0], within[0][0], within[-1][0]
        if centre and first and last:
            part = StatementTable(rows, table.names, table.voice)
            yield Window(centre=centre, first=first, last=last, table=part)
