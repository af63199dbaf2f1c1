"""Days of Wikidata, which are as exact as their precision says, and no more."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_TIME: Final = re.compile(r"\+?([0-9]{4})-([0-9]{2})-([0-9]{2})T")
_DAY, _MONTH, _YEAR = 11, 10, 9
"""Precisions of the data model of Wikibase (wikibase:timePrecision); smaller ones are decades, centuries and so on."""


def day_of(value: str | None, precision: str | None) -> str:
    """A point in time as an ISO day, month or year; empty where it is not known, or only to the decade.

    >>> day_of("2004-03-09T00:00:00Z", "11"), day_of("2004-03-01T00:00:00Z", "10"), day_of("2004-00-00T00:00:00Z", "9")
    ('2004-03-09', '2004-03', '2004')
    >>> day_of("2000-01-01T00:00:00Z", "8"), day_of("-0043-03-15T00:00:00Z", "11"), day_of(None, None)
    ('', '', '')
    """
    found = _TIME.match(value or "")
    exact = int(precision) if precision and precision.isdigit() else 0
    if found is None or exact < _YEAR:
        return ""
    year, month, day = found.groups()
    try:
        if exact >= _DAY:
            return date(int(year), int(month), int(day)).isoformat()
        if exact == _MONTH:
            return date(int(year), int(month), 1).isoformat()[:7]
        return date(int(year), 1, 1).isoformat()[:4]
    except ValueError:
        # "2004-00-00" with the precision of a day: the year is all that such a value tells for sure.
        return year if year != "0000" else ""


def agree(one: str, other: str) -> bool:
    """True if two days can be one, as exact as each is; an unknown one agrees with nothing but an unknown one.

    >>> agree("2004", "2004-03-09"), agree("2004-03", "2004-04-01"), agree("", "2004")
    (True, False, False)
    """
    return one == other or (bool(one) and bool(other) and (one.startswith(other) or other.startswith(one)))
