"""What makes a name that nobody knows look like a state's: what it owns and does, and who is sent by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.resolve.candidates import is_role_word
from kg.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, PORTFOLIO, words_of
from kg.resolve.places import explains_town, is_where
from kg.resolve.state_parts import PARTS_OF_STATES
from kg.resolve.states import ORGANS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from kg.resolve.page import Page, Run, Word

    Acts = Mapping[tuple[str, int], str | None]
    """The cue of whoever is a source or target, by string and offset."""

STATE_OWNS = re.compile(
    r"(?:(?:first|deputy|acting|former|current|new|outgoing|then|interim|special|chief|vice|permanent) )*"
    r"(?:prime minister|president|premier|chancellor|king|queen|parliament|ambassador|embassy|consulate|"
    r"envoy|navy|armed forces|air force|coast guard|border guards?|central bank|supreme court|"
    r"constitution|permanent representative|representative|consul|head of state|"
    r"(?:\w+ ){0,3}(?:[Mm]inist(?:ry|er)|[Mm]inisters)|Ministry of|Prime Minister|President|Government|"
    r"Parliament|Embassy|"
    r"UN (?:ambassador|envoy|mission)|mission to the|sovereignty|independence|territorial waters|airspace|borders?)\b"
)
_OWNS_TOO = re.compile(
    r"(?:government|cabinet|army|military|troops|forces|delegation|opposition|ruling party|offer|proposal|"
    r"(?:[A-Z]\w+ ){1,2}(?:Regulator|Authority|Agency|Commission|Directorate|Inspectorate|Service))\b"
)
"""What a person may have as well as a state."""
OWNED_BY = re.compile(
    r"\b(?:government|parliament|embassy|consulate|president|prime minister|king|queen|army|navy|military|armed forces|"
    r"coast guard|republic|[Mm]inisters|presidents|governments|"
    r"kingdom|ambassador|envoy|delegation|sovereignty|independence|"
    r"[Mm]inist(?:ry|er)(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|Republic|Kingdom|Government|Embassy|Parliament|"
    r"(?:National|Federal|People's) (?:Assembly|Diet|Congress|Council)|Central Bank|National Bank|Navy|"
    r"Armed Forces|Coast Guard|Foreign Ministry) of (?:the )?$",
)
_DEMONYM_ENDINGS = re.compile(r"(?:n|an|ian|ic|ish|ese|i|er|ans|ians|s|ers|ensian|ite|ites)$")
SHORTEST = 4
"""Letters of a name at least."""
_ITS_OWN = re.compile(
    r" (?:has |had |will |would )?[a-z]+(?: back| home)? its (?:own )?(?:\w+ ){0,2}(?:ambassadors?|embassy|embassies|"
    r"consulates?|envoys?|navy|armed forces|air force|airspace|coast guard|borders?|troops|soldiers|army|warships?|"
    r"foreign minister|defen[cs]e minister|prime minister|parliament|territorial waters|sovereignty|independence)\b"
)
"""Behind a name that opens its clause: "Oressa recalled its ambassador"; what nobody has but states."""
_OWNED_TOO = re.compile(
    r"\b(?:people|peoples|representatives?|delegates?|leaders|territory|capital|citizens) of (?:the )?$"
)
"""What towns and regions have as well as states."""
DEMONYM = re.compile(r"(?:[ai]n|ese|ish|ic)$")
OFFICE = re.compile(
    r" (?:(?:first|deputy|acting|former|foreign|prime|defen[cs]e|interior|finance|trade|vice|special|chief|"
    r"permanent) )*"
    r"(?:minister|counterpart|president|premier|envoy|ambassador|delegate|foreign ministry|government|parliament|"
    r"charg[eé] d'affaires|consul|consulate|attach[eé]|negotiators?|head of mission|representative|navy|army|"
    r"(?:foreign|interior|defen[cs]e|finance|trade|energy|transport|justice|health|water|fisheries) ministry|"
    r"air force|coast guard|armed forces|border guards?|(?:head of state|king|queen))\b",
    re.I,
)
"""After a demonym: "Oressan foreign minister"."""
STATE_ACTS = words_of("""
accuse condemn reject urge thank praise demand call warn threaten veto protest deny reaffirm welcome blame summon
recognise recognize expel ratify criticise criticize denounce
""")
"""Cues that states, more than companies, are sources and targets of."""
STATE_NOUN = re.compile(
    r" (?:delegation|government|side|forces|troops|army|navy|embassy|ambassador|parliament|officials?|diplomats?|"
    r"negotiators?|soldiers|officers|sailors|envoys?|presidency|Navy|Army|Air Force|Coast Guard|"
    r"Armed Forces|Government|Parliament)\b"
)
STATE_LIKE = re.compile(
    r"(?P<strong>land|stan|mark)$|(?:[aeon]nia|[aeiou]ria|[iou]via|esia|[eou]lia|[ou]tia|stria|[eou]dia)$"
)
_BROAD = words_of("""
western eastern northern southern central european arab african asian islamic muslim jewish christian gulf baltic
nordic balkan allied latin kurdish sunni shiite catholic orthodox buddhist hindu scandinavian caribbean pacific
atlantic arctic republican democratic liberal conservative socialist communist congressional federal english senior
other
""")


def names_behind(word: str) -> list[str]:
    """The names whose demonym the word may be: "Zelmarkic" may come from Zelmark, "Oressan" from Oressa."""
    names = []
    for cut in range(1, 5):
        stem, ending = word[:-cut], word[-cut:]
        if len(stem) >= SHORTEST and _DEMONYM_ENDINGS.fullmatch(ending):
            names += [stem + rest for rest in ("", "ia", "a", "e", "o", "i", "u") if stem + rest != word]
    return names


def evidence_of(page: Page, run: Run, surnames: Set[str], acts: Acts) -> Iterable[tuple[str, int]]:
    """How strongly each word of a run looks like a state's name: 2 settles it."""
    words = page.words[run.first : run.last]
    last = words[-1]
    if (
        len(words) > 1
        and OWNED_BY.search(page.string, max(0, last.start - 60), last.start)
        and may_be_state(page, run.last - 1, surnames)
    ):
        yield last.string, 2
    word = words[0]
    is_office = bool(DEMONYM.search(word.string)) and OFFICE.match(page.string, word.end) is not None
    if any(word.low in ORG_WORDS for word in words[1:]) and len(words) > 2 and not is_office:
        return
    if not may_be_state(page, run.first, surnames):
        return
    after = page.string[word.end : word.end + 60]
    if len(words) == 1 or is_role_word(words[1]) or words[1].low in PORTFOLIO or words[1].low in ORGANS:
        owns = after.startswith("'s ") and STATE_OWNS.match(after, 3)
        owned = OWNED_BY.search(page.string, max(0, word.start - 40), word.start)
        if owned and page.label_of(word.start, word.end) == "PERSON" and not owns:
            yield word.string, 1
        elif owns or owned or _has_men(page, word, after) or is_office:
            yield word.string, 2
        elif after.startswith("'s ") and _OWNS_TOO.match(after, 3):
            yield word.string, 1
        if not owns and _OWNED_TOO.search(page.string, max(0, word.start - 40), word.start):
            yield word.string, 1
    if len(words) != 1:
        return
    if _ITS_OWN.match(page.string, word.end):
        yield word.string, 2
    label = page.label_of(word.start, word.end)
    if label == "PERSON" or is_where(page, run.first):
        return
    act = acts.get((page.source.name, word.start), "")
    speaks = act != "" or _is_subject(page, run)
    if label == "GPE":
        yield word.string, 2 if speaks else 1
    if len(word.string) >= 5 and (looks := STATE_LIKE.search(word.string)):
        yield word.string, 2 if label == "ORG" and looks["strong"] else 1
        if (label is None and speaks) or act in STATE_ACTS:
            yield word.string, 1


