"""The record of one article as quads: what the article is, and what one run found in it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import DCTERMS, PROV, SDO

from kg.model import ActorKind, parse_day
from kg.triples.actor_quads import (
    CLASS_OF,
    add_actor,
    add_post,
    add_reference_tenure,
    add_tenure,
    with_those_above,
)
from kg.triples.claim_quads import add_claims
from kg.triples.event_quads import EVIDENCE, add_event, add_instrument
from kg.triples.labels import article_label, event_label
from kg.triples.run import run_quads
from kg.triples.statement_quads import StatementWriter
from kg.triples.terms import (
    LABEL,
    TYPE,
    QuadList,
    concept,
    day,
    integer,
    language_tag,
    string,
    uri_string,
    words,
)
from kg.vocab.dmr import DMR
from kg.vocab.ids import (
    DATA_BASE,
    actor_target,
    article_graph,
    article_path,
    extraction_graph,
    outlet_id,
    run_path,
    span_path,
    target_actor,
    tenure_path,
    text_path,
)

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.model import ActorId, Article, ArticleFacts, Mention, PostId, ResolvedActors, Span, Tenure
    from kg.triples.run import Run

ARTICLE: Final = NamedNode(DMR.Article)
CHAR_LENGTH: Final = NamedNode(DMR.charLength)
DATELINE: Final = NamedNode(DMR.dateline)
OBSERVED_ON: Final = NamedNode(DMR.observedOn)
PUBLISHED_ON: Final = NamedNode(DMR.publishedOn)
PUBLISHED_STAMP: Final = NamedNode(DMR.publishedStamp)
STATUS: Final = NamedNode(DMR.status)
TEXT: Final = NamedNode(DMR.Text)
TEXT_HASH: Final = NamedNode(DMR.textHash)
TEXT_OF: Final = NamedNode(DMR.textOf)
LANGUAGE: Final = NamedNode(DCTERMS.language)
RIGHTS: Final = NamedNode(DCTERMS.rights)
DERIVED_FROM: Final = NamedNode(PROV.wasDerivedFrom)
GENERATED_BY: Final = NamedNode(PROV.wasGeneratedBy)
PUBLISHER: Final = NamedNode(SDO.publisher)
URL: Final = NamedNode(SDO.url)


def record_quads(
    article: Article, facts: ArticleFacts, resolved: ResolvedActors, run: Run, base: str = DATA_BASE
) -> list[Quad]:
    """The record of one article: its own graph, the extraction graph, and the graph that describes the run.

    The same input gives the same list; no quad occurs twice.
    """
    found = extraction_quads(article, facts, resolved, run, base)
    told = article_quads(article, base, publisher=resolved.publisher)
    return list(dict.fromkeys((*told, *found, *run_quads(run, base))))


def article_quads(article: Article, base: str = DATA_BASE, *, publisher: ActorId | None = None) -> list[Quad]:
    """What an article is, as far as its source says; nothing is filled in.

    `publisher`: the reference body that published it; None: its publisher is a news outlet, known by name.
    """
    out = QuadList(article_graph(article.version), base)
    this, text = out.node(article_path(article)), out.node(text_path(article.version))
    out.add(this, TYPE, ARTICLE)
    out.add(this, LABEL, words(article_label(article), language_tag(article.language)))
    if article.url:
        out.add(this, URL, uri_string(article.url))
    if article.published_day:
        out.add(this, PUBLISHED_ON, day(article.published_day))
    if article.published and article.published != (article.published_day and article.published_day.isoformat()):
        out.add(this, PUBLISHED_STAMP, string(article.published))
    if publisher:
        out.add(this, PUBLISHER, out.node(actor_target(publisher)))
    elif article.publisher:
        outlet = out.node(actor_target(outlet_id(article.publisher)))
        out.add(this, PUBLISHER, outlet)
        out.add(outlet, TYPE, CLASS_OF[ActorKind.MEDIA_OUTLET])
        out.add(outlet, LABEL, words(article.publisher, "en"))
    for predicate, value in ((DATELINE, article.dateline), (LANGUAGE, article.language), (RIGHTS, article.licence)):
        if value:
            out.add(this, predicate, string(value))
    out.add(text, TYPE, TEXT)
    out.add(text, TEXT_OF, this)
    out.add(text, TEXT_HASH, string(article.text_hash))
    out.add(text, CHAR_LENGTH, integer(len(article.text)))
    return out.quads


def extraction_quads(
    article: Article, facts: ArticleFacts, resolved: ResolvedActors, run: Run, base: str = DATA_BASE
) -> list[Quad]:
    """What one run found in one wording of an article."""
    version = article.version
    out = QuadList(extraction_graph(version, run.fingerprint), base)
    this = out.node(article_path(article))
    out.add(out.graph, GENERATED_BY, out.node(run_path(run.fingerprint)))
    out.add(out.graph, DERIVED_FROM, this)
    writer = StatementWriter(
        out,
        version=version,
        language=language_tag(article.language),
        published=article.published_day,
        mentions=_mentions_by_span(resolved),
        topics=facts.topics,
    )
    for statement in facts.statements:
        writer.write(statement)
    writer.finish()
    add_claims(out, article, facts, resolved, language_tag(article.language))
    for event in facts.events:
        add_event(out, event, label=event_label(event, facts, resolved), version=version, article=this)
    for _, instrument in sorted(facts.instruments.items()):
        if instrument.evidence is not None:
            add_instrument(out, instrument, told_by=this, version=version)
    tenures = claimed_tenures(facts, resolved)
    for tenure in tenures:
        _add_claimed_tenure(out, tenure, version)
    for tenure in known_tenures(facts, resolved, tenures):
        add_reference_tenure(out, out.node(tenure_path(tenure)), tenure)
    for post in sorted(_posts_used(facts, tenures)):
        if post in resolved.posts:
            add_post(out, resolved.posts[post])
    for actor in with_those_above(_actors_used(facts, resolved, tenures), resolved.actors):
        if actor.origin == "article" or actor.is_local:
            add_actor(out, actor)
    return out.quads


def claimed_tenures(facts: ArticleFacts, resolved: ResolvedActors) -> list[Tenure]:
    """The article's claims about posts that no statement shows by itself, in order of holder and post."""
    shown = {(speaker.actor, speaker.post) for statement in facts.statements for speaker in statement.speakers}
    claims = [t for t in resolved.tenures if t.origin == "article" and (t.status or (t.holder, t.post) not in shown)]
    return sorted(claims, key=lambda tenure: (tenure.holder, tenure.post, tenure.status or ""))


