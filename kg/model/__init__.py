"""What a statement is: frozen dataclasses that the rooms hand to each other. Standard library only."""

from kg.model.actors import (
    Actor,
    ActorId,
    ActorKind,
    Mention,
    MentionType,
    Post,
    PostId,
    ResolvedActors,
    Speaker,
    Tenure,
)
from kg.model.articles import Article, parse_day
from kg.model.attributions import Attribution, Kind, Mode, Why
from kg.model.spans import Span, parse_span
from kg.model.statements import (
    About,
    ArticleFacts,
    ContentTime,
    DateInterval,
    Event,
    EventType,
    Instrument,
    InstrumentKind,
    Said,
    Stance,
    Statement,
    StatementId,
    Subject,
    Tally,
    TargetId,
    Topic,
)

__all__ = [
    "About", "Actor", "ActorId", "ActorKind", "Article", "ArticleFacts", "Attribution", "ContentTime", "DateInterval",
    "Event", "EventType", "Instrument", "InstrumentKind", "Kind", "Mention", "MentionType", "Mode", "Post", "PostId",
    "ResolvedActors", "Said", "Span", "Speaker", "Stance", "Statement", "StatementId", "Subject", "Tally",
    "TargetId", "Tenure", "Topic", "Why", "parse_day", "parse_span",
]  # fmt: skip
