"""What people corrected of a statement, as its card tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.vocab.prefixes import NS, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store.protocol import Store

_CORRECTION: Final = """
SELECT DISTINCT ?property ?value WHERE {
  VALUES ?node { UNDEF }
  GRAPH ?graph { ?node ?property ?value }
}
ORDER BY ?property ?value
"""
_IN_WORDS: Final = {"onBehalfOf": "on behalf of", "content": "words", "hasStance": "stance", "saidLatest": "day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEvidence:
    """What a person corrected of the statement: it is shown so, whatever the reader found."""

    iri: str
    part: str
    """Short name of the property: speaker, onBehalfOf, about, content, saidLatest; hasStance."""
    was: str
    now: str
    by: str
    day: date | None
    why: str | None
    span: str | None
    """Key of the span of new words."""

    def __str__(self) -> str:
        reason = f": {self.why}" if self.why else ""
        name = _IN_WORDS.get(self.part, self.part)
        return f"{name}, was “{self.was}”, by {self.by} on {self.day}{reason} ({shorten(self.iri)})"


def corrections_of(store: Store, corrections: Iterable[str]) -> tuple[CorrectionEvidence, ...]:
    """What these corrections (IRIs) say, by day."""
    found = []
    for iri in corrections:
        told: dict[str, str] = defaultdict(str)
        for property_, value in store.select(_CORRECTION.replace("UNDEF", str(ox.NamedNode(iri)))).rows:
            if property_ is not None and value is not None:
                told[property_.value] = value.value
        decided_on, span = told[f"{NS}decidedOn"], told[f"{NS}contentSpan"]
        found.append(
            CorrectionEvidence(
                iri=iri,
                part=told[f"{NS}correctedProperty"].rpartition("#")[2],
                was=told[f"{NS}oldLiteral"],
                now=told[f"{NS}newLiteral"],
                by=told[f"{NS}decidedBy"],
                day=date.fromisoformat(decided_on) if decided_on else None,
                why=told[f"{NS}reason"] or None,
                span=span.rpartition("/")[2] or None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.iri)))
