"""Topics that are clauses: what "this" and "that" take up, and clauses that are subjects themselves.

"The treasury paid in gold. That was the first mistake" judges that the treasury paid in gold, no noun of it; "leaving
them there is a mistake" judges the leaving. Such a topic has the words of the clause as its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.syntax import SUBJECTS
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

DEMONSTRATIVE: Final = frozenset({"this", "that"})
_LONGEST: Final = 140
"""Characters of the longest clause that still names something."""
_FIRST: Final = 2
"""Characters before the first word of a content: marks of quotation."""
_SHORTEST: Final = 2
"""Words of the shortest one."""
_EDGES: Final = frozenset({"punct", "cc"})
_LINKS: Final = frozenset({"so", "then", "yet", "therefore", "all"})
_BARE: Final = frozenset({"VBG", "VB", "TO"})
_OPENERS: Final = frozenset({"", "and", "but", "so", "yet", "and yet", "now", "all", "i think", "we think"})
"""What may stand in a sentence before a "this" that takes up the sentence before."""
_BEING: Final = frozenset({"is", "was", "'s", "are", "were", "be"})
_FREE: Final = frozenset({"what", "whatever"})
_ASKS: Final = "?"
_FILLING: Final = frozenset({"know", "mean", "think", "guess", "say", "see", "believe"})
"""Verbs of sentences that tell nothing themselves: "I mean"."""
_TELLS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that name what a clause tells. `token`: the word at whose place it is spoken of."""

    tree: Tree
    token: int
    start: int
    end: int
    """Shadow range of the words that name it."""
    lead: str = ""
    """Goes before the words so that they name something: "that "."""


def stands_alone(tree: Tree, token: int) -> bool:
    """True for "this" and "that" as a subject without a noun: "that is a shame"; not for a relative pronoun."""
    return (
        tree.lower[token] in DEMONSTRATIVE
        and tree.dep[token] in SUBJECTS
        and tree.dep[tree.head[token]] not in ("relcl", "acl")
    )


def taken_up(reading: Reading, attribution: Attribution, tree: Tree, token: int) -> Clause | None:
    """The clause that "this" or "that" means: one before it in the sentence, else the sentence before. None: not found.

    No question, no request and nothing long is taken up.
    """
    sentences = reading.source.sentences
    number = reading.source.sentence_at(tree.start[token])
    content = reading.source.locate(attribution.content[0])[0]
    if number is None:
        return None
    begin, _ = sentences[number]
    own = _main_verb(tree, token)
    before = _clause_before(tree, own, token)
    if before is not None and tree.start[before] >= max(begin, content):
        first = _leftmost(tree, before)
        if not any(tree.kids(before, *SUBJECTS)):
            return None
        return _clause(reading, tree, token, tree.start[first], _before_joint(tree, own, before, token), before)
    # "And success: that is what we want" takes up a noun before it.
    opening = reading.shadow[max(begin, content) : tree.start[token]].strip(_MARKS).casefold()
    if number == 0 or opening not in _OPENERS:
        return None
    begin, end = sentences[number - 1]
    spans = [reading.source.locate(span) for span in attribution.content]
    inside = [(max(begin, start), min(end, stop)) for start, stop in spans if start < end and begin < stop]
    if inside:
        begin, end = inside[-1]
    elif tree.start[token] > content + _FIRST or not _is_narrative(reading, begin, end, content):
        return None
    other = reading.tree_at(begin)
    if other is None:
        return None
    tokens = other.tokens(begin, end)
    root = next((t for t in tokens if other.head[t] == t or other.head[t] not in tokens), None)
    if root is None or (not inside and not _is_deed(reading, other, root)):
        return None
    return _clause(reading, other, token, begin, end, root, tree)


def _is_deed(reading: Reading, tree: Tree, verb: int) -> bool:
    """True for what somebody named is told to have done: the likeliest that a quotation opens with "this is"."""
    subject = next(tree.kids(verb, *SUBJECTS), None)
    if subject is None or tree.tag[verb] != "VBD" or any(tree.kids(verb, "acomp", "attr", "expl")):
        return False
    return reading.naming(tree, subject) is not None or any(tree.lower[d] == "the" for d in tree.kids(subject, "det"))


def _is_narrative(reading: Reading, begin: int, end: int, content: int) -> bool:
    """True for a sentence of the article's own, without anybody's words, in the same paragraph or the one before."""
    here, there = reading.source.paragraph_at(content), reading.source.paragraph_at(begin)
    if here is None or there is None or here - there > 1:
        return False
    words = reading.shadow[begin:end]
    return not any(mark in words for mark in _QUOTES.strip()) and words_of("told").isdisjoint(words.casefold().split())


