"""Whom a word describes: the subject of the predicate in which it stands, "[X] is a liar", "[X] sowed division"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree

COPULAS: Final = all_forms(
    "be", "remain", "become", "constitute", "represent", "pose", "present", "amount", "prove", "seem", "appear", "look",
    "sound", "feel", "stay", "mean", "border", "spell",
)  # fmt: skip
"""Verbs by which a noun or adjective after them describes their subject."""
_CALLING: Final = all_forms("brand", "call", "deem", "describe", "dub", "label", "term", "denounce", "regard", "see",
    "view", "dismiss", "portray", "depict", "characterise", "characterize", "hail", "praise", "treat", "recognise",
    "recognize", "condemn", "decry", "deride", "mock", "lambast", "lambaste", "consider", "declare", "think", "find",
)  # fmt: skip
"""Verbs whose object is described by what "as" or a second object names."""
_SHOWING: Final = all_forms("show", "display", "demonstrate", "exhibit", "exercise", "exude", "betray", "reveal")
"""What one shows, one has: "[Valdoria] showed remarkable patience"."""
_DOING: Final = all_forms(
    "cause", "bring", "create", "spread", "sow", "commit", "make", "inflict", "foment", "stoke", "incite", "provoke",
    "unleash", "wage", "perpetrate", "peddle", "practise", "practice", "promote", "condone", "breed", "court", "foster",
    "inspire", "instil", "instill", "deliver", "offer", "provide", "give", "produce", "achieve", "engage", "resort",
    "indulge", "deal", "pursue", "embrace", "tell", "have", "fuel", "generate", "trigger", "encourage", "risk",
    "contribute", "lead", "use", "employ", "invite", "bear", "play", "win", "earn", "sell", "export", "put", "restore",
    "possess", "harbour", "harbor", "champion", "run", "stage", "mount", "peddle", "whip", "stir", "send", "do",
)  # fmt: skip
"""Verbs by which their subject is answerable for what they bring about: "[X] spread lies", "resorted to threats"."""
_RAISING: Final = frozenset({"in", "to", "into", "with", "up"})
_CARRYING: Final = frozenset(
    {
        "abuse", "act", "acts", "air", "bit", "bunch", "campaign", "case", "catalogue", "cause", "climate", "culture",
        "degree", "display", "example", "examples", "exercise", "exhibition", "feat", "force", "form", "forms", "gang",
        "gesture", "height", "history", "kind", "kinds", "level", "levels", "litany", "lot", "man", "matter", "measure",
        "men", "misuse", "model", "moment", "mountain", "pack", "party", "pattern", "people", "piece", "pieces",
        "pillar", "place", "policies", "policy", "product", "recipe", "regime", "series", "sign", "sort", "source",
        "spirit", "statement", "string", "symbol", "tissue", "tone", "voice", "war", "web", "woman", "women", "work",
    }
)  # fmt: skip
"""Nouns that say nothing themselves before "of": "an act of aggression", "a pack of lies"."""
_AMOUNTS: Final = frozenset(
    {
        "deal",
        "many",
        "number",
        "part",
        "majority",
        "share",
        "amount",
        "extent",
        "question",
        "chance",
        "length",
        "while",
        "game",
        "heat",
        "showing",
        "night",
    }
)
_DEEDS: Final = frozenset({"csubj", "csubjpass"})


def described(tree: Tree, token: int) -> Iterator[int]:
    """Tokens that head what a noun or adjective describes, in text order."""
    token = _carrier(tree, _first_joined(tree, token))
    if (
        tree.dep[token] in ("ccomp", "xcomp", "oprd", "advcl")
        and (own := next(tree.kids(token, "nsubj"), None)) is not None
    ):
        if not any(tree.kids(token, "aux", "cop")):
            yield own  # "renders [the project] unrealistic"
        return
    verb = tree.head[token]
    if tree.dep[token] in ("attr", "dobj") and tree.lower[token] in _AMOUNTS:
        return  # "a great deal", "a good part"
    if tree.dep[verb] == "prep" and tree.head[verb] != verb:
        yield from _behind_preposition(tree, token, verb)
        return
    if tree.dep[token] == "dobj" and tree.lower[verb] in _SHOWING | _DOING:
        yield from _subject(tree, verb)
        return
    if tree.dep[token] == "oprd" and (called := next(tree.kids(verb, "dobj"), None)) is not None:
        yield called  # "called [it] a waste"
        return
    if tree.dep[token] == "appos":
        if tree.dep[verb] == "dobj" and tree.lower[tree.head[verb]] in _CALLING:
            yield verb
        elif token > verb:
            yield verb  # "[the governor], a coward, ..."
        return
    if tree.dep[token] in ("attr", "acomp", "dobj", "oprd", "ccomp") and tree.lower[verb] in COPULAS:
        yield from (subject for subject in _subject(tree, verb) if subject != token)


def _behind_preposition(tree: Tree, token: int, link: int) -> Iterator[int]:
    above = tree.head[link]
    if (tree.lower[above], tree.lower[link]) in (("far", "from"), ("anything", "but")):
        verb = tree.head[above]  # "is [far from] balanced"
        if tree.lower[verb] in COPULAS:
            yield from _subject(tree, verb)
    elif tree.lower[link] == "as" and tree.lower[above] in _CALLING:
        yield from tree.kids(above, "dobj")  # "described [the plan] as unworkable"
    elif tree.lower[link] in _RAISING and tree.lower[above] in _DOING and not any(tree.kids(above, "dobj")):
        yield from _subject(tree, above)  # "[X] resorted to threats"
    elif tree.lower[link] == "to" and tree.lower[above] in COPULAS:
        yield from _subject(tree, above)  # "[it] amounts to theft"


def _subject(tree: Tree, verb: int) -> Iterator[int]:
    """The subject of a predicate; for "it is shameful that [X] did it" and "what [X] did is shameful" who did it."""
    if tree.is_passive(verb):
        return
    if tree.dep[verb] == "pcomp":
        verb = _governing(tree, verb)  # "far from being a burden, [they] had rebuilt it"
    subject = tree.subject(verb)
    clauses = list(tree.kids(verb, *_DEEDS))
    if (subject is not None and tree.lower[subject] == "it") or (subject is None and not clauses):
        clauses += [child for child in tree.kids(verb, "ccomp", "advcl") if _opens_with_that(tree, child)]
        clauses += [child for top in tree.kids(verb, "acomp", "attr") for child in tree.kids(top, "ccomp")]
    for clause in clauses:
        if tree.is_verb(clause) and not tree.is_passive(clause):
            doer = next(tree.kids(clause, "nsubj"), None)
            if doer is not None:
                yield doer
                return
    if subject is not None:
        yield subject
    else:
        yield from clauses[:1]


def _governing(tree: Tree, verb: int) -> int:
    """The verb on which a phrase like "far from being it" hangs."""
    return next((above for above in tree.above(verb) if tree.is_verb(above)), verb)


def _opens_with_that(tree: Tree, clause: int) -> bool:
    return any(tree.lower[mark] in ("that", "how") for mark in tree.kids(clause, "mark", "advmod"))


def _first_joined(tree: Tree, token: int) -> int:
    """The first of joined nouns or adjectives: "shameful and [cowardly]"."""
    while tree.dep[token] == "conj" and tree.tag[tree.head[token]][:2] == tree.tag[token][:2]:
        token = tree.head[token]
    return token


def _carrier(tree: Tree, token: int) -> int:
    """The noun that a noun fills: "an [act] of aggression"; the noun itself where there is none."""
    for _ in range(3):
        link = tree.head[token]
        if tree.dep[token] != "pobj" or tree.lower[link] not in ("of", "for"):
            return token
        above = tree.head[link]
        if tree.lower[above] not in _CARRYING or (tree.lower[link] == "for") != (tree.lower[above] == "recipe"):
            return token
        token = above
    return token
