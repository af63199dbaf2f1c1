"""Which nouns of a content it is about: subject and theme of its main clauses.

"The talks would go on" is about the talks; "she is expected to announce a vote" about the vote, since its subject names
nobody new; "we are ready to reopen the crossing" about the crossing. What stands in a relative clause, in a reason or
in a phrase of place or time is said on the way, and is left to those who are named there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_definite, is_noun
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.statements.reading.syntax import Tree

_THEME_OF: Final = frozenset({"for", "about", "on", "over", "with", "to", "of", "against", "into", "from"})
"""Prepositions that bring in a theme: "paid for the runway", "agreed on a text"."""
EMPTY: Final = frozenset({"there", "it", "this", "that", "what", "which", "who"})
"""Subjects that name nothing."""
_EXISTS: Final = frozenset({"is", "are", "was", "were", "be", "been", "'s", "remains", "remain"})


@dataclass(frozen=True, slots=True)
class Part:
    """A noun or pronoun of a main clause, and its role: "subject", "theme", or "phrase" (the content is one)."""

    token: int
    role: str


def main_parts(tree: Tree, tokens: range, is_own: Callable[[int], bool]) -> Iterator[Part]:
    """The subjects and themes of the main clauses in a range of tokens, in text order, each once.

    `is_own`: True for a subject that names the speaker's own side ("we", "his government").
    """
    found: dict[int, str] = {}
    for top in told_tops(tree, tokens):
        for part in _of_head(tree, top, tokens, is_own, 0):
            found.setdefault(part.token, part.role)
    for token in sorted(found):
        if token in tokens:
            yield Part(token, found[token])


def tops(tree: Tree, tokens: range) -> Iterator[int]:
    """Tokens of a range whose head lies outside it, marks left out."""
    for token in tokens:
        if (tree.head[token] not in tokens or tree.head[token] == token) and tree.dep[token] not in ("punct", "cc"):
            yield token


def told_tops(tree: Tree, tokens: range) -> Iterator[int]:
    """The tops without phrases behind others that only say where, when and how: "the change by live television"."""
    is_first = True
    for top in tops(tree, tokens):
        if is_first or tree.dep[top] != "prep" or tree.lower[top] in _THEME_OF - {"from", "into"}:
            yield top
        is_first = False


def _of_head(tree: Tree, token: int, tokens: range, is_own: Callable[[int], bool], depth: int) -> Iterator[Part]:
    if depth > 6:
        return
    if is_noun(tree, token) and tree.dep[token] not in ("npadvmod", "nsubj", "nsubjpass"):
        for joined in tree.joined(token):
            yield Part(joined, "phrase")
            if tree.lower[joined] in words_of("undo-noun"):  # "the repeal [of the decree]"
                for prep in tree.kids(joined, "prep"):
                    yield from (Part(thing, "theme") for thing in tree.kids(prep, "pobj"))
    elif is_noun(tree, token) or tree.tag[token] == "PRP":
        yield from (Part(joined, "subject") for joined in tree.joined(token))
    elif tree.tag[token][:1] == "V" or tree.tag[token] == "MD":
        yield from _of_verb(tree, token, tokens, is_own, depth)
    elif tree.dep[token] in ("ROOT", "ccomp", "acomp", "xcomp", "oprd", "prep", "dep", "conj"):
        for child in tree.kids(token, "xcomp", "ccomp", "pcomp", "pobj", "dobj", "conj", "dep"):
            yield from _of_head(tree, child, tokens, is_own, depth + 1)


def _of_verb(tree: Tree, verb: int, tokens: range, is_own: Callable[[int], bool], depth: int) -> Iterator[Part]:
    subjects = [joined for s in tree.kids(verb, "nsubj", "nsubjpass") for joined in tree.joined(s)]
    yield from (
        Part(subject, "subject") for subject in subjects if tree.lower[subject] not in ("there", "who", "which")
    )
    for clause in tree.kids(verb, "csubj", "csubjpass"):
        yield from _of_head(tree, clause, tokens, is_own, depth + 1)
    names_nobody_new = all(is_own(s) or tree.tag[s] in ("PRP", "EX", "DT", "WP") for s in subjects)
    yield from _themes(tree, verb, names_nobody_new=names_nobody_new)
    for child in tree.kids(verb, "acomp", "xcomp", "oprd"):
        if tree.dep[child] == "oprd" and is_noun(tree, child) and not tree.children[child]:
            continue  # "keep the corridor open"
        yield from _of_head(tree, child, tokens, is_own, depth + 1)
    if names_nobody_new and all(is_own(s) or tree.lower[s] in EMPTY for s in subjects):
        for child in tree.kids(verb, "ccomp"):
            yield from _of_head(tree, child, tokens, is_own, depth + 1)
    for child in tree.kids(verb, "conj", "parataxis"):
        yield from _of_head(tree, child, tokens, is_own, depth + 1)
    if tree.dep[verb] != "ccomp":
        for child in tree.kids(verb, "ccomp"):
            if tree.start[child] < tree.start[verb] or child not in tokens:
                continue
            if tree.lower[verb] not in words_of("willed"):
                yield from _of_head(tree, child, tokens, is_own, depth + 1)


def _themes(tree: Tree, verb: int, *, names_nobody_new: bool) -> Iterator[Part]:
    objects = [joined for o in tree.kids(verb, "dobj", "dative") for joined in tree.joined(o)]
    for thing in objects:
        if tree.lower[thing] in words_of("place"):
            continue  # "left the town": only says where
        if tree.lower[verb] in words_of("moving") and tree.tag[thing] == "NNP":
            continue
        if tree.tag[thing] == "PRP" or names_nobody_new or is_definite(tree, thing):
            yield Part(thing, "theme")
    if tree.lower[verb] in _EXISTS and any(tree.kids(verb, "expl")):
        yield from (Part(joined, "theme") for a in tree.kids(verb, "attr") for joined in tree.joined(a))
    if objects or not names_nobody_new:
        return
    for prep in tree.kids(verb, "prep"):
        governed = next(tree.kids(prep, "pobj"), None)
        if governed is not None and tree.lower[prep] in _THEME_OF and is_definite(tree, governed):
            yield from (Part(joined, "theme") for joined in tree.joined(governed))
            return
