"""Numbers and days in the words of a claim: what is counted, and which month, day or year is named."""

from __future__ import annotations

import re
from typing import Final

from kg.statements.propositions.stems import stem_of, word_set

_DIGITS: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ORDINAL: Final = re.compile(r"(st|nd|rd|th)$")
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}
_ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "  # noqa: SIM905
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_LARGE: Final = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PARTS: Final = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_SHARES: Final = word_set("percent cent")
_MONTHS: Final = word_set("january february march april may june july august september october november december")
_WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
_BEFORE_A_MONTH: Final = word_set("in of by since until last next early late mid")
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2199
_DAYS_OF_A_MONTH: Final = 31

Number = tuple[float, str]
"""A value, and the stem of what is counted; "share" for parts and per cents; "" where nothing follows."""


def numbers_of(low: list[str], empty: frozenset[str]) -> tuple[set[Number], set[int]]:
    """Numbers with what they count, and the places of their words; years and days of months are none."""
    found: set[Number] = set()
    places: set[int] = set()
    place = 0
    while place < len(low):
        value, after = _value(low, place)
        if value is None or _is_dating(low, place, after, value):
            place = max(after, place + 1)
            continue
        unit = next(
            (stem_of(word) for word in low[after : after + 3] if word not in empty and _value_of(word) is None), ""
        )
        if value < 1 or unit in _SHARES:
            found.add((value / 100 if unit in _SHARES else value, "share"))
        else:
            found.add((value, unit))
        places.update(range(place, after))
        place = after
    return found, places


def numbers_differ(one: frozenset[Number], other: frozenset[Number]) -> str:
    """Numbers of one unit of which two claims share none, as words; "" where there are none.

    >>> numbers_differ(frozenset({(7.0, "sailor")}), frozenset({(19.0, "sailor")}))
    '7, not 19 sailor'
    """
    for unit in sorted({unit for _, unit in one} & {unit for _, unit in other}):
        first = {value for value, counted in one if counted == unit}
        second = {value for value, counted in other if counted == unit}
        if not first & second:
            return f"{min(first):g}, not {min(second):g} {unit}".rstrip()
    return ""


def days_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two claims name times and share none; a month and a day of it go together.

    >>> days_differ(frozenset({"march 5"}), frozenset({"march"}))
    False
    >>> days_differ(frozenset({"march 5", "2024"}), frozenset({"march 5", "2025"}))
    True
    """
    years = [{time for time in times if time.isdecimal()} for times in (one, other)]
    if years[0] and years[1] and not years[0] & years[1]:
        return True
    if not one or not other or one & other:
        return False
    return not any(first.startswith(second) or second.startswith(first) for first in one for second in other)


def _value(low: list[str], place: int) -> tuple[float | None, int]:
    """The number that begins at a place, and the place after it."""
    word = low[place]
    if (word in _PARTS and place and low[place - 1] in ("a", "one", "by")) or word == "half":
        return _PARTS[word], place + 1
    value = _value_of(word)
    if value is None or (word == "one" and (place + 1 >= len(low) or low[place + 1] in _SHARES)):
        return None, place + 1
    after = place + 1
    if word in _LARGE and not (place and low[place - 1] in ("a", "several")):
        return None, after
    while after < len(low):
        if low[after] in _LARGE:
            value *= _LARGE[low[after]]
        elif low[after] in _SMALL and value >= 20 and _SMALL[low[after]] < value and low[place] in _SMALL:
            value += _SMALL[low[after]]
        else:
            break
        after += 1
    return float(value), after


def _value_of(word: str) -> float | None:
    parts = word.split("-")
    if word in _SMALL:
        return float(_SMALL[word])
    if len(parts) == 2 and all(part in _SMALL for part in parts):
        return float(sum(_SMALL[part] for part in parts))
    if word in _LARGE:
        return float(_LARGE[word])
    return float(word.replace(",", "")) if _DIGITS.fullmatch(word) else None


def _is_dating(low: list[str], place: int, after: int, value: float) -> bool:
    beside = (*low[max(0, place - 1) : place], *low[after : after + 1])
    is_year = low[place].isdecimal() and len(low[place]) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR
    return is_year or (value <= _DAYS_OF_A_MONTH and value == int(value) and any(word in _MONTHS for word in beside))


def times_of(low: list[str]) -> tuple[set[str], set[int]]:
    """Months (with their day, where it stands beside), weekdays and years, and the places of their words."""
    found: set[str] = set()
    places: set[int] = set()
    for place, word in enumerate(low):
        if word in _MONTHS and not (word in ("may", "march") and not _stands_as_month(low, place)):
            beside = [
                (near, _day_of(low[near]))
                for near in (place - 1, place + 1, place - 2)
                if 0 <= near < len(low) and _is_day(low[near]) and (near != place - 2 or low[place - 1] == "of")
            ]
            found.add(f"{word} {beside[0][1]}" if beside else word)
            places.update((place, *(near for near, _ in beside)))
        elif word in _WEEKDAYS or (word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR):
            found.add(word)
            places.add(place)
    return found, places


def _stands_as_month(low: list[str], place: int) -> bool:
    """True for "in May", "5 March", "May 5": by what stands beside it."""
    before = low[place - 1] if place else ""
    after = low[place + 1] if place + 1 < len(low) else ""
    return before in _BEFORE_A_MONTH or _is_day(before) or _is_day(after)


def _is_day(word: str) -> bool:
    day = _day_of(word)
    return day.isdecimal() and int(day) <= _DAYS_OF_A_MONTH


def _day_of(word: str) -> str:
    """Digits of a day of a month, written in any way."""
    return str(_ORDINALS[word]) if word in _ORDINALS else _ORDINAL.sub("", word)
