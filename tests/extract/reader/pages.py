"""Small texts cut as the reader cuts them, and a network that says what it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.reader.decoding import BEGINS, CONTENT, CUE_PIECE, GOES_ON, SOURCE, Settings, decode
from kg.extract.reader.pieces import END, START, UNKNOWN, Pieces
from kg.extract.reader.windows import Window, cut_windows
from kg.text.folding import fold
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kg.extract.reader.decoding import Found, Numbers
    from kg.text import Paragraph, Quotation

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
LETTERS = Pieces([UNKNOWN, START, END, *_LETTERS, *(f"##{letter}" for letter in _LETTERS), *"\"'.,:;!?-—–"])
"""A vocabulary in which every letter is a piece of its own, so that the sizes of windows can be counted by hand."""


@dataclass(frozen=True)
class Page:
    """One text: its shadow, the paragraphs that are to be read, its quotations and its windows."""

    shadow: str
    paragraphs: Sequence[Paragraph]
    quotations: Sequence[Quotation]
    windows: Sequence[Window]

    @property
    def window(self) -> Window:
        """The only window of a short text."""
        (window,) = self.windows
        return window

    def words(self, phrase: str) -> range:
        """Numbers of the words of the first such phrase, in the only window."""
        start = self.shadow.index(phrase)
        end = start + len(phrase)
        inside = [n for n in range(len(self.window)) if start <= self.window.start[n] and self.window.end[n] <= end]
        return range(inside[0], inside[-1] + 1)

    def cut(self, words: Sequence[int]) -> str:
        """Words of the only window, parted by blanks."""
        return " ".join(self.shadow[self.window.start[n] : self.window.end[n]] for n in words)


def page(text: str, pieces: Pieces = LETTERS) -> Page:
    """A text, read without a parser."""
    folded = fold(text)
    paragraphs = cut_paragraphs(folded.shadow.string)
    return page_of(folded.shadow.string, paragraphs, pair_quotations(folded.oriented, paragraphs), pieces)


def page_of(
    shadow: str, paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], pieces: Pieces = LETTERS
) -> Page:
    return Page(shadow, list(paragraphs), quotations, list(cut_windows(shadow, paragraphs, quotations, pieces)))


@dataclass(frozen=True)
class Told:
    """One cue as the network is to see it, in numbers of words.

    sure: probability of every role that is named. less_sure: words that are likelier its source than not.
    torn: words that are likelier its source than its content.
    """

    cue: range
    probability: float = 0.9
    source: Iterable[int] = ()
    content: Iterable[int] = ()
    piece: Iterable[int] = ()
    less_sure: Iterable[int] = ()
    torn: Iterable[int] = ()
    sure: float = 0.9
    goes_on: float = 0.9

    def row(self, count: int) -> Numbers:
        """Role probabilities (words, 4)."""
        row = np.zeros((count, 4), dtype=np.float32)
        row[:, 0] = 1
        for label, words in ((SOURCE, self.source), (CONTENT, self.content), (CUE_PIECE, self.piece)):
            for word in words:
                row[word] = 0
                row[word, label] = self.sure
                row[word, 0] = 1 - self.sure
        for word in self.less_sure:
            row[word, SOURCE], row[word, 0] = 0.7, 0.3
        for word in self.torn:
            row[word] = 0
            row[word, SOURCE], row[word, CONTENT] = 0.55, 0.45
        return row


class FakeTagger:
    """A network for texts of one window; a cue that it was not told about has neither source nor content."""

    def __init__(self, *told: Told) -> None:
        self.told = told
        self.asked: list[tuple[int, int]] = []

    def read(self, window: Window) -> tuple[Numbers, Numbers]:
        cues = np.zeros((len(window), 4), dtype=np.float32)
        for one in self.told:
            cues[one.cue.start, BEGINS] = one.probability
            cues[one.cue.start + 1 : one.cue.stop, GOES_ON] = one.goes_on
        cues[:, 0] = 1 - cues[:, 1:].sum(1)
        return np.zeros((len(window), 2), dtype=np.float32), cues

    def roles(self, vectors: Numbers, cues: Sequence[tuple[int, int]], relations: NDArray[np.int64]) -> Numbers:
        assert relations.shape == (len(cues), len(vectors), 4)
        self.asked = list(cues)
        known = {one.cue.start: one for one in self.told}
        unknown = Told(range(0))
        return np.stack([known.get(start, unknown).row(len(vectors)) for start, _ in cues])


def decoded(text: Page, *told: Told, also: Iterable[tuple[int, int]] = (), bridge: int = 2) -> list[Found]:
    """What is made of the cues that the network is told."""
    return decode(text.window, FakeTagger(*told), Settings(bridge=bridge), also)
