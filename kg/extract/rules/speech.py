"""Words in quotation marks beside a cue: "...," X said; X said: "..."; "...," X said, "..."."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extract.rules.clauses import Match
from kg.extract.rules.sources import is_passive, list_start
from kg.extract.rules.surrounds import clause_end, is_clause, left_limit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_MARKS = frozenset({'"', "''", "``", "'"})
_ADDRESSING = frozenset({"with addressee", "question or request", "request", "question"})
"""Cues whose passive tells what was said to the subject, not by it ("was asked")."""
_DASHES = frozenset({"—", "–", "--", "-"})
_INSERTION = 14
"""Tokens of an insertion between two parts of a quotation, at most."""
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
        tree.dep[above] == "relcl" for above in islice(tree.ancestors(token), 3)
    )


def match_speech(tree: Tree, clause: Clause, taken: Sequence[Range], table: CueTable) -> Match | None:
    """Direct speech of a cue, before it, after it, or on both sides."""
    if clause.cue.sense not in _ADDRESSING or not is_passive(tree, clause.verb):
        return _speech_before(tree, clause, taken) or _speech_after(tree, clause, taken, table)
    # A participle behind a quotation is more often a past tense that the tagger missed.
    return None if tree.child(clause.verb, "auxpass") is not None else _speech_before(tree, clause, taken)


def _speech_before(tree: Tree, clause: Clause, taken: Sequence[Range]) -> Match | None:
    gap = gap_before(tree, clause.verb)
    if gap is None:
        return None
    last, first = gap
    if (tree.tag[clause.verb] == "VBG" and not _is_quoted_as(tree, clause.verb)) or tree.tag[
        first if tree.words[first] != "," else first + 1
    ] == "CC":
        return None
    if not (_ends_in_speech(tree, last) or tree.words[first] == ","):
        return None
    if any(begin < clause.verb and end > first and begin >= first for begin, end in taken):
        return None
    limit = left_limit(tree, first, taken)
    if limit < tree.quote_bounds[tree.quoted[last]][0] and not is_clause(tree, limit, last):
        return None
    pieces = [(limit, last + 1)]
    end = clause_end(tree, clause)
    mark = end + 1
    if mark + 1 < len(tree) and tree.words[mark] in (",", "--", "—", ":", ";") and tree.quoted[mark + 1] >= 0:
        pieces.append((mark + 1, tree.quote_bounds[tree.quoted[mark + 1]][1] + 1))
        mark = pieces[-1][1]
    if (resumed := _after_insertion(tree, mark)) is not None:
        pieces.append((resumed, tree.quote_bounds[tree.quoted[resumed]][1] + 1))
    return Match(frame="quote", pieces=tuple(pieces))


def _after_insertion(tree: Tree, mark: int) -> int | None:
    """First token of the quotation that goes on, in lower case, after "— she had counted —" or ", counting aloud,"."""
    if mark >= len(tree) or tree.words[mark] not in _DASHES | {","}:
        return None
    for token in range(mark + 1, min(len(tree) - 1, mark + _INSERTION)):
        if tree.quoted[token] >= 0:
            first = next((t for t in range(token, len(tree)) if tree.words[t] not in _MARKS), token)
            closes = tree.words[token - 1] in _DASHES | {","}
            return token if closes and tree.words[first][0].islower() else None
        if tree.words[token] in (".", ";", ":", "?", "!"):
            return None
        if tree.words[mark] == "," and tree.tag[token] in FINITE:
            return None
    return None


def follows_speech(tree: Tree, verb: int) -> bool:
    """True for the first verb behind a quotation that ends in a comma, with only its subject between."""
    gap = gap_before(tree, verb)
    if gap is None or not _ends_in_speech(tree, gap[0]):
        return False
    low = gap[1] + (tree.words[gap[1]] == ",")
    if low == verb:
        return tree.child(verb, "nsubj") is not None
    return verb - low <= 8 and _phrase_before(tree, low, verb) == (low, verb)


def _is_quoted_as(tree: Tree, verb: int) -> bool:
    """ "was quoted as saying"."""
    return tree.dep[verb] == "pcomp" and tree.lower[tree.head[verb]] == "as"


def _ends_in_speech(tree: Tree, last: int) -> bool:
    """True if a comma, question mark or dash stands before the closing marks."""
    while last > 0 and tree.words[last] in _MARKS:
        last -= 1
    return tree.words[last][-1] in ",?!—-…" or tree.words[last] == "--"


def _speech_after(tree: Tree, clause: Clause, taken: Sequence[Range], table: CueTable) -> Match | None:
    first = gap_after(tree, clause.verb)
    if first is None:
        return None
    link = tree.words[first - 1]
    between = range(clause.verb + 1, first - 1)
    quote = tree.quote_bounds[tree.quoted[first]]
    if any(tree.tag[token] in ("VBD", "VBZ") and tree.lower[token] in table.verbs for token in between):
        # Another cue stands nearer to the quotation.
        return None
    if link == ":":
        words = _words_before_colon(tree, clause, first - 1)
        return Match(frame="quote", pieces=(*words, (first, quote[1] + 1)))
    if link == "," and not any(tree.tag[token] in FINITE for token in between):
        begun = _sentence_begun(tree, clause, first, taken)
        return Match(frame="quote", pieces=(*begun, (first, quote[1] + 1)))
    is_bare = first - 1 == clause.verb or (link == "that" and not any(tree.tag[token] in FINITE for token in between))
    if is_bare and is_whole_sentence(tree, quote):
        return Match(frame="quote", pieces=((first, quote[1] + 1),))
    return None


def _sentence_begun(tree: Tree, clause: Clause, first: int, taken: Sequence[Range]) -> tuple[Range, ...]:
    """Kestria, he said, "has nothing to fear": the words before the cue that the quotation goes on with."""
    word = next((token for token in range(first, len(tree)) if tree.words[token] not in _MARKS), first)
    before = clause.first - 1
    if before < 1 or tree.words[before] != "," or not tree.words[word][0].islower():
        return ()
    limit = left_limit(tree, clause.first, taken)
    opens = tree.tag[limit] in _PHRASE_STARTS and tree.quoted[limit] < 0
    return ((limit, before),) if opens and limit < before and clause.source is not None else ()


def _words_before_colon(tree: Tree, clause: Clause, colon: int) -> tuple[Range, ...]:
    """ "adds that there are two choices: "..."": what stands between belongs to the content."""
    for child in tree.children[clause.verb]:
        if tree.dep[child] == "ccomp" and clause.verb < tree.first[child] and child < colon:
            return ((tree.first[child], colon),)
    return ()


def is_whole_sentence(tree: Tree, quote: Range) -> bool:
    """True for a quotation (first and last token) that ends with a mark of its own, and no verb goes on with it."""
    first, last = quote
    if tree.words[last] not in _MARKS:
        return True
    ends = last > first and tree.words[last - 1][-1] in ".,!?…"
    return ends and (last + 1 >= len(tree) or tree.tag[last + 1] not in ("VBD", "VBZ", "MD", "VBP"))


def speaker_beside(tree: Tree, verb: int) -> Range | None:
    """The noun phrase next to a cue, read from the words alone, where the parse gives the cue no usable subject."""
    gap = gap_before(tree, verb)
    low = gap[1] if gap is not None else tree.sentence[verb][0]
    end = verb
    while end > low and (tree.tag[end - 1] in ("RB", "MD", "VBD", "VBZ", "VBP") and tree.head[end - 1] == verb):
        end -= 1
    before = _phrase_before(tree, low, end)
    if before is not None:
        return before
    return _phrase_after(tree, verb) if gap is not None or _closes_before(tree, verb) else None


def _closes_before(tree: Tree, verb: int) -> bool:
    return verb > 0 and tree.words[verb - 1] == ","


def _phrase_before(tree: Tree, low: int, end: int) -> Range | None:
    """The phrase that ends at `end`; with a comma there, it is an apposition and the phrase before it belongs to it."""
    closed = end > low and tree.words[end - 1] == ","
    if closed:
        end -= 1
    first = _segment_start(tree, low, end)
    if closed and tree.tag[first] in ("WP", "WDT", "WP$", "VBN", "VBG") and first - 1 > low:
        # "a delegate, who did not give her name, told ...": the phrase stands before the relative clause.
        end = first - 1
        first = _segment_start(tree, low, end)
        closed = False
    if closed and first - 1 > low and all(tag == "CD" for tag in tree.tag[first:end]):
        # An age between commas.
        end = first - 1
        first = _segment_start(tree, low, end)
    if not _is_phrase(tree, first, end):
        return None
    if "and" in tree.lower[first:end]:
        return list_start(tree, first, low), end
    if closed and first - 1 > low and tree.words[first - 1] == ",":
        earlier = _segment_start(tree, low, first - 1)
        if _is_phrase(tree, earlier, first - 1):
            first = earlier
    return first, end


def _segment_start(tree: Tree, low: int, end: int) -> int:
    first = end
    while first > low and tree.words[first - 1] not in (",", ";", ":", "--", "—", "–") and tree.quoted[first - 1] < 0:
        first -= 1
    while first < end and tree.tag[first] in ("CC", "RB"):
        first += 1
    return first


def _is_phrase(tree: Tree, first: int, end: int) -> bool:
    if first >= end or tree.tag[first] not in _PHRASE_STARTS:
        return False
    tags = tree.tag[first:end]
    return any(tag in NOUNS for tag in tags) and not any(tag in FINITE or tag in ("WP", "WDT") for tag in tags)


def _phrase_after(tree: Tree, verb: int) -> Range | None:
    """The phrase of an inverted speaker: up to the next comma, and on over an apposition up to a full stop."""
    last = tree.sentence[verb][1]
    first = verb + 1
    if first >= last or tree.tag[first] not in _PHRASE_STARTS:
        return None
    end = first
    while end < last and tree.tag[end] in _PHRASE_TAGS and tree.quoted[end] < 0:
        end += 1
    return (first, end) if any(tree.tag[token] in NOUNS for token in range(first, end)) else None


_PHRASE_STARTS = frozenset({"DT", "PRP$", "PRP", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PDT"})
_PHRASE_TAGS = _PHRASE_STARTS | {"POS", "HYPH", "CC", "-LRB-", "-RRB-", "JJR"}
