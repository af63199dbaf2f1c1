"""Events of an article, each according to the article or to one of its statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import EventType, InstrumentKind
from kg.statements.events.accounts import link_accounts
from kg.statements.events.ballots import ballot_events, find_ballots, outcome_of
from kg.statements.events.happening_names import named_happenings
from kg.statements.events.happenings import happenings
from kg.statements.events.mandates import mandate_events
from kg.statements.events.scenes import Voices, scenes
from kg.statements.events.sponsors import sponsorships

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.model import Event, Instrument, ResolvedActors, Statement, TargetId
    from kg.resolve import Authority
    from kg.statements.events.instruments import Instruments
    from kg.statements.events.scenes import Scene
    from kg.statements.events.votes import Outcome
    from kg.statements.reading.strings import Reading

_TELLING: Final = re.compile(r"\b(?:veto|vot|abst|block|mandate|draft|resolution|adopt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Events in text order, and the instruments with what the events tell of them."""

    events: tuple[Event, ...]
    instruments: dict[TargetId, Instrument]


def find_events(
    version: str,
    published: date | None,
    reading: Reading,
    statements: tuple[Statement, ...],
    instruments: Instruments,
    resolved: ResolvedActors,
    authority: Authority,
) -> Told:
    """Everything that the text tells of. A headline, a short form of the text, tells nothing."""
    voices = Voices(reading, statements)
    # The instruments are handed on as they grow: later sentences see what earlier ones told.
    all_scenes = list(scenes(reading, resolved, instruments.found, published))
    counted: list[Event] = []
    if _TELLING.search(reading.shadow):
        counted = list(_votes_and_mandates(version, all_scenes, voices, instruments, authority))
    ballots = [event for event in counted if event.type in (EventType.VOTE, EventType.VETO)]
    others = [event for scene in all_scenes for event in _happenings(version, scene, voices)]
    events: dict[TargetId, Event] = {}
    for event in (*counted, *(event for event in others if event.type is not EventType.VOTE or not ballots)):
        events.setdefault(event.id, event)
    ordered = sorted(events.values(), key=lambda event: (event.evidence[0], event.type.value))
    return Told(link_accounts(ordered), dict(instruments.found))


def _happenings(version: str, scene: Scene, voices: Voices) -> Iterator[Event]:
    """What verbs tell, and what nouns tell unless a verb has told it: "carried out the attack on Holm" is one event."""
    by_verb = list(happenings(version, scene, voices))
    yield from by_verb
    for event in named_happenings(version, scene, voices):
        (span,) = event.evidence
        if not any(
            other.type is event.type and other.evidence[0].start < span.end and span.start < other.evidence[0].end
            for other in by_verb
        ):
            yield event


def _votes_and_mandates(
    version: str, all_scenes: list[Scene], voices: Voices, instruments: Instruments, authority: Authority
) -> Iterator[Event]:
    drafts = instruments.of_kind(InstrumentKind.DRAFT_RESOLUTION)
    outcomes: dict[TargetId, Outcome] = {}
    for ballot in find_ballots(all_scenes, voices, authority):
        voted_on, outcome = outcome_of(ballot, drafts)
        if voted_on and outcome:
            outcomes.setdefault(voted_on, outcome)
        yield from ballot_events(version, ballot, drafts)
    for scene in all_scenes:
        yield from sponsorships(version, scene, voices, instruments)
        yield from mandate_events(version, scene, voices, instruments, outcomes)
