"""Sentences in which events are told, and the voice that tells them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Kind
from kg.statements.reading.sides import own_side
from kg.statements.times.dates import TIME_EXPRESSION, said_on
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.model import (
        ActorId,
        DateInterval,
        Instrument,
        InstrumentKind,
        ResolvedActors,
        Span,
        Statement,
        StatementId,
        TargetId,
    )
    from kg.statements.reading.strings import Reading, Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.times.dates import Tense

_ORGANISED: Final = (ActorKind.INTERNATIONAL_BODY, ActorKind.ORGANISATION, ActorKind.GOVERNMENT_BODY)
_COUNCIL: Final = re.compile(
    r"\b(?:council|assembly|board|commission|committee|union|parliament|senate|congress|house)\b", re.IGNORECASE
)
_SPOKEN: Final = ("body", "turn")
_DEADLINES: Final = frozenset({"until", "till", "through", "by", "since", "before", "after"})
_NESTED: Final = 64
"""Pieces of content that are looked through backwards for one that still goes on."""
_OWN_PRONOUNS: Final = frozenset({"it", "he", "she", "they", "we", "i"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells: the article itself (both None), or one of its statements."""

    statement: Statement | None = None

    @property
    def id(self) -> StatementId | None:
        """The statement that tells, None for the article."""
        return self.statement.id if self.statement else None


@dataclass(frozen=True, slots=True)
class Place:
    """A name that only says where, with the state that it is in or is: "in [Holm]", "in [Norland]"."""

    start: int
    end: int
    state: ActorId


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its bounds in the shadow, its number, its tree, and what the article holds around it."""

    number: int
    start: int
    end: int
    tree: Tree
    reading: Reading
    resolved: ResolvedActors
    instruments: dict[TargetId, Instrument]
    published: date | None
    places: dict[int, Place]
    """Places of the article by their first offset."""

    @property
    def words(self) -> str:
        """The sentence as it stands in the shadow."""
        return self.reading.shadow[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """Article span of a shadow range."""
        return self.reading.span(start, end)

    def named(self, *kinds: InstrumentKind) -> list[Reference]:
        """References to instruments of these kinds, in text order."""
        return [
            r
            for r in self.reading.within(self.start, self.end)
            if r.target in self.instruments and self.instruments[r.target].kind in kinds
        ]

    def councils(self, *, by_name: bool = False) -> list[ActorId]:
        """Bodies named in the sentence that can vote, in text order: with a council's name, or international.

        `by_name`: the former only; a sentence about a vote may name an alliance that the vote is about.
        """
        found = []
        for reference in self.reading.outermost(self.start, self.end):
            actor = target_actor(reference.target)
            known = self.resolved.actors[actor] if actor else None
            if known is None or known.kind not in _ORGANISED:
                continue
            is_international = known.kind is ActorKind.INTERNATIONAL_BODY and not by_name
            if is_international or _COUNCIL.search(known.label):
                found.append(known.id)
        return found

    def token_at(self, offset: int) -> int | None:
        """The token that holds a shadow offset."""
        tokens = self.tree.tokens(offset, offset + 1)
        return tokens[0] if tokens else None

    def states(self, token: int | None, voice: Voice) -> tuple[tuple[ActorId, ...], int | None]:
        """States named by a noun and those joined to it, with the first one's place; for "it" or "we" the speaker's."""
        if token is None:
            return (), None
        found: dict[ActorId, int] = {}
        for head in self.tree.joined(token):
            reference = self.reading.naming(self.tree, head)
            actor = target_actor(reference.target) if reference else None
            if reference and actor and self.resolved.actors[actor].kind is ActorKind.STATE:
                found.setdefault(actor, reference.start)
            elif reference is None and head == token and self.tree.lower[head] in _OWN_PRONOUNS and voice.statement:
                found |= dict.fromkeys(self._speaking_state(voice.statement), self.tree.start[head])
        return tuple(found), min(found.values(), default=None)

    def _speaking_state(self, statement: Statement) -> list[ActorId]:
        side = own_side(statement.speakers, self.resolved)
        states = sorted(a for a in side if self.resolved.actors[a].kind is ActorKind.STATE)
        return states if len(states) == 1 else []

    def day_of(self, verb: int) -> tuple[DateInterval | None, str | None]:
        """When the verb happened: a time expression that hangs on it, deadlines left out."""
        for found in TIME_EXPRESSION.finditer(self.reading.shadow, self.start, self.end):
            token = self.token_at(found.start())
            if token is None or not self._hangs_on(token, verb):
                continue
            interval = said_on(found[0], self.published)
            if interval is not None and not (
                self.published and interval.earliest and interval.earliest > self.published
            ):
                return interval, found[0]
        return None, None

    def _hangs_on(self, token: int, verb: int) -> bool:
        for above in self.tree.above(token):
            if above == verb:
                return True
            if self.tree.is_verb(above) or self.tree.lower[above] in _DEADLINES:
                return False
        return False


def date_at(scene: Scene, place: int, tense: Tense) -> tuple[DateInterval | None, int]:
    """The time expression right at a shadow offset, and its end."""
    found = TIME_EXPRESSION.match(scene.reading.shadow, place)
    return (said_on(found[0], scene.published, tense), found.end()) if found else (None, place)


class Voices:
    """Finds the voice that tells at a place."""

    def __init__(self, reading: Reading, statements: tuple[Statement, ...]) -> None:
        self._pieces = sorted(
            (*reading.source.locate(span), number)
            for number, statement in enumerate(statements)
            for span in statement.content
            if span.string == reading.source.name
        )
        self._statements = statements

    def at(self, offset: int) -> Voice | None:
        """The innermost statement around the place, else the article. None where nothing is asserted there."""
        last = bisect_right(self._pieces, offset, key=lambda piece: piece[0])
        near = self._pieces[max(0, last - _NESTED) : last]
        holding = [(end - start, number) for start, end, number in near if offset < end]
        if not holding:
            return Voice()
        statement = self._statements[min(holding)[1]]
        return Voice(statement) if statement.kind in (Kind.STATEMENT, Kind.SECOND_HAND) else None


def scenes(
    reading: Reading, resolved: ResolvedActors, instruments: dict[TargetId, Instrument], published: date | None
) -> Iterator[Scene]:
    """Sentences of the running text."""
    source, places = reading.source, _places(reading, resolved)
    for number, (start, end) in enumerate(source.sentences):
        paragraph = source.paragraph_at(start)
        if paragraph is None or source.paragraphs[paragraph].role not in _SPOKEN:
            continue
        tree = reading.tree_at(start)
        if tree is not None:
            yield Scene(number, start, end, tree, reading, resolved, instruments, published, places)


def _places(reading: Reading, resolved: ResolvedActors) -> dict[int, Place]:
    found = {}
    for mention in resolved.mentions:
        if mention.is_place and mention.span.string == reading.source.name:
            states = [mention.actor] if mention.actor else list(mention.alternatives)
            if len(states) == 1:
                start, end = reading.source.locate(mention.span)
                found[start] = Place(start, end, states[0])
    return found
