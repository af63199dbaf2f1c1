"""A statement with everything that proves it: words, passage, who was taken for the speaker and why, the article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.model import parse_span
from kg.query.actors import node_labels
from kg.query.card_views import card_html, card_text
from kg.query.corrections import CorrectionEvidence, corrections_of
from kg.query.passages import Passage, Role, cut_passage
from kg.vocab.ids import expand, topic_id
from kg.vocab.prefixes import NS, expand_curie, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article, Span
    from kg.store.protocol import Store

_EVIDENCE: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?run ?node ?property ?value WHERE {
  VALUES ?statement { UNDEF }
  GRAPH ?run {
    ?statement dmr:rule ?rule ;
      (dmr:hasStance|dmr:sourceSpan|dmr:speakerSpan|dmr:cueSpan|dmr:contentSpan|dmr:quoteSpan|dmr:aboutSpan
        |dmr:speaksOf)? ?node .
    ?node ?property ?value .
  }
}
ORDER BY ?run ?node ?property ?value
"""
_VIEW: Final = """
SELECT DISTINCT ?property ?value WHERE { VALUES ?node { UNDEF } ?node ?property ?value } ORDER BY ?property ?value
"""
_ARTICLE: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?property ?value WHERE {
  VALUES ?text { UNDEF }
  GRAPH ?graph { ?text dmr:textOf ?article . ?article ?property ?value }
}
ORDER BY ?property ?value
"""
_REJECTION: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT ?correction ?by WHERE {
  VALUES ?statement { UNDEF }
  GRAPH ?ledger { ?correction a dmr:Correction ; dmr:corrects ?statement ; dmr:decidedBy ?by }
  FILTER NOT EXISTS { GRAPH ?ledger { ?correction dmr:correctedProperty ?property } }
  FILTER NOT EXISTS { GRAPH ?other { ?later dmr:withdraws ?correction } }
}
ORDER BY ?correction
"""
_SCHEMA: Final = "https://schema.org/"
_SUBJECT: Final = "http://purl.org/dc/terms/subject"
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"

Properties = dict[str, list[str]]


