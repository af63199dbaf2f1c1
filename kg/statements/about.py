"""Whom and what a content is about, and to whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import About, ActorId, MentionType
from kg.statements.reading.sides import own_side
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution, ResolvedActors, Span, Speaker, TargetId
    from kg.statements.reading.strings import Reading, Reference
    from kg.statements.stance.rules import Judgement

_OF_A_STATE: Final = frozenset(
    [
        "aggression",
        "army",
        "activities",
        "activity",
        "aircraft",
        "airstrike",
        "airstrikes",
        "attack",
        "attacks",
        "ambassador",
        "authorities",
        "bombing",
        "bombs",
        "borders",
        "campaign",
        "coast",
        "court",
        "counterpart",
        "counterparts",
        "decision",
        "delegation",
        "demand",
        "demands",
        "deployment",
        "diplomacy",
        "diplomats",
        "drills",
        "drone",
        "drones",
        "economy",
        "embassy",
        "envoy",
        "exercises",
        "fleet",
        "forces",
        "foreign",
        "frigate",
        "government",
        "incursion",
        "influence",
        "intelligence",
        "interests",
        "intervention",
        "invasion",
        "jets",
        "law",
        "leaders",
        "leadership",
        "legislation",
        "maneuvers",
        "measures",
        "military",
        "missile",
        "missiles",
        "mission",
        "move",
        "navy",
        "occupation",
        "offer",
        "officials",
        "operation",
        "operations",
        "parliament",
        "pilots",
        "plan",
        "plans",
        "police",
        "policies",
        "policy",
        "position",
        "pressure",
        "proposal",
        "proposals",
        "propaganda",
        "raid",
        "regime",
        "representatives",
        "response",
        "sanctions",
        "security",
        "ship",
        "ships",
        "shelling",
        "side",
        "soldiers",
        "sovereignty",
        "stance",
        "state",
        "strike",
        "strikes",
        "submarine",
        "support",
        "tanks",
        "tariffs",
        "territory",
        "threat",
        "threats",
        "troops",
        "vessel",
        "vessels",
        "veto",
        "vote",
        "war",
        "waters",
        "weapons",
    ]
)
"""Nouns that a demonym makes into acts or organs of its state: "Ardenian troops", not "Ardenian cheese"."""
_AT: Final = frozenset({"against", "toward", "towards", "at"})


def find_about(
    reading: Reading,
    attribution: Attribution,
    speakers: tuple[Speaker, ...],
    resolved: ResolvedActors,
    judgement: Judgement,
    topics: tuple[Reference, ...],
) -> tuple[About, ...]:
    """Targets in text order, each once, with the first span that shows it.

    Everybody named in the content, and in what the cue judges, is a target. Left out: places, the speaker's own side
    unless something is done to it, and demonyms that only describe. `topics`: what its main clauses are about besides.
    """
    own = own_side(speakers, resolved)
    speaking = {speaker.actor for speaker in speakers}
    found: dict[TargetId, Span] = {}
    for reference in _references(reading, attribution, resolved):
        if reference.target in found:
            continue
        if _is_target(reading, reference, own) or _is_spoken_of(reading, attribution, reference, speaking):
            found[reference.target] = reference.span
    for topic in topics:
        found.setdefault(topic.target, topic.span)
    for stance in judgement.stances:
        if stance.target not in found:
            found[stance.target] = judgement.shown[stance.target]
    placed = sorted(found.items(), key=lambda item: (item[1].string, item[1].start, item[0]))
    return tuple(About(target=target, evidence=evidence) for target, evidence in placed)


def find_addressees(reading: Reading, attribution: Attribution, speakers: tuple[Speaker, ...]) -> tuple[ActorId, ...]:
    """Actors to whom it was said, in text order."""
    speaking = {speaker.actor for speaker in speakers}
    found: dict[ActorId, None] = {}
    for span in attribution.addressee:
        for reference in reading.outermost(*reading.source.locate(span)):
            actor = target_actor(reference.target)
            if actor is not None and actor not in speaking:
                found[actor] = None
    return tuple(found)


def _references(reading: Reading, attribution: Attribution, resolved: ResolvedActors) -> Iterator[Reference]:
    """Everybody named, the longest names only; of a body of this article its state too ("the Estmark delegation")."""
    for span in (*attribution.target, *attribution.content):
        for reference in reading.outermost(*reading.source.locate(span)):
            yield reference
            body = resolved.actors.get(target_actor(reference.target) or ActorId(""))
            if body is not None and body.is_local and body.organ_of:
                for inner in reading.within(reference.start, reference.end):
                    if target_actor(inner.target) == body.organ_of:
                        yield inner


def _is_target(reading: Reading, reference: Reference, own: frozenset[ActorId]) -> bool:
    mention, actor = reference.mention, target_actor(reference.target)
    if mention is None:
        return True
    if actor in own:
        return mention.type is not MentionType.PRONOUN and _undergoes(reading, reference)
    return mention.type is not MentionType.DEMONYM or _is_state_act(reading, reference)


def _is_spoken_of(reading: Reading, attribution: Attribution, reference: Reference, speaking: set[ActorId]) -> bool:
    """True for the speaker's state or body as subject of what an official tells: "Norland joined in 1999"."""
    mention, actor = reference.mention, target_actor(reference.target)
    if mention is None or actor in speaking or mention.type not in (MentionType.NAME, MentionType.METONYM):
        return False
    for tree, tokens in reading.pieces(attribution.content):
        for token in tree.tokens(reference.start, reference.end):
            if token in tokens and tree.dep[token] in ("nsubj", "nsubjpass"):
                verb = tree.head[token]
                return tree.head[verb] == verb or tree.head[verb] not in tokens
    return False


def _undergoes(reading: Reading, reference: Reference) -> bool:
    """True for the object of a verb, and after "against"."""
    tree = reading.tree_at(reference.start)
    if tree is None:
        return False
    tokens = tree.tokens(reference.start, reference.end)
    head = next((token for token in tokens if tree.head[token] not in tokens), None)
    if head is None or not tree.dep[head]:
        return False
    return tree.dep[head] == "dobj" or (tree.dep[head] == "pobj" and tree.lower[tree.head[head]] in _AT)


def _is_state_act(reading: Reading, reference: Reference) -> bool:
    tree = reading.tree_at(reference.start)
    if tree is None:
        return False
    tokens = tree.tokens(reference.start, reference.end)
    if not tokens:
        return False
    head = tree.head[tokens[-1]]
    return tree.lower[head] in _OF_A_STATE or any(
        tree.lower[token] in _OF_A_STATE for token in range(tokens[-1] + 1, min(tokens[-1] + 3, len(tree.lower)))
    )
