"""A judgement of identity: who decided, on which day and why, that two actors are the same, different, or neither yet.

A ledger is nothing but a set of judgements. None is ever changed or taken out; one that was wrong is withdrawn by a
further entry. Both actors are IRIs, and their order means nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.vocab.ids import DATA_BASE, expand, judgement_path

if TYPE_CHECKING:
    from collections.abc import Iterable

RULE: Final = "rule"
"""Who decided what the listed rule of joining (`kg.build.joins`) decides."""
WIKIDATA: Final = "http://www.wikidata.org/entity/"
_ITEM: Final = re.compile(re.escape(WIKIDATA) + "Q[1-9][0-9]*")


class Verdict(StrEnum):
    """What a judgement says; the value is the name of its concept in voc/verdict."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """Looked at and left open. It changes nothing in the view, but the pair is not proposed again."""
    WITHDRAWN = "withdrawn"
    """The judgement named by `withdraws` no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One entry of the ledger.

    `actors`: two IRIs, sorted. `day`: as the judge gave it; None only for what the rule decided, which has no day.
    `evidence`: IRIs of spans, statements or articles of the graph, or addresses of pages, sorted. `score`: 0 to 1,
    how sure a program was; None for people. `repetition`: how often the same was judged and withdrawn before.

    Raises: ValueError: the actors are one, an IRI is broken, or `withdraws` and the verdict do not fit.
    """

    actors: tuple[str, str]
    verdict: Verdict
    by: str
    day: date | None
    why: str = ""
    evidence: tuple[str, ...] = ()
    score: float | None = None
    withdraws: str | None = None
    repetition: int = 0
    base: str = field(default=DATA_BASE, repr=False)

    def __post_init__(self) -> None:
        if self.actors[0] >= self.actors[1]:
            raise ValueError("a judgement is about two different actors, in order of their IRIs")
        if (self.verdict is Verdict.WITHDRAWN) != (self.withdraws is not None):
            raise ValueError("an entry withdraws a judgement exactly where its verdict is withdrawn")
        if not self.by.strip():
            raise ValueError("a judgement names who judged")

    @property
    def iri(self) -> str:
        """By what the entry says alone: the same entry has the same IRI wherever it was made."""
        parts = (
            *self.actors, self.verdict.value, self.by, str(self.day), self.why, *self.evidence, repr(self.score),
            self.withdraws or "", str(self.repetition),
        )  # fmt: skip
        return expand(judgement_path(parts), self.base)

    @property
    def is_by_rule(self) -> bool:
        """True for what the rule of joining decided."""
        return self.by == RULE


def pair(one: str, other: str) -> tuple[str, str]:
    """Two actors in the order in which judgements have them."""
    return (one, other) if one < other else (other, one)


def rule_judgement(local: str, joined: str, base: str = DATA_BASE) -> Judgement:
    """What the rule decided of an actor of one article, in the form of the ledger."""
    why = "same full name, state and family of roles"
    return Judgement(actors=pair(local, joined), verdict=Verdict.SAME, by=RULE, day=None, why=why, base=base)


def is_item(iri: str) -> bool:
    """True for an item of Wikidata.

    >>> is_item("http://www.wikidata.org/entity/Q42"), is_item("https://w3id.org/demarche/id/actor/state/FRA")
    (True, False)
    """
    return _ITEM.fullmatch(iri) is not None


def withdrawn(ledger: Iterable[Judgement]) -> frozenset[str]:
    """IRIs of the judgements that an entry takes back, those of the rule among them."""
    return frozenset(entry.withdraws for entry in ledger if entry.withdraws is not None)


def in_force(ledger: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold: neither withdrawn nor entries that only withdraw. Sorted, each once."""
    entries = set(ledger)
    gone = withdrawn(entries)
    return in_order(entry for entry in entries if entry.withdraws is None and entry.iri not in gone)


def in_order(entries: Iterable[Judgement]) -> list[Judgement]:
    """Entries by day (the rule's first), then by IRI: the order in which they are listed and written."""
    return sorted(entries, key=lambda entry: (entry.day or date.min, entry.withdraws is not None, entry.iri))
