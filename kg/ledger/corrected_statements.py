"""A statement as the view shows it, with what a correction of it has to know; and every correction with its state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.corrected import CorrectionIndex, attach
from kg.store.corrections import Part, corrections_in_force, days_told, stored_corrections, withdrawn_corrections
from kg.store.records import record_of, stored_quads
from kg.store.view_terms import (
    ACTORS,
    CONTENT,
    CORRECTED_BY,
    LABEL,
    PUBLISHED_ON,
    REPORTED_IN,
    SAID_EARLIEST,
    SAID_LATEST,
    SHOWN_AS,
    TYPE,
)
from kg.vocab.ids import SHOWN_AS_GRAPH, VIEW_GRAPH, expand, path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.store import EmbeddedStore
    from kg.store.corrections import Correction
    from kg.store.records import ArticleRecord, Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """One statement of the view. `anchor_iri`, `anchor`: the statement, and its words as the reader found them, that
    earlier corrections of it were made on; its own where there are none."""

    iri: str
    kind: str
    label: str
    words: str
    article: str
    version: str
    text_hash: str
    anchor_iri: str
    anchor: str
    said: tuple[date | None, date | None]
    """First and last day as told; neither where nothing but the article's day bounds them."""
    facts: dict[str, tuple[tuple[str, str], ...]]
    """Predicate -> IRI and label of each of its values."""
    record: ArticleRecord

    @property
    def published(self) -> date | None:
        """The day of the article, None where it has none."""
        days = [found.value for node in self.record.article.values() for found in node.get(PUBLISHED_ON, ())]
        return date.fromisoformat(days[0]) if days else None

    def names(self, predicate: str) -> str:
        """What the values of a predicate are called, as one text; empty where there are none."""
        return " and ".join(sorted(label for _, label in self.facts.get(predicate, ())))

    def has(self, predicate: str, value: str) -> bool:
        """True if the view shows this value."""
        return any(iri == value for iri, _ in self.facts.get(predicate, ()))

    def own_actor(self, store: EmbeddedStore, actor: str) -> tuple[str, tuple[str, str, str] | None] | None:
        """An actor as a correction of this statement names it, with class and label unless reference data has them.

        An actor that another article knows becomes one of this article, of the same name and kind: whether both are
        one is a judgement of its own. What the article itself tells of beside actors (a draft, a vote) stays as it is.

        Returns: None for what is neither.
        """
        base = store.folder.base
        node = ox.NamedNode(actor)
        if _in_reference(store, node):
            return actor, None
        own = sorted(
            found.value
            for found, facts in self.record.found.items()
            if not ACTORS.isdisjoint(facts.get(TYPE, ()))
            and node in (found, self.record.joined.get(found), _shown_as(store, found))
        )
        kind, label = _kind(store, node), name_of(store, actor) or actor
        if kind is None:
            return (actor, None) if node in self.record.found else None
        if own:
            return own[0], (own[0], kind, label)
        path = path_of(actor, base) or ""
        if path.startswith("actor/local/"):
            renamed = expand(f"actor/local/{self.version}-{path.rpartition('-')[2]}", base)
            return renamed, (renamed, kind, label)
        return actor, (actor, kind, label)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """One correction, whether it holds, and the statement that shows it now: None where it found none again."""

    correction: Correction
    holds: bool
    statement: str | None


def shown_statement(store: EmbeddedStore, iri: str, entries: Sequence[Correction]) -> ShownStatement | None:
    """The statement of the view with this IRI, None where there is none."""
    try:
        this = ox.NamedNode(iri)
    except ValueError:
        return None
    view = ox.NamedNode(expand(VIEW_GRAPH, store.folder.base))
    told = list(store.quads.quads_for_pattern(this, None, None, view))
    by_predicate: dict[str, list[tuple[str, str]]] = {}
    for quad in told:
        value = quad.object
        if isinstance(value, ox.NamedNode | ox.Literal):
            label = name_of(store, value.value) if isinstance(value, ox.NamedNode) else value.value
            by_predicate.setdefault(quad.predicate.value, []).append((value.value, label or value.value))
    facts = {predicate: tuple(sorted(values)) for predicate, values in by_predicate.items()}
    version = (path_of(iri, store.folder.base) or "").removeprefix("statement/").partition("-")[0]
    article = store.article(version)
    if CONTENT.value not in facts or article is None:
        return None
    record = _record(store, version)
    own = record.found.get(this, {}).get(CONTENT, ())
    words = facts[CONTENT.value][0][0]
    made = {value for value, _ in facts.get(CORRECTED_BY.value, ())}
    anchor = next((entry for entry in entries if entry.iri in made), None)
    return ShownStatement(
        iri=iri,
        kind=facts[TYPE.value][0][0],
        label=facts[LABEL.value][0][0],
        words=words,
        article=facts[REPORTED_IN.value][0][0],
        version=version,
        text_hash=article.text_hash,
        anchor_iri=anchor.statement if anchor else iri,
        anchor=anchor.anchor if anchor else (own[0].value if own else words),
        said=_said(record.found.get(this, {}), entries, anchor.statement if anchor else iri),
        facts=facts,
        record=record,
    )


