"""What cues that name do with the noun that they take: "called [the ruling] a gift", "saw [the dykes] breaking"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_ON: Final = frozenset({"on", "upon"})
_NEXT: Final = 5
"""Characters behind a cue that its preposition can fill."""
_DOING: Final = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})


def calls_on(reading: Reading, attribution: Attribution) -> bool:
    """True for "called on Holm to leave", which asks and does not name."""
    if attribution.cue_lemma != "call":
        return False
    words: set[str] = set()
    for start, end in map(reading.source.locate, attribution.cue):
        words.update(reading.shadow[start : end + _NEXT].casefold().split()[1:3])
    return bool(words & _ON)


def is_seen_doing(tree: Tree, token: int, tokens: range) -> bool:
    """True for whom one sees do something: "see [the floods] rising", which names nothing."""
    verb = tree.head[token]
    return tree.dep[token] in SUBJECTS and verb in tokens and tree.tag[verb] in _DOING


def is_judged_by_its_words(reading: Reading, attribution: Attribution, tree: Tree, token: int) -> bool:
    """True for "described [their two hours together] as fruitful": the cue judges what has a possessor."""
    if not is_noun(tree, token) or not any(tree.kids(token, "poss")):
        return False
    targets = map(reading.source.locate, attribution.target)
    return any(start <= tree.start[token] < end for start, end in targets) and tree.head[token] not in tree.tokens(
        *reading.source.locate(attribution.target[0])
    )


def is_empty(tree: Tree, token: int) -> bool:
    """True for an "it" that stands for a clause to come: "called it unlikely that the bridge would hold"."""
    verb = tree.head[token]
    beside = (verb, *tree.kids(verb, "oprd", "acomp"))
    return tree.lower[token] == "it" and any(
        child > token for one in beside for child in tree.kids(one, "ccomp", "xcomp")
    )
