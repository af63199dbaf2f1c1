"""Meetings, visits, sanctions, expulsions, strikes and their like, each by the voice that tells it.

The words are in happenings.csv. Only what is told as a fact counts: no plan, denial, condition or question. An event
without a participant is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import Event, EventType
from kg.statements.events.happening_sense import (
    DOER_MAY_LACK,
    bodily,
    is_able,
    is_attack_by_state,
    is_meant,
    is_once,
    is_state,
    without_attacked_by_words,
)
from kg.statements.events.happening_table import ACTOR_OBJECT, PLACE_OBJECT, VICTIM_OBJECT, Frame, frames
from kg.statements.events.participants import Party, owners, parties
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.statements.events.scenes import Scene, Voice, Voices

_JOINT: Final = frozenset({"party"})
_NEEDS_SECOND: Final = frozenset({EventType.VISIT, EventType.WITHDRAWAL, EventType.EXPULSION, EventType.SUMMONS})
_DECIDED: Final = frozenset({EventType.SANCTIONS_IMPOSED, EventType.SANCTIONS_LIFTED, EventType.MANDATE_CREATED})
"""Done by deciding it: "voted to impose sanctions"."""
_DECIDING: Final = frozenset({"voted", "decided", "agreed"})
_BEGINNING: Final = frozenset({"began", "begun", "started", "resumed", "continued", "finished"})
_CLAUSE_ENDS: Final = frozenset({",", ".", ":", "VBD", "VBZ", "VBP", "MD", "CC"})
_PLACED: Final = frozenset({"in", "at", "near", "off"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Found:
    """A frame that fits: its participants, and the shadow range of everything that shows it."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    place: Party | None
    start: int
    end: int


def happenings(version: str, scene: Scene, voices: Voices) -> Iterator[Event]:
    """The events that one sentence tells by the table, in text order of their verbs; a verb tells one event."""
    table = frames()
    for word in _WORD.finditer(scene.reading.shadow, scene.start, scene.end):
        known = table.get(word[0].casefold())
        if known is None:
            continue
        verb = scene.token_at(word.start())
        if verb is None or not scene.tree.is_verb(verb):
            continue
        voice = voices.at(word.start())
        if voice is None:
            continue
        for frame in known:
            found = _fit(scene, frame, verb, voice) if _happened(scene, frame, verb) else None
            if found is not None:
                yield _event(version, scene, frame, verb, voice, found)
                break


def _event(version: str, scene: Scene, frame: Frame, verb: int, voice: Voice, found: _Found) -> Event:
    date, date_text = scene.day_of(verb)
    evidence = scene.span(found.start, found.end)
    if frame.type is EventType.VOTE:
        return Event(
            id=event_id(version, evidence, frame.type), type=frame.type, evidence=(evidence,), according_to=voice.id,
            body=found.actors[0].actor, date=date, date_text=date_text,
        )  # fmt: skip
    return Event(
        id=event_id(version, evidence, frame.type), type=frame.type, evidence=(evidence,), according_to=voice.id,
        actors=_ids(found.actors), targets=_ids(found.targets), place=found.place.actor if found.place else None,
        date=date, date_text=date_text,
    )  # fmt: skip


def _ids(found: tuple[Party, ...]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(party.actor for party in found))


def _happened(scene: Scene, frame: Frame, verb: int) -> bool:
    """A finite verb of fact; or what somebody began to do, or did by deciding it."""
    tree = scene.tree
    if not is_once(scene, verb):
        return False
    if tree.is_told_as_fact(verb):
        return True
    above = tree.head[verb]
    if tree.dep[verb] != "xcomp" or tree.is_negated(verb) or not tree.is_told_as_fact(above):
        return False
    return tree.lower[above] in _BEGINNING or (frame.type in _DECIDED and tree.lower[above] in _DECIDING)


def _fit(scene: Scene, frame: Frame, verb: int, voice: Voice) -> _Found | None:
    tree = scene.tree
    if not _has_particle(scene, frame, verb):
        return None
    subject = tree.subject(verb)
    if frame.is_noun_subject:
        noun = subject if subject is not None and tree.lower[subject] in frame.nouns else None
        doers: list[Party] = []
    else:
        noun = _object(scene, frame, verb)
        doers = parties(scene, tree.agent(verb) if tree.is_passive(verb) else subject, voice)
    if frame.nouns and noun is None:
        return None
    if frame.modifiers and not _has_modifier(scene, frame, verb, noun):
        return None
    doers = [party for party in doers if is_able(scene, frame.type, party)]
    if frame.type is EventType.VISIT:
        doers = bodily(scene, subject, doers)
    if not is_meant(scene, frame, verb, noun, doers):
        return None
    others = _others(scene, frame, verb, noun, voice)
    if others is None:
        return None
    others = [party for party in others if party.actor not in {doer.actor for doer in doers} or frame.role == "place"]
    return _gather(scene, frame, verb, noun, doers, others)


