"""Statements read back from the quads of a record.

A record holds no order and no usual values, so: tuples come back sorted by place or by name, values that a record
leaves out come back as the usual ones (the article's publication day is one: by then all was said), the granularity of
days is read off the days, words of a direct statement count as quoted throughout (turns of a meeting record too), a
statement without a polarity of its own has that of its stances, and `Speaker.principal_name` is lost (the label of the
principal says it).
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode

from kg.model import (
    About,
    ActorId,
    ContentTime,
    DateInterval,
    Kind,
    Mention,
    MentionType,
    Mode,
    PostId,
    Said,
    Span,
    Speaker,
    Stance,
    Statement,
    StatementId,
    Subject,
    TargetId,
    Why,
    parse_span,
)
from kg.triples import statement_quads as q
from kg.triples.terms import LABEL, TYPE
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, path_of, target_actor, topic_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from kg.model.statements import Granularity, Polarity

PUBLISHED_ON: Final = NamedNode(DMR.publishedOn)
Facts: TypeAlias = dict[NamedNode, list[NamedNode | Value]]
_KIND_OF: Final = {cls: kind for kind, cls in q.CLASS_OF.items()}


def read_statements(quads: Iterable[Quad], base: str = DATA_BASE) -> tuple[Statement, ...]:
    """The statements of one article's record, in text order: by string, first piece of content, id."""
    return _Reader(quads, base).statements()


