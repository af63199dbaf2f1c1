"""Words that mean nearly the same, and words of which one says what the other says and more: a table, and forms.

`kin.csv`: one row for one meaning, for people to read and extend. `same`: words that can stand for each other;
`narrower`: words that imply them, not the reverse (who destroys damages, a frigate is a warship). Two narrower words of
one row are no kin. The judgement is its authors'. Words are compared by their stems.
"""

from __future__ import annotations

import csv
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from kg.statements.propositions.stems import stem_of

_FORM: Final = 5
"""Letters that two forms of one word share at least: "refus" and "refusal", "recogniz" and "recognit"."""
_BEGINNING: Final = 4
"""Letters with which all forms of a word begin."""
_ENDING: Final = 3
"""Letters by which the longer form may go on."""


class Kin(Enum):
    """What the second of two words is to the first."""

    SAME = auto()
    NARROWER = auto()
    """It implies the first."""
    WIDER = auto()
    """The first implies it."""


@lru_cache(maxsize=1 << 16)
def kin(one: str, other: str) -> Kin | None:
    """How two stems go together; None: not that the table knew.

    >>> kin("damag", "destroy"), kin("destroy", "damag"), kin("repair", "mend"), kin("bridg", "bread")
    (<Kin.NARROWER: 2>, <Kin.WIDER: 3>, <Kin.SAME: 1>, None)
    """
    rows, narrower = _table()
    some, others = rows.get(one, frozenset()), rows.get(other, frozenset())
    if one == other or some & others or _are_forms(one, other):
        return Kin.SAME
    if some & narrower.get(other, frozenset()):
        return Kin.NARROWER
    return Kin.WIDER if others & narrower.get(one, frozenset()) else None


@lru_cache(maxsize=1 << 14)
def covering(stems: frozenset[str]) -> tuple[frozenset[int], dict[str, tuple[str, ...]]]:
    """What the stems of a claim cover in another: rows of the table that they stand in, and themselves by beginning."""
    rows, narrower = _table()
    found = {row for stem in stems for table in (rows, narrower) for row in table.get(stem, ())}
    beginnings: dict[str, tuple[str, ...]] = {}
    for stem in sorted(stems):
        if len(stem) >= _FORM:
            beginnings[stem[:_BEGINNING]] = (*beginnings.get(stem[:_BEGINNING], ()), stem)
    return frozenset(found), beginnings


def is_covered(stem: str, stems: frozenset[str]) -> bool:
    """True where one of the stems is this one, means the same, or implies it.

    >>> is_covered("damag", frozenset(("destroy",))), is_covered("destroy", frozenset(("damag",)))
    (True, False)
    """
    if stem in stems:
        return True
    rows, beginnings = covering(stems)
    if not rows.isdisjoint(_table()[0].get(stem, ())):
        return True
    return len(stem) >= _FORM and any(_are_forms(stem, other) for other in beginnings.get(stem[:_BEGINNING], ()))


def _are_forms(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    stays = len(short) - 1 if len(short) > _FORM else len(short)
    return len(short) >= _FORM and len(long) - len(short) <= _ENDING and long[:stays] == short[:stays]


@cache
def _table() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """The rows in which each stem stands, as the same and as narrower."""
    same: dict[str, set[int]] = {}
    narrower: dict[str, set[int]] = {}
    text = files("kg").joinpath("claims", "kin.csv").read_text("utf-8")
    for place, row in enumerate(csv.DictReader(text.splitlines())):
        for column, found in (("same", same), ("narrower", narrower)):
            for word in row[column].split():
                found.setdefault(stem_of(word), set()).add(place)
    return tuple({stem: frozenset(places) for stem, places in found.items()} for found in (same, narrower))  # type: ignore[return-value]
