"""Events as an article tells them: votes, vetoes, abstentions, sponsors, proposed extensions, ends of mandates.

Only the article's own voice is read here, one vote an article: sentences about one vote stand together, and two
drafts in one text cannot be told apart without reading further. An event is always according to its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from kg.model import ActorKind, Event, EventType, InstrumentKind, Tally
from kg.statements.dates import TIME_EXPRESSION, said_on
from kg.statements.votes import read_vote
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import ActorId, DateInterval, Instrument, Mention, ResolvedActors, Span, TargetId
    from kg.resolve import Authority
    from kg.statements.instruments import InstrumentMention
    from kg.statements.votes import Option, VoteReading
    from kg.text import AnnotatedString, AnnotatedText

_SPONSORED: Final = re.compile(
    r"-(?:sponsored|drafted|backed|proposed|led|tabled)\b[^.;]{0,20}\b(?:draft|resolution|text)\b", re.IGNORECASE
)
_SPONSORED_BY: Final = re.compile(
    r"\b(?:draft|resolution|text)\b[^.;]{0,80}\b(?:sponsored|drafted|tabled|submitted|put forward|proposed|presented) by (?:the )?",
    re.IGNORECASE,
)
_TABLED: Final = re.compile(
    r"\b(?:tabled|submitted|put forward|circulated|drafted|sponsored) (?:a|the|its|their) [^.;]{0,30}\b(?:draft|resolution)\b",
    re.IGNORECASE,
)
_EXTEND: Final = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|extension|renew(?:s|ed|ing|al)?|prolong(?:s|ed|ing)?)\b", re.IGNORECASE
)
_UNTIL: Final = re.compile(r"\b(?:until|till|through|to) (?=\w)", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:ends?|ended|expires?|expired|runs? out|ran out|lapses?|lapsed|will (?:end|expire|lapse)) (?:on |in |at )?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence of the article's own voice: its words, its span, its actors with their offsets in it."""

    words: str
    span: Span
    mentions: tuple[tuple[int, int, Mention], ...]
    instruments: tuple[InstrumentMention, ...]

    def instrument(self, kind: InstrumentKind, known: dict[TargetId, Instrument]) -> TargetId | None:
        return next((m.target for m in self.instruments if known[m.target].kind is kind), None)


def find_events(
    text: AnnotatedText,
    spoken: Sequence[Span],
    resolved: ResolvedActors,
    instruments: dict[TargetId, Instrument],
    named: Sequence[InstrumentMention],
    authority: Authority,
) -> tuple[Event, ...]:
    """The events of an article, in text order; `instruments` gains sponsors, dates and ends that the events tell.

    `spoken`: content of attributions; a sentence that overlaps one is not the article's own voice.
    """
    sentences = list(_own_sentences(text.text, spoken, resolved, named))
    found: list[Event] = []
    found += _sponsorships(text, sentences, resolved, instruments)
    found += _votes(text, sentences, resolved, instruments, authority)
    outcome = next((event.outcome for event in found if event.type is EventType.VOTE), None)
    if any(event.type is EventType.VETO for event in found):
        outcome = "not-adopted"
    found += _mandates(text, sentences, instruments, outcome)
    return tuple(sorted(found, key=lambda event: (event.evidence[0], event.type.value)))


def _own_sentences(
    string: AnnotatedString, spoken: Sequence[Span], resolved: ResolvedActors, named: Sequence[InstrumentMention]
) -> Iterator[_Sentence]:
    mentions = [m for m in resolved.mentions if m.span.string == string.name]
    quoted = sorted(s for s in spoken if s.string == string.name)
    for start, end in string.sentences:
        words = string.shadow.string[start:end].rstrip()
        if not words:
            continue
        span = string.span(start, start + len(words))
        if any(part.overlaps(span) for part in quoted):
            continue
        yield _Sentence(
            words=words,
            span=span,
            mentions=tuple((*_offsets(string, m.span, start), m) for m in mentions if span.covers(m.span)),
            instruments=tuple(m for m in named if span.covers(m.span)),
        )


def _offsets(string: AnnotatedString, span: Span, start: int) -> tuple[int, int]:
    first, last = string.locate(span)
    return first - start, last - start


def _date_in(
    words: str, text: AnnotatedText, tense: Literal["past", "future"]
) -> tuple[DateInterval | None, str | None]:
    found = TIME_EXPRESSION.search(words)
    if found is None:
        return None, None
    return said_on(found.group(), text.article.published_day, tense), found.group()


