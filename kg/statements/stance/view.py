"""A content as its speaker sees it: whose side is whose, and whom a noun of it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.model import MentionType
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.evaluation import modifiers, responsible
from kg.statements.stance.forms import all_forms
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Attribution, Span
    from kg.model.statements import Polarity
    from kg.statements.reading.cues import CueTable
    from kg.statements.reading.sides import Side
    from kg.statements.reading.strings import Reading, Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.topics.mentions import Topics

WORD_CONFIDENCE: Final = 0.7
"""Of a stance that a word of the content shows; one that the cue shows has 1. Not measured: see the docs."""

_OF_NO_STATE: Final = frozenset(
    {"media", "press", "public", "people", "voters", "citizens", "companies", "company", "families", "workers", "firms"}
    | {"economy", "dream", "values", "history", "culture", "language", "newspapers", "newspaper", "consumers", "women"}
)
_OPEN: Final = frozenset({"those", "these", "they", "them", "he", "anyone", "whoever"})
"""With a relative clause these name nobody known."""
_VOICES: Final = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokesmen", "envoy", "ambassador", "delegate", "chair", "director"}
    | {"head", "president", "chief", "minister", "negotiator", "secretary", "chairman", "chairwoman", "representative"}
)
_OWNED: Final = frozenset({"its", "their"})
_MAKING: Final = all_forms(
    "ask", "tell", "expect", "order", "urge", "invite", "require", "force", "press", "beg", "want"
)
"""Who is made to judge does not say so."""
Found: TypeAlias = "tuple[Polarity, str, Span, Reference, float]"
"""Polarity, act, what shows it, what is judged, and how sure that is."""


@dataclass(frozen=True, slots=True)
class StanceView:
    """A content as its speaker sees it."""

    reading: Reading
    attribution: Attribution
    side: Side
    inner: tuple[Span, ...]
    """Contents of the attributions that this one holds: what is said there is not its own view."""
    topics: Topics
    table: CueTable

    def pieces(self, spans: tuple[Span, ...]) -> Iterator[tuple[Tree, range]]:
        """Trees and token ranges of some spans."""
        return self.reading.pieces(spans)

    def is_reported(self, tree: Tree, token: int) -> bool:
        """True for a word of what the content reports from others: the view is theirs."""
        held = map(self.reading.source.locate, self.inner)
        return any(start <= tree.start[token] < end for start, end in held)

    def noun(self, tree: Tree, token: int) -> str:
        """The word of a noun, and for a pronoun the word of the topic that it stands for."""
        topic = self.reading.topic_at(tree, token)
        return tree.lower[token] if topic is None else self.reading.nouns.get(topic.target, tree.lower[token])

    def shifts(self, tree: Tree, token: int) -> bool:
        """True where "would" is no more than "will" told afterwards: in indirect words, outside quotation marks."""
        place = self.reading.span(tree.start[token], tree.end[token])
        return not any(quote.start <= place.start < quote.end for quote in self.attribution.quotes)

    def unsaid(self) -> tuple[Reference, ...]:
        """What a judgement without a word for its target is about."""
        return () if self.topics.unsaid is None else (self.topics.unsaid,)

    def governed_with(self, tree: Tree, head: int, *, is_event: bool) -> Iterator[Reference]:
        """Who is judged with a noun: itself, its possessor, or who is responsible for what it names."""
        named, topic = self.reading.naming(tree, head), self.reading.topic_at(tree, head)
        if topic is not None:
            yield topic
        if named is not None and not is_event:
            yield named
            return
        for judged in responsible(tree, head):
            yield from self.named(tree, judged)

    def judged_with(self, tree: Tree, token: int) -> list[Reference]:
        """Who is judged by a word tied to a noun: those it names, else who is responsible for what it names."""
        return list(self.named(tree, token)) or [r for by in responsible(tree, token) for r in self.named(tree, by)]

    def itself(self, tree: Tree, token: int) -> list[Reference]:
        """What a noun itself names, and no name in front of it: of "its approach" the approach alone."""
        found = (self.reading.topic_at(tree, token), self.reading.naming(tree, token))
        known = [reference for reference in found if reference is not None]
        topic = None if known else self.reading.name_topic(self.reading, tree, token)
        return known if topic is None else [topic]

    def named(self, tree: Tree, token: int) -> Iterator[Reference]:
        """References of a noun and of those joined to it; of the names in front of it where it has none itself."""
        for head in tree.joined(token):
            if tree.lower[head] in _OPEN and any(tree.kids(head, "relcl", "acl")):
                continue  # "those who say so": nobody in particular
            named, topic = self.reading.naming(tree, head), self.reading.topic_at(tree, head)
            if named is None and topic is None and not self.side.has(tree, head):
                topic = self.reading.name_topic(self.reading, tree, head)
            if topic is not None:
                yield topic
            if named is not None:
                yield named
                continue
            for modifier in modifiers(tree, head):
                in_front = self.reading.naming(tree, modifier)
                if in_front is not None and not self._only_describes(in_front, topic, tree.lower[head]):
                    yield in_front

    def _only_describes(self, in_front: Reference, topic: Reference | None, noun: str) -> bool:
        """True for the demonym before people and their like: "the American media" are no organ of the state."""
        is_demonym = in_front.mention is not None and in_front.mention.type is MentionType.DEMONYM
        return is_demonym and topic is not None and (noun in words_of("person") or noun in _OF_NO_STATE)

    def is_own_act(self, tree: Tree, verb: int, tokens: range) -> bool:
        """True for an active verb whose subject is the speaker's own side."""
        subject = tree.subject(verb)
        if subject is None or tree.is_passive(verb) or not self.is_own_token(tree, subject, tokens):
            return False
        above = tree.head[verb]
        if (
            tree.dep[verb] not in ("xcomp", "ccomp")
            or "to" not in tree.modals(verb)
            or tree.lower[above] not in _MAKING
        ):
            return True
        asking = tree.subject(above)  # "we were asked [to praise] it", "they expect us [to thank] them"
        return not tree.is_passive(above) and asking is not None and self.is_own_token(tree, asking, tokens)

    def is_own_token(self, tree: Tree, token: int, tokens: range) -> bool:
        """The speaker's own side, and a pronoun that opens an indirect content."""
        if self.side.has(tree, token):
            return True
        if tree.lower[token] in ("it", "he", "she", "they") and token == tokens[0] and not self.attribution.quotes:
            return True
        return self._is_voiced(tree, token, tokens)

    def _is_voiced(self, tree: Tree, token: int, tokens: range) -> bool:
        """The body for which a bare spokesman speaks: "the ministry stood by it, its [or the] spokesman said"."""
        if not tokens or tree.dep[token] not in ("nsubj", "nsubjpass") or tree.head[tree.head[token]] in tokens:
            return False
        words = self._source_words
        if not words or words[-1] not in _VOICES:
            return False
        if words[0] in _OWNED and len(words) <= 3:
            content = self.attribution.content[0]
            return self.attribution.source[0].start > content.start  # the owner has been named before
        return (
            words[-1].startswith("spokes") and set(words[:-1]) <= {"the", "a"} and tree.lower[token] in words_of("body")
        )

    @property
    def _source_words(self) -> list[str]:
        """The words of the source, lower case; none where it has several pieces."""
        if len(self.attribution.source) != 1:
            return []
        start, end = self.reading.source.locate(self.attribution.source[0])
        return self.reading.shadow[start:end].casefold().split()

    def speaks_of_itself(self, tree: Tree, token: int, tokens: range) -> bool:
        """The same, and any "he" or "they" outside quotation marks: of feelings and refusals one tells one's own."""
        if self.is_own_token(tree, token, tokens):
            return True
        return tree.lower[token] in ("it", "he", "she", "they") and self.shifts(tree, token)

    def others(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        """These without the speaker's own side, each target once."""
        kept = {r.target: r for r in references if target_actor(r.target) not in self.side.actors}
        return tuple(kept.values())

    def overlapping(self, span: Span) -> list[Reference]:
        """Everybody named in a span, the longest names only."""
        start, end = self.reading.source.locate(span)
        return [r for r in self.reading.outermost(start, end + 40) if r.start < end]

    def span(self, tree: Tree, token: int) -> Span:
        """Where a token stands."""
        return self.reading.span(tree.start[token], tree.end[token])
