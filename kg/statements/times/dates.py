"""What day or days a time expression points to, read from the publication day.

The rules are listed, with their sources, in docs/design/statements.md.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from kg.statements.times.calendar_dates import (
    DAY,
    YEAR,
    Tense,
    names_a_date,
    read_full_date,
    read_month_of_year,
    read_years,
)
from kg.statements.times.days import COUNT_OF, MONTH, MONTH_NUMBER, WEEKDAY, days
from kg.statements.times.relative_dates import read_relative

if TYPE_CHECKING:
    from kg.model import DateInterval

__all__ = ["TIME_EXPRESSION", "Tense", "said_on"]

_OTHER_ANCHOR: Final = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?)(?:'s)?"
    r" (?:after(?! tomorrow| next)|before(?! yesterday| last)|earlier|later|prior|since|to|into)\b"
    r"|\b(?:every|each|most|previous|following|same) \w+|\b(?:day|week|month|year|eve) of\b|\b(?:anniversary|fiscal)\b"
    r"|\bmore than\b|\bless than\b|\btime since\b"
)
"""The words hang on another event, or on none."""
_PART_OF_MONTH: Final = re.compile(
    r"\b(?:the )?(?:first|second|third|fourth|last|final|opening|closing) (?:week|days?) of"
    rf" (?={MONTH}\b|the (?:month|year))"
)
_OPERATOR: Final = re.compile(
    r"^(?P<operator>since|until|till|through|by|before|after|up to|no later than"
    r"|(?:starting|beginning|effective)(?: on| from| in)?|as of|from) (?P<rest>.+)$"
)
_EDGE: Final = re.compile(r"^(?:the )?(?P<edge>end|close|start|beginning) of (?P<rest>.+)$")
_BETWEEN: Final = re.compile(r"^(?:between (?P<first>.+?) and|from (?P<start>.+?) (?:to|until|through)) (?P<last>.+)$")
_NAMED_MONTH: Final = re.compile(rf"\b{MONTH}(?= |$)")
_NAMED_YEAR: Final = re.compile(rf"\b{YEAR}")
_CLOCK: Final = re.compile(
    r"\b(?:at |around |about |shortly (?:before|after) )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|midnight|noon"
    r"|\d{1,2}:\d\d(?: (?:hours|gmt|utc|cet|cest|est|edt|msk|local time))?)(?: on\b)?"
)
TIME_EXPRESSION: Final = re.compile(
    rf"\b(?:{WEEKDAY.replace('weekday', 'before')},? )?{MONTH} {DAY}(?:,? {YEAR})?"
    rf"|\b{DAY.replace('?P<day>', '')} {MONTH.replace('month', 'name')}(?: {YEAR.replace('year', 'in')})?"
    rf"|\b(?:last |next |this )?{WEEKDAY}(?: (?:last|next|this) week)?"
    r"|\b(?:yesterday|today|tonight|tomorrow|last night|(?:last|this|next) (?:week|month|year|weekend))\b"
    rf"|\b(?:{'|'.join(COUNT_OF)}|\d{{1,3}}) (?:day|week|month|year)s? ago\b"
    rf"|\bin (?:early |late |mid-)?(?:(?:19|20)\d\d|{MONTH.replace('month', 'in_month')}"
    r"(?:(?: of|,)? (?:19|20)\d\d)?)\b"
    rf"|\b{MONTH.replace('month', 'alone')}(?: of)? {YEAR.replace('year', 'year_alone')}|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
"""Finds dates in running text; each find is a phrase for `said_on`."""


def said_on(phrase: str, published: date | None, tense: Tense = "past") -> DateInterval | None:
    """Day or days a time expression points to, read from the publication day.

    "Monday" is the last Monday up to and including `published`; with `tense` "future" the first one after it. "Last
    Friday" is never the publication day. "Last week" is seven days, Monday first. A month or a day without a year is
    the nearest one in the direction of the tense. What is past never reaches beyond `published`, what is due never
    back before it.

    Returns: closed interval in the article's own time zone. None if the phrase names no time, is vague ("recently"),
        hangs on another event ("a year earlier"), or is relative and `published` is None.
    Source: rules and their evidence are in docs/design/statements.md.

    >>> said_on("on Tuesday", date(2017, 9, 14)).day
    datetime.date(2017, 9, 12)
    >>> said_on("on December 24, 1991", None).day
    datetime.date(1991, 12, 24)
    """
    pieces = [_normal(piece) for piece in phrase.replace("’", "'").casefold().split(",")]
    # "on Tuesday, two days after the vote": the piece that hangs on another event only adds to the other.
    kept = [piece for piece in pieces if piece and not _OTHER_ANCHOR.search(piece)]
    if len(kept) < len(pieces) and all(_NAMED_YEAR.fullmatch(piece) for piece in kept):
        return None  # "the week of March 5, 2021": the year belongs to the piece that is gone
    words = " ".join(kept)
    try:
        interval = _read_bounds(words, published, tense) or _read_point(words, published, tense)
    except (OverflowError, ValueError):  # "in 900 years": outside the calendar
        return None
    return _clipped(interval, published, tense) if interval else None


def _normal(piece: str) -> str:
    words = _CLOCK.sub(" ", " ".join(piece.split()).strip(" .;:()"))
    words = re.sub(r"\ba fortnight\b", "two weeks", _PART_OF_MONTH.sub("in ", words))
    return " ".join(words.split())


def _clipped(interval: DateInterval, published: date | None, tense: Tense) -> DateInterval | None:
    """What has been said was said by the publication day, and what is due comes after it.

    An interval wholly on the other side is left for the caller to judge.
    """
    if published is None:
        return interval
    earliest, latest = interval.earliest, interval.latest
    if tense == "future":
        reaches_back = earliest is not None and earliest < published and (latest is None or latest >= published)
        return days(published, latest, interval.granularity) if reaches_back else interval
    if (earliest and earliest > published) or (latest is not None and latest <= published):
        return interval
    if earliest is None:  # "until April 30": a deadline, no time of saying
        return None
    return days(earliest, published, interval.granularity)


def _read_bounds(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """Expressions that only bound: since, until, by, before, after, between ... and."""
    if found := _BETWEEN.match(words):
        first, last = _with_year(found["first"] or found["start"], found["last"])
        start = _read_point(first, published, tense)
        end = _read_point(last, published, tense)
        if start and end and start.earliest and end.latest and start.earliest <= end.latest:
            return days(start.earliest, end.latest)
        return None
    if not (found := _OPERATOR.match(words)):
        return None
    operator, rest = found["operator"].split()[0], found["rest"]
    edge = _EDGE.match(rest)
    point = _read_point(edge["rest"] if edge else rest, published, "past" if operator == "since" else tense)
    if point is None and edge:  # "the end of the year": the period alone says nothing
        point = _read_point(rest, published, tense)
    if point is None:
        return None
    is_end = edge is not None and edge["edge"] in ("end", "close")
    begins, ends = point.earliest, point.latest
    match operator:
        case "since" | "starting" | "beginning" | "effective" | "as" | "from":
            return days(ends if is_end else begins, None)
        case "after":
            return days(ends + timedelta(days=1), None) if ends else None
        case "before":
            return days(None, ends if is_end else begins - timedelta(days=1)) if begins else None
        case _:
            return days(None, begins if edge and not is_end else ends)


def _with_year(first: str, last: str) -> tuple[str, str]:
    """ "March", "May 2021" both with the year: only the second of two dates says it."""
    named = _NAMED_YEAR.search(last)
    start, end = _NAMED_MONTH.search(first), _NAMED_MONTH.search(last)
    if named is None or _NAMED_YEAR.search(first) or not start or not end:
        return first, last
    runs_over = MONTH_NUMBER[start["month"].rstrip(".")] > MONTH_NUMBER[end["month"].rstrip(".")]
    return f"{first} {int(named['year']) - runs_over}", last


def _read_point(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """The first reading that fits, full dates first."""
    if not words or _OPERATOR.match(words):
        return None
    if names_a_date(words):
        return read_full_date(words, published, tense)
    found = read_month_of_year(words)
    if found is None and published is not None:
        found = read_relative(words, published, tense)
    return found or read_years(words)
