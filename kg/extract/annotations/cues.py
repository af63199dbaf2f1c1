"""What the words around a recorded cue tell: its lemma, the kind of attribution, when and to whom it was said.

Annotations mostly mark source, cue and content and no more. "Holm denied that ..." is no statement of Holm's all the
same, so the clause of the cue is read as the rules read it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.rules.circumstances import read_circumstances
from kg.extract.rules.clauses import Match, particle_token, read_clause
from kg.extract.rules.cues import Cue, load_cues
from kg.extract.rules.drafts import characters, unmarked
from kg.extract.rules.frames import match_content
from kg.extract.rules.kinds import kind_of
from kg.extract.rules.regions import outer_regions
from kg.extract.rules.tree import build_tree
from kg.model import Kind, Mode, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.tree import Tree
    from kg.model import Attribution, Span
    from kg.text import AnnotatedString

_DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCue:
    """What a cue and its clause say. `lemma` None: the words are no cue that the table has."""

    lemma: str | None = None
    kind: Kind = Kind.STATEMENT
    why: Why | None = None
    addressee: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    when: tuple[Span, ...] = ()
    medium: Span | None = None


class CueReader:
    """Reads the cues of one string of an article; a paragraph's tree is built when its first cue is read."""

    def __init__(self, string: AnnotatedString) -> None:
        self._string = string
        self._regions = outer_regions(string.quotations)
        self._starts = [parse.offset for parse in string.parses]
        self._trees: dict[int, Tree] = {}

    def read(self, attribution: Attribution) -> ReadCue:
        """What the recorded cue says; a statement of an unknown cue where there is none, or where it is not parsed."""
        for span in attribution.cue:
            place = self._tokens(span)
            if place is not None and (found := self._read(*place, attribution)) is not None:
                return found
        return ReadCue()

    def _tokens(self, span: Span) -> tuple[Tree, range] | None:
        """The tree that holds a span, and the span's tokens in it."""
        start, end = self._string.locate(span)
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        tree = self._trees.get(number)
        if tree is None:
            tree = self._trees[number] = build_tree(self._string.parses[number], self._regions)
        first, last = bisect_right(tree.end, start), bisect_left(tree.start, end)
        return (tree, range(first, last)) if first < last else None

    def _read(self, tree: Tree, tokens: range, attribution: Attribution) -> ReadCue | None:
        table = load_cues()
        if tree.words_of(tokens.start, tokens.stop).startswith("according to"):
            return ReadCue(lemma="according to")
        verbs = [token for token in tokens if tree.is_verb(token) and tree.dep[token] not in ("aux", "auxpass")]
        # Of "declined to say" the first verb decides.
        for token in sorted(verbs, key=lambda token: (tree.lower[token] not in table.verbs, token)):
            cue = _fitting(tree, token, table.verbs.get(tree.lower[token], ()))
            return self._read_clause(tree, read_clause(tree, token, cue), attribution)
        for token in tokens:
            noun = table.nouns.get(tree.lower[token])
            if noun is not None and noun.lemma == _DENIAL:
                return ReadCue(lemma=noun.lemma, kind=Kind.NON_ASSERTION, why=Why.DENIED)
            if noun is not None:
                return ReadCue(lemma=noun.lemma, kind=noun.kind)
        return None

    def _read_clause(self, tree: Tree, clause: Clause, attribution: Attribution) -> ReadCue:
        kind, why = kind_of(tree, clause, "clause" if attribution.mode is Mode.INDIRECT else "quote")
        # Where the content stands is recorded; whom the cue judges or addresses, its frames tell.
        usual = match_content(tree, clause, load_cues())
        pieces = tuple(self._content(tree, attribution)) or ((len(tree), len(tree)),)
        match = Match(frame="clause", pieces=pieces) if usual is None else replace(usual, pieces=pieces)
        around = read_circumstances(tree, clause, match)
        return ReadCue(
            lemma=clause.cue.lemma or None,
            kind=kind,
            why=why,
            addressee=self._spans(tree, around.addressee),
            target=self._spans(tree, around.target),
            when=self._spans(tree, around.when),
            medium=next(iter(self._spans(tree, (around.medium,))), None) if around.medium else None,
        )

    def _content(self, tree: Tree, attribution: Attribution) -> Iterator[tuple[int, int]]:
        """Token ranges of the content that stand in this tree."""
        for span in attribution.content:
            start, end = self._string.locate(span)
            first, last = bisect_right(tree.end, start), bisect_left(tree.start, end)
            if first < last:
                yield first, last

    def _spans(self, tree: Tree, ranges: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        shadow = self._string.shadow.string
        places = (unmarked(shadow, characters(tree, tokens)) for tokens in ranges if tokens[0] < tokens[1])
        return tuple(self._string.span(*place) for place in places)


def _fitting(tree: Tree, token: int, cues: tuple[Cue, ...]) -> Cue:
    """The row of the table that fits the verb and its particle; one without a lemma where there is none."""
    particle = particle_token(tree, token)
    word = None if particle is None else tree.lower[particle]
    exact = next((cue for cue in cues if cue.particle is not None and cue.particle == word), None)
    bare = next((cue for cue in cues if cue.particle is None), None)
    return exact or bare or Cue("", Kind.STATEMENT, frozenset(), "unknown")
