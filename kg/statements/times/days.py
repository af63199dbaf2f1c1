"""Calendar arithmetic on closed intervals of days, and the names of days and months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from kg.model import DateInterval

if TYPE_CHECKING:
    from kg.model.statements import Granularity

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_COUNTS: Final = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}

MONTH_NUMBER: Final = (
    {name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
"""Month names and their abbreviations, lower case, to 1..12."""
WEEKDAY_NUMBER: Final = {name: number for number, name in enumerate(_WEEKDAYS)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
"""Weekday names and their abbreviations, lower case, to 0 (Monday)..6."""
COUNT_OF: Final = {word: number for number, word in enumerate(_COUNTS, 1)} | _TENS | {"a": 1, "an": 1}
"""Number words of short durations."""

MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(name[:3] for name in _MONTHS)}|sept)\b\.?)"
WEEKDAY: Final = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|(?:mon|tues?|wed|thurs?|thu|fri)\b\.?|(?:sat|sun)\.)"


def day(value: date) -> DateInterval:
    """One day."""
    return DateInterval(earliest=value, latest=value)


def days(earliest: date | None, latest: date | None, granularity: Granularity = "period") -> DateInterval:
    """Several days, both ends included."""
    return DateInterval(earliest=earliest, latest=latest, granularity=granularity)


def month(year: int, number: int) -> DateInterval:
    """All days of a month. `number` may lie outside 1..12: months then run over into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def year(number: int) -> DateInterval:
    """All days of a year."""
    return days(date(number, 1, 1), date(number, 12, 31), "year")


def shifted(anchor: date, count: int, unit: str) -> date:
    """The day so many hours, days, weeks, months or years from `anchor`; hours are counted as begun days.

    The 31st moves to the last day of a shorter month. Raises: OverflowError, ValueError: outside the calendar.
    """
    if unit in ("hour", "day", "week"):
        size = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}[unit] * abs(count)
        whole = -(-size // timedelta(days=1))
        return anchor + timedelta(days=whole if count > 0 else -whole)
    months = anchor.year * 12 + anchor.month - 1 + count * (12 if unit == "year" else 1)
    number, within = divmod(months, 12)
    return date(number, within + 1, min(anchor.day, monthrange(number, within + 1)[1]))


def week(monday_offset: int, anchor: date) -> DateInterval:
    """The week of `anchor` moved by so many weeks, Monday first."""
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=monday_offset)
    return days(monday, monday + timedelta(days=6))


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, None for a 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_date(month: int, day: int, anchor: date, *, is_future: bool) -> date | None:
    """The last such day up to and including `anchor`, or the first one from it on."""
    # Eight years hold every 29 February between two century years.
    for step in range(9):
        found = valid_date(anchor.year + (step if is_future else -step), month, day)
        if found and (found >= anchor if is_future else found <= anchor):
            return found
    return None


def nearest_weekday(number: int, anchor: date, *, is_future: bool) -> date:
    """The last such weekday up to and including `anchor`, or the first one after it."""
    if is_future:
        return anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7)
