"""Who and what is only named: the network is not asked about them, for it takes a bad word nearby for a view.

"Reviewed the support for the exiles", "quoted critics such as Ober", "called on both sides to meet", "reports of a rift
were exaggerated", "the attack was claimed by the Brigades".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.stance.cue_targets import addressed
from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import TargetId
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.strings import Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import StanceView

_TOUCHING: Final = all_forms(
    "discuss", "review", "examine", "debate", "quote", "cite", "confer", "reference", "consult"
)
"""First words of cues that only bring up what they govern."""
_RETRACTING: Final = all_forms("retract", "withdraw", "recant")
_BARE: Final = all_forms("claim", "report", "mention", "announce", "confirm", "record", "list", "name", "recall")
"""With nothing but a noun as content these tell that it is so."""
_SUCH_AS: Final = frozenset({"like", "as", "including", "among"})
_FEARS: Final = frozenset(
    {"fear", "fears", "concern", "concerns", "worry", "worries", "anxiety", "alarm", "enthusiasm", "optimism", "view"}
    | {"views", "opinion", "assessment", "suspicion", "suspicions", "hatred", "scepticism", "skepticism"}
)
_SHARING: Final = all_forms("share")
_TALES: Final = frozenset(
    {"report", "reports", "rumour", "rumours", "rumor", "rumors", "talk", "speculation", "stories", "tales", "story"}
)
_OVERDONE: Final = frozenset(
    {"exaggerated", "overstated", "overblown", "premature", "inaccurate", "outdated", "unconfirmed", "incorrect"}
    | {"false", "untrue", "wrong", "mistaken", "unfounded", "baseless", "groundless"}
)


def only_named(view: StanceView, cue: CueStance) -> frozenset[TargetId]:
    """The targets that a statement only names."""
    return frozenset(one.target for one in _named(view, cue))


def is_undecided(view: StanceView) -> bool:
    """True where the content takes both sides or none: "neither supports nor opposes the accord"."""
    for tree, tokens in view.pieces(view.attribution.content):
        words = tree.lower[tokens.start : tokens.stop]
        if "neither" in words and "nor" in words:
            rows = (view.table.judging_verbs.get(word) for word in words)
            if {row.polarity for row in rows if row is not None} >= {"positive", "negative"}:
                return True
    return False


def _named(view: StanceView, cue: CueStance) -> Iterator[Reference]:
    is_asked = cue.target == "addressee" and cue.cue_class == "directive" and cue.polarity in (None, "neutral")
    if is_asked:
        yield from addressed(view)
    words = _words_of_cue(view)
    is_retracted, is_touched = bool(words & _RETRACTING), bool(words & _TOUCHING)
    is_bare = bool(words & _BARE) and cue.polarity is None
    for tree, tokens in view.pieces((*view.attribution.target, *view.attribution.content)):
        if is_retracted or _depends(tree, tokens):
            yield from _all_in(view, tree, tokens)
            continue
        heads = list(tops(tree, tokens))
        is_noun_only = not any(tree.is_verb(head) for head in heads)
        if is_asked and heads and not tree.is_verb(heads[0]):
            yield from view.named(tree, heads[0])  # "call on [all parties] to uphold it"
        for top in (joined for head in heads for joined in tree.joined(head)):
            if not tree.is_verb(top):
                if is_touched or (is_bare and is_noun_only):
                    yield from view.named(tree, top)
                if is_touched:
                    for noun in _examples(tree, top):
                        yield from view.named(tree, noun)
                continue
            for noun in (*_not_shared(tree, top), *_overdone(tree, top)):
                yield from view.named(tree, noun)


def _words_of_cue(view: StanceView) -> frozenset[str]:
    places = (view.reading.source.locate(span) for span in view.attribution.cue)
    return frozenset(word for start, end in places for word in view.reading.shadow[start:end].casefold().split())


def _examples(tree: Tree, noun: int) -> Iterator[int]:
    """ "Critics such as [Ober]"."""
    for prep in tree.kids(noun, "prep"):
        if tree.lower[prep] in _SUCH_AS:
            yield from tree.kids(prep, "pobj")


def _all_in(view: StanceView, tree: Tree, tokens: range) -> Iterator[Reference]:
    for token in tokens:
        if tree.tag[token][:1] in ("N", "P"):
            yield from view.named(tree, token)


def _depends(tree: Tree, tokens: range) -> bool:
    """ "It could support the draft or oppose it, depending on the annex"."""
    return any(
        tree.lower[token] == "depending" and tree.lower[token + 1 : token + 2] == ["on"] for token in tokens
    ) and any(tree.lower[token] in ("or", "could", "may", "might") for token in tokens)


def _not_shared(tree: Tree, verb: int) -> Iterator[int]:
    """ "Did not share Brava's fear of the radar": the radar, and whose fear it is."""
    if tree.lower[verb] not in _SHARING or not tree.is_negated(verb):
        return
    for fear in tree.kids(verb, "dobj"):
        if tree.lower[fear] in _FEARS:
            yield from tree.kids(fear, "poss")
            for prep in tree.kids(fear, "prep"):
                yield from tree.kids(prep, "pobj")


def _overdone(tree: Tree, verb: int) -> Iterator[int]:
    """ "Reports of a rift were exaggerated"."""
    predicates = {tree.lower[verb], *(tree.lower[k] for k in tree.kids(verb, "acomp", "attr"))}
    if not predicates & _OVERDONE:
        return
    for tale in tree.kids(verb, "nsubj", "nsubjpass"):
        if tree.lower[tale] in _TALES:
            for prep in tree.kids(tale, "prep"):
                yield from tree.kids(prep, "pobj")
