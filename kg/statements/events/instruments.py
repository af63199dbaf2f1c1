"""Instruments that an article tells of: drafts, numbered resolutions, mandates, sanctions regimes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Instrument, InstrumentKind
from kg.statements.events.drafts import find_drafts, find_resolutions
from kg.statements.events.regimes import find_regimes
from kg.statements.reading.strings import Reference
from kg.vocab.ids import instrument_id, target_actor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kg.model import ActorId, ResolvedActors, TargetId
    from kg.resolve import Authority
    from kg.statements.reading.strings import Reading

_MANDATE: Final = re.compile(
    r"\b(?:the )?(?:(?:current|present|existing|one-year|annual) )?mandate(?= (?:of|for) )|\bmandate\b", re.IGNORECASE
)
_IN_FRONT: Final = ("det", "compound", "amod", "nmod", "poss")
_PLACE: Final = re.compile(r" (?:in|for|on|to) (?:the )?[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,2}")
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
    version: str,
    published: date | None,
    readings: Mapping[str, Reading],
    resolved: ResolvedActors,
    authority: Authority,
) -> Instruments:
    """All instruments of both strings; their places are added to the readings.

    The text is read first, so that the title's short forms bind to what the text tells.
    """
    found = Instruments()
    for name in ("text", "title"):
        reading = readings[name]
        find_resolutions(version, reading, found)
        find_drafts(version, reading, found)
        _find_mandates(version, reading, resolved, found)
    find_regimes(version, published, readings, resolved, authority, found)
    for name, reading in readings.items():
        reading.add(r for r in found.references if r.span.string == name)
    return found


def _find_mandates(version: str, reading: Reading, resolved: ResolvedActors, found: Instruments) -> None:
    """The mandate of a body, each once; a bare "the mandate" is the only one there is."""
    bare: list[re.Match[str]] = []
    known = {i.label: target for target, i in found.found.items() if i.kind is InstrumentKind.MANDATE}
    for match in _MANDATE.finditer(reading.shadow):
        holder = _holder(reading, match, resolved)
        if holder is None:
            bare.append(match)
            continue
        label, actor, start, end = holder
        span = reading.span(min(start, match.start()), max(end, match.end()))
        target = known.setdefault(label, instrument_id(version, span, InstrumentKind.MANDATE))
        mandate = Instrument(id=target, kind=InstrumentKind.MANDATE, label=label, evidence=span, mandate_of=actor)
        found.take(mandate, Reference(*match.span(), target, reading.span(*match.span())))
    only = next(iter(known.values())) if len(known) == 1 else None
    for match in bare if only else ():
        if only and match[0].casefold().startswith("the "):
            found.take(found.found[only], Reference(*match.span(), only, reading.span(*match.span())))


def _holder(
    reading: Reading, match: re.Match[str], resolved: ResolvedActors
) -> tuple[str, ActorId | None, int, int] | None:
    """ "the mandate of [the panel]", "[the panel]'s mandate": label, its body if known, place of the holder.

    A name that only begins a longer one ("[UN] Mission in ...") is not the holder; the words are then kept as they
    stand.
    """
    tree = reading.tree_at(match.start())
    tokens = tree.tokens(match.end() - 1, match.end()) if tree else ()
    if tree is None or not tokens:
        return None
    mandate = tokens[0]
    heads = [
        head for of in tree.kids(mandate, "prep") if tree.lower[of] in ("of", "for") for head in tree.kids(of, "pobj")
    ]
    heads += tree.kids(mandate, "poss")
    for head in heads:
        named = reading.naming(tree, head)
        actor = target_actor(named.target) if named else None
        if named and actor and resolved.actors[actor].kind in _BODIES:
            return f"mandate of {resolved.actors[actor].label}", actor, named.start, named.end
        if actor is None and tree.tag[head].startswith("N"):
            start, end = tree.start[min([head, *tree.kids(head, *_IN_FRONT)])], tree.end[head]
            if of := _PLACE.match(reading.shadow, end):
                end = of.end()
            words = (
                reading.shadow[start].lower() + reading.shadow[start + 1 : end]
                if tree.dep[head] == "poss"
                else reading.shadow[start:end]
            )
            return f"mandate of {words}", None, start, end
    return None
