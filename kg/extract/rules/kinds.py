"""Tells the four kinds apart: statement, attitude, second hand, and what asserts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.sources import sender_verb
from kg.extract.rules.words import (
    ABSTENTIONS,
    CONDITIONS,
    EXPECTATIONS,
    FINITE_TAGS,
    MODALS,
    NEGATIONS,
    QUESTION_WORDS,
)
from kg.model import Kind, Why

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import Cue
    from kg.extract.rules.tree import Tree

_OBLIGING = frozenset({"require", "requires", "required"})
_DENYING = frozenset({"deny"})
_ABSTAINING = frozenset({"decline", "refuse", "stop short"})
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
_ONLY = frozenset({"only", "just", "merely", "simply"})
_REJECTING = frozenset(
    {"dismiss", "reject", "refute", "rebut", "rubbish", "brush aside", "wave away", "contest", "dispute"}
)
_SUBORDINATE = frozenset({"xcomp", "relcl", "acl", "pcomp"})
_SOURCELESS_FRAMES = frozenset({"clause", "quote", "around"})


def kind_of(tree: Tree, clause: Clause, frame: str) -> tuple[Kind, Why | None]:
    """Kind of the attribution that a cue verb makes, and why where it asserts nothing."""
    lemma, kind = clause.cue.lemma, clause.cue.kind
    if _is_hypothetical(tree, clause):
        return Kind.NON_ASSERTION, Why.NOT_SAID if _is_negated(tree, clause) else Why.HYPOTHETICAL
    if _is_negated(tree, clause):
        return Kind.NON_ASSERTION, Why.DENIED if kind is Kind.ATTITUDE else Why.NOT_SAID
    if lemma in _ABSTAINING:
        return Kind.NON_ASSERTION, Why.NOT_SAID
    if lemma in _DENYING or (lemma in _REJECTING and frame == "claim"):
        return Kind.NON_ASSERTION, Why.DENIED
    if frame != "quote" and (_asks(tree, clause) or tree.words[tree.sentence[clause.verb][1] - 1] == "?"):
        return Kind.NON_ASSERTION, Why.ASKED
    return kind, None


def is_unlikely(tree: Tree, verb: int, cue: Cue) -> bool:
    """True for uses that hardly ever ascribe content: "efforts to find ...", subordinate attitudes, orders."""
    dep, tag = tree.dep[verb], tree.tag[verb]
    if tag == "VB" and (dep == "acl" or (dep == "ROOT" and tree.child(verb, "aux", "nsubj", "neg") is None)):
        return True
    if cue.lemma == "ask" and verb >= 2 and tree.words[verb - 1] == "," and tree.child(verb, "nsubj") == verb - 2:
        # "Torr, asked whether ..., replied": the parser takes the participle for the main verb.
        return True
    if dep == "xcomp" and tree.lower[tree.head[verb]] in _OBLIGING:
        # "The job requires workers to report": what is to be done.
        return True
    if cue.kind is Kind.ATTITUDE and dep in _SUBORDINATE - {"relcl"}:
        return True
    if dep == "pcomp" and tree.lower[tree.head[verb]] == "with":
        # "..., with the bank saying it would pay".
        return tree.child(verb, "nsubj") is None
    if dep == "pcomp" and sender_verb(tree, verb) is not None:
        return False
    if dep == "pcomp" and tag in FINITE_TAGS and tree.lower[tree.first[verb]] == "what":
        # "protested at what it said was a breach".
        return False
    return dep == "pcomp" and tree.lower[tree.head[verb]] not in (
        "by",
        "as",
        "in",
        "without",
        "before",
        "after",
        "while",
    )


def is_too_vague(tree: Tree, clause: Clause, frame: str, kind: Kind) -> bool:
    """True for what says too little to be kept: no source and no clause, or a subordinate "not said"."""
    if kind is Kind.NON_ASSERTION and tree.dep[clause.verb] in _SUBORDINATE:
        return True
    if clause.source is not None:
        first, end = clause.source
        is_noise = end - first == 1 and len(tree.words[first]) == 1 and not tree.words[first].isupper()
        return is_noise or (clause.subject is not None and tree.lower[clause.subject] in ("nobody", "none", "nothing"))
    return clause.cue.kind is Kind.ATTITUDE or frame not in _SOURCELESS_FRAMES


def _is_negated(tree: Tree, clause: Clause) -> bool:
    verb = clause.verb
    chain = [verb]
    while tree.dep[verb] in ("xcomp", "pcomp", "prep", "advmod", "acomp") and tree.head[verb] != verb:
        verb = tree.head[verb]
        chain.append(verb)
    if tree.dep[verb] == "conj" and any(
        tree.lower[child] in ("neither", "nor") for child in tree.children[tree.head[verb]]
    ):
        return True
    for token in chain:
        if token != clause.verb and tree.lower[token] in ABSTENTIONS:
            return True
        if tree.lower[token] == "without" or any(_negates(tree, child, token) for child in tree.children[token]):
            return True
    subject = clause.subject
    if subject is None:
        return False
    # The parser may hang a quotation before the cue on the subject; its "no" is none of the subject's.
    first = tree.first[subject] if clause.source is None else max(tree.first[subject], clause.source[0])
    return tree.lower[subject] in ("nobody", "none", "nothing", "neither") or "no" in tree.lower[first:subject]


def _negates(tree: Tree, child: int, verb: int) -> bool:
    if child > verb or tree.quoted[child] >= 0:
        return False
    if tree.lower[child + 1] in _ONLY:
        # "not only rejected the offer but warned".
        return False
    return tree.dep[child] == "neg" or (
        tree.dep[child] in ("advmod", "preconj", "cc") and tree.lower[child] in NEGATIONS
    )


def _is_hypothetical(tree: Tree, clause: Clause) -> bool:
    """True under a modal or condition; those of a verb before do not count where this one has a subject of its own."""
    token = clause.verb
    has_own = tree.dep[token] == "conj" and clause.source is not None and clause.source[1] in (token, token - 1)
    for _ in range(8):
        for child in tree.children[token]:
            if child < token and tree.dep[child] == "aux" and tree.lower[child] in MODALS:
                return True
            if child < token and tree.dep[child] == "mark" and tree.lower[child] in CONDITIONS:
                return True
        if has_own or tree.dep[token] not in ("xcomp", "acomp", "conj") or tree.head[token] == token:
            return False
        infinitive = tree.dep[token] == "xcomp" and tree.tag[token] == "VB"
        token = tree.head[token]
        if infinitive and tree.lower[token] in EXPECTATIONS:
            return True
        if tree.dep[token] == "conj" and tree.child(token, "nsubj") is not None:
            return False
    return False


def _asks(tree: Tree, clause: Clause) -> bool:
    """ "asked whether ..." puts nothing forward; "asked the council to ..." is a request."""
    if clause.cue.lemma not in _ASKING:
        return False
    following = tree.lower[clause.verb + 1 : clause.verb + 8]
    for word in following:
        if word == "to":
            return False
        if word in QUESTION_WORDS:
            return True
    return False
