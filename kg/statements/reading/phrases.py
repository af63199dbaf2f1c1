"""Noun phrases of a content: what a noun names with its modifiers, and which nouns name no topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from kg.statements.reading.syntax import Tree

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE: Final = frozenset({"compound", "amod", "nummod", "nmod", "poss", "quantmod"})
"""Dependents in front of a noun that belong to its name; articles do not."""
_BETWEEN: Final = frozenset({"case", "punct"})
_AFTER: Final = frozenset({"of", "on", "for", "at", "with", "against", "between", "over", "about", "to"})
"""Prepositions whose phrase belongs to the name: "review of the customs union", "crossing at Lille Bro"."""
_DEFINITE: Final = frozenset({"the", "any", "this", "that", "these", "those", "such", "both"})
_COUNTING: Final = frozenset({"few", "little", "many", "much", "several", "other", "further", "such"})
_OPENING: Final = frozenset({'"', "“", "«", "‘", "'"})
_EMPTY_ALONE: Final = frozenset({"parts", "points", "reasons"})
"""Nouns that name something with words of their own: "the reactor parts", "the reasons given for it"."""
_EVERY: Final = frozenset({"all", "both"})
_SHORTEST: Final = 3
"""Letters of the shortest noun that names a topic; "de" and "v" are not read as nouns rightly."""
_LONGEST: Final = 6
"""Tokens of the longest phrase behind a noun that is taken into its name."""


def is_noun(tree: Tree, token: int) -> bool:
    """True for a noun, common or proper."""
    return tree.tag[token] in _NOUNS


def is_topical(tree: Tree, token: int) -> bool:
    """True for a noun that can be talked about: no day, share, kind or "way", and no bare "no": "no boat".

    "No decision" can: what is decided, agreed or planned is talked about even where it is not there yet.
    """
    if not is_noun(tree, token) or (
        tree.lower[token] in words_of("no-topic") and not _is_known_by_its_words(tree, token)
    ):
        return False
    if len(tree.lower[token]) < _SHORTEST or not tree.lower[token][0].isalpha() or _is_first_half(tree, token):
        return False
    if any(tree.lower[child] in ("no", "neither") for child in tree.kids(token, "det")):
        return tree.lower[token] in words_of("plan") or _has_such(tree, token)
    return True


def is_definite(tree: Tree, token: int) -> bool:
    """True for a name, and for a noun with "the", "this", a possessor or a number: both sides know which is meant."""
    if tree.tag[token] in ("NNP", "NNPS"):
        return True
    return any(
        tree.lower[child] in _DEFINITE or tree.dep[child] == "poss" for child in tree.kids(token, "det", "amod", "poss")
    )


def has_own_words(tree: Tree, token: int) -> bool:
    """True for a noun with words that tell it from others of its kind: "joint patrol", "people fleeing the flood"."""
    return any(tree.kids(token, "amod", "compound", "nmod", "poss", "acl", "relcl")) or any(
        tree.lower[prep] == "of" for prep in tree.kids(token, "prep")
    )


def tells_that(tree: Tree, token: int) -> bool:
    """True for a noun for what somebody says or thinks, with the words: "talk that the summit had failed"."""
    clauses = tree.kids(token, "acl", "ccomp")
    return any(tree.lower[mark] == "that" for clause in clauses for mark in tree.kids(clause, "mark"))


def is_person(tree: Tree, token: int) -> bool:
    """True for a noun for one or several people."""
    return tree.lower[token] in words_of("person") or tree.lower[token] in words_of("people")


def is_plural(tree: Tree, token: int) -> bool:
    """True for a plural noun, and for one joined to another by "and"."""
    return tree.tag[token] in ("NNS", "NNPS") or any(tree.kids(token, "conj"))


def before_marks(tree: Tree, token: int) -> int:
    """The noun that is named where the parse joins it to what it is called: "called the [offer] “blackmail”".

    So, too, before "anything but fair".
    """
    if tree.lower[token] in ("anything", "nothing") and tree.lower[token + 1 : token + 2] in (["but"], ["short"]):
        return token - 1 if token and is_noun(tree, token - 1) and tree.head[token - 1] == token else token
    if token > 1 and tree.lower[token - 1] in _OPENING and is_noun(tree, token - 2) and tree.head[token - 2] == token:
        return token - 2
    return token


def name_range(tree: Tree, token: int, within: range) -> tuple[int, int]:
    """First token, and the one after the last, of the name that a noun heads; both inside `within`."""
    first = token
    if token - 2 in within and tree.lower[token - 1] == "-":
        first = token - 2
    for before in range(first - 1, within.start - 1, -1):
        if tree.dep[before] in _BEFORE and _hangs_on(tree, before, token):
            if tree.tag[before] == "PRP$" or _is_distanced(tree, before) or tree.lower[before] in _COUNTING:
                break
            if "]" in tree.lower[before] or tree.lower[before + 1] == "]":
                break  # an editor's words: "[the Kestrian] aggression", "[T]his decision"
            first = before
        elif tree.dep[before] not in _BETWEEN or not _hangs_on(tree, before, token):
            break
    return first, _end(tree, token, within)


def modifiers_of(tree: Tree, first: int, token: int) -> frozenset[str]:
    """The words in front of a noun inside its name, lower case."""
    return frozenset(tree.lower[before] for before in range(first, token) if tree.dep[before] not in _BETWEEN)


def singular(form: str) -> str:
    """A noun's form without its plural ending, roughly: good enough to see that two forms are of one word."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def _end(tree: Tree, token: int, within: range) -> int:
    """The end of the noun's name: a short phrase with "of", "on" ... right behind it belongs to it."""
    prep = token + 1
    if prep not in within or tree.head[prep] != token or tree.lower[prep] not in _AFTER:
        return token + 1
    if tree.lower[prep] != "of" and tree.lower[token] in words_of("person"):
        return token + 1  # "called [the envoy] over the raid"
    governed = next(tree.kids(prep, "pobj"), None)
    if governed is None or governed not in within or governed - token > _LONGEST or not is_noun(tree, governed):
        return token + 1
    if tree.lower[governed] in words_of("no-topic") or not all(tree.tag[t][0] != "V" for t in range(prep, governed)):
        return token + 1
    return governed + 1


