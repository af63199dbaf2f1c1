"""Times that a content speaks of: deadlines, plans, past events. They are kept apart from the time of saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ContentTime, Mode
from kg.resolve.lexicon import words_of
from kg.statements.times.dates import TIME_EXPRESSION, said_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kg.model import Attribution, Said, Span
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree
    from kg.statements.times.dates import Tense

_BOUND: Final = re.compile(
    r"\b(?:until|till|through|by|since|before|after|from|no later than|as of|starting(?: on)?|between|within)"
    r" (?:the )?(?:(?:end|start|beginning|close|middle) of )?(?:the )?$",
    re.IGNORECASE,
)
_LONGEST_BOUND: Final = 40
_AHEAD: Final = words_of("will would shall should must to may might can could going due set scheduled 'll")
_DUE: Final = words_of(
    "expire expires end ends begin begins start starts open opens lapse lapses resume resumes take takes"
)
_REPORTED: Final = frozenset({Mode.INDIRECT})


def times_in_content(
    reading: Reading, attribution: Attribution, inner: Sequence[Span], said: Said, published: date | None
) -> tuple[ContentTime, ...]:
    """The times that the content names and that can be read, in text order; those of a statement inside it are its own.

    In a direct quotation "tomorrow" counts from the day of saying; where that is not known nothing relative is read.
    """
    anchor = _anchor(attribution, said, published)
    held = [reading.source.locate(span) for span in inner if span.string == reading.source.name]
    found = []
    for span in attribution.content:
        start, end = reading.source.locate(span)
        for first, last in _expressions(reading, start, end):
            if any(begin <= first < finish for begin, finish in held):
                continue
            interval = said_on(reading.shadow[first:last], anchor, _tense(reading, first, last))
            if interval is not None:
                found.append(ContentTime(interval=interval, span=reading.span(first, last)))
    return tuple(found)


def _anchor(attribution: Attribution, said: Said, published: date | None) -> date | None:
    if attribution.mode in _REPORTED:
        return published
    return said.interval.day if said.interval else None


def _expressions(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Shadow ranges of time expressions, with the words that make a bound of one: "until [the end of April]"."""
    for found in TIME_EXPRESSION.finditer(reading.shadow, start, end):
        before = _BOUND.search(reading.shadow, max(start, found.start() - _LONGEST_BOUND), found.start())
        yield (before.start() if before else found.start()), found.end()


def _tense(reading: Reading, start: int, end: int) -> Tense:
    """Future where the verb above says so, or a present verb tells of what is due ("expires on April 30")."""
    tree = reading.tree_at(start)
    tokens = tree.tokens(start, end) if tree is not None else range(0)
    if tree is None or not tokens:
        return "past"
    for above in tree.above(tokens[-1]):
        if tree.is_verb(above) or tree.tag[above] == "MD":
            return "future" if _is_ahead(tree, above) else "past"
    return "past"


def _is_ahead(tree: Tree, verb: int) -> bool:
    if tree.modals(verb) & _AHEAD or tree.lower[verb] in _AHEAD:
        return True
    if tree.tag[verb] in ("VBZ", "VBP", "VB"):
        return tree.lower[verb] in _DUE or tree.tag[verb] == "VB"
    return any(tree.lower[child] in _AHEAD for child in tree.kids(verb, "acomp", "xcomp"))
