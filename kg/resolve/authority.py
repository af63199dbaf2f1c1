"""The authority: states, bodies, committees, posts and seats that are known before any article is read.

Everything comes from the CSV files in `kg/data/actors` (sources and licences: LICENCES.md there), each row with an id
of its own that is never used again for anybody else, and from the user's own files on top. The large table of office
holders is read only when asked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import ActorFileError
from kg.model import ActorKind
from kg.resolve.authority_shipped import (
    SECURITY_COUNCIL,
    UN,
    Committee,
    KnownVeto,
    Seat,
    Shelf,
    add_bodies,
    add_committees,
    add_regions,
    add_states,
    read_posts,
    read_seats,
    read_titles,
    read_vetoes,
)
from kg.resolve.authority_tables import rows_of
from kg.resolve.authority_users import add_user_files
from kg.resolve.automaton import NameIndex
from kg.resolve.officials import Officials
from kg.resolve.terms import first_day, last_day
from kg.resources import resource
from kg.vocab.ids import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from kg.model import Actor, ActorId, Instrument, Post, PostId, Tenure
    from kg.resolve.authority_problems import ActorFileProblem

__all__ = ["SECURITY_COUNCIL", "UN", "Authority", "Committee", "KnownVeto", "Seat", "load_authority"]

FILES = (
    "bodies.csv", "given_names.csv", "officials.csv", "posts.csv", "regions.csv", "state_names.csv", "states.csv",
    "un_committees.csv", "un_expert_bodies.csv", "unsc_membership.csv", "unsc_vetoes.csv",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Reference actors by id, with the lookups that reading an article needs."""

    actors: Mapping[ActorId, Actor]
    posts: Mapping[PostId, Post]
    committees: tuple[Committee, ...]
    seats: tuple[Seat, ...]
    vetoes: tuple[KnownVeto, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    """Of the user's own files; the table of office holders is in `officials`."""
    organs: Mapping[tuple[ActorId, str], ActorId]
    """The body of a type (`mfa`, `presidency`, `mission-un`, ...) of a state."""
    types: Mapping[ActorId, str]
    titles: Mapping[str, frozenset[ActorId]]
    """Titles in lower case that tell the state ("secretary of state") -> the states that use them."""
    names: NameIndex = field(repr=False)
    officials: Officials = field(repr=False)
    given_names: Mapping[str, str] = field(repr=False)
    """Folded given name -> "f" or "m"; names that both bear are not in it."""
    fingerprint: str
    """Changes whenever a file of reference data, or of the user, does."""

    @property
    def regimes(self) -> tuple[Instrument, ...]:
        """The sanctions regimes, in order of their committees."""
        return tuple(committee.regime for committee in self.committees if committee.regime is not None)

    def organ(self, state: ActorId, kind: str) -> ActorId | None:
        """The body of that type of a state, None where the data has none."""
        return self.organs.get((state, kind))

    def state_of(self, actor: ActorId) -> ActorId | None:
        """The state itself, or the state whose organ the body is."""
        known = self.actors.get(actor)
        if known is None or known.kind is ActorKind.STATE:
            return actor if known is not None else None
        return known.organ_of

    def existed_on(self, actor: ActorId, day: date) -> bool:
        """False if the actor is known to have ended before that day or to have begun after it."""
        known = self.actors[actor]
        begun = known.valid_from is None or first_day(known.valid_from) <= day
        return begun and (known.valid_until is None or day <= last_day(known.valid_until))

    def council_members(self, day: date) -> tuple[ActorId, ...]:
        """States on the Security Council on that day, sorted. Terms that ended before 1992 are not in the data."""
        return tuple(
            sorted(s.state for s in self.seats if s.first <= day.year and (s.last is None or day.year <= s.last))
        )

    def permanent_members(self, day: date) -> tuple[ActorId, ...]:
        """The permanent members of the Security Council on that day, sorted."""
        members = set(self.council_members(day))
        return tuple(sorted(s.state for s in self.seats if s.permanent and s.state in members))

    def committee(self, resolution: str) -> Committee | None:
        """The committee known by that resolution number, None where there is none."""
        return next((c for c in self.committees if c.resolution == resolution), None)

    def committee_of(self, actor: ActorId) -> Committee | None:
        """The committee that an actor is, or whose expert body it is."""
        return next((c for c in self.committees if actor in (c.actor, c.experts)), None)

    def committee_on(self, state: ActorId, day: str | None = None) -> Committee | None:
        """The committee on sanctions against a state, at work on that ISO day where several have been."""
        fitting = [c for c in self.committees if c.state == state and c.regime is not None]
        if day:
            fitting = [c for c in fitting if c.established <= day and (not c.ended or day <= c.ended)] or fitting
        return fitting[-1] if fitting else None

    def regime_on(self, state: ActorId, day: str | None = None) -> Instrument | None:
        """The United Nations sanctions on a state, None where the data has none."""
        committee = self.committee_on(state, day)
        return committee.regime if committee else None


def load_authority(
    user_files: Iterable[Path] = (), *, on_problem: Callable[[ActorFileProblem], None] | None = None
) -> Authority:
    """Read the reference data, and the user's own files of actors on top of it.

    A user's file is a CSV (.csv) or Turtle (.ttl); what it may hold: docs/how-to/your-own-actors.md.

    Args:
        user_files: read in this order.
        on_problem: is told of each row that is broken, and the others are read. None: broken rows are refused.

    Raises: ActorFileError: a file cannot be read at all, or (without `on_problem`) rows of it are broken: all of them
    are named. AuthorityError: a shipped file is broken.
    """
    folder = resource("data/actors")
    users = tuple(user_files)
    shelf = Shelf()
    add_states(folder, shelf)
    add_bodies(folder, shelf)
    committees = add_committees(folder, shelf)
    add_regions(folder, shelf)
    posts = {post.id: post for post in read_posts(folder)}
    own = add_user_files(users, shelf, posts)
    if own.problems and on_problem is None:
        raise ActorFileError(tuple(map(str, own.problems)))
    for problem in own.problems:
        assert on_problem is not None, "problems are either told or raised"
        on_problem(problem)
    return Authority(
        actors=shelf.actors,
        posts=posts,
        committees=committees,
        seats=tuple(read_seats(folder)),
        vetoes=tuple(read_vetoes(folder)),
        tenures=own.tenures,
        organs={
            (a.organ_of, shelf.types[id_]): id_ for id_, a in shelf.actors.items() if a.organ_of and id_ in shelf.types
        },
        types=shelf.types,
        titles=read_titles(folder),
        names=NameIndex.build(shelf.readings),
        officials=Officials(folder / "officials.csv", own.terms),
        given_names={row["name"]: row["gender"] for row in rows_of(folder / "given_names.csv", "name")},
        fingerprint=_fingerprint([*(folder / name for name in FILES), *users]),
    )


def _fingerprint(paths: Iterable[Path]) -> str:
    return fingerprint(f"{path.name}:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths)
