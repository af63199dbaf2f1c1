"""Doubt in the shape of a question: "why should we pay for [the fund]?", "who believes that [the vote was free]?".

Such questions ask for no answer; nor does who "does not see why the fund should exist", or says that "it remains to be
seen" whether somebody keeps a promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of
from kg.statements.stance.disbelief import turned_round
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_OPENING: Final = frozenset({"why", "who", "seen"})
"""Without one of these words there is no such question."""
_SEEING: Final = all_forms("see", "understand", "know", "get")
_BELIEVING: Final = all_forms("believe", "trust", "think", "expect", "imagine", "buy", "accept", "claim", "pretend")
_SHOULD: Final = frozenset({"should", "must", "need"})
_TRUSTING: Final = all_forms("trust", "obey", "thank", "believe")


def asked_to_doubt(view: StanceView) -> Iterator[Found]:
    """The judgements that a content's rhetorical questions show."""
    for tree, tokens in view.pieces(view.attribution.content):
        if _OPENING.isdisjoint(tree.lower[tokens.start : tokens.stop]):
            continue
        for token in tokens:
            if not tree.is_verb(token):
                continue
            heads = list(_without_reason(view, tree, token, tokens))
            promised, believed = list(_left_open(tree, token)), list(_asked_who(tree, token))
            if not (heads or promised or believed) or not belongs_to_speaker(tree, token, tokens, view.is_own_token):
                continue
            for head in heads:
                for reference in view.others(view.judged_with(tree, head)):
                    yield "negative", "criticise", view.span(tree, token), reference, WORD_CONFIDENCE
            for clause in promised:
                yield from turned_round(view, tree, clause, token, is_proof=False)
            for clause in believed:
                is_credit = any(tree.lower[how] in words_of("sound") for how in tree.kids(clause, "acomp"))
                yield from turned_round(view, tree, clause, token, is_proof=not is_credit)


def _without_reason(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "I do not see why [the fund] should exist", "any reason why [it] should?", "why should we pay for [it]?"."""
    if not tree.modals(verb) & _SHOULD or not any(tree.lower[why] == "why" for why in tree.kids(verb, "advmod")):
        return
    above = tree.head[verb]
    sees = tree.subject(above) if tree.is_verb(above) else None
    is_puzzled = tree.lower[above] in _SEEING and tree.is_negated(above) and sees is not None
    is_puzzled = is_puzzled and sees is not None and view.is_own_token(tree, sees, tokens)
    dets = {tree.lower[det] for det in tree.kids(above, "det")}
    is_reason = tree.lower[above] == "reason" and (tree.has_no(above) or "any" in dets)
    is_asked = tree.dep[verb] == "ROOT" or (tree.dep[verb] == "ccomp" and above not in tokens)
    if not (is_puzzled or is_reason or (is_asked and _is_question(tree, verb))):
        return
    subject = tree.subject(verb)
    if subject is None:
        return
    if not view.is_own_token(tree, subject, tokens):
        yield subject
        return
    verbs = (verb, *tree.kids(verb, "xcomp"))
    favours = words_of("refusable") | words_of("benefit") | words_of("dutiful") | _TRUSTING
    if any(tree.lower[one] in favours for one in verbs):
        for one in verbs:
            yield from tree.kids(one, "dobj")
            yield from (t for prep in tree.kids(one, "prep") for t in tree.kids(prep, "pobj"))


def _left_open(tree: Tree, verb: int) -> Iterator[int]:
    """ "It remains to be seen whether [the governor will keep his promise]"."""
    if tree.lower[verb] == "seen" and tree.dep[verb] == "xcomp" and tree.lower[tree.head[verb]].startswith("remain"):
        yield from (clause for clause in tree.kids(verb, "ccomp") if tree.lower[clause] in words_of("dutiful"))


def _asked_who(tree: Tree, verb: int) -> Iterator[int]:
    """ "Who believes that [the vote was free]?"."""
    is_asked = tree.lower[verb] in _BELIEVING and _is_question(tree, verb)
    if is_asked and any(tree.lower[who] == "who" for who in tree.kids(verb, "nsubj")):
        yield from tree.kids(verb, "ccomp")


def _is_question(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] == "?" for child in tree.children[token])
