"""Doubt that somebody does or means it: "I am not persuaded that they want peace", "no sign that the army will leave".

The doubted clause is read as if somebody said it, and what it judges is turned round; where it judges nothing, its
subject is judged, for who is doubted is not trusted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.stance.forms import all_forms
from kg.statements.stance.reported_views import judged_in
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.judging import Hit
    from kg.statements.stance.view import Found, StanceView

_DOUBTING: Final = all_forms("doubt", "question", "wonder", "mistrust", "disbelieve")
_QUESTIONING: Final = all_forms("question", "doubt")
_WONDERING: Final = all_forms("wonder", "question")
_SURE: Final = frozenset(
    {"convinced", "persuaded", "sure", "certain", "satisfied", "confident", "optimistic", "hopeful"}
)
"""Denied, these doubt."""
_UNSURE: Final = frozenset(
    {"sceptical", "skeptical", "doubtful", "unconvinced", "unpersuaded", "unsure", "pessimistic", "dubious"}
)
_BELIEVING: Final = all_forms("believe", "trust", "think", "expect", "imagine", "see", "buy", "accept")
_DOUBTS: Final = frozenset({"doubt", "doubts", "scepticism", "skepticism", "uncertainty", "disbelief"})
_SIGNS: Final = frozenset(
    {"sign", "signs", "hope", "confidence", "indication", "faith", "chance", "reason", "guarantee", "way"}
)
_PROOFS: Final = frozenset({"evidence", "proof", "sign", "signs", "indication", "suggestion", "reason"})
_HARD: Final = frozenset({"hard", "difficult", "impossible"})
_SCANT: Final = frozenset({"no", "little", "scant", "few"})
_FREELY: Final = frozenset({"freely", "fairly", "honestly", "lawfully", "legally", "voluntarily", "properly", "openly"})
_ABOUT: Final = frozenset({"about", "over", "as", "on", "of"})
_UNTRUSTED: Final = all_forms("trust", "believe", "expect", "buy", "accept", "pretend")


def distrusted(view: StanceView) -> Iterator[Found]:
    """The judgements that the doubts of one's own side show, in the content and in the cue."""
    yield from _by_cue(view)
    for tree, tokens in view.pieces(view.attribution.content):
        for token in tokens:
            if tree.tag[token][:1] not in ("V", "J", "N"):
                continue
            clauses = [*_of_verb(view, tree, token, tokens), *_of_word(view, tree, token, tokens)]
            clauses += [*_of_noun(tree, token), *_of_hardness(tree, token)]
            if not clauses or is_hypothetical(tree, token, tokens):
                continue
            if not belongs_to_speaker(tree, token, tokens, view.is_own_token):
                continue
            is_proof = tree.lower[token] in _PROOFS
            for clause in clauses:
                yield from turned_round(view, tree, clause, token, is_proof=is_proof)


def _is_aside(view: StanceView, tree: Tree, clause: int, hit: Hit) -> bool:
    """True in a relative clause, which is no part of what is doubted: "the leaders, who are weak, will agree"."""
    at, _ = view.reading.source.locate(hit.span)
    token = next(iter(tree.tokens(at, at + 1)), clause)
    for above in (token, *tree.above(token)):
        if above == clause:
            return False
        if tree.dep[above] == "relcl":
            return True
    return False


def _by_cue(view: StanceView) -> Iterator[Found]:
    """ "Was sceptical that [they will]", "questioned whether [the panel was independent]"."""
    for tree, tokens in view.pieces(view.attribution.cue):
        for token in tokens:
            verb = token if tree.is_verb(token) else tree.head[token]
            is_denied = tree.is_negated(token) or tree.is_negated(verb)
            word = tree.lower[token]
            is_unsure = (word in _UNSURE and not is_denied) or (word in _SURE and is_denied)
            if not is_unsure and not (word in _QUESTIONING and tree.is_verb(token) and not is_denied):
                continue
            for clause in dict.fromkeys(c for at in (token, verb) for c in tree.kids(at, "ccomp", "advcl")):
                marks = {tree.lower[mark] for mark in tree.kids(clause, "mark")}
                if tree.is_verb(clause) and (is_unsure or marks & {"whether", "if"}):
                    yield from turned_round(view, tree, clause, token, is_proof=False)


