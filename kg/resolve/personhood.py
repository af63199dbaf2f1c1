"""Is it a person? What role, recogniser, given name and company around a name tell."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolve.candidates import FullName, is_role_word
from kg.resolve.companies import company_end, is_company_word
from kg.resolve.lexicon import (
    ADJECTIVE_ROLES,
    ATTRIBUTES_OF_PERSONS,
    FUNCTION_WORDS,
    MEDIA_WORDS,
    MOTION,
    ORG_WORDS,
    PLACE_PREPOSITIONS,
    PLURAL_ROLES,
    PORTFOLIO,
    ROLE_HEADS,
    SITE_WORDS,
    SPEAKS_FOR_PERSONS,
    words_of,
)
from kg.resolve.names import FAMILY_FIRST, PARTICLES, fold_name

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.resolve.page import Page, Run, Word
    from kg.resolve.people import People

_APPOSITIVE = 14
_ENDS_ROLE = frozenset({"said", "says", "told", "that", "who", "and", "but", "is", "was", "are", "were"})
KIN = frozenset(
    {"son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "widow", "nephew", "niece"}
    | {"aunt", "uncle", "cousin", "grandson", "granddaughter", "partner"}
)
_PLACES = words_of("city town village suburb island port capital neighborhood neighbourhood outskirts streets state")
_ATTRIBUTES_OF_PLACES = words_of("police stock shares residents airport schools officials authorities")
_REGION_BEHIND = re.compile(
    r" (?:[A-Z]{2}|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|"
    r"Okla|Ont|Ore|Pa|Que|Tenn|Va|Vt|Wash|Wis|Wyo|Ohio|Texas|Iowa|Maine|Utah|Idaho|California|Florida|Illinois)\b"
)
"""Behind a comma they tell that the name before is a town's."""
_PLATFORMS = words_of(
    "Facebook Google Instagram LinkedIn Reddit Signal Skype Telegram TikTok Twitter WhatsApp YouTube Zoom"
)
_ARABIC_ARTICLES = frozenset({"al", "el"})
_ARTICLES = frozenset({"the", "a", "an", "this"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "several", "many", "some", "other"})
_PERSONAL_VERBS = frozenset({"chairs", "chaired", "presides", "presided", "edits", "edited"})
"""What persons do and bodies do not."""


def is_person(page: Page, name: FullName, people: People) -> bool:
    """True if a name of several words is a person's, by role, recogniser, given name and what surrounds it."""
    words = page.words[name.first : name.last]
    if any(word.low in ORG_WORDS for word in words) or any(part.isdigit() for part in name.parts):
        return False
    start, end = words[0].start, words[-1].end
    if page.words[name.last - 1].string.rstrip(".").isalpha() and len(name.parts[-1].rstrip(".")) == 1:
        return False  # "U. S": initials only
    if company_end(page, name.last) > name.last or _ends_in_state(page, name):
        return False
    label = page.label_of(start, end)
    first = fold_name(name.parts[0]).split(" ")[0]
    is_given = first in people.cast.authority.given_names
    if is_company_word(words[-1]) and not (is_given and len(name.parts) == 2 and name.has_role):
        return False
    # "Sarn Dam", which the recogniser takes for a person; but not "Anna Bridge" or "envoy Mira Dam".
    if all(word.string in _PLATFORMS or _is_closed(word) for word in words) and not is_given:
        return False
    if words[-1].low in SITE_WORDS and not (
        (is_given and not says_where(page, name.first, name.last))
        or name.has_role
        or _has_role_around(page, name)
        or people.knows(name.parts)
    ):
        return False
    if name.has_role or label == "PERSON" or _has_role_around(page, name):
        return label not in ("DATE",) or name.has_role
    if people.knows(name.parts):
        return True
    if label is not None and label != "GPE":
        return is_given and label == "ORG" and len(name.parts) == 2
    if label is None and len(name.parts) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]{2,}", name.parts[1]):
        return True  # "Wong Kwok-hing"
    if is_given or (name.parts[0].endswith(".") and len(name.parts[0]) == 2 and len(name.parts[-1]) > 2):
        return True
    return first in FAMILY_FIRST and len(name.parts) in (2, 3) and label is None and page.hit_at(start) is None


