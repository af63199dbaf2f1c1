"""Content that is the object of a cue: "rejected the plan", "dismissed reports that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import RELATIVE_TAGS, Match, right_child
from kg.extract.rules.edges import holds_quoted_words, next_cue, object_edge, opening_edge
from kg.extract.rules.words import CLAIMS, DAYS, INFORMANTS

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_TOLD_OF = frozenset({"topic of speech", "words given to"})
"""Senses of cues whose passive tells of somebody, not of words: "Torr was quoted by the daily"."""
_EMPTY = frozenset({"nothing", "everything", "anything", "something", "much", "little", "same"})
"""Objects that tell of no words."""
JUDGING = frozenset({"blame", "praise", "rejection", "position", "position taken in words"})
"""Senses of cues that judge their object, also as the subject of a passive."""


def object_content(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """The object of a cue, also of a passive one whose agent is named, and a clause that stands for it."""
    verb = clause.verb
    child = right_child(tree, verb, "dobj")
    if child is None and (undergoes := _judged_by_agent(tree, clause)) is not None:
        return Match(frame="object", pieces=(undergoes,))
    if child is None and "clause" not in clause.cue.frames:
        # "welcomes the truce concluded in May": the parser takes the participle for a past tense.
        child = _participle_object(tree, verb)
    if child is None and (behind := behind_day(tree, clause)) is not None:
        return Match(frame="object", pieces=((behind[0], next_cue(tree, verb, *behind, table) + 1),))
    if child is None and (told := _what_clause(tree, verb)) is not None:
        return Match(frame="object", pieces=(told,))
    if (
        child is None
        or child == clause.subject
        or _reports_saying(tree, verb)
        or _names_informants(tree, clause, child)
        or _is_empty(tree, child)
    ):
        return None
    edge = next_cue(tree, verb, child, object_edge(tree, verb, child), table)
    for other in tree.children[verb]:
        if (
            other > child
            and tree.dep[other] == "advcl"
            and tree.tag[other] == "VBG"
            and holds_quoted_words(tree, other, table)
        ):
            edge = max(edge, tree.last[other])
    edge = opening_edge(tree, verb, edge, table)
    return Match(frame="object", pieces=((tree.first[child], edge + 1),))


def _names_informants(tree: Tree, clause: Clause, child: int) -> bool:
    """ ", citing unnamed officials": where a report comes from, not what it says."""
    return clause.cue.lemma == "cite" and (tree.tag[child] in ("NNP", "NNPS") or tree.lower[child] in INFORMANTS)


def _reports_saying(tree: Tree, verb: int) -> bool:
    """ "quoted the general as saying": the content is the general's."""
    return any(
        tree.dep[c] == "prep" and tree.lower[c] == "as" and tree.child(c, "pcomp") is not None
        for c in tree.children[verb]
    )


def _what_clause(tree: Tree, verb: int) -> Range | None:
    """ "condemned what she called a breach": the clause that stands for the object."""
    first = verb + 1
    if first >= tree.sentence[verb][1] or tree.lower[first] != "what":
        return None
    for child in tree.children[verb]:
        if child > verb and tree.first[child] == first and tree.is_verb(child):
            return first, tree.last[child] + 1
    return None


def behind_day(tree: Tree, clause: Clause) -> Range | None:
    """ "lamented on Thursday the refusal of the port": first and last token of the object, which the parser takes for
    one phrase with the day.
    """
    on = clause.verb + 1
    if on + 2 >= tree.sentence[clause.verb][1] or tree.lower[on] != "on":
        return None
    day, head = on + 1, tree.child(on, "pobj")
    if tree.lower[day] not in DAYS or head is None or head <= day:
        return None
    first = day + 1
    while first < head and tree.lower[first] in DAYS:
        first += 1
    return first, tree.last[head]


def _participle_object(tree: Tree, verb: int) -> int | None:
    """The clause that an object and its participle make for the parser, right behind a verb that takes none."""
    child = right_child(tree, verb, "ccomp")
    if child is None or tree.tag[child] not in ("VBD", "VBN") or tree.child(child, "aux", "mark") is not None:
        return None
    subject = tree.child(child, "nsubj", "nsubjpass")
    return child if subject is not None and tree.first[subject] == verb + 1 and subject < child else None


def _is_empty(tree: Tree, token: int) -> bool:
    """True for "promised nothing (new)": the object tells of no words, only that there are some or none."""
    kept = ("det", "punct", "amod") if tree.lower[token] == "nothing" else ("det", "punct")
    is_bare = all(tree.dep[child] in kept for child in tree.children[token])
    return is_bare and tree.lower[token] in _EMPTY


def _judged_by_agent(tree: Tree, clause: Clause) -> Range | None:
    """ "The raid was condemned by the league": what undergoes the verb, where the text names who does it."""
    judged = tree.child(clause.verb, "nsubjpass")
    if clause.cue.sense in _TOLD_OF or _reports_saying(tree, clause.verb):
        return None
    if judged is None or clause.subject is None or judged == clause.subject or tree.tag[judged] in RELATIVE_TAGS:
        return None
    return tree.first[judged], tree.last[judged] + 1


def claim_of_others(tree: Tree, clause: Clause) -> Match | None:
    """ "dismissed reports that the port was sold": what others put forward, and this one rejects."""
    claim = tree.child(clause.verb, "dobj")
    if clause.cue.sense != "rejection" or claim is None or claim < clause.verb or tree.lower[claim] not in CLAIMS:
        return None
    for child in tree.children[claim]:
        first = tree.first[child]
        if child > claim and tree.dep[child] in ("acl", "ccomp", "relcl") and tree.dep[first] == "mark":
            return Match(frame="claim", pieces=((first + 1, tree.last[child] + 1),)) if first < child else None
    return None
