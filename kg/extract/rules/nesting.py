"""Attributions inside the content of others: second hand where a third party speaks, else left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.drafts import Draft

_REPORTED = frozenset({"verb-clause", "verb-quote", "verb-around", "verb-object-of", "according-to"})


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in text order; of two with the same content and source, the first one (the more exact rule) stays."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(other.content == draft.content and _near(other, draft) for other in kept):
            continue
        kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.place, draft.content))


def _near(one: Draft, other: Draft) -> bool:
    return one.source == other.source or not other.source


def nested(drafts: Sequence[Draft]) -> list[Draft]:
    """Links every draft that stands inside another's content to it, as second hand, and drops those that are not sure.

    An inner statement is kept where its source is named inside the content, too, and is not the outer one speaking.
    """
    ordered = sorted(drafts, key=lambda draft: (draft.place, draft.content))
    holders = [_holder(ordered, draft) for draft in ordered]
    keep = [
        number
        for number, draft in enumerate(ordered)
        if holders[number] is None or _is_sure(ordered, draft, holders[number])
    ]
    index = {number: place for place, number in enumerate(keep)}
    result: list[Draft] = []
    for number in keep:
        draft, holder = ordered[number], holders[number]
        while holder is not None and holder not in index:
            holder = holders[holder]
        if holder is None:
            result.append(draft)
        else:
            kind = Kind.SECOND_HAND if draft.kind is Kind.STATEMENT else draft.kind
            result.append(replace(draft, kind=kind, outer=index[holder]))
    return result


def _holder(ordered: Sequence[Draft], draft: Draft) -> int | None:
    """The smallest draft whose content holds the cue of this one."""
    place = draft.cue[0][0]
    best: tuple[int, int] | None = None
    for number, other in enumerate(ordered):
        if other is draft:
            continue
        for start, end in other.content:
            if start <= place < end and other.cue[0][0] != place:
                size = sum(last - first for first, last in other.content)
                if best is None or size < best[0]:
                    best = size, number
    return None if best is None else best[1]


def _is_sure(ordered: Sequence[Draft], draft: Draft, holder: int | None) -> bool:
    if holder is None or draft.kind is not Kind.STATEMENT or draft.rule not in _REPORTED or not draft.source:
        return False
    start, end = draft.source[0]
    return end - start > 4 and any(first <= start and end <= last for first, last in ordered[holder].content)
