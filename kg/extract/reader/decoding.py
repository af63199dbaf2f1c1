"""From probabilities to attributions: which cues stand, and which words are whose source and content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from kg.extract.reader.relations import relations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from numpy.typing import NDArray

    from kg.extract.reader.windows import Window

    Numbers = NDArray[np.float32]

BEGINS: Final = 1
GOES_ON: Final = 2
"""Columns of the cue tagger's answer: 0 no cue, 1 begins one, 2 goes on, 3 later piece of a cue in pieces."""
SOURCE: Final = 1
CONTENT: Final = 2
CUE_PIECE: Final = 3
"""Columns of the role tagger's answer; 0 nothing to this cue."""


SOURCE_HOLE: Final = 2
"""Words that may be missing inside a source. In PolNeAR's training part all sources but 6 of 18,404 are one span."""


class Tagger(Protocol):
    """The network, however it is run."""

    def read(self, window: Window) -> tuple[Numbers, Numbers]:
        """Vectors (words, width) and cue probabilities (words, 4)."""
        ...

    def roles(self, vectors: Numbers, cues: Sequence[tuple[int, int]], relations: NDArray[np.int64]) -> Numbers:
        """Role probabilities (cues, words, 4)."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """How probabilities become words; chosen on held-out training articles.

    ask: a word is looked at as a cue from this probability on. bridge: words between two pieces of a content that are
    taken into it.
    """

    ask: float = 0.15
    bridge: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One cue with what the network makes of it, in word numbers of its window; lists sorted.

    cue_probability: that the word begins a cue. content_row, source_row: for every word of the window the probability
    that it belongs to this cue's content or source. `content` is empty where the network sees none.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_probability: float
    content_row: Numbers
    source_row: Numbers

    @property
    def content_probability(self) -> float:
        """Mean probability of the content's words, 0 without any."""
        return float(self.content_row[list(self.content)].mean()) if self.content else 0.0

    @property
    def source_probability(self) -> float:
        """Mean probability of the source's words; of having none, where none is found."""
        return float(self.source_row[list(self.source)].mean()) if self.source else float(1 - self.source_row.max())

    @property
    def probability(self) -> float:
        """Rough probability of cue and content; `kg.extract.reader.confidence` has the calibrated one."""
        return self.cue_probability * self.content_probability


def decode(window: Window, tagger: Tagger, settings: Settings, also: Iterable[tuple[int, int]] = ()) -> list[Found]:
    """What the network makes of each likely cue of a window, and of the word ranges `also`, in text order.

    Each word is content of one cue only, but for short holes: the corpus marks outermost attributions.
    """
    vectors, cue_probabilities = tagger.read(window)
    likely = cue_spans(cue_probabilities, settings.ask)
    everything = [word for start, end in likely for word in range(start, end)]
    cues = _with(likely, also)
    if not cues:
        return []
    roles = tagger.roles(vectors, cues, relations(window, cues, everything))
    strength = np.array([cue_probabilities[start:end, BEGINS].max() for start, end in cues])
    # Neighbours see each other in the role tagger: a search for the best row (Viterbi) changed nothing on dev.
    labels = roles.argmax(2)
    whole = [number for number, (start, _) in enumerate(cues) if not _is_piece(number, start, roles, strength)]
    claims = np.zeros(labels.shape)
    claims[whole] = np.where(labels == CONTENT, roles[:, :, CONTENT] * strength[:, None], 0)[whole]
    owner = np.where(claims.max(0) > 0, claims.argmax(0), -1)
    found: list[Found] = []
    for number in whole:
        start, end = cues[number]
        labels[number, start:end] = 0
        content = np.flatnonzero(labels[number] == CONTENT)
        kept = content[owner[content] == number]
        if len(kept) * 2 < len(content):
            kept = kept[:0]
        pieces = np.flatnonzero(labels[number] == CUE_PIECE).tolist()
        cue = {*range(start, end), *pieces}
        source = _one_source(np.flatnonzero(labels[number] == SOURCE).tolist(), roles[number, :, SOURCE], cue)
        found.append(
            Found(
                cue=tuple(sorted(cue)),
                source=source,
                content=_bridged(kept, settings.bridge, {*cue, *source}),
                cue_probability=float(strength[number]),
                content_row=roles[number, :, CONTENT],
                source_row=roles[number, :, SOURCE],
            )
        )
    return found


def _with(cues: list[tuple[int, int]], also: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of `also` that share no word with the cues join them."""
    taken = {word for start, end in cues for word in range(start, end)}
    for start, end in also:
        if taken.isdisjoint(range(start, end)):
            cues.append((start, end))
            taken.update(range(start, end))
    return sorted(cues)


def _is_piece(number: int, start: int, roles: Numbers, strength: Numbers) -> bool:
    """True for what is a further piece of a stronger cue."""
    holds = (roles[:, start, CUE_PIECE] > 0.5) & (strength > strength[number])
    return bool(holds.any())


def cue_spans(probabilities: Numbers, ask: float) -> list[tuple[int, int]]:
    """Word ranges that may be cues: a word that begins one, and those that go on with it."""
    spans: list[tuple[int, int]] = []
    word, count = 0, len(probabilities)
    while word < count:
        if probabilities[word, BEGINS] < ask:
            word += 1
            continue
        end = word + 1
        while end < count and probabilities[end, GOES_ON] >= 0.5:
            end += 1
        spans.append((word, end))
        word = end
    return spans


def _bridged(content: NDArray[np.int64], gap: int, taken: Set[int]) -> tuple[int, ...]:
    """Content with short holes filled, but not over words that are taken."""
    filled: list[int] = []
    for word in content.tolist():
        between = range(filled[-1] + 1, word) if filled else range(0)
        if len(between) <= gap and taken.isdisjoint(between):
            filled.extend(between)
        filled.append(word)
    return tuple(filled)


def _one_source(words: list[int], row: Numbers, cue: Set[int]) -> tuple[int, ...]:
    """The run of source words that holds the surest one, short holes filled, but not over the cue.

    The sum of all words' probabilities would favour long runs: on dev, it has .010 fewer of reported speech right.
    """
    runs: list[list[int]] = []
    for word in words:
        between = range(runs[-1][-1] + 1, word) if runs else range(0)
        if runs and len(between) <= SOURCE_HOLE and cue.isdisjoint(between):
            runs[-1].extend((*between, word))
        else:
            runs.append([word])
    return tuple(max(runs, key=lambda run: max(float(row[word]) for word in run))) if runs else ()
