"""Places passages in a text by their words and their order, where their offsets count something else than characters.

What comes earlier by number comes earlier in the text, and what follows at once by number is parted by blanks at most.
For each passage the places that this leaves are narrowed from both ends, until one is left or nothing changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Numbered:
    """A passage with its words, and the numbers of its first token and of the one behind its last."""

    start: int
    end: int
    words: str


class Unplaceable(ValueError):
    """The words of a passage stand nowhere in the text, or at several places that the order allows."""


def places_in_order(text: str, passages: Iterable[Numbered]) -> dict[Numbered, Span]:
    """Where each passage stands.

    Raises: Unplaceable: one stands nowhere, or the order leaves a choice; its message is for the user.
    """
    order = _Order(text, sorted(set(passages)))
    order.settle()
    return order.places()


@dataclass(slots=True)
class _Window:
    """Places of some words in the text, and which of them are still possible: from `first` to `last`, included."""

    starts: Sequence[int]
    ends: Sequence[int]
    first: int
    last: int

    def narrow(self, first: int, last: int) -> bool:
        """True if fewer places are left than before."""
        before = self.last - self.first
        self.first, self.last = max(self.first, first), min(self.last, last)
        return self.last - self.first < before

    @property
    def is_settled(self) -> bool:
        return self.first == self.last


class _Order:
    def __init__(self, text: str, passages: list[Numbered]) -> None:
        self._text = text
        self._by_start = passages
        self._by_end = sorted(passages, key=lambda passage: passage.end)
        self._starting: dict[int, list[Numbered]] = defaultdict(list)
        self._ending: dict[int, list[Numbered]] = defaultdict(list)
        found: dict[str, tuple[list[int], list[int]]] = {}
        self._windows: dict[Numbered, _Window] = {}
        for passage in passages:
            self._starting[passage.start].append(passage)
            self._ending[passage.end].append(passage)
            if passage.words not in found:
                found[passage.words] = _occurrences(text, passage.words)
            starts, ends = found[passage.words]
            self._windows[passage] = _Window(starts, ends, 0, len(starts) - 1)

    def settle(self) -> None:
        """Narrow all windows as far as the order does."""
        while self._from_left() | self._from_right():
            pass

    def places(self) -> dict[Numbered, Span]:
        """The places, where each passage has one left."""
        for passage in self._by_start:
            if not self._windows[passage].is_settled:
                raise Unplaceable(f"{passage.words[:60]!r} stands at several places, and the numbers do not tell which")
        return {
            passage: Span(window.starts[window.first], window.ends[window.first])
            for passage, window in self._windows.items()
        }

    def _from_left(self) -> bool:
        """No passage begins before the earliest end of those that come before it."""
        changed, reach, done = False, 0, 0
        for passage in self._by_start:
            while self._by_end[done].end <= passage.start:
                before = self._windows[self._by_end[done]]
                reach, done = max(reach, before.ends[before.first]), done + 1
            window = self._windows[passage]
            changed |= self._narrow(passage, bisect_left(window.starts, reach), window.last)
            for before in (self._windows[one] for one in self._ending.get(passage.start, ())):
                if before.is_settled:
                    place = bisect_left(window.starts, self._behind_blanks(before.ends[before.first]))
                    changed |= self._narrow(passage, place, place)
        return changed

    def _from_right(self) -> bool:
        """No passage ends behind the latest start of those that come after it."""
        changed, limit, done = False, len(self._text), len(self._by_start) - 1
        for passage in reversed(self._by_end):
            while self._by_start[done].start >= passage.end:
                after = self._windows[self._by_start[done]]
                limit, done = min(limit, after.starts[after.last]), done - 1
            window = self._windows[passage]
            changed |= self._narrow(passage, window.first, bisect_right(window.ends, limit) - 1)
            for after in (self._windows[one] for one in self._starting.get(passage.end, ())):
                if after.is_settled:
                    place = bisect_left(window.ends, self._before_blanks(after.starts[after.first]))
                    changed |= self._narrow(passage, place, place)
        return changed

    def _narrow(self, passage: Numbered, first: int, last: int) -> bool:
        window = self._windows[passage]
        changed = window.narrow(first, last)
        if window.first > window.last:
            raise Unplaceable(f"the text does not hold {passage.words[:60]!r} where the numbers put it")
        return changed

    def _behind_blanks(self, place: int) -> int:
        while place < len(self._text) and self._text[place].isspace():
            place += 1
        return place

    def _before_blanks(self, place: int) -> int:
        while place > 0 and self._text[place - 1].isspace():
            place -= 1
        return place


def _occurrences(text: str, words: str) -> tuple[list[int], list[int]]:
    """Starts and ends of all places, those that overlap included; how blanks are written does not matter."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    starts: list[int] = []
    ends: list[int] = []
    match = pattern.search(text)
    while match is not None:
        starts.append(match.start())
        ends.append(match.end())
        match = pattern.search(text, match.start() + 1)
    return starts, ends
