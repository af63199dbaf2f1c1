"""Mandates: proposed and adopted extensions, and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import Event, EventType, InstrumentKind
from kg.statements.events.scenes import date_at
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kg.model import TargetId
    from kg.statements.events.instruments import Instruments
    from kg.statements.events.scenes import Scene, Voices
    from kg.statements.events.votes import Outcome
    from kg.statements.reading.strings import Reference

_EXTEND: Final = re.compile(r"\b(?:extend|renew|prolong)(?:s|ed|ing)?\b", re.IGNORECASE)
_END: Final = re.compile(r"\b(?:end|expire|lapse)(?:s|d|ed)?\b|\b(?:runs|run|ran) out\b", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:until|till|through|up to|to) ", re.IGNORECASE)
_ON: Final = re.compile(r" (?:on |at |in |this |next )?(?:midnight on |the end of )?", re.IGNORECASE)
_DECIDING: Final = frozenset({"voted", "decided", "agreed", "adopted", "approved", "passed"})
_UNREAL: Final = frozenset({"would", "could", "might", "may", "should", "if"})


def mandate_events(
    version: str, scene: Scene, voices: Voices, found: Instruments, outcomes: Mapping[TargetId, Outcome]
) -> Iterator[Event]:
    """Extensions and ends that one sentence tells; what is known of drafts and mandates grows with them."""
    mandates = scene.named(InstrumentKind.MANDATE)
    if not mandates:
        return
    for match in _EXTEND.finditer(scene.reading.shadow, scene.start, scene.end):
        mandate = next((m for m in mandates if m.start >= match.end()), None)
        if mandate is not None:
            yield from _extension(version, scene, match, mandate, voices, found, outcomes)
    for match in _END.finditer(scene.reading.shadow, scene.start, scene.end):
        mandate = next((m for m in reversed(mandates) if m.end <= match.start()), None)
        if mandate is not None:
            yield from _end(version, scene, match, mandate, voices, found)


def _extension(
    version: str,
    scene: Scene,
    match: re.Match[str],
    mandate: Reference,
    voices: Voices,
    found: Instruments,
    outcomes: Mapping[TargetId, Outcome],
) -> Iterator[Event]:
    voice, verb, tree = voices.at(match.start()), scene.token_at(match.start()), scene.tree
    if voice is None or verb is None or not tree.is_verb(verb) or tree.is_negated(verb):
        return
    until, end = _until(scene, mandate.end)
    drafts = [r for r in scene.named(InstrumentKind.DRAFT_RESOLUTION) if r.end <= match.start()]
    draft = drafts[-1].target if drafts else None
    outcome = outcomes.get(draft) if draft else None
    if draft is None and _is_adopted(scene, verb):
        outcome = "adopted"
    if (draft is None and outcome is None) or (draft is None and until is None):
        return
    if draft is not None:
        noun = scene.reading.shadow[drafts[-1].start : drafts[-1].end]
        label = f"{noun} to extend the {found.found[mandate.target].label}"
        found.change(draft, extends=mandate.target, label=label)
        if voice.statement is None:
            found.change(draft, proposed_until=until)
    if outcome == "adopted" and voice.statement is None:
        found.change(mandate.target, valid_until=until)
    evidence = scene.span(match.start(), end)
    yield Event(
        id=event_id(version, evidence, EventType.PROPOSED_EXTENSION), type=EventType.PROPOSED_EXTENSION,
        evidence=(evidence,), according_to=voice.id, instrument=mandate.target, until=until, outcome=outcome,
    )  # fmt: skip


def _is_adopted(scene: Scene, verb: int) -> bool:
    """ "extended", told as a fact, or what somebody voted or decided to do."""
    tree = scene.tree
    if tree.is_told_as_fact(verb) and tree.dep[verb] != "acl":
        return True
    above = tree.head[verb]
    return (
        tree.dep[verb] in ("xcomp", "ccomp", "advcl") and tree.lower[above] in _DECIDING and tree.is_told_as_fact(above)
    )


def _until(scene: Scene, after: int) -> tuple[date | None, int]:
    """The last day of an extension, and where the words for it end."""
    for match in _UNTIL.finditer(scene.reading.shadow, after, scene.end):
        interval, end = date_at(scene, match.end(), "future")
        if interval is not None:
            return interval.day, end
    return None, after


def _end(
    version: str, scene: Scene, match: re.Match[str], mandate: Reference, voices: Voices, found: Instruments
) -> Iterator[Event]:
    voice, verb, tree = voices.at(match.start()), scene.token_at(match.start()), scene.tree
    if voice is None or verb is None or not tree.is_verb(verb) or tree.is_negated(verb) or tree.modals(verb) & _UNREAL:
        return
    between = [
        t
        for t in tree.tokens(mandate.end, match.start())
        if tree.tag[t] in ("VBD", "VBZ", "VBP") and tree.lower[t] not in ("is", "was")
    ]
    subject = tree.subject(verb)
    is_another = subject is not None and not mandate.start <= tree.start[subject] < mandate.end
    on = _ON.match(scene.reading.shadow, match.end())
    if between or is_another or on is None:
        return
    interval, end = date_at(scene, on.end(), "past" if tree.tag[verb] == "VBD" else "future")
    if interval is None:
        return
    if voice.statement is None:
        found.change(mandate.target, valid_until=interval.day)
    evidence = scene.span(mandate.start, end)
    yield Event(
        id=event_id(version, evidence, EventType.MANDATE_END), type=EventType.MANDATE_END, evidence=(evidence,),
        according_to=voice.id, instrument=mandate.target, date=interval, date_text=scene.reading.shadow[on.end() : end],
        until=interval.day,
    )  # fmt: skip
