"""Sympathy with those who suffer: concern for them, apologies to them, words for what is done to them.

"Worried about the prisoners" is no reproach to the prisoners, "the most persecuted" no fault of the persecuted
(guideline of the gold sets, 3: concern *for* people is sympathy). List `vulnerable` in words.csv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of
from kg.statements.stance.described import COPULAS
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Span
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_CONCERN: Final = (
    all_forms("worry", "concern", "trouble", "fear", "alarm", "distress", "sadden", "disturb")
    | frozenset({"anxious", "anxiety", "anguish", "anguished", "worries", "grief", "sorrow", "sorry"})
)  # fmt: skip
_APOLOGISING: Final = all_forms("apologise", "apologize")
_SUFFERING: Final = frozenset(
    {"persecuted", "oppressed", "martyred", "downtrodden", "neglected", "brutalised", "brutalized", "victimised"}
    | {"victimized", "marginalised", "marginalized", "disadvantaged", "mistreated", "maltreated", "martyr", "martyrs"}
    | {"enslaved", "besieged", "starved", "orphaned", "bereaved", "dispossessed", "uprooted", "innocent"}
)
"""Said of somebody, these take their side."""
_RANKING: Final = all_forms(
    "rate", "rank", "count", "list", "number", "place", "describe", "regard", "consider", "call"
)
_AMONG: Final = frozenset({"among", "amongst", "as", "with", "one"})
_SHARING: Final = all_forms("share", "feel", "understand")
_GRIEFS: Final = frozenset({"grief", "pain", "sorrow", "loss", "mourning", "anguish", "suffering", "anger"})
_NEEDING: Final = all_forms("need", "deserve", "require")
_HELP: Final = frozenset(
    {"help", "aid", "protection", "shelter", "support", "asylum", "safety", "justice", "refuge", "care", "relief"}
    | {"better", "food", "medicine", "compassion", "rest", "respect", "dignity", "hope", "rights", "decisions"}
)


_NEAR: Final = 60
"""Characters from a word of concern to whom it is about, at most."""


def softened(view: StanceView, found: Iterable[Found]) -> list[Found]:
    """What was found, where concern about those who suffer is sympathy with them."""
    kept: list[Found] = []
    for polarity, act, span, reference, confidence in found:
        is_concern = polarity == "negative" and _is_concern(view, span, reference.start)
        if is_concern and _is_vulnerable(view, reference.start, reference.end):
            kept.append(("positive", "sympathise", span, reference, confidence))
        else:
            kept.append((polarity, act, span, reference, confidence))
    return kept


def sympathies(view: StanceView) -> Iterator[Found]:
    """Those of whose suffering the cue and the content speak."""
    for tree, tokens in view.pieces(view.attribution.cue[:1]):
        for token in tokens:
            yield from _found(view, tree, token, [*_asked_pardon(tree, token), *_ranked(tree, token)])
    for tree, tokens in view.pieces(view.attribution.content):
        for token in tokens:
            word = tree.lower[token]
            if word not in _SUFFERING and word not in _SHARING and word not in _NEEDING and word not in _RANKING:
                continue
            if view.is_reported(tree, token) or tree.is_negated(token):
                continue
            things = [*_suffering(tree, token), *_grief(view, tree, token, tokens), *_in_need(view, tree, token)]
            things += _ranked(tree, token)
            if not things or is_hypothetical(tree, token, tokens):
                continue
            if belongs_to_speaker(tree, token, tokens, view.is_own_token):
                yield from _found(view, tree, token, things)


def _found(view: StanceView, tree: Tree, by: int, things: Iterable[int]) -> Iterator[Found]:
    for thing in things:
        for reference in view.others(view.named(tree, thing)):
            yield "positive", "sympathise", view.span(tree, by), reference, WORD_CONFIDENCE


def _asked_pardon(tree: Tree, verb: int) -> Iterator[int]:
    """ "Apologised to the mayor"."""
    if tree.lower[verb] in _APOLOGISING and not tree.is_negated(verb):
        for prep in tree.kids(verb, "prep", "dative"):
            if tree.lower[prep] == "to":
                yield from tree.kids(prep, "pobj")


def _suffering(tree: Tree, token: int) -> Iterator[int]:
    """ "The colonel was martyred", "the nomads are neglected", "these neglected villages"."""
    if tree.lower[token] not in _SUFFERING:
        return
    if tree.is_verb(token) and tree.is_passive(token):
        yield from tree.kids(token, "nsubjpass")
        return
    verb = tree.head[token]
    if tree.dep[token] in ("acomp", "attr") and tree.lower[verb] in COPULAS and not tree.is_negated(verb):
        yield from tree.kids(verb, "nsubj", "nsubjpass")


def _ranked(tree: Tree, verb: int) -> Iterator[int]:
    """ "Rates the nomads among the most persecuted groups"."""
    if tree.lower[verb] not in _RANKING or not tree.is_verb(verb) or tree.is_negated(verb):
        return
    things = list(tree.objects(verb))
    for prep in (prep for at in (verb, *things) for prep in tree.kids(at, "prep")):
        if tree.lower[prep] not in _AMONG:
            continue
        below = {tree.lower[t] for t in range(prep + 1, min(prep + 10, len(tree.lower)))}
        if below & _SUFFERING:
            yield from things
            return


def _grief(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "We share the grief of the bereaved"."""
    if tree.lower[verb] not in _SHARING or not tree.is_verb(verb):
        return
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, tokens):
        return
    for grief in tree.kids(verb, "dobj"):
        if tree.lower[grief] in _GRIEFS:
            yield grief
            yield from tree.kids(grief, "poss")
            for prep in tree.kids(grief, "prep"):
                if tree.lower[prep] == "of":
                    yield from tree.kids(prep, "pobj")


def _in_need(view: StanceView, tree: Tree, verb: int) -> Iterator[int]:
    """ "People fleeing the delta need shelter": said of those who suffer only."""
    if tree.lower[verb] not in _NEEDING or not tree.is_verb(verb) or tree.is_passive(verb):
        return
    subject = tree.subject(verb)
    if subject is None or view.side.has(tree, subject) or not _names_vulnerable(tree, subject):
        return
    needs = {tree.lower[thing] for thing in tree.kids(verb, "dobj")}
    needs |= {tree.lower[thing] for deed in tree.kids(verb, "xcomp", "ccomp") for thing in tree.kids(deed, "dobj")}
    if needs & _HELP:
        yield subject


def _names_vulnerable(tree: Tree, noun: int) -> bool:
    fleeing = any(tree.lower[k] in _FLEEING for k in tree.kids(noun, "acl", "relcl"))
    return fleeing or tree.lower[noun] in words_of("vulnerable")


_FLEEING: Final = all_forms("flee", "suffer", "starve", "escape")


def _is_concern(view: StanceView, span: Span, until: int) -> bool:
    """True where what shows the judgement, or stands from there to whom it is about, is a word of concern."""
    start, end = view.reading.source.locate(span)
    last = until if end < until < start + _NEAR else end
    return bool(_CONCERN.intersection(view.reading.shadow[start:last].casefold().split()))


def _is_vulnerable(view: StanceView, start: int, end: int) -> bool:
    tree = view.reading.tree_at(start)
    if tree is None:
        return False
    tokens = tree.tokens(start, end)
    heads = [t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t]
    return any(tree.lower[t] in words_of("vulnerable") for t in heads)
