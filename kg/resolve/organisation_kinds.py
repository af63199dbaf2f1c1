"""What a name that only the article knows is the name of: a news outlet, another organisation, or a term."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind
from kg.resolve.lexicon import MEDIA_WORDS, ORG_WORDS

if TYPE_CHECKING:
    from kg.resolve.page import Page

_LINKS: Final = frozenset({"of", "for", "in", "on", "to"})
_OF_REPORTERS: Final = frozenset({"information", "media", "news", "press", "telegraph", "telegraphic"})
_OUTLETS_TOO: Final = frozenset(
    {"group", "international", "network", "press", "program", "programme", "services", "trust"}
)
_BODY_HEADS: Final = ORG_WORDS - MEDIA_WORDS - _OUTLETS_TOO
"""Last words that no outlet has, whatever stands before: "Observer Mission", "Post Office Union"."""
_INTRODUCED: Final = re.compile(r"(?:news agency|newspaper|broadcaster|news site|magazine|daily|radio|tv) $")
_TERM: Final = re.compile(r"((?:\b[a-z][\w-]* ){1,5}[a-z][\w-]*) \(([A-Z]{2,6})\)")


def organisation_kind(page: Page, label: str, start: int) -> ActorKind:
    """News outlet or organisation, by the words of the name and those before it (`start`: its shadow offset)."""
    before = page.string[max(0, start - 30) : start].casefold()
    if _is_called_an_outlet(label.casefold().split()) or _INTRODUCED.search(before):
        return ActorKind.MEDIA_OUTLET
    return ActorKind.ORGANISATION


def short_terms(string: str) -> frozenset[str]:
    """Capital letters that stand for words in small letters: "liquid natural gas (LNG)" is nobody's name."""
    found: set[str] = set()
    for words, short in _TERM.findall(string):
        initials = "".join(word[0] for word in re.split(r"[ -]", words) if word)
        if initials.endswith(short.casefold()):
            found.add(short)
    return frozenset(found)


def _is_called_an_outlet(words: list[str]) -> bool:
    """True for "Holm Observer" and "Tarn News Agency"; not for "Observer Mission" and "Space Agency"."""
    head = next((before for before, word in pairwise(words) if word in _LINKS), words[-1])
    if head in _BODY_HEADS:
        return False
    if head == "agency":
        return not _OF_REPORTERS.isdisjoint(words)
    return not MEDIA_WORDS.isdisjoint(words)
