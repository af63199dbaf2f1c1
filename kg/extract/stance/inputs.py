"""Cuts a sentence and its targets into what the stance network reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from kg.errors import TargetOutside
from kg.extract.reader.words import cut_words
from kg.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.reader.pieces import Pieces
    from kg.extract.reader.words import Words

Asked = Literal["sentence", "holder"]
"""The question: how a sentence slants a target, whoever speaks in it; or how the holder of a statement sees it."""
LONGEST: Final = 128
"""Pieces of one window, the opening and the end included: 95 words of news; 99 of 100 sentences are shorter."""
_MARK: Final = 5
"""The shape of the opening and of the end (`kg.extract.reader.words.SHAPES`)."""
_MOST_OF_A_WORD: Final = 16
"""Pieces kept of one word."""


@dataclass(frozen=True, slots=True)
class StanceWindow:
    """A sentence, or the part of a long one around one target.

    pieces, shapes: one entry a piece. targets: half-open ranges of pieces; numbers: which target of the sentence each
    range is.
    """

    pieces: list[int]
    shapes: list[int]
    targets: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def cut_stance_windows(sentence: str, spans: Sequence[tuple[int, int]], pieces: Pieces) -> list[StanceWindow]:
    """One window for all targets of a sentence that fits; else a window for each target, with the target amid it.

    spans: half-open offsets of targets in the sentence; a word that a span cuts belongs to it whole.

    Raises: TargetOutside: a span lies outside of the sentence or holds no word.
    """
    shadow = fold(sentence).shadow
    words = cut_words(shadow.string, 0, len(shadow.string), ())
    cut = [pieces.of(text)[:_MOST_OF_A_WORD] for text in words.text]
    targets = []
    for start, end in spans:
        found = _words_of(shadow.to_shadow(start, end), words) if 0 <= start < end <= len(sentence) else None
        if found is None:
            raise TargetOutside(start=start, end=end, length=len(sentence))
        targets.append(found)
    if 2 + sum(len(one) for one in cut) <= LONGEST:
        return [_window(words, cut, (0, len(cut)), dict(enumerate(targets)), pieces)] if targets else []
    return [
        _window(words, cut, _around(target, cut), {number: target}, pieces) for number, target in enumerate(targets)
    ]


def _words_of(span: tuple[int, int], words: Words) -> tuple[int, int] | None:
    """Half-open range of the words that a span of the shadow touches; None: it touches none."""
    first, last = bisect_right(words.end, span[0]), bisect_left(words.start, span[1])
    return (first, last) if first < last else None


def _around(target: tuple[int, int], cut: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The longest run of words that fits, grown from the target by a word to the left and one to the right in turn."""
    first, last = target[0], target[0]
    room = LONGEST - 2
    while last < target[1] and len(cut[last]) <= room:
        room -= len(cut[last])
        last += 1
    if last < target[1]:
        return first, last
    grows = True
    while grows:
        grows = False
        if first > 0 and len(cut[first - 1]) <= room:
            first -= 1
            room -= len(cut[first])
            grows = True
        if last < len(cut) and len(cut[last]) <= room:
            room -= len(cut[last])
            last += 1
            grows = True
    return first, last


def _window(
    words: Words,
    cut: Sequence[Sequence[int]],
    run: tuple[int, int],
    targets: dict[int, tuple[int, int]],
    pieces: Pieces,
) -> StanceWindow:
    window = StanceWindow([pieces.start], [_MARK])
    first: list[int] = []
    for number in range(*run):
        first.append(len(window.pieces))
        window.pieces.extend(cut[number])
        window.shapes.extend([words.shape[number]] * len(cut[number]))
    first.append(len(window.pieces))
    window.pieces.append(pieces.end)
    window.shapes.append(_MARK)
    for number, (start, end) in targets.items():
        window.targets.append((first[start - run[0]], first[min(end, run[1]) - run[0]]))
        window.numbers.append(number)
    return window
