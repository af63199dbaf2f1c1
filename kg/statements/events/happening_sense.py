"""Who can take part in what, and which sentences use the words of an event for something else.

"Killed" tells of war where a force did it or a weapon shows it, and not of a crash; "met" is no meeting of a couple.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, EventType
from kg.resolve.lexicon import words_of
from kg.statements.events.happening_table import ACTOR_OBJECT, VICTIM_OBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.statements.events.happening_table import Frame
    from kg.statements.events.participants import Party
    from kg.statements.events.scenes import Scene

_ORGANISED: Final = frozenset(
    {ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.INTERNATIONAL_BODY, ActorKind.GROUP}
)
_ARMED: Final = _ORGANISED | {ActorKind.ORGANISATION}
_BODIES: Final = frozenset({ActorKind.INTERNATIONAL_BODY, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION})
_ABLE: Final = {
    EventType.MANDATE_CREATED: frozenset({ActorKind.INTERNATIONAL_BODY}),
    EventType.VOTE: _BODIES,
    EventType.SANCTIONS_IMPOSED: _ORGANISED,
    EventType.SANCTIONS_LIFTED: _ORGANISED,
    EventType.RECALL: _ORGANISED,
    EventType.EXPULSION: _ORGANISED,
    EventType.SUMMONS: _ORGANISED | {ActorKind.PERSON},
    EventType.RECOGNITION: _ORGANISED,
    EventType.RELATIONS_BROKEN: _ORGANISED,
    EventType.RELATIONS_ESTABLISHED: _ORGANISED,
    EventType.MILITARY_ACTION: _ARMED,
    EventType.MILITARY_EXERCISE: _ARMED,
    EventType.DEPLOYMENT: _ARMED,
    EventType.WITHDRAWAL: _ARMED,
    EventType.MISSILE_LAUNCH: _ARMED,
    EventType.NUCLEAR_TEST: _ARMED,
}
"""Who can do it; anybody can where a type is not listed. "Officials" of a state count as the state."""
DOER_MAY_LACK: Final = frozenset({EventType.SANCTIONS_IMPOSED, EventType.MILITARY_ACTION, EventType.EXPULSION})
"""What was done tells enough even where nobody says who did it: "sanctions were imposed on Valdoria"."""
_FORCES: Final = re.compile(r"\b(?:forces?|army|navy|military|defen[cs]e|guards?)\b", re.IGNORECASE)
_WAR: Final = words_of("""
airstrike airstrikes ambush artillery battle bombardment bombing bombings drone drones fighting invasion missile
missiles mortar mortars offensive raid raids rocket rockets shelling strike strikes war warplane warplanes
""")
"""What shows that somebody was killed in war where no force is named that did it."""
_CIVIL: Final = words_of("""
burglar burglars cop cops gunman gunmen murderer officer officers police policeman policemen robber robbers robbery
sheriff shooter shootout suspect
""")
"""What shows that it was crime, or the work of the police."""
_CLOSE: Final = words_of("""
boyfriend brother brothers children classmate daughter ex-husband ex-wife father fiancé fiancée fiance fiancee friend
friends girlfriend husband lover mother neighbor neighbors neighbour neighbours parents partner sister sisters son
spouse wife
""")
"""Whom people meet in private life."""
_HABITUAL: Final = words_of("always frequently often rarely regularly seldom sometimes usually")
_TEMPORAL: Final = frozenset({"after", "before", "once", "till", "until", "when", "whenever", "while"})
"""In a clause of time the present is mostly one to come."""
_OF_WORDS: Final = words_of("assault assaults attack attacks")
"""An attack on a person is mostly one of words."""


def is_able(scene: Scene, type_: EventType, party: Party) -> bool:
    """True if such an actor can do such a thing."""
    able = _ABLE.get(type_)
    return able is None or scene.resolved.actors[party.actor].kind in able


def is_state(scene: Scene, party: Party) -> bool:
    """True for a state."""
    return scene.resolved.actors[party.actor].kind is ActorKind.STATE


def is_person(scene: Scene, party: Party) -> bool:
    """True for a person."""
    return scene.resolved.actors[party.actor].kind is ActorKind.PERSON


def is_attack_by_state(scene: Scene, type_: EventType, doers: Sequence[Party]) -> bool:
    """True for anything but an attack on nobody named by somebody other than a state or its forces: that may be one of
    words."""
    return type_ is not EventType.MILITARY_ACTION or all(
        is_state(scene, doer) or _FORCES.search(scene.resolved.actors[doer.actor].label) for doer in doers
    )


def is_once(scene: Scene, verb: int) -> bool:
    """False for a habit ("often meet"), and for what is still to come ("will speak when she [arrives]")."""
    tree = scene.tree
    if any(tree.lower[child] in _HABITUAL for child in tree.kids(verb, "advmod")):
        return False
    if tree.tag[verb] not in ("VBZ", "VBP"):
        return True
    while tree.dep[verb] == "conj" and tree.is_verb(tree.head[verb]):
        verb = tree.head[verb]
    return not any(tree.lower[child] in _TEMPORAL for child in tree.kids(verb, "mark", "advmod"))


def is_meant(scene: Scene, frame: Frame, verb: int, thing: int | None, doers: Sequence[Party]) -> bool:
    """False where the frame's words are used for something else; `thing` is the object that the frame found."""
    tree = scene.tree
    if frame.object == VICTIM_OBJECT:
        return is_act_of_war(scene, verb, thing, doers)
    if frame.object != ACTOR_OBJECT:
        # "arrived in Estmark as ambassador" begins no visit.
        is_posting = frame.type is EventType.VISIT and tree.lower[verb].startswith("arrive")
        return not (is_posting and any(tree.lower[link] == "as" for link in tree.kids(verb, "prep")))
    if frame.type is EventType.MEETING:
        # "was met at the airport by her brother"
        is_close = thing is not None and any(tree.lower[head] in _CLOSE for head in tree.joined(thing))
        return not is_close and not tree.is_passive(verb)
    # "hackers sanctioned by it" may be those whom it let act.
    return frame.type is not EventType.SANCTIONS_IMPOSED or tree.dep[verb] != "acl" or bool(doers)


