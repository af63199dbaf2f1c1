"""Content around a cue that follows or interrupts it: "..., the ministry added, ..." and quotations beside a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import Match
from kg.extract.rules.words import ADVERBIAL_CLAUSES, ADVERBIAL_OPENERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_BREAKS = frozenset({",", "?", "!", "--", "—", "–", "-", "…", "..."})
_WITH_ADDRESSEE = frozenset({"tell", "inform", "assure", "remind", "warn", "ask", "notify", "reassure"})
_MARKS = frozenset({'"', "''", "``"})
_SENTENCE_BREAKS = frozenset({".", "?", "!", ":", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_TAIL_DEPS = frozenset(
    {
        "dobj",
        "dative",
        "npadvmod",
        "prep",
        "agent",
        "advmod",
        "prt",
        "nsubj",
        "nsubjpass",
        "tmod",
        "advcl",
        "attr",
        "oprd",
        "pobj",
    }
)


def clause_end(tree: Tree, clause: Clause) -> int:
    """Last token of the cue's own clause, to its right: object, time, place, medium, an inverted subject."""
    verb = clause.verb
    edge = verb
    if clause.source is not None and clause.subject is not None and clause.subject > verb:
        edge = max(edge, clause.source[1] - 1)
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in _TAIL_DEPS and tree.first[child] > verb:
            if tree.dep[child] == "advcl" and not _adverbial(tree, child):
                continue
            if _crosses_quote(tree, verb, child):
                break
            edge = max(edge, tree.last[child])
    return edge


def _adverbial(tree: Tree, child: int) -> bool:
    return tree.lower[tree.first[child]] in ADVERBIAL_CLAUSES


def _crosses_quote(tree: Tree, verb: int, child: int) -> bool:
    return any(tree.quoted[token] >= 0 for token in range(verb, tree.last[child] + 1))


def match_surrounds(tree: Tree, clause: Clause, taken: Sequence[Range]) -> Match | None:
    """Content before the cue's clause, and after it where the cue interrupts. `taken`: token ranges of earlier cues."""
    before = clause.first - 1
    if before > 0 and _echoes(tree, clause, before):
        # "The ferry is late, as the captain admitted."
        before -= 1
    if before > 0 and tree.words[before] in _MARKS and tree.quoted[before] < 0:
        # The closing mark of a quotation whose opening one is missing.
        before -= 1
    if before < 0 or tree.words[before] not in _BREAKS or not can_trail(tree, clause):
        return None
    limit = left_limit(tree, clause.first, taken)
    is_left_open = tree.words[limit] in _MARKS and tree.quoted[limit] < 0 and before - limit > 1
    after = _interrupted(tree, clause, clause_end(tree, clause))
    # "The truce, said the envoy, is dead": the subject stands before the cue, its verb behind.
    is_begun = after is not None and tree.tag[after[0]] in _FINITE | {"MD"} and tree.tag[before - 1] in _NOUNS
    if not is_left_open and not is_begun and not is_clause(tree, limit, before + 1):
        return None
    pieces: list[Range] = [(limit, before + 1)]
    if after is not None:
        pieces.append(after)
    return Match(frame="around", pieces=tuple(pieces))


def can_trail(tree: Tree, clause: Clause, *, allow_clause: bool = False) -> bool:
    """True for a finite cue with a source of its own beside it, and no complement that would be the content.

    Args: allow_clause: a complement clause is none, since the parser hangs what goes on behind an inserted cue on it.
    """
    verb = clause.verb
    if clause.source is None or (tree.tag[verb] not in ("VBD", "VBZ", "VBP") and tree.child(verb, "aux") is None):
        return False
    if not _echoes(tree, clause, clause.first - 1) and (
        tree.dep[verb] in ("relcl", "acl", "advcl", "xcomp", "pcomp") or tree.child(verb, "mark") is not None
    ):
        return False
    objects = [
        c
        for c in tree.children[verb]
        if c > verb
        and tree.dep[c] in ("dobj", "ccomp", "xcomp", "oprd", "attr")
        and c != clause.subject
        and not (allow_clause and tree.dep[c] == "ccomp")
    ]
    return not objects or clause.cue.lemma in _WITH_ADDRESSEE


