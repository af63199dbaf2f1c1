"""Candidate names in a run of capitals: which words of "Foreign Minister Anna de Holm's" may be a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.lexicon import ORG_WORDS, PORTFOLIO, ROLE_ACRONYMS, ROLE_HEADS, TITLES
from kg.resolve.names import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.page import Page, Word

_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name in the text: words [first, last) of the page, nickname left out in `parts`."""

    first: int
    last: int
    parts: tuple[str, ...]
    has_role: bool


def names_in(page: Page, first: int, last: int) -> Iterator[FullName]:
    """Candidate names of a run: what follows its last role word, or the run as a whole."""
    words = page.words
    while first < last and words[first].low in PARTICLES:
        first += 1
    stop = last
    while stop > first and words[stop - 1].string in ('"', "'", "'s"):
        stop -= 1
    begin = first
    for index in range(first, stop):
        if is_role_word(words[index]) and index + 1 < stop:
            begin = index + 1
    has_role = begin > first
    while begin < stop - 1 and words[begin].low in PORTFOLIO:
        begin += 1
    ahead = begin
    begin = _past_known(page, begin, stop)
    begin = next((i for i in range(begin + 1, stop - 1) if _ends_in_person(page, begin, i, stop)), begin)
    has_role = has_role or begin > ahead or has_role_before(page, begin)
    parts = _parts(words[begin:stop])
    named = len(parts) > 1 or words[begin].low not in ORG_WORDS | PORTFOLIO if parts else False
    if named and len(parts) <= _LONGEST_NAME and not is_role_word(words[begin]):
        yield FullName(begin, stop, parts, has_role)


def pieces(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Parts of a run that may be a shorter name: all of it, or what follows a role or title."""
    while first < last - 1 and (is_role_word(page.words[first]) or page.words[first].low in PORTFOLIO):
        first += 1
    while last - 1 > first and page.words[last - 1].string in ('"', "'", "'s"):
        last -= 1
    if last - first <= 3:
        before = page.before(first)
        if before is not None and before.low in PARTICLES and last - first == 1:
            yield first - 1, last
        yield first, last
    # "GAFs Heyman", where apostrophes were lost.
    if last - first == 2 and re.fullmatch(r"[A-Z]{2,}s", page.words[first].string):
        yield first + 1, last


def is_role_word(word: Word) -> bool:
    """True for nouns that name a role, and for forms of address."""
    low = word.low.rstrip(".")
    return low in ROLE_HEADS or low in TITLES or word.string in ROLE_ACRONYMS


def has_role_before(page: Page, index: int) -> bool:
    """True for "envoy [Holm]" and "Mr. [Holm]"; "St. [Joseph]" is a place or an institution."""
    word = page.before(index)
    if word is None:
        return False
    if word.string == "." and index >= 2 and page.words[index - 2].low in TITLES:
        return page.words[index - 2].low != "st"
    return is_role_word(word) and word.low != "people"


def _ends_in_person(page: Page, begin: int, index: int, stop: int) -> bool:
    """True for "Refugee Council [Ida Holm]": an organisation's or state's name, then a person."""
    if page.label_of(page.words[index].start, page.words[stop - 1].end) != "PERSON":
        return False
    return any(word.low in ORG_WORDS or page.hit_at(word.start) is not None for word in page.words[begin:index])


def _past_known(page: Page, begin: int, stop: int) -> int:
    """Behind "Russian" in "Russian Boris Iv", and behind "UN" in "ambassador to the UN Ingrid Sol"."""
    hit = page.hit_at(page.words[begin].start)
    if hit is None:
        return begin
    past = page.word_at(hit.end)
    before = page.before(begin)
    if before is not None and before.low == "the":
        before = page.before(begin - 1)
    is_owner = hit.readings[0].form == "demonym" or (before is not None and before.low == "to")
    return past if stop - past >= 2 and is_owner else begin


def _parts(words: list[Word]) -> tuple[str, ...]:
    parts: list[str] = []
    quoted = None
    for word in words:
        if word.string in ('"', "'"):
            quoted = None if quoted else word.string
        elif quoted is None:
            parts.append(word.string)
    return tuple(parts)
