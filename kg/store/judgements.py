"""The ledger of identity in the store: one named graph for each entry, only ever added to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import PROV, SKOS

from kg.identity.judgements import Judgement, Verdict, in_order, is_item
from kg.store.view_terms import LABEL, TYPE
from kg.triples.terms import day, decimal, integer, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import expand, judgement_graph, path_of
from kg.vocab.prefixes import VOC, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

JUDGEMENT: Final = NamedNode(DMR.Judgement)
CONFIDENCE: Final = NamedNode(DMR.confidence)
DECIDED_BY: Final = NamedNode(DMR.decidedBy)
DECIDED_ON: Final = NamedNode(DMR.decidedOn)
JUDGES: Final = NamedNode(DMR.judges)
REASON: Final = NamedNode(DMR.reason)
REPETITION: Final = NamedNode(DMR.repetition)
VERDICT: Final = NamedNode(DMR.verdict)
WITHDRAWS: Final = NamedNode(DMR.withdraws)
CLOSE_MATCH: Final = NamedNode(SKOS.closeMatch)
DERIVED_FROM: Final = NamedNode(PROV.wasDerivedFrom)
_VERDICTS: Final = f"{VOC}verdict/"


def judgement_quads(entry: Judgement) -> list[Quad]:
    """An entry as its own graph. A candidate item of Wikidata is a skos:closeMatch there, and nowhere else."""
    this = NamedNode(entry.iri)
    graph = NamedNode(expand(judgement_graph(path_of(entry.iri, entry.base) or ""), entry.base))
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, JUDGEMENT),
        (LABEL, words(_label(entry), "en")),
        *((JUDGES, NamedNode(actor)) for actor in entry.actors),
        (VERDICT, NamedNode(_VERDICTS + entry.verdict)),
        (DECIDED_BY, string(entry.by)),
        *((DERIVED_FROM, NamedNode(iri)) for iri in entry.evidence),
    ]
    if entry.day is not None:
        told.append((DECIDED_ON, day(entry.day)))
    if entry.why:
        told.append((REASON, string(entry.why)))
    if entry.score is not None:
        told.append((CONFIDENCE, decimal(entry.score)))
    if entry.withdraws is not None:
        told.append((WITHDRAWS, NamedNode(entry.withdraws)))
    if entry.repetition:
        told.append((REPETITION, integer(entry.repetition)))
    quads = [Quad(this, predicate, value, graph) for predicate, value in told]
    if entry.verdict is Verdict.UNSURE:
        items = [actor for actor in entry.actors if is_item(actor)]
        own = [actor for actor in entry.actors if not is_item(actor)]
        quads += [Quad(NamedNode(one), CLOSE_MATCH, NamedNode(item), graph) for one in own for item in items]
    return quads


def stored_judgements(store: Store, base: str) -> list[Judgement]:
    """Every entry that the store holds, in the order of the ledger."""
    found = []
    for typed in store.quads_for_pattern(None, TYPE, JUDGEMENT, None):
        if isinstance(typed.graph_name, NamedNode) and isinstance(typed.subject, NamedNode):
            found.append(_entry(store.quads_for_pattern(typed.subject, None, None, typed.graph_name), base))
    return in_order(found)


def _entry(quads: Iterable[Quad], base: str) -> Judgement:
    told: dict[NamedNode, list[str]] = {}
    for quad in quads:
        if isinstance(quad.object, NamedNode | Literal):
            told.setdefault(quad.predicate, []).append(quad.object.value)

    def one(predicate: NamedNode) -> str | None:
        return next(iter(told.get(predicate, ())), None)

    decided_on, score = one(DECIDED_ON), one(CONFIDENCE)
    first, second = sorted(told[JUDGES])
    return Judgement(
        actors=(first, second),
        verdict=Verdict(told[VERDICT][0].removeprefix(_VERDICTS)),
        by=told[DECIDED_BY][0],
        day=date.fromisoformat(decided_on) if decided_on else None,
        why=one(REASON) or "",
        evidence=tuple(sorted(told.get(DERIVED_FROM, ()))),
        score=float(score) if score else None,
        withdraws=one(WITHDRAWS),
        repetition=int(one(REPETITION) or 0),
        base=base,
    )


def _label(entry: Judgement) -> str:
    first, second = (shorten(actor, entry.base) for actor in entry.actors)
    told = f"{entry.by}: {first} and {second}"
    return f"{told}, judgement withdrawn" if entry.withdraws else f"{told} are {_WORDS[entry.verdict]}"


_WORDS: Final = {
    Verdict.SAME: "the same",
    Verdict.DIFFERENT: "different",
    Verdict.UNSURE: "perhaps the same",
}