def _ends_in_state(page: Page, name: FullName) -> bool:
    """True for "Virgin Australia": a state's name that is nobody's surname, behind a word without a role."""
    hit = page.hit_at(page.words[name.last - 1].start)
    if hit is None or name.has_role or len(hit.readings) != 1:
        return False
    reading = hit.readings[0]
    return reading.form == "name" and not reading.needs_context and (reading.actor or "").startswith("state/")


def is_relative(page: Page, name: FullName) -> bool:
    """True for "his son, NAME,"."""
    before, after = page.before(name.first), page.after(name.last - 1)
    if before is None or after is None or before.string != "," or after.string != "," or name.first < 3:
        return False
    return page.words[name.first - 2].low in KIN and page.words[name.first - 3].low in ("his", "her", "their", "'s")


def _has_role_around(page: Page, name: FullName) -> bool:
    """True for "NAME, the deputy envoy", "his adviser, NAME," and "NAME chairs the board"."""
    words = page.words
    after = page.after(name.last - 1)
    if after is not None and after.low in _PERSONAL_VERBS and len(name.parts) > 1:
        return True
    if after is not None and after.string == ",":
        for word, following in pairwise(words[name.last + 1 : name.last + 2 + _APPOSITIVE]):
            if word.string in ",.;:" or word.start - after.end > 160:
                break
            # In "..., Foreign Minister Anton Rusk said" the role is that of the next name.
            if word.low in ROLE_HEADS and not (following.is_capital and not is_role_word(following)):
                return True
    before = page.before(name.first)
    closes = after is not None and after.string in ",."
    return before is not None and before.string == "," and closes and _role_ends_at(page, name.first - 1)


def _role_ends_at(page: Page, comma: int) -> bool:
    """True for "his adviser," and "a spokesman for Estmark,"."""
    words = page.words
    for index in range(comma - 1, max(-1, comma - 7), -1):
        if not words[index].string[0].isalnum() or words[index].low in _ENDS_ROLE:
            return False
        if is_role_word(words[index]):
            return index == comma - 1 or words[index + 1].low in ("for", "of", "at", "to", "with")
    return False


def is_place(page: Page, index: int, form: str, rank: int) -> bool:
    """True where a name that a capital or state bears too only says where."""
    start = page.words[index].start
    if page.hit_at(start) is None:
        return False
    if rank > 0 and fold_name(form) not in FAMILY_FIRST:
        return True
    before = page.before(index)
    if before is None:
        return False
    if before.low == "of" and index > 1 and page.words[index - 2].low in _PLACES:
        return True
    recent = {word.low for word in page.words[max(0, index - 4) : index]}
    return before.low in PLACE_PREPOSITIONS or (before.low in ("from", "to") and bool(recent & MOTION))


def is_single_person(page: Page, name: FullName) -> bool:
    """True if the single name after a role may be a person's, not that of a firm, a bridge or a county."""
    word, end = page.words[name.first], page.words[name.last - 1].end
    before, earlier = page.words[name.first - 1], page.words[max(0, name.first - 2)]
    if before.low in ADJECTIVE_ROLES and (before.string.islower() or before.low == "executive"):
        is_compound = earlier.low in PORTFOLIO or earlier.low in ROLE_HEADS  # "chief executive", "attorney general"
        if not is_compound:
            return False
    is_acronym = len(word.string) > 1 and word.string.isupper() and not page.is_capitals_at(word.start)
    if is_acronym or word.low in SITE_WORDS or is_company_word(word):
        return False
    return page.label_of(word.start, end) not in ("GPE", "DATE") and not _owns_site(page, name.last)


