"""When two wordings and two names count as the same.

Letter case, spaces, quotation marks and invisible characters make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.cases.form import Case

_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟«»‹›\"'‘’‚‛`´"), " ")
_INVISIBLE: Final = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x2060, 0xFEFF), None
)
_TITLES: Final = re.compile(r"^(the|a|an|mr|mrs|ms|dr|sir)\.? ")
_GENITIVE: Final = re.compile(r"(['’]s|s['’])(?=\s|$)")
_EMPTY_WORDS: Final = frozenset({"of", "the", "on", "for", "in", "a"})
_DESCRIBED: Final = frozenset({"topic", "measure", "document"})
_NAMED: Final = frozenset({"person", "unnamed"})


def folded(words: str) -> str:
    """The words without what does not count."""
    shown = unicodedata.normalize("NFKC", words).translate(_INVISIBLE).translate(_QUOTES)
    return " ".join(shown.casefold().split())


def tokens(words: str) -> list[str]:
    """Words and numbers, in order."""
    return re.findall(r"\w+", folded(words))


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens the two have in common, counting repetitions."""
    return (Counter(one) & Counter(other)).total()


def name_key(name: str) -> str:
    """A name without article, title and genitive."""
    return " ".join(re.findall(r"\w+", _TITLES.sub("", folded(_GENITIVE.sub(" ", name)))))


def keys_of(case: Case, name: str) -> frozenset[str]:
    """Every form of a name that the case allows."""
    entity = case.entities.get(name)
    return frozenset(name_key(form) for form in (name, *(entity.aliases if entity else ())))


def is_name_of(case: Case, name: str, given: str) -> bool:
    """Whether `given` names the entity `name` of this case.

    For people and unnamed speakers also a longer form that holds one full alias of two words or more and none of
    anybody else ("chief negotiator Mira Halas"); for documents and topics half of the words in common.
    """
    key, keys = name_key(given), keys_of(case, name)
    if key in keys:
        return True
    kind = case.entities[name].kind if name in case.entities else ""
    others = [keys_of(case, other) for other in case.entities if other != name]
    if kind in _NAMED:
        if any(key in other for other in others):
            return False
        foreign = [form for other in others for form in other - keys]
        return any(_holds(key, form) for form in keys) and not any(_holds(key, form) for form in foreign)
    if kind in _DESCRIBED:
        words = set(key.split()) - _EMPTY_WORDS
        return bool(words) and any(_half_shared(words, set(form.split())) for form in keys)
    return False


def joined(pieces: Iterable[str]) -> str:
    """The pieces of one content as one wording."""
    return " ".join(pieces)


def _holds(longer: str, shorter: str) -> bool:
    return " " in shorter and f" {shorter} " in f" {longer} "


def _half_shared(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) >= max(len(one), len(other))
