"""States that no reference data has, told by how the article uses their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import ActorKind, MentionType
from kg.resolve.acting_capitals import name_acting_capitals
from kg.resolve.compound_states import find_compound_states
from kg.resolve.lexicon import ORG_WORDS
from kg.resolve.offices import owners_of_offices
from kg.resolve.page import Naming
from kg.resolve.state_evidence import (
    DEMONYM,
    OFFICE,
    SHORTEST,
    STATE_LIKE,
    STATE_NOUN,
    evidence_of,
    may_be_state,
    names_behind,
    names_of_others,
)
from kg.resolve.states import ORGANS
from kg.resolve.unknown_capitals import name_unknown_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from kg.resolve.cast import Cast
    from kg.resolve.page import Page
    from kg.resolve.state_evidence import Acts

_ENOUGH = 2
_JOINT = re.compile(r", |,? and (?:the )?")


def find_unknown_states(pages: Iterable[Page], cast: Cast, surnames: Set[str], acts: Acts) -> None:
    """Claim names that no reference data has but that the article uses as it would a state's.

    `surnames`: folded words that name persons here. `acts`: the cue of whoever is a source or target, by
    string and offset.
    """
    pages = tuple(pages)
    surnames = surnames | {word for page in pages for word in names_of_others(page)}
    find_compound_states(pages, cast, surnames)
    evidence: Counter[str] = Counter()
    for page in pages:
        for run in page.runs:
            for surface, weight in evidence_of(page, run, surnames, acts):
                evidence[surface] += weight
        for start, is_sure in owners_of_offices(page):
            index = page.word_at(start)
            if index < len(page.words) and page.words[index].start == start and may_be_state(page, index, surnames):
                word = page.words[index]
                is_body = not is_sure and page.label_of(word.start, word.end) == "ORG"
                evidence[word.string] += 1 if is_body else _ENOUGH
    words = {page.words[run.first].string for page in pages for run in page.runs}
    for surface in [surface for surface in evidence if len(surface) >= SHORTEST]:
        # "Oressan" tells that "Oressa", where the article has it, is a state.
        base = next((name for name in names_behind(surface) if name in words), None)
        if base is not None:
            evidence[base] += evidence.pop(surface)
    for names in _lists(pages, surnames):
        if any(evidence[name] >= _ENOUGH for name in names):
            for name in names:
                evidence[name] += _ENOUGH
    states = {surface for surface, weight in evidence.items() if weight >= _ENOUGH}
    for surface in sorted(states):
        state = cast.mint(ActorKind.STATE, surface)
        if _is_adjective(surface, pages):
            cast.adjectives.add(state)
    for page in pages:
        _claim_states(page, cast, states)
    name_unknown_capitals(pages, cast)
    name_acting_capitals(pages, cast, acts, surnames)


def _is_adjective(surface: str, pages: Iterable[Page]) -> bool:
    """True for a demonym whose state the article never names: "the Kestrian government", but no "Kestria"."""
    if not DEMONYM.search(surface) or STATE_LIKE.search(surface):
        return False
    return all(
        OFFICE.match(page.string, word.end) or STATE_NOUN.match(page.string, word.end)
        for page in pages
        for word in page.words
        if word.string == surface
    )


def _lists(pages: tuple[Page, ...], surnames: Set[str]) -> Iterable[list[str]]:
    """Single names joined by commas and "and": what one of them is, the others are."""
    for page in pages:
        names: list[str] = []
        joints: list[str] = []
        end = -1
        for run in page.runs:
            word = page.words[run.first]
            joint = page.string[end : word.start] if end >= 0 else ""
            fits = run.last - run.first == 1 and may_be_state(page, run.first, surnames)
            if not fits or not _JOINT.fullmatch(joint):
                if len(names) > 1 and "and" in joints[-1]:
                    yield names
                names, joints = [], []
            else:
                joints.append(joint)
            names = [*names, word.string] if fits else []
            end = word.end if fits else -1
        if len(names) > 1 and "and" in joints[-1]:
            yield names


def _claim_states(page: Page, cast: Cast, states: set[str]) -> None:
    for run in page.runs:
        for index in range(run.first, run.last):
            word = page.words[index]
            if not page.is_free(word.start, word.end):
                continue
            organisation = run.last - run.first > 1 and page.words[run.last - 1].low in ORG_WORDS - ORGANS
            if word.string in states and not organisation:
                state = cast.mint(ActorKind.STATE, word.string)
                cast.name(state, word.string)
                page.claim(Naming(start=word.start, end=word.end, actor=state, method="used-as-state", score=0.8))
                continue
            name = next((name for name in names_behind(word.string) if name in states), None)
            if name is not None:
                page.claim(Naming(
                    start=word.start, end=word.end, actor=cast.mint(ActorKind.STATE, name), type=MentionType.DEMONYM,
                    method="demonym-of-unknown", score=0.8,
                ))  # fmt: skip
