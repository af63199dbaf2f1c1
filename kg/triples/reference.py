"""Reference data as quads: one named graph for each set, with its licence and the day for which it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, ORG, RDFS, SKOS, XSD

from kg.model import ActorId, InstrumentKind, parse_day
from kg.triples.actor_quads import add_actor, add_lifetime, add_post, add_reference_tenure
from kg.triples.event_quads import (
    ACCORDING_TO,
    ACTOR,
    EVENT_TYPE,
    IN_BODY,
    INSTRUMENT_CLASS,
    OCCURS_EARLIEST,
    OCCURS_LATEST,
    ON_INSTRUMENT,
    add_instrument,
)
from kg.triples.reference_sets import SETS
from kg.triples.terms import LABEL, TYPE, QuadList, concept, day, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import (
    DATA_BASE,
    actor_target,
    membership_path,
    post_path,
    reference_event_id,
    reference_graph,
    reference_instrument_id,
    tenure_path,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from kg.model import Actor, Instrument, Post, PostId, Tenure
    from kg.resolve import KnownVeto, Seat

ALT_LABEL: Final = NamedNode(SKOS.altLabel)
AS_OF: Final = NamedNode(DMR.asOf)
COMMENT: Final = NamedNode(RDFS.comment)
IS_VERIFIED: Final = NamedNode(DMR.isVerified)
FALSE: Final = Literal("false", datatype=NamedNode(XSD.boolean))
LICENSE: Final = NamedNode(DCTERMS.license)
MEMBER: Final = NamedNode(ORG.member)
MEMBERSHIP: Final = NamedNode(ORG.Membership)
ORGANIZATION: Final = NamedNode(ORG.organization)
REPLACED_BY: Final = NamedNode(DCTERMS.isReplacedBy)
ROLE_CLASS: Final = NamedNode(DMR.roleClass)
SOURCE: Final = NamedNode(DCTERMS.source)
VETO: Final = NamedNode(DMR.Veto)
COUNCIL: Final = ActorId("body/unsc")


class Authority(Protocol):
    """Where reference data comes from: actors and posts say by their `origin` to which set they belong."""

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

    @property
    def seats(self) -> Iterable[Seat]:
        """Seats on the Security Council."""
        ...

    @property
    def vetoes(self) -> Iterable[KnownVeto]:
        """Vetoes of the Security Council."""
        ...

    @property
    def tenures(self) -> Iterable[Tenure]:
        """Tenures of the user's own files."""
        ...


def reference_quads(authority: Authority, base: str = DATA_BASE) -> Iterator[Quad]:
    """All reference data, set by set in order of their names, each sorted by id."""
    sets: dict[str, list[Actor]] = {"committees": [], "posts": []}
    for _, actor in sorted(authority.actors.items()):
        sets.setdefault(actor.origin, []).append(actor)
    posts: dict[str, list[Post]] = {}
    for _, post in sorted(authority.posts.items()):
        posts.setdefault(post.origin, []).append(post)
    special = {"council-seats": list(authority.seats), "vetoes": list(authority.vetoes)}
    for name in sorted(
        {*sets, *posts, *(tenure.origin for tenure in authority.tenures), *filter(special.get, special)}
    ):
        out = QuadList(reference_graph(name), base)
        _add_set(out, name)
        for actor in sets.get(name, ()):
            _add_reference_actor(out, actor)
        for post in posts.get(name, ()):
            add_post(out, post)
            out.add(out.node(post_path(post.id)), ROLE_CLASS, string(post.role))
        for tenure in authority.tenures:
            if tenure.origin == name:
                add_reference_tenure(out, out.node(tenure_path(tenure)), tenure)
        if name == "committees":
            for regime in sorted(authority.regimes, key=lambda regime: regime.id):
                add_instrument(out, regime, told_by=out.graph, version=None)
        if name == "council-seats":
            for seat in authority.seats:
                _add_seat(out, seat, authority)
        if name == "vetoes":
            for veto in authority.vetoes:
                _add_veto(out, veto, authority)
        yield from dict.fromkeys(out.quads)


def _add_set(out: QuadList, name: str) -> None:
    known = SETS.get(name)
    out.add(out.graph, LABEL, words(known.label if known else name, "en"))
    if known is None:
        return
    out.add(out.graph, LICENSE, string(known.licence))
    out.add(out.graph, SOURCE, string(known.source))
    out.add(out.graph, AS_OF, day(known.as_of))


def _add_reference_actor(out: QuadList, actor: Actor) -> None:
    add_actor(out, actor)
    this = out.node(actor_target(actor.id))
    for alias in actor.aliases:
        out.add(this, ALT_LABEL, words(alias, "en"))
    add_lifetime(out, this, actor.valid_from, actor.valid_until)
    for successor in actor.successors:
        out.add(this, REPLACED_BY, out.node(actor_target(successor)))
    if not actor.is_verified:
        out.add(this, IS_VERIFIED, FALSE)


def _add_seat(out: QuadList, seat: Seat, authority: Authority) -> None:
    """A term on the Council. Elected members sit for whole years; of permanent ones the list has the year alone."""
    this = out.node(membership_path(COUNCIL, seat.state, str(seat.first)))
    years = f"since {seat.first}" if seat.last is None else f"{seat.first} to {seat.last}"
    kind = "permanent member" if seat.permanent else "elected member"
    out.add(this, TYPE, MEMBERSHIP)
    out.add(this, LABEL, words(f"{authority.actors[seat.state].label}: {kind} of the Security Council {years}", "en"))
    out.add(this, MEMBER, out.node(actor_target(seat.state)))
    out.add(this, ORGANIZATION, out.node(actor_target(COUNCIL)))
    if seat.permanent:
        add_lifetime(out, this, str(seat.first), None if seat.last is None else str(seat.last))
    else:
        add_lifetime(out, this, f"{seat.first}-01-01", None if seat.last is None else f"{seat.last}-12-31")


def _add_veto(out: QuadList, veto: KnownVeto, authority: Authority) -> None:
    this = out.node(reference_event_id(veto.id))
    who = ", ".join(authority.actors[state].label for state in veto.states) or "members that the list does not name"
    draft = f"draft resolution {veto.draft}" if veto.draft else "a draft without symbol"
    out.add(this, TYPE, VETO)
    out.add(this, LABEL, words(f"veto by {who}: {draft}", "en"))
    out.add(this, EVENT_TYPE, concept("event", "veto"))
    out.add(this, ACCORDING_TO, out.graph)
    out.add(this, IN_BODY, out.node(actor_target(COUNCIL)))
    for state in veto.states:
        out.add(this, ACTOR, out.node(actor_target(state)))
    on = parse_day(veto.day)
    if on is not None:
        out.add(this, OCCURS_EARLIEST, day(on))
        out.add(this, OCCURS_LATEST, day(on))
    if veto.topic:
        out.add(this, COMMENT, words(veto.topic, "en"))
    if not veto.is_verified:
        out.add(this, IS_VERIFIED, FALSE)
    if veto.draft:
        instrument = out.node(reference_instrument_id(veto.draft))
        out.add(this, ON_INSTRUMENT, instrument)
        out.add(instrument, TYPE, INSTRUMENT_CLASS[InstrumentKind.DRAFT_RESOLUTION])
        out.add(instrument, LABEL, words(draft[0].upper() + draft[1:], "en"))
        out.add(instrument, ACCORDING_TO, out.graph)
