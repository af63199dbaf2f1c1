"""Whom and what the content of an attribution is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import About
from kg.vocab.ids import actor_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Attribution, Mention, Span, Speaker, TargetId
    from kg.statements.instruments import InstrumentMention


def find_targets(
    attribution: Attribution,
    speakers: tuple[Speaker, ...],
    mentions: Sequence[Mention],
    instruments: Sequence[InstrumentMention],
) -> tuple[About, ...]:
    """Actors and instruments that the content, or the object that the cue judges, names; each once, in text order.

    Left out: mere places, the speakers themselves, and names inside a longer name ("UN" in "UN sanctions").
    `mentions` and `instruments` are those of the article that may lie inside; others do no harm.
    """
    inside = [*attribution.target, *attribution.content]
    speaking = {speaker.actor for speaker in speakers}
    named = [_Place(m.span, m.target) for m in instruments if _within(m.span, inside)]
    taken = [place.span for place in named]
    for mention in mentions:
        if mention.actor is None or mention.is_place or mention.actor in speaking:
            continue
        if _within(mention.span, inside) and not any(_is_part(mention.span, span) for span in taken):
            named.append(_Place(mention.span, actor_target(mention.actor)))
    chosen: dict[TargetId, About] = {}
    for place in sorted(named, key=lambda p: (p.span.string != "title", p.span)):
        chosen.setdefault(place.target, About(target=place.target, evidence=place.span))
    return tuple(chosen.values())


class _Place:
    """A target and the span that names it."""

    __slots__ = ("span", "target")

    def __init__(self, span: Span, target: TargetId) -> None:
        self.span = span
        self.target = target


def _within(span: Span, ranges: Iterable[Span]) -> bool:
    return any(holder.covers(span) for holder in ranges)


def _is_part(span: Span, longer: Span) -> bool:
    return longer.covers(span) and longer != span
