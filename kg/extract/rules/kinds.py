"""Tells the four kinds apart: statement, attitude, second hand, and what asserts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Kind, Why

if TYPE_CHECKING:
    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import Cue
    from kg.extract.rules.tree import Tree

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "nothing", "hardly", "without"})
_DENIALS = frozenset({"deny", "dispute"})
_NOT_SAID = frozenset({"decline", "refuse"})
_MODALS = frozenset(
    {"could", "may", "might", "would", "should", "can", "must", "will", "shall", "'ll", "'d", "wo", "ca"}
)
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "should", "in case"})
_RAISING = frozenset(
    {
        "expected",
        "likely",
        "set",
        "due",
        "scheduled",
        "poised",
        "unlikely",
        "able",
        "free",
        "ready",
        "asked",
        "about",
        "supposed",
    }
)
_SAYING = frozenset(
    {
        "say",
        "call",
        "comment",
        "discuss",
        "answer",
        "respond",
        "elaborate",
        "confirm",
        "name",
        "identify",
        "mention",
        "specify",
        "disclose",
        "describe",
        "address",
    }
)


def kind_of(tree: Tree, clause: Clause, *, is_quoted: bool) -> tuple[Kind, Why | None]:
    """Kind of the attribution that a cue verb makes, and why where it asserts nothing."""
    lemma, kind = clause.cue.lemma, clause.cue.kind
    if _is_hypothetical(tree, clause.verb):
        return Kind.NON_ASSERTION, Why.HYPOTHETICAL
    if lemma in _NOT_SAID or _is_negated(tree, clause):
        return Kind.NON_ASSERTION, Why.NOT_SAID
    if lemma in _DENIALS:
        return Kind.NON_ASSERTION, Why.DENIED
    if lemma in ("ask", "wonder", "question") and not is_quoted and _asks(tree, clause):
        return Kind.NON_ASSERTION, Why.ASKED
    return kind, None


def is_unlikely(tree: Tree, verb: int, cue: Cue) -> bool:
    """True for uses that hardly ever ascribe content: "efforts to find ...", attitudes in subordinate infinitives."""
    dep, tag = tree.dep[verb], tree.tag[verb]
    if tag == "VB" and dep == "acl":
        return True
    if cue.kind is Kind.ATTITUDE and dep in ("acl", "xcomp", "pcomp"):
        return True
    return dep == "pcomp" and tree.lower[tree.head[verb]] in ("including", "like", "than", "from", "at", "about", "such")


def _is_negated(tree: Tree, clause: Clause) -> bool:
    chain = [clause.verb]
    verb = clause.verb
    while tree.dep[verb] in ("xcomp", "pcomp", "prep", "advmod") and tree.head[verb] != verb:
        verb = tree.head[verb]
        chain.append(verb)
    for token in chain:
        for child in tree.children[token]:
            if child < token and (tree.dep[child] == "neg" or tree.lower[child] in _NEGATIONS):
                return True
        if (
            tree.lower[token]
            in ("declined", "refused", "declines", "refuses", "declining", "refusing", "avoided", "stopped", "failed")
            and token != clause.verb
        ):
            return True
    subject = clause.subject
    return subject is not None and (
        tree.lower[subject] in ("nobody", "none", "nothing") or "no" in tree.lower[tree.first[subject] : subject]
    )


def _is_hypothetical(tree: Tree, verb: int) -> bool:
    token = verb
    for _ in range(6):
        for child in tree.children[token]:
            if child < token and (
                (tree.dep[child] == "aux" and tree.lower[child] in _MODALS)
                or (tree.dep[child] == "mark" and tree.lower[child] in _CONDITIONS)
            ):
                return True
        if token != verb and tree.lower[token] in _RAISING:
            return True
        if tree.dep[token] not in ("xcomp", "conj", "acomp") or tree.head[token] == token:
            return False
        if tree.dep[token] == "xcomp" and tree.lower[tree.head[token]] in (
            "want",
            "wants",
            "wanted",
            "hope",
            "hopes",
            "hoped",
            "plans",
            "planned",
        ):
            return True
        token = tree.head[token]
    return False


def _asks(tree: Tree, clause: Clause) -> bool:
    """ "asked whether ..." puts nothing forward; "asked the council to ..." is a request."""
    following = tree.lower[clause.verb + 1 : clause.verb + 8]
    return any(
        word in ("if", "whether", "why", "what", "when", "where", "how", "who", "which", "about") for word in following
    )
