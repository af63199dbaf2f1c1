"""Unknown states whose name has two words: "North Kelvia", "New Tamaria"; and then "the North"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, MentionType
from kg.resolve.page import Naming
from kg.resolve.state_evidence import DEMONYM, OFFICE, OWNED_BY, STATE_NOUN, STATE_OWNS, may_be_state, names_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from kg.model import ActorId
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_COMPASS: Final = frozenset({"North", "South", "East", "West"})
_FIRST: Final = _COMPASS | {"New", "Greater", "Upper", "Lower"}
_SIDE = re.compile(
    r"\b[Tt]he (?P<side>North|South|East|West)(?P<adjective>ern)?\b(?! (?:[A-Z]|[Ss]ea|[Pp]ole|[Cc]oast|side))"
)
_DOES = re.compile(r" (?:has|had|is|was|says|said|wants|wanted|will|would|denies|denied|[a-z]{3,}(?:es|ed))\b")
_ENOUGH: Final = 2


def find_compound_states(pages: tuple[Page, ...], cast: Cast, surnames: Set[str]) -> None:
    """Claim two-word names that have what only states have, or whose two halves the article sets against each other."""
    evidence: Counter[str] = Counter()
    for page in pages:
        for name, start, end in _names(page, surnames):
            after = page.string[end : end + 60]
            owns = after.startswith("'s ") and STATE_OWNS.match(after, 3)
            owned = OWNED_BY.search(page.string, max(0, start - 60), start)
            office = OFFICE.match(after) or STATE_NOUN.match(after)
            evidence[name] += _ENOUGH if owns or owned or (office and DEMONYM.search(name)) else 0
    met = {name for page in pages for name, _, _ in _names(page, surnames)}
    for name in met:
        side, base = name.split()
        if any(f"{other} {base}" in met for other in _COMPASS - {side}) and side in _COMPASS:
            evidence[name] += 1 + any(_acts_as_half(page, side) for page in pages)
    states = {name for name in met if evidence[name] >= _ENOUGH}
    states -= {name for name in states if any(base in met - {name} for base in _bases(name))}
    for page in pages if states else ():
        _claim(page, cast, states, surnames)
        _claim_sides(page, cast, states)


def _names(page: Page, surnames: Set[str]) -> Iterator[tuple[str, int, int]]:
    """Pairs of words that may be a state's name: the pair, and where it stands."""
    for run in page.runs:
        for index in range(run.first, run.last - 1):
            one, other = page.words[index], page.words[index + 1]
            is_free = page.hit_at(one.start) is None and page.is_free(one.start, other.end)
            if one.string in _FIRST and is_free and may_be_state(page, index + 1, surnames):
                yield f"{one.string} {other.string}", one.start, other.end


def _bases(name: str) -> list[str]:
    """The names whose demonym the pair may be: "North Kelvia" of "North Kelvian"."""
    side, word = name.split()
    return [f"{side} {base}" for base in names_behind(word)]


def _acts_as_half(page: Page, side: str) -> bool:
    return any(found["side"] == side and _DOES.match(page.string, found.end()) for found in _SIDE.finditer(page.string))


def _claim(page: Page, cast: Cast, states: set[str], surnames: Set[str]) -> None:
    for name, start, end in list(_names(page, surnames)):
        base = name if name in states else next((base for base in _bases(name) if base in states), None)
        if base is None:
            continue
        state = cast.mint(ActorKind.STATE, base)
        is_name = base == name
        if is_name:
            cast.name(state, name)
        page.claim(Naming(
            start=start, end=end, actor=state, type=MentionType.NAME if is_name else MentionType.DEMONYM,
            method="used-as-state" if is_name else "demonym-of-unknown", score=0.8,
        ))  # fmt: skip


def _claim_sides(page: Page, cast: Cast, states: set[str]) -> None:
    """ "The North" and "the Northern capital", where one state of the article is the northern one."""
    halves: dict[str, ActorId | None] = {}
    for name in sorted(states):
        side = name.split()[0]
        halves[side] = None if side in halves else cast.mint(ActorKind.STATE, name)
    for found in _SIDE.finditer(page.string):
        half = halves.get(found["side"])
        start = found.start("side") if found["adjective"] else found.start()
        if half is None or not page.is_free(start, found.end()):
            continue
        page.claim(Naming(
            start=start, end=found.end(), actor=half, method="half-of-country", score=0.8,
            type=MentionType.DEMONYM if found["adjective"] else MentionType.NOMINAL,
        ))  # fmt: skip
