"""How a claim is put: whether as a fact, a plan or a demand, who does it, where, for what cause, and how exact its
numbers are. By plain rules on the string, as for its words.

>>> frame = framed("Norland will open the bridge at Osk")
>>> frame.mood, sorted(frame.agents), sorted(frame.places)
('future', ['norland'], ['osk'])
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from kg.statements.propositions.claim_words import claim_words
from kg.statements.propositions.stems import stem_of, word_set

if TYPE_CHECKING:
    from kg.statements.propositions.claim_words import ClaimWords

Mood = Literal["fact", "future", "demand", "possible", "any"]
Bound = Literal["least", "most", "about"]

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:]")
_DEMANDS: Final = re.compile(r"\b(?:must|should|ought|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
_POSSIBLE: Final = re.compile(r"\b(?:may|might|could|can)\b(?! be no\b)")
_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall|won['’]t|(?:is|are|was|were) (?:set |going |about )?to|(?:plans?|intends?|vows?|promises?"
    r"|aims?) to)\b|^to\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:had|has|have|was|were|did)\b|[a-z]{2}ed\b", re.IGNORECASE)
_BOUNDS: Final[tuple[tuple[Bound, str], ...]] = (
    ("least", r"at least|more than|over|no (?:less|fewer) than|upwards? of|not less than|above"),
    ("most", r"at most|less than|fewer than|under|up to|no more than|not more than|only|barely|below"),
    ("about", r"about|around|some|nearly|almost|roughly|approximately|close to|an estimated"),
)
_BOUND: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS) + r") (?:a |the )?(?P<of>[\w,.-]+)",
    re.IGNORECASE,
)
_PLENTY: Final = re.compile(
    r"\b(?P<many>dozens|scores|hundreds|(?:tens of |hundreds of )?thousands|millions|several|many|numerous) (?:of )?"
    r"(?P<of>[^\W\d_]+)",
    re.IGNORECASE,
)
_LEAST: Final = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "tens of thousands": 2e4,
    "hundreds of thousands": 2e5, "millions": 2e6, "several": 3, "many": 5, "numerous": 5,
}  # fmt: skip
"""The least that a vague number can mean."""
_CAUSED: Final = re.compile(
    r"\b(?:(?:was|were|is|are|been|being) (?:directly |partly )?(?:caused|triggered|sparked|started|provoked|set off"
    r"|brought about|ignited|brought down) by|(?:was|were|is|are) (?:due to|the (?:result|work|fault) of)"
    r"|(?:due|owing) to|because of|(?:resulted|came|stemmed) from|as a result of)\b",
    re.IGNORECASE,
)
"""The cause stands after these words, what it brought about before them."""
_CAUSES: Final = re.compile(
    r"\b(?:caused|causes|triggered|sparked|started|provoked|brought about|led to|set off|ignited)\b", re.IGNORECASE
)
"""The cause stands before these words."""
_BY: Final = re.compile(r"\b(?:by|(?:came|come|fired|launched) from)$", re.IGNORECASE)
_AT: Final = re.compile(r"\b(?:in|at|near|off)$", re.IGNORECASE)
_NONE: Final = re.compile(
    r"\b(?:no|without|not (?:a|any|one)(?: single)?) (?P<thing>[^\W\d_]+ ?[^\W\d_]*)", re.IGNORECASE
)
_FIRST_WORDS: Final = 2
"""Content words in which the name of those who do something stands, where no "by" names them."""
_ALL: Final = re.compile(r"\b(?:all|every|each|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How one claim is put."""

    mood: Mood
    """"any": the present, which goes with all."""
    limits: frozenset[tuple[Bound, float, str]]
    """Bounds of a number, with the stem of what is counted: "at least 12 sailors", "thousands of refugees"."""
    agents: frozenset[str]
    """Stems of the words that name those who do it."""
    places: frozenset[str]
    """Stems of the words that name where, after "in", "at", "near"."""
    cause: frozenset[str]
    """Stems of what is said to have brought it about; empty: nothing is."""
    effect: frozenset[str]
    """Stems of what it brought about."""
    denied: frozenset[str]
    """Stems of the words after "no" and "without": what there is none of."""
    is_of_all: bool
    """True for "all members", "every state": one exception makes it untrue."""

    def as_demand(self) -> Frame:
        """The same, put as a demand where it has no tense of its own."""
        return replace(self, mood="demand") if self.mood == "any" else self


