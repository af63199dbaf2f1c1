"""Time expressions that need the publication day: weekdays, "last week", "three days ago", "in the next 48 hours"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from kg.statements.times.calendar_dates import PART, part_of_year
from kg.statements.times.days import (
    COUNT_OF,
    MONTH,
    MONTH_NUMBER,
    WEEKDAY,
    WEEKDAY_NUMBER,
    day,
    days,
    month,
    nearest_date,
    nearest_weekday,
    shifted,
    valid_date,
    week,
    year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import DateInterval
    from kg.statements.times.calendar_dates import Tense

_COUNT: Final = rf"(?P<count>{'|'.join(sorted(COUNT_OF, key=len, reverse=True))}|\d{{1,3}})"
_UNIT: Final = r"(?P<unit>hour|day|week|month|year)s?"
_WHICH: Final = r"(?P<which>last|past|this|next|coming)"

# "may" and "march" are verbs too: a bare month needs a word that shows it, or stands alone.
_BARE_MONTH: Final = re.compile(
    rf"(?:^|\b(?:in|last|next|this|past|of|early|late|mid|during|and)[ -]){MONTH}(?=$| |'s)", re.IGNORECASE
)
_WEEK_DAY: Final = re.compile(
    rf"(?:\b(?P<which>last|past|this|next|coming) )?\b{WEEKDAY}(?= |$|'s)"
    r"(?:(?: of)? (?P<week>last|next|this) week)?"
)
_NEAR: Final = re.compile(
    r"\b(?P<word>day before yesterday|yesterday|last night|overnight|today|tonight|this (?:morning|afternoon|evening)"
    r"|day after tomorrow|tomorrow)\b"
)
_NEAR_STEP: Final = {
    "day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "day after tomorrow": 2
}  # fmt: skip
_PERIOD: Final = re.compile(rf"\b(?:{_WHICH}|the) (?P<period>week|weekend|month|year)\b")
_SECOND_NEAREST: Final = re.compile(r"\b(?P<period>week|month|year) (?P<side>before last|after next)\b")
_PART_OF_YEAR: Final = re.compile(rf"\b{PART} of (?:{_WHICH}|the) year\b")
_AGO: Final = re.compile(rf"\b{_COUNT} {_UNIT} ago\b")
_AHEAD: Final = re.compile(
    rf"(?:\bin {_COUNT} {_UNIT}(?:'s? time| from now)?$"
    rf"|\b{_COUNT.replace('count', 'number')} {_UNIT.replace('unit', 'step')} from now\b)"
)
_FROM_DAY: Final = re.compile(
    rf"\b{_COUNT} (?P<unit>day|week)s? from (?P<start>{WEEKDAY.replace('?P<weekday>', '?:')}|today|tomorrow)(?= |$)"
)
_WITHIN: Final = re.compile(rf"\bwithin {_COUNT} {_UNIT}(?: from now)?$")
_ROLLING: Final = re.compile(
    rf"\b(?P<side>last|past|next|coming) (?P<count>{'|'.join(COUNT_OF)}|\d{{1,3}}) {_UNIT}\b".replace("|a|an|", "|")
)
_DAY_OF_MONTH: Final = re.compile(
    r"^(?:on )?the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?: of (?P<which>this|last|next) month)?$"
)
_FEAST: Final = re.compile(r"\b(?P<feast>new year's (?:eve|day)|christmas(?: eve| day)?)(?=$| )")
_FEAST_DAY: Final = {"new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24)}
_STEP: Final = {"last": -1, "past": -1, "next": 1, "coming": 1}


def read_relative(words: str, published: date, tense: Tense) -> DateInterval | None:
    """The first reading that fits, the most telling first. None: none fits."""
    for read in _READINGS:
        if interval := read(words, published, tense):
            return interval
    return None


def _read_feast(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _FEAST.search(words)
    if not found:
        return None
    number, first = _FEAST_DAY.get(found["feast"], (12, 25))
    value = nearest_date(number, first, published, is_future=tense == "future")
    return day(value) if value else None


def _read_from_day(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "a week from Monday": counted from the Monday to come."""
    found = _FROM_DAY.search(words)
    if not found:
        return None
    match found["start"]:
        case "today" | "tomorrow" as near:
            start = published + timedelta(days=_NEAR_STEP.get(near, 0))
        case name:
            start = nearest_weekday(WEEKDAY_NUMBER[name.rstrip(".")], published, is_future=True)
    return day(shifted(start, _number(found["count"]), found["unit"]))


