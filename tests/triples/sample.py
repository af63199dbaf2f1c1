"""One article of an invented world with the facts that a careful reader finds in it, for the tests of this room.

Ardenia, Kestria and Molvaria are no states; nobody here exists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kg.model import (
    About,
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleFacts,
    ContentTime,
    DateInterval,
    Event,
    EventType,
    Instrument,
    InstrumentKind,
    Kind,
    Mention,
    MentionType,
    Mode,
    Post,
    PostId,
    ResolvedActors,
    Said,
    Span,
    Speaker,
    Stance,
    Statement,
    StatementId,
    Subject,
    Tally,
    TargetId,
    Tenure,
    Why,
)
from kg.triples.run import Run
from kg.vocab import ids

TITLE = "Kestria blocks extension of lake monitors"
TEXT = """ARDENPORT, 3 May 2024 - Kestria on Thursday vetoed a draft resolution in the Lakes Council that would have \
extended the mandate of the Monitoring Group until 31 May 2025.

Ardenian Foreign Minister Ilva Maren said on Friday that Kestria had "abandoned the fishermen of the lake". She \
accused the Kestrian government of breaking the lake treaty.

Kestria's Foreign Ministry said the Monitoring Group "serves only Ardenia". The ministry criticized the Lakes Council \
for its haste. Ministry spokesman Tor Velding told reporters that Ardenia had refused every offer of talks.

Molvaria, which abstained, regretted the vote. "We will keep working with the Monitoring Group," Molvarian envoy \
Sana Ruel said in a statement.

Ruel said that Ardenia believed the mandate could still be saved. Kestria did not say whether it would leave the Lakes \
Council. Officials in Ardenport welcomed the support of Molvaria.

Eleven members voted in favour of the draft, which Ardenia had tabled. The mandate ends on 31 May 2024.

