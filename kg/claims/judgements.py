"""Judgements on links between claims: who decided, on which day and why, that a link holds or does not.

The pattern is that of the ledger of identity: entries are only ever added, each is a named graph of its own whose IRI
is the hash of all it says, and one that was wrong is withdrawn by a further entry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims.comparing import Relation
from kg.store.view_terms import LABEL, TYPE
from kg.triples.terms import day, integer, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, claim_judgement_path, expand, judgement_graph, path_of
from kg.vocab.prefixes import VOC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

SAME_COMMUNICATION: Final = "same-communication"
"""Of two statements: they report one event of speaking. The other relations are of claims."""
RELATIONS: Final = (*(relation.value for relation in Relation), SAME_COMMUNICATION)

JUDGEMENT: Final = NamedNode(DMR.ClaimJudgement)
DECIDED_BY: Final = NamedNode(DMR.decidedBy)
DECIDED_ON: Final = NamedNode(DMR.decidedOn)
LINK_FROM: Final = NamedNode(DMR.linkFrom)
LINK_TO: Final = NamedNode(DMR.linkTo)
LINK_TYPE: Final = NamedNode(DMR.linkType)
REASON: Final = NamedNode(DMR.reason)
REPETITION: Final = NamedNode(DMR.repetition)
VERDICT: Final = NamedNode(DMR.verdict)
WITHDRAWS: Final = NamedNode(DMR.withdraws)
_LINKS: Final = f"{VOC}link/"
_VERDICTS: Final = f"{VOC}link-verdict/"


class ClaimVerdict(StrEnum):
    """What a judgement says of a link; the value is its concept in voc/link-verdict."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """The judgement named by `withdraws` no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJudgement:
    """One entry. `first`, `second`: IRIs, in order of the alphabet but in `supports`, where the second supports the
    first. `repetition`: how often the same was judged and withdrawn before.

    Raises: ValueError: both are one, the order is wrong, nobody judged, or `withdraws` and the verdict do not fit.
    """

    first: str
    second: str
    relation: str
    verdict: ClaimVerdict
    by: str
    day: date
    why: str = ""
    withdraws: str | None = None
    repetition: int = 0
    base: str = field(default=DATA_BASE, repr=False)

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise ValueError(f"a link is one of {', '.join(RELATIONS)}, not {self.relation!r}")
        if self.first == self.second or (self.relation != Relation.SUPPORTS and self.first > self.second):
            raise ValueError("a link leads from one claim to another, in order of their IRIs unless it is a support")
        if (self.verdict is ClaimVerdict.WITHDRAWN) != (self.withdraws is not None):
            raise ValueError("an entry withdraws a judgement exactly where its verdict is withdrawn")
        if not self.by.strip():
            raise ValueError("a judgement names who judged")

    @property
    def iri(self) -> str:
        """By what the entry says alone: the same entry has the same IRI wherever it was made."""
        parts = (
            self.first, self.second, self.relation, self.verdict.value, self.by, self.day.isoformat(), self.why,
            self.withdraws or "", str(self.repetition),
        )  # fmt: skip
        return expand(claim_judgement_path(parts), self.base)

    @property
    def key(self) -> tuple[str, str, str]:
        """The two claims and the relation that it is about."""
        return self.first, self.second, self.relation


def in_order_of(first: str, second: str, relation: str) -> tuple[str, str]:
    """Two claims as a link has them: supports lead from what is supported, all else follows the alphabet."""
    return (first, second) if relation == Relation.SUPPORTS or first < second else (second, first)


def claim_judgement_quads(entry: ClaimJudgement) -> list[Quad]:
    """An entry as its own graph."""
    this = NamedNode(entry.iri)
    graph = NamedNode(expand(judgement_graph(path_of(entry.iri, entry.base) or ""), entry.base))
    label = f"{entry.by}: {entry.relation} {entry.verdict.value}"
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, JUDGEMENT),
        (LABEL, words(label, "en")),
        (LINK_FROM, NamedNode(entry.first)),
        (LINK_TO, NamedNode(entry.second)),
        (LINK_TYPE, NamedNode(_LINKS + entry.relation)),
        (VERDICT, NamedNode(_VERDICTS + entry.verdict)),
        (DECIDED_BY, string(entry.by)),
        (DECIDED_ON, day(entry.day)),
    ]
    if entry.why:
        told.append((REASON, string(entry.why)))
    if entry.withdraws is not None:
        told.append((WITHDRAWS, NamedNode(entry.withdraws)))
    if entry.repetition:
        told.append((REPETITION, integer(entry.repetition)))
    return [Quad(this, predicate, value, graph) for predicate, value in told]


def stored_claim_judgements(store: Store, base: str) -> list[ClaimJudgement]:
    """Every entry that the store holds, by day, withdrawals last, then by IRI."""
    found = []
    for typed in store.quads_for_pattern(None, TYPE, JUDGEMENT, None):
        if isinstance(typed.subject, NamedNode) and isinstance(typed.graph_name, NamedNode):
            told = {
                quad.predicate: quad.object.value
                for quad in store.quads_for_pattern(typed.subject, None, None, typed.graph_name)
                if isinstance(quad.object, NamedNode | Literal)
            }
            found.append(_entry(told, base))
    return sorted(found, key=lambda entry: (entry.day, entry.withdraws is not None, entry.iri))


def claims_in_force(entries: Iterable[ClaimJudgement]) -> list[ClaimJudgement]:
    """The entries that hold: neither withdrawn nor entries that only withdraw."""
    entries = list(entries)
    gone = {entry.withdraws for entry in entries}
    return [entry for entry in entries if entry.withdraws is None and entry.iri not in gone]


def _entry(told: dict[NamedNode, str], base: str) -> ClaimJudgement:
    return ClaimJudgement(
        first=told[LINK_FROM],
        second=told[LINK_TO],
        relation=told[LINK_TYPE].removeprefix(_LINKS),
        verdict=ClaimVerdict(told[VERDICT].removeprefix(_VERDICTS)),
        by=told[DECIDED_BY],
        day=date.fromisoformat(told[DECIDED_ON]),
        why=told.get(REASON, ""),
        withdraws=told.get(WITHDRAWS),
        repetition=int(told.get(REPETITION, "0")),
        base=base,
    )
