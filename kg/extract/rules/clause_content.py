"""Content that is a clause: "said that ...", "told the court it was late", "said in the debate that it rained"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import ADDRESSING, PHRASE_HEADS, Match, closes_before
from kg.extract.rules.edges import next_cue, right_edge
from kg.extract.rules.words import DAYS

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_NAMED = PHRASE_HEADS | {"CD"}


def complement_clause(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """The clause that a cue of saying takes, with or without "that"."""
    verb = clause.verb
    for child in tree.children[verb]:
        if tree.dep[child] == "ccomp" and child > verb and tree.first[child] > clause.first:
            if tree.tag[child] in ("NNP", "NN", "NNS") and closes_before(tree, verb) and tree.first[child] == verb + 1:
                continue
            first = _content_start(tree, verb, child)
            if (
                first == verb + 1
                and clause.subject is not None
                and clause.subject > verb
                and tree.head[clause.subject] == verb
            ):
                continue
            return Match(
                frame="clause",
                pieces=(*_begun_before(tree, clause, child, first), (first, right_edge(tree, verb, child, table) + 1)),
                addressee=_addressee(tree, clause, first),
            )
    return _that_clause(tree, clause, table)


def _begun_before(tree: Tree, clause: Clause, child: int, first: int) -> tuple[Range, ...]:
    """ "The police, an officer tells the radio, will wait": the subject that stands before the cue."""
    before = clause.first - 1 if clause.source is None else clause.source[0] - 1
    begin = tree.sentence[clause.verb][0]
    if (
        before - begin < 1
        or tree.words[before] != ","
        or tree.words[first - 1] != ","
        or tree.tag[first] not in ("MD", "VBD", "VBZ", "VBP")
        or tree.child(child, "nsubj", "nsubjpass", "expl") is not None
        or tree.tag[before - 1] not in PHRASE_HEADS
    ):
        return ()
    return ((begin, before),)


def _content_start(tree: Tree, verb: int, child: int) -> int:
    """First token of a complement clause: behind "that", and behind a date that tells when it was said."""
    mark = tree.child(child, "mark")
    if mark is not None and verb < mark < child and tree.lower[mark] == "that":
        return mark + 1
    first = max(tree.first[child], verb + 1)
    while first < child and (
        tree.words[first] in (",", ":") or (tree.lower[first] == "that" and tree.tag[first] == "IN")
    ):
        first += 1
    subject = tree.child(child, "nsubj", "nsubjpass", "expl")
    if subject is not None and 0 < tree.first[subject] - first <= 3 and first == verb + 1:
        date = tree.lower[first : tree.first[subject]]
        if date[-1] in DAYS and (len(date) == 1 or date[0] in ("on", "late", "early", "earlier")):
            return tree.first[subject]
    return first


def _that_clause(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """What follows "said that", "told the court that", where the parse shows no complement clause."""
    verb, end = clause.verb, tree.sentence[clause.verb][1]
    # "was told by the chair, Ole Brand, that ..." has an apposition between.
    told = tree.child(verb, "agent") is not None and tree.child(verb, "auxpass") is not None
    for token in range(verb + 1, min(end, verb + (14 if told else 6))):
        if tree.lower[token] == "that" and _links(tree, token) and token + 3 < end:
            first = _innermost_that(tree, token) + 1
            last = next_cue(tree, verb, first, end - 1, table)
            return Match(frame="clause", pieces=((first, last + 1),), addressee=_addressee(tree, clause, token))
        if (
            tree.words[token] in (";", ":")
            or (tree.words[token] == "," and not told)
            or tree.is_verb(token)
            or tree.quoted[token] >= 0
        ):
            return None
    return _misread_relative(tree, clause, table)


def _misread_relative(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "said in the debate that it rained", "said after the vote he would resign": the parser hangs the content on the
    phrase between. A cue without an object has no other.
    """
    verb, end = clause.verb, tree.sentence[clause.verb][1]
    if clause.source is None or clause.source[1] > verb or (clause.first > 0 and closes_before(tree, clause.first)):
        return None
    if any(tree.dep[child] in ("dobj", "xcomp", "oprd", "acomp") for child in tree.children[verb] if child > verb):
        return None
    if verb + 1 >= end or tree.tag[verb + 1] != "IN" or tree.dep[verb + 1] != "prep":
        return None
    for token in range(verb + 2, min(end - 3, verb + 12)):
        if tree.words[token] in (",", ";", ":") or tree.quoted[token] >= 0:
            return None
        if tree.lower[token] == "that" and tree.tag[token - 1] in _NAMED and tree.dep[token] != "nsubj":
            first = _innermost_that(tree, token) + 1
            return Match(frame="clause", pieces=((first, next_cue(tree, verb, first, end - 1, table) + 1),))
        if tree.tag[token] == "PRP" and tree.dep[token] == "nsubj" and tree.tag[token - 1] in _NAMED:
            inner = tree.head[token]
            if tree.dep[inner] not in ("relcl", "advcl", "ccomp") or not _lacks_nothing(tree, inner):
                return None
            return Match(frame="clause", pieces=((token, next_cue(tree, verb, token, end - 1, table) + 1),))
    return None


def _innermost_that(tree: Tree, token: int) -> int:
    """Of "in a letter that he sent on Monday that the port was open" the second "that"."""
    if tree.dep[token] == "mark":
        return token
    end = min(tree.sentence[token][1] - 3, token + 8)
    marks = (t for t in range(token + 2, end) if tree.lower[t] == "that" and tree.dep[t] == "mark")
    return next(marks, token)


def _lacks_nothing(tree: Tree, inner: int) -> bool:
    """True for a clause with an object or predicate of its own: no relative one."""
    return any(
        child > inner and tree.dep[child] in ("dobj", "ccomp", "xcomp", "acomp", "attr", "oprd")
        for child in tree.children[inner]
    )


def _links(tree: Tree, that: int) -> bool:
    """True for a conjunction. In "claimed in a book that the king had told him ..." it is tagged as a relative pronoun,
    but fills no place of subject or object.
    """
    return tree.tag[that] in ("IN", "DT") or tree.dep[that] not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")


def _addressee(tree: Tree, clause: Clause, before: int) -> Range | None:
    if clause.cue.sense not in ADDRESSING:
        return None
    for child in tree.children[clause.verb]:
        if clause.verb < child < before and tree.dep[child] in ("dobj", "dative", "iobj") and child != clause.subject:
            if tree.tag[child] == "IN":
                continue
            return tree.first[child], min(tree.last[child] + 1, before)
    return None
