"""What a content speaks of besides the subjects and themes of its main clauses.

"The cabinet would meet to consider the ultimatum" speaks of the ultimatum, too, "reports that the general was held" of
the general, "no treaty rather than this treaty" of the treaty that is refused. Nothing later leads back to them: "it"
means what the main clauses are about.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.statements.reading.clauses import EMPTY, told_tops
from kg.statements.reading.phrases import has_own_words, is_definite, is_noun, is_person
from kg.statements.reading.wordlists import doubled, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree

_OF_ANY: Final = frozenset({"about", "against", "for", "of", "over", "to", "with"})
"""Prepositions whose noun a clause speaks of if it is definite or has words of its own: "for a joint patrol"."""
_OF_THE_KNOWN: Final = frozenset({"by", "despite", "on", "without"})
"""The same, only where it is definite: "without the volunteers", not "on a daily basis"."""
_GOVERNING: Final = {
    "in": (
        "believe",
        "engage",
        "interfere",
        "intervene",
        "invest",
        "live",
        "meddle",
        "participate",
        "persist",
        "trust",
    ),
    "from": (
        "bar",
        "benefit",
        "debar",
        "distract",
        "exclude",
        "exempt",
        "profit",
        "recover",
        "retreat",
        "shut",
        "withdraw",
    ),
    "into": ("drag", "enter", "force", "lure", "push"),
}
"""Prepositions that otherwise say where, with the verbs of which they tell whom or what it is about."""
_FRAMES: Final = frozenset({"era", "future", "peace", "situation", "world"})
"""Nouns that name nothing themselves where a relative clause tells what: "a future in which no toll is paid"."""
_PLACING: Final = frozenset({"at", "from", "in", "into"})
_THAT: Final = frozenset({"that", "those"})
_STATES: Final = frozenset({"atmosphere", "climate", "spirit", "state"})
"""Nouns with which "in" tells what is: "live in a state of mutual trust"."""
_LINKING: Final = frozenset({"about", "against", "between", "for", "of", "on", "over", "to", "with"})
_GRANTED: Final = frozenset({"assuming", "given", "provided", "providing", "supposing"})
_COMPARING: Final = frozenset({"than"})
_CONTRASTS: Final = frozenset({"although", "though", "whereas", "while", "where"})
"""What a clause with one of these tells is told as well: "while its neighbour sent bulldozers"."""
_REASONS: Final = frozenset({"because", "since"})
"""The same, where somebody acts: "because two sergeants refused an order", not "because the storm had passed"."""
_CARRYING_ON: Final = ("acomp", "ccomp", "conj", "csubj", "csubjpass", "oprd", "parataxis", "pcomp", "xcomp")
"""What leads from a clause to the next that its speaker tells as well."""
_CONDITIONS: Final = frozenset({"if", "unless", "until"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_RELATED: Final = frozenset({"nsubj", "nsubjpass", "dobj"})
_DEEPEST: Final = 8
"""Clauses in each other that are walked at most."""


def asides(tree: Tree, tokens: range) -> Iterator[int]:
    """Nouns of a range of tokens that its clauses speak of, in text order, each once.

    Clauses under a verb of saying or thinking whose subject is somebody are that one's words and are left to it; so are
    relative clauses, reasons and times, which only say who, why and when.
    """
    found: dict[int, None] = {}
    for top in told_tops(tree, tokens):
        for noun in _of(tree, top, tokens, 0):
            if noun in tokens:
                found[noun] = None
    found.update((noun, None) for noun in _compared(tree, tokens))
    found.update((noun, None) for noun in tokens if _is_introduced(tree, noun, tokens))
    yield from sorted(found)


def _compared(tree: Tree, tokens: range) -> Iterator[int]:
    """What is set beside something, wherever it stands: "no worse host than Brava"."""
    for prep in tokens:
        if tree.lower[prep] in _COMPARING and tree.dep[prep] == "prep":
            for noun in tree.kids(prep, "pobj"):
                if noun in tokens and is_noun(tree, noun) and is_definite(tree, noun) and not _is_counted(tree, noun):
                    yield noun


def _is_introduced(tree: Tree, noun: int, tokens: range) -> bool:
    """True for what stands behind a colon, where the parse hangs it on that: "what a gift: a road to nowhere"."""
    head = tree.head[noun]
    return tree.lower[head] == ":" and head in tokens and head < noun and is_noun(tree, noun)


def relatives(tree: Tree, tokens: range) -> Iterator[tuple[int, int]]:
    """Relative pronouns of a range with the noun before it that they stand for: "the fee, [which] Holm rejects"."""
    for pronoun in tokens:
        is_that = tree.lower[pronoun] == "that" and tree.tag[pronoun] == "IN"
        if (tree.tag[pronoun] not in _RELATIVE and not is_that) or tree.dep[pronoun] not in _RELATED:
            continue
        verb = tree.head[pronoun]
        if tree.dep[verb] == "relcl" and tree.head[verb] < tokens.start:
            yield pronoun, tree.head[verb]


def _of(tree: Tree, token: int, tokens: range, depth: int) -> Iterator[int]:
    if token not in tokens or depth > _DEEPEST:
        return
    if is_noun(tree, token) and not any(tree.kids(token, "dobj")):  # else a verb: "Holm [reserves] the right"
        yield from _of_noun(tree, token, tokens, depth)
        return
    if tree.dep[token] == "prep":
        for below in tree.kids(token, "pobj", "pcomp"):
            yield from _of(tree, below, tokens, depth + 1)
        return
    yield from _of_clause(tree, token, tokens, depth)


def _of_noun(tree: Tree, noun: int, tokens: range, depth: int) -> Iterator[int]:
    """The noun, what it is set against, what it tells that somebody did, and what an empty noun is a part of."""
    yield noun
    for other in tree.kids(noun, "conj", "appos"):
        if tree.dep[other] == "conj" or any(noun < no < other for no in tree.kids(noun, "neg")):
            yield from _of(tree, other, tokens, depth + 1)  # "the ministry, not the crews"
        elif tree.lower[other - 1] == ":":
            yield from _of(tree, other, tokens, depth + 1)  # "what a gift: a road to nowhere"
    is_empty = tree.lower[noun] in words_of("no-topic") or tree.lower[noun] in _FRAMES
    for clause in tree.kids(noun, "acl", "ccomp", "relcl"):
        is_told = tree.dep[clause] != "relcl" and any(tree.lower[mark] == "that" for mark in tree.kids(clause, "mark"))
        if is_told or "to" in tree.modals(clause) or (is_empty and tree.dep[clause] == "relcl"):
            yield from _of(tree, clause, tokens, depth + 1)  # "talk that the summit had been a triumph"
    for prep in tree.kids(noun, "prep"):
        if tree.lower[prep] == "than" or (is_empty and tree.lower[prep] in ("of", "in", "about")):
            yield from _of(tree, prep, tokens, depth + 1)
        for governed in tree.kids(prep, "pobj"):
            if tree.lower[prep] in _PLACING and _is_governed(tree, governed):
                yield governed  # "you had support in that room"
        if tree.lower[prep] not in _LINKING:
            continue
        for governed in tree.kids(prep, "pobj"):
            for other in tree.joined(governed):  # "the fate of the pilots and the future of the airfield"
                if other != governed and tree.lower[other] not in _FRAMES and _is_meant(tree, other, "of"):
                    yield other
        yield from _of_governed_clause(tree, prep, tokens, depth)


def _of_governed_clause(tree: Tree, prep: int, tokens: range, depth: int) -> Iterator[int]:
    """A clause with a subject behind a preposition: "doubt about whether the crew is ready"."""
    for clause in tree.kids(prep, "pcomp"):
        if any(is_noun(tree, subject) for subject in tree.kids(clause, "nsubj", "nsubjpass")):
            yield from _of(tree, clause, tokens, depth + 1)


def _of_clause(tree: Tree, head: int, tokens: range, depth: int) -> Iterator[int]:
    subjects = list(tree.kids(head, "nsubj", "nsubjpass"))
    for noun in (*subjects, *tree.kids(head, "dobj", "dative")):
        if is_noun(tree, noun) and not _is_counted(tree, noun) and tree.lower[noun] not in words_of("place"):
            yield from _of_noun(tree, noun, tokens, depth)
    # "At fault was a shipowner", "guilty is a prosecution that forged a diary"
    fronted = [what for what in tree.kids(head, "acomp", "prep") if what < head]
    is_turned = not subjects and any(tree.dep[what] == "acomp" or tree.lower[what] == "at" for what in fronted)
    if is_turned and tree.tag[head] in ("VBD", "VBZ", "VBP") and not any(tree.kids(head, "expl", "csubj")):
        for noun in tree.kids(head, "attr"):
            yield from _of(tree, noun, tokens, depth + 1)
    elif any(tree.kids(head, "expl")) or _equates(tree, head, subjects):
        for noun in tree.kids(head, "attr"):
            if is_definite(tree, noun) or not _is_empty(
                tree, subjects
            ):  # no word that only judges "it": "it was a stunt"
                yield from _of(tree, noun, tokens, depth + 1)
    preps = list(tree.kids(head, "prep", "agent"))
    preps += [other for prep in preps for other in tree.kids(prep, "conj") if tree.tag[other] == "IN"]
    for prep in preps:
        if tree.lower[prep] in _LINKING:
            yield from _of_governed_clause(tree, prep, tokens, depth)
        for governed in tree.kids(prep, "pobj"):
            if tree.dep[prep] == "agent" and is_noun(tree, governed) and has_own_words(tree, governed):
                yield from _of(tree, governed, tokens, depth + 1)  # "by people ashore who had misread a chart"
            elif (
                tree.lower[prep] == "than"
                or _is_meant(tree, governed, tree.lower[prep])
                or _is_governed(tree, governed)
            ):
                yield from _of(tree, governed, tokens, depth + 1)
    is_somebodys = _is_somebodys(tree, head, subjects)
    for below in tree.kids(head, *_CARRYING_ON):
        if tree.dep[below] == "oprd" and is_noun(tree, below) and not is_definite(tree, below):
            continue  # what something is made: "keep the corridor open"
        if tree.dep[below] != "ccomp" or not is_somebodys:
            yield from _of(tree, below, tokens, depth + 1)
    for clause in tree.kids(head, "dep", "advcl", "prep"):
        if tree.lower[clause] in _GRANTED:  # "provided they respect the treaty"
            for told in tree.kids(clause, "ccomp", "pcomp"):
                yield from _of(tree, told, tokens, depth + 1)
    for manner in tree.kids(head, "advmod"):
        for clause in tree.kids(manner, "advcl"):
            if "to" in tree.modals(clause):  # "work as quickly as possible to mend the dyke"
                yield from _of(tree, clause, tokens, depth + 1)
    for clause in tree.kids(head, "advcl"):
        is_condition = any(tree.lower[mark] in _CONDITIONS for mark in tree.kids(clause, "mark"))
        if is_condition or "to" in tree.modals(clause) or _is_told_beside(tree, clause):
            yield from _of(tree, clause, tokens, depth + 1)


def _is_told_beside(tree: Tree, clause: int) -> bool:
    """True for what is set against the main clause, for a reason that is somebody's deed, and for "but for"."""
    opening = {tree.lower[child] for child in tree.kids(clause, "mark", "advmod") if child < clause}
    if opening & _CONTRASTS and any(is_noun(tree, who) for who in tree.kids(clause, "nsubj", "nsubjpass")):
        return True
    if opening & _REASONS:
        return any(is_person(tree, subject) for subject in tree.kids(clause, "nsubj"))
    # "Had it not been for the nuns"
    return tree.lower[clause] == "been" and any(tree.lower[prep] == "for" for prep in tree.kids(clause, "prep"))


