"""Office holders known from open data: a table to look names up in, never put into a graph as a whole."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from kg.model import ActorId, parse_day
from kg.resolve.names import fold_name, skeleton, surnames
from kg.resolve.terms import Holding, Standing, Term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

Bucket: TypeAlias = tuple[ActorId, str]
"""State (empty for offices of an organisation) and role class."""

_MINISTERS = ("foreign_minister", "defence_minister", "minister_or_agency_head")
_MINISTER = re.compile(r"(?:federal )?(?:minister\b(?! of state)|secretary (?:of|for)\b)", re.IGNORECASE)
"""Titles of full ministers: the class of ministers and heads of agencies has deputies and directors, too."""


@dataclass(frozen=True)
class _Offices:
    """The terms of one kind of office of a state: what every question about it reads, worked out once."""

    terms: tuple[Term, ...]
    """Each once, those of one name together."""
    by_name: dict[str, tuple[Term, ...]]
    """By folded full name; a term stands under every name of its holder."""

    @cached_property
    def without_initials(self) -> dict[str, tuple[Term, ...]]:
        """Terms by folded full name of which initials between first and last word are left out."""
        found: dict[str, dict[Term, None]] = {}
        for term in self.terms:
            for name in (term.person, *term.aliases):
                found.setdefault(_without_initials(name), {})[term] = None
        return {name: tuple(terms) for name, terms in found.items()}


class Officials:
    """The table of office holders, by state and role; read at the first question, and only the rows asked for."""

    def __init__(self, path: Path, own: Iterable[Term] = ()) -> None:
        """`own`: terms of the user's files, asked like those of the table, whose same terms they replace."""
        self._path = path
        self._own = tuple(own)
        self._buckets: dict[Bucket, _Offices] = {}

    @cached_property
    def _terms(self) -> dict[Bucket, list[list[str]]]:
        """Rows of the table, unread but for state and role."""
        rows: dict[Bucket, list[list[str]]] = {}
        with self._path.open(encoding="utf-8", newline="") as file:
            table = csv.reader(file)
            next(table)
            for row in table:
                rows.setdefault((ActorId(row[3]), row[6]), []).append(row)
        return rows

    def find(self, name: str, state: ActorId, role: str, day: str | None) -> Term | None:
        """The one person of that full name who held such an office of that state, None if none or several did.

        Only persons with a Wikidata item are looked at, and of those the first term that fits the ISO day.
        """
        found = [t for t in self._offices(state, role).by_name.get(skeleton(name), ()) if t.wikidata and t.fits(day)]
        return found[0] if len({term.wikidata for term in found}) == 1 else None

    def holders(
        self, state: ActorId, role: str, day: date, organisation: ActorId | None = None, *, outside: bool = False
    ) -> tuple[Holding, ...]:
        """Who held an office of a state on a day: candidates, the surest first, each person once.

        A term is certain from its start to its end, or while the source's own day is not passed; then it is possibly
        ended, until somebody else is known to have followed in an office of one seat.

        Args:
            state: the state, or `ActorId("")` for an office of an organisation, such as `igo_head`.
            role: class of the office: `foreign_minister`, `head_of_state`, `permanent_representative` ...
            day: the day asked for.
            organisation: narrows representatives to those at it (`body/un`), spokespersons to those of a body.
            outside: True to have those too who held the office at another time.

        Returns: empty if nobody is known. Whether a row was verified says `Holding.term.is_verified`.
        """
        best: dict[str, Holding] = {}
        for term in self._offices(state, role).terms:
            if organisation is not None and term.organisation != organisation:
                continue
            holding = Holding(term=term, standing=term.standing(day))
            who = term.wikidata or skeleton(term.person)
            if (outside or holding.standing is not Standing.OUTSIDE) and (
                who not in best or _order(holding) < _order(best[who])
            ):
                best[who] = holding
        return tuple(sorted(best.values(), key=_order))

    def surnamed(
        self, surname: str, state: ActorId, role: str | None, day: date, organisation: ActorId | None = None
    ) -> tuple[Holding, ...]:
        """Holders on a day who go by a surname: "Minister Lavrov", or with role None "Russia's Churkin".

        Returns: the certain ones if there are any, else the possible ones. One: that is who is meant. Several: the
        name alone does not tell. None: nobody of that name is known in such an office.
        """
        roles = [role] if role else sorted({known for of_state, known in self._keys() if of_state == state})
        form = skeleton(surname)
        found = {
            holding.term.wikidata or skeleton(holding.person): holding
            for each in roles
            for holding in self.holders(state, each, day, organisation)
            if form in _short_forms(holding.term)
        }
        ordered = sorted(found.values(), key=_order)
        return tuple([holding for holding in ordered if holding.is_certain] or ordered)

    def find_by_surname(self, surname: str, state: ActorId, role: str, day: str | None) -> Term | None:
        """The one certain holder of that surname on an ISO day, as "Foreign Minister Lavrov" names him.

        None without a day, if several bear the name, or if the one who does has no Wikidata item. The bare role
        `minister` stands for every minister of the state.
        """
        on = parse_day(day)
        if on is None:
            return None
        roles = _MINISTERS if role == "minister" else (role,)
        found = [holding.term for each in roles for holding in self.surnamed(surname, state, each, on)]
        if role == "minister":
            found = [term for term in found if _MINISTER.match(term.role_label)]
        certain = {term.wikidata or term.person: term for term in found if term.standing(on) is Standing.CERTAIN}
        term = next(iter(certain.values())) if len(certain) == 1 else None
        return term if term is not None and term.wikidata else None

    def bearing(self, name: str) -> tuple[Term, ...]:
        """All terms of everybody who bears that full name, initials between first and last name aside, in any office.

        In order of state, role, start and person; empty for single names.
        """
        words = name.split()
        if len(words) < 2:
            return ()
        key = _without_initials(name)
        buckets = self._by_last_word.get(fold_name(words[-1]), ())
        found = [term for bucket in buckets for term in self._offices(*bucket).without_initials.get(key, ())]
        return tuple(sorted(found, key=lambda term: (term.state, term.role, term.start, term.person)))

    @cached_property
    def _by_last_word(self) -> dict[str, set[Bucket]]:
        """The buckets in which somebody's name ends in that folded word."""
        found: dict[str, set[Bucket]] = {}
        told = ((row[1], row[2], bucket) for bucket, rows in self._terms.items() for row in rows)
        mine = ((term.person, "|".join(term.aliases), (term.state, term.role)) for term in self._own)
        for person, aliases, bucket in (*told, *mine):
            for known in (person, *aliases.split("|")):
                last = known.rpartition(" ")[2]
                found.setdefault(last.casefold() if last.isascii() and "-" not in last else fold_name(last), set()).add(
                    bucket
                )
        return found

    def terms_of(self, wikidata: str, state: ActorId, role: str) -> tuple[Term, ...]:
        """All terms of one person in one kind of office of a state, in order of their starts."""
        found = [term for term in self._offices(state, role).terms if term.wikidata == wikidata]
        return tuple(sorted(found, key=lambda term: (term.start, term.end)))

    def terms(self, state: ActorId, role: str) -> tuple[Term, ...]:
        """All terms in one kind of office of a state, in order of start, end and name."""
        return tuple(sorted(self._offices(state, role).terms, key=lambda term: (term.start, term.end, term.person)))

    def states_of(self, wikidata: str) -> frozenset[ActorId]:
        """The states in whose offices a person is known, by Wikidata item; empty where the table has none."""
        return self._states_by_item.get(wikidata, frozenset())

    @cached_property
    def _states_by_item(self) -> dict[str, frozenset[ActorId]]:
        states: dict[str, set[ActorId]] = {}
        items = ((row[0], state) for (state, _), rows in self._terms.items() for row in rows)
        for item, state in (*items, *((term.wikidata, term.state) for term in self._own)):
            if item and state:
                states.setdefault(item, set()).add(state)
        return {item: frozenset(found) for item, found in states.items()}

    def _keys(self) -> set[Bucket]:
        return {*self._terms, *((term.state, term.role) for term in self._own)}

    def _offices(self, state: ActorId, role: str) -> _Offices:
        bucket = (state, role)
        if bucket not in self._buckets:
            named: dict[str, tuple[Term, ...]] = {}
            own = [term for term in self._own if (term.state, term.role) == bucket]
            shipped = [term for term in map(_term, self._terms.get(bucket, ())) if not _is_told_again(term, own)]
            for term in (*shipped, *own):
                for name in dict.fromkeys(skeleton(name) for name in (term.person, *term.aliases)):
                    named[name] = (*named.get(name, ()), term)
            terms = dict.fromkeys(term for terms in named.values() for term in terms)
            self._buckets[bucket] = _Offices(tuple(terms), named)
        return self._buckets[bucket]


