"""Events of an article, each according to its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Article, Event, Instrument, ResolvedActors, Statement, TargetId
    from kg.resolve import Authority
    from kg.statements.instruments import Instruments
    from kg.statements.reading import Reading


@dataclass(frozen=True, slots=True)
class Told:
    """Events in text order, and the instruments with what the events tell of them."""

    events: tuple[Event, ...]
    instruments: dict[TargetId, Instrument]


def find_events(
    article: Article,
    reading: Reading,
    statements: tuple[Statement, ...],
    instruments: Instruments,
    resolved: ResolvedActors,
    authority: Authority,
) -> Told:
    """Everything that the text tells of votes and mandates."""
    return Told((), dict(instruments.found))