Ardenia imposed sanctions on Kestria on Friday. Velding told reporters that the boycott by Ardenia would hurt the \
lake trade until July 2024. Ruel visited Ardenia in April.
"""
ARTICLE = Article(
    title=TITLE,
    text=TEXT,
    url="https://news.example/lake-monitors",
    published="2024-05-03",
    date_source="meta",
    publisher="Lakeside Courier",
    dateline="ARDENPORT",
    language="en",
    loader="sample",
)
VERSION = ARTICLE.version
RUN = Run(extractor="rules", version="0.1.0", model="small-3.8", references=(("states", "2026-11-01"),))

ARDENIA, KESTRIA, MOLVARIA = ActorId("state/ARD"), ActorId("state/KES"), ActorId("state/MOL")
COUNCIL, MINISTRY = ActorId("body/lakes-council"), ActorId("body/kes-foreign-ministry")
GROUP = ids.local_actor_id(VERSION, "Monitoring Group", ActorKind.INTERNATIONAL_BODY)
MAREN = ids.local_actor_id(VERSION, "Ilva Maren", ActorKind.PERSON)
VELDING = ids.local_actor_id(VERSION, "Tor Velding", ActorKind.PERSON)
RUEL = ids.local_actor_id(VERSION, "Sana Ruel", ActorKind.PERSON)
OFFICIALS = ids.local_actor_id(VERSION, "officials in Ardenport", ActorKind.UNNAMED)
MINISTER, SPOKESMAN, ENVOY = (
    PostId("ard-foreign-minister"),
    PostId("kes-foreign-ministry-spokesperson"),
    ids.local_post_id(VERSION, "Molvarian envoy", None),
)


def cut(words: str, nth: int = 0, within: str | None = None) -> Span:
    """Where these words stand, the nth time from the start of `within`."""
    start = TEXT.index(within) if within else 0
    for _ in range(nth + 1):
        found = TEXT.index(words, start)
        start = found + 1
    return Span(found, found + len(words))


DRAFT: TargetId = ids.instrument_id(VERSION, cut("a draft resolution"), InstrumentKind.DRAFT_RESOLUTION)
MANDATE: TargetId = ids.instrument_id(VERSION, cut("the mandate"), InstrumentKind.MANDATE)
VOTE: TargetId = ids.event_id(VERSION, cut("Eleven members voted in favour"), EventType.VOTE)
SANCTIONS: TargetId = ids.event_id(VERSION, cut("Ardenia imposed sanctions on Kestria"), EventType.SANCTIONS_IMPOSED)
THURSDAY = DateInterval(earliest=date(2024, 5, 2), latest=date(2024, 5, 2))
FRIDAY = DateInterval(earliest=date(2024, 5, 3), latest=date(2024, 5, 3))
APRIL = DateInterval(earliest=date(2024, 4, 1), latest=date(2024, 4, 30), granularity="month")
UNTIL_JULY = DateInterval(earliest=None, latest=date(2024, 7, 31), granularity="period")


def _actor(id: ActorId, kind: ActorKind, label: str, **more: Any) -> Actor:
    return Actor(id=id, kind=kind, label=label, **more)


ACTORS = {
    actor.id: actor
    for actor in (
        _actor(ARDENIA, ActorKind.STATE, "Ardenia", origin="states"),
        _actor(KESTRIA, ActorKind.STATE, "Kestria", origin="states"),
        _actor(MOLVARIA, ActorKind.STATE, "Molvaria", origin="states"),
        _actor(COUNCIL, ActorKind.INTERNATIONAL_BODY, "Lakes Council", origin="organisations"),
        _actor(
            MINISTRY, ActorKind.GOVERNMENT_BODY, "Foreign Ministry of Kestria", organ_of=KESTRIA, origin="institutions"
        ),
        _actor(GROUP, ActorKind.INTERNATIONAL_BODY, "Monitoring Group", part_of=COUNCIL),
        _actor(MAREN, ActorKind.PERSON, "Ilva Maren"),
        _actor(VELDING, ActorKind.PERSON, "Tor Velding"),
        _actor(RUEL, ActorKind.PERSON, "Sana Ruel"),
        _actor(OFFICIALS, ActorKind.UNNAMED, "officials in Ardenport"),
    )
}
POSTS = {
    post.id: post
    for post in (
        Post(id=MINISTER, label="Foreign Minister of Ardenia", role="foreign_minister", speaks_for=ARDENIA),
        Post(
            id=SPOKESMAN,
            label="spokesperson of the Foreign Ministry of Kestria",
            role="spokesperson",
            body=MINISTRY,
            speaks_for=MINISTRY,
        ),
        Post(id=ENVOY, label="Molvarian envoy", role="envoy", speaks_for=MOLVARIA),
    )
}


def _tenure(holder: ActorId, post: PostId, evidence: Span, status: str | None = None) -> Tenure:
    return Tenure(holder=holder, post=post, observed="2024-05-03", evidence=evidence, status=status)


@dataclass
class _Reader:
    """Collects what is read, so that each mention and statement is written down once."""

    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def name(self, span: Span, actor: ActorId, method: str = "alias", type: MentionType = MentionType.NAME) -> Mention:
        mention = Mention(
            span=span, actor=actor, type=type, method=method, score=1.0 if type is MentionType.NAME else 0.9
        )
        self.mentions.append(mention)
        return mention

    def about(self, span: Span, actor: ActorId, type: MentionType = MentionType.NAME) -> About:
        method = "alias" if type in (MentionType.NAME, MentionType.DEMONYM) else "the-body"
        return About(target=ids.actor_target(actor), evidence=self.name(span, actor, method, type).span)

    def state(self, cue: Span, content: tuple[Span, ...], lemma: str, **more: Any) -> StatementId:
        fields: dict[str, Any] = {
            "kind": Kind.STATEMENT,
            "why": None,
            "mode": Mode.INDIRECT,
            "speakers": (),
            "source": tuple(sorted(speaker.mention.span for speaker in more.get("speakers", ()))),
            "quotes": (),
            "cue_class": "neutral",
            "about": (),
            "addressees": (),
            "stances": (),
            "polarity": None,
            "said": Said(interval=DateInterval(earliest=None, latest=date(2024, 5, 3)), resolution="publication"),
            "rule": "verb-of-saying",
            "confidence": 0.86,
            **more,
        }
        id = ids.statement_id(VERSION, content)
        words = " […] ".join(ARTICLE.cut(span) for span in content)
        self.statements.append(Statement(id=id, cue=(cue,), content=content, words=words, cue_lemma=lemma, **fields))
        return id


def _day(day: date, span: Span) -> Said:
    return Said(interval=DateInterval(earliest=day, latest=day), resolution="relative", span=span)


def _stance(target: ActorId, polarity: Any, act: str, evidence: Span) -> Stance:
    return Stance(target=ids.actor_target(target), polarity=polarity, act=act, evidence=evidence)


def _read() -> _Reader:
    reader = _Reader()
    name, about, state = reader.name, reader.about, reader.state
    minister = Speaker(actor=MAREN, post=MINISTER, principal=ARDENIA, mention=name(
        cut("Ardenian Foreign Minister Ilva Maren"), MAREN, "role-pattern"))  # fmt: skip
    state(
        cut("said", 0, "said on Friday"),
        (cut('Kestria had "abandoned the fishermen of the lake"'),),
        "say",
        mode=Mode.MIXED,
        quotes=(cut("abandoned the fishermen of the lake"),),
        speakers=(minister,),
        about=(about(cut("Kestria", 0, "Kestria had"), KESTRIA),),
        said=_day(date(2024, 5, 3), cut("on Friday")),
    )
    cue = cut("accused")
    she = Speaker(actor=MAREN, mention=name(cut("She"), MAREN, "pronoun-she", MentionType.PRONOUN), principal=ARDENIA)
    state(
        cue,
        (cut("breaking the lake treaty"),),
        "accuse",
        speakers=(she,),
        cue_class="evaluative",
        about=(about(cut("the Kestrian government"), KESTRIA, MentionType.DEMONYM),),
        stances=(_stance(KESTRIA, "negative", "blame", cue),),
        polarity="negative",
    )
    ministry = Speaker(actor=MINISTRY, mention=name(cut("Kestria's Foreign Ministry"), MINISTRY), principal=KESTRIA)
    state(
        cut("said", 0, "Foreign Ministry said"),
        (cut('the Monitoring Group "serves only Ardenia"'),),
        "say",
        mode=Mode.MIXED,
        quotes=(cut("serves only Ardenia"),),
        speakers=(ministry,),
        about=(
            about(cut("the Monitoring Group", 0, "said the Monitoring"), GROUP),
            about(cut("Ardenia", 0, "only Ardenia"), ARDENIA),
        ),
    )
    cue = cut("criticized")
    state(
        cue,
        (cut("its haste"),),
        "criticize",
        speakers=(
            Speaker(
                actor=MINISTRY,
                mention=name(cut("The ministry"), MINISTRY, "the-ministry", MentionType.NOMINAL),
                principal=KESTRIA,
            ),
        ),
        cue_class="evaluative",
        about=(about(cut("the Lakes Council", 0, "criticized"), COUNCIL),),
        stances=(_stance(COUNCIL, "negative", "criticise", cue),),
        polarity="negative",
    )
    spokesman = Speaker(
        actor=VELDING,
        post=SPOKESMAN,
        principal=MINISTRY,
        mention=name(cut("Ministry spokesman Tor Velding"), VELDING, "role-pattern"),
    )
    state(
        cut("told"),
        (cut("Ardenia had refused every offer of talks"),),
        "tell",
        speakers=(spokesman,),
        about=(about(cut("Ardenia", 0, "Ardenia had refused"), ARDENIA),),
    )
    cue = cut("regretted")
    state(
        cue,
        (cut("the vote", 0, "regretted"),),
        "regret",
        speakers=(Speaker(actor=MOLVARIA, mention=name(cut("Molvaria", 0, "Molvaria, which"), MOLVARIA)),),
        cue_class="evaluative",
        about=(About(target=VOTE, evidence=cut("the vote", 0, "regretted")),),
        stances=(Stance(target=VOTE, polarity="negative", act="criticise", evidence=cue),),
        polarity="negative",
    )
    envoy = Speaker(
        actor=RUEL, post=ENVOY, principal=MOLVARIA, mention=name(cut("Molvarian envoy Sana Ruel"), RUEL, "role-pattern")
    )
    quoted = (cut("We will keep working with the Monitoring Group,"),)
    state(
        cut("said", 0, "Sana Ruel said"),
        quoted,
        "say",
        mode=Mode.DIRECT,
        quotes=quoted,
        speakers=(envoy,),
        about=(about(cut("the Monitoring Group", 0, "working with"), GROUP),),
        medium=cut("in a statement"),
        rule="quote-before-cue",
    )
    outer = state(
        cut("said", 0, "Ruel said that"),
        (cut("Ardenia believed the mandate could still be saved"),),
        "say",
        speakers=(
            Speaker(
                actor=RUEL,
                post=ENVOY,
                principal=MOLVARIA,
                mention=name(cut("Ruel", 0, "Ruel said that"), RUEL, "surname"),
            ),
        ),
        about=(About(target=MANDATE, evidence=cut("the mandate", 0, "believed")),),
    )
    state(
        cut("believed"),
        (cut("the mandate could still be saved"),),
        "believe",
        kind=Kind.SECOND_HAND,
        speakers=(Speaker(actor=ARDENIA, mention=name(cut("Ardenia", 0, "Ardenia believed"), ARDENIA)),),
        according_to=outer,
        about=(About(target=MANDATE, evidence=cut("the mandate", 0, "believed")),),
        rule="verb-of-thinking",
        confidence=0.71,
    )
    state(
        cut("did not say"),
        (cut("whether it would leave the Lakes Council"),),
        "say",
        kind=Kind.NON_ASSERTION,
        why=Why.NOT_SAID,
        speakers=(Speaker(actor=KESTRIA, mention=name(cut("Kestria", 0, "Kestria did not"), KESTRIA)),),
        about=(about(cut("the Lakes Council", 0, "would leave"), COUNCIL),),
    )
    cue = cut("welcomed")
    state(
        cue,
        (cut("the support of Molvaria"),),
        "welcome",
        speakers=(
            Speaker(
                actor=OFFICIALS,
                mention=name(cut("Officials in Ardenport"), OFFICIALS, "unnamed", MentionType.NOMINAL),
            ),
        ),
        cue_class="evaluative",
        about=(about(cut("Molvaria", 0, "support of"), MOLVARIA),),
        stances=(_stance(MOLVARIA, "positive", "praise", cue),),
        polarity="positive",
    )
    state(
        cut("told", 0, "Velding told"),
        (cut("the boycott by Ardenia would hurt the lake trade until July 2024"),),
        "tell",
        speakers=(
            Speaker(
                actor=VELDING,
                post=SPOKESMAN,
                principal=MINISTRY,
                mention=name(cut("Velding", 0, "Velding told reporters that the b"), VELDING, "surname"),
            ),
        ),
        about=(about(cut("Ardenia", 0, "boycott by"), ARDENIA),),
        subjects=(
            Subject(name="lake-trade", evidence=cut("lake trade"), label="lake trade"),
            Subject(name="sanctions", evidence=cut("boycott")),
        ),
        times=(ContentTime(interval=UNTIL_JULY, span=cut("until July 2024")),),
    )
    return reader


_READER = _read()
EVENTS = (
    Event(
        id=ids.event_id(VERSION, cut("Kestria on Thursday vetoed"), EventType.VETO),
        type=EventType.VETO,
        evidence=(cut("Kestria on Thursday vetoed"),),
        actors=(KESTRIA,),
        body=COUNCIL,
        instrument=DRAFT,
        date=THURSDAY,
    ),
    Event(
        id=VOTE,
        type=EventType.VOTE,
        evidence=(cut("Eleven members voted in favour"),),
        body=COUNCIL,
        instrument=DRAFT,
        date=THURSDAY,
        tallies=(
            Tally(option="for", count=11),
            Tally(option="against", count=1, voters=(KESTRIA,), inferred=True),
            Tally(option="abstain", count=1, voters=(MOLVARIA,)),
        ),
        outcome="not-adopted",
    ),
    Event(
        id=SANCTIONS,
        type=EventType.SANCTIONS_IMPOSED,
        evidence=(cut("Ardenia imposed sanctions on Kestria"),),
        actors=(ARDENIA,),
        targets=(KESTRIA,),
        date=FRIDAY,
    ),
    Event(
        id=ids.event_id(VERSION, cut("the boycott by Ardenia"), EventType.SANCTIONS_IMPOSED),
        type=EventType.SANCTIONS_IMPOSED,
        evidence=(cut("the boycott by Ardenia"),),
        according_to=_READER.statements[-1].id,
        actors=(ARDENIA,),
        same_as=SANCTIONS,
    ),
    Event(
        id=ids.event_id(VERSION, cut("Ruel visited Ardenia"), EventType.VISIT),
        type=EventType.VISIT,
        evidence=(cut("Ruel visited Ardenia"),),
        actors=(RUEL,),
        place=ARDENIA,
        date=APRIL,
    ),
)
INSTRUMENTS = {
    DRAFT: Instrument(
        id=DRAFT,
        kind=InstrumentKind.DRAFT_RESOLUTION,
        label="draft resolution",
        evidence=cut("a draft resolution"),
        sponsors=(ARDENIA,),
        extends=MANDATE,
        proposed_until=date(2025, 5, 31),
    ),
    MANDATE: Instrument(
        id=MANDATE,
        kind=InstrumentKind.MANDATE,
        label="mandate of the Monitoring Group",
        evidence=cut("the mandate"),
        mandate_of=GROUP,
        valid_until=date(2024, 5, 31),
    ),
}
FACTS = ArticleFacts(statements=tuple(_READER.statements), events=EVENTS, instruments=INSTRUMENTS)
RESOLVED = ResolvedActors(
    mentions=tuple(_READER.mentions),
    actors=ACTORS,
    posts=POSTS,
    tenures=(
        _tenure(MAREN, MINISTER, cut("Foreign Minister Ilva Maren")),
        _tenure(VELDING, SPOKESMAN, cut("spokesman Tor Velding")),
        _tenure(RUEL, ENVOY, cut("envoy Sana Ruel")),
    ),
    speakers=tuple(statement.speakers for statement in _READER.statements),
)
