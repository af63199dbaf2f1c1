"""Events of an article, each according to the article or to one of its statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import Event, InstrumentKind
from kg.statements.ballots import ballot_events, find_ballots, outcome_of
from kg.statements.mandates import mandate_events
from kg.statements.scenes import Voices, scenes
from kg.statements.sponsors import sponsorships

if TYPE_CHECKING:
    from datetime import date

    from kg.model import Instrument, ResolvedActors, Statement, TargetId
    from kg.resolve import Authority
    from kg.statements.instruments import Instruments
    from kg.statements.reading import Reading
    from kg.statements.votes import Outcome

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
    """Everything that the text tells of votes and mandates. A headline, a short form of the text, tells nothing."""
    if not _TELLING.search(reading.shadow):
        return Told((), dict(instruments.found))
    voices = Voices(reading, statements)
    # The instruments are handed on as they grow: later sentences see what earlier ones told.
    all_scenes = list(scenes(reading, resolved, instruments.found, published))
    drafts = instruments.of_kind(InstrumentKind.DRAFT_RESOLUTION)
    events: dict[TargetId, Event] = {}
    outcomes: dict[TargetId, Outcome] = {}
    for ballot in find_ballots(all_scenes, voices, authority):
        voted_on, outcome = outcome_of(ballot, drafts)
        if voted_on and outcome:
            outcomes.setdefault(voted_on, outcome)
        for event in ballot_events(version, ballot, drafts):
            events.setdefault(event.id, event)
    for scene in all_scenes:
        for event in (
            *sponsorships(version, scene, voices, instruments),
            *mandate_events(version, scene, voices, instruments, outcomes),
        ):
            events.setdefault(event.id, event)
    ordered = sorted(events.values(), key=lambda event: (event.evidence[0], event.type.value))
    return Told(tuple(ordered), dict(instruments.found))
