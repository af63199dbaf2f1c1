"""Who takes part in an event: actors named by a noun, by whom its head belongs to, or by a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, MentionType
from kg.resolve.lexicon import words_of
from kg.statements.reading.sides import own_side
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.statements.events.scenes import Scene, Voice

_FIRST_PERSON: Final = frozenset({"we", "i"})
_BELONGING: Final = words_of("""
administration aircraft ambassador ambassadors army artillery attache attaché attachés authorities bombers cabinet
chancellor charge chargé commandos consul delegation delegations destroyer diplomat diplomats drone drones emir envoy
envoys fighters forces government guards helicopters independence jet jets king leader leaders marines military
minister ministers ministry missile missiles navy negotiators officials parliament plane planes police premier
president regime rocket rockets ships side sides soldiers sovereignty statehood submarine tanks troops warplane
warplanes warship warships
""")
"""Nouns whose owner acts, or is acted upon, through what they name."""
_OWNING: Final = ("amod", "compound", "nmod")
_PART_BEFORE: Final = re.compile(r"\b(?:North|South|East|West|Central)(?:ern)? $")
"""Before a name these make another one, which nobody may know: "[Northern] Cyprus"."""
_ALIKE: Final = ("ese", "sh", "ch", "ss")
"""Ends of peoples' names that are the same for one and for all: "the Chinese", "the French"."""
_ABLE: Final = frozenset(ActorKind) - {ActorKind.DOCUMENT, ActorKind.UNNAMED}


@dataclass(frozen=True, slots=True)
class Party:
    """One participant, with the shadow range of the words that name it."""

    actor: ActorId
    start: int
    end: int


def parties(scene: Scene, token: int | None, voice: Voice) -> list[Party]:
    """The actors that a noun and those joined to it name, in text order, each once."""
    if token is None:
        return []
    found: dict[ActorId, Party] = {}
    for head in scene.tree.joined(token):
        for party in _of_head(scene, head, voice):
            found.setdefault(party.actor, party)
    return sorted(found.values(), key=lambda party: party.start)


def owners(scene: Scene, noun: int) -> list[Party]:
    """To whom a noun belongs: "[Valdoria]'s envoy", "three [Estmark] diplomats", "the ambassador of [Norland]"."""
    linked = linked_parties(scene, noun, frozenset({"of", "from", "to"}))
    found = {party.actor: party for party in (*linked, *possessors(scene, noun))}
    return sorted(found.values(), key=lambda party: party.start)


def possessors(scene: Scene, noun: int) -> list[Party]:
    """The actors before a noun that own it or name its side: "[Valdoria]'s envoy", "three [Estmark] diplomats"."""
    found: dict[ActorId, Party] = {}
    tree = scene.tree
    children = list(tree.kids(noun, "poss")) or list(tree.kids(noun, *_OWNING))
    for child in children:
        # "the military strike": an adjective that names somebody is written with a capital.
        if tree.tag[child] != "JJ" or scene.reading.shadow[tree.start[child]].isupper():
            for head in tree.joined(child):
                named = list(_named(scene, head))
                if not named and scene.tree.lower[head] in _BELONGING:
                    named = owners(scene, head)
                for party in named:
                    found.setdefault(party.actor, party)
    return sorted(found.values(), key=lambda party: party.start)


def linked_parties(scene: Scene, head: int, links: frozenset[str]) -> list[Party]:
    """The actors that prepositions at a head bring in: "talks with [Norland] and [Estmark]"."""
    found: dict[ActorId, Party] = {}
    for link in scene.tree.kids(head, "prep"):
        if scene.tree.lower[link] in links:
            for thing in scene.tree.kids(link, "pobj"):
                for joined in scene.tree.joined(thing):
                    named = _own_names(scene, joined)
                    if not named and scene.tree.lower[joined] in _BELONGING:
                        named = owners(scene, joined)
                    for party in named:
                        found.setdefault(party.actor, party)
    return sorted(found.values(), key=lambda party: party.start)


def _of_head(scene: Scene, head: int, voice: Voice) -> Iterator[Party]:
    named = _own_names(scene, head)
    if named:
        yield from named
    elif scene.tree.lower[head] in _BELONGING:
        yield from owners(scene, head)
    elif scene.tree.lower[head] in _FIRST_PERSON and voice.statement is not None:
        side = own_side(voice.statement.speakers, scene.resolved)
        states = [actor for actor in sorted(side) if scene.resolved.actors[actor].kind is ActorKind.STATE]
        if len(states) == 1:
            yield Party(states[0], scene.tree.start[head], scene.tree.end[head])


def _own_names(scene: Scene, head: int) -> list[Party]:
    """Whom a noun names, or the name beside it: "the foreign minister, [Ada Lund], met"."""
    beside = [party for child in scene.tree.kids(head, "appos") for party in _named(scene, child)]
    return list(_named(scene, head)) or beside[:1]


def _named(scene: Scene, head: int) -> Iterator[Party]:
    """The actor that a mention around the token names."""
    reference = scene.reading.naming(scene.tree, head)
    actor = target_actor(reference.target) if reference else None
    known = scene.resolved.actors.get(actor) if actor else None
    if reference is None or known is None or known.kind not in _ABLE:
        return
    if reference.mention is not None and reference.mention.type is MentionType.DEMONYM and _is_some(scene, head):
        return
    if not _PART_BEFORE.search(scene.reading.shadow, max(scene.start, reference.start - 10), reference.start):
        yield Party(known.id, reference.start, reference.end)


def _is_some(scene: Scene, head: int) -> bool:
    """True for a people's name as a noun that means some of them: "four Americans". "The Americans" are their state."""
    tree = scene.tree
    if tree.dep[head] in _OWNING or tree.tag[head][:2] != "NN":
        return False
    before = {tree.lower[child] for child in tree.children[head] if child < head}
    is_all = tree.tag[head][-1] == "S" or tree.lower[head].endswith(_ALIKE)
    return not (is_all and "the" in before) or any(tree.tag[child] in ("CD", "JJ") for child in tree.children[head])