def _day_after(words: str, place: int, text: AnnotatedText) -> date | None:
    """The day that stands right at `place`; without a year only where the publication day gives one."""
    found = TIME_EXPRESSION.match(words, place)
    interval = said_on(found.group(), text.article.published_day, "future") if found else None
    return interval.day if interval else None


def _sponsorships(
    text: AnnotatedText,
    sentences: Sequence[_Sentence],
    resolved: ResolvedActors,
    instruments: dict[TargetId, Instrument],
) -> list[Event]:
    found = []
    for sentence in sentences:
        draft = sentence.instrument(InstrumentKind.DRAFT_RESOLUTION, instruments)
        sponsors = _sponsors(sentence, resolved) if draft is not None else ()
        if draft is None or not sponsors:
            continue
        known = instruments[draft]
        instruments[draft] = replace(known, sponsors=tuple(sorted({*known.sponsors, *sponsors})))
        found.append(
            Event(
                id=event_id(text.article.version, sentence.span, EventType.SPONSORSHIP),
                type=EventType.SPONSORSHIP, evidence=(sentence.span,), actors=sponsors, instrument=draft,
            )
        )  # fmt: skip
    return found


def _sponsors(sentence: _Sentence, resolved: ResolvedActors) -> tuple[ActorId, ...]:
    by = _SPONSORED_BY.search(sentence.words)
    tabled = _TABLED.search(sentence.words)
    chosen = []
    for start, end, mention in sentence.mentions:
        if mention.actor is None or resolved.actors[mention.actor].kind is not ActorKind.STATE:
            continue
        before = tabled is not None and end <= tabled.start() and tabled.start() - end <= 25
        if _SPONSORED.match(sentence.words, end) or (by is not None and start == by.end()) or before:
            chosen.append(mention.actor)
    return tuple(dict.fromkeys(chosen))


def _votes(
    text: AnnotatedText,
    sentences: Sequence[_Sentence],
    resolved: ResolvedActors,
    instruments: dict[TargetId, Instrument],
    authority: Authority,
) -> list[Event]:
    readings = [(s, reading) for s in sentences if (reading := read_vote(s.words, s.mentions, resolved))]
    readings = [(s, _checked(reading, s, text, authority)) for s, reading in readings]
    readings = [(s, reading) for s, reading in readings if reading]
    if not readings:
        return []
    version = text.article.version
    draft = next(
        (d for s, _ in readings if (d := s.instrument(InstrumentKind.DRAFT_RESOLUTION, instruments))),
        next((t for t, i in instruments.items() if i.kind is InstrumentKind.DRAFT_RESOLUTION), None),
    )
    dated = [(s, *_date_in(s.words, text, "past")) for s, _ in readings]
    when = next((interval for _, interval, _ in dated if interval), None)
    phrase = next((words for _, _, words in dated if words), None)
    body = _body(readings, resolved)
    found = []
    for sentence, reading in readings:
        if reading.vetoing:
            found.append(
                Event(
                    id=event_id(version, sentence.span, EventType.VETO), type=EventType.VETO, evidence=(sentence.span,),
                    actors=reading.vetoing, body=body, instrument=draft, date=when, date_text=phrase,
                    outcome="not-adopted",
                )
            )  # fmt: skip
        if abstaining := reading.voters.get("abstain"):
            found.append(
                Event(
                    id=event_id(version, sentence.span, EventType.ABSTENTION), type=EventType.ABSTENTION,
                    evidence=(sentence.span,), actors=abstaining, body=body, instrument=draft, date=when,
                    date_text=phrase,
                )
            )  # fmt: skip
    tallies, members = _tallies([reading for _, reading in readings])
    if tallies:
        vetoed = any(reading.vetoing for _, reading in readings)
        outcome = "not-adopted" if vetoed else next((r.outcome for _, r in readings if r.outcome), None)
        evidence = tuple(s.span for s, _ in readings)
        found.append(
            Event(
                id=event_id(version, evidence[0], EventType.VOTE), type=EventType.VOTE, evidence=evidence, body=body,
                instrument=draft, date=when, date_text=phrase, tallies=tallies, members=members, outcome=outcome,
            )
        )  # fmt: skip
    return found


