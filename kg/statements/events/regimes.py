"""Sanctions regimes: which one "the measures" are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Instrument, InstrumentKind, MentionType
from kg.statements.reading.strings import Reference
from kg.vocab.ids import instrument_id, target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kg.model import ActorId, ResolvedActors
    from kg.resolve import Authority
    from kg.statements.events.instruments import Instruments
    from kg.statements.reading.strings import Reading

_SANCTIONS: Final = re.compile(
    r"\b(?P<issuer>(?:UN|U\.N\.|United Nations|UN Security Council|Security Council|international|EU|European Union"
    r"|European|US|U\.S\.|American|Western|unilateral|national) )?"
    r"(?P<noun>sanctions|restrictive measures|coercive measures)\b(?! (?:committee|regimes|lists?|panel|monitor"
    r"|expert))",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    r"\b(?:the|these|those|such) (?:(?:sanctions|restrictive|punitive) )?(?:sanctions|measures|restrictions|regime)\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(r"[\"”’']? ?(?:imposed )?(?:on|against) (?:the )?", re.IGNORECASE)
_NOT_OF_THE_UN: Final = re.compile(
    r"\b(?:EU|European|US|U\.S\.|American|Western|unilateral|national|autonomous)\b", re.IGNORECASE
)
_OF_THE_UN: Final = re.compile(r"\b(?:UN|U\.N\.|United Nations|Security Council|international)\b", re.IGNORECASE)


def find_regimes(
    version: str,
    published: date | None,
    readings: Mapping[str, Reading],
    resolved: ResolvedActors,
    authority: Authority,
    found: Instruments,
) -> None:
    """Sanctions on a state that the article names as such; short forms only where there is exactly one regime."""
    day = published.isoformat() if published else None
    unbound: list[tuple[Reading, re.Match[str]]] = []
    for reading in (readings["text"], readings["title"]):
        for match in _SANCTIONS.finditer(reading.shadow):
            state = _sanctioned(reading, match, resolved, authority, day)
            issuer = (match["issuer"] or "").strip()
            if state is None:
                unbound.append((reading, match))
                continue
            regime = None if _NOT_OF_THE_UN.search(issuer) else _of_the_un(reading, state, authority, day, issuer)
            if regime is None:
                regime = _told(version, reading, match, state, issuer, resolved, found)
            span = reading.span(match.start(), match.end())
            found.take(regime, Reference(match.start(), match.end(), regime.id, span))
    _bind_short_forms(readings, unbound, found)


def _bind_short_forms(
    readings: Mapping[str, Reading], unbound: list[tuple[Reading, re.Match[str]]], found: Instruments
) -> None:
    regimes = found.of_kind(InstrumentKind.SANCTIONS_REGIME)
    if len(regimes) != 1:
        return
    regime = found.found[regimes[0]]
    is_un = regime.id.startswith("instrument/un-")
    taken = {(r.span.string, r.start) for r in found.references}
    for reading in readings.values():
        unbound += [(reading, match) for match in _SHORT.finditer(reading.shadow)]
    for reading, match in unbound:
        if "coercive" in match[0].casefold():
            continue  # a word for measures of whatever kind, not a name of one regime
        before = reading.shadow[max(0, match.start() - 14) : match.end()]
        if (reading.source.name, match.start()) in taken or (is_un and _NOT_OF_THE_UN.search(before)):
            continue
        if not is_un and _OF_THE_UN.search(match[0]):
            continue
        taken.add((reading.source.name, match.start()))
        span = reading.span(match.start(), match.end())
        found.take(regime, Reference(match.start(), match.end(), regime.id, span))


def _sanctioned(
    reading: Reading, match: re.Match[str], resolved: ResolvedActors, authority: Authority, day: str | None
) -> ActorId | None:
    """ "sanctions on [X]"; "[X] sanctions" only where X is known to be under them: "US sanctions" are by the US."""
    if against := _AGAINST.match(reading.shadow, match.end()):
        return next(_states(reading, against.end(), resolved), None)
    before = [r for r in reading.within(max(0, match.start() - 60), match.start()) if r.end == match.start() - 1]
    for reference in before:
        actor, mention = target_actor(reference.target), reference.mention
        if actor and mention and mention.type is MentionType.NAME and authority.regime_on(actor, day):
            return actor
    return None


def _states(reading: Reading, start: int, resolved: ResolvedActors) -> Iterator[ActorId]:
    for reference in reading.within(start, start + 80):
        actor = target_actor(reference.target)
        if reference.start == start and actor and resolved.actors[actor].kind is ActorKind.STATE:
            yield actor


def _of_the_un(
    reading: Reading, state: ActorId, authority: Authority, day: str | None, issuer: str
) -> Instrument | None:
    """The regime of the reference data, where the words or the article speak of the United Nations."""
    regime = authority.regime_on(state, day)
    if regime is None or not (_OF_THE_UN.search(issuer) or _OF_THE_UN.search(reading.shadow)):
        return None
    return regime


def _told(
    version: str,
    reading: Reading,
    match: re.Match[str],
    state: ActorId,
    issuer: str,
    resolved: ResolvedActors,
    found: Instruments,
) -> Instrument:
    """A regime that only this article tells of."""
    by = f"{issuer} " if issuer and issuer.casefold() not in ("unilateral", "international") else ""
    label = f"{by}sanctions on {resolved.actors[state].label}"
    known = next(
        (i for i in found.found.values() if i.kind is InstrumentKind.SANCTIONS_REGIME and i.label == label), None
    )
    span = reading.span(match.start(), match.end())
    id_ = instrument_id(version, span, InstrumentKind.SANCTIONS_REGIME)
    return known or Instrument(id=id_, kind=InstrumentKind.SANCTIONS_REGIME, label=label, evidence=span)
