"""The card of an actor as rows: section, what, detail, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab.ids import DATA_BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.output import Cell
    from kg.ledger import ActorCard, Entry
    from kg.ledger.cards import Held


def card_rows(card: ActorCard) -> list[dict[str, Cell]]:
    """All rows, section by section."""
    return [dict(zip(("section", "what", "detail", "count"), row, strict=True)) for row in _rows(card)]


def _rows(card: ActorCard) -> Iterator[tuple[Cell, Cell, Cell, Cell]]:
    profile = card.profile
    yield "actor", profile.name, _short(profile.iri), None
    yield "actor", "kind", profile.kind, None
    for name in profile.names[1:]:
        yield "other name", name, None, None
    for state in profile.states:
        yield "actor", "state", _short(state), None
    if profile.days:
        yield "actor", "named", f"{profile.days[0]} to {profile.days[1]}", None
    for item in profile.items:
        yield "match", "exactMatch", _short(item), None
    for post in card.posts:
        yield "post", post.post, _held(post), post.times or None
    for (relation, kind), count in card.statements.items():
        yield f"statements {relation}", kind, None, count
    for method, count in card.mentions.items():
        yield "mentions", method, None, count
    for member in card.stands_for:
        if member != profile.iri:
            yield "stands for", _short(member), None, None
    for entry in card.judgements:
        yield "judgement", entry.judgement.verdict.value, _judged(entry), None


def _held(post: Held) -> str:
    days = "" if post.start is None and post.end is None else f", {post.start or '?'} to {post.end or '?'}"
    source = "claimed by articles" if post.claimed else "reference data"
    return f"{source}{days}{f', {post.status}' if post.status else ''}"


def _judged(entry: Entry) -> str:
    judgement = entry.judgement
    day = f" on {judgement.day}" if judgement.day else ""
    state = "" if entry.holds or judgement.withdraws else ", withdrawn"
    actors = " and ".join(map(_short, judgement.actors))
    why = f": {judgement.why}" if judgement.why else ""
    return f"{actors}, by {judgement.by}{day}{state}{why} ({_short(judgement.iri)})"


def _short(iri: str) -> str:
    from kg.ledger.entries import short_form

    return short_form(iri, DATA_BASE)
