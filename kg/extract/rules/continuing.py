"""Quotations without a cue of their own: they go on with the words, or the speaker, before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.rules.drafts import Draft
    from kg.text import AnnotatedString, Paragraph, Quotation

_MARKS = "\"' "


def continue_quotations(drafts: Iterable[Draft], string: AnnotatedString) -> list[Draft]:
    """Gives every quotation that no draft covers to the speech just before it, also across paragraphs."""
    ordered = sorted(drafts, key=lambda draft: (draft.place, draft.content))
    shadow = string.shadow.string
    by_paragraph: dict[int, list[int]] = {}
    for number, draft in enumerate(ordered):
        place = string.paragraph_at(draft.place)
        if place is not None:
            by_paragraph.setdefault(place, []).append(number)
    quotes: dict[int, list[Quotation]] = {}
    for quotation in string.quotations:
        if quotation.depth == 0 and (place := string.paragraph_at(quotation.start)) is not None:
            quotes.setdefault(place, []).append(quotation)
    speaking: int | None = None
    for number, paragraph in enumerate(string.paragraphs):
        here = by_paragraph.get(number, [])
        for quotation in quotes.get(number, []):
            if any(_covers(ordered[draft], quotation) for draft in here) or not _starts_sentence(
                shadow, paragraph, quotation
            ):
                continue
            before = [d for d in here if ordered[d].is_speech and _ended(ordered[d]) <= quotation.start]
            holder = max(before, key=lambda d: _ended(ordered[d])) if before else None
            if holder is not None and not _follows(shadow, ordered[holder], quotation):
                holder = None
            if (
                holder is None
                and speaking is not None
                and not before
                and _is_all_quoted(shadow, paragraph, quotes[number], quotation)
            ):
                holder = speaking
            if holder is not None:
                ordered[holder] = ordered[holder].adding((quotation.inner_start, quotation.inner_end))
                here = [*here, holder] if holder not in here else here
        speaking = _last_speaker(ordered, here, paragraph, shadow, quotes.get(number, []))
    return ordered


def _covers(draft: Draft, quotation: Quotation) -> bool:
    return any(start < quotation.inner_end and quotation.inner_start < end for start, end in draft.content)


def _ended(draft: Draft) -> int:
    return max(draft.reach[1], max(end for _, end in (*draft.cue, *draft.source)))


def _starts_sentence(shadow: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    before = shadow[paragraph.start : quotation.start].rstrip()
    return not before or before.rstrip(_MARKS)[-1:] in (".", "!", "?", ":", "…") or before[-1] in "\"'"


def _follows(shadow: str, draft: Draft, quotation: Quotation) -> bool:
    """No other sentence may stand between the speech and the quotation."""
    between = shadow[_ended(draft) : quotation.start].strip(" \"'")
    return between.count(". ") == 0 and len(between) < 200


def _is_all_quoted(shadow: str, paragraph: Paragraph, quotes: Sequence[Quotation], quotation: Quotation) -> bool:
    """True if the paragraph holds this quotation and others, and hardly a word besides."""
    first = min(q.start for q in quotes)
    outside = shadow[paragraph.start : first]
    place = first
    for q in quotes:
        outside += shadow[place : max(place, q.start)]
        place = max(place, q.end)
    outside += shadow[place : paragraph.end]
    return not any(character.isalnum() for character in outside)


def _last_speaker(
    drafts: Sequence[Draft], here: Sequence[int], paragraph: Paragraph, shadow: str, quotes: Sequence[Quotation]
) -> int | None:
    """Whose words a following paragraph in quotation marks goes on with: the last speech of this one."""
    speeches = [number for number in here if drafts[number].is_speech]
    if not speeches:
        return None
    return max(speeches, key=lambda number: _ended(drafts[number]))
