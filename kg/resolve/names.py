"""Names of persons: spellings that are one name, surnames, what a name tells of gender."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARTICLES = frozenset({
    "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "bin",
    "bint",
    "ibn", "al", "el", "af", "av", "y", "e", "zu", "und",
})  # fmt: skip
"""Words in lower case that a name may hold between its parts; they begin a surname too ("de Riviere")."""

FAMILY_FIRST = frozenset({
    "ahn", "bai", "cai", "cao", "chen", "cheng", "cho", "choe", "choi", "chung", "deng", "ding", "fan", "feng", "fu",
    "gao",
    "geng", "gong", "guo", "han", "hao", "he", "ho", "hong", "hu", "hua", "huang", "hwang", "hyon", "jang", "jeong",
    "jia",
    "jiang", "jin", "jo", "jon", "jong", "jung", "kang", "kim", "kong", "kwon", "lai", "lee", "li", "liang", "liao",
    "lim",
    "lin", "liu", "lu", "luo", "lyu", "ma", "mao", "meng", "min", "moon", "nam", "ngo", "nguyen", "oh", "pae", "pak",
    "park",
    "peng", "pham", "phan", "qian", "qin", "ri", "rim", "ro", "roh", "ryu", "seo", "shen", "shi", "shin", "sim",
    "sin", "so",
    "son", "song", "su", "suh", "sun", "tae", "tan", "tang", "tao", "thae", "tian", "tran", "truong", "tsai", "vo",
    "vu",
    "wang", "wei", "wen", "wu", "xi", "xiao", "xie", "xu", "yan", "yang", "yao", "ye", "yi", "yin", "yoo", "yoon", "yu",
    "chan", "chang", "cheung", "chiang", "chiu", "chou", "chow", "chuang", "fung", "hsieh", "hsu", "kao", "kuo", "kwok",
    "lam", "lau", "leung", "mok", "ng", "tsang", "tse", "tseng", "wong", "yeh", "yeung", "yip",
    "yuan", "yun", "zeng", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zou",
})  # fmt: skip
"""Common Chinese, Korean and Vietnamese family names, which stand first."""

_FEMALE_ENDINGS = ("ova", "eva", "skaya", "ska", "dottir", "dóttir")
_MALE_ENDINGS = ("ovich", "evich", "sky", "skiy", "skyy", "sson")
# From longer to shorter; what is left out tells no two names apart that one transliteration could not.
_SOUNDS = (
    (re.compile(r"shch|sch"), "sh"), (re.compile(r"kh"), "h"), (re.compile(r"ph"), "f"), (re.compile(r"tz|ts"), "c"),
    (re.compile(r"[yj]"), "i"), (re.compile(r"w"), "v"), (re.compile(r"x"), "ks"), (re.compile(r"ck|q"), "k"),
    (re.compile(r"(\w)\1+"), r"\1"),
)  # fmt: skip


@lru_cache(maxsize=4096)  # an article asks for the same few names over and over
def fold_name(name: str) -> str:
    """A name without accents, case, full stops and hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-.]", " ", bare).casefold().split())


def skeleton(name: str) -> str:
    """A form that the usual transliterations of one name share.

    >>> skeleton("Vassiliy Orlinskiy") == skeleton("Vasily Orlinsky")
    True
    >>> skeleton("Vasily Orlinsky") == skeleton("Vasily Ostrinsky")
    False
    """
    folded = fold_name(name)
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded


def surnames(words: Sequence[str]) -> tuple[str, ...]:
    """Folded forms under which a person of this full name may be named later, the likeliest first.

    The last word, with its particles; the first where it is a family name that stands first, or as a given name.
    """
    if len(words) == 1:
        return (fold_name(words[0]),)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    last = [fold_name(" ".join(words[start:])), fold_name(words[-1])]
    first = fold_name(words[0])
    ordered = [first, *last] if first in FAMILY_FIRST else [*last, first]
    return tuple(dict.fromkeys(ordered))


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """True if two full names of one article may be one person's: a spelling, an initial or a middle name apart."""
    if len(one) < 2 or len(other) < 2:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return all(_same_word(a, b) for a, b in zip(short, long, strict=True))
    return _same_word(short[0], long[0]) and [skeleton(w) for w in short[1:]] == [
        skeleton(w) for w in long[1 - len(short) :]
    ]


def gender_of(words: Sequence[str], given_names: Mapping[str, str]) -> str | None:
    """ "f" or "m" where a person's given name, or the form of the surname, shows it; else None."""
    known = given_names.get(words[0].casefold()) or given_names.get(fold_name(words[0]).split(" ")[0])
    if known or len(words) < 2 or fold_name(words[0]) in FAMILY_FIRST:
        return known
    last = words[-1].casefold()
    if last.endswith(_FEMALE_ENDINGS):
        return "f"
    return "m" if last.endswith(_MALE_ENDINGS) else None


def _same_word(one: str, other: str) -> bool:
    a, b = skeleton(one), skeleton(other)
    return a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1])
