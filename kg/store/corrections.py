"""Corrections of single statements in the store: one named graph for each entry, only ever added to.

A correction says of one statement that it has another speaker, binds somebody else, is about others, has other words,
another stance or day, or is none at all. The record stays as it was found; the view is made of it and what holds here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.store.view_terms import LABEL, POLARITY, REPORTED_IN, TYPE
from kg.triples.terms import day, integer, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, correction_path, expand, judgement_graph, path_of
from kg.vocab.prefixes import VOC, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

CORRECTION: Final = NamedNode(DMR.Correction)
ANCHOR_HASH: Final = NamedNode(DMR.anchorHash)
ANCHOR_TEXT: Final = NamedNode(DMR.anchorText)
CONTENT_SPAN: Final = NamedNode(DMR.contentSpan)
CORRECTED_PROPERTY: Final = NamedNode(DMR.correctedProperty)
CORRECTS: Final = NamedNode(DMR.corrects)
DECIDED_BY: Final = NamedNode(DMR.decidedBy)
DECIDED_ON: Final = NamedNode(DMR.decidedOn)
NEW_LITERAL: Final = NamedNode(DMR.newLiteral)
NEW_VALUE: Final = NamedNode(DMR.newValue)
OLD_LITERAL: Final = NamedNode(DMR.oldLiteral)
REASON: Final = NamedNode(DMR.reason)
REPETITION: Final = NamedNode(DMR.repetition)
WITHDRAWS: Final = NamedNode(DMR.withdraws)
_POLARITY: Final = f"{VOC}polarity/"


class Part(StrEnum):
    """What of a statement is corrected."""

    WHOLE = "statement"
    """The statement is rejected: nobody said so."""
    SPEAKER = "speaker"
    BEHALF = "behalf"
    ABOUT = "about"
    WORDS = "words"
    STANCE = "stance"
    """The side that it takes towards one target."""
    DAY = "day"
    """The day or days on which it can have been said."""


_PROPERTIES: Final = {
    Part.SPEAKER: NamedNode(DMR.speaker),
    Part.BEHALF: NamedNode(DMR.onBehalfOf),
    Part.ABOUT: NamedNode(DMR.about),
    Part.WORDS: NamedNode(DMR.content),
    Part.STANCE: NamedNode(DMR.hasStance),
    Part.DAY: NamedNode(DMR.saidLatest),
}
_PARTS: Final = {node.value: part for part, node in _PROPERTIES.items()}


_DAYS: Final = re.compile(r"\d{4}-\d\d-\d\d")


def said_in_words(first: date | None, last: date | None) -> str:
    """First and last day as corrections keep them and people read them; neither: the article tells no day.

    >>> said_in_words(date(2025, 3, 1), date(2025, 3, 2)), said_in_words(None, None)
    ('2025-03-01 to 2025-03-02', 'not told')
    """
    if first is None:
        return "not told" if last is None else f"{last.isoformat()} or before"
    return first.isoformat() if last in (None, first) else f"{first.isoformat()} to {last}"


def days_told(written: str) -> tuple[date, date] | None:
    """First and last day as `said_in_words` wrote them; None where no day is told.

    >>> days_told("2025-03-01")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 1))
    """
    days = [date.fromisoformat(found) for found in _DAYS.findall(written)]
    return (days[0], days[-1]) if days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry. Nothing in it is ever changed.

    `statement`, `article`: IRIs, as they were when it was made; `text_hash` of the wording and `anchor`, the words that
    the reader had found, tell where it belongs after a new extraction. `new`: IRIs of actors, sorted; of a stance the
    one target. `actors`: class and label of those among them that reference data does not know. `side`: of a stance,
    the name of its concept in voc/polarity; "neutral" takes the stance away. `was`, `now`: what was shown and what is
    shown, as people read it; days as `said_in_words` writes them. `span`: where the new words stand. `day`: on which it
    was made, as the person gave it. `withdraws`: IRI of the correction that this one takes back. `repetition`: how
    often the same was said and withdrawn before.

    Raises: ValueError: nobody is named, or an IRI is broken.
    """

    statement: str
    article: str
    text_hash: str
    anchor: str
    part: Part
    by: str
    day: date
    new: tuple[str, ...] = ()
    actors: tuple[tuple[str, str, str], ...] = ()
    side: str | None = None
    was: str = ""
    now: str = ""
    span: str | None = None
    why: str = ""
    withdraws: str | None = None
    repetition: int = 0
    base: str = field(default=DATA_BASE, repr=False)

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ValueError("a correction names who made it")

    @property
    def iri(self) -> str:
        """By what the entry says alone: the same entry has the same IRI wherever it was made."""
        parts = (
            self.statement, self.part.value, *self.new, self.side or "", self.was, self.now, self.by, str(self.day),
            self.why, self.withdraws or "", str(self.repetition),
        )  # fmt: skip
        return expand(correction_path(parts), self.base)

    @property
    def key(self) -> tuple[str, str, str]:
        """What only one correction can say at a time: of several, the last one counts."""
        return self.statement, self.part.value, self.new[0] if self.part is Part.STANCE else ""


