"""The content of a phrase that is a cue as a whole: what its preposition, infinitive or that-clause brings in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.clauses import Match
from kg.extract.rules.edges import next_cue
from kg.extract.rules.phrases import opening_of
from kg.extract.rules.words import DEEDS, UTTERANCES

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree

OWN_WORDS: Final = "own words"
"""Sense of phrases that take what somebody said or did: one stands by an account, but also by a river."""
_IMPERSONAL: Final = frozenset({"it", "there", "this", "that", "what", "which"})
"""Of "it is clear that ..." nobody is the source."""


def match_phrase(tree: Tree, clause: Clause, last: int, table: CueTable) -> Match | None:
    """The content of a phrase that ends with token `last`."""
    if clause.cue.lemma.startswith("be ") and (clause.subject is None or tree.lower[clause.subject] in _IMPERSONAL):
        return None
    found = opening_of(tree, last, clause.cue)
    if found is None:
        return None
    frame, link, first = found
    if frame in ("clause", "object"):
        end = tree.sentence[clause.verb][1] - 1 if frame == "clause" else tree.last[first]
    else:
        end = tree.last[first if frame == "inf" else link]
        first = link if frame == "inf" else first
    end = next_cue(tree, clause.verb, first, end, table) + 1
    if clause.cue.sense == OWN_WORDS and not _is_own(tree, first, end):
        return None
    return Match(frame=frame, pieces=((first, end),), cue_tail=None if frame in ("inf", "clause") else link)


def _is_own(tree: Tree, first: int, end: int) -> bool:
    return any(tree.lower[token] in UTTERANCES | DEEDS or tree.quoted[token] >= 0 for token in range(first, end))
