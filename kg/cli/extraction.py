"""What `kg extract` writes: one JSON object an article, described in docs/how-to/extract.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind, Kind, MentionType, Span, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.build import Abstention
    from kg.errors import KgError
    from kg.model import (
        About,
        Article,
        ArticleFacts,
        Attribution,
        ContentTime,
        DateInterval,
        Event,
        ResolvedActors,
        Said,
        Speaker,
        Statement,
        TargetId,
    )

Json = dict[str, object]

_REPORTED_AGAINST = frozenset({Why.DENIED, Why.NOT_SAID})
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "our"})
_BY_LABEL: Final = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.UNNAMED})
_NAMING: Final = frozenset({MentionType.NAME, MentionType.METONYM})


def article_record(
    article: Article,
    attributions: Iterable[Attribution],
    resolved: ResolvedActors,
    facts: ArticleFacts,
    abstained: Iterable[Abstention] = (),
) -> Json:
    """The record of an article that was read.

    Denials and "did not say" stand among `statements` with `negated_report` true. What nobody asserted (a question,
    a hypothesis) stands under `non_assertions` only, so that `statements` is safe to count.
    """
    statements: list[Json] = []
    non_assertions: list[Json] = []
    for statement in facts.statements:
        asserted = statement.kind is not Kind.NON_ASSERTION or statement.why in _REPORTED_AGAINST
        (statements if asserted else non_assertions).extend(_statement(statement, article, resolved, facts))
    return {
        "id": article.id or article.key,
        **_attributions(tuple(attributions)),
        "statements": statements,
        "non_assertions": non_assertions,
        "entities": _entities(article, resolved, facts),
        "events": [_event(event, article, resolved, facts) for event in facts.events],
        "abstained": [_abstention(one, article) for one in abstained],
        "error": None,
    }


def error_record(error: KgError, article_id: str | None) -> Json:
    """The record of something that could not be read, with its sentence."""
    lists = ("attributions", "title_attributions", "statements", "non_assertions", "entities", "events", "abstained")
    empty: Json = {key: [] for key in lists}
    return {"id": article_id, **empty, "error": str(error)}


def _attributions(attributions: Sequence[Attribution]) -> Json:
    """Those of the text and those of the title, each counting offsets and `outer` in its own string and list."""
    in_title = sum(any(span.string == "title" for span in found.content) for found in attributions)
    records = [_attribution(found, 0 if number < in_title else in_title) for number, found in enumerate(attributions)]
    return {"attributions": records[in_title:], "title_attributions": records[:in_title]}


def _attribution(found: Attribution, before: int) -> Json:
    """`before`: how many attributions stand in other lists before this one's."""
    return {
        "source": _offsets(found.source) or None,
        "cue": _offsets(found.cue),
        "content": _offsets(found.content),
        "kind": found.kind.value,
        "why": None if found.why is None else found.why.value,
        "outer": None if found.outer is None else found.outer - before,
        "mode": found.mode.value,
        "quotes": _offsets(found.quotes),
        "cue_lemma": found.cue_lemma,
        "addressee": _offsets(found.addressee),
        "target": _offsets(found.target),
        "when": _offsets(found.when),
        "medium": _offsets((found.medium,)) if found.medium else [],
        "rule": found.rule,
        "confidence": found.confidence,
    }


def _abstention(left_out: Abstention, article: Article) -> Json:
    """What was left out and why, with its words: it is read by people, and by nothing that builds on it."""
    found = left_out.attribution
    spans = {"source": found.source, "cue": found.cue, "content": found.content}
    return {
        "why": left_out.why.value,
        "reason": left_out.reason,
        "confidence": found.confidence,
        "string": found.content[0].string,
        **{name: _offsets(places) for name, places in spans.items()},
        **{f"{name}_words": [article.cut(span) for span in places] for name, places in spans.items()},
        "kind": found.kind.value,
        "rule": found.rule,
        "events": [
            {"type": event.type.value.replace("-", "_"), "evidence": [article.cut(span) for span in event.evidence]}
            for event in left_out.events
        ],
    }


def _statement(statement: Statement, article: Article, resolved: ResolvedActors, facts: ArticleFacts) -> list[Json]:
    """One record a speaker: a joint statement is said by each of them."""
    in_title = statement.content[0].string == "title"
    surfaces = [article.cut(span) for span in statement.source]
    record: Json = {
        "content": [article.cut(span) for span in statement.content],
        "about": [_as_named(about, article, resolved, facts) for about in statement.about],
        "targets": [_target(about, article, resolved, facts) for about in statement.about],
        "stance": statement.polarity,
        **_said_on(statement.said),
        "directness": statement.mode.value,
        "negated_report": statement.why in _REPORTED_AGAINST,
        "cue": " ".join(article.cut(span) for span in statement.cue) or None,
        "kind": statement.kind.value,
        "why": None if statement.why is None else statement.why.value,
        "subjects": [
            {"subject": subject.name, "words": article.cut(subject.evidence)} for subject in statement.subjects
        ],
        "times": [_time(time, article) for time in statement.times],
        "conditional": statement.conditional,
        "condition": None if statement.condition is None else article.cut(statement.condition),
        "speech_act": statement.speech_act,
        "certainty": statement.certainty,
        "negated": statement.negated,
        "cue_class": statement.cue_class,
        "from_headline": in_title,
        "spans": [] if in_title else _offsets(statement.content),
        "title_spans": _offsets(statement.content) if in_title else [],
        "addressees": [_label(actor, resolved) for actor in statement.addressees],
        "stances": [
            {
                "target": _target_label(stance.target, resolved, facts),
                "target_id": stance.target,
                "polarity": stance.polarity,
                "act": stance.act,
                "confidence": stance.confidence,
                "evidence": article.cut(stance.evidence),
                "method": stance.method,
            }
            for stance in statement.stances
        ],
        "according_to": statement.according_to,
        "statement": statement.id,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }
    if not statement.speakers:
        return [{"speaker": None, "speaker_surface": " and ".join(surfaces) or None, "on_behalf_of": None, **record}]
    return [{**_speaker(speaker, article, resolved), **record} for speaker in statement.speakers]