class Texts(Protocol):
    """Where the wordings of articles are kept."""

    def article(self, version: str) -> Article | None:
        """The article in that wording, None where its text is not kept."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A node with its label."""

    iri: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEvidence:
    """One mention of a source, and whom it was taken for."""

    actor: Named | None
    """None: nobody was chosen; `reason` says why."""
    words: str | None
    """The mention as worded; None where the text is not kept."""
    span: str
    """Key of the mention's span, such as `c12-18`."""
    method: str | None
    score: float
    alternatives: tuple[Named, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceEvidence:
    """One evaluation that the statement shows."""

    target: Named
    polarity: str
    act: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that carries the statement."""

    article: Named
    version: str
    """This wording of the article, 16 hex digits."""
    url: str | None
    outlet: str | None
    published: date | None

    def citation(self, span_keys: Iterable[str] = ()) -> str:
        """Outlet, title, day, address, and the exact place: enough to find the words again."""
        day = self.published.isoformat() if self.published else "no date"
        parts = [self.outlet, f"“{self.article.label}”", day, self.url]
        place = ", ".join(span_keys)
        where = f"text {self.version}{', ' if place else ''}{place}"
        return f"{', '.join(part for part in parts if part)} [{where}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCard:
    """One attribution of the view with its record. `str()` is a card for terminals; notebooks show it as HTML."""

    iri: str
    kind: str
    why: str | None
    speakers: tuple[Named, ...]
    speaking_as: tuple[Named, ...]
    on_behalf_of: tuple[Named, ...]
    about: tuple[Named, ...]
    words: str
    mode: str | None
    cue_class: str | None
    cue_lemma: str | None
    earliest: date | None
    latest: date | None
    evidence: tuple[SpeakerEvidence, ...]
    stances: tuple[StanceEvidence, ...]
    content_spans: tuple[str, ...]
    confidence: float | None
    rule: str | None
    run: str | None
    """Graph of the run that found it."""
    according_to: Named | None
    also_in: tuple[Named, ...]
    source: Source
    passage: Passage | None
    """None where the article's text is not kept with the graph."""
    subjects: tuple[str, ...] = ()
    """The fields of policy that the content touches, by name, sorted."""
    speaks_of: tuple[tuple[date | None, date | None], ...] = ()
    """First and last day of each time that the content names, in the order of the article; None: open on that side."""
    corrections: tuple[CorrectionEvidence, ...] = ()
    """What people corrected of it and still holds, by day. `evidence` and `run` tell what the reader had found."""

    def __str__(self) -> str:
        return card_text(self)

    def _repr_html_(self) -> str:
        return card_html(self)


def statement_card(store: Store, texts: Texts, statement: str) -> StatementCard:
    """Everything about one statement of the view, by its IRI or CURIE (`statement:…`).

    Raises: ParameterError: the view has no such statement.
    """
    iri = expand_curie(statement) or statement
    try:
        term = str(ox.NamedNode(iri))
    except ValueError as broken:
        raise ParameterError(_no_statement(statement)) from broken
    view = _properties(store, _VIEW, term)
    if f"{NS}content" not in view:
        raise ParameterError(_rejected(store, statement, term) or _no_statement(statement))
    run, nodes = _record(store, term)
    record = nodes.get(iri, {})
    source_texts = sorted({span.rpartition("/")[0] for span in record.get(f"{NS}contentSpan", ())})
    article = texts.article(source_texts[0].rpartition("/")[2]) if source_texts else None
    names = _Names(store, view, nodes)
    corrections = corrections_of(store, view.get(f"{NS}correctedBy", ()))
    parts = {correction.part for correction in corrections}
    spans = tuple(one.span for one in corrections if one.span) or tuple(key for key, _ in _spans(record, "contentSpan"))
    return StatementCard(
        iri=iri,
        kind=(_first(view, _RDF_TYPE) or "").rpartition("#")[2],
        why=_concept(record, "why"),
        speakers=names.of(view, "speaker"),
        speaking_as=() if parts & {"speaker", "onBehalfOf"} else names.of(record, "speakingAs"),
        on_behalf_of=names.of(view, "onBehalfOf"),
        about=names.of(view, "about") if "about" in parts else (*names.of(view, "about"), *_topics(record, nodes)),
        words=_first(view, f"{NS}content") or "",
        mode=_concept(record, "mode") or ("indirect" if record else None),
        cue_class=_concept(record, "cueClass") or ("neutral" if record else None),
        cue_lemma=_first(record, f"{NS}cueLemma"),
        earliest=_day(_first(view, f"{NS}saidEarliest") or _first(record, f"{NS}saidEarliest")),
        latest=_day(_first(view, f"{NS}saidLatest")),
        evidence=_speaker_evidence(record, nodes, names, article),
        stances=_shown_stances(view, names) if parts & {"about", "hasStance"} else _stances(record, nodes, names),
        content_spans=spans,
        confidence=float(record.get(f"{NS}confidence", ["1"])[0]) if record else None,
        rule=_first(record, f"{NS}rule"),
        run=run,
        according_to=next(iter(names.of(view, "accordingTo")), None),
        also_in=names.of(view, "alsoReportedIn"),
        source=_source(store, names.of(view, "reportedIn"), source_texts),
        passage=cut_passage(article, _marks(record, spans)) if article else None,
        subjects=tuple(sorted(map(names.short, record.get(_SUBJECT, ())))),
        speaks_of=tuple(_spoken(nodes.get(span, {})) for _, span in _spans(record, "speaksOf")),
        corrections=corrections,
    )


def _rejected(store: Store, given: str, term: str) -> str | None:
    """What to say of a statement that somebody rejected; None: nobody did."""
    for correction, by in store.select(_REJECTION.replace("UNDEF", term)).rows:
        if correction and by:
            undo = f"kg corrections undo {shorten(correction.value)}"
            return f"{given} was rejected by {by.value}: {undo} takes that back, then it can be shown"
    return None


def _no_statement(given: str) -> str:
    """What to say where somebody asks for a card of what has none: most often a name, an actor or an article."""
    actor = not given.startswith(("statement:", "http")) or "/actor/" in given
    hint = f'; for an actor: kg actors show "{given}"' if actor else ""
    return (
        f"the graph has no statement {given!r}: the column `statement` of kg query who-about-whom --format json "
        f"has their identifiers{hint}"
    )


class _Names:
    """Labels of everything that a card shows, looked up in one go."""

    def __init__(self, store: Store, view: Properties, nodes: dict[str, Properties]) -> None:
        values = [value for properties in (view, *nodes.values()) for found in properties.values() for value in found]
        self._labels = node_labels(store, sorted({value for value in values if value.startswith("http")}))

    def of(self, properties: Properties, name: str) -> tuple[Named, ...]:
        return tuple(self.named(iri) for iri in properties.get(f"{NS}{name}", ()))

    def named(self, iri: str) -> Named:
        return Named(iri=iri, label=self._labels.get(iri, iri))

    def short(self, iri: str) -> str:
        """The label, else the last part of the IRI."""
        return self._labels.get(iri, iri.rpartition("/")[2])


def _properties(store: Store, query: str, term: str) -> Properties:
    found: Properties = defaultdict(list)
    for property_, value in store.select(query.replace("UNDEF", term)).rows:
        if property_ is not None and value is not None:
            found[property_.value].append(value.value)
    return found


def _record(store: Store, term: str) -> tuple[str | None, dict[str, Properties]]:
    runs: dict[str, dict[str, Properties]] = {}
    for run, node, property_, value in store.select(_EVIDENCE.replace("UNDEF", term)).rows:
        if run and node and property_ and value:
            nodes = runs.setdefault(run.value, {})
            nodes.setdefault(node.value, {}).setdefault(property_.value, []).append(value.value)
    if not runs:
        return None, {}
    latest = max(runs)
    return latest, runs[latest]


def _spoken(span: Properties) -> tuple[date | None, date | None]:
    return _day(_first(span, f"{NS}spokenEarliest")), _day(_first(span, f"{NS}spokenLatest"))


def _topics(record: Properties, nodes: dict[str, Properties]) -> tuple[Named, ...]:
    """The topics that the content is about: the record knows them by the words that name them."""
    found: dict[str, Named] = {}
    for key, span in _spans(record, "aboutSpan"):
        base, _, place = span.partition("text/")
        for name in nodes.get(span, {}).get(f"{NS}denotesTopic", ()):
            iri = expand(topic_id(place.removesuffix(f"/{key}"), name), base)
            found.setdefault(iri, Named(iri=iri, label=name))
    return tuple(found.values())


def _source(store: Store, articles: tuple[Named, ...], texts: list[str]) -> Source:
    text = texts[0] if texts else ""
    about = _properties(store, _ARTICLE, str(ox.NamedNode(text))) if text else {}
    outlet = _first(about, f"{_SCHEMA}publisher")
    return Source(
        article=articles[0] if articles else Named(iri="", label=_first(about, _LABEL) or ""),
        version=text.rpartition("/")[2],
        url=_first(about, f"{_SCHEMA}url"),
        outlet=node_labels(store, [outlet]).get(outlet, outlet) if outlet and outlet.startswith("http") else outlet,
        published=_day(_first(about, f"{NS}publishedOn")),
    )


def _speaker_evidence(
    record: Properties, nodes: dict[str, Properties], names: _Names, article: Article | None
) -> tuple[SpeakerEvidence, ...]:
    found = []
    for key, iri in (*_spans(record, "sourceSpan"), *_spans(record, "speakerSpan")):
        mention = nodes.get(iri, {})
        denoted = names.of(mention, "denotes")
        found.append(
            SpeakerEvidence(
                actor=denoted[0] if denoted else None,
                words=article.cut(parse_span(key)) if article else None,
                span=key,
                method=_first(mention, f"{NS}resolvedBy") or ("alias" if denoted else None),
                score=float(mention.get(f"{NS}confidence", ["1"])[0]),
                alternatives=names.of(mention, "alternativeDenotes"),
                reason=_first(mention, f"{NS}whyUnresolved"),
            )
        )
    return tuple(found)


def _stances(record: Properties, nodes: dict[str, Properties], names: _Names) -> tuple[StanceEvidence, ...]:
    stances = [nodes.get(iri, {}) for iri in record.get(f"{NS}hasStance", ())]
    return tuple(
        StanceEvidence(
            target=names.of(stance, "stanceTarget")[0],
            polarity=_concept(stance, "polarity") or "",
            act=_concept(stance, "stanceAct"),
        )
        for stance in stances
        if f"{NS}stanceTarget" in stance
    )


def _shown_stances(view: Properties, names: _Names) -> tuple[StanceEvidence, ...]:
    """The stances that the view shows, whatever the record has."""
    return tuple(
        StanceEvidence(target=target, polarity=polarity, act=None)
        for name, polarity in (("opposes", "negative"), ("favours", "positive"))
        for target in names.of(view, name)
    )


def _spans(record: Properties, name: str) -> list[tuple[str, str]]:
    """Key and IRI of each span, in the order of the article."""
    keyed = [(iri.rpartition("/")[2], iri) for iri in record.get(f"{NS}{name}", ())]
    return sorted(keyed, key=lambda pair: (pair[0][0] == "c", parse_span(pair[0])))


def _marks(record: Properties, content: Iterable[str]) -> list[tuple[Span, Role]]:
    """What is marked in the passage. `content`: keys of the spans of the content, as people corrected it."""
    roles: tuple[tuple[str, Role], ...] = (("quoteSpan", "quote"), ("cueSpan", "cue"), ("sourceSpan", "source"))
    marks: list[tuple[Span, Role]] = [(parse_span(key), "content") for key in content]
    return [*marks, *((parse_span(key), role) for name, role in roles for key, _ in _spans(record, name))]


def _first(properties: Properties, name: str) -> str | None:
    return next(iter(properties.get(name, ())), None)


def _concept(properties: Properties, name: str) -> str | None:
    iri = _first(properties, f"{NS}{name}")
    return iri.rpartition("/")[2] if iri else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
