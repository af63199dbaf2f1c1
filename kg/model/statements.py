"""What the graph is made of: statements, stances, events, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, NewType

from kg.model.actors import ActorId, Speaker
from kg.model.attributions import Kind, Mode, Why
from kg.model.spans import Span

Day = date
"""A day. Its own name, since fields called `date` hide the type."""
StatementId = NewType("StatementId", str)
"""Path below `id/statement/`: `<version>-<12 hex>`."""
TargetId = NewType("TargetId", str)
"""What a statement is about: path below `id/`: `actor/state/RUS`, `instrument/<version>-c1-9-draft`, `event/...`."""

Polarity = Literal["positive", "negative", "neutral"]
Granularity = Literal["day", "month", "year", "period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval:
    """Closed interval of days, in the article's own time zone. None on one side: not bounded there."""

    earliest: date | None
    latest: date | None
    granularity: Granularity = "day"

    @property
    def day(self) -> date | None:
        """The day, if it is exactly one."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When something was said, and how that is known.

    `resolution`: "explicit" (a full date in the text), "relative" (a phrase and the publication day),
    "publication" (only bounded: not later than the publication day), "unknown" (no date at all: interval None).
    """

    interval: DateInterval | None
    resolution: Literal["explicit", "relative", "publication", "unknown"]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One evaluation of one target by the statement's speaker."""

    target: TargetId
    polarity: Polarity
    act: str
    """blame, criticise, praise, endorse, demand-of, reject, threaten, sympathise: a concept of voc/stance-act."""
    evidence: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A target of the content, with the mention that shows it (a span inside the content or the cue's object)."""

    target: TargetId
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution with everybody in it resolved. `kind` tells which of the four it is."""

    id: StatementId
    kind: Kind
    why: Why | None
    mode: Mode
    speakers: tuple[Speaker, ...]
    """Empty: the text names nobody, or the resolver abstained."""
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    words: str
    """The content as worded, pieces joined by " […] "."""
    cue_lemma: str | None
    cue_class: str
    """neutral, factive, distancing, evaluative, directive, commissive: a concept of voc/cue-class."""
    about: tuple[About, ...]
    addressees: tuple[ActorId, ...]
    stances: tuple[Stance, ...]
    polarity: Polarity | None
    """Overall evaluation that the cue shows, None where it shows none."""
    said: Said
    conditional: bool = False
    medium: Span | None = None
    according_to: StatementId | None = None
    """For SecondHand (and what hangs on it): the outer statement."""
    rule: str
    confidence: float


class EventType(StrEnum):
    """What an event is; the value is its concept in voc/event."""

    VETO = "veto"
    VOTE = "vote"
    ABSTENTION = "abstention"
    SPONSORSHIP = "sponsorship"
    PROPOSED_EXTENSION = "proposed-extension"
    MANDATE_END = "mandate-end"


class InstrumentKind(StrEnum):
    """A text or legal object; the value is the local name of its class."""

    DRAFT_RESOLUTION = "DraftResolution"
    RESOLUTION = "Resolution"
    MANDATE = "Mandate"
    SANCTIONS_REGIME = "SanctionsRegime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument as one article tells of it, or (sanctions regimes, numbered resolutions) of reference data."""

    id: TargetId
    kind: InstrumentKind
    label: str
    evidence: Span | None = None
    sponsors: tuple[ActorId, ...] = ()
    mandate_of: ActorId | None = None
    extends: TargetId | None = None
    proposed_until: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many votes for one option, voters not all named. `inferred` True: arithmetic, not printed."""

    option: Literal["for", "against", "abstain", "absent"]
    count: int
    voters: tuple[ActorId, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, never plain fact: according to the article, or to one statement in it."""

    id: TargetId
    type: EventType
    evidence: tuple[Span, ...]
    according_to: StatementId | None = None
    """None: the article's own voice."""
    actors: tuple[ActorId, ...] = ()
    body: ActorId | None = None
    instrument: TargetId | None = None
    date: DateInterval | None = None
    date_text: str | None = None
    tallies: tuple[Tally, ...] = ()
    members: int | None = None
    outcome: Literal["adopted", "not-adopted"] | None = None
    until: Day | None = None
    """Proposed extensions and mandate ends: the last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """Everything that one article says, ready to be turned into quads."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    instruments: dict[TargetId, Instrument]
