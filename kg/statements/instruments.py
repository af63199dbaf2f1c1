"""Instruments that an article speaks of: the draft, the mandate, numbered resolutions, the sanctions regime.

An article's draft and mandate are its own nodes, keyed on the place where it first names them. A regime is the one of
reference data, and only where the article names the committee, its experts or the state that the sanctions are on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Instrument, InstrumentKind
from kg.vocab.ids import instrument_id

if TYPE_CHECKING:
    from kg.model import ActorId, Mention, ResolvedActors, Span, TargetId
    from kg.resolve import Authority
    from kg.text import AnnotatedString, AnnotatedText

_DRAFT: Final = re.compile(r"\b(?:draft (?:council |un )?(?:resolution|text|decision)|draft)\b", re.IGNORECASE)
_DRAFT_AGAIN: Final = re.compile(
    r"\b(?:the|this|that) (?:relevant |proposed )?(?:resolution|draft|text)\b", re.IGNORECASE
)
_RESOLUTION: Final = re.compile(r"\b[Rr]esolutions? (?P<number>\d{1,4})(?: \((?P<year>(?:19|20)\d\d)\))?")
_MANDATE: Final = re.compile(r"\bmandates?\b(?! to\b)", re.IGNORECASE)
_SANCTIONS: Final = re.compile(
    r"\b(?:(?:international|un|u\.n\.|united nations|security council) )?sanctions\b(?! (?:regimes?|committees?|panels?))"
    r"|\brestrictive measures\b|\b(?:the|these|those) measures\b",
    re.IGNORECASE,
)
_UNILATERAL: Final = re.compile(r"\b(?:unilateral|eu|european|us|american|western|secondary)\s+$", re.IGNORECASE)
_REACH: Final = 120
"""Characters after "mandate" within which its body is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentMention:
    """A span that names an instrument."""

    span: Span
    target: TargetId


def find_instruments(
    text: AnnotatedText, resolved: ResolvedActors, authority: Authority
) -> tuple[dict[TargetId, Instrument], tuple[InstrumentMention, ...]]:
    """The instruments of an article, and every place that names one, in text order (title first)."""
    found: dict[TargetId, Instrument] = {}
    mentions: list[InstrumentMention] = []
    for string in (text.text, text.title):
        version = text.article.version
        mentions += _drafts(string, version, found)
        mentions += _resolutions(string, version, found)
        mentions += _mandates(string, version, resolved, found)
        mentions += _regime(string, text, resolved, authority, found)
    return found, tuple(sorted(mentions, key=lambda m: (m.span.string != "title", m.span)))


def _drafts(string: AnnotatedString, version: str, found: dict[TargetId, Instrument]) -> list[InstrumentMention]:
    places = [m.span() for m in _DRAFT.finditer(string.shadow.string)]
    known = next((t for t, i in found.items() if i.kind is InstrumentKind.DRAFT_RESOLUTION), None)
    if not places and known is None:
        return []
    if known is None:
        first = string.span(*places[0])
        known = instrument_id(version, first, InstrumentKind.DRAFT_RESOLUTION)
        found[known] = Instrument(
            id=known, kind=InstrumentKind.DRAFT_RESOLUTION, label="draft resolution", evidence=first
        )
    places += [
        m.span()
        for m in _DRAFT_AGAIN.finditer(string.shadow.string)
        if not any(start < m.end() and m.start() < end for start, end in places)
    ]
    return [InstrumentMention(span=string.span(*place), target=known) for place in sorted(places)]


def _resolutions(string: AnnotatedString, version: str, found: dict[TargetId, Instrument]) -> list[InstrumentMention]:
    by_number = {i.label.split()[1]: t for t, i in found.items() if i.kind is InstrumentKind.RESOLUTION}
    mentions = []
    for match in _RESOLUTION.finditer(string.shadow.string):
        span, number = string.span(*match.span()), match["number"]
        if number not in by_number:
            target = instrument_id(version, span, InstrumentKind.RESOLUTION)
            year = f" ({match['year']})" if match["year"] else ""
            label = f"Resolution {number}{year}"
            found[target] = Instrument(id=target, kind=InstrumentKind.RESOLUTION, label=label, evidence=span)
            by_number[number] = target
        mentions.append(InstrumentMention(span=span, target=by_number[number]))
    return mentions


def _mandates(
    string: AnnotatedString, version: str, resolved: ResolvedActors, found: dict[TargetId, Instrument]
) -> list[InstrumentMention]:
    bodies = [m for m in resolved.mentions if m.span.string == string.name and _is_body(m, resolved)]
    by_body = {i.mandate_of: t for t, i in found.items() if i.kind is InstrumentKind.MANDATE}
    mentions = []
    for match in _MANDATE.finditer(string.shadow.string):
        span = string.span(*match.span())
        body = _body_of(span, bodies)
        if body is None:
            continue
        if body not in by_body:
            target = instrument_id(version, span, InstrumentKind.MANDATE)
            label = f"mandate of {resolved.actors[body].label}"
            found[target] = Instrument(
                id=target, kind=InstrumentKind.MANDATE, label=label, evidence=span, mandate_of=body
            )
            by_body[body] = target
        mentions.append(InstrumentMention(span=span, target=by_body[body]))
    return mentions


def _is_body(mention: Mention, resolved: ResolvedActors) -> bool:
    if mention.actor is None or mention.is_place:
        return False
    return resolved.actors[mention.actor].kind in (ActorKind.INTERNATIONAL_BODY, ActorKind.ORGANISATION)


def _body_of(mandate: Span, bodies: list[Mention]) -> ActorId | None:
    """The body whose mandate it is: named right after "mandate of", else right before as its possessor."""
    after = [m for m in bodies if mandate.end <= m.span.start <= mandate.end + _REACH]
    before = [m for m in bodies if mandate.start - 4 <= m.span.end <= mandate.start]
    chosen = before[-1:] or sorted(after, key=lambda m: m.span)[:1]
    return chosen[0].actor if chosen else None


def _regime(
    string: AnnotatedString,
    text: AnnotatedText,
    resolved: ResolvedActors,
    authority: Authority,
    found: dict[TargetId, Instrument],
) -> list[InstrumentMention]:
    regime = _regime_in_play(text, resolved, authority)
    if regime is None:
        return []
    shadow = string.shadow.string
    mentions = []
    for match in _SANCTIONS.finditer(shadow):
        if _UNILATERAL.search(shadow[max(0, match.start() - 14) : match.start()]):
            continue
        found.setdefault(regime.id, regime)
        mentions.append(InstrumentMention(span=string.span(*match.span()), target=regime.id))
    return mentions


def _regime_in_play(text: AnnotatedText, resolved: ResolvedActors, authority: Authority) -> Instrument | None:
    """The one regime whose committee or experts the article names; none where it names those of several."""
    named = {
        committee.regime
        for mention in resolved.mentions
        if mention.actor is not None and (committee := authority.committee_of(mention.actor)) is not None
    } - {None}
    return named.pop() if len(named) == 1 else None
