"""Whom and what the pronouns of a content mean wherever they stand in it, where its own words show it.

"The rebels burn farms. They will be sorry" speaks of the rebels twice; "a text that is thin, and we paid for it" of the
text. Only what stands before in the same content is looked at, the sentence of the pronoun first, and what the content
is said to be "of" or "about"; of two nouns that fit alike neither is taken. Pronouns that the actors' rules have
resolved are not asked for again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind
from kg.statements.reading.phrases import is_noun, is_person, is_plural
from kg.statements.reading.wordlists import words_of
from kg.statements.topics.antecedents import can_be_a_thing, things_can
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.model import Actor, Attribution
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

PERSONAL: Final = frozenset({"he", "him", "she", "her", "it", "they", "them"})
"""Pronouns that are asked for; possessive ones are not, their owner is spoken of only on the way."""
_MALE, _FEMALE = frozenset({"he", "him"}), frozenset({"she", "her"})
_SEVERAL: Final = frozenset({"they", "them"})
_THING: Final = frozenset({"it"})
_BACK: Final = 2
"""Sentences to go back at most."""
_RANKS: Final = {"nsubj": 0, "nsubjpass": 0, "ROOT": 0, "dobj": 1, "dative": 1, "attr": 1, "pobj": 2}
_PEOPLE: Final = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_ABOUT: Final = frozenset({"of", "about", "on", "over", "regarding", "concerning"})


@dataclass(frozen=True, slots=True)
class Meant:
    """The noun that a pronoun means."""

    tree: Tree
    token: int
    is_outside: bool = False
    """True for a noun outside of the content."""


def meant_by(
    reading: Reading,
    attribution: Attribution,
    pronoun: tuple[Tree, int],
    actors: Mapping[ActorId, Actor],
    is_own: Callable[[Tree, int], bool],
) -> Meant | None:
    """The noun before a pronoun that it means, None where none or several fit. It may name an actor or nobody known."""
    tree, token = pronoun
    if not _can_mean_somebody(tree, token):
        return None
    place = tree.start[token]
    found = list(_before(reading, attribution, place))
    fitting = [
        (rank, one)
        for rank, one in found
        if _is_apart(one, tree, token) and not is_own(one.tree, one.token) and _fits(reading, one, tree, token, actors)
    ]
    if not fitting and not any(_is_alike(one.tree.lower[one.token], tree.lower[token]) for _, one in found):
        fitting = [
            ((0, 0, 0), one)
            for one in said_of(reading, attribution)
            if _fits(reading, one, tree, token, actors) and not is_own(one.tree, one.token)
        ]
    fitting.sort(key=lambda item: (item[0], item[1].tree.start[item[1].token]))
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def said_of(reading: Reading, attribution: Attribution) -> Iterator[Meant]:
    """What a content is said to be about: "..., she said of [the envoy]", "asked about [the raid], he said"."""
    contents = [reading.source.locate(span) for span in attribution.content]
    for tree, tokens in reading.pieces(attribution.cue):
        for verb in tokens:
            above = (verb, *(c for c in tree.kids(verb, "advcl", "prep") if tree.lower[c] in _ASKED))
            for head in above:
                for prep in tree.kids(head, "prep"):
                    for noun in tree.kids(prep, "pobj"):
                        is_within = any(start <= tree.start[noun] < end for start, end in contents)
                        if tree.lower[prep] in _ABOUT and is_noun(tree, noun) and not is_within:
                            yield Meant(tree, noun, is_outside=True)


_ASKED: Final = frozenset({"asked", "speaking", "questioned", "commenting", "referring", "pressed"})


def _before(reading: Reading, attribution: Attribution, place: int) -> Iterator[tuple[tuple[int, int, int], Meant]]:
    """Nouns of the content before a place, each with its rank: sentences away, role, how deep in the sentence."""
    here = reading.source.sentence_at(place)
    for tree, tokens in reading.pieces(attribution.content):
        for token in tokens:
            start = tree.start[token]
            if start >= place:
                return
            rank = _RANKS.get(tree.dep[token])
            if rank is None or not _can_be_meant(tree, token) or _only_describes(tree, token):
                continue
            there = reading.source.sentence_at(start)
            if here is None or there is None or here - there > _BACK:
                continue
            depth = sum(1 for above in tree.above(token) if tree.dep[above] in ("relcl", "acl", "advcl"))
            yield (here - there, rank, depth), Meant(tree, token)


def _can_be_meant(tree: Tree, token: int) -> bool:
    """True for a noun that is no day or amount, for "those who ...", and for another pronoun, which is followed."""
    if tree.lower[token] in PERSONAL or (tree.lower[token] == "those" and any(tree.kids(token, "relcl"))):
        return True
    if not is_noun(tree, token) or tree.lower[token] in words_of("speech"):
        return False
    if tree.lower[token] in words_of("no-topic") and tree.lower[token] not in _SOMEBODY:
        return False
    if tree.dep[token] != "pobj":
        return True
    prep = tree.head[token]
    return tree.lower[prep] in _THEME and (tree.is_verb(tree.head[prep]) or tree.dep[tree.head[prep]] == "acomp")


_SOMEBODY: Final = frozenset({"people", "man", "woman", "somebody", "someone", "figure", "minority", "majority"})
_THEME: Final = frozenset({"of", "about", "to", "for", "with", "against", "by", "from", "than"})


def _only_describes(tree: Tree, token: int) -> bool:
    """True for what somebody or something is said to be; "there are judges" speaks of judges."""
    return tree.dep[token] == "attr" and not any(tree.kids(tree.head[token], "expl"))


def _can_mean_somebody(tree: Tree, token: int) -> bool:
    if tree.lower[token + 1 : token + 2] in (["["], [":"]):
        return False  # what an editor's bracket says, or what comes after: "make no bones about it: he is rich"
    if tree.lower[token] in _MALE | _FEMALE:
        return tree.dep[token] != "poss"
    if tree.lower[token] == "it":
        verb = tree.head[token]
        is_acting = tree.dep[token] == "nsubj" and tree.lower[verb] in words_of("willed")
        return is_acting or can_be_a_thing(tree, token)
    return tree.dep[token] != "expl"


def _is_apart(one: Meant, tree: Tree, pronoun: int) -> bool:
    """False for what the same verb governs ("the judge heard him"), and for the noun that a pronoun is told of."""
    if one.tree is not tree:
        return True
    if one.token in tree.above(pronoun):
        return False
    return _clause(tree, one.token) != _clause(tree, pronoun)


def _clause(tree: Tree, token: int) -> int:
    """The verb whose clause a noun stands in."""
    for above in tree.above(token):
        if tree.is_verb(above) or tree.tag[above] == "MD":
            return above
    return token


def _fits(reading: Reading, one: Meant, tree: Tree, pronoun: int, actors: Mapping[ActorId, Actor]) -> bool:
    word, noun = tree.lower[pronoun], one.tree.lower[one.token]
    if noun in PERSONAL:
        return _is_alike(noun, word)
    if noun == "those":
        return word in _SEVERAL
    named = reading.naming(one.tree, one.token)
    actor = actors.get(target_actor(named.target) or ActorId("")) if named is not None else None
    if word in _MALE | _FEMALE:
        if is_plural(one.tree, one.token) or noun in words_of("female" if word in _MALE else "male"):
            return False
        if actor is not None:
            return actor.kind in _PEOPLE
        return (is_person(one.tree, one.token) or noun in _SOMEBODY) and noun not in words_of("body")
    acts = tree.dep[pronoun] == "nsubj" and not tree.is_passive(tree.head[pronoun])
    verb = tree.head[pronoun]
    if word in _SEVERAL:
        if actor is not None and not is_plural(one.tree, one.token):
            return actor.kind is ActorKind.GROUP
        if not is_plural(one.tree, one.token):
            return False
        needs_people = acts and (tree.lower[verb] in words_of("willed") or not things_can(tree, verb))
        return not needs_people or actor is not None or _are_people(one)
    if is_plural(one.tree, one.token) or is_person(one.tree, one.token):
        return False
    if actor is not None:
        return actor.kind not in (*_PEOPLE, ActorKind.GROUP)
    if one.tree.tag[one.token] in ("NNP", "NNPS") and one.tree.start[one.token] in reading.places:
        return False
    return not (acts and tree.lower[verb] in words_of("willed")) or noun in words_of("body")


def _is_alike(one: str, other: str) -> bool:
    """True for two forms of one pronoun."""
    return any(one in forms and other in forms for forms in (_MALE, _FEMALE, _SEVERAL, _THING))


def _are_people(one: Meant) -> bool:
    """True for a plural noun for people, and for nouns joined of which one is."""
    tree = one.tree
    return any(is_person(tree, token) or tree.lower[token] in _SOMEBODY for token in tree.joined(one.token))
