"""When a statement was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import DateInterval, Said, Span
from kg.statements.times.dates import said_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kg.model import Article, Attribution
    from kg.statements.times.dates import Tense

_DATED: Final = re.compile(r"\bdated (?P<date>[\w., ]{3,30}\d)", re.IGNORECASE)


def time_of_saying(phrases: Sequence[tuple[Span, str]], published: date | None, tense: Tense = "past") -> Said:
    """When it was said: by the narrowest of its time expressions, else only not after the publication day.

    A phrase that would put a past saying after publication is not believed.
    """
    found: list[tuple[int, int, Said]] = []
    for rank, (span, phrase) in enumerate(phrases):
        interval = said_on(phrase, published, tense)
        if interval is None or (tense == "past" and _is_later(interval, published)):
            continue
        is_explicit = said_on(phrase, None, tense) is not None
        said = Said(interval=interval, resolution="explicit" if is_explicit else "relative", span=span)
        found.append((_width(interval), rank, said))
    if found:
        return min(found, key=lambda item: item[:2])[2]
    first = phrases[0][0] if phrases else None
    if published is None:
        return Said(interval=None, resolution="unknown", span=first)
    return Said(interval=DateInterval(earliest=None, latest=published), resolution="publication", span=first)


def _is_later(interval: DateInterval, published: date | None) -> bool:
    return published is not None and interval.earliest is not None and interval.earliest > published


def _width(interval: DateInterval) -> int:
    if interval.earliest is None or interval.latest is None:
        return 1_000_000
    return (interval.latest - interval.earliest).days


def phrases_of(article: Article, attribution: Attribution) -> list[tuple[Span, str]]:
    """Time expressions of the saying: of the cue's clause, and the date that a cited document bears."""
    phrases = [(span, article.cut(span)) for span in attribution.when]
    for span in attribution.source:
        if found := _DATED.search(article.cut(span)):
            bounds = Span(span.start + found.start("date"), span.start + found.end("date"), span.string)
            phrases.append((bounds, found["date"]))
    return phrases
