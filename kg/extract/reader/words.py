"""Cuts a shadow string into the words that the reader labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.text import Quotation

_WORD: Final = re.compile(r"[^\W_]+(?:\.(?=[^\W_])[^\W_]+)*|[^\w\s]|_")

SHAPES: Final = ("lower", "capital", "upper", "mixed", "digit", "mark")
"""What an uncased model cannot see of a word: the pattern of its letters."""
QUOTE_STATES: Final = ("outside", "inside", "nested", "mark")
"""Where a word stands among quotation marks; `mark`: it is an outermost mark itself."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one paragraph in text order; all lists have one entry a word.

    start, end: half-open shadow offsets. shape, quote: indexes into `SHAPES` and `QUOTE_STATES`. region: index of the
    outermost quotation around the word, -1 outside of all.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    shape: list[int]
    quote: list[int]
    region: list[int]

    def __len__(self) -> int:
        return len(self.text)


def cut_words(shadow: str, start: int, end: int, quotations: Sequence[Quotation], first: int = 0) -> Words:
    """The words of the shadow range [start, end), with what the quotations say about each.

    quotations: those that begin in the range, by start. first: number of the first of them in its string.
    """
    words = Words([], [], [], [], [], [])
    waiting = list(enumerate(quotations, first))[::-1]
    around: list[tuple[int, Quotation]] = []
    for found in _WORD.finditer(shadow, start, end):
        while waiting and waiting[-1][1].start <= found.start():
            around.append(waiting.pop())
        around = [one for one in around if one[1].end > found.start()]
        text = found.group()
        words.text.append(text)
        words.start.append(found.start())
        words.end.append(found.end())
        words.shape.append(_shape(text))
        state, region = _place(found.start(), around)
        words.quote.append(state)
        words.region.append(region)
    return words


def _shape(text: str) -> int:
    first = text[0]
    if first.isdigit():
        return 4
    if not first.isalpha():
        return 5
    if text.islower():
        return 0
    if text.isupper():
        return 1 if len(text) == 1 else 2
    return 1 if first.isupper() and text[1:].islower() else 3


def _place(offset: int, around: Sequence[tuple[int, Quotation]]) -> tuple[int, int]:
    state, region = 0, -1
    for number, quotation in around:
        if quotation.depth == 0:
            region = number
            state = 1 if quotation.inner_start <= offset < quotation.inner_end else 3
        elif state == 1:
            state = 2
    return state, region
