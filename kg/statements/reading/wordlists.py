"""Lists of words by what they do, kept in words.csv, where a linguist can extend them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.rules.cues import plural, verb_forms
from kg.statements.reading.cues import rows_of

_SHORT_VERB: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs that double their last letter: "scrapped", "stopped"."""


@cache
def words_of(name: str) -> frozenset[str]:
    """All forms of the words of one list, lower case. docs/design/statements.md says what each list is for.

    Raises: KeyError: there is no such list.
    """
    return _lists()[name]


@cache
def list_names() -> tuple[str, ...]:
    """Names of all lists, sorted."""
    return tuple(sorted(_lists()))


@cache
def groups_of_kin() -> dict[str, frozenset[str]]:
    """Noun -> the nouns that can take up what it named ("the treaty ... the deal"), itself included."""
    groups: dict[str, frozenset[str]] = {}
    for name in list_names():
        if name.startswith("kin-"):
            for form in words_of(name):
                groups[form] = groups.get(form, frozenset()) | words_of(name)
    return groups


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for row in rows_of("reading/words.csv"):
        lists.setdefault(row["list"], set()).update(_forms(row["word"], row["word_class"]))
    return {name: frozenset(forms) for name, forms in lists.items()}


def _forms(word: str, word_class: str) -> tuple[str, ...]:
    """A noun with its plural, a verb with its regular forms; "form" and "adjective" are taken as they stand."""
    if word_class == "noun":
        return word, plural(word)
    if word_class != "verb":
        return (word,)
    return *verb_forms(word), *doubled(word)


def doubled(verb: str) -> tuple[str, ...]:
    """Forms with the last letter doubled, of a verb that doubles it: "dropping", "dropped"."""
    return (f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed") if _SHORT_VERB.fullmatch(verb) else ()