def _owns_site(page: Page, last: int) -> bool:
    """True for "Prince [George]'s County" and "St. [Joseph]'s Regional Medical Center"."""
    if last + 1 >= len(page.words) or page.words[last].string != "'s":
        return False
    index = last + 1
    while index < len(page.words) and page.words[index].is_capital and page.after(index - 1) is not None:
        index += 1
    tail = page.words[index - 1]
    return index > last + 1 and (tail.low in SITE_WORDS or tail.low in ORG_WORDS or tail.low in ("county", "parish"))


def _is_closed(word: Word) -> bool:
    is_word = word.string.replace("-", "").replace("'", "").isalpha() and len(word.string) > 1
    if word.string in _PLATFORMS or re.search(r"(?<!Mc)(?<!Mac)(?<!De)(?<!La)(?<!Le)[a-z][A-Z]", word.string):
        return True
    closed = (ORG_WORDS, MEDIA_WORDS, PORTFOLIO, SITE_WORDS, FUNCTION_WORDS, PLURAL_ROLES)
    return not is_word or is_role_word(word) or is_company_word(word) or any(word.low in words for words in closed)


def says_where(page: Page, first: int, last: int) -> bool:
    """True for "in X", "the suburb of X", "19, of X", "Holm, X and Tarn" beside places, and "X, Ohio"."""
    words, before = page.words, page.before(first)
    after = page.after(last - 1)
    if after is not None and after.string == "," and _REGION_BEHIND.match(page.string, after.end):
        return True
    if before is None:
        return False
    if before.low == "of" and first > 1 and (words[first - 2].low in _PLACES or words[first - 2].string == ","):
        return True
    if before.low in (",", "and") and first > 1 and page.label_before(first - 1) in ("GPE", "LOC", "FAC"):
        return True
    return before.low in PLACE_PREPOSITIONS


def _is_attribute(page: Page, last: int) -> bool:
    """True for "Foley coach Anna Holm" and "Chandler police": places, teams and papers, not persons."""
    after = page.after(last - 1)
    if after is None or not after.string.islower():
        return False
    is_role = (after.low in ROLE_HEADS or after.low in PLURAL_ROLES) and after.low not in SPEAKS_FOR_PERSONS
    return is_role or after.low in _ATTRIBUTES_OF_PLACES


def is_lone_person(page: Page, run: Run, given_names: Container[str]) -> FullName | None:
    """The single name that a run is, where it is a person's although no role and no full name shows it.

    The recogniser says so, or what the name has: "Guerrero's wife", "Kayla, who lives here".
    """
    first, last = run.first, run.last
    while last > first and page.words[last - 1].string in ('"', "'", "'s"):
        last -= 1
    words = page.words[first:last]
    has_particle = len(words) == 2 and words[0].low in PARTICLES - _ARABIC_ARTICLES
    if not words or (len(words) > 1 and not has_particle):
        return None
    word, start, end = words[-1], words[0].start, words[-1].end
    if _is_closed(word) or not page.is_free(start, end) or page.hit_at(start) is not None:
        return None
    if word.string.isupper() and not page.is_capitals_at(word.start):
        return None
    before, after = page.before(first), page.after(last - 1)
    if says_where(page, first, last) or _is_attribute(page, last):
        return None
    if before is not None and before.low in _OWNERS:
        return None  # "his Kestrian colleague"
    has_article = before is not None and before.low in _ARTICLES
    if has_article and not (after is not None and after.low in ATTRIBUTES_OF_PERSONS):
        return None
    is_owner = after is not None and after.string == "'s" and last + 1 < len(page.words)
    has_kin = is_owner and page.words[last + 1].low in KIN
    is_who = after is not None and after.string == "," and page.words[last + 1].low == "who"
    if page.label_of(start, end) == "PERSON" or has_kin or (is_who and fold_name(word.string) in given_names):
        return FullName(first, last, tuple(w.string for w in words), has_role=False)
    return None