def withdrawn_corrections(entries: Iterable[Correction]) -> frozenset[str]:
    """IRIs of the corrections that an entry takes back."""
    return frozenset(entry.withdraws for entry in entries if entry.withdraws is not None)


def corrections_in_force(entries: Iterable[Correction]) -> list[Correction]:
    """Those that hold: neither withdrawn, nor entries that only withdraw, nor said otherwise later. In order."""
    listed = order_of_corrections(entries)
    gone = withdrawn_corrections(listed)
    last = {entry.key: entry for entry in listed if entry.withdraws is None and entry.iri not in gone}
    return order_of_corrections(last.values())


def order_of_corrections(entries: Iterable[Correction]) -> list[Correction]:
    """By day, then by repetition and IRI: the order in which they are listed, and the later one counts."""
    return sorted(set(entries), key=lambda entry: (entry.day, entry.withdraws is not None, entry.repetition, entry.iri))


def correction_quads(entry: Correction) -> list[Quad]:
    """An entry as its own graph, with what is told of actors that only it brings in."""
    this = NamedNode(entry.iri)
    graph = NamedNode(expand(judgement_graph(path_of(entry.iri, entry.base) or ""), entry.base))
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, CORRECTION),
        (LABEL, words(_label(entry), "en")),
        (CORRECTS, NamedNode(entry.statement)),
        (REPORTED_IN, NamedNode(entry.article)),
        (ANCHOR_HASH, string(entry.text_hash)),
        (ANCHOR_TEXT, words(entry.anchor, "en")),
        (DECIDED_BY, string(entry.by)),
        (DECIDED_ON, day(entry.day)),
        *((NEW_VALUE, NamedNode(value)) for value in entry.new),
    ]
    if entry.part is not Part.WHOLE:
        told.append((CORRECTED_PROPERTY, _PROPERTIES[entry.part]))
    if entry.side is not None:
        told.append((POLARITY, NamedNode(_POLARITY + entry.side)))
    if entry.span is not None:
        told.append((CONTENT_SPAN, NamedNode(entry.span)))
    told += [(predicate, string(text)) for predicate, text in (
        (OLD_LITERAL, entry.was), (NEW_LITERAL, entry.now), (REASON, entry.why),
    ) if text]  # fmt: skip
    if entry.withdraws is not None:
        told.append((WITHDRAWS, NamedNode(entry.withdraws)))
    if entry.repetition:
        told.append((REPETITION, integer(entry.repetition)))
    quads = [Quad(this, predicate, value, graph) for predicate, value in told]
    for actor, kind, label in entry.actors:
        quads.append(Quad(NamedNode(actor), TYPE, NamedNode(kind), graph))
        quads.append(Quad(NamedNode(actor), LABEL, words(label, "en"), graph))
    return quads


def stored_corrections(store: Store, base: str) -> list[Correction]:
    """Every entry that the store holds, in order."""
    found = []
    for typed in store.quads_for_pattern(None, TYPE, CORRECTION, None):
        if isinstance(typed.graph_name, NamedNode) and isinstance(typed.subject, NamedNode):
            quads = list(store.quads_for_pattern(None, None, None, typed.graph_name))
            found.append(_entry(typed.subject, quads, base))
    return order_of_corrections(found)


def _entry(this: NamedNode, quads: list[Quad], base: str) -> Correction:
    told: dict[NamedNode, list[str]] = {}
    actors: dict[str, dict[NamedNode, str]] = {}
    for quad in quads:
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            continue
        if quad.subject == this:
            told.setdefault(quad.predicate, []).append(quad.object.value)
        else:
            actors.setdefault(quad.subject.value, {})[quad.predicate] = quad.object.value

    def one(predicate: NamedNode) -> str | None:
        return next(iter(told.get(predicate, ())), None)

    side, corrected = one(POLARITY), one(CORRECTED_PROPERTY)
    return Correction(
        statement=told[CORRECTS][0],
        article=told[REPORTED_IN][0],
        text_hash=told[ANCHOR_HASH][0],
        anchor=told[ANCHOR_TEXT][0],
        part=_PARTS[corrected] if corrected else Part.WHOLE,
        by=told[DECIDED_BY][0],
        day=date.fromisoformat(told[DECIDED_ON][0]),
        new=tuple(sorted(told.get(NEW_VALUE, ()))),
        actors=tuple(sorted((actor, facts[TYPE], facts[LABEL]) for actor, facts in actors.items())),
        side=side.removeprefix(_POLARITY) if side else None,
        was=one(OLD_LITERAL) or "",
        now=one(NEW_LITERAL) or "",
        span=one(CONTENT_SPAN),
        why=one(REASON) or "",
        withdraws=one(WITHDRAWS),
        repetition=int(one(REPETITION) or 0),
        base=base,
    )


def _label(entry: Correction) -> str:
    statement = shorten(entry.statement, entry.base)
    if entry.withdraws is not None:
        return f"{entry.by}: correction of {statement} withdrawn"
    if entry.part is Part.WHOLE:
        return f"{entry.by}: {statement} rejected"
    return f"{entry.by}: {entry.part.value} of {statement} corrected"
