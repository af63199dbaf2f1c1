"""What the attitudes of the speaker's side are to all that hangs on them: that of the cue, and those in the content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.statements.reading.clauses import tops
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import held_by
from kg.statements.stance.surroundings import is_weakened
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_MEANING: Final = frozenset(form for verb in ("imply", "signify", "constitute") for form in verb_forms(verb)) | {
    "mean",
    "means",
    "meant",
}
_NOBODY: Final = frozenset({"nobody", "none", "one", "everyone", "everybody"})
"""Subjects by which the speaker speaks for all: "nobody questions her integrity", "no one"."""


def attitudes_held(view: StanceView, *, is_asking: bool) -> Iterator[Found]:
    """What attitudes are to all that hangs on them: that of the cue, and those of one's own side in the content.

    `is_asking`: "called for the repeal of the decree" is against the decree, and no more.
    """
    for tree, root in (*_cue_roots(view), *_own_roots(view)):
        for one in held_by(tree, root, view.table.judging_verbs):
            if is_asking and tree.lower[one.token] in words_of("undo-noun"):
                continue
            act = "endorse" if one.polarity == "positive" else "criticise"
            span = view.span(tree, one.by)
            for reference in view.others(view.named(tree, one.token)):
                yield one.polarity, act, span, reference, WORD_CONFIDENCE


def disowned(view: StanceView) -> Iterator[Found]:
    """What an act is said not to mean: "its presence did not imply recognition of the annexation"."""
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in (joined for top in tops(tree, tokens) for joined in tree.joined(top)):
            if not tree.is_verb(verb) or tree.lower[verb] not in _MEANING or not tree.is_negated(verb):
                continue
            for noun in tree.kids(verb, "dobj", "attr"):
                for one in held_by(tree, noun, view.table.judging_verbs):
                    if one.polarity == "positive":
                        for reference in view.others(view.named(tree, one.token)):
                            yield "negative", "reject", view.span(tree, verb), reference, WORD_CONFIDENCE


def _cue_roots(view: StanceView) -> Iterator[tuple[Tree, int]]:
    """The word of the cue on which the rest of it hangs."""
    for tree, tokens in view.pieces(view.attribution.cue[:1]):
        root = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
        if root is not None and (tree.is_verb(root) or tree.tag[root][:2] == "JJ"):
            if tree.dep[root] in ("acomp", "oprd", "xcomp") and tree.is_verb(tree.head[root]):
                root = tree.head[root]  # "was [unconvinced]"
            yield tree, root


def _own_roots(view: StanceView) -> Iterator[tuple[Tree, int]]:
    """Verbs of the content's main clauses whose subject is one's own side, "nobody" or "there"."""
    for tree, tokens in view.pieces(view.attribution.content):
        for top in (joined for head in tops(tree, tokens) for joined in tree.joined(head)):
            if not tree.is_verb(top) or view.is_reported(tree, top):
                continue
            if is_weakened(tree, top, tokens, view.shifts(tree, top)):
                continue
            if tree.dep[top] == "xcomp" and tree.head[top] not in tokens and tree.is_negated(tree.head[top]):
                continue  # "does not plan [to endorse] it"
            subject = tree.subject(top)
            if subject is None:
                is_ones_own = any(tree.kids(top, "expl"))
            else:
                is_all = tree.lower[subject] in _NOBODY and tree.lower[subject - 1 : subject] != ["not"]
                is_ones_own = view.is_own_token(tree, subject, tokens) or is_all
            if is_ones_own:
                yield tree, top
