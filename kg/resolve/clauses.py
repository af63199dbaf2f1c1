"""The clause that a word stands in, as the parser has it: its verb, the subject of that verb, and what lies between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.resolve.lexicon import words_of

if TYPE_CHECKING:
    from kg.resolve.page import Page
    from kg.text import Parse
    from kg.text.tokens import Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT"})
_COPULAS = words_of("be is was were are been being 's seem seems seemed appear appears appeared become becomes became")
_EMPTY_VERBS = words_of("rain rained rains snow snowed take takes took mean means meant matter matters depend depends")
_FARTHEST = 12
"""Steps up a tree before the search for a subject is given up."""


def parse_at(page: Page, offset: int) -> Parse | None:
    """The parse that holds an offset of the shadow, None where nothing was parsed."""
    number = bisect_right(page.source.parses, offset, key=lambda parse: parse.offset) - 1
    if number < 0:
        return None
    parse = page.source.parses[number]
    return parse if parse.tokens.end and offset < parse.tokens.end[-1] else None


def token_at(tokens: Tokens, offset: int) -> int | None:
    """The token that begins at an offset, None where none does."""
    index = bisect_left(tokens.start, offset)
    return index if index < len(tokens.start) and tokens.start[index] == offset else None


def subjects_above(tokens: Tokens, token: int) -> list[int]:
    """The subjects of the clauses that a word stands in, the nearest first; a word is no subject of itself.

    A relative pronoun stands for the noun before it, a verb without a subject for the one that it goes on from.
    """
    found: list[int] = []
    below = token
    for _ in range(_FARTHEST):
        above = tokens.head[below]
        if above == below:
            break
        subject = next((child for child in tokens.children[above] if tokens.dep[child] in SUBJECTS), None)
        if subject is not None and subject != below and subject < token:
            found.append(_antecedent(tokens, subject, above))
        below = above
    return found


def subject_ahead(tokens: Tokens, token: int) -> int | None:
    """The subject that follows a word in front of its clause: [Reth] in "In her note, Reth said"; None where none
    does."""
    below = token
    for _ in range(_FARTHEST):
        above = tokens.head[below]
        if above == below:
            return None
        subject = next((child for child in tokens.children[above] if tokens.dep[child] in SUBJECTS), None)
        if subject is not None and subject != below:
            is_in_front = below < subject and tokens.dep[below] in ("prep", "advcl", "pobj", "npadvmod")
            return subject if is_in_front and subject > token else None
        below = above
    return None


def _antecedent(tokens: Tokens, subject: int, verb: int) -> int:
    """What a relative pronoun stands for; any other subject is itself."""
    is_relative = tokens.tag[subject] in ("WDT", "WP") or (
        tokens.lower[subject] == "that" and tokens.dep[verb] == "relcl"
    )
    return tokens.head[verb] if is_relative and tokens.dep[verb] == "relcl" else subject


def joined_with(tokens: Tokens, token: int) -> list[int]:
    """The nouns that "and" joins to a noun: [Orin] and Reth."""
    found = []
    waiting = [token]
    while waiting:
        for child in tokens.children[waiting.pop()]:
            if tokens.dep[child] == "conj" and tokens.tag[child] in _NOUNS:
                found.append(child)
                waiting.append(child)
    return found


def owner_before(tokens: Tokens, possessive: int) -> int | None:
    """The noun that a possessive is joined to: the Union in "the Union and its members"; None if it is joined to
    none."""
    head = tokens.head[possessive]
    if tokens.dep[head] != "conj" or head == possessive:
        return None
    before = tokens.head[head]
    return before if tokens.tag[before] in _NOUNS and before < possessive else None


def is_clausal(tokens: Tokens, token: int) -> bool:
    """True for a word that hangs on a verb by itself or as part of its object, not on some other noun."""
    below = token
    for _ in range(_FARTHEST):
        above = tokens.head[below]
        if above == below or tokens.tag[above].startswith(("VB", "MD")):
            return True
        if tokens.tag[above] in _NOUNS and above != token and tokens.dep[below] in ("conj", "prep", "appos", "relcl"):
            return False
        below = above
    return False


def is_empty_it(tokens: Tokens, token: int) -> bool:
    """True for the "it" of "it is clear that", "it rained", "make it clear": it stands for nobody."""
    verb = tokens.head[token]
    dep = tokens.dep[token]
    if dep == "expl":
        return True
    if dep in SUBJECTS:
        lower = tokens.lower[verb]
        if lower in _EMPTY_VERBS or tokens.tag[verb].startswith("JJ"):
            return True
        deps = {tokens.dep[child] for child in tokens.children[verb]}
        has_clause = bool(deps & {"ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"}) or any(
            tokens.dep[inner] in ("ccomp", "xcomp", "advcl", "acl", "relcl", "prep")
            for child in tokens.children[verb]
            if tokens.dep[child] in ("attr", "acomp")
            for inner in tokens.children[child]
        )
        is_reported = dep == "nsubjpass" and bool(deps & {"ccomp", "csubj"})
        return is_reported or (lower in _COPULAS and (has_clause or bool(deps & {"attr", "acomp"})))
    siblings = [child for child in tokens.children[verb] if child != token]
    return any(tokens.dep[child] in ("ccomp", "acomp", "oprd") for child in siblings)


def nouns_between(tokens: Tokens, first: int, last: int) -> list[int]:
    """The nouns strictly between two tokens."""
    return [index for index in range(first + 1, last) if tokens.tag[index].startswith("NN")]