def known_tenures(facts: ArticleFacts, resolved: ResolvedActors, claimed: list[Tenure]) -> list[Tenure]:
    """What reference data knows of the persons and posts that the record shows, in order of holder and post."""
    shown = {(speaker.actor, speaker.post) for statement in facts.statements for speaker in statement.speakers}
    shown |= {(tenure.holder, tenure.post) for tenure in claimed}
    known = [t for t in resolved.tenures if t.origin != "article" and (t.holder, t.post) in shown]
    return sorted(known, key=lambda tenure: (tenure.holder, tenure.post))


def _add_claimed_tenure(out: QuadList, tenure: Tenure, version: str) -> None:
    this = out.node(tenure_path(tenure, version))
    add_tenure(out, this, tenure)
    observed = parse_day(tenure.observed)
    if observed:
        out.add(this, OBSERVED_ON, day(observed))
    if tenure.status:
        out.add(this, STATUS, concept("status", tenure.status))
    if tenure.evidence:
        out.add(this, EVIDENCE, out.node(span_path(version, tenure.evidence)))


def _mentions_by_span(resolved: ResolvedActors) -> dict[Span, tuple[Mention, ...]]:
    found: dict[Span, tuple[Mention, ...]] = defaultdict(tuple)
    for mention in resolved.mentions:
        found[mention.span] += (mention,)
    return found


def _posts_used(facts: ArticleFacts, tenures: list[Tenure]) -> set[PostId]:
    spoken = {speaker.post for statement in facts.statements for speaker in statement.speakers if speaker.post}
    return spoken | {tenure.post for tenure in tenures}


def _actors_used(facts: ArticleFacts, resolved: ResolvedActors, tenures: list[Tenure]) -> set[ActorId]:
    used: set[ActorId | None] = {tenure.holder for tenure in tenures}
    for statement in facts.statements:
        used.update(statement.addressees)
        used.update(target_actor(about.target) for about in statement.about)
        used.update(target_actor(stance.target) for stance in statement.stances)
        for speaker in statement.speakers:
            used.update((speaker.actor, speaker.principal, *speaker.mention.alternatives))
    sources = {span for statement in facts.statements for span in statement.source}
    for mention in resolved.mentions:
        if mention.actor is None and mention.span in sources:
            used.update(mention.alternatives)
    for event in facts.events:
        used.update(
            (
                event.body,
                event.place,
                *event.actors,
                *event.targets,
                *(voter for tally in event.tallies for voter in tally.voters),
            )
        )
    for instrument in facts.instruments.values():
        used.update((instrument.mandate_of, *instrument.sponsors))
    for post in _posts_used(facts, tenures):
        if post in resolved.posts:
            used.update((resolved.posts[post].body, resolved.posts[post].speaks_for))
    return {actor for actor in used if actor is not None}
