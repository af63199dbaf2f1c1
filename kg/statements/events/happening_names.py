"""Events told by a noun alone: "Valdoria's attack on Norland", "the treaty between Norland and Estmark".

A definite noun with its participants takes the event for granted, whatever the sentence says of it. What is only
planned, feared or denied does not count, nor what the sentence puts under a condition.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.model import Event, EventType, MentionType
from kg.resolve.lexicon import words_of
from kg.statements.events.happening_sense import (
    DOER_MAY_LACK,
    is_able,
    is_act_of_war,
    is_attack_by_state,
    is_person,
    is_state,
)
from kg.statements.events.happening_table import noun_frames
from kg.statements.events.happenings import place_of
from kg.statements.events.participants import linked_parties, possessors
from kg.statements.times.dates import said_on
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId, DateInterval
    from kg.statements.events.happening_table import NounFrame
    from kg.statements.events.participants import Party
    from kg.statements.events.scenes import Scene, Voice, Voices

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_OPEN: Final = words_of(
    "any alleged another further future hypothetical imminent next no planned possible potential proposed such"
    " threatened upcoming"
)
"""Words before the noun that leave open whether it happened."""
_UNREAL_VERBS: Final = words_of("""
anticipate avert avoid await call cancel demand deny deter discourage expect fear forbid head order plan postpone
prepare prevent propose rehearse schedule seek stop suggest support threaten urge want
""")
_OF_WORDS: Final = words_of("assault assaults attack attacks strike strikes")
"""An attack on a person is mostly one of words."""
_KILLING: Final = frozenset({"killing", "assassination"})
_UNREAL: Final = frozenset({"would", "could", "might", "may", "should", "if", "will", "to", "must", "shall", "can"})
_PLACED: Final = frozenset({"in", "at"})
_PLANS: Final = words_of("""
bid blueprint chance draft drafts effort efforts hope hopes idea map negotiations path plan plans possibility
preparations proposal proposals prospect prospects push risk roadmap talks threat threats
""")
"""What is spoken of with these may never come: "the plans for the visit"."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


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
    before = [
        party
        for party in possessors(scene, noun)
        if is_able(scene, frame.type, party) and not _says_where(scene, frame, noun, party, len(linked))
    ]
    doers = [*before, *linked_parties(scene, noun, frozenset({"by"}))]
    doers += [party for party in of if not frame.of and is_able(scene, frame.type, party)]
    others = [*linked, *(of if frame.of else [])]
    if frame.type is EventType.MILITARY_ACTION and not doers:
        # "the attack in Orsa": nobody is attacked by somebody, so it may be any crime.
        linked = linked_parties(scene, noun, frame.links - _PLACED)
        others = [*linked, *(of if frame.of else [])]
    if tree.lower[noun] in _KILLING:
        if not is_act_of_war(scene, noun, None, doers):
            return None
        others = [party for party in others if not is_state(scene, party)]
    if tree.lower[noun] in _OF_WORDS:
        others = [party for party in others if not is_person(scene, party)]
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
    if date is None:
        date, date_text = _year_before(scene, noun)
    is_joint = frame.role == "party"
    place = others[0] if frame.role == "place" and others else place_of(scene, noun) if is_joint else None
    return Event(
        id=event_id(version, evidence, frame.type), type=frame.type, evidence=(evidence,), according_to=voice.id,
        actors=_ids(shown if is_joint else doers),
        targets=_ids(others if frame.role in ("target", "owner") else []),
        place=place.actor if place else None,
        date=date, date_text=date_text,
    )  # fmt: skip


def _says_where(scene: Scene, frame: NounFrame, noun: int, party: Party, linked: int) -> bool:
    """True for a place before the noun: "the [Brava] attacks" were made there, "the [Geneva] talks" held there.

    `linked` counts the parties behind the noun; two of them need no third. An adjective, an acronym and what has a
    possessive ending name who did it: "the [U.S.] attack".
    """
    tree = scene.tree
    token = scene.token_at(party.start)
    reference = scene.reading.naming(tree, token) if token is not None else None
    mention = reference.mention if reference else None
    if mention is None or mention.type is MentionType.DEMONYM or any(tree.kids(noun, "poss")):
        return False
    if mention.type is MentionType.METONYM or (frame.role == "party" and linked > 1):
        return True
    name = scene.reading.shadow[party.start : party.end]
    return frame.type is EventType.MILITARY_ACTION and is_state(scene, party) and not name.isupper()


def _year_before(scene: Scene, noun: int) -> tuple[DateInterval | None, str | None]:
    """The year of "the [2003] invasion"."""
    for child in scene.tree.children[noun]:
        if child < noun and _YEAR.fullmatch(scene.tree.lower[child]):
            year = scene.tree.lower[child]
            return said_on(f"in {year}", scene.published), year
    return None, None


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
    link = tree.head[noun]
    if tree.lower[link - 1 : link + 1] == ["ahead", "of"]:
        return False
    for above in tree.above(noun):
        if tree.is_verb(above):
            is_unreal = bool(tree.modals(above) & _UNREAL) or any(
                tree.lower[child] in ("if", "unless", "whether") for child in tree.kids(above, "mark")
            )
            return not is_unreal and _stem(tree.lower[above]) not in _UNREAL_VERBS
        if tree.lower[above] in _PLANS:
            return False
    return True


def _stem(form: str) -> str:
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = form.removesuffix(ending)
        for candidate in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
            if stem != form and candidate in _UNREAL_VERBS:
                return candidate
    return form
