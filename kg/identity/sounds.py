"""Words of names without what transliterations of Cyrillic and Arabic write in several ways."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SPELLINGS: Final = (
    (r"(?:sky[iyj]?|ski[iyj]?|skyy)$", "ski"),
    (r"(?:ey|ei|ej|ay|ai|aj)$", "ei"),
    (r"(?:iy|ij|yi|yj|ii|yy|y)$", "i"),
    (r"off?$", "ov"),
    (r"eff?$", "ev"),
    (r"enk[ao]$", "enko"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"dzh|dj", "j"),
    (r"tsch|tch", "ch"),
    (r"ts|tz", "c"),
    (r"ou|oo", "u"),
    (r"ee", "i"),
    (r"[yij](?=[aeiou])", "i"),
    (r"y", "i"),
    (r"ie(?=[a-z])", "e"),
    (r"(.)\1+", r"\1"),
)
"""What transliterations write differently, in the order in which it is made alike."""
_RULES: Final = tuple((re.compile(pattern), by) for pattern, by in _SPELLINGS)


@lru_cache(maxsize=1 << 16)
def sound_of(word: str) -> str:
    """A word of a name with what transliterations write differently made alike.

    >>> {sound_of(one) for one in ("polyansky", "polyanskiy", "polianskii", "poljanski")}
    {'polianski'}
    """
    for pattern, by in _RULES:
        word = pattern.sub(by, word)
    return word