def _checked(reading: VoteReading, sentence: _Sentence, text: AnnotatedText, authority: Authority) -> VoteReading:
    """Without a veto where "blocked" is no vote against by a permanent member of the Security Council."""
    if reading.vetoing and not reading.says_veto:
        day = _date_in(sentence.words, text, "past")[0]
        on = (day.latest if day else None) or text.article.published_day
        # Without any day: the five have sat since 1971, so any day of the data tells them.
        permanent = authority.permanent_members(on or date(2000, 1, 1))
        if not all(actor in permanent for actor in reading.vetoing):
            return replace(reading, vetoing=())
    return reading


def _body(readings: Sequence[tuple[_Sentence, VoteReading]], resolved: ResolvedActors) -> ActorId | None:
    """The body that voted: named right in the sentences, a council or an assembly rather than its committees."""
    named = [
        m.actor
        for s, _ in readings
        for _, _, m in s.mentions
        if m.actor is not None
        and resolved.actors[m.actor].kind is ActorKind.INTERNATIONAL_BODY
        and re.search(
            r"\b(?:Council|Assembly|Board|Conference)\b(?!.*(?:[Cc]ommittee|experts))", resolved.actors[m.actor].label
        )
    ]
    return named[0] if named else None


def _tallies(readings: Sequence[VoteReading]) -> tuple[tuple[Tally, ...], int | None]:
    """The counts of all sentences; one missing count by arithmetic where the vetoing states explain it."""
    counts: dict[Option, int] = {}
    voters: dict[Option, tuple[ActorId, ...]] = {}
    members = next((r.members for r in readings if r.members is not None), None)
    for reading in readings:
        for option, count in reading.counts.items():
            counts.setdefault(option, count)
        for option, names in reading.voters.items():
            voters.setdefault(option, names)
    vetoing = tuple(dict.fromkeys(actor for r in readings for actor in r.vetoing))
    if vetoing:
        voters.setdefault("against", vetoing)
    order: tuple[Option, ...] = ("for", "against", "abstain", "absent")
    tallies = []
    for option in order:
        names = voters.get(option, ())
        if option in counts:
            tallies.append(Tally(option=option, count=counts[option], voters=names))
        elif names and option != "against":
            tallies.append(Tally(option=option, count=len(names), voters=names))
    known = {tally.option: tally.count for tally in tallies}
    if "against" not in known and vetoing and "for" in known:
        rest = None if members is None else members - sum(known.values())
        if rest == len(vetoing):
            tallies.append(Tally(option="against", count=rest, voters=vetoing, inferred=True))
    return tuple(sorted(tallies, key=lambda t: order.index(t.option))), members


def _mandates(
    text: AnnotatedText,
    sentences: Sequence[_Sentence],
    instruments: dict[TargetId, Instrument],
    outcome: Literal["adopted", "not-adopted"] | None,
) -> list[Event]:
    found = []
    for sentence in sentences:
        mandate = sentence.instrument(InstrumentKind.MANDATE, instruments)
        if mandate is None:
            continue
        draft = sentence.instrument(InstrumentKind.DRAFT_RESOLUTION, instruments)
        extending = _EXTEND.search(sentence.words)
        days = [d for m in _UNTIL.finditer(sentence.words) if (d := _day_after(sentence.words, m.end(), text))]
        if extending and days:
            result = outcome or ("adopted" if re.search(r"\badopted\b", sentence.words) else None)
            if draft is not None:
                known = instruments[draft]
                instruments[draft] = replace(
                    known, extends=mandate, proposed_until=days[0],
                    label=f"draft resolution to extend the {instruments[mandate].label}",
                )  # fmt: skip
            if result == "adopted":
                instruments[mandate] = replace(instruments[mandate], valid_until=days[0])
            found.append(
                Event(
                    id=event_id(text.article.version, sentence.span, EventType.PROPOSED_EXTENSION),
                    type=EventType.PROPOSED_EXTENSION, evidence=(sentence.span,), instrument=mandate, until=days[0],
                    outcome=result,
                )
            )  # fmt: skip
            continue
        ends = [d for m in _ENDS.finditer(sentence.words) if (d := _day_after(sentence.words, m.end(), text))]
        if ends:
            instruments[mandate] = replace(instruments[mandate], valid_until=ends[0])
            found.append(
                Event(
                    id=event_id(text.article.version, sentence.span, EventType.MANDATE_END),
                    type=EventType.MANDATE_END, evidence=(sentence.span,), instrument=mandate, until=ends[0],
                )
            )  # fmt: skip
    return found
