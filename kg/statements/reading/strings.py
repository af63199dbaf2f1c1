"""One string of an article as this room reads it: what is named where, and the parse on demand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.statements.reading.syntax import Tree
from kg.vocab.ids import actor_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.model import Mention, ResolvedActors, Span, TargetId
    from kg.text import AnnotatedString


_LONGEST: Final = 300
"""Characters of the longest name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place (shadow range, and span of the article) that names an actor or an instrument."""

    start: int
    end: int
    target: TargetId
    span: Span
    mention: Mention | None = None
    """None for an instrument."""


@dataclass(slots=True)
class Reading:
    """An annotated string with its references, in text order. Trees are built when asked for, and kept."""

    source: AnnotatedString
    references: list[Reference]
    topics: dict[int, Reference] = field(default_factory=dict)
    """Shadow offset of the noun or pronoun that heads it -> the topic that it names."""
    nouns: dict[TargetId, str] = field(default_factory=dict)
    """Topic -> the noun by which it was first named; readings of one article share it."""
    name_topic: Callable[[Reading, Tree, int], Reference | None] = field(default=lambda *_: None, repr=False)
    """Names a topic that no main clause is about, where words judge it: "doubts about [the electoral roll]"."""
    places: frozenset[int] = frozenset()
    """Shadow offsets at which a name begins that is the name of a place there."""
    _trees: dict[int, Tree] = field(default_factory=dict)
    _pieces: dict[tuple[Span, ...], tuple[tuple[Tree, range], ...]] = field(default_factory=dict, repr=False)
    """What `pieces` has answered: every rule asks it, of the same contents."""
    _named: dict[int, Reference | None] = field(default_factory=dict, repr=False)
    """What `naming` has answered, by the offset at which the token starts."""

    @classmethod
    def of(cls, source: AnnotatedString, resolved: ResolvedActors) -> Reading:
        """The string with the actors that its mentions name; places and unresolved mentions name none."""
        found = [
            Reference(*source.locate(mention.span), actor_target(mention.actor), mention.span, mention)
            for mention in resolved.mentions
            if mention.actor is not None and not mention.is_place and mention.span.string == source.name
        ]
        places = frozenset(
            source.locate(mention.span)[0]
            for mention in resolved.mentions
            if mention.is_place and mention.span.string == source.name
        )
        return cls(source, sorted(found, key=_place), places=places)

    def add(self, references: Iterable[Reference]) -> None:
        """Take in further references."""
        self.references = sorted({*self.references, *references}, key=_place)
        self._named.clear()

    @property
    def shadow(self) -> str:
        """The string that offsets count in."""
        return self.source.shadow.string

    def tree_at(self, offset: int) -> Tree | None:
        """The parse that holds a shadow offset, None where nothing was parsed."""
        parses = self.source.parses
        number = bisect_right(parses, offset, key=lambda parse: parse.offset) - 1
        if number < 0:
            return None
        if number not in self._trees:
            self._trees[number] = Tree.of(parses[number])
        tree = self._trees[number]
        return tree if tree.end and offset < tree.end[-1] else None

    def pieces(self, spans: tuple[Span, ...]) -> Iterator[tuple[Tree, range]]:
        """Trees and token ranges of some spans, a range for each paragraph that a span runs through."""
        if spans not in self._pieces:
            self._pieces[spans] = tuple(self._cut(spans))
        return iter(self._pieces[spans])

    def _cut(self, spans: tuple[Span, ...]) -> Iterator[tuple[Tree, range]]:
        for span in spans:
            start, end = self.source.locate(span)
            while start < end:
                tree = self.tree_at(start)
                if tree is not None:
                    yield tree, tree.tokens(start, end)
                following = bisect_right(self.source.parses, start, key=lambda parse: parse.offset)
                if following == len(self.source.parses):
                    break
                start = self.source.parses[following].offset

    def whole(self, start: int, end: int) -> int:
        """The end of a range so that it cuts no name: "refusal of [the US and its allies]"."""
        return max([end, *(r.end for r in self.references if start <= r.start < end)])

    def topic_at(self, tree: Tree, token: int) -> Reference | None:
        """The topic that a noun or pronoun names."""
        return self.topics.get(tree.start[token])

    def is_named(self, tree: Tree, token: int) -> bool:
        """True for the noun that heads a name of an actor or instrument: what it names is known already."""
        named = self.naming(tree, token)
        if named is None:
            return False
        tokens = tree.tokens(named.start, named.end)
        return tree.head[token] not in tokens or tree.head[token] == token or tree.dep[token] == "conj"

    def within(self, start: int, end: int) -> list[Reference]:
        """References that lie wholly in a shadow range, in text order."""
        first = bisect_left(self.references, start, key=lambda reference: reference.start)
        last = bisect_left(self.references, end, lo=first, key=lambda reference: reference.start)
        return [reference for reference in self.references[first:last] if reference.end <= end]

    def outermost(self, start: int, end: int) -> list[Reference]:
        """References in a range that lie in no longer one of it: "the US and its allies", not its "US"."""
        kept: list[Reference] = []
        for reference in self.within(start, end):
            if not kept or reference.end > kept[-1].end:
                kept.append(reference)
        return kept

    def naming(self, tree: Tree, token: int) -> Reference | None:
        """The longest reference that holds a token."""
        start = tree.start[token]
        if start not in self._named:
            holding = [r for r in self._until(start) if tree.end[token] <= r.end]
            self._named[start] = max(holding, key=lambda reference: reference.end - reference.start, default=None)
        return self._named[start]

    def _until(self, start: int) -> Iterator[Reference]:
        last = bisect_right(self.references, start, key=lambda reference: reference.start)
        first = bisect_left(self.references, start - _LONGEST, hi=last, key=lambda reference: reference.start)
        yield from reversed(self.references[first:last])

    def span(self, start: int, end: int) -> Span:
        """The article's span for a shadow range."""
        return self.source.span(start, end)


def _place(reference: Reference) -> tuple[int, int, str]:
    return reference.start, -reference.end, reference.target
