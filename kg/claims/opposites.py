"""Words that say the contrary of each other: a table for people to read and extend, and three endings of words.

`opposites.csv`: one row for two groups of words; each of the one is an opposite of each of the other. The judgement
is its authors'. Words are compared by their stems.
"""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from kg.statements.propositions.stems import stem_of

_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
_SHORTEST: Final = 4
"""Letters of a word to which a prefix of denial may be put: "stable", not "it"."""


def opposed(one: frozenset[str], other: frozenset[str]) -> list[tuple[str, str]]:
    """Pairs of opposite stems, the first from `one`, the second from `other`; sorted.

    >>> opposed(frozenset({"accept", "plan"}), frozenset({"reject", "plan"}))
    [('accept', 'reject')]
    >>> opposed(frozenset({"stabl"}), frozenset({"unstabl"}))
    [('stabl', 'unstabl')]
    """
    return sorted((first, second) for first in one for second in _contraries(first) & other)


@lru_cache(maxsize=1 << 14)
def _contraries(stem: str) -> frozenset[str]:
    """All stems that may be its opposites: of the table, with a prefix of denial, and without it."""
    denied = {prefix + stem for prefix in _PREFIXES if len(stem) >= _SHORTEST}
    plain = {stem.removeprefix(one) for one in _PREFIXES if stem.startswith(one) and len(stem) - len(one) >= _SHORTEST}
    return _table().get(stem, frozenset()) | denied | plain


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    text = files("kg").joinpath("claims", "opposites.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        groups = [{stem_of(word) for word in row[column].split()} for column in ("one", "other")]
        for group, others in (groups, groups[::-1]):
            for stem in group:
                found.setdefault(stem, set()).update(others - group)
    return {stem: frozenset(others) for stem, others in found.items()}
