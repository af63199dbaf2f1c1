"""Who tabled a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Event, EventType, InstrumentKind
from kg.vocab.ids import event_id, target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.statements.events.instruments import Instruments
    from kg.statements.events.scenes import Scene, Voices
    from kg.statements.reading.strings import Reference

_TABLING: Final = (
    r"(?:co-?)?(?:sponsored|drafted|authored|proposed|tabled|penned|submitted|put forward|presented|introduced"
    r"|circulated)"
)
_HYPHEN: Final = re.compile(rf"(?P<who>[\w.]+(?: [A-Z][\w.]+)?)-{_TABLING}\b")
_BY: Final = re.compile(rf"[^.;:]{{0,40}}?\b{_TABLING} (?:jointly )?by (?:the )?", re.IGNORECASE)
_TABLED: Final = re.compile(
    r"\b(?:sponsored|drafted|tabled|submitted|put forward|presented|introduced|circulated|proposed)\b", re.IGNORECASE
)


def sponsorships(version: str, scene: Scene, voices: Voices, found: Instruments) -> Iterator[Event]:
    """Sponsors of the drafts that a sentence names: "X-sponsored draft", "draft tabled by X", "X tabled a draft"."""
    for draft in scene.named(InstrumentKind.DRAFT_RESOLUTION):
        voice = voices.at(draft.start)
        sponsors, start, end = _sponsors(scene, draft)
        if voice is None or not sponsors:
            continue
        if voice.statement is None:
            known = found.found[draft.target].sponsors
            found.change(draft.target, sponsors=tuple(sorted({*known, *sponsors})))
        evidence = scene.span(start, end)
        yield Event(
            id=event_id(version, evidence, EventType.SPONSORSHIP), type=EventType.SPONSORSHIP, evidence=(evidence,),
            according_to=voice.id, actors=sponsors, instrument=draft.target,
        )  # fmt: skip


def _sponsors(scene: Scene, draft: Reference) -> tuple[tuple[ActorId, ...], int, int]:
    shadow = scene.reading.shadow
    if match := _HYPHEN.match(shadow, draft.start):
        inside = [r for r in scene.reading.within(match.start(), match.end()) if _is_sponsor(scene, r)]
        actors = tuple(a for r in inside if (a := target_actor(r.target)))
        return actors or _known_by(scene, match["who"]), draft.start, draft.end
    if match := _BY.match(shadow, draft.end, scene.end):
        first_name = next((r for r in scene.reading.within(match.end(), scene.end) if r.start == match.end()), None)
        token = scene.token_at(first_name.end - 1) if first_name else None
        actors, _ = _actors(scene, token)
        return actors, draft.start, match.end() + _length(scene, match.end())
    for match in _TABLED.finditer(shadow, scene.start, draft.start):
        verb = scene.token_at(match.start())
        token = scene.token_at(draft.end - 1)
        if (
            verb is None
            or not scene.tree.is_verb(verb)
            or not scene.tree.is_told_as_fact(verb)
            or scene.tree.is_passive(verb)
        ):
            continue
        if token is not None and token in set(scene.tree.objects(verb)):
            actors, first = _actors(scene, scene.tree.subject(verb))
            return actors, draft.start if first is None else first, draft.end
    return (), draft.start, draft.end


def _actors(scene: Scene, token: int | None) -> tuple[tuple[ActorId, ...], int | None]:
    if token is None:
        return (), None
    named = [
        r
        for head in scene.tree.joined(token)
        if (r := scene.reading.naming(scene.tree, head)) and _is_sponsor(scene, r)
    ]
    return tuple(a for r in named if (a := target_actor(r.target))), min((r.start for r in named), default=None)


def _length(scene: Scene, start: int) -> int:
    return max((r.end - start for r in scene.reading.within(start, scene.end) if r.start == start), default=0)


def _is_sponsor(scene: Scene, reference: Reference) -> bool:
    actor = target_actor(reference.target)
    return actor is not None and scene.resolved.actors[actor].kind in (ActorKind.STATE, ActorKind.GROUP)


def _known_by(scene: Scene, name: str) -> tuple[ActorId, ...]:
    """The state that the article calls so elsewhere: names in compounds may be no mentions of their own."""
    found = {
        a
        for r in scene.reading.references
        if scene.reading.shadow[r.start : r.end] == name and _is_sponsor(scene, r) and (a := target_actor(r.target))
    }
    return tuple(found) if len(found) == 1 else ()
