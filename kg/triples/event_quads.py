"""Quads of events and instruments, each according to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.model import EventType, InstrumentKind
from kg.triples.terms import LABEL, TRUE, TYPE, concept, day, integer, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import actor_target, span_path, statement_path, tally_path

if TYPE_CHECKING:
    from kg.model import DateInterval, Event, Instrument, Tally, TargetId
    from kg.triples.terms import QuadList

ACCORDING_TO: Final = NamedNode(DMR.accordingTo)
ACTED_UPON: Final = NamedNode(DMR.actedUpon)
ACTOR: Final = NamedNode(DMR.actor)
EVENT_TYPE: Final = NamedNode(DMR.eventType)
EVIDENCE: Final = NamedNode(DMR.evidence)
EXTENDS: Final = NamedNode(DMR.extends)
HAS_TALLY: Final = NamedNode(DMR.hasTally)
IN_BODY: Final = NamedNode(DMR.inBody)
IS_INFERRED: Final = NamedNode(DMR.isInferred)
MANDATE_OF: Final = NamedNode(DMR.mandateOf)
MEMBER_COUNT: Final = NamedNode(DMR.memberCount)
OCCURS_EARLIEST: Final = NamedNode(DMR.occursEarliest)
OCCURS_LATEST: Final = NamedNode(DMR.occursLatest)
ON_INSTRUMENT: Final = NamedNode(DMR.onInstrument)
OUTCOME: Final = NamedNode(DMR.outcome)
PROPOSED_UNTIL: Final = NamedNode(DMR.proposedUntil)
SAME_EVENT: Final = NamedNode(DMR.sameEvent)
SPONSOR: Final = NamedNode(DMR.sponsor)
TAKES_PLACE_IN: Final = NamedNode(DMR.takesPlaceIn)
TALLY_COUNT: Final = NamedNode(DMR.tallyCount)
VALID_UNTIL: Final = NamedNode(DMR.validUntil)
VOTE_OPTION: Final = NamedNode(DMR.voteOption)
VOTER: Final = NamedNode(DMR.voter)

EVENT_CLASS: Final = {EventType.VETO: NamedNode(DMR.Veto), EventType.VOTE: NamedNode(DMR.VoteEvent)}
"""Types with a class of their own; all others are plain events."""
PLAIN_EVENT: Final = NamedNode(DMR.Event)
INSTRUMENT_CLASS: Final = {
    InstrumentKind.DRAFT_RESOLUTION: NamedNode(DMR.DraftResolution),
    InstrumentKind.MANDATE: NamedNode(DMR.Mandate),
    InstrumentKind.RESOLUTION: NamedNode(DMR.Resolution),
    InstrumentKind.SANCTIONS_REGIME: NamedNode(DMR.SanctionsRegime),
}


def add_event(out: QuadList, event: Event, *, label: str, version: str, article: NamedNode) -> None:
    """One event: what, who, where, when, how it ended, and who tells it."""
    this = out.node(event.id)
    told_by = out.node(statement_path(event.according_to)) if event.according_to else article
    out.add(this, TYPE, EVENT_CLASS.get(event.type, PLAIN_EVENT))
    out.add(this, LABEL, words(label, "en"))
    out.add(this, EVENT_TYPE, concept("event", event.type.value))
    out.add(this, ACCORDING_TO, told_by)
    for actor in event.actors:
        out.add(this, ACTOR, out.node(actor_target(actor)))
    for actor in event.targets:
        out.add(this, ACTED_UPON, out.node(actor_target(actor)))
    if event.place:
        out.add(this, TAKES_PLACE_IN, out.node(actor_target(event.place)))
    if event.same_as:
        out.add(this, SAME_EVENT, out.node(event.same_as))
    if event.body:
        out.add(this, IN_BODY, out.node(actor_target(event.body)))
    if event.instrument:
        out.add(this, ON_INSTRUMENT, out.node(event.instrument))
    if event.outcome:
        out.add(this, OUTCOME, concept("outcome", event.outcome))
    if event.members is not None:
        out.add(this, MEMBER_COUNT, integer(event.members))
    if event.until:
        out.add(this, VALID_UNTIL, day(event.until))
    _add_interval(out, this, event.date)
    for tally in event.tallies:
        _add_tally(out, this, event.id, tally)
    for span in event.evidence:
        out.add(this, EVIDENCE, out.node(span_path(version, span)))


def add_instrument(out: QuadList, instrument: Instrument, *, told_by: NamedNode, version: str | None) -> None:
    """One instrument as an article or a set of reference data has it. `version` None: reference data, no evidence."""
    this = out.node(instrument.id)
    out.add(this, TYPE, INSTRUMENT_CLASS[instrument.kind])
    out.add(this, LABEL, words(instrument.label, "en"))
    out.add(this, ACCORDING_TO, told_by)
    for sponsor in instrument.sponsors:
        out.add(this, SPONSOR, out.node(actor_target(sponsor)))
    if instrument.mandate_of:
        out.add(this, MANDATE_OF, out.node(actor_target(instrument.mandate_of)))
    if instrument.extends:
        out.add(this, EXTENDS, out.node(instrument.extends))
    if instrument.proposed_until:
        out.add(this, PROPOSED_UNTIL, day(instrument.proposed_until))
    if instrument.valid_until:
        out.add(this, VALID_UNTIL, day(instrument.valid_until))
    if instrument.evidence and version:
        out.add(this, EVIDENCE, out.node(span_path(version, instrument.evidence)))


def _add_interval(out: QuadList, this: NamedNode, interval: DateInterval | None) -> None:
    if interval is not None and interval.earliest:
        out.add(this, OCCURS_EARLIEST, day(interval.earliest))
    if interval is not None and interval.latest:
        out.add(this, OCCURS_LATEST, day(interval.latest))


def _add_tally(out: QuadList, event: NamedNode, event_id: TargetId, tally: Tally) -> None:
    this = out.node(tally_path(event_id, tally.option))
    out.add(event, HAS_TALLY, this)
    out.add(this, VOTE_OPTION, concept("vote", tally.option))
    out.add(this, TALLY_COUNT, integer(tally.count))
    for voter in tally.voters:
        out.add(this, VOTER, out.node(actor_target(voter)))
    if tally.inferred:
        out.add(this, IS_INFERRED, TRUE)