def _has_men(page: Page, word: Word, after: str) -> bool:
    """True for "Kestrian troops"; not for "Orlins troops" beside "Orlin", where an apostrophe was lost."""
    if not STATE_NOUN.match(after):
        return False
    return not (word.low.endswith("s") and any(other.string == word.string[:-1] for other in page.words))


def _is_subject(page: Page, run: Run) -> bool:
    before = page.before(run.first)
    if (
        before is not None
        and before.string.islower()
        and before.low not in ("and", "that", "but", "while", "as", "if", "the")
    ):
        return False
    after = page.after(run.last - 1)
    return (
        after is not None and after.string.isalpha() and after.string.islower() and after.low not in ("and", "of", "in")
    )


def may_be_state(page: Page, index: int, surnames: Set[str]) -> bool:
    """True if nothing speaks against a state of that name: no common word, person, part of a known state, town."""
    word = page.words[index]
    if len(word.string) < 4 or not word.string.isalpha() or word.low in FUNCTION_WORDS or is_role_word(word):
        return False
    if (
        word.low in _BROAD
        or word.low in ORG_WORDS
        or word.low in PORTFOLIO
        or word.low.rstrip("s") in PORTFOLIO
        or word.low in surnames
        or word.low in PARTS_OF_STATES
        or _is_others(page, index)
    ):
        return False
    return page.is_free(word.start, word.end) and page.hit_at(word.start) is None


def _is_others(page: Page, index: int) -> bool:
    """True for "Russia's Orlin": what a state has is no state."""
    before = page.before(index)
    return before is not None and before.string == "'s"


def names_of_others(page: Page) -> Iterable[str]:
    """Words in lower case that name no state: Orsk in "from Orsk, Estonia,", Orlin in "Russia's Orlin"."""
    for hit in page.hits:
        if hit.readings[0].form != "name":
            continue
        index = page.word_at(hit.start)
        if explains_town(page, index, hit.end):
            yield page.words[index - 2].low
        owned = page.word_at(hit.end) + 1
        if page.string.startswith("'s ", hit.end) and owned < len(page.words) and page.words[owned].is_capital:
            yield page.words[owned].low