def _gather(
    scene: Scene, frame: Frame, verb: int, noun: int | None, doers: list[Party], others: list[Party]
) -> _Found | None:
    is_joint = frame.role in _JOINT
    actors = [*doers, *others] if is_joint else doers
    if len(actors) < 2 if is_joint else not doers and not (others and frame.type in DOER_MAY_LACK):
        return None
    if (frame.type in _NEEDS_SECOND and not others) or not (others or is_attack_by_state(scene, frame.type, doers)):
        return None
    place = others[0] if frame.role == "place" and others else place_of(scene, verb, noun)
    targets = others if frame.role in ("target", "owner") else []
    if place is not None and not is_joint and frame.role != "place" and place.actor in {p.actor for p in targets}:
        place = None
    tree = scene.tree
    shown = [*actors, *targets, *([place] if place else [])]
    starts = [tree.start[verb], *(party.start for party in shown), *([tree.start[noun]] if noun is not None else [])]
    ends = [tree.end[verb], *(party.end for party in shown), *([tree.end[noun]] if noun is not None else [])]
    return _Found(tuple(actors), tuple(targets), place, min(starts), max(ends))


def _has_particle(scene: Scene, frame: Frame, verb: int) -> bool:
    tree = scene.tree
    if not frame.is_particle_needed:
        return True
    return any(tree.lower[child] == frame.particle for child in tree.children[verb])


def _object(scene: Scene, frame: Frame, verb: int) -> int | None:
    """The verb's object that the frame names, joined ones included: "held a dinner and [talks]"."""
    tree = scene.tree
    for thing in tree.objects(verb):
        for head in tree.joined(thing):
            is_noun = tree.lower[head] in frame.nouns
            # "summoned Ambassador Rusk": the noun stands before the name.
            is_noun |= frame.role == "owner" and any(
                tree.lower[child] in frame.nouns for child in tree.kids(head, "compound", "appos")
            )
            if is_noun and not tree.has_no(head):
                return head
            if frame.object and head == thing:
                return head
    return None


def _has_modifier(scene: Scene, frame: Frame, verb: int, noun: int | None) -> bool:
    """One of the frame's modifiers stands at the noun, or, without a noun, after the verb."""
    tree, shadow = scene.tree, scene.reading.shadow
    if noun is None:
        after = shadow[tree.end[verb] : scene.end].casefold()
        return any(f" {modifier}" in after for modifier in frame.modifiers)
    before = {tree.lower[child] for child in tree.children[noun]}
    before |= {part for word in before for part in word.split("-")}
    return not before.isdisjoint(frame.modifiers)


def _others(scene: Scene, frame: Frame, verb: int, noun: int | None, voice: Voice) -> list[Party] | None:
    """The second participants; None where the frame needs one and has none."""
    if frame.object == ACTOR_OBJECT:
        found = parties(scene, noun, voice)
        return found or None
    if frame.object == VICTIM_OBJECT:
        return bodily(scene, noun, parties(scene, noun, voice)) or None
    if frame.object == PLACE_OBJECT:
        found = parties(scene, noun, voice) or _places(scene, noun)
        return [party for party in found if is_state(scene, party)] or None
    if frame.role == "owner":
        return owners(scene, noun) if noun is not None else None
    found = []
    for link in _links(scene, frame, verb, noun):
        for thing in _governed(scene, link):
            found += parties(scene, thing, voice)
            if frame.role == "place" and not found:
                found += _places(scene, thing)
    if frame.role == "place":
        found = [party for party in found if is_state(scene, party)]
    if frame.type is EventType.MILITARY_ACTION:
        found = without_attacked_by_words(scene, noun, found)
    return found if found or not frame.is_link_needed else None


def _links(scene: Scene, frame: Frame, verb: int, noun: int | None) -> list[int]:
    """The frame's prepositions at the verb or its noun; for a target, else the next one in the clause: parsers hang "on
    Valdoria" elsewhere in "sanctions related to weapons on Valdoria"."""
    tree = scene.tree
    near = [
        link
        for head in (verb, noun)
        if head is not None
        for link in tree.kids(head, "prep", "dative", "agent")
        if tree.lower[link] in frame.links
    ]
    # "met with Rusk, then with Holt" tells of two meetings, "with Rusk and with Holt" of one: the first is told here.
    if frame.role in _JOINT:
        near = [link for first in near[:1] for link in tree.joined(first) if tree.lower[link] in frame.links]
    if near or noun is None or frame.role != "target":
        return near
    for token in tree.tokens(tree.end[noun], scene.end):
        if tree.tag[token] in _CLAUSE_ENDS:
            return []
        if tree.dep[token] == "prep" and tree.lower[token] in frame.links:
            return [token]
    return []


def _governed(scene: Scene, link: int) -> Iterator[int]:
    """What a preposition governs, through a second one too: "out of [Norland]"."""
    for child in scene.tree.children[link]:
        if scene.tree.dep[child] == "pobj":
            yield child
        elif scene.tree.dep[child] == "prep":
            yield from scene.tree.kids(child, "pobj")


def place_of(scene: Scene, *heads: int | None) -> Party | None:
    """The state where one of the words (verb, noun) says that it happened."""
    tree = scene.tree
    for head in heads:
        for link in tree.kids(head, "prep") if head is not None else ():
            if tree.lower[link] in _PLACED:
                for thing in tree.kids(link, "pobj"):
                    for party in _places(scene, thing):
                        if is_state(scene, party):
                            return party
    return None


def _places(scene: Scene, token: int | None) -> list[Party]:
    """Mentions that only say where, at a token."""
    if token is None:
        return []
    place = scene.places.get(scene.tree.start[token])
    return [Party(place.state, place.start, place.end)] if place else []
