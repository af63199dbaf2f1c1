"""The rule that joins people of several articles: which local persons are one, judged by name, state and role.

Only a full name counts, never one word or initials; the role has to be of one family (a deputy spokesperson and a
spokesperson may be one person, a delegate and an ambassador too, a spokesperson and a minister not) and of one state,
or of one body of several states that reference data knows: the UN has one spokesperson of a name.
Whoever fits two families or two states, or is shown without office, is left alone; `kg actors candidates` proposes
these. Each judgement is a quad of its own graph, listed in the ledger (`kg actors ledger`), and undone there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.model import ActorKind
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, RULE_GRAPH, actor_target, expand, fold, joined_person_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId, Post, ResolvedActors

JOINED_AS: Final = ox.NamedNode(DMR.joinedAs)
_NO_FAMILY: Final = frozenset({"", "former", "official_unnamed"})
"""Roles that say nothing of the office."""
_DIPLOMATS: Final = frozenset({"ambassador", "delegate", "permanent_representative", "special_envoy"})
"""Roles that news has for one office: who represents a state is a delegate here, and its ambassador there."""
_SENT: Final = "representative"
"""Their family. Who is sent to a body speaks for a state; where the article does not say for which, it may be two."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_UNCERTAIN: Final = frozenset({ActorKind.INTERNATIONAL_BODY, ActorKind.MEDIA_OUTLET})


def join_people(resolved: ResolvedActors) -> dict[ActorId, ActorId]:
    """For each person of one article whom the rule can tell: who stands for them in the view. Sorted."""
    offices: dict[ActorId, set[tuple[ActorId, str]]] = {}
    for holder, post in _held(resolved):
        family = role_family(post.role)
        owner = _state_of(post, resolved) or (_body_of(post, resolved) if family != _SENT else None)
        if owner is not None and family is not None:
            offices.setdefault(holder, set()).add((owner, family))
    joined: dict[ActorId, ActorId] = {}
    for holder, found in sorted(offices.items()):
        actor = resolved.actors.get(holder)
        if actor is None or not actor.is_local or actor.kind is not ActorKind.PERSON:
            continue
        if len(found) == 1 and is_full_name(actor.label):
            ((owner, family),) = found
            joined[holder] = joined_person_id(actor.label, owner, family)
    return joined


def judgement_quads(joined: dict[ActorId, ActorId], base: str = DATA_BASE) -> list[ox.Quad]:
    """The judgements as quads, one each."""
    graph = ox.NamedNode(expand(RULE_GRAPH, base))

    def node(actor: ActorId) -> ox.NamedNode:
        return ox.NamedNode(expand(actor_target(actor), base))

    return [ox.Quad(node(local), JOINED_AS, node(person), graph) for local, person in joined.items()]


def role_family(role: str) -> str | None:
    """What makes two roles compatible: a deputy is of the family of the office. None where the role says nothing.

    >>> role_family("deputy_spokesperson")
    'spokesperson'
    >>> role_family("ambassador") == role_family("deputy_permanent_representative")
    True
    >>> role_family("official_unnamed") is None
    True
    """
    family = fold(role).replace(" ", "_").removeprefix("first_").removeprefix("deputy_")
    if family in _DIPLOMATS:
        return _SENT
    return None if family in _NO_FAMILY else family


def is_full_name(name: str) -> bool:
    """True for two words or more, initials not counted.

    >>> is_full_name("Anna Lund"), is_full_name("A. Lund"), is_full_name("Lund")
    (True, False, False)
    """
    return len(_WORD.findall(name)) >= 2


def _held(resolved: ResolvedActors) -> Iterator[tuple[ActorId, Post]]:
    """Persons with the posts in which the article shows them."""
    for speakers in resolved.speakers:
        for speaker in speakers:
            if speaker.post in resolved.posts:
                yield speaker.actor, resolved.posts[speaker.post]
    for tenure in resolved.tenures:
        if tenure.post in resolved.posts:
            yield tenure.holder, resolved.posts[tenure.post]


def _state_of(post: Post, resolved: ResolvedActors) -> ActorId | None:
    """The state that a post belongs to, None where it belongs to none, or to a body of several."""
    waiting = [actor for actor in (post.speaks_for, post.body) if actor is not None]
    seen: set[ActorId] = set()
    states: set[ActorId] = set()
    while waiting:
        actor = resolved.actors.get(waiting.pop())
        if actor is None or actor.id in seen:
            continue
        seen.add(actor.id)
        if actor.kind is ActorKind.STATE:
            states.add(actor.id)
        elif actor.kind not in _UNCERTAIN:
            waiting += [above for above in (actor.organ_of, actor.part_of) if above is not None]
    return states.pop() if len(states) == 1 else None


def _body_of(post: Post, resolved: ResolvedActors) -> ActorId | None:
    """The one body of several states that a post belongs to, if reference data knows it."""
    named = (resolved.actors.get(actor) for actor in (post.speaks_for, post.body) if actor is not None)
    known = {actor.id for actor in named if actor and actor.kind is ActorKind.INTERNATIONAL_BODY and not actor.is_local}
    return known.pop() if len(known) == 1 else None