def _echoes(tree: Tree, clause: Clause, before: int) -> bool:
    """True for ", as the captain admitted": the "as" at `before`, and nothing behind the cue that it would ascribe."""
    if before < 2 or tree.lower[before] != "as" or tree.words[before - 1] != ",":
        return False
    verb = clause.verb
    takes = any(tree.dep[child] == "prep" and tree.lower[child] in clause.cue.frames for child in tree.children[verb])
    return tree.dep[verb] == "advcl" and clause.cue.sense != "manner of speaking" and not takes


def is_clause(tree: Tree, first: int, end: int) -> bool:
    """True if the range holds a finite verb that is not inside an adverbial or relative clause."""
    if tree.lower[first] in ADVERBIAL_OPENERS and "," in tree.words[first : end - 1]:
        first += tree.words[first:end].index(",")
    return any(
        tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") and tree.dep[token] not in ("relcl", "acl")
        for token in range(first, end)
    ) and (tree.lower[first] not in ADVERBIAL_OPENERS)


def left_limit(tree: Tree, first: int, taken: Sequence[Range]) -> int:
    """Where content that ends before token `first` begins: with its sentence or quotation, or after an earlier cue."""
    quote = tree.quoted[first - 1]
    if quote < 0 and first >= 2 and tree.words[first - 1] == ",":
        quote = tree.quoted[first - 2]
    if quote >= 0:
        opened = tree.quote_bounds[quote][0]
        limit = _before_quote(tree, opened)
    else:
        opened = limit = tree.sentence[first if tree.sentence[first][0] < first else first - 1][0]
    for _, end in taken:
        if limit < end <= first:
            limit = max(limit, opened if quote >= 0 else end)
    return limit


def _before_quote(tree: Tree, opened: int) -> int:
    """The start of the sentence that leads into a quotation, or the quotation itself where it begins a sentence."""
    start = tree.sentence[opened][0]
    for token in range(opened - 1, start - 1, -1):
        if tree.words[token] in _SENTENCE_BREAKS or tree.quoted[token] >= 0:
            return token + 1 if opened - token > 2 and tree.quoted[token] < 0 else opened
    return min(start, opened)


def _goes_on(tree: Tree, clause: Clause, verb: int) -> bool:
    """ "It is free, the ministry said, and lasts a year": a verb coordinated with the content before the cue."""
    own_subject = tree.child(verb, "nsubj") is not None
    return tree.is_verb(verb) and tree.dep[verb] == "conj" and tree.head[verb] < clause.first and not own_subject


def _interrupted(tree: Tree, clause: Clause, end: int) -> Range | None:
    """What goes on after the cue's clause and a comma."""
    mark = end + 1
    last = tree.sentence[clause.verb][1]
    if mark >= last - 1 or tree.words[mark] not in (",", "--", "—", ":"):
        return None
    first = mark + 1
    if tree.quoted[clause.first - 1] >= 0 or tree.words[clause.first - 1] in ('"', "''"):
        # A quotation was interrupted: only another quotation goes on with it.
        if tree.quoted[first] < 0:
            return None
        return first, tree.quote_bounds[tree.quoted[first]][1] + 1
    if tree.tag[first] == "CC":
        if _goes_on(tree, clause, first + 1):
            return first, last
        if tree.quoted[first + 1] >= 0:
            quote_end = tree.quote_bounds[tree.quoted[first + 1]][1] + 1
            return None if any(tree.tag[token] in _FINITE for token in range(quote_end, last)) else (first, quote_end)
    if tree.tag[first] in ("VBG", "WDT", "WP", "CC") or tree.lower[first] in (
        "who",
        "which",
        "and",
        "but",
        "while",
        "as",
    ):
        return None
    return first, last
