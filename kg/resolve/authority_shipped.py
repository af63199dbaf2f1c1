"""What ships with the package: states, bodies, committees, posts, seats and vetoes, from `kg/data/actors`.

Sources and licences of each file: LICENCES.md there. Actors say by their `origin` to which reference set they belong.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Actor, ActorId, ActorKind, Instrument, InstrumentKind, Post, PostId
from kg.resolve.authority_tables import id_in, names_in, rows_of
from kg.resolve.automaton import Reading
from kg.vocab.ids import reference_instrument_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

UN = ActorId("body/un")
SECURITY_COUNCIL = ActorId("body/unsc")
_SET_OF_KIND = {ActorKind.GOVERNMENT_BODY: "institutions", ActorKind.MEDIA_OUTLET: "outlets"}


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
class KnownVeto:
    """A vetoed draft of the Security Council, as a list of vetoes has it."""

    id: str
    day: str
    """ISO date of the meeting."""
    states: tuple[ActorId, ...]
    """Who vetoed, sorted; empty where the list does not say."""
    draft: str
    """Symbol of the draft; empty where it had none."""
    topic: str
    is_verified: bool
    """False where no source was seen."""


class Shelf:
    """Actors with the names that they go by in texts, as files are read into it."""

    def __init__(self) -> None:
        self.actors: dict[ActorId, Actor] = {}
        self.readings: list[tuple[str, Reading]] = []
        self.types: dict[ActorId, str] = {}

    def name(self, actor: ActorId, names: list[str], form: str = "name", *, unsure: bool = False) -> None:
        """Note the surfaces under which texts name an actor."""
        self.readings += [(name, Reading(actor=actor, form=form, needs_context=unsure)) for name in names]


def add_states(folder: Path, shelf: Shelf) -> None:
    """States and territories with their names, capitals and demonyms."""
    rows = list(rows_of(folder / "state_names.csv", "state"))
    bearers = Counter(row["surface"] for row in rows)
    aliases: dict[str, list[str]] = {}
    for row in rows:
        state = ActorId(row["state"])
        unsure = row["needs_context"] == "1"
        reading = Reading(
            actor=state, form=row["kind"], needs_context=unsure, since=row["valid_from"], until=row["valid_until"]
        )
        shelf.readings.append((row["surface"], reading))
        # A name that others bear too would make two actors look like one.
        is_own = bearers[row["surface"]] == 1 and not (row["kind"] == "capital" and unsure)
        if row["kind"] != "demonym" and is_own:
            aliases.setdefault(state, []).append(row["surface"])
    for row in rows_of(folder / "states.csv", "id"):
        id_ = ActorId(row["id"])
        others = {*aliases.get(id_, ()), row["official_name"]} - {row["name"], ""}
        shelf.actors[id_] = Actor(
            id=id_, kind=ActorKind.STATE, label=row["name"], aliases=tuple(sorted(others)),
            wikidata=row["wikidata"] or None, valid_from=row["valid_from"] or None,
            valid_until=row["valid_until"] or None, successors=tuple(map(ActorId, names_in(row["successors"]))),
            origin="states",
        )  # fmt: skip


def add_bodies(folder: Path, shelf: Shelf) -> None:
    """Institutions of states, international organisations and their organs, outlets."""
    for row in rows_of(folder / "bodies.csv", "id", "kind", "name"):
        id_, label, kind = ActorId(row["id"]), row["name"], ActorKind(row["kind"])
        sure, unsure = names_in(row["aliases"]), names_in(row["context_aliases"])
        part_of = id_in(row, "part_of")
        is_of_the_un = part_of == UN or id_ == UN or row["type"].startswith("un-")
        shelf.actors[id_] = Actor(
            id=id_, kind=kind, label=label, aliases=tuple(sorted({*sure, *unsure} - {label})),
            organ_of=id_in(row, "organ_of"), part_of=part_of, wikidata=row["wikidata"] or None,
            origin=_SET_OF_KIND.get(kind, "un-organs" if is_of_the_un else "organisations"),
        )  # fmt: skip
        if row["type"]:
            shelf.types[id_] = row["type"]
        # "Kestrian Foreign Ministry" is read as state and organ, so that the state is named too.
        names = [label, *sure] if label not in unsure else sure
        shelf.name(id_, [name for name in names if not name.endswith(" Foreign Ministry")])
        shelf.name(id_, unsure, unsure=True)


def add_committees(folder: Path, shelf: Shelf) -> tuple[Committee, ...]:
    """Committees of the Security Council and their expert bodies, in the order of the file."""
    experts = {row["committee"]: row for row in rows_of(folder / "un_expert_bodies.csv", "id")}
    rows = list(rows_of(folder / "un_committees.csv", "id"))
    later = {row["renamed_from"]: ActorId(row["id"]) for row in rows if row["renamed_from"]}
    found = []
    for row in rows:
        id_ = ActorId(row["id"])
        aliases = names_in(row["aliases"])
        shelf.actors[id_] = Actor(
            id=id_, kind=ActorKind.INTERNATIONAL_BODY, label=row["name"], aliases=tuple(sorted(aliases)),
            part_of=SECURITY_COUNCIL, valid_from=row["established"] or None, valid_until=row["ended"] or None,
            successors=(later[id_],) if id_ in later else (), is_verified=row["verified"] == "1", origin="committees",
        )  # fmt: skip
        shelf.name(id_, sorted({row["name"], *aliases}))
        body = experts.get(row["id"])
        if body is not None:
            _add_experts(shelf, id_, body)
        found.append(Committee(
            actor=id_, resolution=row["resolution"], state=id_in(row, "state"), established=row["established"],
            ended=row["ended"], experts=ActorId(body["id"]) if body else None, regime=_regime(row),
        ))  # fmt: skip
    return tuple(found)


def _add_experts(shelf: Shelf, committee: ActorId, row: Mapping[str, str]) -> None:
    id_, names = ActorId(row["id"]), names_in(row["aliases"])
    shelf.actors[id_] = Actor(
        id=id_, kind=ActorKind.INTERNATIONAL_BODY, label=row["name"], aliases=tuple(sorted(names)), part_of=committee,
        valid_from=row["start"] or None, valid_until=row["end"] or None, origin="committees",
    )  # fmt: skip
    shelf.name(id_, sorted({row["name"], *names}))


def _regime(row: Mapping[str, str]) -> Instrument | None:
    if not row["regime_id"]:
        return None
    id_ = reference_instrument_id(row["regime_id"])
    return Instrument(id=id_, kind=InstrumentKind.SANCTIONS_REGIME, label=row["regime"])


def add_regions(folder: Path, shelf: Shelf) -> None:
    """Regions, which are no actors and hide the names inside them."""
    for row in rows_of(folder / "regions.csv", "name"):
        names = (row["name"], *names_in(row["aliases"]))
        shelf.readings += [(name, Reading(actor=None, form="region")) for name in names]


def read_posts(folder: Path) -> Iterator[Post]:
    """Posts with a settled English name."""
    for row in rows_of(folder / "posts.csv", "id"):
        yield Post(
            id=PostId(row["id"]), label=row["name"], role=row["role"], body=id_in(row, "body"),
            speaks_for=id_in(row, "speaks_for"), origin="posts",
        )  # fmt: skip


def read_titles(folder: Path) -> dict[str, frozenset[ActorId]]:
    """Titles in lower case that tell the state -> the states that use them."""
    users: dict[str, set[ActorId]] = {}
    for row in rows_of(folder / "posts.csv", "id"):
        for title in names_in(row["titles"]):
            users.setdefault(title.casefold(), set()).add(ActorId(row["speaks_for"]))
    return {title: frozenset(states) for title, states in users.items()}


def read_seats(folder: Path) -> Iterator[Seat]:
    """Seats on the Security Council."""
    for row in rows_of(folder / "unsc_membership.csv", "state"):
        last = int(row["end_year"]) if row["end_year"] else None
        permanent = row["seat"] == "permanent"
        yield Seat(state=ActorId(row["state"]), first=int(row["start_year"]), last=last, permanent=permanent)


def read_vetoes(folder: Path) -> Iterator[KnownVeto]:
    """Vetoed drafts, in order of their days."""
    for row in rows_of(folder / "unsc_vetoes.csv", "id", "date"):
        yield KnownVeto(
            id=row["id"], day=row["date"], states=tuple(map(ActorId, names_in(row["states"]))), draft=row["draft"],
            topic=row["topic"], is_verified=row["verified"] == "1",
        )  # fmt: skip
