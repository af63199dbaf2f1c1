"""The part of a word that its forms share, by endings and a list of irregular forms; the same word, the same stem.

Claims are compared as strings, in the record too, where no parse is at hand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ENDINGS: Final = (
    ("iveness", "ive"), ("ization", "ize"), ("isation", "ize"), ("fulness", "ful"), ("ations", "ate"), ("ation", "ate"),
    ("ements", "e"), ("ement", "e"), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""), ("ness", ""),
    ("ise", "ize"), ("ises", "ize"), ("ised", "ize"), ("ising", "ize"),
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ings", ""), ("ing", ""),
    ("eed", "ee"), ("ees", "ee"), ("ed", ""), ("ers", "er"), ("als", "al"), ("ly", ""), ("es", "e"), ("s", ""),
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
    "fed": "feed", "caught": "catch", "taught": "teach", "thought": "think", "shrank": "shrink", "shrunk": "shrink",
    "swore": "swear", "owed": "owe", "used": "use",
    "flew": "fly", "flown": "fly", "threw": "throw", "forbade": "forbid", "forbidden": "forbid", "froze": "freeze",
    "frozen": "freeze", "cut": "cut", "put": "put", "hit": "hit", "shut": "shut", "quit": "quit", "hurt": "hurt",
    "spread": "spread", "cost": "cost", "beat": "beat", "meant": "mean", "dealt": "deal",
}  # fmt: skip
_TOO_SHORT: Final = 3
"""A stem keeps at least so many letters."""


def is_irregular(word: str) -> bool:
    """True for an irregular past form or plural that the list has."""
    return word in _IRREGULAR


def word_set(words: str) -> frozenset[str]:
    """The words of a list, as one string with blanks."""
    return frozenset(words.split())


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """The part of a word that its forms share, nearly; a name may lose its end too, alike every time.

    >>> stem_of("violated"), stem_of("violation"), stem_of("violates")
    ('violat', 'violat', 'violat')
    """
    word = _IRREGULAR.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _TOO_SHORT and not word.endswith(("ss", "us")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > _TOO_SHORT and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _TOO_SHORT else word
