"""Makes recorded attributions complete, as every extractor gives them: in order, trimmed, with mode, kind, nesting.

What the file tells is kept. What it leaves open is read from the text: which words stand inside quotation marks, what
the cue commits the source to, whose content holds whose. A source is never filled in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.annotations.cues import CueReader
from kg.extract.rules.drafts import tidied
from kg.extract.rules.regions import outer_regions
from kg.model import Kind, Mode, Span, Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.extract.rules.regions import Regions
    from kg.model import Attribution
    from kg.text import AnnotatedString, AnnotatedText


def completed(
    text: AnnotatedText, recorded: Sequence[Attribution | None], unmarked: frozenset[int], bare: frozenset[int]
) -> tuple[Attribution, ...]:
    """The attributions that can become statements, title first, in the order of their cues.

    Left out: what marks no content, what is recorded twice, and what is second hand without anybody who tells it.

    Args: recorded: None stands for one that was left out already. unmarked: indexes of those without a kind. bare: of
    those about which the file tells source, cue and content alone.
    """
    readers = {string.name: _StringReader(string) for string in (text.title, text.text)}
    kept: dict[int, Attribution] = {}
    seen: set[tuple[tuple[Span, ...], ...]] = set()
    for number, attribution in enumerate(recorded):
        if attribution is None or not attribution.content:
            continue
        whole = readers[attribution.content[0].string].complete(
            attribution, is_marked=number not in unmarked, is_bare=number in bare
        )
        what = (whole.source, whole.cue, whole.content)
        if whole.content and what not in seen:
            seen.add(what)
            kept[number] = whole
    return _in_order(_nested(kept, unmarked))


class _StringReader:
    """Completes the attributions of one string of an article."""

    def __init__(self, string: AnnotatedString) -> None:
        self._string = string
        self._regions: Regions = outer_regions(string.quotations)
        self._cues = CueReader(string)

    def complete(self, attribution: Attribution, *, is_marked: bool, is_bare: bool) -> Attribution:
        """The attribution trimmed, with mode and kind; content may come out empty."""
        string = self._string
        if is_bare:
            marked = (string.locate(span) for span in attribution.content)
            pieces = tidied(string.shadow.string, tuple(piece for piece in marked if piece[0] < piece[1]))
            content = tuple(string.span(*piece) for piece in pieces)
        else:
            content = self._visible(attribution.content)
            pieces = tuple(map(string.locate, content))
        quotes = self._quotes(attribution, content, pieces)
        whole = replace(
            attribution,
            source=self._visible(attribution.source),
            cue=self._visible(attribution.cue),
            content=content,
            quotes=quotes,
            addressee=self._visible(attribution.addressee),
            target=self._visible(attribution.target),
            when=self._visible(attribution.when),
            medium=next(iter(self._visible((attribution.medium,))), None) if attribution.medium else None,
            mode=_mode(attribution.mode, content, quotes),
        )
        return self._with_cue(whole, is_marked=is_marked, is_bare=is_bare)

    def _with_cue(self, attribution: Attribution, *, is_marked: bool, is_bare: bool) -> Attribution:
        if is_marked and not is_bare and (attribution.why is None) is (attribution.kind is not Kind.NON_ASSERTION):
            return attribution
        cue = self._cues.read(attribution)
        kind, why = (attribution.kind, attribution.why) if is_marked else (cue.kind, attribution.why or cue.why)
        if why is not None or kind is Kind.NON_ASSERTION:
            # Whatever the reason, nobody asserted it; a supposition says least of it.
            kind, why = Kind.NON_ASSERTION, why or cue.why or Why.HYPOTHETICAL
        if not is_bare:
            return replace(attribution, kind=kind, why=why)
        return replace(
            attribution,
            kind=kind,
            why=why,
            cue_lemma=attribution.cue_lemma or cue.lemma,
            addressee=attribution.addressee or cue.addressee,
            target=attribution.target or cue.target,
            when=attribution.when or cue.when,
            medium=attribution.medium or cue.medium,
        )

    def _quotes(
        self, attribution: Attribution, content: Sequence[Span], pieces: tuple[tuple[int, int], ...]
    ) -> tuple[Span, ...]:
        if not attribution.quotes:
            return tuple(self._string.span(*part) for part in self._regions.quoted_parts(pieces))
        shared = [
            (max(quote.start, piece.start), min(quote.end, piece.end))
            for quote in self._visible(attribution.quotes)
            for piece in content
        ]
        return self._visible([Span(start, end, self._string.name) for start, end in shared if start < end])

    def _visible(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans without blank edges; those that hold nothing to see are left out."""
        found: list[Span] = []
        shadow = self._string.shadow.string
        for span in spans:
            first, last = start, end = self._string.locate(span)
            while start < end and shadow[start].isspace():
                start += 1
            while end > start and shadow[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(span if (start, end) == (first, last) else self._string.span(start, end))
        return tuple(found)


def _mode(recorded: Mode, content: Sequence[Span], quotes: Sequence[Span]) -> Mode:
    if not quotes:
        # Words may be verbatim without marks (a turn of a record), but mixed ones show which are.
        return Mode.DIRECT if recorded is Mode.DIRECT else Mode.INDIRECT
    if recorded is not Mode.INDIRECT:
        return recorded
    # Marks and blanks between two quotations are no words of their own.
    unquoted = sum(span.end - span.start for span in content) - sum(span.end - span.start for span in quotes)
    return Mode.DIRECT if unquoted <= 3 * len(quotes) else Mode.MIXED


def _nested(kept: Mapping[int, Attribution], unmarked: frozenset[int]) -> dict[int, Attribution]:
    """With `outer`, still by the old indexes: as recorded, or the smallest content around the cue.

    What was told by somebody who is not among the attributions is left out, with all that it holds.
    """
    holders = _holders(kept)
    outers: dict[int, int | None] = {}
    for number, attribution in kept.items():
        outers[number] = attribution.outer if attribution.outer in kept else None
    for number, attribution in kept.items():
        is_told = attribution.outer is not None or attribution.kind is Kind.SECOND_HAND
        holder = holders[number]
        if outers[number] is None and (is_told or number in unmarked) and not _leads_to(holder, number, outers):
            outers[number] = holder
    lost = [
        number
        for number, attribution in kept.items()
        if outers[number] is None and (attribution.outer is not None or attribution.kind is Kind.SECOND_HAND)
    ]
    inner: dict[int | None, list[int]] = {}
    for number, outer in outers.items():
        inner.setdefault(outer, []).append(number)
    left_out: set[int] = set()
    while lost:
        number = lost.pop()
        left_out.add(number)
        lost += inner.get(number, [])
    result: dict[int, Attribution] = {}
    for number, attribution in kept.items():
        if number not in left_out:
            outer, kind = outers[number], attribution.kind
            kind = Kind.SECOND_HAND if outer is not None and kind is Kind.STATEMENT else kind
            result[number] = replace(attribution, outer=outer, kind=kind)
    return result


def _leads_to(start: int | None, goal: int, outers: Mapping[int, int | None]) -> bool:
    """True if whoever follows `outer` from a start comes to the goal."""
    while start is not None and start != goal:
        start = outers[start]
    return start is not None


def _holders(kept: Mapping[int, Attribution]) -> dict[int, int | None]:
    """For each attribution the one with the smallest content, larger than its own, that holds its cue, if any."""
    sizes = {number: sum(span.end - span.start for span in one.content) for number, one in kept.items()}
    pieces = sorted((span.string, span.start, span.end, number) for number, one in kept.items() for span in one.content)
    holders: dict[int, int | None] = dict.fromkeys(kept)
    around: list[tuple[str, int, int, int]] = []
    reached = 0
    for (string, place), number in sorted((_place(one), number) for number, one in kept.items()):
        while reached < len(pieces) and pieces[reached][:2] <= (string, place):
            around.append(pieces[reached])
            reached += 1
        around = [piece for piece in around if piece[0] == string and piece[2] > place]
        larger = [piece[3] for piece in around if sizes[piece[3]] > sizes[number]]
        holders[number] = min(larger, key=lambda holder: (sizes[holder], holder), default=None)
    return holders


def _place(attribution: Attribution) -> tuple[str, int]:
    """String and offset of the cue, of the content where there is none."""
    first = (attribution.cue or attribution.content)[0]
    return first.string, first.start


def _in_order(attributions: Mapping[int, Attribution]) -> tuple[Attribution, ...]:
    """Title first, then by place; `outer` counts in the new order."""

    def rank(number: int) -> tuple[bool, int, tuple[Span, ...], int]:
        string, place = _place(attributions[number])
        return string != "title", place, attributions[number].content, number

    order = sorted(attributions, key=rank)
    index = {number: rank for rank, number in enumerate(order)}
    return tuple(
        replace(attributions[number], outer=None if outer is None else index[outer])
        for number in order
        for outer in [attributions[number].outer]
    )
