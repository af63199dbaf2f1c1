"""Who falls behind another: "the miners came, but the owners did not", "it was not the farmers, it was the militia".

One who did right is set beside one who did not. Of the second one nothing bad may be said; that it stands there says
it. What counts as right and wrong is told by `deeds`; after a wrong, who did not do it is left alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.deeds import deed_value
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_HELPERS: Final = all_forms("do", "have", "be") | {"would", "will", "could", "can", "wo", "ca"}
_AGAINST: Final = frozenset({"while", "whereas", "but", "yet", "nor", "and", "whilst"})
_STRONG: Final = frozenset({"while", "whereas", "but", "yet", "whilst"})
_BEING: Final = frozenset({"is", "was", "are", "were", "'s", "be", "been"})
_ONES: Final = frozenset({"one", "ones", "those", "people", "man", "men", "party", "side", "woman", "women", "culprit"})
_PRONOUNS: Final = frozenset({"it", "they", "he", "she", "that", "this", "which", "who", "there", "what"})
_CAN: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "'ll", "wo", "ca"})


def fallen_short(view: StanceView) -> Iterator[Found]:
    """The judgements that comparing two deeds shows."""
    clauses: list[tuple[Tree, int, range]] = []
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in tokens:
            is_clause = tree.is_verb(verb) or tree.tag[verb] == "MD"
            if not is_clause or tree.dep[verb] in ("aux", "auxpass") or view.is_reported(tree, verb):
                continue
            if tree.lower[verb] in _BEING and (found := list(_identified(view, tree, verb, tokens))):
                yield from (one for one in found if _is_told(view, tree, verb, tokens))
            if any(_subjects(tree, verb)):
                clauses.append((tree, verb, tokens))
    for (tree, first, tokens), (other, second, _) in pairwise(clauses):
        if tree is not other:
            continue
        found = [*_beside(view, tree, first, second, tokens), *_instead(view, tree, first, second, tokens)]
        if found and all(_is_told(view, tree, verb, tokens) for verb in (first, second)):
            yield from found


def _is_told(view: StanceView, tree: Tree, verb: int, tokens: range) -> bool:
    """True where the speaker tells it, and tells it as so."""
    return not is_hypothetical(tree, verb, tokens) and belongs_to_speaker(tree, verb, tokens, view.is_own_token)


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """Its own subject; of "nor has Vestria" also what the parse took for its object."""
    own = list(tree.kids(verb, "nsubj"))
    if own or tree.lower[verb] not in _HELPERS:
        return iter(own)
    is_nor = "nor" in tree.lower[max(0, verb - 1) : verb]
    return iter([t for t in tree.kids(verb, "dobj", "attr") if t > verb] if is_nor else [])


def _beside(view: StanceView, tree: Tree, first: int, second: int, within: range) -> Iterator[Found]:
    """ "The miners had come, but [the owners] had not come", "while [Vestria] had spent the spring buying yachts"."""
    subject, other = next(_subjects(tree, second)), next(_subjects(tree, first))
    links = {tree.lower[t] for t in range(max(0, subject - 6), subject)} & _AGAINST
    is_nor = "nor" in tree.lower[max(0, second - 2) : second]
    new_sentence = "." in tree.lower[first:subject]
    if not links and not new_sentence and not is_nor:
        return
    if tree.lower[subject] in _PRONOUNS or tree.lower[subject] == tree.lower[other]:
        return
    if tree.modals(first) & _CAN or tree.modals(second) & _CAN or tree.is_passive(second):
        return
    value = deed_value(tree, first, within)
    is_denied = tree.is_negated(second) or is_nor
    if value != "positive" or (tree.is_negated(first) and not is_nor):
        return
    if is_denied:
        is_bare = tree.lower[second] in _HELPERS and not any(
            tree.kids(second, "dobj" if not is_nor else "acomp", "attr", "acomp", "xcomp", "ccomp")
        )
        is_same = tree.lower[second] in words_of("dutiful") or tree.lower[first][:4] == tree.lower[second][:4]
        if not is_bare and not is_same and not (links & _STRONG and "even" in _hows(tree, second)):
            return
    elif not links & _STRONG or deed_value(tree, second, within) == "positive" or not _is_deed(tree, second):
        return
    yield from _held(view, tree, second, subject, "negative")


def _is_deed(tree: Tree, verb: int) -> bool:
    """True for a finite deed: no state, no "was to"."""
    return tree.lower[verb] not in _HELPERS and tree.is_told_as_fact(verb)


def _hows(tree: Tree, verb: int) -> set[str]:
    return {tree.lower[t] for t in tree.kids(verb, "advmod")}


def _identified(view: StanceView, tree: Tree, verb: int, within: range) -> Iterator[Found]:
    """ "The ones who broke the agreement were [the traders]", "it was [the ministry] that had lied"."""
    if tree.lower[verb] not in _BEING:
        return
    for subject in tree.kids(verb, "nsubj"):
        named = list(tree.kids(verb, "attr"))
        if tree.lower[subject] not in _ONES or tree.is_negated(verb) or not named:
            continue
        for deed in tree.kids(subject, "relcl"):
            value = deed_value(tree, deed, within) if any(tree.kids(deed, "nsubj")) else None
            if value is not None and not tree.is_negated(deed):
                for token in named:
                    yield from _held(view, tree, deed, token, value)


def _instead(view: StanceView, tree: Tree, first: int, second: int, within: range) -> Iterator[Found]:
    """ "It was not the farmers who broke the truce, it was [the militia]"."""
    if tree.lower[second] not in _BEING or tree.is_negated(second):
        return
    if any(below > second for below in tree.kids(second, "acomp", "ccomp", "xcomp")):
        return
    if [tree.lower[t] for t in tree.kids(second, "nsubj")] != ["it"]:
        return
    cleft = next((v for v in (first, *tree.above(first)) if tree.lower[v] in _BEING and v != second), None)
    if cleft is None or [tree.lower[t] for t in tree.kids(cleft, "nsubj")] != ["it"] or not tree.is_negated(cleft):
        return
    deeds = [*tree.kids(cleft, "ccomp"), *(d for t in tree.kids(cleft, "attr") for d in tree.kids(t, "relcl"))]
    for deed in deeds:
        value = deed_value(tree, deed, within)
        if value is not None and deed < second and not tree.is_negated(deed):
            for token in tree.kids(second, "attr"):
                if is_noun(tree, token) and not any(tree.kids(token, "relcl")):
                    yield from _held(view, tree, deed, token, value)


def _held(view: StanceView, tree: Tree, shown: int, token: int, polarity: Polarity) -> Iterator[Found]:
    act = "criticise" if polarity == "negative" else "praise"
    for reference in view.others(view.named(tree, token)):
        yield polarity, act, view.span(tree, shown), reference, WORD_CONFIDENCE
