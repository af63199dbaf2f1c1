"""Which of its frames finds the content of a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clause_content import complement_clause
from kg.extract.rules.clauses import Match
from kg.extract.rules.infinitive_content import gerund, infinitive, on_infinitive
from kg.extract.rules.object_content import claim_of_others, object_content
from kg.extract.rules.predicate_content import complement, object_and

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree

PREPOSITIONS = frozenset({"for", "about", "on", "of", "to", "with", "at", "against", "from"})


def match_content(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """The content that one of the cue's frames finds, None if none does."""
    frames = clause.cue.frames
    if "clause" in frames and (found := complement_clause(tree, clause, table)) is not None:
        return found
    for frame in sorted(frames):
        if frame.startswith("object-") and (found := object_and(tree, clause, frame, table)) is not None:
            return found
    if "on-inf" in frames and (found := on_infinitive(tree, clause, table)) is not None:
        return found
    if "complement" in frames and (found := complement(tree, clause, table)) is not None:
        return found
    if (found := claim_of_others(tree, clause)) is not None:
        return found
    if "inf" in frames and (found := infinitive(tree, clause, table)) is not None:
        return found
    if "gerund" in frames and (found := gerund(tree, clause, table)) is not None:
        return found
    for frame in sorted(frames):
        if frame in PREPOSITIONS and (found := _preposition(tree, clause, frame)) is not None:
            return found
    if "object" in frames and (found := object_content(tree, clause, table)) is not None:
        return found
    return None


def _preposition(tree: Tree, clause: Clause, frame: str) -> Match | None:
    verb = clause.verb
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] == frame and tree.last[child] > child:
            if tree.child(verb, "dobj") is not None and tree.child(verb, "dobj") != clause.subject:
                return None
            edge = tree.last[child]
            for other in tree.children[verb]:
                if other > child and tree.dep[other] in ("xcomp", "advcl") and tree.first[other] == edge + 1:
                    edge = tree.last[other]
            if edge + 1 < tree.sentence[verb][1] and tree.quoted[edge + 1] >= 0 > tree.quoted[edge]:
                # "called for an inquiry “without cameras”".
                edge = min(tree.quote_bounds[tree.quoted[edge + 1]][1], tree.sentence[verb][1] - 1)
            return Match(frame=frame, pieces=((child + 1, edge + 1),), cue_tail=child)
    return None
