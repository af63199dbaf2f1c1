"""Quads of actors, posts and tenures: the same form for those of an article and those of reference data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import DCTERMS, ORG, SKOS

from kg.model import ActorKind, parse_day
from kg.triples.terms import LABEL, TYPE, about, day, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import actor_target, post_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Actor, ActorId, Post, Tenure
    from kg.triples.terms import QuadList

CLASS_OF: Final = {kind: NamedNode(str(DMR.Actor).removesuffix("Actor") + kind.value) for kind in ActorKind}
"""The class of each kind; a kind's value is its class's local name."""

GROUP_MEMBER: Final = NamedNode(DMR.groupMember)
ORGAN_OF: Final = NamedNode(DMR.organOf)
PART_OF: Final = NamedNode(DMR.partOf)
POST: Final = NamedNode(DMR.post)
SPEAKS_FOR: Final = NamedNode(DMR.speaksFor)
TENURE: Final = NamedNode(DMR.Tenure)
MEMBER: Final = NamedNode(ORG.member)
ORG_POST: Final = NamedNode(ORG.Post)
POST_IN: Final = NamedNode(ORG.postIn)
AS_OF: Final = (NamedNode(DMR.asOf), NamedNode(DMR.asOfAbout))
VALID_FROM: Final = (NamedNode(DMR.validFrom), NamedNode(DMR.validFromAbout))
VALID_UNTIL: Final = (NamedNode(DMR.validUntil), NamedNode(DMR.validUntilAbout))
"""Each: for a day, and for a year or month."""
SOURCE: Final = NamedNode(DCTERMS.source)
EXACT_MATCH: Final = NamedNode(SKOS.exactMatch)
WIKIDATA: Final = "http://www.wikidata.org/entity/"
_ITEM: Final = re.compile(r"Q[1-9][0-9]*")


def add_actor(out: QuadList, actor: Actor) -> None:
    """What an actor is, and to whom it belongs."""
    this = out.node(actor_target(actor.id))
    out.add(this, TYPE, CLASS_OF[actor.kind])
    out.add(this, LABEL, words(actor.label, "en"))
    if actor.organ_of:
        out.add(this, ORGAN_OF, out.node(actor_target(actor.organ_of)))
    if actor.part_of:
        out.add(this, PART_OF, out.node(actor_target(actor.part_of)))
    for member in actor.members:
        out.add(this, GROUP_MEMBER, out.node(actor_target(member)))
    if actor.wikidata and _ITEM.fullmatch(actor.wikidata):
        out.add(this, EXACT_MATCH, NamedNode(WIKIDATA + actor.wikidata))


def add_post(out: QuadList, post: Post) -> None:
    """An office, where it is and whom it binds."""
    this = out.node(post_path(post.id))
    out.add(this, TYPE, ORG_POST)
    out.add(this, LABEL, words(post.label, "en"))
    if post.body:
        out.add(this, POST_IN, out.node(actor_target(post.body)))
    if post.speaks_for:
        out.add(this, SPEAKS_FOR, out.node(actor_target(post.speaks_for)))


def add_tenure(out: QuadList, this: NamedNode, tenure: Tenure) -> None:
    """That somebody holds a post; when, and how that is known, the caller adds."""
    out.add(this, TYPE, TENURE)
    out.add(this, MEMBER, out.node(actor_target(tenure.holder)))
    out.add(this, POST, out.node(post_path(tenure.post)))


def add_reference_tenure(out: QuadList, this: NamedNode, tenure: Tenure) -> None:
    """A tenure as reference data has it: from when until when, who says so, and for which day that is known."""
    add_tenure(out, this, tenure)
    add_lifetime(out, this, tenure.start, tenure.end)
    _add_date(out, this, AS_OF, tenure.as_of)
    if tenure.source:
        out.add(this, SOURCE, string(tenure.source))


def add_lifetime(out: QuadList, this: NamedNode, start: str | None, end: str | None) -> None:
    """From when until when something is or was; ISO dates of any precision, None or empty where not known."""
    _add_date(out, this, VALID_FROM, start)
    _add_date(out, this, VALID_UNTIL, end)


def _add_date(out: QuadList, this: NamedNode, predicates: tuple[NamedNode, NamedNode], value: str | None) -> None:
    """A day under the first property, a year or month under the second: a day that nobody gave is never made up."""
    exact, inexact = predicates
    whole = parse_day(value)
    if whole is not None:
        out.add(this, exact, day(whole))
    elif value:
        out.add(this, inexact, about(value))


def with_those_above(ids: Iterable[ActorId], actors: Mapping[ActorId, Actor]) -> list[Actor]:
    """The known actors of these ids, with their bodies, states and members, sorted by id."""
    found: dict[ActorId, Actor] = {}
    waiting = list(ids)
    while waiting:
        actor = actors.get(waiting.pop())
        if actor is None or actor.id in found:
            continue
        found[actor.id] = actor
        waiting += actor.members
        waiting += [above for above in (actor.organ_of, actor.part_of) if above]
    return sorted(found.values(), key=lambda actor: actor.id)
