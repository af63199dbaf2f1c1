"""What somebody must or should do, in the words of a content: "Valdoria must stop the raids", "should have told us".

Who must stop, leave or explain is told of a fault; who must be protected or heard is wished well. What one's own side
must end is not wanted, what it must keep is. Lists: `fault`, `face-charge`, `punished`, `favoured`, `intolerable` and
those of requests in words.csv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_MUST: Final = frozenset({"must", "should", "ought", "shall"})
_NEEDING: Final = all_forms("need", "have") | {"ought"}
_CAN: Final = frozenset({"can", "could", "ca", "cannot", "must", "should", "will", "wo", "would", "shall"})
_BEARING: Final = all_forms(
    "tolerate",
    "accept",
    "allow",
    "trust",
    "forgive",
    "excuse",
    "justify",
    "condone",
    "permit",
    "stand",
    "believe",
    "defend",
    "repeat",
    "happen",
    "reward",
    "appease",
    "normalise",
    "normalize",
)
_FACE: Final = all_forms("face", "answer", "suffer")


def obliged(view: StanceView) -> Iterator[Found]:
    """The judgements that the "must" and "should" of a content show."""
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in tokens:
            if not tree.is_verb(verb) or view.is_reported(tree, verb):
                continue
            is_command = _is_command(view, tree, verb)
            if not is_command and not _is_due(tree, verb) and not _is_unbearable(tree, verb):
                continue
            if is_hypothetical(tree, verb, tokens) or not belongs_to_speaker(tree, verb, tokens, view.is_own_token):
                continue
            shown = _commanded(tree, verb) if is_command else _shown(view, tree, verb, tokens)
            for polarity, act, token in shown:
                for reference in view.others(view.judged_with(tree, token)):
                    yield polarity, act, view.span(tree, verb), reference, WORD_CONFIDENCE


def _is_command(view: StanceView, tree: Tree, verb: int) -> bool:
    """True for an imperative that opens quoted words, or a sentence of theirs: "lift the siege", and what is joined."""
    while tree.dep[verb] == "conj" and not any(tree.kids(verb, "nsubj", "aux")):
        verb = tree.head[verb]
    if tree.tag[verb] not in ("VB", "VBP") or tree.dep[verb] not in ("ROOT", "ccomp") or view.shifts(tree, verb):
        return False
    if any(tree.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "neg")):
        return False
    return tree.lower[verb - 1 : verb] in (['"'], ["."], ["!"], [":"], ["please"], [";"]) or verb == 0


def _commanded(tree: Tree, verb: int) -> Iterator[tuple[Polarity, str, int]]:
    """What is told to be undone, or to be kept."""
    things = [thing for first in tree.kids(verb, "dobj") for thing in tree.joined(first)]
    if tree.lower[verb] in words_of("undo-thing"):
        yield from (("negative", "reject", thing) for thing in things)
    elif tree.lower[verb] in words_of("favoured") | words_of("preserve"):
        yield from (("positive", "endorse", thing) for thing in things)


def _is_due(tree: Tree, verb: int) -> bool:
    if tree.modals(verb) & _MUST:
        return True
    above = tree.head[verb]
    return tree.dep[verb] == "xcomp" and tree.lower[above] in _NEEDING and "to" in tree.modals(verb)


def _is_unbearable(tree: Tree, verb: int) -> bool:
    return tree.lower[verb] in _BEARING and tree.is_negated(verb) and bool(tree.modals(verb) & _CAN)


def _shown(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[tuple[Polarity, str, int]]:
    word, subject = tree.lower[verb], tree.subject(verb)
    is_denied = tree.is_negated(verb) or tree.is_negated(tree.head[verb]) * (tree.dep[verb] == "xcomp")
    if subject is None:
        return
    if tree.is_passive(verb):
        if is_denied:
            if word in _BEARING:
                yield "negative", "reject", subject  # "cannot be tolerated", "must not be allowed to happen"
            return
        if word in words_of("punished") | words_of("undo-thing"):
            yield "negative", "reject", subject
            return
        is_named_as = any(tree.lower[prep] == "as" for prep in tree.kids(verb, "prep"))
        if word in words_of("favoured") | words_of("preserve") and not is_named_as:
            yield "positive", "endorse", subject
        return
    is_own = view.is_own_token(tree, subject, tokens)
    objects = [thing for first in tree.kids(verb, "dobj") for thing in tree.joined(first)]
    if is_own:
        if is_denied:
            if word in _BEARING:
                yield from (("negative", "reject", thing) for thing in objects)
                for clause in tree.kids(verb, "ccomp"):  # "we will not allow [the shells] to be loaded"
                    yield from (("negative", "reject", thing) for thing in tree.kids(clause, "nsubj", "nsubjpass"))
        elif word in words_of("undo-thing"):
            yield from (("negative", "reject", thing) for thing in objects)
        elif word in words_of("favoured") | words_of("preserve"):
            yield from (("positive", "endorse", thing) for thing in objects)
        return
    if is_denied:
        if "have" in tree.modals(verb) and word not in words_of("suffer"):
            yield "negative", "criticise", subject  # "should never have signed it"
        return
    if "have" in tree.modals(verb) and "should" in tree.modals(verb):
        if word not in words_of("suffer"):
            yield "negative", "criticise", subject  # "should have told us"
        return
    charges = {tree.lower[thing] for thing in objects}
    if word in words_of("fault") or (word in _FACE and charges & words_of("face-charge")):
        yield "negative", "demand-of", subject
    if word in words_of("undo-thing"):
        yield "negative", "demand-of", subject
        yield from (("negative", "reject", thing) for thing in objects)
    elif word in words_of("favoured") | words_of("preserve"):
        yield from (("positive", "endorse", thing) for thing in objects)
    for ashamed in tree.kids(verb, "acomp"):
        if tree.lower[ashamed] in ("ashamed", "sorry"):
            yield "negative", "criticise", subject
