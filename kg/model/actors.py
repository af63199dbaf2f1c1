"""Actors, posts and tenures, and the mentions that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kg.model.spans import Span

ActorId = NewType("ActorId", str)
"""Path of the actor below `id/actor/`: `state/RUS`, `body/unsc`, `person/Q4055`, `local/<version>-<hash>`."""
PostId = NewType("PostId", str)
"""Path of the post below `id/post/`."""


class ActorKind(StrEnum):
    """What an actor is; the value is the local name of its class in the ontology."""

    STATE = "State"
    PERSON = "Person"
    GOVERNMENT_BODY = "GovernmentBody"
    INTERNATIONAL_BODY = "InternationalBody"
    MEDIA_OUTLET = "MediaOutlet"
    ORGANISATION = "Organisation"
    """Any other organisation: a party, company, institute, city council."""
    GROUP = "ActorGroup"
    """A collective as a source names it: "the US and its allies"."""
    UNNAMED = "UnnamedSource"
    """A speaker described but not named: "a senior diplomat", "officials"."""
    DOCUMENT = "Document"
    """A text cited as a source: a memo, a report, a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Anything that can speak, vote, be addressed or be blamed."""

    id: ActorId
    kind: ActorKind
    label: str
    aliases: tuple[str, ...] = ()
    """Other names, sorted. For actors of one article: the forms that the article uses."""
    organ_of: ActorId | None = None
    """The state or organisation whose organ this body is."""
    part_of: ActorId | None = None
    """The parent body (Committee 1718 -> Security Council)."""
    members: tuple[ActorId, ...] = ()
    """For groups: members that are named as such."""
    wikidata: str | None = None
    """Q-identifier, None where not known."""
    valid_from: str | None = None
    """Reference data only: since when there is such an actor, an ISO date of any precision; None: not known."""
    valid_until: str | None = None
    """The last day, month or year in which there was; None: there still is, or it is not known."""
    successors: tuple[ActorId, ...] = ()
    """Who came in its place (the states of the Soviet Union, a committee under a new number), sorted."""
    is_verified: bool = True
    """False for reference data from general knowledge that no source was seen for."""
    origin: str = "article"
    """Name of the reference set, or "article" for one that exists only because an article names it."""

    @property
    def is_local(self) -> bool:
        """True for an actor that only one article version knows."""
        return self.id.startswith("local/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office, whoever holds it."""

    id: PostId
    label: str
    role: str
    """Role class of the reference data (`spokesperson`, `foreign_minister`, ...), or the words of the article."""
    body: ActorId | None = None
    """The body that the post belongs to."""
    speaks_for: ActorId | None = None
    """The actor bound by what the holder says in office; None where that is not known."""
    origin: str = "article"
    """Name of the reference set, or "article" for one that an article's words make up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One person in one post. `start` and `end` are ISO dates of any precision, closed; None: not known.

    A tenure that an article claims has neither, but `observed`: the article's day.
    """

    holder: ActorId
    post: PostId
    start: str | None = None
    end: str | None = None
    as_of: str | None = None
    """Reference data only: the day for which it is known. An open end means "still in office then", not "today"."""
    observed: str | None = None
    status: str | None = None
    """"former", "acting", "designate": the article's own word."""
    evidence: Span | None = None
    origin: str = "article"
    source: str | None = None
    """Reference data only: who says so, as one would cite it."""


class MentionType(StrEnum):
    """The form in which an actor is named."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names an actor, and how that was decided.

    `actor` None is an abstention, and `reason` then says why ("two persons fit").
    """

    span: Span
    actor: ActorId | None
    type: MentionType
    method: str
    """Name of the rule or data that decided: "alias", "role-pattern", "surname", "the-ministry", "pronoun-it" ..."""
    score: float = 1.0
    alternatives: tuple[ActorId, ...] = ()
    reason: str | None = None
    is_place: bool = False
    """True where a state's name or capital only says where ("in Moscow"): no actor is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The resolved source of one attribution.

    `principal` is the actor whom the role phrase or the body binds ("Kremlin spokesman" -> the Kremlin,
    "Foreign Minister" of Norland -> Norland), None for oneself. `principal_name` is how the article names it.
    """

    actor: ActorId
    mention: Mention
    post: PostId | None = None
    principal: ActorId | None = None
    principal_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActors:
    """Who is who in one article.

    `speakers` runs parallel to the attributions given: for each the tuple of its resolved speakers, empty where the
    text names no source or the resolver abstained (then a mention with the reason is among `mentions`).
    `actors` holds every actor that a mention, speaker or tenure refers to, with its bodies and states upwards.
    `context` is the state that the article as a whole speaks of or from (dateline, first speaker), None if unclear.
    """

    mentions: tuple[Mention, ...]
    actors: dict[ActorId, Actor]
    posts: dict[PostId, Post]
    tenures: tuple[Tenure, ...]
    speakers: tuple[tuple[Speaker, ...], ...]
    context: ActorId | None = None
    publisher: ActorId | None = None
    """The reference body that the article's publisher is; None for news outlets and where nothing is known."""
