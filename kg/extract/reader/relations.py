"""How a word stands to a cue: what the role tagger is told besides the vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kg.extract.reader.windows import Window

_EXACT: Final = 8
"""Distances up to this many words are told apart; farther ones double."""


def relations(window: Window, cues: Sequence[tuple[int, int]], everything: Sequence[int]) -> NDArray[np.int64]:
    """Indexes (cues, words, 4): distance, paragraph, cues, region.

    cues: word ranges, half open. everything: words of any cue of the window.
    distance: 0 inside the cue, 1-15 before it, 16-30 after. paragraph: 0 the cue's, 1 the one before, 2 the one after,
    3 farther. cues: 0 no cue, 1 this one, 2 another one. region: 0 outside quotations, 1 in the one that holds the cue,
    2 in another.
    """
    count = len(window)
    place = np.arange(count)
    paragraph = np.asarray(window.paragraph)
    region = np.asarray(window.region)
    any_cue = np.zeros(count, dtype=bool)
    any_cue[list(everything)] = True
    table = np.zeros((len(cues), count, 4), dtype=np.int64)
    for number, (start, end) in enumerate(cues):
        before, after = start - place, place - end + 1
        table[number, :, 0] = np.where(before > 0, _bucket(before), np.where(after > 0, 15 + _bucket(after), 0))
        step = paragraph - paragraph[start]
        table[number, :, 1] = np.select([step == 0, step == -1, step == 1], [0, 1, 2], 3)
        own = (place >= start) & (place < end)
        table[number, :, 2] = np.where(own, 1, np.where(any_cue, 2, 0))
        table[number, :, 3] = np.where(region < 0, 0, np.where(region == region[start], 1, 2))
    return table


def _bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    far = _EXACT + np.floor(np.log2(np.maximum(distance, 1) / _EXACT) * 2 + 1)
    return np.minimum(np.where(distance <= _EXACT, np.maximum(distance, 1), far), 15).astype(np.int64)
