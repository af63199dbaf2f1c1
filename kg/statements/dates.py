"""What day or days a time expression points to, read from the publication day.

The rules are listed, with their sources, in docs/design/statements.md.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from kg.statements.days import (
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
    valid_date,
    week,
    year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import DateInterval

Tense = Literal["past", "future"]
"""Past: what has been said or done. Future: what is due, planned or announced."""

_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_UNTIL_DAY: Final = rf"(?: ?[-–] ?| to | and | through )(?P<until>{_DAY.replace('?P<day>', '')})"
_YEAR: Final = r"(?P<year>1[5-9]\d\d|2[01]\d\d)\b"
_COUNT: Final = rf"(?P<count>{'|'.join(COUNT_OF)}|\d{{1,3}})"
_UNIT: Final = r"(?P<unit>day|week|month|year)s?"
_WHICH: Final = r"(?P<which>last|past|this|next|coming)"

_OTHER_ANCHOR: Final = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?)(?:'s)? (?:after|before(?! yesterday)|earlier|later|prior|since|to"
    r"|into)\b"
    r"|\b(?:every|each|most|previous|following|same) \w+|\b(?:day|week|month|year|eve) of\b|\b(?:anniversary|fiscal)\b"
    r"|\bmore than\b|\bless than\b"
)
_OPERATOR: Final = re.compile(
    r"^(?:(?P<operator>since|until|till|through|by|before|after|up to|no later than) )(?P<rest>.+)$"
)
_BETWEEN: Final = re.compile(r"^(?:between (?P<first>.+?) and|from (?P<start>.+?) (?:to|until|through)) (?P<last>.+)$")
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH_DAY: Final = re.compile(rf"\b{MONTH} {_DAY}(?:{_UNTIL_DAY})?(?: (?:of )?{_YEAR})?")
_DAY_MONTH: Final = re.compile(rf"\b{_DAY}(?:{_UNTIL_DAY})?(?: of)? {MONTH}(?: {_YEAR})?")
_MONTH_YEAR: Final = re.compile(rf"\b{MONTH}(?: of)? {_YEAR}")
# "may" and "march" are verbs too: a bare month needs a word that shows it, or stands alone.
_BARE_MONTH: Final = re.compile(
    rf"(?:^|\b(?:in|last|next|this|past|of|early|late|mid|during|and)[ -]){MONTH}(?=$| |'s)", re.IGNORECASE
)
_BARE_YEAR: Final = re.compile(rf"(?<!resolution )(?<!committee )(?<!winter )(?<!#)\b{_YEAR}(?! committee| panel|s)")
_WEEK_DAY: Final = re.compile(
    rf"(?:\b(?P<which>last|past|this|next|coming) )?\b{WEEKDAY}(?= |$|'s)(?P<week> (?:last|next|this) week)?"
)
_NEAR: Final = re.compile(
    r"\b(?P<word>day before yesterday|yesterday|last night|overnight|today|tonight|this (?:morning|afternoon|evening)"
    r"|tomorrow)\b"
)
_PERIOD: Final = re.compile(rf"\b(?:{_WHICH}|the) (?P<period>week|weekend|month|year)\b")
_AGO: Final = re.compile(rf"\b{_COUNT} {_UNIT} ago\b")
_AHEAD: Final = re.compile(
    rf"(?:\bin {_COUNT} {_UNIT}(?:'s? time| from now)?$"
    rf"|\b{_COUNT.replace('count', 'number')} {_UNIT.replace('unit', 'step')} from now\b)"
)
_FEAST: Final = re.compile(r"\b(?P<feast>new year's (?:eve|day)|christmas(?: eve| day)?)(?=$| )")
_CLOCK: Final = re.compile(
    r"\b(?:at |around |about |shortly (?:before|after) )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|midnight"
    r"|noon)(?: on\b)?"
)
TIME_EXPRESSION: Final = re.compile(
    rf"\b(?:{WEEKDAY.replace('weekday', 'before')},? )?{MONTH} {_DAY}(?:,? {_YEAR})?"
    rf"|\b{_DAY.replace('?P<day>', '')} {MONTH.replace('month', 'name')}(?: {_YEAR.replace('year', 'in')})?"
    rf"|\b(?:last |next |this )?{WEEKDAY}(?: (?:last|next|this) week)?"
    r"|\b(?:yesterday|today|tonight|tomorrow|last night|last (?:week|month|year))\b"
    rf"|\b{MONTH.replace('month', 'alone')}(?: of)? {_YEAR.replace('year', 'year_alone')}|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
"""Finds dates in running text; each find is a phrase for `said_on`."""
_NEAR_STEP: Final = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
_FEAST_DAY: Final = {"new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24)}


def said_on(phrase: str, published: date | None, tense: Tense = "past") -> DateInterval | None:
    """Day or days a time expression points to, read from the publication day.

    "Monday" is the last Monday up to and including `published`; with `tense` "future" the first one after it. "Last
    Friday" is never the publication day. "Last week" is seven days, Monday first. A month or a day without a year is
    the nearest one in the direction of the tense. What is past never reaches beyond `published`.

    Returns: closed interval in the article's own time zone. None if the phrase names no time, is vague ("recently"),
        hangs on another event ("a year earlier"), or is relative and `published` is None.
    Source: rules and their evidence are in docs/design/statements.md.

    >>> said_on("on Tuesday", date(2017, 9, 14)).day
    datetime.date(2017, 9, 12)
    >>> said_on("on December 24, 1991", None).day
    datetime.date(1991, 12, 24)
    """
    words = " ".join(phrase.replace(",", " ").replace("’", "'").casefold().split()).strip(" .;:()")
    words = " ".join(_CLOCK.sub(" ", words).split())
    try:
        interval = _read_bounds(words, published, tense) or _read_point(words, published, tense)
    except OverflowError:  # "in 900 years": outside the calendar
        return None
    return _capped(interval, published) if interval and tense == "past" else interval


def _capped(interval: DateInterval, published: date | None) -> DateInterval | None:
    """What has been said was said by the publication day; a wholly later interval is left for the caller to judge."""
    if published is None or (interval.earliest and interval.earliest > published):
        return interval
    if interval.latest is not None and interval.latest <= published:
        return interval
    if interval.earliest is None:  # "until April 30": a deadline, no time of saying
        return None
    return days(interval.earliest, published, interval.granularity)


def _read_bounds(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """Expressions that only bound: since, until, by, before, after, between ... and."""
    if found := _BETWEEN.match(words):
        first = _read_point(found["first"] or found["start"], published, tense)
        last = _read_point(found["last"], published, tense)
        if first and last and first.earliest and last.latest and first.earliest <= last.latest:
            return days(first.earliest, last.latest)
        return None
    if not (found := _OPERATOR.match(words)):
        return None
    point = _read_point(found["rest"], published, "past" if found["operator"] == "since" else tense)
    if point is None:
        return None
    match found["operator"]:
        case "since":
            return days(point.earliest, None)
        case "after":
            return days(point.latest + timedelta(days=1), None) if point.latest else None
        case "before":
            return days(None, point.earliest - timedelta(days=1)) if point.earliest else None
        case _:
            return days(None, point.latest)


def _read_point(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """The first reading that fits, full dates first."""
    if _OPERATOR.match(words) or (
        _OTHER_ANCHOR.search(words) and not _MONTH_YEAR.search(words) and not _has_full_date(words)
    ):
        return None
    if interval := _read_iso(words) or _read_day_of_month(words, published, tense) or _read_month_of_year(words):
        return interval
    if published is not None:
        for read in _RELATIVE:
            if interval := read(words, published, tense):
                return interval
    found = _BARE_YEAR.search(words)
    return year(int(found["year"])) if found else None


def _has_full_date(words: str) -> bool:
    return any(found["year"] for form in (_MONTH_DAY, _DAY_MONTH) if (found := form.search(words)))


def _read_iso(words: str) -> DateInterval | None:
    found = _ISO.search(words)
    value = valid_date(int(found[1]), int(found[2]), int(found[3])) if found else None
    return day(value) if value else None


def _read_day_of_month(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """ "May 14", "14 May 2024", "May 14-16"; without a year the nearest one."""
    found = _MONTH_DAY.search(words) or _DAY_MONTH.search(words)
    if not found:
        return None
    number, first = MONTH_NUMBER[found["month"].rstrip(".")], int(found["day"])
    if found["year"]:
        start = valid_date(int(found["year"]), number, first)
    else:
        start = nearest_date(number, first, published, is_future=tense == "future") if published else None
    if start is None:
        return None
    until = re.match(r"\d+", found["until"]) if found["until"] else None
    end = valid_date(start.year, number, int(until[0])) if until else start
    if end is None or end < start:
        return None
    return days(start, end) if until else day(start)


def _read_month_of_year(words: str) -> DateInterval | None:
    found = _MONTH_YEAR.search(words)
    return month(int(found["year"]), MONTH_NUMBER[found["month"].rstrip(".")]) if found else None


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


def _read_near(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _NEAR.search(words)
    if not found:
        return None
    if found["word"] == "overnight":
        return days(published - timedelta(days=1), published)
    return day(published + timedelta(days=_NEAR_STEP.get(found["word"], 0)))


def _read_weekday(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _WEEK_DAY.search(words)
    if not found:
        return None
    number = WEEKDAY_NUMBER[found["weekday"].rstrip(".")]
    if found["week"]:
        step = {"last": -1, "this": 0, "next": 1}[found["week"].split()[0]]
        monday = week(step, published).earliest
        return day(monday + timedelta(days=number)) if monday else None
    match found["which"]:
        case "last" | "past":
            return day(nearest_weekday(number, published - timedelta(days=1), is_future=False))
        case "next" | "coming":
            return day(nearest_weekday(number, published, is_future=True))
        case "this" if tense == "future":
            return day(nearest_weekday(number, published - timedelta(days=1), is_future=True))
        case _:
            return day(nearest_weekday(number, published, is_future=tense == "future"))


def _read_period(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "last week", "this month", "earlier this year", "over the weekend", "the end of the year"."""
    found = _PERIOD.search(words)
    if not found:
        return None
    which = found["which"]
    step = {"last": -1, "next": 1, "coming": 1}.get(which, 0)
    if found["period"] == "weekend":
        saturday = nearest_weekday(5, published, is_future=tense == "future" or step > 0)
        if step < 0 and published.weekday() >= 5:
            saturday -= timedelta(weeks=1)
        return days(saturday, saturday + timedelta(days=1))
    if which == "past" or (
        which is None and not re.search(r"\b(?:end|start|beginning|middle|later|earlier) (?:of|in) the\b", words)
    ):
        return None  # "in the past week", "for the week"
    if found["period"] == "week":
        return week(step, published)
    return month(published.year, published.month + step) if found["period"] == "month" else year(published.year + step)


def _read_duration(words: str, published: date, tense: Tense) -> DateInterval | None:
    """ "three days ago" is a day; weeks, months and years ago or ahead are that week, month or year."""
    if found := _AGO.search(words):
        count, unit, sign = found["count"], found["unit"], -1
    elif found := _AHEAD.search(words):
        count, unit, sign = found["count"] or found["number"], found["unit"] or found["step"], 1
    else:
        return None
    steps = sign * (COUNT_OF.get(count) or int(count))
    if unit == "day":
        return day(published + timedelta(days=steps))
    if unit == "week":
        return week(steps, published)
    if unit == "month":
        return month(published.year, published.month + steps)
    return year(published.year + steps) if 1 <= published.year + steps <= 9999 else None


def _read_feast(words: str, published: date, tense: Tense) -> DateInterval | None:
    found = _FEAST.search(words)
    if not found:
        return None
    number, first = _FEAST_DAY.get(found["feast"], (12, 25))
    value = nearest_date(number, first, published, is_future=tense == "future")
    return day(value) if value else None


_RELATIVE: Final[tuple[Callable[[str, date, Tense], DateInterval | None], ...]] = (
    _read_feast, _read_weekday, _read_near, _read_duration, _read_period, _read_bare_month,
)  # fmt: skip