def _said(found: Facts, entries: Sequence[Correction], anchor_iri: str) -> tuple[date | None, date | None]:
    """The days as people corrected them, else as the reader found them."""
    for entry in corrections_in_force(entries):
        if entry.part is Part.DAY and entry.statement == anchor_iri:
            return days_told(entry.now) or (None, None)
    earliest, latest = (next(iter(found.get(one, ())), None) for one in (SAID_EARLIEST, SAID_LATEST))
    return (
        date.fromisoformat(earliest.value) if earliest else None,
        date.fromisoformat(latest.value) if latest else None,
    )


def correction_rows(store: EmbeddedStore) -> list[CorrectionRow]:
    """Every correction, in order. A rejection that holds and found its statement leads to it all the same."""
    entries = stored_corrections(store.quads, store.folder.base)
    holding = {entry.iri for entry in corrections_in_force(entries)}
    index, places = CorrectionIndex(entries), dict[str, str]()
    hashes = {entry.text_hash for entry in entries if entry.iri in holding}
    hashes |= store.texts.hashes_of(
        path for entry in entries if entry.iri in holding and (path := path_of(entry.article, store.folder.base))
    )
    for version, shown in store.texts.shown(hashes).items():
        if shown.representative:
            record = _record(store, version)
            for iri, statement in attach(record, index.of(record)).items():
                places.setdefault(iri, statement.value)
    gone = withdrawn_corrections(entries)
    return [
        CorrectionRow(
            correction=entry,
            holds=entry.withdraws is None and entry.iri not in gone and entry.iri in holding,
            statement=places.get(entry.statement) if entry.iri in holding else None,
        )
        for entry in entries
    ]


def name_of(store: EmbeddedStore, iri: str) -> str | None:
    """The label that the view has for a node, else any; None where there is none."""
    view = ox.NamedNode(expand(VIEW_GRAPH, store.folder.base))
    found = [
        (quad.graph_name != view, quad.object.value)
        for quad in store.quads.quads_for_pattern(ox.NamedNode(iri), LABEL, None, None)
        if isinstance(quad.object, ox.Literal)
    ]
    return min(found)[1] if found else None


def part_in_words(correction: Correction) -> str:
    """What an entry corrects: "speaker", "stance" ...; "withdrawn" where it takes another one back."""
    if correction.withdraws is not None:
        return "withdrawn"
    return "rejected" if correction.part is Part.WHOLE else correction.part.value


def _record(store: EmbeddedStore, version: str) -> ArticleRecord:
    base = store.folder.base
    run = store.texts.run_of(version)
    return record_of(version, stored_quads(store.quads, version, run, base) if run else (), base)


def _in_reference(store: EmbeddedStore, node: ox.NamedNode) -> bool:
    prefix = expand("graph/ref/", store.folder.base)
    return any(
        isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(prefix)
        for quad in store.quads.quads_for_pattern(node, TYPE, None, None)
    )


def _shown_as(store: EmbeddedStore, node: ox.NamedNode) -> ox.NamedNode | None:
    graph = ox.NamedNode(expand(SHOWN_AS_GRAPH, store.folder.base))
    found = [quad.object for quad in store.quads.quads_for_pattern(node, SHOWN_AS, None, graph)]
    return next((one for one in found if isinstance(one, ox.NamedNode)), None)


def _kind(store: EmbeddedStore, node: ox.NamedNode) -> str | None:
    kinds = [
        quad.object.value
        for quad in store.quads.quads_for_pattern(node, TYPE, None, None)
        if isinstance(quad.object, ox.NamedNode) and quad.object in ACTORS
    ]
    return min(kinds, default=None)
