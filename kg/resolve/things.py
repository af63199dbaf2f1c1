"""Names of ships and rivers, which name nobody, whatever their words: "the frigate Kestria Star", "the lower Orle"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.candidates import is_role_word
from kg.resolve.lexicon import words_of

if TYPE_CHECKING:
    from kg.resolve.page import Page

_SHIPS = words_of("""
barge boat carrier corvette cruiser cutter destroyer dredger ferry freighter frigate icebreaker liner minesweeper
schooner ship steamer submarine tanker trawler tug tugboat vessel warship yacht
""")
_PREFIXES = frozenset({"HMS", "USS", "HMCS", "HMAS", "USNS", "USCGC", "MV", "MT", "RV", "FV"})
_REACHES = words_of("lower upper middle")


def hide_things(page: Page) -> None:
    """Let nothing be named inside the name of a ship, and none after the reach of a river."""
    for run in page.runs:
        first, last = run.first, run.last
        while first < last and page.words[first].low in _SHIPS:
            first += 1
        if first == last:
            continue
        start, end = page.words[first].start, page.words[last - 1].end
        before = page.before(first)
        if before is not None and before.string in ("'", '"'):
            before = page.before(first - 1)
        if before is None or is_role_word(page.words[first]):
            continue
        is_ship = before.low in _SHIPS and (before.string.islower() or first > run.first)
        is_ship = is_ship or (page.words[first].string in _PREFIXES and last - first > 1)
        is_reach = before.low in _REACHES and last - first == 1 and page.hit_at(start) is None
        if is_ship or is_reach:
            page.hide(start, end)
