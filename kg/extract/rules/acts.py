"""Tells deeds from words: verbs that say something of one object and do something to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.words import PERMISSIONS, RECEIVED, TEXTS

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause, Match
    from kg.extract.rules.tree import Tree

_GREETING = frozenset({"welcome"})
_WITHHOLDING = frozenset({"deny", "refuse"})


def is_deed(tree: Tree, clause: Clause, match: Match) -> bool:
    """True for "welcomed guests" (but not a ruling) and "denied them entry" (but not a report).

    Words in quotation marks in the object show that something was said.
    """
    if clause.cue.lemma == "put" and match.frame == "object-at":
        # "put the cost at two billion", but not "put ships at risk".
        first, end = match.pieces[0]
        amount = max((t for t in range(first, end) if tree.lower[t] == "at"), default=end)
        return not any(tree.tag[t] == "CD" for t in range(amount, end))
    if clause.cue.lemma == "require":
        # A resolution requires in words, a job by its nature.
        return clause.subject is None or tree.lower[clause.subject] not in TEXTS
    if match.frame != "object" or any(
        tree.quoted[token] >= 0 for first, end in match.pieces for token in range(first, end)
    ):
        return False
    objects = [c for c in tree.children[clause.verb] if c > clause.verb and tree.dep[c] in ("dobj", "dative", "iobj")]
    if clause.cue.lemma in _GREETING:
        return bool(objects) and _is_received(tree, objects[0])
    if clause.cue.lemma in _WITHHOLDING:
        return any(tree.lower[token] in PERMISSIONS for token in objects)
    return False


def _is_received(tree: Tree, head: int) -> bool:
    """True for people who arrive: "guests", "the ministers", "President Varo"."""
    if tree.lower[head] in RECEIVED:
        return True
    return tree.tag[head] == "NNP" and any(
        tree.dep[child] == "compound" and tree.lower[child] in RECEIVED for child in tree.children[head]
    )
