"""Turns what the network found into drafts, read with the parse: kind, addressee, time, medium, target.

The network knows where source, cue and content are; the rules know what a cue does. Where a rule found the same cue,
its reading of it is taken over; elsewhere the cue's clause is read here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.reader.candidates import chosen_content, chosen_source
from kg.extract.rules.circumstances import read_circumstances
from kg.extract.rules.clauses import ADDRESSING, Match, read_clause
from kg.extract.rules.cues import Cue
from kg.extract.rules.drafts import Draft, characters, unmarked
from kg.extract.rules.edges import is_coordinated
from kg.extract.rules.kinds import kind_of
from kg.model import Kind, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.reader.candidates import Candidate
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.drafts import Range
    from kg.extract.rules.tree import Tree

RULE: Final = "reader"
_NOTHING: Final = frozenset({"no", "not", "n't", "never"})
_MARKS: Final = frozenset(":—–-")


def drafted(candidate: Candidate, confidence: float, trees: Sequence[Tree], table: CueTable, shadow: str) -> Draft:
    """The draft of a candidate. trees: those of the cue's paragraph."""
    same = candidate.rule
    source = chosen_source(candidate)
    if same is not None and same.source and _is_told(same, trees, table):
        source = same.source
    if same is not None and not candidate.content:
        return replace(same, source=source, confidence=confidence)
    base = Draft(
        place=candidate.cue[0][0],
        source=source,
        cue=candidate.cue,
        content=chosen_content(candidate),
        rule=RULE,
        confidence=confidence,
    )
    if same is not None:
        return replace(
            base,
            cue=same.cue,
            place=same.place,
            kind=same.kind,
            why=same.why,
            lemma=same.lemma,
            target=same.target,
            addressee=_outside(same.addressee, base.content),
            when=_outside(same.when, base.content),
            medium=same.medium if same.medium and _outside((same.medium,), base.content) else None,
            is_speech=same.is_speech,
        )
    for tree in trees:
        tokens = [token for piece in candidate.cue for token in _tokens(tree, piece)]
        if tokens:
            return _read_with(tree, tokens, base, table, shadow)
    return replace(base, kind=_kind_of_mark(shadow, base))


def _read_with(tree: Tree, tokens: Sequence[int], base: Draft, table: CueTable, shadow: str) -> Draft:
    verb = _head_verb(tree, tokens, table)
    if verb is None:
        noun = next((table.nouns[tree.lower[token]] for token in tokens if tree.lower[token] in table.nouns), None)
        if noun is not None:
            denied = _NOTHING.intersection(tree.lower[token] for token in tokens)
            kind, why = (Kind.NON_ASSERTION, Why.NOT_SAID) if denied else (noun.kind, None)
            return replace(base, kind=kind, why=why, lemma=noun.lemma)
        if tree.lower[tokens[0]] == "according":
            return replace(base, lemma="according to")
        return replace(base, kind=_kind_of_mark(shadow, base))
    listed = table.verbs.get(tree.lower[verb], ())
    words = {tree.lower[token] for token in tokens}
    cue = next((one for one in listed if one.particle in words), None)
    cue = cue or next((one for one in listed if one.particle is None), None)
    known = cue is not None
    cue = cue or Cue(tree.lower[verb], _kind_of_mark(shadow, base), frozenset({"clause"}), "unknown")
    clause = read_clause(tree, verb, cue)
    base = replace(base, content=_before_next_act(tree, verb, base.content))
    if cue.sense in ADDRESSING and tree.child(verb, "auxpass") is not None:
        base = replace(base, source=() if clause.source is None else (characters(tree, clause.source),))
    pieces = tuple((run[0], run[-1] + 1) for piece in base.content if (run := _tokens(tree, piece)))
    if not pieces:
        return replace(base, kind=cue.kind, lemma=cue.lemma)
    match = Match(frame="quote" if _is_quoted(tree, pieces) else "clause", pieces=pieces)
    kind, why = kind_of(tree, clause, match.frame)
    if not known and not _NOTHING.isdisjoint(words):
        # "made no mention of".
        kind, why = Kind.NON_ASSERTION, Why.NOT_SAID
    around = read_circumstances(tree, clause, match)
    return replace(
        base,
        kind=kind,
        why=why,
        lemma=cue.lemma,
        addressee=_phrases(tree, shadow, around.addressee),
        when=_phrases(tree, shadow, around.when),
        medium=characters(tree, around.medium) if around.medium else None,
        is_speech=known and "clause" in cue.frames,
    )


def _is_told(rule: Draft, trees: Sequence[Tree], table: CueTable) -> bool:
    """True for "She was told by the chair that ...": who is told does not speak."""
    for tree in trees:
        verb = _head_verb(tree, [token for piece in rule.cue for token in _tokens(tree, piece)], table)
        if verb is not None and tree.child(verb, "auxpass") is not None:
            return any(cue.sense in ADDRESSING for cue in table.verbs.get(tree.lower[verb], ()))
    return False


def _before_next_act(tree: Tree, verb: int, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content without what its holder did next: "recalled its envoy and closed the consulate"."""
    for start, end in content:
        for token in _tokens(tree, (start, end)):
            if tree.quoted[token] < 0 and tree.head[token] == verb and is_coordinated(tree, verb, token):
                last = token
                while last > verb + 1 and tree.lower[last - 1] in ("and", "but", ",", "also", "then"):
                    last -= 1
                cut = tree.end[last - 1]
                kept = tuple((first, min(close, cut)) for first, close in content if first < cut)
                return kept or content
    return content


def _head_verb(tree: Tree, tokens: Sequence[int], table: CueTable) -> int | None:
    verbs = [token for token in tokens if tree.is_verb(token) and tree.dep[token] not in ("aux", "auxpass")]
    listed = [token for token in verbs if tree.lower[token] in table.verbs]
    found = listed or verbs
    return found[-1] if found else None


def _kind_of_mark(shadow: str, base: Draft) -> Kind:
    """Kind where no listed cue tells: words behind a colon or dash, or in quotation marks, were said."""
    first, last = base.cue[0]
    if shadow[first:last].strip() in _MARKS:
        return Kind.STATEMENT
    return Kind.STATEMENT if _opens_quoted(shadow, base) else Kind.ATTITUDE


def _opens_quoted(shadow: str, base: Draft) -> bool:
    start = base.content[0][0]
    return '"' in shadow[max(0, start - 2) : start + 1]


def _is_quoted(tree: Tree, pieces: Iterable[Range]) -> bool:
    return all(tree.quoted[token] >= 0 for first, end in pieces for token in range(first, end))


def _phrases(tree: Tree, shadow: str, tokens: tuple[Range, ...]) -> tuple[Range, ...]:
    return tuple(unmarked(shadow, characters(tree, piece)) for piece in tokens)


def _outside(pieces: tuple[Range, ...], content: tuple[Range, ...]) -> tuple[Range, ...]:
    return tuple(
        (start, end) for start, end in pieces if not any(start < last and end > first for first, last in content)
    )


def _tokens(tree: Tree, piece: Range) -> range:
    """Tokens of the tree that share a character with a shadow range."""
    return range(bisect_right(tree.end, piece[0]), bisect_left(tree.start, piece[1]))
