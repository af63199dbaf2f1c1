"""Reads the card of one statement from a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.model import parse_span
from kg.query.actors import node_labels
from kg.query.card_records import (
    Names,
    Properties,
    article_of,
    concept_of,
    day_of,
    days_spoken_of,
    first_of,
    no_statement,
    record_of,
    rejection_of,
    spans_of,
    topics_of,
    view_of,
)
from kg.query.cards import Named, Source, SpeakerEvidence, StanceEvidence, StatementCard, Texts
from kg.query.corrections import CorrectionEvidence, corrections_of
from kg.query.passages import Role, cut_passage
from kg.vocab.prefixes import NS, expand_curie

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kg.model import Article, Span
    from kg.store.protocol import Store

_SCHEMA: Final = "https://schema.org/"
_SUBJECT: Final = "http://purl.org/dc/terms/subject"
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"


def statement_card(store: Store, texts: Texts, statement: str) -> StatementCard:
    """Everything about one statement of the view, by its IRI or CURIE (`statement:…`).

    Raises: ParameterError: the view has no such statement.
    """
    iri = expand_curie(statement) or statement
    try:
        term = str(ox.NamedNode(iri))
    except ValueError as broken:
        raise ParameterError(no_statement(statement)) from broken
    view = view_of(store, term)
    if f"{NS}content" not in view:
        raise ParameterError(rejection_of(store, statement, term) or no_statement(statement))
    run, nodes = record_of(store, term)
    record = nodes.get(iri, {})
    source_texts = sorted({span.rpartition("/")[0] for span in record.get(f"{NS}contentSpan", ())})
    article = texts.article(source_texts[0].rpartition("/")[2]) if source_texts else None
    names = Names(store, view, nodes)
    corrections = corrections_of(store, view.get(f"{NS}correctedBy", ()))
    parts = {correction.part for correction in corrections}
    spans = tuple(one.span for one in corrections if one.span) or tuple(
        key for key, _ in spans_of(record, "contentSpan")
    )
    return StatementCard(
        iri=iri,
        kind=(first_of(view, _RDF_TYPE) or "").rpartition("#")[2],
        why=concept_of(record, "why"),
        speakers=names.of(view, "speaker"),
        speaking_as=() if parts & {"speaker", "onBehalfOf"} else names.of(record, "speakingAs"),
        on_behalf_of=names.of(view, "onBehalfOf"),
        about=names.of(view, "about") if "about" in parts else (*names.of(view, "about"), *topics_of(record, nodes)),
        words=first_of(view, f"{NS}content") or "",
        mode=concept_of(record, "mode") or ("indirect" if record else None),
        cue_class=concept_of(record, "cueClass") or ("neutral" if record else None),
        cue_lemma=first_of(record, f"{NS}cueLemma"),
        earliest=_earliest(view, record, corrections),
        latest=day_of(first_of(view, f"{NS}saidLatest")),
        evidence=_speaker_evidence(record, nodes, names, article),
        stances=_shown_stances(view, names) if parts & {"about", "hasStance"} else _stances(record, nodes, names),
        content_spans=spans,
        confidence=float(record.get(f"{NS}confidence", ["1"])[0]) if record else None,
        rule=first_of(record, f"{NS}rule"),
        run=run,
        according_to=next(iter(names.of(view, "accordingTo")), None),
        also_in=_copies(store, names.of(view, "alsoReportedIn")),
        source=_source(store, names.of(view, "reportedIn"), source_texts),
        passage=cut_passage(article, _marks(record, spans)) if article else None,
        subjects=tuple(sorted(map(names.short, record.get(_SUBJECT, ())))),
        speaks_of=tuple(days_spoken_of(nodes.get(span, {})) for _, span in spans_of(record, "speaksOf")),
        corrections=corrections,
    )


def _earliest(view: Properties, record: Properties, corrections: Iterable[CorrectionEvidence]) -> date | None:
    """The first possible day; the view leaves it out where it is the last one, the record as it was found does not."""
    if told := first_of(view, f"{NS}saidEarliest"):
        return day_of(told)
    for correction in corrections:
        if correction.part == "saidLatest":
            latest = day_of(first_of(view, f"{NS}saidLatest"))
            return latest if latest and correction.now == latest.isoformat() else None
    return day_of(first_of(record, f"{NS}saidEarliest"))


def _source(store: Store, articles: tuple[Named, ...], texts: list[str]) -> Source:
    text = texts[0] if texts else ""
    about = article_of(store, str(ox.NamedNode(text))) if text else {}
    article = articles[0] if articles else Named(iri="", label=first_of(about, _LABEL) or "")
    return _told_of(store, article, about, text.rpartition("/")[2])


def _copies(store: Store, articles: tuple[Named, ...]) -> tuple[Source, ...]:
    """The articles that print the same words: whoever cites them has to know the outlets."""
    return tuple(_told_of(store, article, view_of(store, str(ox.NamedNode(article.iri)))) for article in articles)


def _told_of(store: Store, article: Named, about: Properties, version: str = "") -> Source:
    outlet = first_of(about, f"{_SCHEMA}publisher")
    return Source(
        article=article,
        version=version,
        url=first_of(about, f"{_SCHEMA}url"),
        outlet=node_labels(store, [outlet]).get(outlet, outlet) if outlet and outlet.startswith("http") else outlet,
        published=day_of(first_of(about, f"{NS}publishedOn")),
    )


def _speaker_evidence(
    record: Properties, nodes: dict[str, Properties], names: Names, article: Article | None
) -> tuple[SpeakerEvidence, ...]:
    found = []
    for key, iri in (*spans_of(record, "sourceSpan"), *spans_of(record, "speakerSpan")):
        mention = nodes.get(iri, {})
        denoted = names.of(mention, "denotes")
        found.append(
            SpeakerEvidence(
                actor=denoted[0] if denoted else None,
                words=article.cut(parse_span(key)) if article else None,
                span=key,
                method=first_of(mention, f"{NS}resolvedBy") or ("alias" if denoted else None),
                score=float(mention.get(f"{NS}confidence", ["1"])[0]),
                alternatives=names.of(mention, "alternativeDenotes"),
                reason=first_of(mention, f"{NS}whyUnresolved"),
            )
        )
    return tuple(found)


def _stances(record: Properties, nodes: dict[str, Properties], names: Names) -> tuple[StanceEvidence, ...]:
    stances = [nodes.get(iri, {}) for iri in record.get(f"{NS}hasStance", ())]
    return tuple(
        StanceEvidence(
            target=names.of(stance, "stanceTarget")[0],
            polarity=concept_of(stance, "polarity") or "",
            act=concept_of(stance, "stanceAct"),
            method=first_of(stance, f"{NS}rule"),
            confidence=float(sure) if (sure := first_of(stance, f"{NS}confidence")) else None,
        )
        for stance in stances
        if f"{NS}stanceTarget" in stance
    )


def _shown_stances(view: Properties, names: Names) -> tuple[StanceEvidence, ...]:
    """The stances that the view shows, whatever the record has."""
    return tuple(
        StanceEvidence(target=target, polarity=polarity, act=None)
        for name, polarity in (("opposes", "negative"), ("favours", "positive"))
        for target in names.of(view, name)
    )


def _marks(record: Properties, content: Iterable[str]) -> list[tuple[Span, Role]]:
    """What is marked in the passage. `content`: keys of the spans of the content, as people corrected it."""
    roles: tuple[tuple[str, Role], ...] = (("quoteSpan", "quote"), ("cueSpan", "cue"), ("sourceSpan", "source"))
    marks: list[tuple[Span, Role]] = [(parse_span(key), "content") for key in content]
    return [*marks, *((parse_span(key), role) for name, role in roles for key, _ in spans_of(record, name))]
