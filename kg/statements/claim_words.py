"""What the words of a claim come to: content words, numbers, days, and whether it says no.

By plain rules on the string, so that claims of the record can be read as well as those of a text at hand. The same
string gives the same words; nothing is looked up outside this file.

>>> words = claim_words("Norland did not send 1,200 soldiers")
>>> sorted(words.stems), words.is_negated, sorted(words.numbers)
(['norland', 'send', 'soldier'], True, [(1200.0, 'soldier')])
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?", re.UNICODE)
_DIGITS: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

_SMALL: Final = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
        ],
        (*range(21), 30, 40, 50, 60, 70, 80, 90),
        strict=True,
    )
)
_LARGE: Final = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PARTS: Final = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}

_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NEGATORS: Final = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "nowhere",
        "hardly",
        "false",
        "untrue",
        "baseless",
        "fabricated",
        "unfounded",
        "groundless",
    ]
)
_NEGATING_VERBS: Final = frozenset(["fail", "refuse", "decline", "deny"])
"""With "to" after them (deny: always) they say no to what follows: "failed to send"."""
_EMPTY: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "as",
        "than",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "while",
        "if",
        "because",
        "since",
        "so",
        "such",
        "this",
        "these",
        "those",
        "there",
        "here",
        "it",
        "its",
        "itself",
        "he",
        "him",
        "his",
        "she",
        "her",
        "they",
        "them",
        "their",
        "we",
        "us",
        "our",
        "you",
        "your",
        "i",
        "my",
        "me",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "doing",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "also",
        "just",
        "only",
        "very",
        "more",
        "most",
        "much",
        "many",
        "some",
        "any",
        "all",
        "each",
        "every",
        "both",
        "other",
        "another",
        "own",
        "same",
        "then",
        "now",
        "again",
        "already",
        "yet",
        "even",
        "not",
        "no",
        "never",
        "none",
        "nor",
        "neither",
        "without",
        "cannot",
        "up",
        "down",
        "out",
        "off",
        "after",
        "before",
        "during",
        "through",
        "between",
        "against",
        "per",
        "say",
        "says",
        "said",
        "tell",
        "told",
        "according",
        "new",
        "one",
    ]
)
_ENDINGS: Final = (
    ("iveness", "ive"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"), ("ations", "ate"), ("ation", "ate"),
    ("ements", "e"), ("ement", "e"), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""), ("ness", ""),
    ("ise", "ize"), ("ises", "ize"), ("ised", "ize"), ("ising", "ize"),
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ings", ""), ("ing", ""),
    ("ed", ""), ("ers", "er"), ("als", "al"), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip
_IRREGULAR: Final = {
    "broke": "break", "broken": "break", "sent": "send", "left": "leave", "met": "meet", "held": "hold", "kept": "keep",
    "gave": "give", "given": "give", "took": "take", "taken": "take", "went": "go", "gone": "go", "made": "make",
    "began": "begin", "begun": "begin", "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall",
    "grew": "grow", "grown": "grow", "shot": "shoot", "sank": "sink", "sunk": "sink", "built": "build", "lost": "lose",
    "won": "win", "paid": "pay", "sold": "sell", "bought": "buy", "found": "find", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "fought": "fight", "withdrew": "withdraw", "withdrawn": "withdraw", "struck": "strike",
    "blew": "blow", "blown": "blow", "brought": "bring", "led": "lead", "spoke": "speak", "spoken": "speak",
    "wrote": "write", "written": "write", "chose": "choose", "chosen": "choose", "ran": "run", "came": "come",
    "became": "become", "stood": "stand", "understood": "understand", "drew": "draw", "drawn": "draw", "men": "man",
    "women": "woman", "children": "child", "people": "person", "died": "die", "dying": "die", "lying": "lie",
    "hid": "hide", "hidden": "hide", "stole": "steal", "stolen": "steal", "spent": "spend", "fled": "flee",
    "fed": "feed", "caught": "catch", "taught": "teach", "thought": "think", "shut": "shut", "swore": "swear",
    "flew": "fly", "flown": "fly", "threw": "throw", "forbade": "forbid", "forbidden": "forbid", "froze": "freeze",
    "frozen": "freeze", "meant": "mean", "dealt": "deal", "wheat": "wheat",
}  # fmt: skip
_TOO_SHORT: Final = 3
"""A stem keeps at least so many letters."""

_SHARES: Final = frozenset(("percent", "cent"))
_MAIN: Final = frozenset(
    [
        "because",
        "after",
        "since",
        "when",
        "as",
        "if",
        "which",
        "who",
        "where",
        "while",
        "although",
        "though",
        "despite",
        "unless",
    ]
)
"""Words that open a clause beside the main one."""
_STOPPING: Final = frozenset(["stop", "stopped", "stops", "cease", "ceased", "ceases", "quit"])

Number = tuple[float, str]
"""A value, and the stem of what is counted; "" where nothing follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The words of one claim."""

    tokens: tuple[str, ...]
    """Stems of all content words, in order."""
    stems: frozenset[str]
    numbers: frozenset[Number]
    times: frozenset[str]
    """Months, days and years that it names: "march", "march 5", "friday", "2024"."""
    names: frozenset[str]
    """Stems of words with a capital; a plural that opens the claim is none."""
    negations: int

    @property
    def is_negated(self) -> bool:
        """True where an odd number of words says no."""
        return self.negations % 2 == 1


@lru_cache(maxsize=1 << 14)
def claim_words(text: str) -> ClaimWords:
    """The words of a claim; see the example above."""
    raw = _TOKEN.findall(text)
    low = [token.rstrip(".").lower().replace("’", "'").removesuffix("'s") for token in raw]
    tokens, names, times = [], set(), set()
    numbers, counted = _numbers(low)
    times, dated = _times(low)
    negations = _negations(low)
    for place, (word, token) in enumerate(zip(low, raw, strict=True)):
        if place in counted or place in dated or word in _EMPTY or not word or word[0].isdigit():
            continue
        if word.endswith("n't"):
            continue
        stem = stem_of(word)
        tokens.append(stem)
        # The word that opens a claim is taken for a name unless it looks like a plural: "Norland", not "Ships".
        if token[0].isupper() and (place > 0 or not word.endswith("s") or token[-2:] in ("'s", "’s")):
            names.add(stem)
    return ClaimWords(
        tokens=tuple(tokens),
        stems=frozenset(tokens),
        numbers=frozenset(numbers),
        times=frozenset(times),
        names=frozenset(names),
        negations=negations,
    )


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """The part of a word that its forms share, nearly; a name may lose its end too, alike every time.

    >>> stem_of("violated"), stem_of("violation"), stem_of("violates")
    ('violat', 'violat', 'violat')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _TOO_SHORT and not word.endswith(("ss", "us")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > _TOO_SHORT + 1 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _TOO_SHORT else word


def _negations(low: list[str]) -> int:
    count = 0
    for place, word in enumerate(low):
        if place > 2 and word in _MAIN:
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
    for ending, instead in (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e")):  # fmt: skip
        if word.endswith(ending) and (word[: -len(ending)] + instead) in _NEGATING_VERBS:
            return word[: -len(ending)] + instead
    return word


def _numbers(low: list[str]) -> tuple[set[Number], set[int]]:
    """Numbers with what they count, and the places of their words; years and days of months are none."""
    found: set[Number] = set()
    places: set[int] = set()
    place = 0
    while place < len(low):
        value, after = _value(low, place)
        if value is None or _is_dating(low, place, after, value):
            place = max(after, place + 1)
            continue
        unit = next(
            (stem_of(word) for word in low[after : after + 3] if word not in _EMPTY and _value_of(word) is None), ""
        )
        if value < 1 or unit in _SHARES:
            found.add((value / 100 if unit in _SHARES else value, "share"))
        else:
            found.add((value, unit))
        places.update(range(place, after))
        place = after
    return found, places


def _value(low: list[str], place: int) -> tuple[float | None, int]:
    """The number that begins at a place, and the place after it."""
    word = low[place]
    if (word in _PARTS and place and low[place - 1] in ("a", "one", "by")) or word == "half":
        return _PARTS[word], place + 1
    value = _value_of(word)
    if value is None or (word == "one" and (place + 1 >= len(low) or low[place + 1] in _EMPTY)):
        return None, place + 1
    after = place + 1
    if word in _LARGE and not (place and low[place - 1] in ("a", "several")):
        return None, after
    while after < len(low):
        if low[after] in _LARGE:
            value *= _LARGE[low[after]]
        elif low[after] in _SMALL and value >= 20 and _SMALL[low[after]] < value and low[place] in _SMALL:
            value += _SMALL[low[after]]
        else:
            break
        after += 1
    return float(value), after


def _value_of(word: str) -> float | None:
    parts = word.split("-")
    if word in _SMALL:
        return float(_SMALL[word])
    if len(parts) == 2 and all(part in _SMALL for part in parts):
        return float(sum(_SMALL[part] for part in parts))
    if word in _LARGE:
        return float(_LARGE[word])
    return float(word.replace(",", "")) if _DIGITS.fullmatch(word) else None


def _is_dating(low: list[str], place: int, after: int, value: float) -> bool:
    beside = (*low[max(0, place - 1) : place], *low[after : after + 1])
    is_year = low[place].isdigit() and len(low[place]) == 4 and 1500 <= value <= 2199
    return is_year or (value <= 31 and value == int(value) and any(word in _MONTHS for word in beside))


def _times(low: list[str]) -> tuple[set[str], set[int]]:
    found: set[str] = set()
    places: set[int] = set()
    for place, word in enumerate(low):
        if word in _MONTHS and not (word in ("may", "march") and not _stands_as_month(low, place)):
            beside = [
                (near, number)
                for near in (place - 1, place + 1)
                if 0 <= near < len(low)
                and (number := re.sub(r"(st|nd|rd|th)$", "", low[near])).isdigit()
                and int(number) <= 31
            ]
            found.add(f"{word} {beside[0][1]}" if beside else word)
            places.update((place, *(near for near, _ in beside)))
        elif word in _DAYS or (word.isdigit() and len(word) == 4 and 1500 <= int(word) <= 2199):
            found.add(word)
            places.add(place)
    return found, places


def _stands_as_month(low: list[str], place: int) -> bool:
    """True for "in May", "5 March", "May 5": by what stands beside it."""
    before = low[place - 1] if place else ""
    after = low[place + 1] if place + 1 < len(low) else ""
    return before in ("in", "of", "by", "since", "until", "last", "next", "early", "late", "mid") or (
        before[:1].isdigit() or after[:1].isdigit()
    )
