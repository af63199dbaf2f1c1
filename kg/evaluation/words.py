"""The words of a text by number: what spans are compared by, so that marks and blanks at their edges do not matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Offsets = tuple[int, int]
"""Start and end of a stretch of one string, half open, in code points."""
WordSet = frozenset[int]
"""Numbers of words, counted from 0 in the order of the text."""

_WORD: Final = re.compile(r"\w+(?:['’.,\-]\w+)*")
"""Letters and digits, with apostrophes, full stops, commas and hyphens inside ("U.N", "1,700", "vice-chair")."""
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile('["“”„«»]')
_OPENS: Final = frozenset("“„«")
_BREAKS_PHRASE: Final = re.compile(r"[,;:()\[\]–—]")
_ENDS_PHRASE: Final = re.compile(
    "of|in|at|from|with|for|who|whom|whose|which|that|to|on|by|under|about|and|or|as|during|near", re.IGNORECASE
)


class TextWords:
    """The words of one string and where they stand.

    Source of all rules here: `score_attributions.py`, the scorer of docs/benchmarks.md.
    """

    def __init__(self, string: str) -> None:
        self.string = string
        self.spans: tuple[Offsets, ...] = tuple(match.span() for match in _WORD.finditer(string))
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]
        self.quoted: WordSet = self.within(quoted_regions(string))

    def within(self, stretches: Iterable[Offsets]) -> WordSet:
        """The words that share a character with any of the stretches."""
        found: set[int] = set()
        for start, end in stretches:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def head(self, words: WordSet) -> int | None:
        """The head of a noun phrase by a plain rule, None for an empty phrase.

        It is the last word before the first comma, bracket, dash, preposition, conjunction or relative word; such
        words at the beginning are skipped. In a phrase of nothing else, it is the last word.

        >>> words = TextWords("the envoy of Norland, Ana Ruiz")
        >>> words.string[slice(*words.spans[words.head(frozenset(range(6)))])]
        'envoy'
        """
        numbers = sorted(words)
        while numbers and self._ends_phrase(numbers[0]):
            if len(numbers) == 1:
                return numbers[0]
            numbers.pop(0)
        if not numbers:
            return None
        for word, following in pairwise(numbers):
            between = self.string[self.spans[word][1] : self.spans[following][0]]
            if _BREAKS_PHRASE.search(between) or self._ends_phrase(following):
                return word
        return numbers[-1]

    def _ends_phrase(self, word: int) -> bool:
        return _ENDS_PHRASE.fullmatch(self.string, *self.spans[word]) is not None


def quoted_regions(string: str) -> Iterator[Offsets]:
    """Stretches between double quotation marks, the marks included.

    A mark left open at the end of its paragraph (a quotation of several paragraphs) reaches to the paragraph's end.
    Marks inside a quotation that could only open one are passed over.
    """
    for paragraph in _PARAGRAPH.finditer(string):
        opened: int | None = None
        for mark in _MARK.finditer(string, *paragraph.span()):
            if opened is None:
                if mark.group() in _OPENS or mark.group() == '"':
                    opened = mark.start()
            elif mark.group() not in _OPENS:
                yield opened, mark.end()
                opened = None
        if opened is not None:
            yield opened, paragraph.end()