def subject_clauses(tree: Tree, tokens: range) -> Iterator[Clause]:
    """Clauses of a range that are subjects ("leaving them there is wrong"), and what "what ..." names."""
    for token in tokens:
        if tree.dep[token] in ("csubj", "csubjpass"):
            what = next((t for t in tree.children[token] if t < token and tree.lower[t] in _FREE), None)
            is_bare = tree.tag[token] in _BARE and not any(tree.kids(token, *SUBJECTS))
            if not is_bare and (what is None or _is_cleft(tree, token)):
                continue
            first, last = _leftmost(tree, token), _rightmost(tree, token)
        elif tree.dep[token] == "pcomp" and tree.tag[token][:1] == "V":
            what = next((t for t in tree.kids(token, *SUBJECTS, "dobj") if tree.lower[t] in _FREE), None)
            if what is None:
                continue
            first, last = what, _rightmost(tree, token)
        else:
            continue
        if first in tokens and last in tokens and tree.end[last] - tree.start[first] <= _LONGEST:
            yield Clause(tree, what if what is not None else token, tree.start[first], tree.end[last])


def deeds_forbidden(tree: Tree, tokens: range, *, is_told: bool) -> Iterator[Clause]:
    """What somebody is asked not to do: "asked the guards not to [turn back the ferries]".

    `is_told`: who is asked stands outside of the range; else somebody has to stand in it before "not".
    """
    for verb in tokens:
        if tree.tag[verb] != "VB" or "to" not in tree.modals(verb) or tree.lower[verb] in words_of("no-fault"):
            continue
        denial = next((no for no in tree.kids(verb, "neg") if no < verb), None)
        if denial is None or denial not in tokens or (denial == tokens.start and not is_told):
            continue
        last = _rightmost(tree, verb)
        if any(tree.kids(verb, "dobj", "prep")) and last in tokens and tree.end[last] - tree.start[verb] <= _LONGEST:
            yield Clause(tree, verb, tree.start[verb], tree.end[last])


def _is_cleft(tree: Tree, clause: int) -> bool:
    """True for "what we need is a plan", which speaks of the plan."""
    verb = tree.head[clause]
    return tree.lower[verb] in _BEING and not any(tree.kids(verb, "acomp"))


def _clause(
    reading: Reading, tree: Tree, pronoun: int, start: int, end: int, verb: int, at: Tree | None = None
) -> Clause | None:
    """The words of a clause without marks at its edges."""
    words = reading.shadow[start:end]
    kept = words.strip(_MARKS)
    if words.rstrip(_QUOTES).endswith(_ASKS) or len(kept) > _LONGEST or len(kept.split()) < _SHORTEST:
        return None
    if not _tells(tree, verb) or tree.lower[verb] in _FILLING:
        return None
    start += words.find(kept)
    return Clause(at or tree, pronoun, start, start + len(kept), "that ")


_MARKS: Final = " \t\n.,;:!?…-–—\"“”'‘’"
_QUOTES: Final = " \t\n\"“”'‘’"


def _tells(tree: Tree, verb: int) -> bool:
    """True for a finite clause with a subject that is no "this" or "it" itself: then "that" may mean the same."""
    finite = tree.tag[verb] in _TELLS or any(tree.tag[aux] in _TELLS for aux in tree.kids(verb, "aux", "auxpass"))
    subject = next(tree.kids(verb, *SUBJECTS), None)
    return finite and subject is not None and tree.lower[subject] not in DEMONSTRATIVE | {"it"}


def _main_verb(tree: Tree, token: int) -> int:
    """The verb of the clause that a word stands in."""
    for above in tree.above(token):
        if tree.is_verb(above) or tree.tag[above] == "MD":
            return above
    return token


def _clause_before(tree: Tree, verb: int, pronoun: int) -> int | None:
    """The verb of the clause in front of one: what it is joined to, or what the parse hangs on it."""
    if tree.dep[verb] in ("conj", "parataxis") and tree.head[verb] < pronoun and tree.is_verb(tree.head[verb]):
        return tree.head[verb]
    inner = [child for child in tree.kids(verb, "ccomp", "parataxis") if child < pronoun and tree.is_verb(child)]
    return inner[-1] if inner else None


def _before_joint(tree: Tree, verb: int, before: int, pronoun: int) -> int:
    """Where the clause before another ends: in front of its "and" and of marks."""
    last = pronoun if before in tree.children[verb] else min(_leftmost(tree, verb), pronoun)
    while last > before + 1 and (tree.dep[last - 1] in _EDGES or tree.lower[last - 1] in _LINKS):
        last -= 1
    return tree.end[last - 1]


def _leftmost(tree: Tree, token: int) -> int:
    first = token
    pending = [token]
    while pending:
        one = pending.pop()
        first = min(first, one)
        pending += [child for child in tree.children[one] if child < one and tree.dep[child] not in _EDGES]
    return first


def _rightmost(tree: Tree, token: int) -> int:
    last = token
    pending = [token]
    while pending:
        one = pending.pop()
        last = max(last, one)
        pending += [child for child in tree.children[one] if tree.dep[child] not in _EDGES]
    return last
