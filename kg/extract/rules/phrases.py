"""Phrases that are cues as a whole: "took note of", "reserves the right to", "distanced itself from".

A phrase is a row of class "phrase" in cues.csv: a verb, the words behind it ("oneself" and "one's" stand for any such
pronoun), and the frames that bring in its content. The parse gives its source; its words are read one by one, since
parsers hang what follows a fixed phrase on any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.words import TIME_NOUNS

if TYPE_CHECKING:
    from kg.extract.rules.cues import Cue, CueTable
    from kg.extract.rules.tree import Tree

_SELVES: Final = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself", "oneself"})
_OWNERS: Final = frozenset({"its", "his", "her", "their", "our", "my"})
_BETWEEN: Final = frozenset({"RB", "RBR", "JJ", "JJR"})
"""What may stand between the words of a phrase: "took due note"."""
_MOST_BETWEEN: Final = 2
_MANNERS: Final = frozenset({"with", "in", "on"})
"""What may open an insertion behind a phrase: "took note with regret of", "took issue on Monday with"."""
_LONGEST_INSERTION: Final = 4


def phrase_at(tree: Tree, verb: int, table: CueTable) -> tuple[Cue, int] | None:
    """The phrase that a verb opens, and its last token; None where there is none or nothing that its frames ask for."""
    for cue in table.phrases.get(tree.lower[verb], ()):
        last = _last_word(tree, verb, cue)
        if last is not None and opening_of(tree, last, cue) is not None:
            return cue, last
    return None


def _last_word(tree: Tree, verb: int, cue: Cue) -> int | None:
    token, end = verb, tree.sentence[verb][1]
    for word in cue.rest:
        between = 0
        token += 1
        while token < end and not _is_word(tree, token, word):
            if tree.tag[token] not in _BETWEEN or between == _MOST_BETWEEN:
                return None
            token, between = token + 1, between + 1
        if token >= end or tree.quoted[token] >= 0:
            return None
    return token


def _is_word(tree: Tree, token: int, word: str) -> bool:
    if word == "oneself":
        return tree.lower[token] in _SELVES
    if word == "one's":
        return tree.lower[token] in _OWNERS
    return tree.lower[token] == word


def opening_of(tree: Tree, last: int, cue: Cue) -> tuple[str, int, int] | None:
    """Frame, linking word and first word of the content (for an infinitive: its verb)."""
    end = tree.sentence[last][1]
    for token in _places(tree, last, end):
        word = tree.lower[token]
        if token + 1 >= end:
            return None
        if word in cue.frames and tree.tag[token] in ("IN", "TO", "RP") and tree.last[token] > token:
            return word, token, token + 1
        if "inf" in cue.frames and word == "to":
            verb = next((t for t in range(token + 1, min(end, token + 3)) if tree.tag[t] == "VB"), None)
            if verb is not None:
                return "inf", token, verb
        if "clause" in cue.frames and word == "that" and token + 3 < end:
            return "clause", token, token + 1
    return None


def _places(tree: Tree, last: int, end: int) -> tuple[int, ...]:
    """Where the content may be brought in: behind the phrase, and behind an insertion there."""
    token = last + 1
    while token < end and tree.tag[token] == "RB":
        token += 1
    if token >= end:
        return ()
    if tree.lower[token] not in _MANNERS:
        return (token,)
    close = next(
        (
            t + 1
            for t in range(token + 1, min(end, token + _LONGEST_INSERTION))
            if tree.tag[t] in ("NN", "NNS") or tree.lower[t] in TIME_NOUNS
        ),
        None,
    )
    return (token,) if close is None or close >= end else (token, close)
