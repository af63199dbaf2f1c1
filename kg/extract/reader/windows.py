"""Packs the paragraphs of a string into windows of the encoder's length."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.extract.reader.words import Words, cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.reader.pieces import Pieces
    from kg.text import Paragraph, Quotation

LONGEST: Final = 256
"""Pieces of one window, the opening and the paragraph ends included."""
UNREAD: Final = frozenset({"byline", "dateline", "tail", "question"})
"""Roles of paragraphs in which nobody known says anything."""
_MOST_OF_A_WORD: Final = 16
"""Pieces kept of one word."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whole paragraphs (or a part of a long one), ready for the encoder.

    Piece lists have one entry a piece, `first` and the word lists one a word: `first` is the index of the word's
    first piece; `paragraph` the index of the word's paragraph in the string.
    """

    pieces: list[int] = field(default_factory=list)
    shape: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    region: list[int] = field(default_factory=list)
    word_quote: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.first)


def cut_windows(
    shadow: str, paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], pieces: Pieces
) -> Iterator[Window]:
    """Windows over all paragraphs that are read, in text order. The text alone decides the cuts.

    A paragraph begins a new window where it does not fit into the
    open one; one that is longer than a window is cut into runs of words. Quotations must be in text order; none reaches
    beyond its paragraph.
    """
    window = _opened(pieces)
    starts = [quotation.start for quotation in quotations]
    for number, paragraph in enumerate(paragraphs):
        if paragraph.role in UNREAD:
            continue
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        words = cut_words(shadow, paragraph.start, paragraph.end, quotations[first:last], first)
        cut = [pieces.of(text)[:_MOST_OF_A_WORD] for text in words.text]
        for run in _runs(cut):
            size = sum(len(one) for one in cut[slice(*run)]) + 1
            if len(window.pieces) + size > LONGEST and len(window):
                yield window
                window = _opened(pieces)
            _append(window, words, cut, run, number)
            _add_piece(window, pieces.end, 5, 0)
    if len(window):
        yield window


def _opened(pieces: Pieces) -> Window:
    window = Window()
    _add_piece(window, pieces.start, 5, 0)
    return window


def _runs(cut: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    first, size = 0, 2
    for number, one in enumerate(cut):
        if size + len(one) > LONGEST:
            yield first, number
            first, size = number, 2
        size += len(one)
    if first < len(cut):
        yield first, len(cut)


def _append(window: Window, words: Words, cut: Sequence[Sequence[int]], run: tuple[int, int], paragraph: int) -> None:
    for number in range(*run):
        window.first.append(len(window.pieces))
        window.start.append(words.start[number])
        window.end.append(words.end[number])
        window.region.append(words.region[number])
        window.word_quote.append(words.quote[number])
        window.paragraph.append(paragraph)
        for piece in cut[number]:
            _add_piece(window, piece, words.shape[number], words.quote[number])


def _add_piece(window: Window, piece: int, shape: int, quote: int) -> None:
    window.pieces.append(piece)
    window.shape.append(shape)
    window.quote.append(quote)
