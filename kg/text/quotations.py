"""Pairs quotation marks: nesting-aware, tolerant of missing marks, over several paragraphs.

Works paragraph by paragraph, so that one missing mark spoils one paragraph at most. Apostrophes are no marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from kg.text.annotated import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.text.annotated import Paragraph

DEEPEST = 3
"""Levels of nesting that are told apart; deeper marks are noise."""

_MARK = re.compile(r"[“”„«»\"]")
_GUILLEMET = re.compile(r"[«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w$£€(\[])(?!\d\ds|[nN][’'])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?;…)\]%-])[’'](?![\w’'])")
_SINGLE_MARKS = frozenset("‘’'")
_SINGLE_REACH = 1_500
"""Characters within which a single opening mark must be closed to count as one."""


class _Mark(NamedTuple):
    place: int
    opens: bool
    closes: bool


class _Region(NamedTuple):
    start: int
    end: int
    depth: int
    closed: bool


def pair_quotations(oriented: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """All quoted regions in text order, the outer one before those inside it.

    `oriented` is the shadow with its marks not yet straightened (see `kg.text.folding`).
    """
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role in ("dateline", "tail"):
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and following.role == "body" and oriented[following.start] in '“"„«»'
        double = list(_double(oriented, paragraph.start, paragraph.end, goes_on))
        reopens = following is not None and following.role == "body" and _SINGLE_OPEN.match(oriented, following.start)
        single = list(_single(oriented, paragraph.start, paragraph.end, double, goes_on=bool(reopens)))
        found += _quotations(oriented, _nested(oriented, double + single), goes_on or bool(reopens))
    return tuple(found)


def _double(text: str, start: int, end: int, goes_on: bool) -> Iterator[_Region]:
    """Regions between double marks of one paragraph."""
    stack: list[int] = []
    last_close: int | None = None
    too_deep = 0
    low_style = False
    inward = _points_inward(text, start, end)
    floor = start
    for place in (m.start() for m in _MARK.finditer(text, start, end)):
        low_style = low_style or text[place] == "„"
        mark = _read_mark(text, place, start, end, bool(stack), low_style)
        if inward and text[place] in "«»":
            mark = _Mark(place, text[place] == "»", text[place] == "«")
        if mark.opens:
            if len(stack) >= DEEPEST:
                too_deep += 1
            else:
                stack.append(place)
        elif too_deep:
            too_deep -= 1
        elif stack:
            opened = stack.pop()
            last_close = place + 1
            if place > opened + 1:
                yield _Region(opened, place + 1, len(stack), True)
            if not stack:
                floor = place + 1
        elif _ends_speech(text, place, start):
            # The opening mark is missing: the quotation began with the paragraph, or after the quotation before.
            yield _Region(_first_word(text, floor, place), place + 1, 0, False)
            floor = place + 1
    yield from _left_open(text, stack, last_close, end, goes_on)


def _points_inward(text: str, start: int, end: int) -> bool:
    """True where guillemets point at the words (»so«), as in German and Danish: the first one opens."""
    first = _GUILLEMET.search(text, start, end)
    if first is None or first.group() == "«":
        return False
    place = first.start()
    return (place == start or text[place - 1].isspace()) and place + 1 < end and not text[place + 1].isspace()


def _left_open(text: str, stack: list[int], last_close: int | None, end: int, goes_on: bool) -> Iterator[_Region]:
    if not stack:
        return
    outermost = stack[0]
    if (
        last_close is not None
        and last_close > outermost
        and not goes_on
        and _ends_speech(text, last_close - 1, outermost)
    ):
        # “A “B” C,” with one inner mark missing: what closed the inner one closes the outer one as well.
        yield _Region(outermost, last_close, 0, True)
    elif end > outermost + 1:
        yield _Region(outermost, end, 0, False)


def _read_mark(text: str, place: int, start: int, end: int, inside: bool, low_style: bool) -> _Mark:
    """Whether a mark opens or closes. Straight ones are read from what stands on both sides."""
    sign = text[place]
    if sign in "„«":
        return _Mark(place, True, False)
    if sign == "“":
        closes = low_style and inside
        return _Mark(place, not closes, closes)
    if sign in "”»":
        return _Mark(place, False, True)
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    opens_here = (before.isspace() or before in "([-–—/‘'") and not after.isspace()
    closes_here = not before.isspace() and (after.isspace() or after in ".,;:!?)]-–—/’'")
    if opens_here and not closes_here:
        return _Mark(place, True, False)
    if closes_here and not opens_here:
        return _Mark(place, False, True)
    return _Mark(place, not inside, inside)


def _ends_speech(text: str, place: int, start: int) -> bool:
    return place > start and text[place - 1] in ".,!?…"


def _first_word(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _single(text: str, start: int, end: int, double: Sequence[_Region], *, goes_on: bool) -> Iterator[_Region]:
    """Regions between single marks. A mark counts as opening only where a closing one is found, or where
    the quotation `goes_on` in the next paragraph.

    After an "s" a closing mark may be a genitive's apostrophe, so another one in reach is preferred.
    """
    closings = [m.start() for m in _SINGLE_CLOSE.finditer(text, start, end)]
    sure = [place for place in closings if text[place - 1] not in "sS"]
    outer = sorted(region for region in double if region.depth == 0)
    after = start
    for place in (m.start() for m in _SINGLE_OPEN.finditer(text, start, end)):
        if place < after:
            continue
        closing = _next(sure, place)
        if closing is None or closing - place > _SINGLE_REACH:
            closing = _next(closings, place)
        if closing is None or closing - place > _SINGLE_REACH:
            if goes_on and not double and end - place > 2 and _ends_speech(text, end, place):
                # The next paragraph opens the quotation again.
                yield _Region(place, end, 0, False)
                return
            continue
        number = bisect_left(outer, (place,)) - 1
        holder = outer[number] if number >= 0 and place < outer[number].end else None
        if holder is not None and holder.closed and holder.end <= closing:
            continue
        yield _Region(place, closing + 1, 0 if holder is None else 1, True)
        after = closing + 1


def _next(places: Sequence[int], after: int) -> int | None:
    number = bisect_right(places, after)
    return places[number] if number < len(places) else None


def _nested(text: str, regions: Sequence[_Region]) -> list[_Region]:
    """Regions in text order, each with the depth at which it lies in others, whichever marks those have.

    Single marks that cross a region of double ones are apostrophes, and no region.
    """
    doubles = sorted(region for region in regions if text[region.start] not in _SINGLE_MARKS)
    starts = [region.start for region in doubles]
    kept = doubles + [
        region
        for region in regions
        if text[region.start] in _SINGLE_MARKS
        and not any(
            other.end > region.end
            for other in doubles[bisect_right(starts, region.start) : bisect_left(starts, region.end)]
        )
    ]
    around: list[int] = []
    result: list[_Region] = []
    for region in sorted(kept, key=lambda region: (region.start, -region.end)):
        while around and around[-1] <= region.start:
            around.pop()
        result.append(region._replace(depth=len(around)))
        around.append(region.end)
    return result


def _quotations(text: str, regions: list[_Region], goes_on: bool) -> Iterator[Quotation]:
    for start, end, depth, closed in regions:
        inner_start = start + 1 if text[start] in "“„«»\"‘'" else start
        inner_end = end - 1 if text[end - 1] in "”“»«\"’'" and end - 1 > inner_start else end
        if text[inner_start:inner_end].strip():
            yield Quotation(
                start=start, end=end, inner_start=inner_start, inner_end=inner_end, depth=depth, closed=closed,
                continues=not closed and depth == 0 and goes_on,
            )  # fmt: skip
