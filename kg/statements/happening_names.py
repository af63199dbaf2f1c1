"""Events told by a noun alone: "Valdoria's attack on Norland", "the treaty between Norland and Estmark".

A definite noun with its participants takes the event for granted, whatever the sentence says of it. What is only
planned, feared or denied does not count, nor what the sentence puts under a condition.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Event
from kg.resolve.lexicon import words_of
from kg.statements.happening_table import noun_frames
from kg.statements.happenings import DOER_MAY_LACK, is_able, is_attack_by_state, is_state
from kg.statements.participants import linked_parties, possessors
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.statements.happening_table import NounFrame
    from kg.statements.participants import Party
    from kg.statements.scenes import Scene, Voice, Voices

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_OPEN: Final = words_of(
    "any alleged another further future hypothetical imminent next no planned possible potential proposed such"
    " threatened upcoming"
)
"""Words before the noun that leave open whether it happened."""
_UNREAL_VERBS: Final = words_of(
    "avert avoid call demand deny deter discourage expect fear forbid order plan postpone prepare prevent propose"
    " rehearse seek stop suggest support threaten urge want"
)
_OF_WORDS: Final = words_of("assault assaults attack attacks strike strikes")
"""An attack on a person is mostly one of words."""
_UNREAL: Final = frozenset({"would", "could", "might", "may", "should", "if", "will", "to", "must", "shall", "can"})
_WORD: Final = re.compile(r"[^\W\d_]+")


def named_happenings(version: str, scene: Scene, voices: Voices) -> Iterator[Event]:
    """The events that nouns of one sentence tell, in text order."""
    table = noun_frames()
    heads = _heads()
    for word in _WORD.finditer(scene.reading.shadow, scene.start, scene.end):
        noun = scene.token_at(word.start()) if word[0].casefold() in heads else None
        if noun is None or scene.tree.tag[noun][:2] != "NN":
            continue
        frame = table.get(_compound(scene, noun)) or table.get(scene.tree.lower[noun])
        voice = voices.at(word.start())
        if frame is None or voice is None or not _is_given(scene, noun):
            continue
        event = _event(version, scene, frame, noun, voice)
        if event is not None:
            yield event


def _event(version: str, scene: Scene, frame: NounFrame, noun: int, voice: Voice) -> Event | None:
    tree = scene.tree
    of = linked_parties(scene, noun, frozenset({"of"}))
    linked = linked_parties(scene, noun, frame.links)
    before = [party for party in possessors(scene, noun) if is_able(scene, frame.type, party)]
    doers = [*before, *linked_parties(scene, noun, frozenset({"by"}))]
    doers += [party for party in of if not frame.of and is_able(scene, frame.type, party)]
    others = [*linked, *(of if frame.of else [])]
    if tree.lower[noun] in _OF_WORDS:
        others = [party for party in others if scene.resolved.actors[party.actor].kind is not ActorKind.PERSON]
    if frame.role == "place":
        others = [party for party in others if is_state(scene, party)]
    others = [party for party in others if party.actor not in {doer.actor for doer in doers}]
    if not _is_enough(frame, doers, others) or not (others or is_attack_by_state(scene, frame.type, doers)):
        return None
    shown = [*doers, *others]
    start = min(tree.start[noun], *(party.start for party in shown))
    end = max(tree.end[noun], *(party.end for party in shown))
    evidence = scene.span(start, end)
    date, date_text = scene.day_of(noun)
    is_joint = frame.role == "party"
    return Event(
        id=event_id(version, evidence, frame.type), type=frame.type, evidence=(evidence,), according_to=voice.id,
        actors=_ids(shown if is_joint else doers),
        targets=_ids(others if frame.role in ("target", "owner") else []),
        place=others[0].actor if frame.role == "place" and others else None,
        date=date, date_text=date_text,
    )  # fmt: skip


def _is_enough(frame: NounFrame, doers: list[Party], others: list[Party]) -> bool:
    match frame.role:
        case "party":
            return len({party.actor for party in (*doers, *others)}) > 1
        case "place":
            return bool(doers and others)
        case "target" | "owner":
            return bool(doers) if frame.type not in DOER_MAY_LACK else bool(doers or others)
        case _:
            return bool(doers)


def _ids(found: list[Party]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(party.actor for party in found))


@cache
def _heads() -> frozenset[str]:
    return frozenset(noun.rpartition("-")[2] for noun in noun_frames())


def _compound(scene: Scene, noun: int) -> str:
    before = [child for child in scene.tree.kids(noun, "compound", "amod") if child == noun - 1]
    return "-".join([*(scene.tree.lower[child] for child in before), scene.tree.lower[noun]])


def _is_given(scene: Scene, noun: int) -> bool:
    """True for a definite noun that nothing puts in doubt."""
    tree = scene.tree
    before = {tree.lower[child] for child in tree.children[noun] if child < noun}
    owned = any(tree.kids(noun, "poss"))
    if not (owned or before & _DEFINITE) or before & _OPEN or tree.is_negated(noun):
        return False
    for above in tree.above(noun):
        if tree.is_verb(above):
            is_unreal = bool(tree.modals(above) & _UNREAL) or any(
                tree.lower[child] in ("if", "unless", "whether") for child in tree.kids(above, "mark")
            )
            return not is_unreal and _stem(tree.lower[above]) not in _UNREAL_VERBS
    return True


def _stem(form: str) -> str:
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = form.removesuffix(ending)
        for candidate in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
            if stem != form and candidate in _UNREAL_VERBS:
                return candidate
    return form
