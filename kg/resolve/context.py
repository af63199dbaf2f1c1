"""The state that an article speaks of or from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_UN_CITIES = frozenset(
    {"UNITED NATIONS", "NEW YORK", "GENEVA", "BRUSSELS", "VIENNA", "THE HAGUE", "STRASBOURG", "NAIROBI"}
)


def context_state(pages: tuple[Page, Page], cast: Cast, dateline: str | None) -> tuple[ActorId | None, bool]:
    """The state that the article speaks of or from, and whether two places agree on it.

    The places are the subject of the headline, that of the first sentence, and the dateline. None where they differ,
    or where none of them names a state.
    """
    text, title = pages
    places = (leading_state(title, cast), leading_state(text, cast), dateline_state(text, cast, dateline))
    named = [state for state in places if state is not None]
    lead = next((state for state in places[:2] if state is not None), None)
    if not named or (lead is not None and places[2] not in (None, lead)):
        return None, False
    return named[0], len(named) > 1 and len(set(named)) == 1


def leading_state(page: Page, cast: Cast) -> ActorId | None:
    """The state that opens the first sentence of a page, None where something else does."""
    if not page.words:
        return None
    lines = (p for p in page.source.paragraphs if p.role in ("body", "heading", "turn"))
    body = next((p for p in lines if not page.string[p.start : p.end].isupper()), None)
    number = page.source.sentence_at(body.start) if body else None
    limit = page.source.sentences[number][1] if number is not None else 200
    for naming in sorted(page.namings, key=lambda n: n.start):
        if naming.start >= limit:
            return None
        if naming.actor is None or naming.is_place or cast.kind(naming.actor) is not ActorKind.STATE:
            continue
        index = page.word_at(naming.start)
        before = page.before(index)
        starts = before is None or before.low in ("the",) or page.opens_sentence(index)
        return naming.actor if starts or page.string.startswith("'s ", naming.end) else None
    return None


def _first_line(page: Page) -> str:
    for paragraph in page.source.paragraphs[:2]:
        line = page.string[paragraph.start : paragraph.end]
        match = re.match(r"[A-Z][A-Z .'-]{2,30}(?=$|,| [-(]|\s*[—–])", line)
        if match:
            return match[0]
    return ""


def dateline_state(page: Page, cast: Cast, dateline: str | None) -> ActorId | None:
    """The state whose capital the dateline names, None without one or where international bodies sit."""
    line = dateline or _first_line(page)
    place = re.split(r"[,(/—–]", line.strip())[0].strip()
    if not place or place.upper() in _UN_CITIES:
        return None
    hit = next(iter(cast.authority.names.scan(place)), None) or next(
        iter(cast.authority.names.scan(place.title())), None
    )
    if hit is None or len({reading.actor for reading in hit.readings}) != 1:
        return None
    actor = hit.readings[0].actor
    return actor if actor and cast.kind(actor) is ActorKind.STATE else None
