"""What the graph is made of: statements, stances, events, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
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
"""What a statement is about: path below `id/`: `actor/state/RUS`, `instrument/<version>-c1-9-draft`, `event/...`,
`topic/<version>-<12 hex>`."""

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
    method: str = "rules"
    """What decided: "rules", or "network" (kg.extract.stance), whose probability the confidence then is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A target of the content, with the mention that shows it (a span inside the content or the cue's object)."""

    target: TargetId
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentTime:
    """A time that the content speaks of: a deadline, a plan, a past event. Not the time of saying."""

    interval: DateInterval
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A field of policy that the content touches, and the first words that show it."""

    name: str
    """A concept of voc/subject: "sanctions", "arms-control"; or one of the user's own."""
    evidence: Span
    label: str | None = None
    """Of a subject of the user's own; None: the ontology has it."""


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
    """Evaluation as a whole. "neutral": the words plainly inform. None: nothing can be said."""
    said: Said
    conditional: bool = False
    condition: Span | None = None
    """The words of the condition, where they are a clause or phrase of the content."""
    speech_act: str = "assert"
    """What is done by saying it: a concept of voc/speech-act."""
    certainty: str = "certain"
    """How far the source commits itself: certain, probable, possible, conditional, underspecified."""
    negated: bool = False
    """True where the main clause of the content is negated: "did not sign", "no boat will be turned away"."""
    subjects: tuple[Subject, ...] = ()
    """In order of name."""
    times: tuple[ContentTime, ...] = ()
    """What days the content speaks of, in text order."""
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
    MANDATE_CREATED = "mandate-created"
    MANDATE_END = "mandate-end"
    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    AGREEMENT = "agreement"
    RELATIONS_ESTABLISHED = "relations-established"
    RELATIONS_BROKEN = "relations-broken"
    RECOGNITION = "recognition"
    SUMMONS = "summons"
    EXPULSION = "expulsion"
    RECALL = "recall"
    SANCTIONS_IMPOSED = "sanctions-imposed"
    SANCTIONS_LIFTED = "sanctions-lifted"
    MILITARY_ACTION = "military-action"
    MILITARY_EXERCISE = "military-exercise"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    MISSILE_LAUNCH = "missile-launch"
    NUCLEAR_TEST = "nuclear-test"


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
    """Who did it; of a meeting, call or agreement: the parties."""
    targets: tuple[ActorId, ...] = ()
    """To whom it was done: the state under sanctions, whose envoy was summoned, that was attacked or recognised."""
    place: ActorId | None = None
    """The state where it happened, by its name or its capital; of a visit, where it led."""
    body: ActorId | None = None
    instrument: TargetId | None = None
    date: DateInterval | None = None
    date_text: str | None = None
    tallies: tuple[Tally, ...] = ()
    members: int | None = None
    outcome: Literal["adopted", "not-adopted"] | None = None
    until: Day | None = None
    """Proposed extensions and mandate ends: the last day."""
    same_as: TargetId | None = None
    """The first account, in the same article, of what seems to be the same happening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What one article talks about that is neither actor nor instrument nor event: "the talks", "draft pact"."""

    id: TargetId
    label: str
    """The article's first name for it, without article words."""
    evidence: Span
    """Where it is first named so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """Everything that one article says, ready to be turned into quads."""

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    instruments: dict[TargetId, Instrument]
    topics: dict[TargetId, Topic] = field(default_factory=dict)
    """Those that a statement is about."""
