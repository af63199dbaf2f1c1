"""Leaves attributions out that are not sure enough, and says why: an abstention is kept, not lost.

What is left out takes along what hangs on it: attributions told inside it, its statement, the events that it alone
tells. What stays is the same, word for word and identifier for identifier, as without a threshold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import (
        ArticleFacts,
        Attribution,
        Event,
        Instrument,
        ResolvedActors,
        Statement,
        StatementId,
        TargetId,
    )


class WhyLeftOut(StrEnum):
    """Why an attribution was found and not taken."""

    BELOW_THRESHOLD = "below-threshold"
    """Its own confidence is less than the least that was asked for."""
    OUTER_LEFT_OUT = "outer-left-out"
    """It is sure enough itself, but the attribution that tells it was left out: nobody could say who reports it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention:
    """An attribution that was found and left out, and why."""

    attribution: Attribution
    """As found: its `outer` counts among all that were found."""
    number: int
    """Its own index there."""
    why: WhyLeftOut
    reason: str
    """The same for a reader, with the figures or the place: a clause without a full stop."""
    events: tuple[Event, ...] = ()
    """What this attribution tells, left out with it: without its source it would read as plain fact."""

    def __str__(self) -> str:
        return f"{self.why.value}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Attributions parted in two: every one that was found is in exactly one of both, in the order found."""

    kept: tuple[Attribution, ...]
    """`outer` counts among these."""
    numbers: tuple[int, ...]
    """Runs parallel to `kept`: the index of each among all that were found."""
    abstained: tuple[Abstention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is left of an article, and what is not."""

    attributions: tuple[Attribution, ...]
    resolved: ResolvedActors
    facts: ArticleFacts
    abstained: tuple[Abstention, ...] = ()


def divide(found: tuple[Attribution, ...], min_confidence: float) -> Division:
    """Leave out every attribution with less confidence, and those told inside one that is left out.

    One with exactly `min_confidence` stays. `found`: `outer` counts in this tuple.
    """
    below = [number for number, attribution in enumerate(found) if attribution.confidence < min_confidence]
    out = _with_those_inside(below, found)
    numbers = tuple(number for number in range(len(found)) if number not in out)
    index = {number: place for place, number in enumerate(numbers)}
    kept = [found[number] for number in numbers]
    return Division(
        kept=tuple(
            one if one.outer is None or one.outer == index[one.outer] else replace(one, outer=index[one.outer])
            for one in kept
        ),
        numbers=numbers,
        abstained=tuple(_abstention(number, found, min_confidence) for number in sorted(out)),
    )


def abstain(
    found: tuple[Attribution, ...], resolved: ResolvedActors, facts: ArticleFacts, min_confidence: float
) -> Kept:
    """What is left of an article that was read in full.

    It is read in full first because what is left out still tells: who spoke last, and whose words an event stands in.
    Mentions and posts stay, they are the article's own. `resolved.speakers` and `facts.statements` run parallel to
    `found`, and those of the result to its `attributions`.
    """
    division = divide(found, min_confidence)
    if not division.abstained:
        return Kept(attributions=found, resolved=resolved, facts=facts)
    told = _events_by_statement(facts.events)
    abstained = tuple(replace(one, events=told.get(facts.statements[one.number].id, ())) for one in division.abstained)
    return Kept(
        attributions=division.kept,
        resolved=replace(resolved, speakers=tuple(resolved.speakers[number] for number in division.numbers)),
        facts=_without(facts, abstained, division.numbers),
        abstained=abstained,
    )


def _with_those_inside(numbers: Iterable[int], found: tuple[Attribution, ...]) -> set[int]:
    inside: dict[int, list[int]] = {}
    for number, attribution in enumerate(found):
        if attribution.outer is not None:
            inside.setdefault(attribution.outer, []).append(number)
    reached: set[int] = set()
    waiting = list(numbers)
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += inside.get(number, ())
    return reached


def _abstention(number: int, found: tuple[Attribution, ...], min_confidence: float) -> Abstention:
    attribution = found[number]
    if attribution.outer is None or attribution.confidence < min_confidence:
        has, asked = _told_apart(attribution.confidence, min_confidence)
        why, reason = WhyLeftOut.BELOW_THRESHOLD, f"{has} is under the least confidence asked for, {asked}"
    else:
        place = ", ".join(span.key for span in found[attribution.outer].content)
        why, reason = WhyLeftOut.OUTER_LEFT_OUT, f"the attribution that tells it, {place}, was left out"
    return Abstention(attribution=attribution, number=number, why=why, reason=reason)


def _told_apart(lower: float, higher: float) -> tuple[str, str]:
    """Both with as few decimals as show that they differ, two at least: "0.60 is under 0.60" would explain nothing."""
    for places in range(2, 7):
        shown = f"{lower:.{places}f}", f"{higher:.{places}f}"
        if shown[0] != shown[1]:
            return shown
    return repr(lower), repr(higher)


def _events_by_statement(events: Iterable[Event]) -> dict[StatementId, tuple[Event, ...]]:
    told: dict[StatementId, tuple[Event, ...]] = {}
    for event in events:
        if event.according_to is not None:
            told[event.according_to] = (*told.get(event.according_to, ()), event)
    return told


def _without(facts: ArticleFacts, abstained: tuple[Abstention, ...], numbers: tuple[int, ...]) -> ArticleFacts:
    """The facts without the statements of the abstentions, their events, and the instruments that only these name."""
    lost = [facts.statements[one.number] for one in abstained]
    lost_ids = {statement.id for statement in lost}
    statements = tuple(facts.statements[number] for number in numbers)
    events = tuple(event for event in facts.events if event.according_to not in lost_ids)
    named = _named(statements, events, facts.instruments)
    lost_events = [event for one in abstained for event in one.events]
    unnamed = _named(lost, lost_events, facts.instruments) - named
    return replace(
        facts,
        statements=statements,
        events=events,
        instruments={target: one for target, one in facts.instruments.items() if target not in unnamed},
    )


def _named(
    statements: Iterable[Statement], events: Iterable[Event], instruments: Mapping[TargetId, Instrument]
) -> set[TargetId]:
    """The instruments that statements and events point to, and the mandates that these would extend."""
    named = {about.target for statement in statements for about in statement.about}
    named |= {event.instrument for event in events if event.instrument is not None}
    extended = {one for target in named if target in instruments and (one := instruments[target].extends)}
    return named | extended
