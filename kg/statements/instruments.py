"""Instruments that an article tells of: drafts, numbered resolutions, mandates, sanctions regimes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Instrument, InstrumentKind
from kg.statements.drafts import find_drafts, find_resolutions
from kg.statements.reading import Reference
from kg.statements.regimes import find_regimes
from kg.vocab.ids import instrument_id, target_actor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Article, ResolvedActors, TargetId
    from kg.resolve import Authority
    from kg.statements.reading import Reading

_MANDATE: Final = re.compile(
    r"\b(?:the )?(?:(?:current|present|existing|one-year|annual) )?mandate(?= (?:of|for) )|\bmandate\b", re.IGNORECASE
)
_OF_WHOM: Final = re.compile(r" (?:of|for) (?:the |a |an )?(?:(?:UN|U\.N\.|United Nations) )?", re.IGNORECASE)
_BODIES: Final = frozenset({ActorKind.INTERNATIONAL_BODY, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION})


@dataclass(slots=True)
class Instruments:
    """Everything found, by id, and the drafts in text order."""

    found: dict[TargetId, Instrument] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    def take(self, instrument: Instrument, reference: Reference) -> None:
        """Keep the instrument as first told of, and the place that names it."""
        self.found.setdefault(instrument.id, instrument)
        self.references.append(reference)

    def change(self, target: TargetId, **changes: object) -> None:
        """Add to what is known of an instrument."""
        self.found[target] = replace(self.found[target], **changes)  # type: ignore[arg-type]

    def of_kind(self, kind: InstrumentKind) -> list[TargetId]:
        """Instruments of one kind, in order of their first place."""
        return [target for target, instrument in self.found.items() if instrument.kind is kind]


def find_instruments(
    article: Article, readings: Mapping[str, Reading], resolved: ResolvedActors, authority: Authority
) -> Instruments:
    """All instruments of both strings; their places are added to the readings.

    The text is read first, so that the title's short forms bind to what the text tells.
    """
    found = Instruments()
    for name in ("text", "title"):
        reading = readings[name]
        find_resolutions(article, reading, found)
        find_drafts(article, reading, found)
        _find_mandates(article, reading, resolved, found)
    find_regimes(article, readings, resolved, authority, found)
    for name, reading in readings.items():
        reading.add(r for r in found.references if r.span.string == name)
    return found


def _find_mandates(article: Article, reading: Reading, resolved: ResolvedActors, found: Instruments) -> None:
    """The mandate of a body, each once; a bare "the mandate" is the only one there is."""
    bare: list[re.Match[str]] = []
    known = {found.found[target].mandate_of: target for target in found.of_kind(InstrumentKind.MANDATE)}
    for match in _MANDATE.finditer(reading.shadow):
        holder = _mandate_holder(reading, match)
        actor = target_actor(holder.target) if holder else None
        if holder is None or actor is None or resolved.actors[actor].kind not in _BODIES:
            bare.append(match)
            continue
        start, end = min(match.start(), holder.start), max(match.end(), holder.end)
        span = reading.span(start, end)
        target = known.setdefault(actor, instrument_id(article.version, span, InstrumentKind.MANDATE))
        label = f"mandate of {resolved.actors[actor].label}"
        mandate = Instrument(id=target, kind=InstrumentKind.MANDATE, label=label, evidence=span, mandate_of=actor)
        found.take(mandate, Reference(match.start(), match.end(), target, reading.span(match.start(), match.end())))
    only = next(iter(known.values())) if len(known) == 1 else None
    for match in bare if only else ():
        span = reading.span(match.start(), match.end())
        if only:
            found.take(found.found[only], Reference(match.start(), match.end(), only, span))


def _mandate_holder(reading: Reading, match: re.Match[str]) -> Reference | None:
    """ "the mandate of [the panel]", "[the panel]'s mandate"."""
    if of := _OF_WHOM.match(reading.shadow, match.end()):
        after = [r for r in reading.outermost(match.end(), match.end() + 200) if r.start <= of.end() <= r.start + 25]
        if after:
            return after[0]
    before = [
        r
        for r in reading.within(max(0, match.start() - 120), match.start())
        if re.fullmatch(r"['’]s? (?:\w+ )?", reading.shadow[r.end : match.start()])
    ]
    return before[-1] if before else None