def _read_weekday(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _WEEK_DAY.search(words)
    if not found:
        return None
    number = WEEKDAY_NUMBER[found["weekday"].rstrip(".")]
    if found["week"]:
        monday = week(_STEP.get(found["week"], 0), published).earliest
        return day(monday + timedelta(days=number)) if monday else None
    match found["which"]:
        case "last":
            return day(nearest_weekday(number, published - timedelta(days=1), is_future=False))
        case "past" if "this past" not in words:
            return day(nearest_weekday(number, published - timedelta(days=1), is_future=False))
        case "next" | "coming":
            return day(nearest_weekday(number, published, is_future=True))
        case "this" if tense == "future":
            return day(nearest_weekday(number, published - timedelta(days=1), is_future=True))
        case _:
            return day(nearest_weekday(number, published, is_future=tense == "future"))


def _read_near(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _NEAR.search(words)
    if not found:
        return None
    if found["word"] == "overnight":
        return days(published - timedelta(days=1), published)
    return day(published + timedelta(days=_NEAR_STEP.get(found["word"], 0)))


def _read_duration(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "three days ago" is a day; weeks, months and years ago or ahead are that week, month or year. Hours count where
    they make whole days."""
    if found := _AGO.search(words):
        count, unit, sign = found["count"], found["unit"], -1
    elif found := _AHEAD.search(words):
        count, unit, sign = found["count"] or found["number"], found["unit"] or found["step"], 1
    else:
        return None
    steps = sign * _number(count)
    if unit == "hour":
        return None if steps % 24 else day(shifted(published, steps, unit))
    if unit == "day":
        return day(published + timedelta(days=steps))
    if unit == "week":
        return week(steps, published)
    if unit == "month":
        return month(published.year, published.month + steps)
    return year(published.year + steps) if 1 <= published.year + steps <= 9999 else None


def _read_rolling(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "in the past 24 hours", "over the next two weeks", "within 30 days": from or up to the publication day."""
    if found := _ROLLING.search(words):
        sign = _STEP[found["side"]]
    elif tense == "future" and (found := _WITHIN.search(words)):
        sign = 1
    else:
        return None
    other = shifted(published, sign * _number(found["count"]), found["unit"])
    return days(min(other, published), max(other, published))


def _read_period(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "last week", "this month", "earlier this year", "over the weekend", "the second half of next year"."""
    if found := _SECOND_NEAREST.search(words):
        return _period(found["period"], -2 if found["side"] == "before last" else 2, published)
    if found := _PART_OF_YEAR.search(words):
        return part_of_year(found, published.year + _STEP.get(found["which"] or "", 0))
    found = _PERIOD.search(words)
    if not found:
        return None
    which = found["which"]
    step = _STEP.get(which or "", 0)
    if found["period"] == "weekend":
        saturday = nearest_weekday(5, published, is_future=tense == "future" or step > 0)
        if step < 0 and published.weekday() >= 5:
            saturday -= timedelta(weeks=1)
        return days(saturday, saturday + timedelta(days=1))
    if which == "past" or (
        which is None and not re.search(r"\b(?:end|start|beginning|middle|later|earlier) (?:of|in) the\b", words)
    ):
        return None  # "in the past week", "for the week"
    return _period(found["period"], step, published)


def _period(unit: str, step: int, published: date) -> DateInterval:
    if unit == "week":
        return week(step, published)
    return month(published.year, published.month + step) if unit == "month" else year(published.year + step)


def _read_bare_month(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _BARE_MONTH.search(words)
    if not found:
        return None
    number, before = MONTH_NUMBER[found["month"].rstrip(".")], found[0].split()[0]
    if before in ("last", "past"):
        return month(published.year - (number >= published.month), number)
    if before == "this":
        return month(published.year, number)
    if tense == "future" or before == "next":
        return month(
            published.year + (number < published.month or (before == "next" and number == published.month)), number
        )
    return month(published.year - (number > published.month), number)


def _read_day_of_month(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "on the 5th": the nearest fifth of a month; "the 5th of last month"."""
    found = _DAY_OF_MONTH.match(words)
    if not found:
        return None
    number = int(found["day"])
    if found["which"]:
        candidates = [_STEP.get(found["which"], 0)]
    else:
        candidates = [0, 1, 2] if tense == "future" else [0, -1, -2]
    for step in candidates:
        of = month(published.year, published.month + step).earliest
        value = valid_date(of.year, of.month, number) if of else None
        if value and (found["which"] or (value >= published if tense == "future" else value <= published)):
            return day(value)
    return None


def _number(count: str) -> int:
    return COUNT_OF.get(count) or int(count)


_READINGS: Final[tuple[Callable[[str, date, Tense], DateInterval | None], ...]] = (
    _read_feast, _read_from_day, _read_weekday, _read_near, _read_duration, _read_rolling, _read_period,
    _read_bare_month, _read_day_of_month,
)  # fmt: skip
