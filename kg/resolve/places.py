"""Names that only say where: "in Moscow", "Paris, Texas", "at the White House", "the bridge between A and B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.resolve.lexicon import MOTION, PLACE_PREPOSITIONS, words_of
from kg.resolve.organisation_names import NO_BODIES

if TYPE_CHECKING:
    from kg.resolve.automaton import Hit
    from kg.resolve.page import Page

_LOCAL_OFFICES = words_of(
    "archbishop bishop chief city general governor mayor outskirts prosecutor streets suburb suburbs university"
)
_GOES_ON = words_of("""
after and as at before by during for from in last next of on or since that this to until when where which while who with
""")
_LONGEST_LIST = 6
_NO_GOVERNMENT = words_of("""
airport area bourse bureau conference correspondent cathedral court district exchange festival headquarters hospital
hotel landmark marathon market mayor meeting museum office opera outskirts radio resident residents restaurant school
stadium station stock street studio suburb suburbs subway summit talks theatre traffic university zoo
""")
"""Behind a capital they show that it only says where: "Tehran radio", "its Washington headquarters"."""
_BESIDE_LARGER = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?(?:[.,;:]|$)")
"""What follows a town that its state or country explains; after a list of governments stands "and"."""
_HOUSES = frozenset({
    "White House", "Kremlin", "Pentagon", "Blue House", "Downing Street", "10 Downing Street", "Capitol", "Elysee",
    "Elysée", "Elysee Palace", "Élysée Palace", "Capitol Hill", "Foggy Bottom", "Whitehall",
})  # fmt: skip
"""Buildings and streets by which those who work there are called."""
BETWEEN = re.compile(
    r"\b(?:bridges?|borders?|buses|cables?|ferry|ferries|flights?|highway|line|lines|pipelines?|railways?|river|road|"
    r"roads|routes?|sails|strait|tunnel|trains?)\b[^.;]{0,40} between (?:[A-Z][\w'-]+ and )?$"
)
"""What runs between two places."""
_BEFORE_TOWNS = PLACE_PREPOSITIONS | frozenset({"from", "to", "of", "and"})
_US_GEORGIA = frozenset({"Atlanta", "Savannah", "Macon", "Augusta", "Athens", "Columbus"})


def is_house(page: Page, hit: Hit, surface: str) -> bool:
    """True for "signed at the White House": a seat of government that only says where."""
    if surface.removeprefix("the ").removeprefix("The ") not in _HOUSES:
        return False
    index = page.word_at(hit.start)
    before = page.before(index)
    if before is not None and before.low == "the":
        before = page.before(index - 1)
    return before is not None and before.low in PLACE_PREPOSITIONS


def is_only_city(page: Page, hit: Hit) -> bool:
    """True for "Paris, Texas", "Tehran radio" and "Paris Accords": a capital that stands for no government."""
    if _BESIDE_LARGER.match(page.string, hit.end):
        return True
    begin = page.word_at(hit.start)
    before = page.before(begin)
    if before is not None and before.low == "of" and begin > 1 and page.words[begin - 2].low in _LOCAL_OFFICES:
        return True
    index = page.word_at(hit.end)
    after = page.words[index] if index < len(page.words) and page.before(index) is not None else None
    return after is not None and (after.low in _NO_GOVERNMENT or (after.is_capital and after.low in NO_BODIES))


def is_in_list_of_places(page: Page, index: int) -> bool:
    """True for the later names of "in Poland, Latvia and Estonia". In "In Moscow, Russia said" a clause begins."""
    after = page.after(page.word_at(page.words[index].end) - 1)
    if after is not None and after.string.isalpha() and after.string.islower() and after.low not in _GOES_ON:
        return False
    for _ in range(_LONGEST_LIST):
        joint = page.before(index)
        if joint is None or joint.low not in ("and", ",", "or"):
            return False
        index -= 3 if joint.low != "," and index > 1 and page.words[index - 2].string == "," else 2
        if index < 1 or not page.words[index].is_capital:
            return False
        while index > 1 and page.words[index - 1].is_capital and page.before(index) is not None:
            index -= 1
        if is_where(page, index):
            return not page.opens_sentence(index - 1)
    return False


def is_dateline(page: Page, hit: Hit) -> bool:
    """True for a place that makes up a line, or opens one in capitals before a comma, bracket or dash."""
    number = page.source.paragraph_at(hit.start)
    if number is None or page.source.paragraphs[number].start != hit.start or page.source.name == "title":
        return False
    rest = page.string[hit.end : page.source.paragraphs[number].end].strip()
    return not rest or (page.string[hit.start : hit.end].isupper() and rest[:1] in ",(-–—")


def explains_town(page: Page, index: int, end: int) -> bool:
    """True for the state in "from Orsk, Estonia,": it says where a town lies. It has its first word at `index`."""
    if page.string[end : end + 1] not in (",", ".", ";", ":", ")") or index < 2 or page.words[index - 1].string != ",":
        return False
    town = page.words[index - 2]
    first = index - 2
    while first > 0 and page.words[first - 1].is_capital and page.before(first) is not None:
        first -= 1
    before = page.before(first)
    if before is None or page.before(index - 1) is None or not town.is_capital or page.hit_at(town.start) is not None:
        return False
    return before.low in _BEFORE_TOWNS


def is_where(page: Page, index: int) -> bool:
    """True if the name at that word only says where: "in Moscow", "flew to Moscow"."""
    before = page.before(index)
    if before is not None and before.low == "the":
        index -= 1
        before = page.before(index)
    if before is None:
        return False
    recent = {word.low for word in page.words[max(0, index - 5) : index]}
    return before.low in PLACE_PREPOSITIONS or (before.low in ("from", "to", "for") and bool(recent & MOTION))


def is_us_georgia(page: Page, start: int) -> bool:
    """True for "Georgia" where sentence or dateline name what lies in the state of the United States."""
    number = page.source.sentence_at(start)
    begin, end = page.source.sentences[number] if number is not None else (max(0, start - 200), start + 200)
    near = page.string[begin:end]
    if "Tbilisi" in near:
        return False
    line = page.source.shadow.string[:40].casefold()
    return any(city in near for city in _US_GEORGIA) or line.startswith("atlanta") or "state legislature" in near
