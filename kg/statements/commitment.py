"""What is done by saying it, and how firmly: speech act, certainty, negation.

The cue tells first ("pledged", "warned"). After a cue that only reports ("said") the words of the content do: "we will
withdraw" binds, "they must leave" demands. A speech act is read off the main clause only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import Kind, Why
from kg.statements.reading.clauses import tops
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.statements.reading.cues import CueStance, CueTable
    from kg.statements.reading.sides import Side
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.rules import Judgement

_WILL: Final = frozenset({"will", "'ll", "shall", "wo"})
_BOUND: Final = frozenset({"will", "'ll", "shall", "wo", "would"})
_MAY: Final = frozenset({"may", "might", "could"})
_OF_STANCE: Final = {
    "blame": "accuse",
    "criticise": "criticise",
    "praise": "praise",
    "endorse": "endorse",
    "reject": "reject",
    "threaten": "threaten",
    "sympathise": "express-regret",
}
_UNSAID: Final = frozenset({Why.ASKED, Why.NOT_SAID, Why.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Commitment:
    """Concepts of voc/speech-act and voc/certainty, and whether the main clause is negated."""

    speech_act: str
    certainty: str
    negated: bool


def commitment_of(
    reading: Reading,
    attribution: Attribution,
    cue: CueStance,
    judgement: Judgement,
    side: Side,
    table: CueTable,
    *,
    is_conditional: bool,
) -> Commitment:
    """The commitment of one attribution."""
    heads = [(tree, top) for tree, tokens in reading.pieces(attribution.content) for top in tops(tree, tokens)]
    verbs = [(tree, top) for tree, top in heads if tree.is_verb(top)]
    act = cue.speech_act
    if act == "assert" and cue.cue_class in ("neutral", "factive"):
        act = _act_of_words(verbs, side, table) or _act_of_stance(judgement) or "assert"
    if is_conditional and act in ("commit", "propose", "reaffirm") and not _is_denied(verbs):
        act = "offer-conditional"
    return Commitment(act, _certainty(attribution, cue, act, verbs, is_conditional), _is_denied(verbs[:1]))


def _act_of_words(verbs: list[tuple[Tree, int]], side: Side, table: CueTable) -> str | None:
    """What the first main clause does that does more than assert."""
    for tree, verb in verbs:
        subject = tree.subject(verb)
        modals = tree.modals(verb)
        is_own = subject is not None and side.has(tree, subject)
        if is_own and tree.lower[verb] in words_of("retaliate") and modals & _BOUND and not tree.is_negated(verb):
            return "threaten"
        if is_own and (modals & _BOUND or _is_ready(tree, verb)):
            return "commit"
        row = table.acting_verbs.get(tree.lower[verb])
        if is_own and row is not None and tree.tag[verb] in ("VBP", "VBZ") and not modals:
            return None if tree.is_negated(verb) else row.speech_act
        if not is_own and "must" in modals:
            return "demand"
        if not is_own and "should" in modals:
            return "call-for"
        if any(_gives_reason(tree, child) for child in tree.children[verb]):
            return "explain"
    return None


def _is_ready(tree: Tree, verb: int) -> bool:
    return any(tree.lower[word] in words_of("ready") for word in tree.kids(verb, "acomp"))


def _gives_reason(tree: Tree, child: int) -> bool:
    if tree.dep[child] == "advcl":
        return any(tree.lower[mark] == "because" for mark in tree.kids(child, "mark"))
    words = tree.lower[child : child + 2]
    return tree.dep[child] == "prep" and (words in (["because", "of"], ["due", "to"]) or tree.lower[child] == "due")


def _act_of_stance(judgement: Judgement) -> str | None:
    """Of the surest stance that shows the polarity of the whole."""
    shown = [stance for stance in judgement.stances if stance.polarity == judgement.polarity != "neutral"]
    best = max(shown, key=lambda stance: stance.confidence, default=None)
    return None if best is None else _OF_STANCE.get(best.act)


def _is_denied(verbs: list[tuple[Tree, int]]) -> bool:
    for tree, verb in verbs:
        subject = tree.subject(verb)
        if tree.is_negated(verb) or (subject is not None and tree.lower[subject] in ("none", "nobody", "nothing")):
            return True
    return False


def _certainty(
    attribution: Attribution, cue: CueStance, act: str, verbs: list[tuple[Tree, int]], is_conditional: bool
) -> str:
    if is_conditional:
        return "conditional"
    if attribution.kind is Kind.NON_ASSERTION and attribution.why in _UNSAID:
        return "underspecified"
    for tree, verb in verbs[:1]:
        if any(tree.lower[child] == "?" for child in tree.children[verb]):
            return "underspecified"
        hedged = _hedge(tree, verb)
        if hedged is not None:
            return hedged
    return "underspecified" if act in ("demand", "call-for") else cue.certainty


def _hedge(tree: Tree, verb: int) -> str | None:
    """How a main clause holds back: "may", "perhaps", "is expected to", "did not rule out"."""
    words = {tree.lower[child] for child in tree.kids(verb, "advmod", "acomp", "aux")}
    if words & (_MAY | words_of("perhaps")) or (tree.is_negated(verb) and tree.lower[verb] in words_of("exclude")):
        return "possible"
    if words & words_of("probably") or (
        any(tree.kids(verb, "xcomp", "ccomp")) and tree.lower[verb] in words_of("seem")
    ):
        return "probable"
    return None
