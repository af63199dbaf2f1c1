"""Content that is said of an object: "called it a farce", "accused X of Y", "described the talks as dead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import PHRASE_HEADS, Match, right_child
from kg.extract.rules.edges import object_edge, right_edge
from kg.extract.rules.infinitive_content import object_infinitive

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree


def object_and(tree: Tree, clause: Clause, frame: str, table: CueTable) -> Match | None:
    """Frames with an object and something said of it: "accused X of ...", "urged X to ..."."""
    verb, link = clause.verb, frame.removeprefix("object-")
    if link == "inf":
        return object_infinitive(tree, clause, table)
    if link == "clause":
        return None
    target = right_child(tree, verb, "dobj", "nsubjpass", "ccomp")
    passive = tree.child(verb, "nsubjpass")
    if target is None and passive is None:
        return None
    preposition = _linked(tree, verb, target, link)
    if preposition is None:
        return None
    judged = target if target is not None else passive
    assert judged is not None
    target_range = (tree.first[judged], (preposition if judged > verb else tree.last[judged] + 1))
    if link in ("of", "with"):
        return Match(
            frame=frame,
            pieces=((preposition + 1, tree.last[preposition] + 1),),
            target=target_range,
            cue_tail=preposition,
        )
    if link == "against":
        return Match(
            frame=frame,
            pieces=((preposition, tree.last[preposition] + 1),),
            target=target_range,
            addressee=target_range,
        )
    if judged > verb:
        return Match(frame=frame, pieces=((tree.first[judged], tree.last[preposition] + 1),), target=target_range)
    said_of = (preposition + 1, tree.last[preposition] + 1)
    return Match(frame=frame, pieces=(target_range, said_of), target=target_range)


def _linked(tree: Tree, verb: int, target: int | None, link: str) -> int | None:
    candidates = tree.children[verb] if target is None else [*tree.children[verb], *tree.children[target]]
    for child in candidates:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] == link and tree.last[child] > child:
            return child
    by = tree.child(verb, "agent")
    agent = None if by is None else tree.child(by, "pobj")
    if agent is not None:
        # "was accused by the crew of hiding the log": the parser hangs the charge on who makes it.
        for child in tree.children[agent]:
            if tree.dep[child] == "prep" and tree.lower[child] == link and tree.child(child, "pcomp") is not None:
                return child
    return None


def complement(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "called it a waste": object and predicate."""
    verb = clause.verb
    child = right_child(tree, verb, "oprd", "xcomp", "ccomp")
    passive = tree.child(verb, "nsubjpass")
    if child is not None and passive is not None:
        return Match(
            frame="complement",
            pieces=((tree.first[passive], tree.last[passive] + 1), (tree.first[child], tree.last[child] + 1)),
        )
    if child is not None:
        target = right_child(tree, verb, "dobj")
        if target is None:
            target = tree.child(child, "nsubj")
        first = min(tree.first[child], tree.first[target] if target is not None else tree.first[child])
        if first > verb and target is not None:
            return Match(
                frame="complement",
                pieces=((first, right_edge(tree, verb, child, table) + 1),),
                target=(tree.first[target], target + 1),
            )
    target = right_child(tree, verb, "dobj")
    if target is not None and passive is None and _has_trailing_adjective(tree, target):
        return Match(
            frame="complement",
            pieces=((tree.first[target], tree.last[target] + 1),),
            target=(tree.first[target], target + 1),
        )
    if child is not None and target is None and _swallowed_noun(tree, verb, child):
        return Match(frame="complement", pieces=((tree.first[child], right_edge(tree, verb, child, table) + 1),))
    named = [c for c in tree.children[verb] if c > verb and tree.dep[c] == "oprd"]
    if target is None and passive is None and len(named) == 2 and tree.tag[named[0]] in PHRASE_HEADS:
        # "called Oz a quack": the parser takes both for predicates.
        return Match(
            frame="complement",
            pieces=((tree.first[named[0]], right_edge(tree, verb, named[1], table) + 1),),
            target=(tree.first[named[0]], named[0] + 1),
        )
    if target is None and child is not None and _is_quoted_name(tree, child):
        # In "called the ship Adamant “a guest”" the parser takes the name for the predicate.
        target = child
    if target is None or passive is not None:
        return None
    # "called the summit nothing but theatre": two objects.
    other = next(
        (c for c in tree.children[verb] if tree.dep[c] == "dobj" and tree.first[c] == tree.last[target] + 1), None
    )
    last = target if other is None else other
    if not _names_something(tree, tree.first[target], tree.last[last] + 1):
        return None
    return Match(frame="complement", pieces=((tree.first[target], object_edge(tree, verb, last) + 1),))


def _swallowed_noun(tree: Tree, verb: int, predicate: int) -> bool:
    """ "called the step hostile": the parser takes the noun for part of the adjective."""
    return (
        tree.tag[predicate] == "JJ"
        and tree.first[predicate] > verb
        and any(tree.dep[c] == "compound" and tree.tag[c][0] == "N" for c in tree.children[predicate])
    )


def _has_trailing_adjective(tree: Tree, target: int) -> bool:
    """ "called the order swift and decisive": an adjective behind its noun is a predicate."""
    behind = next((c for c in tree.children[target] if c > target), None)
    return behind == target + 1 and tree.tag[behind] == "JJ" and tree.dep[behind] == "amod"


def _is_quoted_name(tree: Tree, child: int) -> bool:
    quoted = any(tree.quoted[token] >= 0 for token in range(child + 1, tree.last[child] + 1))
    return quoted and tree.dep[child] == "oprd" and tree.tag[child] in ("NN", "NNP") and tree.quoted[child] < 0


def _names_something(tree: Tree, first: int, end: int) -> bool:
    """True for two phrases in a row or quoted words: "called it a farce", not "called a vote on the budget"."""
    return any(
        tree.quoted[token] >= 0
        or (
            token > first
            and (tree.tag[token] in ("DT", "PRP") or tree.lower[token] in ("anything", "nothing"))
            and tree.tag[token - 1] in PHRASE_HEADS
        )
        for token in range(first, end)
    )