def _is_meant(tree: Tree, noun: int, prep: str) -> bool:
    """True for a noun that both sides know, after some prepositions also with words that tell it from others."""
    if not is_noun(tree, noun) or tree.lower[noun] in words_of("place") or _is_counted(tree, noun):
        return False
    if is_definite(tree, noun):
        return prep in _OF_THE_KNOWN or prep in _OF_ANY
    return prep in _OF_ANY and has_own_words(tree, noun)


def _is_governed(tree: Tree, noun: int) -> bool:
    """True for what a verb takes by a preposition that mostly says where: "exclude nobody from the talks".

    So is what is not to be there ("without meddling in the vote"), and how things are ("in a climate of fear").
    """
    prep = tree.head[noun]
    verb = tree.head[prep]
    if tree.lower[prep] == "without" and any(
        tree.lower[below] in ("in", "of", "from") for below in tree.children[noun]
    ):
        return is_noun(tree, noun)
    if tree.lower[prep] == "in" and tree.lower[noun] in _STATES and any(tree.kids(noun, "prep")):
        return True
    if tree.lower[prep] in _PLACING and is_noun(
        tree, verb
    ):  # "support in that room", not "in this room", which is here
        return is_noun(tree, noun) and any(tree.lower[det] in _THAT for det in tree.kids(noun, "det"))
    governing = _governing(tree.lower[prep])
    if tree.lower[verb] not in governing and tree.lower[tree.head[verb]] not in governing:
        return False  # "exclude [nobody from the talks]" is how the parser may join them
    return is_noun(tree, noun) and tree.lower[noun] not in words_of("place") and not _is_counted(tree, noun)


@cache
def _governing(prep: str) -> frozenset[str]:
    return frozenset(form for verb in _GOVERNING.get(prep, ()) for form in (*verb_forms(verb), *doubled(verb)))


def _is_counted(tree: Tree, noun: int) -> bool:
    """True for an amount: "41,000 inhabitants" tells how many."""
    return any(tree.tag[number] == "CD" for number in tree.kids(noun, "nummod")) and not is_definite(tree, noun)


def _equates(tree: Tree, verb: int, subjects: list[int]) -> bool:
    """True where the complement is what is spoken of: "it was the militia", "the answer is not another form"."""
    return _is_empty(tree, subjects) or any(tree.lower[s] in words_of("equated") for s in subjects)


def _is_empty(tree: Tree, subjects: list[int]) -> bool:
    return any(tree.lower[s] in EMPTY for s in subjects)


def _is_somebodys(tree: Tree, verb: int, subjects: list[int]) -> bool:
    """True for a verb of saying or thinking with a subject of its own, "nobody" and pronouns left out."""
    if tree.lower[verb] not in words_of("willed"):
        return False
    return any(is_noun(tree, s) and not tree.is_nobody(s) for s in subjects)
