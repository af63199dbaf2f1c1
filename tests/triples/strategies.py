"""Random statements that a record can hold in full, for round trips."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kg.model import (
    About,
    ActorId,
    ActorKind,
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
    TargetId,
    Why,
)
from kg.triples.from_rdf import granularity_of
from kg.vocab import ids, voc

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

VERSION = "0f1e2d3c4b5a6978"
CLAUSE = 1000
"""Each statement has a stretch of text of its own, so that no mention belongs to two."""

words = st.text(
    st.characters(codec="utf-8") | st.sampled_from('“”"\\\n\t\u00a0\u0000\U0001f54a'),
    min_size=1,
    max_size=40,
)
names = st.text("abcdefghij -", min_size=1, max_size=12).map(lambda name: f"r{name.strip()}")
shares = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
actors = st.sampled_from(
    [
        ActorId("state/ARD"),
        ActorId("body/lakes-council"),
        ActorId("person/Q7"),
        ActorId("group/a b%/é"),
        ids.local_actor_id(VERSION, "Ilva Maren", ActorKind.PERSON),
    ]
)
posts = st.none() | st.sampled_from([PostId("ard-foreign-minister"), ids.local_post_id(VERSION, "envoy", None)])


def _values(scheme: str) -> list[str]:
    return [str(concept).rpartition("/")[2] for concept in voc.SCHEMES[scheme]]


def _split(places: list[int], base: int) -> tuple[Span, ...]:
    """Spans that do not touch, from distinct offsets."""
    return tuple(Span(base + start, base + end) for start, end in zip(places[::2], places[1::2], strict=False))


@st.composite
def intervals(draw: Draw) -> DateInterval | None:
    first, length = draw(days), draw(st.integers(0, 400))
    earliest: date | None = first
    latest: date | None = first + timedelta(days=length)
    shape = draw(st.sampled_from(["none", "until", "since", "both"]))
    if shape == "none":
        return None
    earliest = None if shape == "until" else earliest
    latest = None if shape == "since" else latest
    return DateInterval(earliest=earliest, latest=latest, granularity=granularity_of(earliest, latest))


@st.composite
def saids(draw: Draw, base: int) -> Said:
    interval = draw(intervals())
    known = draw(st.sampled_from(["explicit", "relative", "publication" if interval else "unknown"]))
    span = Span(base + 900, base + 909) if known in ("explicit", "relative") else None
    return Said(interval=interval, resolution=known, span=span)


@st.composite
def mentions(draw: Draw, span: Span, actor: ActorId) -> Mention:
    return Mention(
        span=span,
        actor=actor,
        type=draw(st.sampled_from(MentionType)),
        method=draw(st.just("alias") | names),
        score=draw(shares),
        alternatives=tuple(sorted(draw(st.sets(actors, max_size=2)))),
    )


@st.composite
def statements(draw: Draw, number: int = 0) -> Statement:
    """One statement, in the stretch of that number; source, cue, content, targets and time lie apart in it."""
    base = number * CLAUSE
    content = _split(draw(st.sampled_from([[100, 150], [100, 120, 130, 200], [100, 101, 102, 103, 104, 105]])), base)
    speaking = sorted(draw(st.sets(actors, max_size=2)))
    speakers = tuple(
        Speaker(
            actor=actor,
            mention=draw(mentions(Span(base + place * 10, base + place * 10 + 9), actor)),
            post=draw(posts),
            principal=draw(st.none() | actors),
        )
        for place, actor in enumerate(speaking)
    )
    # A speaker may be named outside the source, or the source may be nobody.
    source = tuple(speaker.mention.span for speaker in speakers if draw(st.booleans())) or (Span(base + 50, base + 55),)
    targets = sorted({*draw(st.lists(actors, max_size=2)), *draw(st.lists(st.just(ActorId("state/KES")), max_size=1))})
    about = tuple(
        About(target=ids.actor_target(target), evidence=Span(base + 300 + place * 10, base + 305 + place * 10))
        for place, target in enumerate(targets)
    )
    cue = (Span(base + 90, base + 95),)
    polarity = draw(st.sampled_from([None, "positive", "negative", "neutral"]))
    stances = tuple(
        Stance(
            target=TargetId(one.target),
            polarity=draw(st.sampled_from([polarity, "neutral"])),
            act=draw(st.sampled_from(_values("stance-act"))),
            method=draw(st.sampled_from(["rules", "network"])),
            evidence=draw(st.sampled_from([cue[0], Span(base + 400, base + 410)])),
            confidence=draw(shares),
        )
        for one in about
        if polarity is not None and draw(st.booleans())
    )
    kind = draw(st.sampled_from(Kind))
    mode = draw(st.sampled_from(Mode))
    return Statement(
        id=ids.statement_id(VERSION, content),
        kind=kind,
        why=draw(st.sampled_from(Why)) if kind is Kind.NON_ASSERTION else None,
        mode=mode,
        speakers=speakers,
        source=source,
        cue=cue,
        content=content,
        quotes={Mode.DIRECT: content, Mode.INDIRECT: (), Mode.MIXED: (Span(base + 105, base + 110),)}[mode],
        words=draw(words),
        cue_lemma=draw(st.none() | names),
        cue_class=draw(st.sampled_from(_values("cue-class"))),
        about=about,
        addressees=tuple(sorted(draw(st.sets(actors, max_size=2)))),
        stances=tuple(sorted(stances, key=lambda stance: stance.target)),
        polarity=polarity,
        said=draw(saids(base)),
        conditional=draw(st.booleans()),
        medium=draw(st.none() | st.just(Span(base + 950, base + 960))),
        according_to=ids.statement_id(VERSION, (Span(1, 2),)) if kind is Kind.SECOND_HAND else None,
        rule=draw(names),
        confidence=draw(shares),
    )


@st.composite
def several(draw: Draw) -> tuple[Statement, ...]:
    """Up to three statements of one article, in text order."""
    return tuple(draw(statements(number)) for number in range(draw(st.integers(0, 3))))