@lru_cache(maxsize=1 << 14)
def framed(text: str) -> Frame:
    """How a claim is put; see the example above."""
    words = claim_words(text)
    cause, effect = _cause(text)
    return Frame(
        mood=_mood(text),
        limits=_limits(text),
        agents=_named(text, _BY, words) or (frozenset() if words.is_passive else _first(words)),
        places=_named(text, _AT, words),
        cause=cause,
        effect=effect,
        denied=frozenset(
            stem
            for match in _NONE.finditer(text)
            for stem in claim_words(match["thing"]).tokens[:1]
            if stem in words.stems
        ),
        is_of_all=_ALL.search(text) is not None,
    )


def at_odds(one: Frame, other: Frame) -> bool:
    """True where the one tells a fact and the other a plan, a demand or what is possible."""
    moods = {one.mood, other.mood}
    return len(moods) == 2 and "any" not in moods and moods != {"future", "demand"}


_BESIDE: Final = re.compile(
    r"\b(?:because|after|since|when|as|if|who|which|while|although|though|despite|unless|until|before)\b"
)
"""What opens a clause that is put in its own way."""


def _mood(text: str) -> Mood:
    beside = _BESIDE.search(text, 1)
    text = text[: beside.start()] if beside else text
    if _DEMANDS.search(text):
        return "demand"
    if _POSSIBLE.search(text):
        return "possible"
    if _FUTURE.search(text):
        return "future"
    return "fact" if _PAST.search(text) or set(text.split()) & _IRREGULAR else "any"


_IRREGULAR: Final = word_set("""
    sent left met held kept gave took went made began rose fell grew shot sank built lost won paid sold bought
    found knew saw fought withdrew struck blew brought led spoke wrote chose ran came became stood drew hid
    stole spent fled caught shrank swore flew threw forbade froze dealt hit shut put cut set let
""")
"""Past forms without an ending."""


def _limits(text: str) -> frozenset[tuple[Bound, float, str]]:
    found: set[tuple[Bound, float, str]] = set()
    for match in _PLENTY.finditer(text):
        found.add(("least", float(_LEAST[match["many"].lower()]), stem_of(match["of"].lower())))
    for match in _BOUND.finditer(text):
        kind = next(name for name, _ in _BOUNDS if match[name])
        for value, unit in claim_words(text[match.start("of") :]).numbers:
            if claim_words(match["of"]).numbers and value in {number for number, _ in claim_words(text).numbers}:
                found.add((kind, value, unit))
    return frozenset(found)


def _cause(text: str) -> tuple[frozenset[str], frozenset[str]]:
    if match := _CAUSED.search(text):
        before, after = claim_words(text[: match.start()]), claim_words(text[match.end() :])
        return after.stems, before.stems
    if match := _CAUSES.search(text):
        before, after = claim_words(text[: match.start()]), claim_words(text[match.end() :])
        return (before.stems, after.stems) if after.stems else (frozenset(), frozenset())
    return frozenset(), frozenset()


def _named(text: str, before: re.Pattern[str], words: ClaimWords) -> frozenset[str]:
    """Names that stand soon after such a word, with the words between: "by agents of Kestria"."""
    found: set[str] = set()
    names, stems = words.names, words.stems
    tokens = _WORD.findall(text)
    for place in range(len(tokens)):
        if before.search(" ".join(tokens[max(0, place - 1) : place + 1])):
            phrase = set()
            for word in tokens[place + 1 : place + 5]:
                if word in (",", ";", ":"):
                    break
                stem = stem_of(word.lower().replace("’", "'").removesuffix("'s"))
                phrase.add(stem)
                if found & phrase & names:
                    # "At the Osk bridge": the thing that bears the name.
                    found |= phrase & stems
                    break
                if word[0].isupper() and stem in names:
                    found |= phrase & stems
    return frozenset(found)


def _first(words: ClaimWords) -> frozenset[str]:
    """The words up to the name with which it begins: "bandits from Arvenia"."""
    for place, stem in enumerate(words.tokens[:_FIRST_WORDS]):
        if stem in words.names:
            return frozenset(words.tokens[: place + 1])
    return frozenset()
