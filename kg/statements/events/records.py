"""Events as plain records, in the words of people who check them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import EventType, InstrumentKind
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from kg.model import ActorId, Article, ArticleFacts, Event, ResolvedActors, TargetId


def event_record(event: Event, facts: ArticleFacts, resolved: ResolvedActors, article: Article) -> dict[str, object]:
    """One event with labels for ids and words for spans; what it does not tell is left out.

    `type` is a name of `EventType` with underscores. `actor` and `target` are labels, a list where there are several;
    `target` is what was voted on or prolonged, or to whom it was done; `place` the state where. `same_as`: the id of
    the first account of it. `inferred` lists the options whose count is arithmetic. `according_to`: the id of the
    statement that tells it, null for the article itself.
    """
    record: dict[str, object] = {"type": event.type.value.replace("-", "_"), **_time(event)}
    actors = [_label(actor, resolved) for actor in event.actors]
    if actors:
        record["actor"] = actors[0] if len(actors) == 1 else actors
    if event.instrument is not None:
        record["target"] = _target(event.instrument, facts, resolved)
    elif event.targets:
        targets = [_label(actor, resolved) for actor in event.targets]
        record["target"] = targets[0] if len(targets) == 1 else targets
    if event.place is not None:
        record["place"] = _label(event.place, resolved)
    if event.same_as is not None:
        record["same_as"] = event.same_as
    if event.body is not None:
        record["body"] = _label(event.body, resolved)
    record |= _votes(event, resolved)
    if event.until is not None and event.type is EventType.PROPOSED_EXTENSION:
        record["until"] = event.until.isoformat()
    if event.outcome is not None:
        record["status"] = event.outcome.replace("-", " ")
    record["evidence"] = " […] ".join(article.cut(span) for span in event.evidence)
    record["according_to"] = event.according_to
    return record


def _time(event: Event) -> dict[str, object]:
    told: dict[str, object] = {}
    if event.date is not None and event.date.day is not None:
        told["date"] = event.date.day.isoformat()
    elif event.date is not None:
        bounds = {"earliest": event.date.earliest, "latest": event.date.latest}
        told |= {side: day.isoformat() for side, day in bounds.items() if day is not None}
    if event.date_text is not None:
        told["date_text"] = event.date_text
    return told


def _votes(event: Event, resolved: ResolvedActors) -> dict[str, object]:
    told: dict[str, object] = {}
    for tally in event.tallies:
        told[tally.option] = tally.count
        if tally.voters:
            told[f"{tally.option}_by"] = [_label(voter, resolved) for voter in tally.voters]
    if event.members is not None:
        told["members"] = event.members
    inferred = [tally.option for tally in event.tallies if tally.inferred]
    if inferred:
        told["inferred"] = inferred
    return told


def _target(target: TargetId, facts: ArticleFacts, resolved: ResolvedActors) -> str:
    """The label of an instrument; of a mandate, the body whose mandate it is."""
    instrument = facts.instruments.get(target)
    if instrument is None:
        actor = target_actor(target)
        return target if actor is None else _label(actor, resolved)
    if instrument.kind is InstrumentKind.MANDATE and instrument.mandate_of is not None:
        return _label(instrument.mandate_of, resolved)
    return instrument.label


def _label(actor: ActorId, resolved: ResolvedActors) -> str:
    return resolved.actors[actor].label if actor in resolved.actors else actor
