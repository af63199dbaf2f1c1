"""Tells deeds from words: verbs that say something of one object and do something to another.

"Valdoria attacked Norland" is a deed, "the minister attacked the veto" a judgement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.words import CLAIMS, DEEDS, PERMISSIONS, RECEIVED, TEXTS, UTTERANCES

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause, Match
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString

_GREETING = frozenset({"welcome"})
_WITHHOLDING = frozenset({"deny", "refuse"})
BLOWS: Final = frozenset({"assail", "attack", "bash", "blast", "slam"})
"""Lemmas of cues of blame that tell of blows as well."""
_PERSONAL: Final = frozenset({"he", "she", "who", "i", "we"})
_SPOKEN_OF: Final = frozenset(
    {"accusation", "accusations", "approach", "ban", "bills", "budget", "campaign", "choice", "critics", "idea", "laws"}
    | {"measure", "measures", "media", "opposition", "press", "proposal", "proposals", "plans", "reform", "reforms"}
    | {"report", "reports", "sanctions", "silence", "strategy", "tariffs", "tax", "taxes", "veto", "vetoes", "vote"}
)
"""Besides the lists of deeds, texts and utterances: what is attacked in words only."""
_STRIKING: Final = frozenset({"troops", "soldiers", "veterans", "crowd", "crowds", "fans", "migrants"})
"""People who are received, too, of whom blows are told rather than words."""
_MARKS: Final = frozenset("\"“”«»„'‘’")


def is_deed(tree: Tree, clause: Clause, match: Match) -> bool:
    """True for "welcomed guests" (but not a ruling) and "denied them entry" (but not a report).

    Words in quotation marks in the object show that something was said.
    """
    if clause.cue.lemma == "put" and match.frame == "object-at":
        # "put the cost at two billion", but not "put ships at risk".
        first, end = match.pieces[0]
        amount = max((t for t in range(first, end) if tree.lower[t] == "at"), default=end)
        return not any(tree.tag[t] == "CD" for t in range(amount, end))
    if clause.cue.lemma == "require":
        # A resolution requires in words, a job by its nature.
        return clause.subject is None or tree.lower[clause.subject] not in TEXTS
    if match.frame != "object" or any(
        tree.quoted[token] >= 0 for first, end in match.pieces for token in range(first, end)
    ):
        return False
    objects = [c for c in tree.children[clause.verb] if c > clause.verb and tree.dep[c] in ("dobj", "dative", "iobj")]
    if clause.cue.lemma in _GREETING:
        return bool(objects) and _is_received(tree, objects[0])
    if clause.cue.lemma in _WITHHOLDING:
        return any(tree.lower[token] in PERMISSIONS for token in objects)
    return False


def _is_received(tree: Tree, head: int) -> bool:
    """True for people who arrive: "guests", "the ministers", "President Varo"."""
    if tree.lower[head] in RECEIVED:
        return True
    return tree.tag[head] == "NNP" and any(
        tree.dep[child] == "compound" and tree.lower[child] in RECEIVED for child in tree.children[head]
    )


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
    return bool(words & (_PERSONAL | RECEIVED - _STRIKING))
