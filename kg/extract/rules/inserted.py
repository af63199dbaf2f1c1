"""Cues that stand between commas inside the words they ascribe: "If talks fail, the envoy said, the border will close".

Only where what stands before the cue is no sentence of its own; `kg.extract.rules.surrounds` reads the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.clauses import Match
from kg.extract.rules.edges import next_cue
from kg.extract.rules.sources import RELATIVES
from kg.extract.rules.surrounds import can_trail, clause_end, is_clause, left_limit
from kg.extract.rules.tree import SUBJECTS
from kg.extract.rules.words import AUXILIARIES, FINITE_TAGS, INTRODUCING_SPEAKER, MEDIA_NOUNS, NEGATIONS, TOLD_BEFORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_COMMAS: Final = frozenset({",", "--", "—", "–"})
_LINKS: Final = frozenset({"and", "but", "or", "nor", "while", "as", "who", "which", "whose", "that", "then"})


def match_inserted(tree: Tree, clause: Clause, taken: Sequence[Range], table: CueTable) -> Match | None:
    """What stands on both sides of a cue between commas, or behind "As the minister announced,"."""
    if clause.source is None or tree.tag[clause.verb] not in FINITE_TAGS:
        return None
    return _fronted(tree, clause, table) or _between(tree, clause, taken, table)


def _between(tree: Tree, clause: Clause, taken: Sequence[Range], table: CueTable) -> Match | None:
    before = clause.first - 1
    begin = clause.source[0] if clause.source is not None else clause.first
    after = clause_end(tree, clause) + 1
    relative = before > 0 and tree.tag[before - 1] in RELATIVES
    if (
        before < 1
        or begin not in (clause.first, clause.verb + 1)
        or tree.words[before] not in _COMMAS
        or not (relative or can_trail(tree, clause, allow_clause=True))
        or after >= tree.sentence[clause.verb][1]
        or tree.words[after] not in _COMMAS
    ):
        return None
    right = _going_on(tree, clause, after + 1, table)
    is_helped = begin > clause.verb and tree.child(clause.verb, "aux", "neg") is not None
    if right is None or is_helped or tree.tag[before - 1] == "MD" or tree.lower[before - 1] in AUXILIARIES | NEGATIONS:
        # "Norland had not, as of Monday, announced any plans": the comma parts a verb from its auxiliary.
        return None
    limit = before - 1 if relative else left_limit(tree, clause.first, taken)
    if limit >= before or (not relative and _tells_of_speaker(tree, limit, before)):
        return None
    if not relative and is_clause(tree, limit, before + 1):
        return None
    return Match(frame="around", pieces=((limit, before), right))


def _tells_of_speaker(tree: Tree, first: int, end: int) -> bool:
    words = tree.lower[first:end]
    if not INTRODUCING_SPEAKER.isdisjoint(words) or any(tree.quoted[token] >= 0 for token in range(first, end)):
        return True
    # "In a statement, the ministry said, ...".
    return tree.tag[first] == "IN" and any(word in MEDIA_NOUNS for word in words)


def _going_on(tree: Tree, clause: Clause, first: int, table: CueTable) -> Range | None:
    """What goes on behind the second comma, with the verb of the sentence that the cue interrupts."""
    last = tree.sentence[clause.verb][1]
    if last - first < 2 or tree.quoted[first] >= 0 or tree.lower[first] in _LINKS:
        return None
    if tree.tag[first] in ("WDT", "WP", "WP$", "CC") or (tree.tag[first] == "VBG" and tree.dep[first] not in SUBJECTS):
        return None
    edge = next_cue(tree, clause.verb, first, last - 1, table)
    if any(tree.lower[token] == "that" and tree.words[token - 1] == "," for token in range(first, edge)):
        # "On Monday, she said, in a letter, that ...": the content is a clause of its own.
        return None
    verbs = [
        token
        for token in range(first, edge + 1)
        if (tree.tag[token] in FINITE_TAGS or tree.tag[token] == "MD") and tree.dep[token] not in ("relcl", "acl")
    ]
    return (first, edge + 1) if verbs else None


def _fronted(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "As the minister announced yesterday, an agreement has been reached"."""
    verb = clause.verb
    begin, last = tree.sentence[verb]
    opens = begin + (tree.tag[begin] == "CC")
    if clause.cue.lemma not in TOLD_BEFORE or tree.lower[opens] != "as" or tree.dep[verb] != "advcl":
        return None
    if clause.source is None or clause.source[0] != opens + 1:
        return None
    after = clause_end(tree, clause) + 1
    if after >= last or tree.words[after] != "," or tree.head[verb] < after:
        return None
    taken = ("dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "neg")
    if any(tree.dep[child] in taken for child in tree.children[verb]):
        return None
    right = _going_on(tree, clause, after + 1, table)
    return None if right is None else Match(frame="around", pieces=(right,))
