"""The stretch of text around an attribution, cut into pieces by what is marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.evaluation.marked import ScoredText
    from kg.evaluation.words import Offsets
    from kg.model import Attribution

Role = Literal["source", "cue", "content"]
Piece = tuple[str, Role | None]

AROUND: Final = 60
"""Characters shown before the first and after the last mark."""
LONGEST: Final = 400
"""Pieces longer than this are shown without their middle."""
LONGEST_WORD: Final = 40
"""Up to as many characters more are shown, so that the passage begins and ends with whole words."""
_ELLIPSIS: Final = " … "


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the scored string, half open."""

    start: int
    end: int


def window_around(text: ScoredText, attributions: Iterable[Attribution]) -> Window:
    """The stretch that holds the attributions, and some words on both sides, to whole words."""
    stretches = [stretch for one in attributions for _, stretch in _marks(text, one)]
    string = text.words.string
    first = max(0, min(start for start, _ in stretches) - AROUND)
    last = min(len(string), max(end for _, end in stretches) + AROUND)
    before = len(string[max(0, first - LONGEST_WORD) : first].split(" ")[-1].split("\n")[-1])
    behind = len(string[last : last + LONGEST_WORD].split(" ")[0].split("\n")[0])
    return Window(first - before, last + behind)


def marked_passage(text: ScoredText, window: Window, attribution: Attribution) -> tuple[Piece, ...]:
    """The window's text in pieces, those of the attribution with their role; together they give the text again.

    Where roles overlap, the smaller one is shown: a cue inside the content stays visible.
    """
    roles: list[Role | None] = [None] * (window.end - window.start)
    for role, (start, end) in _marks(text, attribution):
        for place in range(max(start, window.start), min(end, window.end)):
            roles[place - window.start] = role
    string = text.words.string[window.start : window.end]
    pieces: list[Piece] = []
    begun = 0
    for place in range(1, len(roles) + 1):
        if place == len(roles) or roles[place] != roles[begun]:
            pieces.append((string[begun:place], roles[begun]))
            begun = place
    return tuple(pieces)


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces for reading: of a very long one only beginning and end."""
    half = LONGEST // 2
    return tuple(
        (f"{words[:half]}{_ELLIPSIS}{words[-half:]}" if len(words) > LONGEST else words, role) for words, role in pieces
    )


def _marks(text: ScoredText, attribution: Attribution) -> list[tuple[Role, Offsets]]:
    """Contents first, so that what is marked inside them is marked over them."""
    return [
        *(("content", stretch) for stretch in text.offsets(attribution.content)),
        *(("source", stretch) for stretch in text.offsets(attribution.source)),
        *(("cue", stretch) for stretch in text.offsets(attribution.cue)),
    ]
