"""Words in quotation marks beside a cue: "...," X said; X said: "..."; "...," X said, "..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.clauses import Match
from kg.extract.rules.sources import source_range
from kg.extract.rules.surrounds import clause_end, left_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_MARKS = frozenset({'"', "''", "``", "'"})
_SPEECH_ENDS = frozenset({",", "?", "!", "--", "—", "-", "…", "..."})
_REACH = 30
"""Tokens between a cue and its quotation, at most."""


def gap_before(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Last token of the quotation that ends before a verb, and first token after it; None if none ends near by.

    Nothing but the verb's subject may stand between: no sentence end, no other finite verb (but in a relative clause).
    """
    for token in range(verb - 1, max(-1, verb - _REACH), -1):
        if tree.quoted[token] >= 0:
            return token, token + 1
        if tree.words[token] in (".", ";", ":"):
            return None
        if tree.tag[token] in FINITE and not _in_relative_clause(tree, token) and tree.head[token] != verb:
            return None
    return None


def gap_after(tree: Tree, verb: int) -> int | None:
    """First token of the quotation that begins after a verb; None if none begins near by in the same sentence."""
    for token in range(verb + 1, min(len(tree), verb + _REACH)):
        if tree.quoted[token] >= 0:
            return token
        if tree.words[token] in (".", ";", "?", "!"):
            return None
    return None


def _in_relative_clause(tree: Tree, token: int) -> bool:
    return tree.dep[token] in ("relcl", "aux") or any(
        tree.dep[above] == "relcl" for above in list(tree.ancestors(token))[:3]
    )


def match_speech(tree: Tree, clause: Clause, taken: Sequence[Range]) -> Match | None:
    """Direct speech of a cue, before it, after it, or on both sides."""
    return _speech_before(tree, clause, taken) or _speech_after(tree, clause)


def _speech_before(tree: Tree, clause: Clause, taken: Sequence[Range]) -> Match | None:
    gap = gap_before(tree, clause.verb)
    if gap is None:
        return None
    last, first = gap
    if not (_ends_in_speech(tree, last) or tree.words[first] == ","):
        return None
    if any(begin < clause.verb and end > first and begin >= first for begin, end in taken):
        return None
    limit = left_limit(tree, first, taken)
    if limit is None:
        return None
    pieces = [(limit, last + 1)]
    end = clause_end(tree, clause)
    mark = end + 1
    if mark + 1 < len(tree) and tree.words[mark] in (",", "--", "—", ":", ";") and tree.quoted[mark + 1] >= 0:
        pieces.append((mark + 1, tree.quote_bounds[tree.quoted[mark + 1]][1] + 1))
    return Match(frame="quote", pieces=tuple(pieces))


def _ends_in_speech(tree: Tree, last: int) -> bool:
    return tree.words[last] in _SPEECH_ENDS or (
        tree.words[last] in _MARKS
        and last > 0
        and tree.words[last - 1] in _SPEECH_ENDS
        or tree.words[last][-1] in ",?!"
    )


def _speech_after(tree: Tree, clause: Clause) -> Match | None:
    first = gap_after(tree, clause.verb)
    if first is None:
        return None
    link = tree.words[first - 1]
    between = range(clause.verb + 1, first - 1)
    quote = tree.quote_bounds[tree.quoted[first]]
    if link == ":":
        words = _words_before_colon(tree, clause, first - 1)
        return Match(frame="quote", pieces=(*words, (first, quote[1] + 1)))
    if link == "," and not any(tree.tag[token] in FINITE for token in between):
        return Match(frame="quote", pieces=((first, quote[1] + 1),))
    if first - 1 == clause.verb or (link == "that" and not any(tree.tag[token] in FINITE for token in between)):
        if _is_whole_sentence(tree, quote):
            return Match(frame="quote", pieces=((first, quote[1] + 1),))
    return None


def _words_before_colon(tree: Tree, clause: Clause, colon: int) -> tuple[Range, ...]:
    """ "adds that there are two choices: "..."": what stands between belongs to the content."""
    for child in tree.children[clause.verb]:
        if tree.dep[child] == "ccomp" and clause.verb < tree.first[child] and child < colon:
            return ((tree.first[child], colon),)
    return ()


def _is_whole_sentence(tree: Tree, quote: Range) -> bool:
    first, last = quote
    if tree.words[last] not in _MARKS:
        return True
    ends = last > first and tree.words[last - 1][-1] in ".,!?…"
    return ends and (last + 1 >= len(tree) or tree.tag[last + 1] not in ("VBD", "VBZ", "MD", "VBP"))


def speaker_beside(tree: Tree, verb: int) -> int | None:
    """Head of the noun phrase next to a cue beside a quotation, where the parse gives the cue no usable subject."""
    gap = gap_before(tree, verb)
    low = gap[1] if gap is not None else tree.sentence[verb][0]
    for token in range(verb - 1, low - 1, -1):
        if tree.tag[token] in NOUNS:
            return _climb(tree, token, low, verb)
        if tree.tag[token] in FINITE and tree.head[token] != verb:
            break
    if gap is None:
        return None
    for token in range(verb + 1, min(len(tree), tree.sentence[verb][1])):
        if tree.words[token] in (".", ",", ";", ":") or tree.tag[token] == "IN":
            return None
        if tree.tag[token] in NOUNS:
            return _climb(tree, token, verb + 1, tree.sentence[verb][1])
    return None


def _climb(tree: Tree, token: int, low: int, high: int) -> int:
    while (
        low <= tree.head[token] < high
        and tree.head[token] != token
        and tree.dep[token] in ("compound", "appos", "poss", "nmod", "conj", "amod")
    ):
        token = tree.head[token]
    return token


def phrase_beside(tree: Tree, head: int, verb: int) -> Range:
    """The noun phrase around `head`, kept on its side of the verb and outside quotations."""
    first, end = source_range(tree, head, verb)
    if head < verb:
        end = min(end, verb)
        while first < head and tree.quoted[first] >= 0:
            first += 1
    else:
        first = max(first, verb + 1)
    return first, max(end, head + 1)
