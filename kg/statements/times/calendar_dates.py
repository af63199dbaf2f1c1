"""Time expressions that say the year, or would only lack it: full dates, months, quarters, years, decades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from kg.statements.times.days import (
    MONTH,
    MONTH_NUMBER,
    WEEKDAY,
    WEEKDAY_NUMBER,
    day,
    days,
    month,
    nearest_date,
    valid_date,
    year,
)

if TYPE_CHECKING:
    from datetime import date

    from kg.model import DateInterval

Tense = Literal["past", "future"]
"""Past: what has been said or done. Future: what is due, planned or announced."""

DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
YEAR: Final = r"(?P<year>1[5-9]\d\d|2[01]\d\d)\b"
PART: Final = (
    r"(?:(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter|(?P<half>first|second|last) half"
    r"|q(?P<q>[1-4])|h(?P<h>[12]))"
)
_UNTIL_DAY: Final = rf"(?: ?[-–] ?| to | and | through )(?P<until>{DAY.replace('?P<day>', '')})"
_ISO: Final = re.compile(r"\b(\d{4})([-/])(\d{1,2})\2(\d{1,2})\b")
_NUMERIC: Final = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b")
_MONTH_DAY: Final = re.compile(rf"\b{MONTH} (?:the )?{DAY}(?:{_UNTIL_DAY})?(?: (?:of )?{YEAR})?")
_DAY_MONTH: Final = re.compile(rf"\b{DAY}(?:{_UNTIL_DAY})?(?: of)? {MONTH}(?: {YEAR})?")
_MONTH_YEAR: Final = re.compile(rf"\b{MONTH}(?: of)? {YEAR}")
_WEEKDAY: Final = re.compile(rf"\b{WEEKDAY}(?= |$)")
_YEARS: Final = re.compile(rf"\b{YEAR} ?(?:and|to|through|-|–) ?(?P<last>{YEAR.replace('?P<year>', '')})")
_PART_OF_YEAR: Final = re.compile(rf"\b{PART}(?: of)? {YEAR}")
_DECADE: Final = re.compile(r"\b(?P<first>(?:1[5-9]|20)\d0)'?s\b")
# A number of four digits is a year where nothing else stands, or after such words and before no noun: not in
# "with 1700 troops", "the 2015 agreement", "resolution 1718 (2006)".
_LONE_YEAR: Final = re.compile(
    rf"(?:^|\b(?:in|since|by|during|until|till|from|to|of|late|early|mid|throughout|and|year|a\.?d\.?)[ -])\(?{YEAR}\)?"
    r"(?=$| (?:when|and|to|after|before|but|or|alone|onwards?|until)\b)"
)
_ORDINAL: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def read_full_date(words: str, published: date | None, tense: Tense) -> DateInterval | None:
    """ "2024-05-14", "25/12/2022", "May 14", "14 May 2024", "May 14-16".

    Without a year the nearest one that fits the weekday, if one is named. "05/03/2021" is none: writers disagree which
    of the two is the month.
    """
    if found := _ISO.search(words):
        return _one(valid_date(int(found[1]), int(found[3]), int(found[4])))
    if found := _NUMERIC.search(words):
        first, second, number = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or first == second or first > 12:
            return _one(valid_date(number, second, first))
        return _one(valid_date(number, first, second)) if second > 12 else None
    found = _MONTH_DAY.search(words) or _DAY_MONTH.search(words)
    if not found:
        return None
    number, first = MONTH_NUMBER[found["month"].rstrip(".")], int(found["day"])
    if found["year"]:
        start = valid_date(int(found["year"]), number, first)
    else:
        start = _nearest(words, number, first, published, tense)
    if start is None:
        return None
    until = re.match(r"\d+", found["until"]) if found["until"] else None
    end = valid_date(start.year, number, int(until[0])) if until else start
    if end is None or end < start:
        return None
    return days(start, end) if until else day(start)


def _nearest(words: str, month: int, number: int, published: date | None, tense: Tense) -> date | None:
    """The nearest such day in the direction of the tense.

    If that is not the weekday that the words name, the nearest in the other direction, else none.
    """
    if published is None:
        return None
    ahead = tense == "future"
    named = _WEEKDAY.search(words)
    for is_future in (ahead, not ahead):
        found = nearest_date(month, number, published, is_future=is_future)
        if found and (not named or found.weekday() == WEEKDAY_NUMBER[named["weekday"].rstrip(".")]):
            return found
    return None


def names_a_date(words: str) -> bool:
    """True for "05/03/2021", "Monday, March 5" and their like, readable or not."""
    return any(form.search(words) for form in (_NUMERIC, _ISO, _MONTH_DAY, _DAY_MONTH))


def read_month_of_year(words: str) -> DateInterval | None:
    """ "March 2021", "Sept. of 2019"."""
    found = _MONTH_YEAR.search(words)
    return month(int(found["year"]), MONTH_NUMBER[found["month"].rstrip(".")]) if found else None


def read_years(words: str) -> DateInterval | None:
    """ "Q3 2022", "the second half of 2022", "2019 and 2020", "the 1990s", "in 2015". A winter has two years: none."""
    if found := _PART_OF_YEAR.search(words):
        return part_of_year(found, int(found["year"]))
    if found := _YEARS.search(words):
        first, last = int(found["year"]), int(found["last"])
        return days(year(first).earliest, year(last).latest) if first < last else None
    if found := _DECADE.search(words):
        first = int(found["first"])
        return days(year(first).earliest, year(first + 9).latest)
    found = _LONE_YEAR.search(words)
    return year(int(found["year"])) if found and "winter" not in words else None


def part_of_year(found: re.Match[str], number: int) -> DateInterval:
    """The quarter or half that a match of `PART` names, in the given year."""
    if half := found["half"] or found["h"]:
        first = 1 if half in ("first", "1") else 7
        return days(month(number, first).earliest, month(number, first + 5).latest)
    named = found["quarter"] or found["q"]
    first = (4 if named == "last" else _ORDINAL.get(named) or int(named)) * 3 - 2
    return days(month(number, first).earliest, month(number, first + 2).latest)


def _one(value: date | None) -> DateInterval | None:
    return day(value) if value else None
