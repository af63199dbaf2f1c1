"""How a program counted the characters of a text: its offsets made offsets of ours.

Most tools count code points. Java and JavaScript count UTF-16 units (an emoji is two), some count UTF-8 bytes, some saw
every line end as one character or the byte order mark as one. Which it was is told by words that the annotations show:
a way of counting is taken only if every shown passage stands where its offsets say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage with the words that the annotations show for it; the words of several pieces are joined by a blank."""

    pieces: tuple[tuple[int, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """Turns offsets of one way of counting into code points."""

    text: str
    units: Sequence[int] | None = None
    """For each code point, and for the end of the text, how many units stand before it; None: code points count."""

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """The code points of a range of units; None where it is empty, outside the text or cuts a character."""
        first, last = self._place(start), self._place(end)
        if first is None or last is None or first >= last:
            return None
        return first, last

    def shows(self, shown: Shown, *, with_edges: bool = False) -> bool:
        """True if these words stand there; how blanks and line ends are written does not matter.

        Args: with_edges: blanks at the edges have to be there, too.
        """
        ranges = [self.range(*piece) for piece in shown.pieces]
        found = [self.text[one[0] : one[1]] for one in ranges if one is not None]
        if len(found) != len(ranges):
            return False
        there, wanted = _plain(" ".join(found)), _plain(shown.words)
        return there == wanted if with_edges else there.strip() == wanted.strip()

    def _place(self, unit: int) -> int | None:
        if self.units is None:
            return unit if 0 <= unit <= len(self.text) else None
        # Where a line end counts once, the first of its two characters is meant.
        place = bisect_left(self.units, unit)
        return place if place < len(self.units) and self.units[place] == unit else None


def find_ruler(text: str, shown: Iterable[Shown], *, had_mark: bool = False) -> Ruler | None:
    """The way of counting under which all shown words stand in their places; None if there is none.

    Code points are tried first, so a text in which all ways agree, and annotations that show no words, count so.

    Args: had_mark: the file of the text began with a byte order mark, which `text` does not have.
    """
    passages = list(shown)
    # Tools may show a passage without the blanks at its edges; where one way fits those as well, it is the right one.
    for with_edges in (True, False):
        for ruler in _rulers(text, had_mark):
            if all(ruler.shows(one, with_edges=with_edges) for one in passages):
                return ruler
    return None


def utf16_ruler(text: str) -> Ruler:
    """The way in which Java and JavaScript count."""
    return Ruler(text) if text.isascii() else Ruler(text, tuple(accumulate(map(_in_utf16, text), initial=0)))


def misplacement(text: str, shown: Iterable[Shown], where: str) -> str:
    """A sentence for the user about the first passage that does not stand in its place, counted in code points.

    Args: where: what shows the words ("the annotations show").
    """
    wrong = next((one for one in shown if not Ruler(text).shows(one)), None)
    if wrong is None:
        return f"{where} the same words as the text"
    found = " ".join(text[start:end] for start, end in wrong.pieces)
    return (
        f"the text has {found[:60]!r} at {wrong.pieces[0][0]} where {where} {wrong.words[:60]!r}, and no usual way of "
        "counting makes them fit; give the text that was annotated"
    )


def _rulers(text: str, had_mark: bool) -> Iterator[Ruler]:
    yield Ruler(text)
    shifts = (1, 0) if had_mark else (0,)
    for shift in shifts:
        for width in _widths(text):
            yield Ruler(text, tuple(accumulate(map(width, text), initial=shift)))
        if "\r\n" in text:
            for width in _widths(text):
                yield Ruler(text, tuple(_without_returns(text, width, shift)))


def _widths(text: str) -> Iterator[Callable[[str], int]]:
    yield lambda character: 1
    if not text.isascii():
        yield _in_utf16
        yield lambda character: len(character.encode("utf-8", "surrogatepass"))


def _in_utf16(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _without_returns(text: str, width: Callable[[str], int], before: int) -> Iterator[int]:
    yield before
    for place, character in enumerate(text):
        before += 0 if character == "\r" and text.startswith("\n", place + 1) else width(character)
        yield before


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)
