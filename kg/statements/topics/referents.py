"""Topics that turn out to be events or instruments of the article: "condemned the veto", "welcomed the text".

A nominal is one of them where nothing else can be meant. It stands in the very words that tell the event ("Valdoria's
attack on Norland"), or it is definite, without a word of its own ("the veto", not "the first veto"), comes after the
telling, and the article tells of one event or has one instrument of that kind. What is talked of in several rounds
(meetings, talks, calls, agreements) is linked only by its own words: "the talks" may be those to come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.model import About, EventType, InstrumentKind
from kg.statements.events.happening_table import noun_frames
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Event, Instrument, Span, Statement, TargetId, Topic
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_IN_ROUNDS: Final = frozenset({EventType.MEETING, EventType.CALL, EventType.VISIT, EventType.AGREEMENT})
_DEFINITE: Final = frozenset({"the", "this", "that"})
_TEXTS: Final = frozenset({InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION})
_PRONOUNS: Final = frozenset({"it", "they", "them", "this", "that"})


@dataclass(frozen=True, slots=True)
class Referents:
    """What the nominals of one article can mean besides topics."""

    readings: Mapping[str, Reading]
    events: tuple[Event, ...]
    instruments: Mapping[TargetId, Instrument]
    topics: Mapping[TargetId, Topic]

    def linked(self, statement: Statement) -> Statement:
        """The statement with such topics replaced, in what it is about and in its stances; the order stays."""
        meant: dict[TargetId, TargetId] = {}
        for about in statement.about:
            target = self._meant(about) if about.target in self.topics else None
            if target is not None:
                meant[about.target] = target
        if not meant:
            return statement
        given = {about.target for about in statement.about} | {stance.target for stance in statement.stances}
        # Named in both ways, the two have their own evidence and stances and are left as they are.
        kept = {topic: target for topic, target in meant.items() if target not in given}
        if len(set(kept.values())) != len(kept) or not kept:
            return statement
        return replace(
            statement,
            about=tuple(replace(about, target=kept.get(about.target, about.target)) for about in statement.about),
            stances=tuple(replace(one, target=kept.get(one.target, one.target)) for one in statement.stances),
        )

    def _meant(self, about: About) -> TargetId | None:
        span = about.evidence
        reading = self.readings[span.string]
        start, end = reading.source.locate(span)
        if reading.shadow[start:end].casefold() in _PRONOUNS:
            span = self.topics[about.target].evidence
            reading = self.readings[span.string]
            start, end = reading.source.locate(span)
        tree = reading.tree_at(start)
        if tree is None:
            return None
        head = next((t for t in tree.tokens(start, end) if _heads(tree, t, tree.tokens(start, end))), None)
        if head is None:
            return None
        types = event_types().get(tree.lower[head], frozenset())
        told = self._told_by(span, types)
        if told is not None or not _is_bare(reading, tree, head, end, span):
            return told
        events = {
            e.same_as or e.id for e in self.events if e.type in types - _IN_ROUNDS and _is_before(e.evidence, span)
        }
        if types:
            return next(iter(events)) if len(events) == 1 and len(self._of(types)) == 1 else None
        if tree.lower[head] not in words_of("draft-text"):
            return None
        texts = [
            i for i in self.instruments.values() if i.kind in _TEXTS and i.evidence and _is_before((i.evidence,), span)
        ]
        return texts[0].id if len(texts) == 1 else None

    def _of(self, types: frozenset[EventType]) -> set[TargetId]:
        return {event.same_as or event.id for event in self.events if event.type in types}

    def _told_by(self, span: Span, types: frozenset[EventType]) -> TargetId | None:
        """The event that is told in the very words of a nominal; of several, none."""
        found = {
            event.same_as or event.id
            for event in self.events
            if event.type in types
            for told in event.evidence
            if told.string == span.string and span.start <= told.end and told.start <= span.end
        }
        return found.pop() if len(found) == 1 else None


@cache
def event_types() -> dict[str, frozenset[EventType]]:
    """Noun, lower case -> the types of event that it can name. Of compounds the last word; the type tells the rest."""
    found: dict[str, frozenset[EventType]] = {}
    for noun, frame in noun_frames().items():
        last = noun.rpartition("-")[2]
        found[last] = found.get(last, frozenset()) | {frame.type}
    for type_ in (EventType.VETO, EventType.VOTE, EventType.ABSTENTION, EventType.MILITARY_EXERCISE):
        for form in words_of(f"event-{type_.value}"):
            found[form] = found.get(form, frozenset()) | {type_}
    return found


def _heads(tree: Tree, token: int, tokens: range) -> bool:
    return is_noun(tree, token) and tree.head[token] not in tokens


def _is_bare(reading: Reading, tree: Tree, head: int, end: int, span: Span) -> bool:
    """True for "the veto", in titles "veto" too; not for "the first veto" or "the veto of the accord"."""
    if tree.end[head] < end or any(tree.kids(head, "amod", "compound", "nmod", "nummod", "poss", "relcl", "acl")):
        return False
    if any(tree.lower[prep] in ("of", "on", "against", "by", "in") for prep in tree.kids(head, "prep")):
        return False
    if reading.source.name == "title":
        return True
    return any(tree.lower[child] in _DEFINITE for child in tree.kids(head, "det")) and span.string == "text"


def _is_before(evidence: Iterable[Span], span: Span) -> bool:
    """True where something is told before a mention; a title speaks of what the text tells."""
    return span.string == "title" or any(told.string == "title" or told.start < span.start for told in evidence)
