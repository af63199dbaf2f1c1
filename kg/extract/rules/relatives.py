"""Cues inside relative clauses: "what she called a threat", "the plan, which the ministry said would cost nothing"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.clauses import Match
from kg.extract.rules.words import FINITE_TAGS

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_PRONOUNS: Final = frozenset({"what", "which", "who", "that", "whom", "whatever"})
_LONGEST_NAMED: Final = 8
"""Tokens of the phrase that a relative clause tells of, at most, to stand with the content."""
_VERBAL: Final = FINITE_TAGS | {"MD"}


def match_relative(tree: Tree, clause: Clause) -> Match | None:
    """What a relative clause ascribes; None where its verb is no such cue, or takes its pronoun for an object."""
    verb = clause.verb
    pronoun = _pronoun(tree, clause)
    if pronoun is None or verb + 1 >= tree.sentence[verb][1]:
        return None
    first = _content_start(tree, clause)
    if first is None:
        return None
    edge = tree.last[verb]
    while edge > first and (tree.words[edge] in (",", "--", "—") or tree.lower[edge] in ("and", "but")):
        edge -= 1
    named = None if tree.lower[pronoun] == "what" else _named(tree, pronoun, verb)
    content = (first, edge + 1)
    return Match(frame="relative", pieces=(content,) if named is None else (named, content))


def _pronoun(tree: Tree, clause: Clause) -> int | None:
    """The pronoun right before the cue's subject."""
    if clause.source is None or clause.source[1] > clause.verb or clause.source[0] == 0:
        return None
    token = clause.source[0] - 1
    return token if tree.lower[token] in _PRONOUNS and tree.tag[token][0] in "WI" else None


def _content_start(tree: Tree, clause: Clause) -> int | None:
    """Behind "said": the verb of the clause that lacks the pronoun; behind "called" and "described as": what it is."""
    verb, frames = clause.verb, clause.cue.frames
    behind = verb + 1
    if "clause" in frames:
        if tree.lower[behind] == "that" or tree.quoted[behind] >= 0:
            return None
        # "which she says is closed", "which she said would cost nothing", "which she said he would keep".
        inner = next((c for c in tree.children[verb] if tree.dep[c] == "ccomp" and c > verb), None)
        if inner is None or (tree.first[inner] < clause.first and tree.tag[behind] not in _VERBAL):
            return None
        return behind if tree.tag[behind] in _VERBAL or tree.first[inner] == behind else None
    if "complement" in frames:
        is_named = any(
            tree.dep[c] in ("oprd", "attr", "dobj", "ccomp", "xcomp") and c > verb for c in tree.children[verb]
        )
        return behind if is_named else None
    if "object-as" in frames and tree.lower[behind] == "as" and behind + 1 < tree.sentence[verb][1]:
        return behind + 1
    return None


def _named(tree: Tree, pronoun: int, verb: int) -> Range | None:
    """The phrase that the clause tells of, where it is short: "the plan" of "the plan, which ..."."""
    head = tree.head[verb]
    if tree.dep[verb] != "relcl" or head > pronoun:
        return None
    end = pronoun - (tree.words[pronoun - 1] in (",", "--", "—"))
    first = tree.first[head]
    return (first, end) if 0 < end - first <= _LONGEST_NAMED else None
