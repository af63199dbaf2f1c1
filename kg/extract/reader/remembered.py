"""The network's reading of one article, kept between naming and extraction so that no word is read twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from kg.extract.reader.decoding import Numbers, Tagger
    from kg.extract.reader.windows import Window

MOST_WORDS: Final = 100_000
"""Words whose vectors are kept, about 150 MB; windows beyond are read again."""


@dataclass(slots=True)
class Remembered:
    """A tagger that reads a window once, if it may keep the answer; windows are told apart by identity."""

    tagger: Tagger
    _answers: dict[int, tuple[Window, Numbers, Numbers]] = field(default_factory=dict)
    _words: int = 0

    def read(self, window: Window) -> tuple[Numbers, Numbers]:
        """Vectors (words, width) and cue probabilities (words, 4)."""
        known = self._answers.get(id(window))
        if known is not None:
            return known[1], known[2]
        vectors, cues = self.tagger.read(window)
        if self._words + len(window) <= MOST_WORDS:
            self._words += len(window)
            # The window itself is kept too: its identity must not pass to another one.
            self._answers[id(window)] = window, vectors, cues
        return vectors, cues

    def roles(self, vectors: Numbers, cues: Sequence[tuple[int, int]], relations: NDArray[np.int64]) -> Numbers:
        """Role probabilities (cues, words, 4)."""
        return self.tagger.roles(vectors, cues, relations)