def bodily(scene: Scene, thing: int | None, found: Sequence[Party]) -> list[Party]:
    """Those among the parties of a noun who can be killed, or travel.

    A state's soldiers and its president stand for it; the state itself can do neither.
    """
    heads = [scene.tree.start[head] for head in scene.tree.joined(thing)] if thing is not None else []
    return [
        party
        for party in found
        if not is_state(scene, party) or not any(party.start <= head < party.end for head in heads)
    ]


def without_attacked_by_words(scene: Scene, noun: int | None, found: list[Party]) -> list[Party]:
    """The targets without people, where the noun is one of those that tell of words as well."""
    if noun is None or scene.tree.lower[noun] not in _OF_WORDS:
        return found
    return [party for party in found if not is_person(scene, party)]


def is_act_of_war(scene: Scene, word: int, victim: int | None, doers: Sequence[Party]) -> bool:
    """True if a killing, told by a verb or a noun, is none that the police or a criminal did.

    `victim`: the noun of the one killed. A killing that nobody is said to have done needs a weapon of war beside it.
    """
    words = set(_beside(scene, word, victim))
    return words.isdisjoint(_CIVIL) and (bool(doers) or not words.isdisjoint(_WAR))


def _beside(scene: Scene, verb: int, victim: int | None) -> Iterator[str]:
    """The words of the sentence, without those that only describe the victim."""
    tree = scene.tree
    for token in tree.tokens(scene.start, scene.end):
        for above in (token, *tree.above(token)):
            if above in (verb, victim):
                break
        else:
            above = verb
        if above == verb:
            yield tree.lower[token]