class _Reader:
    def __init__(self, quads: Iterable[Quad], base: str) -> None:
        self._base = base
        self._nodes: dict[NamedNode, Facts] = defaultdict(lambda: defaultdict(list))
        self._published: date | None = None
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Value):
                self._nodes[subject][quad.predicate].append(value)
                if quad.predicate == PUBLISHED_ON and isinstance(value, Value):
                    self._published = date.fromisoformat(value.value)

    def statements(self) -> tuple[Statement, ...]:
        found = []
        for node, facts in list(self._nodes.items()):
            for kind in facts.get(TYPE, ()):
                if isinstance(kind, NamedNode) and kind in _KIND_OF:
                    found.append(self._statement(node, facts, _KIND_OF[kind]))
        return tuple(sorted(found, key=lambda s: (s.content[0].string != "title", s.content, s.id)))

    def _statement(self, node: NamedNode, facts: Facts, kind: Kind) -> Statement:
        content, source, cue = (self._spans(facts, path) for path in (q.CONTENT_SPAN, q.SOURCE_SPAN, q.CUE_SPAN))
        mode = Mode(self._concept(facts, q.MODE) or q.USUAL_MODE)
        quotes = self._spans(facts, q.QUOTE_SPAN)
        stances = tuple(self._stance(one, cue) for one in self._named(facts, q.HAS_STANCE))
        why, outer = self._concept(facts, q.WHY), self._named(facts, q.ACCORDING_TO)
        return Statement(
            id=StatementId(self._path(node).removeprefix("statement/")),
            kind=kind,
            why=Why(why) if why else None,
            mode=mode,
            speakers=self._speakers(facts, source),
            source=source,
            cue=cue,
            content=content,
            quotes=content if mode is Mode.DIRECT and not quotes else quotes,
            words=_text(facts, q.CONTENT) or "",
            cue_lemma=_text(facts, q.CUE_LEMMA),
            cue_class=self._concept(facts, q.CUE_CLASS) or q.USUAL_CUE_CLASS,
            about=self._about(facts),
            addressees=tuple(sorted(self._actor(one) for one in self._named(facts, q.ADDRESSEE))),
            stances=tuple(sorted(stances, key=lambda stance: stance.target)),
            polarity=self._polarity(facts, stances),
            said=self._said(facts),
            subjects=self._subjects(facts),
            times=self._times(facts),
            conditional=q.CONDITIONAL in facts,
            condition=self._span_or_none(facts, q.CONDITION_SPAN),
            speech_act=self._concept(facts, q.SPEECH_ACT) or q.USUAL_ACT,
            certainty=self._concept(facts, q.CERTAINTY) or q.USUAL_CERTAINTY,
            negated=q.NEGATED in facts,
            medium=self._span_or_none(facts, q.MEDIUM_SPAN),
            according_to=StatementId(self._path(outer[0]).removeprefix("statement/")) if outer else None,
            rule=_text(facts, q.RULE) or "",
            confidence=_confidence(facts),
        )

    def _speakers(self, facts: Facts, source: tuple[Span, ...]) -> tuple[Speaker, ...]:
        actors = {self._actor(one) for one in self._named(facts, q.SPEAKER)}
        places = [*self._named(facts, q.SOURCE_SPAN), *self._named(facts, q.SPEAKER_SPAN)]
        found = []
        for place in places:
            mentioned = self._nodes[place]
            for one in self._named(mentioned, q.DENOTES):
                actor = target_actor(self._target(one))
                if actor in actors:
                    # Whose post is whose stands at the mention where several speak, else at the statement.
                    found.append(self._speaker(place, actor, mentioned if len(actors) > 1 else facts))
        return tuple(sorted(found, key=lambda speaker: (speaker.mention.span, speaker.actor)))

    def _speaker(self, place: NamedNode, actor: ActorId, capacity: Facts) -> Speaker:
        posts, principals = self._named(capacity, q.SPEAKING_AS), self._named(capacity, q.ON_BEHALF_OF)
        return Speaker(
            actor=actor,
            mention=self._mention(place, actor),
            post=PostId(self._path(posts[0]).removeprefix("post/")) if posts else None,
            principal=self._actor(principals[0]) if principals else None,
        )

    def _mention(self, place: NamedNode, actor: ActorId) -> Mention:
        facts = self._nodes[place]
        return Mention(
            span=self._span(place),
            actor=actor,
            type=MentionType(self._concept(facts, q.MENTION_TYPE) or MentionType.NAME),
            method=_text(facts, q.RESOLVED_BY) or q.USUAL_METHOD,
            score=_confidence(facts),
            alternatives=tuple(sorted(self._actor(one) for one in self._named(facts, q.ALTERNATIVE_DENOTES))),
        )

    def _about(self, facts: Facts) -> tuple[About, ...]:
        told = {self._target(one) for one in self._named(facts, q.ABOUT)}
        found = []
        for place in self._named(facts, q.ABOUT_SPAN):
            denoted = self._denoted(place)
            # A span that denotes one thing needs no second word; of several, the statement says which is meant.
            meant = denoted if len(denoted) == 1 else [one for one in denoted if one in told]
            found += [About(target=target, evidence=self._span(place)) for target in meant]
        return tuple(sorted(found, key=lambda about: (about.evidence, about.target)))

    def _denoted(self, place: NamedNode) -> list[TargetId]:
        facts = self._nodes[place]
        version = self._path(place).split("/")[1]
        topics = [
            topic_id(version, value.value) for value in facts.get(q.DENOTES_TOPIC, ()) if isinstance(value, Value)
        ]
        return [*map(self._target, self._named(facts, q.DENOTES)), *topics]

    def _stance(self, node: NamedNode, cue: tuple[Span, ...]) -> Stance:
        facts = self._nodes[node]
        evidence = self._span_or_none(facts, q.EVIDENCE)
        return Stance(
            target=self._target(self._named(facts, q.STANCE_TARGET)[0]),
            polarity=cast("Polarity", self._concept(facts, q.POLARITY)),
            act=self._concept(facts, q.STANCE_ACT) or "",
            evidence=evidence or cue[0],
            confidence=_confidence(facts),
            method=_text(facts, q.RULE) or q.RULES,
        )

    def _polarity(self, facts: Facts, stances: tuple[Stance, ...]) -> Polarity | None:
        own = cast("Polarity | None", self._concept(facts, q.POLARITY))
        return own or q.polarity_of_stances(stances)

    def _said(self, facts: Facts) -> Said:
        earliest, latest = _day(facts, q.SAID_EARLIEST), _day(facts, q.SAID_LATEST)
        known = cast('Literal["explicit", "relative"] | None', self._concept(facts, q.DATED_BY))
        span = self._span_or_none(facts, q.TIME_SPAN)
        if earliest is None and latest is None and known is None:
            latest = self._published
        if earliest is None and latest is None:
            return Said(interval=None, resolution=known or "unknown", span=span)
        interval = DateInterval(earliest=earliest, latest=latest, granularity=granularity_of(earliest, latest))
        return Said(interval=interval, resolution=known or "publication", span=span)

    def _subjects(self, facts: Facts) -> tuple[Subject, ...]:
        found = []
        spans = self._named(facts, q.SUBJECT_SPAN)
        fields = self._named(facts, q.SUBJECT)
        for field in fields:
            shown = [span for span in spans if len(fields) == 1 or field in self._named(self._nodes[span], q.SUBJECT)]
            label = _text(self._nodes.get(field, {}), LABEL)
            name = field.value.rpartition("/")[2]
            found += [Subject(name=name, evidence=self._span(span), label=label) for span in shown[:1]]
        return tuple(sorted(found, key=lambda subject: subject.name))

    def _times(self, facts: Facts) -> tuple[ContentTime, ...]:
        found = []
        for node in self._named(facts, q.SPEAKS_OF):
            told = self._nodes.get(node, {})
            earliest, latest = _day(told, q.SPOKEN_EARLIEST), _day(told, q.SPOKEN_LATEST)
            size = "period" if earliest is None or latest is None else granularity_of(earliest, latest)
            interval = DateInterval(earliest=earliest, latest=latest, granularity=size)
            found.append(ContentTime(interval=interval, span=self._span(node)))
        return tuple(sorted(found, key=lambda time: time.span))

    def _named(self, facts: Facts, predicate: NamedNode) -> list[NamedNode]:
        return [value for value in facts.get(predicate, ()) if isinstance(value, NamedNode)]

    def _spans(self, facts: Facts, predicate: NamedNode) -> tuple[Span, ...]:
        return tuple(sorted(self._span(one) for one in self._named(facts, predicate)))

    def _span_or_none(self, facts: Facts, predicate: NamedNode) -> Span | None:
        found = self._spans(facts, predicate)
        return found[0] if found else None

    def _span(self, node: NamedNode) -> Span:
        return parse_span(self._path(node).rpartition("/")[2])

    def _concept(self, facts: Facts, predicate: NamedNode) -> str | None:
        found = self._named(facts, predicate)
        return found[0].value.rpartition("/")[2] if found else None

    def _target(self, node: NamedNode) -> TargetId:
        return TargetId(self._path(node))

    def _actor(self, node: NamedNode) -> ActorId:
        return ActorId(self._path(node).removeprefix("actor/"))

    def _path(self, node: NamedNode) -> str:
        return path_of(node.value, self._base) or node.value


def granularity_of(earliest: date | None, latest: date | None) -> Granularity:
    """How fine an interval is, read off its ends: a day, a whole month, a whole year, else a period.

    >>> granularity_of(date(2024, 2, 1), date(2024, 2, 29))
    'month'
    """
    if earliest is None or latest is None or earliest == latest:
        return "day"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return "year"
    is_month = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    return "month" if is_month and (earliest.year, earliest.month) == (latest.year, latest.month) else "period"


def _text(facts: Facts, predicate: NamedNode) -> str | None:
    found: list[Any] = facts.get(predicate, [])
    return str(found[0].value) if found else None


def _day(facts: Facts, predicate: NamedNode) -> date | None:
    found = _text(facts, predicate)
    return date.fromisoformat(found) if found else None


def _confidence(facts: Facts) -> float:
    return float(_text(facts, q.CONFIDENCE) or 1)
