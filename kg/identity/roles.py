"""Which offices can be one person's at one time, told by the words of their labels."""

from __future__ import annotations

import re
from typing import Final

_FAMILIES: Final = (
    ("spokesperson", r"spokes\w+|press secretary"),
    ("head of government", r"prime minister|premier|chancellor|taoiseach|head of government"),
    ("foreign minister", r"(?:minister|secretary) (?:of|for) (?:foreign|external)|foreign (?:minister|secretary)"),
    ("foreign minister", r"secretary of state"),
    (
        "defence minister",
        r"(?:minister|secretary) (?:of|for) (?:national )?defen[cs]e|defen[cs]e (?:minister|secretary)",
    ),
    ("representative", r"representatives?|ambassador|envoy|delegate|chargé|high commissioner|consul"),
    ("head of state", r"president|head of state|king|queen|emperor|emir|sultan|supreme leader|monarch"),
    ("minister", r"minister"),
    ("head of an organisation", r"secretary[- ]general|executive secretary|director|head|chief|chair\w*|commissioner"),
    ("officer", r"general|colonel|admiral|commander|captain|major|marshal|brigadier"),
    ("legislator", r"senator|lawmaker|deputy|mp|member of parliament|congress\w*|speaker of"),
    ("politician", r"opposition|leader|candidate|secretary"),
    ("scholar", r"professor|analyst|expert|researcher|fellow|scholar|historian|economist"),
)
"""Family -> the words of its labels, as alternatives; the first family that fits is the one."""
_PATTERNS: Final = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in _FAMILIES)
_LESSER: Final = re.compile(r"^(?:first |acting |former |ex-|the )*(?:deputy|vice|assistant|permanent|under)[- ]?")


def family_of(label: str) -> str | None:
    """The family of an office, by its label; None where the words tell none.

    >>> family_of("Spokeswoman of the Ministry of Foreign Affairs of Kestria"), family_of("Water Minister of Ardenia")
    ('spokesperson', 'minister')
    """
    words = _LESSER.sub("", " ".join(label.casefold().split()))
    # What follows "of" names the owner of an office, often with words of other offices in it.
    heads = (words.partition(" of the ")[0], words)
    return next((name for head in heads for name, pattern in _PATTERNS if pattern.search(head)), None)


def are_compatible(one: str, other: str) -> bool:
    """True if articles may tell the office of one family by a word of the other: a foreign minister is a minister."""
    families = {one, other}
    is_minister = "minister" in families and families <= {"minister", "foreign minister", "defence minister"}
    return one == other or "politician" in families or is_minister