def turned_round(view: StanceView, tree: Tree, clause: int, by: int, *, is_proof: bool) -> Iterator[Found]:
    """The judgements of a clause, the other way round; without any its subject's, unless it is a matter of proof."""
    hits = [hit for hit in judged_in(view, tree, clause) if not _is_aside(view, tree, clause, hit)]
    span = view.span(tree, by)
    for hit in hits:
        for reference in hit.judged:
            if hit.polarity == "negative":
                yield "positive", "endorse", span, reference, WORD_CONFIDENCE
            elif hit.polarity == "positive":
                yield "negative", "criticise", span, reference, WORD_CONFIDENCE
    if hits or is_proof:
        return
    if tree.is_passive(clause) and not any(tree.lower[how] in _FREELY for how in tree.kids(clause, "advmod")):
        return  # that it was "freely adopted" is praise; that it was adopted is not
    subject = next(tree.kids(clause, "nsubj", "nsubjpass"), None)
    if subject is not None and not tree.is_negated(clause):
        for reference in view.others(view.judged_with(tree, subject)):
            yield "negative", "criticise", span, reference, WORD_CONFIDENCE


def _of_verb(view: StanceView, tree: Tree, token: int, tokens: range) -> Iterator[int]:
    """ "I doubt that [X will]", "we do not believe that [X can]"."""
    if not tree.is_verb(token) or tree.lower[token] not in _DOUBTING | _UNTRUSTED:
        return
    subject = tree.subject(token)
    is_own = subject is not None and view.is_own_token(tree, subject, tokens)
    is_nobodys = subject is not None and tree.lower[subject] in ("one", "nobody", "none", "who")
    is_denied = tree.is_negated(token)
    if tree.lower[token] in _DOUBTING:
        if not is_denied and (is_own or (subject is not None and tree.lower[subject] == "one")):
            for clause in tree.kids(token, "ccomp"):
                marks = {tree.lower[mark] for mark in tree.kids(clause, "mark")}
                if tree.lower[token] not in _WONDERING or marks & {"whether", "if"}:
                    yield clause  # "I wonder why it was bad" only asks
    elif tree.lower[token] in _UNTRUSTED and ((is_denied and is_own) or (is_nobodys and is_denied)):
        yield from tree.kids(token, "ccomp")


def _of_word(view: StanceView, tree: Tree, token: int, tokens: range) -> Iterator[int]:
    """ "Is not persuaded that [X has]", "we are sceptical that [X will]"."""
    word = tree.lower[token]
    if word not in _SURE and word not in _UNSURE:
        return
    verb = token if tree.is_verb(token) and any(tree.kids(token, "nsubj", "nsubjpass")) else tree.head[token]
    if not tree.is_verb(verb):
        return
    subject = next(tree.kids(verb, "nsubj", "nsubjpass"), None)
    is_denied = tree.is_negated(token) or tree.is_negated(verb)
    if subject is None or is_denied == (word in _UNSURE):
        return
    if view.is_own_token(tree, subject, tokens) or tree.lower[subject] in ("nobody", "few"):
        yield from (c for at in {token, verb} for c in tree.kids(at, "ccomp") if tree.is_verb(c))


def _of_noun(tree: Tree, token: int) -> Iterator[int]:
    """ "There is doubt about whether [X is]", "no evidence that [X did]"."""
    word = tree.lower[token]
    is_scant = any(tree.lower[k] in _SCANT for k in tree.kids(token, "det", "amod"))
    if not (word in _DOUBTS and not is_scant) and not (word in _SIGNS | _PROOFS and is_scant):
        return
    if tree.dep[token] not in ("attr", "dobj", "ROOT", "nsubj"):
        return
    yield from (
        c for c in tree.kids(token, "acl", "ccomp") if tree.is_verb(c) and any(tree.kids(c, "nsubj", "nsubjpass"))
    )
    for prep in (*tree.kids(token, "prep"), *(p for c in tree.kids(token, "acl") for p in tree.kids(c, "prep"))):
        if tree.lower[prep] in _ABOUT:
            yield from (c for c in tree.kids(prep, "pcomp") if any(tree.kids(c, "nsubj", "nsubjpass")))


def _of_hardness(tree: Tree, token: int) -> Iterator[int]:
    """ "It is hard to believe that [X will]"."""
    if tree.lower[token] not in _HARD or tree.dep[token] != "acomp":
        return
    for deed in (*tree.kids(token, "xcomp"), *tree.kids(tree.head[token], "xcomp")):
        if tree.lower[deed] in ("believe", "see", "imagine", "accept"):
            yield from (c for c in tree.kids(deed, "ccomp", "advcl"))