def _speaker(speaker: Speaker, article: Article, resolved: ResolvedActors) -> Json:
    principal = speaker.principal_name
    if principal is None and speaker.principal is not None:
        principal = resolved.actors[speaker.principal].label
    return {
        "speaker": resolved.actors[speaker.actor].label,
        "speaker_surface": article.cut(speaker.mention.span),
        "on_behalf_of": principal,
    }


def _said_on(said: Said) -> Json:
    """`said_on` only where the text tells the time: a bound by the publication day alone is no date of saying."""
    stated = said.interval if said.resolution in ("explicit", "relative") else None
    bounds: Json = {
        "said_earliest": _iso(said.interval, "earliest"),
        "said_latest": _iso(said.interval, "latest"),
        "said_resolution": said.resolution,
    }
    if stated is None or stated.earliest is None or stated.latest is None:
        return {"said_on": None, **bounds}
    if stated.granularity in ("month", "year"):
        length = 7 if stated.granularity == "month" else 4
        return {"said_on": stated.earliest.isoformat()[:length], "said_on_precision": stated.granularity, **bounds}
    return {"said_on": None if stated.day is None else stated.day.isoformat(), **bounds}


def _time(time: ContentTime, article: Article) -> Json:
    """A time that the content speaks of: the words, and the closed interval of days (null: not bounded there)."""
    return {
        "text": article.cut(time.span),
        "earliest": _iso(time.interval, "earliest"),
        "latest": _iso(time.interval, "latest"),
    }


def _entities(article: Article, resolved: ResolvedActors, facts: ArticleFacts) -> list[Json]:
    """Every actor that the article names, with the names that it uses. Pronouns and "the ministry" are no names."""
    names: dict[ActorId, set[str]] = {}
    for mention in resolved.mentions:
        if mention.actor is None:
            continue
        used = names.setdefault(mention.actor, set())
        if mention.type in _NAMING:
            used.add(" ".join(article.cut(mention.span).split()))
    for statement in facts.statements:
        for speaker in statement.speakers:
            names.setdefault(speaker.actor, set())
    return [
        {
            "id": actor,
            "kind": resolved.actors[actor].kind.value,
            "names": [resolved.actors[actor].label, *sorted(names[actor] - {resolved.actors[actor].label})],
        }
        for actor in sorted(names)
        if actor in resolved.actors
    ]


def _event(event: Event, article: Article, resolved: ResolvedActors, facts: ArticleFacts) -> Json:
    from kg.statements.events.records import event_record  # the write side is not loaded for `kg --help`

    return {
        "id": event.id,
        **event_record(event, facts, resolved, article),
        "spans": _offsets(span for span in event.evidence if span.string == "text"),
    }


def _as_named(about: About, article: Article, resolved: ResolvedActors, facts: ArticleFacts) -> str:
    """The target as the article names it there: "UN Security Council Committee 1718", "resolution".

    People and states have their usual names; for a body's pronoun or single word ("the group") the label tells more.
    """
    label = _target_label(about.target, resolved, facts)
    if about.target in facts.topics or about.target.startswith("event/"):
        return label
    if about.target.startswith("actor/"):
        actor = resolved.actors.get(ActorId(about.target.removeprefix("actor/")))
        if actor is None or actor.kind in _BY_LABEL:
            return label
    words = article.cut(about.evidence).split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if about.target.startswith("instrument/"):
        # A name ends or begins with a word of the label: "resolution", "mandate for experts"; other words are none.
        known = label.casefold().split()
        is_name = words[-1].casefold() in known or words[0].casefold() == known[0]
        return " ".join(words) if is_name else label
    return " ".join(words) if len(words) > 1 else label


def _target(about: About, article: Article, resolved: ResolvedActors, facts: ArticleFacts) -> Json:
    return {
        "id": about.target,
        "label": _target_label(about.target, resolved, facts),
        "kind": about.target.partition("/")[0],
        "named": article.cut(about.evidence),
        "span": _offsets([about.evidence])[0],
        "in_title": about.evidence.string == "title",
    }


def _target_label(target: TargetId, resolved: ResolvedActors, facts: ArticleFacts) -> str:
    if target.startswith("actor/"):
        return _label(ActorId(target.removeprefix("actor/")), resolved)
    event = next((event for event in facts.events if event.id == target), None)
    if event is not None:
        return event.type.value.replace("-", " ")
    named = facts.instruments.get(target) or facts.topics.get(target)
    return target if named is None else named.label


def _label(actor: ActorId, resolved: ResolvedActors) -> str:
    return resolved.actors[actor].label if actor in resolved.actors else actor


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _iso(interval: DateInterval | None, side: str) -> str | None:
    day = None if interval is None else interval.earliest if side == "earliest" else interval.latest
    return None if day is None else day.isoformat()
