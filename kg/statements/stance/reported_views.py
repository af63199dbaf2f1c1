"""Views that a content holds up and turns down: "dismissed claims that [X is corrupt]", "nobody believes [X is fair]".

Who rejects a reproach defends whom it strikes; who rejects praise, or does not believe it, judges. The clause is read
as if somebody said it, and what it judges is turned round.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import plural, verb_forms
from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.judging import judging_words
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.judging import Hit
    from kg.statements.stance.view import Found, StanceView

_REPROACHES: Final = frozenset(
    form
    for noun in ("accusation", "allegation", "charge", "insinuation", "reproach", "slur", "smear")
    for form in (noun, plural(noun))
)
"""Whoever these name as doer is reproached, whatever the words: "allegations that the guards fired first"."""
_VIEWS: Final = _REPROACHES | frozenset(
    form
    for noun in (
        "argument", "assertion", "assumption", "belief", "claim", "complaint", "contention", "idea", "impression",
        "myth", "notion", "opinion", "rumour", "rumor", "speculation", "story", "suggestion", "talk", "theory", "view",
    )
    for form in (noun, plural(noun))
)  # fmt: skip
_FALSE: Final = frozenset(
    {"absurd", "baseless", "false", "groundless", "laughable", "ludicrous", "nonsense", "preposterous", "ridiculous"}
    | {"unfounded", "untrue", "lie", "lies", "slander", "fabrication"}
)
_MOCKING: Final = frozenset({"scoff", "laugh", "mock", "ridicule", "deride", "jeer", "sneer", "scorn"})
"""First words of cues that turn down the view that their object holds."""
_BELIEVING: Final = frozenset(
    form for verb in ("believe", "imagine", "accept", "consider", "suppose") for form in verb_forms(verb)
) | {"think", "thinks", "thought"}
_DOUBTING: Final = frozenset(form for verb in ("deny", "dispute", "doubt", "question") for form in verb_forms(verb))
_FREELY: Final = frozenset({"freely", "fairly", "honestly", "lawfully", "legally", "voluntarily", "properly", "openly"})
_WILLING: Final = all_forms("want", "seek", "mean", "intend", "wish", "desire", "favour", "favor", "pursue")
_NOBODY: Final = frozenset({"nobody", "none", "one"})


def turned_down(view: StanceView, cue: CueStance) -> Iterator[Found]:
    """The judgements of those views that the cue turns down, the other way round."""
    is_rejecting = cue.act == "reject" or cue.lemma.split()[:1] in ([word] for word in _MOCKING)
    if not is_rejecting:
        return
    for tree, tokens in view.pieces(view.attribution.content):
        for top in tops(tree, tokens):
            heads = [top, *tree.kids(top, "pobj")]
            for noun in (head for head in heads if is_noun(tree, head) and tree.lower[head] in _VIEWS):
                for clause in tree.kids(noun, "acl", "ccomp", "relcl"):
                    if _is_statement(tree, clause):
                        yield from _turned(view, tree, clause, is_reproach=tree.lower[noun] in _REPROACHES)


def disbelieved(view: StanceView) -> Iterator[Found]:
    """The judgements that one's own side, or nobody, believes or doubts: "nobody believes that the vote was fair"."""
    for tree, tokens in view.pieces(view.attribution.content):
        for top in (joined for head in tops(tree, tokens) for joined in tree.joined(head)):
            if not tree.is_verb(top) or tree.lower[top] not in _BELIEVING | _DOUBTING:
                continue
            subject = tree.subject(top)
            if subject is None:
                continue
            is_doubting = tree.lower[top] in _DOUBTING
            is_few = "few" in (tree.lower[subject], *(tree.lower[child] for child in tree.kids(subject, "amod")))
            is_nobodys = tree.lower[subject] in _NOBODY or tree.has_no(subject)
            if is_few or (tree.is_negated(top) and (is_nobodys or view.is_own_token(tree, subject, tokens))):
                for clause in tree.kids(top, "ccomp"):
                    found = _turned(view, tree, clause, is_reproach=False)
                    yield from _as_said(view, tree, clause) if is_doubting else found


def called_false(view: StanceView) -> Iterator[Found]:
    """Views that the content calls false: "any suggestion that [our crews were drunk] is baseless"."""
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in (top for top in tops(tree, tokens) if tree.is_verb(top) and not tree.is_negated(top)):
            predicates = {tree.lower[word] for word in tree.kids(verb, "acomp", "attr")}
            if not predicates & _FALSE:
                continue
            for noun in (subject for subject in tree.kids(verb, "nsubj") if tree.lower[subject] in _VIEWS):
                for clause in tree.kids(noun, "acl", "ccomp", "relcl"):
                    if _is_statement(tree, clause):
                        yield from _turned(view, tree, clause, is_reproach=tree.lower[noun] in _REPROACHES)


def _turned(view: StanceView, tree: Tree, clause: int, *, is_reproach: bool) -> Iterator[Found]:
    # What "few believed" is theirs, but the speaker turns it down.
    hits = list(judged_in(replace(view, inner=()), tree, clause))
    span = view.span(tree, clause)
    for hit in hits:
        for reference in hit.judged:
            if hit.polarity == "positive":
                yield "negative", "criticise", hit.span, reference, WORD_CONFIDENCE
            elif hit.polarity == "negative":
                yield "positive", "endorse", hit.span, reference, WORD_CONFIDENCE
    if (
        not hits
        and not is_reproach
        and _is_credit(tree, clause)
        and (subject := _own_subject(tree, clause)) is not None
    ):
        for reference in view.others(view.named(tree, subject)):
            yield "negative", "criticise", span, reference, WORD_CONFIDENCE
    if is_reproach and not hits and not tree.is_passive(clause) and (subject := tree.subject(clause)) is not None:
        for reference in view.others(view.named(tree, subject)):
            yield "positive", "endorse", span, reference, WORD_CONFIDENCE


def _is_credit(tree: Tree, clause: int) -> bool:
    """True for what does somebody credit though no word praises: "wants peace", "was freely adopted"."""
    if tree.is_negated(clause):
        return False
    if any(tree.lower[how] in _FREELY for how in tree.kids(clause, "advmod")):
        return True
    things = [t for first in tree.kids(clause, "dobj", "xcomp") for t in (first, *tree.kids(first, "dobj"))]
    is_willing = tree.lower[clause] in _WILLING
    return is_willing and any(word.value == "goal" for t in things for word in words_at(tree, t))


def _own_subject(tree: Tree, clause: int) -> int | None:
    return next(tree.kids(clause, "nsubj", "nsubjpass"), None)


def _as_said(view: StanceView, tree: Tree, clause: int) -> Iterator[Found]:
    """What nobody can deny: "nobody denied that the raid had been a blunder"."""
    for hit in judged_in(view, tree, clause):
        for reference in hit.judged:
            yield hit.polarity, hit.act or "criticise", hit.span, reference, WORD_CONFIDENCE


def judged_in(view: StanceView, tree: Tree, clause: int) -> Iterator[Hit]:
    """What a clause judges, read by itself: as if somebody said it."""
    below = [token for token in range(len(tree.lower)) if token == clause or clause in tree.above(token)]
    span = view.reading.span(tree.start[min(below)], tree.end[max(below)])
    alone = replace(view.attribution, content=(span,), quotes=())
    yield from judging_words(replace(view, attribution=alone))


def _is_statement(tree: Tree, clause: int) -> bool:
    """True for "that X did", and not for "(claims) made by X"."""
    return tree.is_verb(clause) and any(tree.kids(clause, "nsubj", "nsubjpass", "mark"))
