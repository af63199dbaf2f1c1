"""Office holders known from open data: a table to look names up in, never put into a graph as a whole."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import ActorId
from kg.resolve.names import skeleton

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person in one office. `start` and `end` are ISO dates of any precision, empty where not known."""

    wikidata: str
    person: str
    state: ActorId
    role: str
    role_label: str
    start: str
    end: str
    as_of: str
    """The data's own date: an open end means "in office then", not "today"."""

    def fits(self, day: str | None) -> bool:
        """True unless the term is known to have ended before the day or to have begun after it."""
        if day is None:
            return True
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)


class Officials:
    """The table of office holders, by folded full name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _terms(self) -> dict[str, list[Term]]:
        terms: dict[str, list[Term]] = {}
        with self._path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for wikidata, person, state, role_label, role, start, end, as_of, _ in rows:
                term = Term(
                    wikidata=wikidata, person=person, state=ActorId(state), role=role, role_label=role_label,
                    start=start, end=end, as_of=as_of,
                )  # fmt: skip
                terms.setdefault(skeleton(person), []).append(term)
        return terms

    def find(self, name: str, state: ActorId, role: str, day: str | None) -> Term | None:
        """The one person of that full name who held such an office of that state, None if none or several did."""
        found = [t for t in self._terms.get(skeleton(name), ()) if t.state == state and t.role == role and t.fits(day)]
        return found[0] if len({term.wikidata for term in found}) == 1 else None
