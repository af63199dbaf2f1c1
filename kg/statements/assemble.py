"""Attributions with everybody in them resolved: statements, and the facts of a whole article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.model import ArticleFacts, Kind, Span, Statement, Why
from kg.statements.about import find_about, find_addressees
from kg.statements.commitment import commitment_of
from kg.statements.conditions import condition_of
from kg.statements.events.article_events import find_events
from kg.statements.events.instruments import find_instruments
from kg.statements.reading.sides import Side
from kg.statements.reading.strings import Reading
from kg.statements.stance.overlooked import overlooked
from kg.statements.stance.rules import judge
from kg.statements.stance.ruling import settle_all
from kg.statements.tables import shipped_tables
from kg.statements.times.content_times import times_in_content
from kg.statements.times.saying import phrases_of, time_of_saying
from kg.statements.topics.mentions import TopicFinder, Topics
from kg.statements.topics.referents import Referents
from kg.statements.topics.subjects import find_subjects
from kg.vocab.ids import statement_id

if TYPE_CHECKING:
    from kg.model import (
        About,
        Article,
        Attribution,
        Event,
        Instrument,
        ResolvedActors,
        Speaker,
        StatementId,
        TargetId,
    )
    from kg.model.statements import Polarity
    from kg.resolve import Authority
    from kg.statements.reading.cues import CueStance
    from kg.statements.stance.learned import StanceNetwork
    from kg.statements.stance.rules import Judgement
    from kg.statements.tables import Tables
    from kg.statements.times.dates import Tense
    from kg.text import AnnotatedText

SEPARATOR = " […] "
"""Stands between the pieces of a content in `Statement.words`."""
_EDGES: Final = " \t\r\n\u00a0.,;:!?…\"'“”‘’«»"


def assemble_facts(
    text: AnnotatedText,
    attributions: tuple[Attribution, ...],
    resolved: ResolvedActors,
    authority: Authority,
    tables: Tables | None = None,
    network: StanceNetwork | None = None,
) -> ArticleFacts:
    """Statements, events, instruments and topics of one article. `tables`: to go by, None: as shipped.

    `network`: asked for the stance to targets that no rule judges; None: rules alone judge.

    `statements` runs parallel to `attributions`; events stand in text order. Every target, stance, event and
    instrument has its span. Source of the rules: docs/design/statements.md.
    """
    readings = {"title": Reading.of(text.title, resolved), "text": Reading.of(text.text, resolved)}
    readings["title"].nouns = readings["text"].nouns
    # The version hashes both strings, so it is asked for once.
    version, published = text.article.version, text.article.published_day
    instruments = find_instruments(version, published, readings, resolved, authority)
    _refuse_rings(attributions)
    used_tables = shipped_tables() if tables is None else tables
    finder = TopicFinder(version, resolved.actors)
    topics = _topics(finder, readings, attributions, resolved)
    for reading in readings.values():
        reading.name_topic = finder.name
    ids = _ids(text.article, version, attributions)
    inner = _inner_contents(attributions)
    statements = tuple(
        _assemble(
            text, readings, attribution, ids, number, resolved, inner[number], topics[number], used_tables, network
        )
        for number, attribution in enumerate(attributions)
    )
    told = find_events(version, published, readings["text"], statements, instruments, resolved, authority)
    referents = Referents(readings, told.events, told.instruments, finder.topics)
    statements = tuple(map(referents.linked, statements))
    used = _used(statements, told.events, told.instruments)
    about = {about.target for statement in statements for about in statement.about}
    return ArticleFacts(
        statements=statements,
        events=told.events,
        instruments=used,
        topics={target: finder.topics[target] for target in sorted(about & finder.topics.keys())},
    )


def _topics(
    finder: TopicFinder,
    readings: dict[str, Reading],
    attributions: tuple[Attribution, ...],
    resolved: ResolvedActors,
) -> list[Topics]:
    """The topics of each attribution. They are looked for in text order, since a later one may take up an earlier one.

    The title comes last: it names things shortly ("expulsion"), and the text in full ("expulsion of its consul").
    """
    found: list[Topics] = [Topics()] * len(attributions)
    for number in sorted(range(len(attributions)), key=lambda n: _place(attributions[n])):
        attribution = attributions[number]
        reading = readings[attribution.content[0].string]
        side = Side.of(reading, attribution, resolved.speakers[number], resolved)
        found[number] = finder.find(reading, attribution, side.has)
    return found


def _place(attribution: Attribution) -> tuple[bool, int, int]:
    first = attribution.content[0]
    return first.string == "title", first.start, -attribution.content[-1].end


def _used(
    statements: tuple[Statement, ...], events: tuple[Event, ...], instruments: dict[TargetId, Instrument]
) -> dict[TargetId, Instrument]:
    """The instruments that a statement or event points to, and the mandates that these would extend."""
    named = {about.target for statement in statements for about in statement.about}
    named |= {event.instrument for event in events if event.instrument is not None}
    named |= {extended for target in named if target in instruments and (extended := instruments[target].extends)}
    return {target: instrument for target, instrument in instruments.items() if target in named}


def _assemble(
    text: AnnotatedText,
    readings: dict[str, Reading],
    attribution: Attribution,
    ids: tuple[StatementId, ...],
    number: int,
    resolved: ResolvedActors,
    inner: tuple[Span, ...],
    topics: Topics,
    tables: Tables,
    network: StanceNetwork | None,
) -> Statement:
    article, speakers = text.article, resolved.speakers[number]
    reading = readings[attribution.content[0].string]
    side = Side.of(reading, attribution, speakers, resolved)
    cue = tables.cues.of_cue(attribution.cue_lemma, [article.cut(span) for span in attribution.cue])
    condition = condition_of(reading, attribution)
    is_open = condition is not None
    judgement = judge(reading, attribution, cue, inner, topics, side, tables.cues, is_conditional=is_open)
    commitment = commitment_of(reading, attribution, cue, judgement, side, tables.cues, is_conditional=is_open)
    about = find_about(reading, attribution, speakers, resolved, judgement, topics.all())
    is_asserted = attribution.kind is not Kind.NON_ASSERTION
    stances = settle_all(reading, attribution, judgement, about, cue, inner, side, network) if is_asserted else ()
    if network is not None and is_asserted:
        further = overlooked(network, reading, attribution, judgement, about, inner, side)
        about = tuple(sorted((*about, *(one for one, _ in further)), key=_in_text))
        stances = tuple(sorted((*stances, *(one for _, one in further)), key=lambda stance: stance.target))
    tense: Tense = "future" if attribution.why is Why.HYPOTHETICAL else "past"
    said = time_of_saying(phrases_of(article, attribution), article.published_day, tense)
    return Statement(
        id=ids[number],
        kind=attribution.kind,
        why=attribution.why,
        mode=attribution.mode,
        speakers=speakers,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        quotes=attribution.quotes,
        words=SEPARATOR.join(article.cut(span) for span in attribution.content),
        cue_lemma=attribution.cue_lemma,
        cue_class=cue.cue_class,
        about=about,
        addressees=find_addressees(reading, attribution, speakers),
        stances=stances,
        polarity=_polarity(attribution, judgement, cue),
        said=said,
        subjects=find_subjects(reading, attribution, tables.subjects),
        times=times_in_content(reading, attribution, inner, said, article.published_day),
        conditional=is_open,
        condition=condition,
        speech_act=commitment.speech_act,
        certainty=commitment.certainty,
        negated=commitment.negated,
        medium=attribution.medium,
        according_to=None if attribution.outer is None else ids[attribution.outer],
        rule=attribution.rule,
        confidence=_confidence(attribution, speakers),
    )


def _in_text(about: About) -> tuple[str, int, str]:
    return about.evidence.string, about.evidence.start, about.target


def _polarity(attribution: Attribution, judgement: Judgement, cue: CueStance) -> Polarity | None:
    """As a whole. Who denies or refuses is against it, though nothing is put forward."""
    if attribution.kind is not Kind.NON_ASSERTION:
        return judgement.polarity
    if attribution.why is Why.DENIED:
        return "negative"
    return judgement.polarity if attribution.why is Why.NOT_SAID and cue.act == "reject" else None


def _ids(article: Article, version: str, attributions: tuple[Attribution, ...]) -> tuple[StatementId, ...]:
    """Identities; attributions that share their content are told apart by the order of their cues."""
    seen: Counter[tuple[Span, ...]] = Counter()
    ids: dict[int, StatementId] = {}
    order = sorted(range(len(attributions)), key=lambda number: _first_cue(attributions[number]))
    for number in order:
        content = tuple(_trimmed(article, span) for span in attributions[number].content)
        ids[number] = statement_id(version, content, seen[content])
        seen[content] += 1
    return tuple(ids[number] for number in range(len(attributions)))


def _trimmed(article: Article, span: Span) -> Span:
    """The span without punctuation at its edges: a comma more or less makes no other statement."""
    words = article.cut(span)
    kept = words.strip(_EDGES)
    start = span.start + words.find(kept)
    return Span(start, start + len(kept), span.string) if kept else span


def _first_cue(attribution: Attribution) -> tuple[int, int]:
    first = (attribution.cue or attribution.content)[0]
    return first.start, first.end


def _refuse_rings(attributions: tuple[Attribution, ...]) -> None:
    """Attributions must not hold each other in turn: then nobody could say who reports whom.

    Raises: ValueError: an extractor broke its promise; the build names the article and goes on.
    """
    for number in range(len(attributions)):
        passed: set[int] = set()
        outer: int | None = number
        while outer is not None:
            if outer in passed:
                raise ValueError(f"attribution {number} lies in a ring of attributions that hold each other")
            passed.add(outer)
            outer = attributions[outer].outer


def _inner_contents(attributions: tuple[Attribution, ...]) -> tuple[tuple[Span, ...], ...]:
    """For each attribution the contents of those that it holds: what is said there is not its own view."""
    inner: list[list[Span]] = [[] for _ in attributions]
    for attribution in attributions:
        outer = attribution.outer
        while outer is not None:
            inner[outer] += attribution.content
            outer = attributions[outer].outer
    return tuple(map(tuple, inner))


def _confidence(attribution: Attribution, speakers: tuple[Speaker, ...]) -> float:
    """How sure the rule is, times how sure it is who speaks (the least sure of several)."""
    return round(attribution.confidence * min((speaker.mention.score for speaker in speakers), default=1.0), 3)