def _term(row: list[str]) -> Term:
    wikidata, person, aliases, state, organisation, role_label, role, start, end, end_latest, as_of, source, ok = row
    return Term(
        wikidata=wikidata, person=person, aliases=tuple(aliases.split("|")) if aliases else (), state=ActorId(state),
        organisation=ActorId(organisation) if organisation else None, role=role, role_label=role_label, start=start,
        end=end, end_latest=end_latest, as_of=as_of, source=source, is_verified=ok == "1",
    )  # fmt: skip


def _without_initials(name: str) -> str:
    """Folded, without single letters between the first word and the last: "Robert A. Wood" is "Robert Wood"."""
    words = name.split()
    return skeleton(" ".join([*words[:1], *(w for w in words[1:-1] if len(w.rstrip(".")) > 1), *words[1:][-1:]]))


def _is_told_again(term: Term, own: Iterable[Term]) -> bool:
    """True if the user's files have the same term, the same person's that began on the same day: theirs is newer."""
    return bool(term.wikidata and term.start) and any(
        other.wikidata == term.wikidata
        and bool(other.start)
        and (other.start.startswith(term.start) or term.start.startswith(other.start))
        for other in own
    )


def _order(holding: Holding) -> tuple[int, bool, str, str]:
    return holding.standing, not holding.term.is_verified, holding.person, holding.term.start


def _short_forms(term: Term) -> set[str]:
    """Folded surnames under which the holder may be named, the likeliest form of each full name."""
    return {skeleton(surnames(name.split())[0]) for name in (term.person, *term.aliases)}
