"""States that no reference data has, told by how the article uses their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import ActorKind, MentionType
from kg.resolve.candidates import is_role_word
from kg.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, PORTFOLIO, words_of
from kg.resolve.offices import owners_of_offices
from kg.resolve.page import Naming
from kg.resolve.states import ORGANS, is_where
from kg.resolve.unknown_capitals import name_unknown_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from kg.resolve.cast import Cast
    from kg.resolve.page import Page, Run

    Acts = Mapping[tuple[str, int], str | None]

_STATE_OWNS = re.compile(
    r"(?:(?:first|deputy|acting|former|current|new|outgoing|then|interim|special|chief|vice|permanent) )*"
    r"(?:prime minister|president|premier|chancellor|king|queen|parliament|ambassador|embassy|consulate|"
    r"envoy|navy|armed forces|air force|coast guard|border guards?|central bank|supreme court|"
    r"constitution|permanent representative|representative|consul|head of state|"
    r"(?:\w+ ){0,3}(?:[Mm]inist(?:ry|er)|[Mm]inisters)|Ministry of|Prime Minister|President|Government|"
    r"Parliament|Embassy|"
    r"UN (?:ambassador|envoy|mission)|mission to the|sovereignty|independence|territorial waters|airspace|borders?)\b"
)
_OWNS_TOO = re.compile(
    r"(?:government|cabinet|army|military|troops|forces|delegation|opposition|ruling party|offer|proposal)\b"
)
"""What a person may have as well as a state."""
_OWNED_BY = re.compile(
    r"\b(?:government|parliament|embassy|consulate|president|prime minister|king|queen|army|navy|military|armed forces|"
    r"coast guard|people|republic|representatives?|delegates?|[Mm]inisters|leaders|presidents|governments|"
    r"peoples|kingdom|ambassador|envoy|delegation|sovereignty|independence|territory|capital|citizens|"
    r"[Mm]inist(?:ry|er)(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|Republic|Kingdom|Government|Embassy) of (?:the )?$",
)
_DEMONYM = re.compile(r"(?:[ai]n|ese|ish|ic)$")
_OFFICE = re.compile(
    r" (?:(?:first|deputy|acting|former|foreign|prime|defen[cs]e|interior|finance|trade|vice|special) )*"
    r"(?:minister|counterpart|president|premier|envoy|ambassador|delegate|foreign ministry|government|parliament)\b",
    re.I,
)
"""After a demonym: "Oressan foreign minister"."""
_STATE_ACTS = words_of("""
accuse condemn reject urge thank praise demand call warn threaten veto protest deny reaffirm welcome blame summon
recognise recognize expel ratify criticise criticize denounce
""")
"""Cues that states, more than companies, are sources and targets of."""
_ENOUGH = 2
_SHORTEST = 4
_JOINT = re.compile(r", |,? and (?:the )?")
_STATE_NOUN = re.compile(
    r" (?:delegation|government|side|forces|troops|army|navy|embassy|ambassador|parliament|officials?|diplomats?|"
    r"negotiators?|soldiers|officers|sailors|envoys?|presidency)\b"
)
_STATE_LIKE = re.compile(
    r"(?P<strong>land|stan|mark)$|(?:[aeon]nia|[aeiou]ria|[iou]via|esia|[eou]lia|[ou]tia|stria|[eou]dia)$"
)
_DEMONYM_ENDINGS = re.compile(r"(?:n|an|ian|ic|ish|ese|i|er|ans|ians|s|ers|ensian|ite|ites)$")
_BROAD = words_of("""
western eastern northern southern central european arab african asian islamic muslim jewish christian gulf baltic
nordic balkan allied latin kurdish sunni shiite catholic orthodox buddhist hindu scandinavian caribbean pacific
atlantic arctic republican democratic liberal conservative socialist communist congressional federal english senior
other
""")


def find_unknown_states(pages: Iterable[Page], cast: Cast, surnames: Set[str], acts: Acts) -> None:
    """Claim names that no reference data has but that the article uses as it would a state's.

    `surnames`: folded words that name persons here. `acts`: the cue of whoever is a source or target, by
    string and offset.
    """
    pages = tuple(pages)
    evidence: Counter[str] = Counter()
    for page in pages:
        for run in page.runs:
            for surface, weight in _evidence(page, run, surnames, acts):
                evidence[surface] += weight
        for start, is_sure in owners_of_offices(page):
            index = page.word_at(start)
            if index < len(page.words) and page.words[index].start == start and _may_be_state(page, index, surnames):
                word = page.words[index]
                is_body = not is_sure and page.label_of(word.start, word.end) == "ORG"
                evidence[word.string] += 1 if is_body else _ENOUGH
    words = {page.words[run.first].string for page in pages for run in page.runs}
    for surface in [surface for surface in evidence if len(surface) >= _SHORTEST]:
        # "Oressan" tells that "Oressa", where the article has it, is a state.
        base = next((name for name in _names_behind(surface) if name in words), None)
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


def _is_adjective(surface: str, pages: Iterable[Page]) -> bool:
    """True for a demonym whose state the article never names: "the Kestrian government", but no "Kestria"."""
    if not _DEMONYM.search(surface) or _STATE_LIKE.search(surface):
        return False
    return all(
        _OFFICE.match(page.string, word.end) or _STATE_NOUN.match(page.string, word.end)
        for page in pages
        for word in page.words
        if word.string == surface
    )


def _names_behind(word: str) -> list[str]:
    """The names whose demonym the word may be: "Zelmarkic" may come from Zelmark, "Oressan" from Oressa."""
    names = []
    for cut in range(1, 5):
        stem, ending = word[:-cut], word[-cut:]
        if len(stem) >= _SHORTEST and _DEMONYM_ENDINGS.fullmatch(ending):
            names += [stem + rest for rest in ("", "ia", "a", "e", "o", "i", "u") if stem + rest != word]
    return names


def _lists(pages: tuple[Page, ...], surnames: Set[str]) -> Iterable[list[str]]:
    """Single names joined by commas and "and": what one of them is, the others are."""
    for page in pages:
        names: list[str] = []
        joints: list[str] = []
        end = -1
        for run in page.runs:
            word = page.words[run.first]
            joint = page.string[end : word.start] if end >= 0 else ""
            fits = run.last - run.first == 1 and _may_be_state(page, run.first, surnames)
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


def _evidence(page: Page, run: Run, surnames: Set[str], acts: Acts) -> Iterable[tuple[str, int]]:
    """How strongly each word of a run looks like a state's name: 2 settles it."""
    words = page.words[run.first : run.last]
    last = words[-1]
    if (
        len(words) > 1
        and _OWNED_BY.search(page.string, max(0, last.start - 60), last.start)
        and _may_be_state(page, run.last - 1, surnames)
    ):
        yield last.string, 2
    if any(word.low in ORG_WORDS for word in words[1:]) and len(words) > 2:
        return
    word = words[0]
    if not _may_be_state(page, run.first, surnames):
        return
    after = page.string[word.end : word.end + 60]
    if len(words) == 1 or is_role_word(words[1]) or words[1].low in PORTFOLIO:
        owns = after.startswith("'s ") and _STATE_OWNS.match(after, 3)
        owned = _OWNED_BY.search(page.string, max(0, word.start - 40), word.start)
        if owned and page.label_of(word.start, word.end) == "PERSON" and not owns:
            yield word.string, 1
        elif owns or owned or _STATE_NOUN.match(after) or (_DEMONYM.search(word.string) and _OFFICE.match(after)):
            yield word.string, 2
        elif after.startswith("'s ") and _OWNS_TOO.match(after, 3):
            yield word.string, 1
    if len(words) != 1:
        return
    label = page.label_of(word.start, word.end)
    if label == "PERSON" or is_where(page, run.first):
        return
    act = acts.get((page.source.name, word.start), "")
    speaks = act != "" or _is_subject(page, run)
    if label == "GPE":
        yield word.string, 2 if speaks else 1
    if len(word.string) >= 5 and (looks := _STATE_LIKE.search(word.string)):
        yield word.string, 2 if label == "ORG" and looks["strong"] else 1
        if (label is None and speaks) or act in _STATE_ACTS:
            yield word.string, 1


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


def _may_be_state(page: Page, index: int, surnames: Set[str]) -> bool:
    word = page.words[index]
    if len(word.string) < 4 or not word.string.isalpha() or word.low in FUNCTION_WORDS or is_role_word(word):
        return False
    if (
        word.low in _BROAD
        or word.low in ORG_WORDS
        or word.low in PORTFOLIO
        or word.low.rstrip("s") in PORTFOLIO
        or word.low in surnames
    ):
        return False
    return page.is_free(word.start, word.end) and page.hit_at(word.start) is None


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
            name = next((name for name in _names_behind(word.string) if name in states), None)
            if name is not None:
                page.claim(Naming(
                    start=word.start, end=word.end, actor=cast.mint(ActorKind.STATE, name), type=MentionType.DEMONYM,
                    method="demonym-of-unknown", score=0.8,
                ))  # fmt: skip
