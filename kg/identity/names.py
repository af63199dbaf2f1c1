"""Whether two personal names can be spellings of one, and how: spelling alone, never who is meant.

The tables are closed: ways of writing Cyrillic and Arabic in Latin letters, and given names that are one name in two
languages or a usual short form. Their sources are the spellings of news agencies; docs/design/identity.md tells more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.identity.given_names import ONE_NAME
from kg.identity.sounds import sound_of

if TYPE_CHECKING:
    from collections.abc import Callable


class Likeness(StrEnum):
    """How two names are alike, from the strongest to the weakest."""

    EQUAL = "same name"
    SPELLING = "another spelling"
    """Transliteration, diacritics, hyphens, particles."""
    ORDER = "the same names in another order"
    LANGUAGE = "the given name in another language or its short form"
    LONGER = "one has a further name"
    INITIAL = "an initial for a name"
    EXTRA_INITIAL = "one has a further initial"
    LETTER = "one letter differs"
    SURNAME = "one is a surname alone"


PARTICLES: Final = frozenset(
    (
        "al", "el", "bin", "ibn", "de", "da", "di", "do", "dos", "del", "der", "den", "des", "la", "le", "van", "von",
        "zu", "ter",
    )
)  # fmt: skip
"""Parts of a name that outlets write or leave out."""
_TITLES: Final = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "prof", "professor", "jr", "sr"))
_LETTERS: Final = str.maketrans(
    {"ø": "o", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "ı": "i", "ŋ": "ng", "ħ": "h"}
)
_MARKS: Final = re.compile("[’'‘ʼ`´ʿʾ\u02b9\u02ba]")
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_LONG: Final = 6
"""Letters that a name needs before one of them may differ: shorter names that differ in one are other names."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. `parts` are its words as their `sound_of`, in order, without titles and particles."""

    plain: tuple[str, ...]
    """The words in small letters without diacritics, initials with their full stop off."""
    parts: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def read_name(written: str) -> PersonName:
    """A name as written, taken apart.

    >>> read_name("Dr. Jong-un Kim").parts == read_name("KIM JONG UN").parts[1:] + read_name("KIM JONG UN").parts[:1]
    True
    """
    words = [word for word in _words(written) if word not in _TITLES]
    parts = [word for word in words if word not in PARTICLES] or words
    return PersonName(tuple(words), tuple(map(sound_of, parts)))


def compare_names(one: str, other: str) -> Likeness | None:
    """How two names are alike; None where they are the names of two people.

    >>> compare_names("Dmitry Polyansky", "Dmitriy Polianskiy").value
    'another spelling'
    >>> compare_names("John Kerry", "John Perry") is None
    True
    """
    first, second = read_name(one), read_name(other)
    if not first.parts or not second.parts:
        return None
    if first.plain == second.plain:
        return Likeness.EQUAL
    # "Jongun" and "Jong-un": the same letters, divided otherwise.
    if first.parts == second.parts or "".join(first.parts) == "".join(second.parts):
        return Likeness.SPELLING
    if sorted(first.parts) == sorted(second.parts):
        return Likeness.ORDER
    short, long = sorted((first.parts, second.parts), key=len)
    if len(short) == 1:
        return Likeness.SURNAME if len(long) > 1 and len(short[0]) > 2 and short[0] in (long[-1], long[0]) else None
    return _compare_parts(short, long)


def _compare_parts(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    used, left = _paired(short, long, lambda one, other: one == other)
    if not used:
        return None
    short_left, long_left = left
    if not short_left:
        is_more = any(len(part) > 1 for part in long_left)
        return Likeness.LONGER if is_more else Likeness.EXTRA_INITIAL
    tests = (
        (Likeness.LANGUAGE, lambda one, other: _one_given_name(one) == _one_given_name(other)),
        (Likeness.INITIAL, lambda one, other: 1 in (len(one), len(other)) and one[0] == other[0]),
        (Likeness.LETTER, _one_letter_apart),
    )
    for likeness, fits in tests:
        paired, (rest, more) = _paired(short_left, long_left, fits)
        if paired and not rest:
            # Two differences at once, say a short form and a further name, are told as the weaker of them.
            weaker = Likeness.INITIAL if likeness is Likeness.INITIAL else Likeness.LONGER
            return likeness if not more or likeness is Likeness.LETTER else weaker
    return None


def _paired(
    short: tuple[str, ...], long: tuple[str, ...], fits: Callable[[str, str], bool]
) -> tuple[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """How many parts of the first have a partner in the second, and what is left of both."""
    left, rest = [], list(long)
    for part in short:
        partner = next((other for other in rest if fits(part, other)), None)
        if partner is None:
            left.append(part)
        else:
            rest.remove(partner)
    return len(short) - len(left), (tuple(left), tuple(rest))


def _one_given_name(part: str) -> str:
    return ONE_NAME.get(part, part)


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other, in long words that begin alike."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return (
        one[start + 1 :] == other[start + 1 :] or one[start + 1 :] == other[start:] or one[start:] == other[start + 1 :]
    )


def _words(written: str) -> list[str]:
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", written).casefold()).translate(_LETTERS)
    bare = "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))
    return [word.rstrip(".") for word in _WORD.findall(bare)]
