"""Days counted and moved in whole days, weeks, months and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, TypeAlias

TimeUnit: TypeAlias = Literal["day", "week", "month", "year"]


def moved(day: date, units: int, unit: TimeUnit) -> date:
    """The day that many units later (earlier, if negative); a day that a month lacks becomes its last one.

    >>> moved(date(2024, 1, 31), 1, "month"), moved(date(2024, 2, 29), -1, "year")
    (datetime.date(2024, 2, 29), datetime.date(2023, 2, 28))
    """
    if unit in ("day", "week"):
        return day + timedelta(days=units * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + units * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def units_between(start: date, end: date, unit: TimeUnit) -> int:
    """Whole units from one day to another, towards zero; negative where the end comes first.

    >>> units_between(date(2024, 1, 31), date(2024, 3, 1), "month")
    1
    >>> units_between(date(2024, 1, 9), date(2024, 1, 1), "week")
    -1
    """
    if end < start:
        return -units_between(end, start, unit)
    if unit in ("day", "week"):
        return (end - start).days // (7 if unit == "week" else 1)
    whole = (end.year - start.year) * 12 + end.month - start.month
    whole -= moved(start, whole, "month") > end
    return whole // 12 if unit == "year" else whole
