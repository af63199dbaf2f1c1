"""An invented world for the tests of this room: Norvik and Tessaly are no states, and nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.model import (
    About,
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleFacts,
    DateInterval,
    Kind,
    Mention,
    MentionType,
    Mode,
    Post,
    PostId,
    ResolvedActors,
    Said,
    Span,
    Speaker,
    Stance,
    Statement,
    StatementId,
)
from kg.store.folder import GraphFolder
from kg.store.texts import Texts
from kg.store.upkeep import Reading
from kg.store.writer import GraphWriter
from kg.triples.actor_quads import add_actor, add_post
from kg.triples.record import record_quads
from kg.triples.run import Run
from kg.triples.terms import QuadList
from kg.vocab import ids
from kg.vocab.dmr import DMR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store.protocol import Store

RUN = Run(extractor="fake", version="1")
NEXT_RUN = Run(extractor="fake", version="2")

NORVIK, TESSALY = ActorId("state/NVK"), ActorId("state/TES")
MINISTRY, DEPARTMENT = ActorId("body/nvk-mfa"), ActorId("body/nvk-press-department")
COUNCIL, COMMITTEE = ActorId("body/fjord-council"), ActorId("body/fjord-council-cod-committee")
SPOKESPERSON, DELEGATE = PostId("nvk-mfa-spokesperson"), PostId("tes-delegate")

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id=NORVIK, kind=ActorKind.STATE, label="Norvik", origin="world"),
        Actor(id=TESSALY, kind=ActorKind.STATE, label="Tessaly", origin="world"),
        Actor(id=MINISTRY, kind=ActorKind.GOVERNMENT_BODY, label="Ministry of Norvik", organ_of=NORVIK, origin="world"),
        Actor(
            id=DEPARTMENT, kind=ActorKind.GOVERNMENT_BODY, label="Press Department", part_of=MINISTRY, origin="world"
        ),
        Actor(id=COUNCIL, kind=ActorKind.INTERNATIONAL_BODY, label="Fjord Council", origin="world"),
        Actor(id=COMMITTEE, kind=ActorKind.INTERNATIONAL_BODY, label="Cod Committee", part_of=COUNCIL, origin="world"),
    )
}
POSTS = {
    SPOKESPERSON: Post(
        id=SPOKESPERSON, label="spokesperson", role="spokesperson", body=DEPARTMENT, speaks_for=DEPARTMENT
    ),
    DELEGATE: Post(id=DELEGATE, label="delegate of Tessaly", role="delegate", body=COUNCIL, speaks_for=TESSALY),
}


def reference_quads() -> list[ox.Quad]:
    """The reference graph of this world."""
    out = QuadList(ids.reference_graph("world"))
    for actor in ACTORS.values():
        add_actor(out, actor)
    for post in POSTS.values():
        add_post(out, post)
    return out.quads


def writer_in_memory() -> GraphWriter:
    """Of a graph that lies in no folder, has no article yet and knows this world."""
    writer = GraphWriter(GraphFolder(path=Path("memory")), ox.Store(), Texts())
    writer.set_reference(reference_quads(), "world-1")
    return writer


@dataclass(frozen=True)
class Saying:
    """One statement of an article: who said which words of it."""

    words: str
    speaker: ActorId | str | None
    """An actor of the world, or the name of a person whom the article introduces."""
    about: ActorId | None = None
    polarity: Literal["positive", "negative"] | None = None
    post: PostId | None = None
    principal: ActorId | None = None
    kind: Kind = Kind.STATEMENT


def article(text: str, **more: str) -> Article:
    return Article(text=text, title=more.pop("title", "News of the fjord"), **more)  # type: ignore[arg-type]  # all are str


def telling(source: Article, sayings: Iterable[Saying], *, joined: bool = True, run: Run = RUN) -> Reading:
    """The article as read. `joined`: people whom it introduces are judged to be the person of that name in Norvik."""
    mentions: list[Mention] = []
    statements = tuple(_statement(source, saying, mentions) for saying in sayings)
    actors = dict(ACTORS)
    judgements = QuadList(ids.RULE_GRAPH)
    for saying in sayings:
        if isinstance(saying.speaker, str) and "/" not in saying.speaker:
            id_ = person(source, saying.speaker)
            actors[id_] = Actor(id=id_, kind=ActorKind.PERSON, label=saying.speaker)
            if joined:
                one = ids.joined_person_id(saying.speaker, NORVIK, "spokesperson")
                judgements.add(
                    judgements.node(ids.actor_target(id_)),
                    ox.NamedNode(DMR.joinedAs),
                    judgements.node(ids.actor_target(one)),
                )
    resolved = ResolvedActors(
        mentions=tuple(mentions), actors=actors, posts=POSTS, tenures=(), speakers=tuple(s.speakers for s in statements)
    )
    facts = ArticleFacts(statements=statements, events=(), instruments={})
    quads = [*record_quads(source, facts, resolved, run), *judgements.quads]
    return Reading(article=source, run=run.fingerprint, quads=quads)


def person(source: Article, name: str) -> ActorId:
    """A person whom one article introduces."""
    return ids.local_actor_id(source.version, name, ActorKind.PERSON)


def iri(actor: ActorId) -> str:
    return ids.expand(ids.actor_target(actor))


def rows(store: Store, query: str) -> list[tuple[str | None, ...]]:
    """The answer as plain strings, sorted. Prefix `:` is the ontology."""
    prefixes = "PREFIX : <https://w3id.org/demarche/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    found = store.select(prefixes + query).rows
    return sorted((tuple(None if cell is None else cell.value for cell in row) for row in found), key=repr)


def _statement(source: Article, saying: Saying, mentions: list[Mention]) -> Statement:
    start = source.text.index(saying.words)
    content = Span(start, start + len(saying.words))
    cue = Span(content.end - 1, content.end)
    speakers: tuple[Speaker, ...] = ()
    if saying.speaker is not None:
        known = ActorId(saying.speaker) if "/" in saying.speaker else person(source, saying.speaker)
        mention = Mention(span=Span(start, start + 1), actor=known, type=MentionType.NAME, method="alias")
        mentions.append(mention)
        speakers = (Speaker(actor=known, mention=mention, post=saying.post, principal=saying.principal),)
    target = ids.actor_target(saying.about) if saying.about else None
    day = source.published_day
    return Statement(
        id=StatementId(ids.statement_id(source.version, (content,))),
        kind=saying.kind,
        why=None,
        mode=Mode.INDIRECT,
        speakers=speakers,
        source=tuple(speaker.mention.span for speaker in speakers),
        cue=(cue,),
        content=(content,),
        quotes=(),
        words=saying.words,
        cue_lemma="say",
        cue_class="neutral",
        about=(About(target=target, evidence=content),) if target else (),
        addressees=(),
        stances=(Stance(target=target, polarity=saying.polarity, act="blame", evidence=cue),)
        if target and saying.polarity
        else (),
        polarity=saying.polarity,
        said=Said(interval=DateInterval(earliest=None, latest=day) if day else None, resolution="publication"),
        rule="fake",
        confidence=1.0,
    )
