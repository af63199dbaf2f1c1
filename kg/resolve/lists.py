"""Lists of names as one source: "Norland, Estmark and Tamaris", "two students, Rob and Lena"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.resolve.lexicon import PLURAL_ROLES

if TYPE_CHECKING:
    from kg.resolve.page import Page

    Range = tuple[int, int]

_CAPITAL: Final = r"[^\W\d_a-z][\w'.-]*"
_ITEM: Final = rf"(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|for|in|without|with) )?(?:the )?{_CAPITAL})*"
_LIST = re.compile(rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}")
_APPOSED = re.compile(rf"(?:[\w'-]+ ){{0,4}}(?P<role>[a-z-]+), (?P<list>{_LIST.pattern})")
_JOINT = re.compile(r",? and |, ")
_NAMES_PARTS = re.compile(r" (?:of|for) (?:the )?[^\W\d_a-z][\w-]*$")
"""Before "and" and a single word it may be one name: "the Ministry of Trade and Industry"."""


def listed_names(page: Page, start: int, end: int) -> list[Range] | None:
    """The names of a list that fills the range; None where it is none, or where "and" stands inside one name."""
    if _LIST.fullmatch(page.string, start, end) is None:
        return None
    items = _items(page.string, start, end)
    for (_, left), (right, last) in pairwise(items):
        if any(n.start < left < n.end and n.end > right for n in page.all_between(start, end)):
            return None
        is_named = page.widest_at(right) is not None
        if _NAMES_PARTS.search(page.string[start:left]) and " " not in page.string[right:last] and not is_named:
            return None
    if len(items) == 2 and page.entity_over(start, items[0][1]) is not None:
        # The recogniser takes both for one name, unless one of them stands alone elsewhere.
        return items if any(_stands_alone(page, item, start, end) for item in items) else None
    return items


def apposed_names(page: Page, start: int, end: int) -> list[Range] | None:
    """The names in "two students, Rob and Lena": the people that the plural before the comma introduces."""
    found = _APPOSED.fullmatch(page.string, start, end)
    if found is None or found["role"] not in PLURAL_ROLES:
        return None
    return _items(page.string, found.start("list"), found.end("list"))


def _items(string: str, start: int, end: int) -> list[Range]:
    items, place = [], start
    for joint in _JOINT.finditer(string, start, end):
        items.append((place, joint.start()))
        place = joint.end()
    return [*items, (place, end)]


def _stands_alone(page: Page, item: Range, start: int, end: int) -> bool:
    words = re.escape(page.string[slice(*item)])
    places = (found.start() for found in re.finditer(rf"\b{words}\b", page.string))
    return any(not start <= place < end for place in places)