def _is_known_by_its_words(tree: Tree, token: int) -> bool:
    """True for "people" with words that say which, "the figures", "the idea" and "all sides"."""
    if tree.lower[token] == "people":
        return has_own_words(tree, token)
    if tree.lower[token] in _EMPTY_ALONE:
        is_one_of = tree.dep[token] == "pobj" and tree.lower[tree.head[token]] == "of"
        return (
            not is_one_of and is_definite(tree, token) and any(tree.kids(token, "acl", "compound", "relcl", "nummod"))
        )
    if tree.lower[token] in ("figures", "idea"):
        return is_definite(tree, token) and not tells_that(tree, token)
    return tree.lower[token] == "sides" and any(tree.lower[child] in _EVERY for child in tree.kids(token, "det"))


def _is_first_half(tree: Tree, token: int) -> bool:
    """True for "de" of "de-escalation"."""
    return token + 1 < len(tree.lower) and tree.lower[token + 1] == "-" and tree.end[token] == tree.start[token + 1]


def _is_distanced(tree: Tree, token: int) -> bool:
    """True for "so-called", which is no part of a name."""
    return tree.lower[token] == "called" and token > 0 and tree.lower[token - 1] in ("-", "so")


def _hangs_on(tree: Tree, token: int, noun: int) -> bool:
    """True where a token depends on a noun, perhaps through others between them."""
    for _ in range(_LONGEST):
        if token == noun:
            return True
        if not token < tree.head[token] <= noun and tree.dep[token] not in _BETWEEN:
            return False
        if tree.head[token] == token:
            return False
        token = tree.head[token]
    return False


def _has_such(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] == "such" for child in tree.kids(token, "amod", "predet", "det"))
