"""The authority: states, bodies, committees, posts and seats that are known before any article is read.

Everything comes from the CSV files in `kg/data/actors` (sources and licences: LICENCES.md there), each row with an id
of its own that is never used again for anybody else. The large table of office holders is read only when asked.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import AuthorityError
from kg.model import Actor, ActorId, ActorKind, Instrument, InstrumentKind, Post, PostId
from kg.resolve.automaton import NameIndex, Reading
from kg.resolve.officials import Officials
from kg.resources import resource
from kg.vocab.ids import fingerprint, reference_instrument_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

FILES = (
    "bodies.csv", "given_names.csv", "officials.csv", "posts.csv", "regions.csv", "state_names.csv", "states.csv",
    "un_committees.csv", "un_expert_bodies.csv", "unsc_membership.csv",
)  # fmt: skip
UN = ActorId("body/un")
SECURITY_COUNCIL = ActorId("body/unsc")
_LOCAL_KINDS = frozenset({ActorKind.UNNAMED, ActorKind.GROUP, ActorKind.DOCUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A subsidiary committee of the Security Council, by the number of its first resolution."""

    actor: ActorId
    resolution: str
    state: ActorId | None
    """The state whose sanctions it oversees, None where the regime is not about one state."""
    experts: ActorId | None = None
    regime: Instrument | None = None
    established: str = ""
    ended: str = ""
    """ISO date, empty: still at work when the data was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A state's seat on the Security Council, in whole years, both included; `last` None: it still has it."""

    state: ActorId
    first: int
    last: int | None
    permanent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Reference actors by id, with the lookups that reading an article needs."""

    actors: Mapping[ActorId, Actor]
    posts: Mapping[PostId, Post]
    committees: tuple[Committee, ...]
    seats: tuple[Seat, ...]
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


def load_authority(user_files: Iterable[Path] = ()) -> Authority:
    """Read the reference data, and the user's own files of actors on top of it.

    A user's file is a CSV with the columns `id`, `kind`, `name` and, where wanted, `type`, `organ_of`, `part_of`,
    `wikidata`, `aliases`, for states also `demonyms` and `capitals` (names joined by `|`). An id that exists already
    replaces that actor and keeps its other names.

    Raises: AuthorityError: a file cannot be read, or a row is broken.
    """
    folder = resource("data/actors")
    users = tuple(user_files)
    actors: dict[ActorId, Actor] = {}
    readings: list[tuple[str, Reading]] = []
    types: dict[ActorId, str] = {}
    _add_states(folder, actors, readings)
    for path in (folder / "bodies.csv", *users):
        _add_bodies(path, actors, readings, types)
    committees = tuple(_committees(folder, actors, readings))
    for row in _rows(folder / "regions.csv", "name"):
        readings += [(name, Reading(actor=None, form="region")) for name in (row["name"], *_split(row["aliases"]))]
    return Authority(
        actors=actors,
        posts={post.id: post for post in map(_post, _rows(folder / "posts.csv", "id"))},
        committees=committees,
        seats=tuple(map(_seat, _rows(folder / "unsc_membership.csv", "state"))),
        organs={(actor.organ_of, types[id_]): id_ for id_, actor in actors.items() if actor.organ_of and id_ in types},
        types=types,
        titles=_titles(folder),
        names=NameIndex.build(readings),
        officials=Officials(folder / "officials.csv"),
        given_names={row["name"]: row["gender"] for row in _rows(folder / "given_names.csv", "name")},
        fingerprint=_fingerprint([*(folder / name for name in FILES), *users]),
    )


def _add_states(folder: Path, actors: dict[ActorId, Actor], readings: list[tuple[str, Reading]]) -> None:
    rows = list(_rows(folder / "state_names.csv", "state"))
    bearers = Counter(row["surface"] for row in rows)
    aliases: dict[str, list[str]] = {}
    for row in rows:
        state = ActorId(row["state"])
        unsure = row["needs_context"] == "1"
        readings.append((row["surface"], Reading(actor=state, form=row["kind"], needs_context=unsure)))
        # A name that others bear too would make two actors look like one.
        is_own = bearers[row["surface"]] == 1 and not (row["kind"] == "capital" and unsure)
        if row["kind"] != "demonym" and is_own:
            aliases.setdefault(state, []).append(row["surface"])
    for row in _rows(folder / "states.csv", "id"):
        id_ = ActorId(row["id"])
        others = {*aliases.get(id_, ()), row["official_name"]} - {row["name"], ""}
        actors[id_] = Actor(
            id=id_, kind=ActorKind.STATE, label=row["name"], aliases=tuple(sorted(others)),
            wikidata=row["wikidata"] or None, origin="states",
        )  # fmt: skip


def _add_bodies(
    path: Path, actors: dict[ActorId, Actor], readings: list[tuple[str, Reading]], types: dict[ActorId, str]
) -> None:
    for row in _rows(path, "id", "kind", "name"):
        id_, label = ActorId(row["id"]), row["name"]
        sure, unsure = _split(row.get("aliases")), _split(row.get("context_aliases"))
        actors[id_] = Actor(
            id=id_, kind=_kind(path, row), label=label, aliases=tuple(sorted({*sure, *unsure} - {label})),
            organ_of=_id(row, "organ_of"), part_of=_id(row, "part_of"), wikidata=row.get("wikidata") or None,
            origin="bodies",
        )  # fmt: skip
        if row.get("type"):
            types[id_] = row["type"]
        # "Kestrian Foreign Ministry" is read as state and organ, so that the state is named too.
        names = [
            name for name in ([label, *sure] if label not in unsure else sure) if not name.endswith(" Foreign Ministry")
        ]
        readings += [(name, Reading(actor=id_, form="name")) for name in names]
        readings += [(name, Reading(actor=id_, form="name", needs_context=True)) for name in unsure]
        for form, column in (("demonym", "demonyms"), ("capital", "capitals")):
            readings += [(name, Reading(actor=id_, form=form)) for name in _split(row.get(column))]


def _committees(folder: Path, actors: dict[ActorId, Actor], readings: list[tuple[str, Reading]]) -> Iterator[Committee]:
    experts = {row["committee"]: row for row in _rows(folder / "un_expert_bodies.csv", "id")}
    for row in _rows(folder / "un_committees.csv", "id"):
        id_ = ActorId(row["id"])
        aliases = _split(row["aliases"])
        actors[id_] = Actor(
            id=id_, kind=ActorKind.INTERNATIONAL_BODY, label=row["name"], aliases=tuple(sorted(aliases)),
            part_of=SECURITY_COUNCIL, origin="committees",
        )  # fmt: skip
        readings += [(name, Reading(actor=id_, form="name")) for name in {row["name"], *aliases}]
        body = experts.get(row["id"])
        if body is not None:
            names = _split(body["aliases"])
            actors[ActorId(body["id"])] = Actor(
                id=ActorId(body["id"]), kind=ActorKind.INTERNATIONAL_BODY, label=body["name"],
                aliases=tuple(sorted(names)), part_of=id_, origin="committees",
            )  # fmt: skip
            readings += [(name, Reading(actor=ActorId(body["id"]), form="name")) for name in {body["name"], *names}]
        yield Committee(
            actor=id_, resolution=row["resolution"], state=_id(row, "state"), established=row["established"],
            ended=row["ended"], experts=ActorId(body["id"]) if body else None, regime=_regime(row),
        )  # fmt: skip


def _regime(row: Mapping[str, str]) -> Instrument | None:
    if not row["regime_id"]:
        return None
    id_ = reference_instrument_id(row["regime_id"])
    return Instrument(id=id_, kind=InstrumentKind.SANCTIONS_REGIME, label=row["regime"])


def _post(row: Mapping[str, str]) -> Post:
    return Post(
        id=PostId(row["id"]),
        label=row["name"],
        role=row["role"],
        body=_id(row, "body"),
        speaks_for=_id(row, "speaks_for"),
    )


def _titles(folder: Path) -> dict[str, frozenset[ActorId]]:
    users: dict[str, set[ActorId]] = {}
    for row in _rows(folder / "posts.csv", "id"):
        for title in _split(row["titles"]):
            users.setdefault(title.casefold(), set()).add(ActorId(row["speaks_for"]))
    return {title: frozenset(states) for title, states in users.items()}


def _seat(row: Mapping[str, str]) -> Seat:
    last = int(row["end_year"]) if row["end_year"] else None
    permanent = row["seat"] == "permanent"
    return Seat(state=ActorId(row["state"]), first=int(row["start_year"]), last=last, permanent=permanent)


def _kind(path: Path, row: Mapping[str, str]) -> ActorKind:
    try:
        kind = ActorKind(row["kind"])
    except ValueError:
        kinds = ", ".join(sorted(kind.value for kind in ActorKind if kind not in _LOCAL_KINDS))
        raise AuthorityError(f"{path.name}: {row['id']}: {row['kind']!r} is no kind of actor; one of {kinds}") from None
    return kind


def _id(row: Mapping[str, str], column: str) -> ActorId | None:
    value = row.get(column)
    return ActorId(value) if value else None


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def _rows(path: Path, *required: str) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                missing = [column for column in required if not row.get(column)]
                if missing:
                    raise AuthorityError(f"{path.name}, line {number}: the column {missing[0]!r} is missing or empty")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AuthorityError(f"{path.name}: cannot be read as a table of actors ({error})") from error


def _fingerprint(paths: Iterable[Path]) -> str:
    return fingerprint(f"{path.name}:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths)
