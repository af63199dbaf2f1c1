"""What the words of a claim come to: content words, numbers, days, and whether it says no.

By plain rules on the string, so that claims of the record can be read as well as those of a text at hand. The same
string gives the same words.

>>> words = claim_words("Norland did not send 1,200 soldiers")
>>> sorted(words.stems), words.is_negated, sorted(words.numbers)
(['norland', 'send', 'soldier'], True, [(1200.0, 'soldier')])
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from kg.statements.propositions.claim_numbers import Number, numbers_of, times_of
from kg.statements.propositions.stems import is_irregular, stem_of, word_set

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_NEGATORS: Final = word_set(
    "not no never none nobody nothing neither without cannot nowhere hardly false untrue baseless fabricated unfounded "
    "groundless"
)
_NEGATING_VERBS: Final = word_set("fail refuse decline deny")
"""With "to" after them (deny: always) they say no to what follows: "failed to send"."""
_VERB_ENDINGS: Final = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("s", ""), ("ing", ""), ("ing", "e"))
_STOPPING: Final = word_set("stop stopped stops cease ceased ceases quit")
_BOUNDS: Final = word_set("only later less fewer doubt matter")
"""After "not" and "no" they say no to nothing: "not only", "no later than"."""
_MAIN: Final = word_set("because after since when as if which who where while although though despite unless")
"""Words that open a clause beside the main one."""
_AUXILIARIES: Final = word_set(
    "is are was were be been being am has have had do does did will would shall should can could may might must cannot"
)
_DETERMINERS: Final = word_set(
    "the a an its his her their our my this that these those any some no all both each every"
)
_OBJECTS: Final = word_set("a an the that no from its their his her")
_PREPOSITIONS: Final = word_set("in on at of for with from to under near")
_PRONOUNS: Final = word_set("it they he she we i you this these those there who whoever somebody anyone everyone")
_NEXT_SENTENCE: Final = re.compile(
    r"(?<=[a-z]{3})[.!?…][\"”’)]*\s+[\"“‘(]*[A-Z]\w*\s+\S+\s+\S+"
    r"|[a-z]{2,}\s(?:It|They|We|He|She|And|But|This|Things|There)[’' ]"
)
"""A further sentence of three words or more, not after an abbreviation; pieces of a content are joined by a blank."""
_CONTRAST: Final = re.compile(r",\s+(?:and\s+|but\s+)?not\s+[^,.;]+|^\W*no,", re.IGNORECASE)
_NOT_UNTIL: Final = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were|will|would|could)(?: not|n[’']t)\b(?=.*\b(?:until|before)\b (?:\w+ ){0,4}?"
    r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|noon|midnight|dawn|dusk))",
    re.IGNORECASE,
)
"""The denial of "did not leave until Thursday": it says when, not that it was not so."""
_AS_IT_IS: Final = re.compile(
    r"^(?:the|an?|its|his|her|their|\w+['’]s)\s[^,]+?\s(?:as|to be|to have been)\s\w+"
    r"|^(?:the|an?)\s(?:\w+\s){1,3}an?\s\w+",
    re.IGNORECASE,
)
"""What is called or described as something: "the vote as free", "the ceasefire a sham"."""
"""What a claim is told apart from, "his opinion, not facts", and an answer: "No, he left". Neither denies the claim."""
_CONDITIONS: Final = word_set("if unless whether provided")
_EMPTY: Final = word_set("""
    a an the and or but of to in on at by for from with into onto over under about as than that which who whom
    whose what when where while if because since so such this these those there here it its itself he him his
    she her they them their we us our you your i my me is are was were be been being am has have had having do
    does did doing will would shall should can could may might must also just only very more most much many some
    any all each every both other another own same then now again already yet even not no never none nor neither
    without cannot up down out off after before during through between against per say says said tell told
    according new one
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The words of one claim."""

    words: tuple[str, ...]
    """All content words, in order, in small letters."""
    tokens: tuple[str, ...]
    """Their stems."""
    stems: frozenset[str]
    numbers: frozenset[Number]
    times: frozenset[str]
    """Months, days and years that it names: "march", "march 5", "friday", "2024"."""
    names: frozenset[str]
    """Stems of words with a capital; a plural that opens the claim is none."""
    negations: int
    is_passive: bool
    """True where somebody is named by whom it is done."""

    is_phrase: bool
    """True where it seems to be no clause but a name for something: "the loss of its impartiality"."""
    is_conditional: bool
    is_question: bool
    is_several: bool
    """True for more than one sentence: not one proposition."""
    begins_open: bool
    """True where it speaks of somebody whom its own words do not name: "they would be satisfied"."""

    @property
    def is_negated(self) -> bool:
        """True where an odd number of words says no."""
        return self.negations % 2 == 1

    def without(self, other: frozenset[str]) -> str:
        """The content words whose stems are not among others, in order."""
        return " ".join(word for word, stem in zip(self.words, self.tokens, strict=True) if stem not in other)


@lru_cache(maxsize=1 << 14)
def claim_words(text: str) -> ClaimWords:
    """The words of a claim; see the example above."""
    raw = _TOKEN.findall(_plain(text))
    low = _bare(raw)
    numbers, counted = numbers_of(low, _EMPTY)
    times, dated = times_of(low)
    words, names = [], set()
    for place, (word, token) in enumerate(zip(low, raw, strict=True)):
        if place in counted or place in dated or word in _EMPTY or not word or word[0].isdigit():
            continue
        if word.endswith("n't"):
            continue
        words.append(word)
        # The word that opens a claim is taken for a name unless it looks like a plural: "Norland", not "Ships".
        if token[0].isupper() and (place > 0 or not word.endswith("s") or token[-2:] in ("'s", "’s")):
            names.add(stem_of(word))
    tokens = tuple(map(stem_of, words))
    return ClaimWords(
        words=tuple(words),
        tokens=tokens,
        stems=frozenset(tokens),
        numbers=frozenset(numbers),
        times=frozenset(times),
        names=frozenset(names),
        negations=_negations(_bare(_TOKEN.findall(_plain(_NOT_UNTIL.sub(" ", _CONTRAST.sub(" ", text)))))),
        is_passive="by" in low,
        is_phrase=_is_phrase(low, raw) and _AS_IT_IS.search(text) is None,
        is_conditional=not _CONDITIONS.isdisjoint(low),
        is_question=text.rstrip(" \"'”’").endswith("?"),
        is_several=_NEXT_SENTENCE.search(text) is not None,
        begins_open=bool(low)
        and low[0] in _PRONOUNS
        and not (low[0] in ("it", "there") and low[1:2] and low[1] in _AUXILIARIES),
    )


def _is_phrase(low: list[str], raw: list[str]) -> bool:
    """Words without a sign of a verb that begin as a noun phrase does, hold a possessive, or are a name and a place."""
    if any(
        word in _AUXILIARIES
        or (word.endswith("ed") and "-" not in word)
        or word.endswith("n't")
        or is_irregular(word)
        or word == "to"
        for word in low
    ):
        return False
    owned = [token.endswith(("'s", "’s")) for token in raw]
    # The "s" of a third person is that of a plural too; after a name it is a verb: "Norland rejects".
    verbs = [
        place
        for place, word in enumerate(low)
        if place
        and word.endswith("s")
        and raw[place][0].islower()
        and raw[place - 1][0].isupper()
        and not owned[place - 1]
        and not owned[place]
    ]
    # "The president suffers from": where a possessor is named, what ends so and has an object is a verb, too.
    verbs += [
        place
        for place, word in enumerate(low[:-1])
        if place
        and word.endswith("s")
        and not word.endswith(("ss", "us"))
        and not owned[place]
        and low[place + 1] in _OBJECTS
        and any(owned)
    ]
    begins = low[:1] and (low[0] in _DETERMINERS or low[0] in ("himself", "herself", "itself", "themselves"))
    after_names = next((word for word, token in zip(low, raw, strict=True) if not token[0].isupper()), "")
    is_named = bool(raw) and raw[0][0].isupper() and after_names in _PREPOSITIONS
    return bool(begins or is_named or any(owned)) and not verbs


def _bare(raw: list[str]) -> list[str]:
    """Tokens in small letters, without the marks of a possessive."""
    return [token.rstrip(".").lower().replace("’", "'").removesuffix("'s") for token in raw]


def _plain(text: str) -> str:
    """The text with phrases that mean one word (idioms.csv) as that word."""
    for phrase, word in _idioms():
        text = phrase.sub(word, text)
    return text


@cache
def _idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = csv.DictReader(
        files("kg").joinpath("statements", "propositions", "idioms.csv").read_text("utf-8").splitlines()
    )
    return tuple((re.compile(rf"\b(?:{row['phrase']})\b", re.IGNORECASE), row["word"]) for row in rows)


def _negations(low: list[str]) -> int:
    count = 0
    for place, word in enumerate(low):
        if place > 1 and word in _MAIN:
            break
        if word in _NEGATORS or word.endswith("n't"):
            # "Not only" adds, and "no later", "no less than" set bounds.
            after = low[place + 1] if place + 1 < len(low) else ""
            if not (word in ("not", "no") and after in ("only", "later", "less", "fewer", "doubt", "matter")):
                count += 1
        elif (
            (verb := _verb(word)) in _NEGATING_VERBS and (verb == "deny" or low[place + 1 : place + 2] == ["to"])
        ) or (word in _STOPPING and any(after.endswith("ing") for after in low[place + 1 : place + 2])):
            count += 1
    return count


def _verb(word: str) -> str:
    for ending, instead in _VERB_ENDINGS:
        if word.endswith(ending) and (word[: -len(ending)] + instead) in _NEGATING_VERBS:
            return word[: -len(ending)] + instead
    return word
