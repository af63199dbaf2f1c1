"""Terms of office, and what they say of one day: certainly in office, possibly, or not."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import ActorId


class Standing(IntEnum):
    """How a term stands to a day, the surest first."""

    CERTAIN = 0
    """The day lies inside the term as the source knows it."""
    POSSIBLY_BEGUN = 1
    """The source knows the year or month of the start only, and the day lies in it."""
    POSSIBLY_ENDED = 2
    """The day is after the source's own day, or inside the year or month of the end; nobody followed for sure."""
    OUTSIDE = 3
    """Before the start, or after the end, or after somebody else is known to have followed in an office of one seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person in one office. `start` and `end` are ISO dates of any precision, empty where not known."""

    wikidata: str
    """Q-identifier, empty where none is known."""
    person: str
    state: ActorId
    """Empty for offices of an international organisation."""
    role: str
    role_label: str
    start: str
    end: str
    as_of: str
    """The data's own date: an open end means "in office then", not "today"."""
    aliases: tuple[str, ...] = ()
    organisation: ActorId | None = None
    """Where one state has several such offices: the organisation that a representative is sent to, the body for which a
    spokesperson speaks."""
    end_latest: str = ""
    """Inferred, never sourced: the first day of the next known holder of an office with one seat."""
    source: str = ""
    is_verified: bool = True
    """False for rows from general knowledge: good enough to ask somebody, never to be shown as a sourced fact."""

    def fits(self, day: str | None) -> bool:
        """True unless the term is known to have ended before the day or to have begun after it."""
        if day is None:
            return True
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)

    def standing(self, day: date) -> Standing:
        """How the term stands to a day."""
        if self.start and day < first_day(self.start):
            return Standing.OUTSIDE
        if self.end_latest and day > last_day(self.end_latest):
            return Standing.OUTSIDE
        if self.end and day > last_day(self.end):
            return Standing.OUTSIDE
        if not self.start or day < last_day(self.start):
            return Standing.POSSIBLY_BEGUN
        if self.end:
            return Standing.CERTAIN if day <= first_day(self.end) else Standing.POSSIBLY_ENDED
        if not self.as_of or day > max(first_day(self.as_of), last_day(self.start)):
            return Standing.POSSIBLY_ENDED
        # Still open in a source although somebody has followed since: the source has missed the end, whenever it was.
        is_stale = bool(self.end_latest) and first_day(self.end_latest) < first_day(self.as_of)
        return Standing.POSSIBLY_ENDED if is_stale else Standing.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A candidate for "who held that office on that day": the term, and how sure it is."""

    term: Term
    standing: Standing

    @property
    def person(self) -> str:
        """The holder's name, as the source writes it."""
        return self.term.person

    @property
    def is_certain(self) -> bool:
        """True if a source says so of that very day."""
        return self.standing is Standing.CERTAIN


def first_day(value: str) -> date:
    """The first day of a year, month or day.

    >>> first_day("2004-02")
    datetime.date(2004, 2, 1)
    """
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(value: str) -> date:
    """The last day of a year, month or day.

    >>> last_day("2004-02")
    datetime.date(2004, 2, 29)
    """
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2])
    month = parts[1] if len(parts) == 2 else 12
    return date(parts[0], month, monthrange(parts[0], month)[1])
