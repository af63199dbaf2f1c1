"""Quotations without a cue of their own: they go on with the words, or the speaker, before them."""

from __future__ import annotations

from bisect import bisect_left
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
    covered = sorted(piece for draft in ordered for piece in draft.content)
    speaking: int | None = None
    for number, paragraph in enumerate(string.paragraphs):
        here = sorted(
            (draft for draft in by_paragraph.get(number, []) if ordered[draft].is_speech),
            key=lambda draft: _ended(ordered[draft]),
        )
        only_quoted = speaking is not None and _is_all_quoted(shadow, paragraph, quotes.get(number, []))
        before = 0
        holder: int | None = None
        for quotation in quotes.get(number, []):
            while before < len(here) and _ended(ordered[here[before]]) <= quotation.start:
                holder = here[before]
                before += 1
            if _is_covered(covered, quotation) or not _starts_sentence(shadow, paragraph, quotation):
                continue
            if holder is None and only_quoted:
                holder = speaking
            if holder is not None and (holder == speaking or _follows(shadow, ordered[holder], quotation)):
                ordered[holder] = ordered[holder].adding((quotation.inner_start, quotation.inner_end))
        if only_quoted and not here and holder is None and speaking is not None:
            mine = ordered[speaking].content
            if all(any(start < q.inner_end and q.inner_start < end for start, end in mine) for q in quotes[number]):
                # What was introduced in the paragraph before may go on in the next one.
                continue
        speaking = max((*here, *([] if holder is None else [holder])), key=lambda d: _ended(ordered[d]), default=None)
    return ordered


def _is_covered(covered: Sequence[tuple[int, int]], quotation: Quotation) -> bool:
    """True if a content begins inside the quotation or runs into it."""
    number = bisect_left(covered, (quotation.inner_end,)) - 1
    return number >= 0 and any(end > quotation.inner_start for _, end in covered[max(0, number - 3) : number + 1])


def _ended(draft: Draft) -> int:
    return max(draft.reach[1], max(end for _, end in (*draft.cue, *draft.source)))


def _starts_sentence(shadow: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    before = shadow[max(paragraph.start, quotation.start - 40) : quotation.start].rstrip()
    return not before or before.rstrip(_MARKS)[-1:] in (".", "!", "?", ":", "…") or before[-1] in "\"'"


def _follows(shadow: str, draft: Draft, quotation: Quotation) -> bool:
    """No other sentence may stand between the speech and the quotation."""
    between = shadow[_ended(draft) : quotation.start].strip(" \"'")
    return between.count(". ") == 0 and len(between) < 200


def _is_all_quoted(shadow: str, paragraph: Paragraph, quotes: Sequence[Quotation]) -> bool:
    """True if the paragraph holds no word outside its quotations."""
    if not quotes:
        return False
    first = min(q.start for q in quotes)
    outside = shadow[paragraph.start : first]
    place = first
    for q in quotes:
        outside += shadow[place : max(place, q.start)]
        place = max(place, q.end)
    outside += shadow[place : paragraph.end]
    return not any(character.isalnum() for character in outside)
