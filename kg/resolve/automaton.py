"""Finding known names: every surface of the reference data in one pass over a text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import ActorId

_UPPER_FROM = 5
"""Names of this length are found in headlines in capitals too; shorter ones would be taken for words and acronyms."""
_SIDES = frozenset({"anti", "pro"})
_PREFIXES = frozenset({"anti", "pro", "non", "pan", "post", "pre", "ex", "un", "al", "el"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reading:
    """One thing that a surface can stand for. `actor` None: a region, which is no actor and hides names inside it."""

    actor: ActorId | None
    form: str
    """name, demonym, capital or region."""
    needs_context: bool = False
    """True where the surface is also an everyday word, a person's name or several actors' name."""
    since: str = ""
    until: str = ""
    """ISO days, both included, in which the surface means this actor rather than those that it means at all times:
    "Yugoslavia" was another state in 1999. Empty: at all times."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface found: shadow range and what it can stand for."""

    start: int
    end: int
    readings: tuple[Reading, ...]


class NameIndex:
    """All surfaces in one automaton. Case counts ("US" is not "us"); accents may be missing in the text."""

    def __init__(self, automaton: ahocorasick.Automaton, day: str | None = None) -> None:
        """`day`: the ISO day on which names are read; None: names mean what they mean at all times."""
        self._automaton = automaton
        self._day = day

    @classmethod
    def build(cls, readings: Iterable[tuple[str, Reading]]) -> NameIndex:
        """An index of surfaces, each with all its readings."""
        surfaces: dict[str, set[Reading]] = {}
        for surface, reading in readings:
            for variant in _variants(surface):
                surfaces.setdefault(variant, set()).add(reading)
        automaton = ahocorasick.Automaton()
        for surface, found in surfaces.items():
            ordered = tuple(sorted(found, key=lambda r: (r.form == "demonym", r.form, r.actor or "")))
            automaton.add_word(surface, (len(surface), ordered))
        automaton.make_automaton()
        return cls(automaton)

    def on(self, day: str | None) -> NameIndex:
        """The same names as they are read on a day."""
        return NameIndex(self._automaton, day)

    def scan(self, string: str) -> Iterator[Hit]:
        """Names in text order, whole words only, the longest where several begin or overlap."""
        last = 0
        for end, (length, readings) in self._automaton.iter_long(string):
            start, stop = end + 1 - length, end + 1
            if start >= last and _is_bounded(string, start, stop, readings[0].form):
                last = stop
                yield Hit(start, stop, readings if len(readings) == 1 else _of_day(readings, self._day))


def _of_day(readings: tuple[Reading, ...], day: str | None) -> tuple[Reading, ...]:
    """Of several readings those of the day, if some are tied to days; else those of all times."""
    lasting = tuple(reading for reading in readings if not (reading.since or reading.until))
    if day is None or len(lasting) == len(readings):
        return lasting or readings
    valid = tuple(r for r in readings if r not in lasting and r.since <= day and (not r.until or day <= r.until))
    return valid or lasting or readings


def _variants(surface: str) -> set[str]:
    straight = surface.replace("’", "'")
    bare = "".join(c for c in unicodedata.normalize("NFKD", straight) if not unicodedata.combining(c))
    plain = {straight, bare}
    return plain | {name.upper() for name in plain if len(name) >= _UPPER_FROM}


def _is_bounded(string: str, start: int, end: int, form: str) -> bool:
    before, after = string[start - 1 : start], string[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    if before != "-":
        return True
    # "anti-Russian" and "pro-Russian" name no actor; "US-Russian" names two, and "pro-Beijing" the government there.
    prefix = string[max(0, start - 6) : start - 1].rpartition(" ")[2].casefold()
    return prefix not in _PREFIXES or (form == "capital" and prefix in _SIDES)
