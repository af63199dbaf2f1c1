"""Content that is an infinitive or a gerund: "vowed to return", "urged both sides to talk", "denied having met him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import Match, right_child
from kg.extract.rules.edges import object_edge, right_edge

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree


def infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "vowed to return"; of "refused to say whether ...", what was not said."""
    verb = clause.verb
    child = right_child(tree, verb, "xcomp", "ccomp", "advcl")
    if child is None or not _is_infinitive(tree, child) or "to" not in tree.lower[verb + 1 : child]:
        return None
    if clause.cue.lemma in ("decline", "refuse") and tree.lower[child] in table.verbs:
        # "refused to say whether ...": what was not said is the content.
        inner = right_child(tree, child, "ccomp", "dobj")
        if inner is not None:
            edge = tree.last[inner] if tree.dep[inner] == "ccomp" else object_edge(tree, child, inner)
            return Match(frame="inf", pieces=((tree.first[inner], edge + 1),), cue_tail=child)
    first = tree.first[child]
    return Match(frame="inf", pieces=((first, right_edge(tree, verb, child, table) + 1),))


def _is_infinitive(tree: Tree, token: int) -> bool:
    """True for "see" and for "have seen"."""
    return tree.tag[token] == "VB" or any(
        tree.dep[child] in ("aux", "auxpass") and tree.tag[child] == "VB" for child in tree.children[token]
    )


def gerund(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "denied having met him", "denied being isolated"."""
    child = right_child(tree, clause.verb, "xcomp", "pcomp", "ccomp")
    if child is None:
        return None
    helpers = [c for c in tree.children[child] if tree.dep[c] in ("aux", "auxpass") and clause.verb < c < child]
    if not any(tree.tag[token] == "VBG" for token in (child, *helpers)):
        return None
    first = max(tree.first[child], clause.verb + 1)
    return Match(frame="gerund", pieces=((first, right_edge(tree, clause.verb, child, table) + 1),))


def on_infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "called on Kestria to withdraw", "appealed to both sides to talk"."""
    verb = clause.verb
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] in ("on", "upon", "to"):
            noun = tree.child(child, "pobj")
            if noun is None:
                return None
            edge = tree.last[child]
            for other in (*tree.children[verb], *tree.children[noun]):
                if other > noun and tree.tag[other] == "VB" and tree.lower[tree.first[other]] == "to":
                    edge = max(edge, right_edge(tree, verb, other, table))
                    target = (child + 1, tree.first[other])
                    return Match(
                        frame="on-inf", pieces=((child + 1, edge + 1),), target=target, addressee=target, cue_tail=child
                    )
    return None


def object_infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "urged both sides to talk"."""
    verb = clause.verb
    child = right_child(tree, verb, "ccomp", "xcomp", "advcl")
    if child is None or tree.tag[child] != "VB" or "to" not in tree.lower[verb + 1 : child]:
        return None
    urged = tree.child(verb, "nsubjpass")
    if urged is not None:
        # "She was urged by the committee to publish".
        addressee = (tree.first[urged], tree.last[urged] + 1)
        pieces = ((tree.first[child], right_edge(tree, verb, child, table) + 1),)
        return Match(frame="object-inf", pieces=pieces, addressee=addressee, target=addressee)
    target = right_child(tree, verb, "dobj")
    if target is None:
        target = tree.child(child, "nsubj")
    if target is None or not verb < target < child:
        return None
    return Match(
        frame="object-inf",
        pieces=((tree.first[target], right_edge(tree, verb, child, table) + 1),),
        addressee=(tree.first[target], tree.last[target] + 1 if tree.last[target] < child else target + 1),
    )
