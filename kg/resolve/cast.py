"""The cast of one article: everybody that it names, under the names that it uses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.model import Actor, ActorId, ActorKind, Tenure
from kg.vocab.ids import local_actor_id

if TYPE_CHECKING:
    from kg.model import Post, PostId
    from kg.resolve.authority import Authority

_KEEPS_ARTICLE = frozenset({ActorKind.GROUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """In what role the article shows a person: the post where one is known, and whom the words bind."""

    post: PostId | None
    principal: ActorId | None
    role: str
    words: str


@dataclass(slots=True)
class Cast:
    """Who is in play. Local actors are minted here, reference actors taken from the authority."""

    version: str
    authority: Authority
    day: str | None
    """The publication day as an ISO date, None where not known."""
    actors: dict[ActorId, Actor] = field(default_factory=dict)
    forms: dict[ActorId, set[str]] = field(default_factory=dict)
    genders: dict[ActorId, str] = field(default_factory=dict)
    posts: dict[PostId, Post] = field(default_factory=dict)
    tenures: dict[ActorId, Tenure] = field(default_factory=dict)
    """The tenure that the article claims for a person."""
    capacities: dict[ActorId, Capacity] = field(default_factory=dict)
    principals: dict[ActorId, ActorId] = field(default_factory=dict)
    """Whom an unnamed source or an office of the article binds."""
    states_of: dict[ActorId, ActorId] = field(default_factory=dict)
    """The state that the article puts a person with, or that has this body."""
    groups: dict[tuple[str, ...], ActorId] = field(default_factory=dict)
    """Groups met, by how they are made up: one group may be named in several ways."""
    adjectives: set[ActorId] = field(default_factory=set)
    """States that the article names by their demonym only: how the state is called is not known."""
    in_play: frozenset[ActorId] = frozenset()
    """Reference actors that the article names beyond doubt."""
    context: ActorId | None = None
    sole_state: ActorId | None = None
    """The only state that the article names, where it shows it as acting for itself; else None."""
    is_context_sure: bool = False
    """True where headline, first sentence or dateline agree on the context."""

    def actor(self, id_: ActorId) -> Actor:
        """The actor of that id."""
        return self.actors[id_] if id_ in self.actors else self.authority.actors[id_]

    def mint(
        self,
        kind: ActorKind,
        label: str,
        *,
        organ_of: ActorId | None = None,
        part_of: ActorId | None = None,
        members: tuple[ActorId, ...] = (),
        wikidata: str | None = None,
    ) -> ActorId:
        """The local actor of that kind and label, made if this is the first time it is met."""
        id_ = local_actor_id(self.version, label, kind)
        if id_ not in self.actors:
            self.actors[id_] = Actor(
                id=id_, kind=kind, label=label, organ_of=organ_of, part_of=part_of, members=members, wikidata=wikidata
            )
        return id_

    def name(self, id_: ActorId, form: str) -> None:
        """Note that the article calls the actor so."""
        self.forms.setdefault(id_, set()).add(" ".join(form.split()))

    def identify(self, id_: ActorId, wikidata: str) -> None:
        """Note who a local person is in Wikidata; of a person of the user's files that file says it."""
        if id_ in self.actors:
            self.actors[id_] = replace(self.actors[id_], wikidata=wikidata)

    def kind(self, id_: ActorId) -> ActorKind:
        """What an actor is."""
        return self.actor(id_).kind

    def state_of(self, id_: ActorId) -> ActorId | None:
        """The state itself, the state of a body, or the state that the article puts a person with."""
        actor = self.actor(id_)
        if actor.kind is ActorKind.STATE:
            return id_
        return actor.organ_of or self.states_of.get(id_)

    def principal_of(self, id_: ActorId) -> ActorId | None:
        """Whom an actor without a role binds: a government body its state; None for those who bind themselves."""
        if id_ in self.principals:
            return self.principals[id_]
        return self.actor(id_).organ_of

    def principal_name(self, id_: ActorId) -> str:
        """How the article names an actor: the longest of the names that it uses, else the label."""
        label = self.actor(id_).label
        forms = [form for form in self.forms.get(id_, ()) if form[:1].isupper() or form[:4].casefold() != "the "]
        return max(sorted(forms), key=len, default=label)

    def finish(self, used: set[ActorId]) -> dict[ActorId, Actor]:
        """The actors of those ids, with bodies, states and members upwards; local ones with the article's names."""
        done: dict[ActorId, Actor] = {}
        waiting = sorted(used, reverse=True)
        while waiting:
            id_ = waiting.pop()
            if id_ in done:
                continue
            actor = self.actor(id_)
            if actor.is_local:
                others = self.forms.get(id_, set()) - {actor.label}
                actor = replace(actor, aliases=tuple(sorted({*actor.aliases, *others})))
            done[id_] = actor
            waiting += [other for other in (actor.organ_of, actor.part_of, *actor.members) if other is not None]
        return dict(sorted(done.items()))
