"""Tells blows from blame: "Valdoria attacked Norland" is a deed, "the minister attacked the veto" a judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.words import CLAIMS, DEEDS, RECEIVED, TEXTS, UTTERANCES

if TYPE_CHECKING:
    from kg.extract.rules.drafts import Draft, Range
    from kg.text import AnnotatedString

BLOWS: Final = frozenset({"assail", "attack", "bash", "blast", "slam"})
"""Lemmas of cues of blame that tell of blows as well."""
_PERSONAL: Final = frozenset({"he", "she", "who", "i", "we"})
_SPOKEN_OF: Final = frozenset(
    {"accusation", "accusations", "approach", "ban", "bills", "budget", "campaign", "choice", "critics", "idea", "laws"}
    | {"measure", "measures", "media", "opposition", "press", "proposal", "proposals", "plans", "reform", "reforms"}
    | {"report", "reports", "sanctions", "silence", "strategy", "tariffs", "tax", "taxes", "veto", "vetoes", "vote"}
)
"""Besides the lists of deeds, texts and utterances: what is attacked in words only."""
_MARKS: Final = frozenset("\"“”«»„'‘’")


def is_blow(draft: Draft, string: AnnotatedString) -> bool:
    """True for a draft whose verb may tell of blows where nothing shows that it tells of words.

    Words are shown by a person as subject (a name, a pronoun, a title), by an object that only words reach ("the
    decision"), by words in quotation marks, and by what it is blamed as or for.
    """
    if draft.lemma not in BLOWS or draft.rule != "verb-object":
        return False
    shadow = string.shadow.string
    said = " ".join(shadow[start:end] for start, end in draft.content)
    if _MARKS & set(said) or set(said.casefold().split()) & (DEEDS | TEXTS | UTTERANCES | CLAIMS | _SPOKEN_OF):
        return False
    return not any(_is_somebody(place, string) for place in draft.source)


def _is_somebody(place: Range, string: AnnotatedString) -> bool:
    start, end = place
    if any(e.label == "PERSON" and e.start < end and start < e.end for e in string.entities):
        return True
    words = set(string.shadow.string[start:end].casefold().split())
    return bool(words & (_PERSONAL | RECEIVED)) and not words & {"troops", "soldiers", "crowd", "crowds", "migrants"}
