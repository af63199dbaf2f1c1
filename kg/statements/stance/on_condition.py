"""What a condition shows of the speaker: "unless [Kestria] withdrew", "if [the annex] were dropped".

Nothing is said to be so; yet who is threatened, what has to go, and what would be condemned is plain. Praise on a
condition is left to others. Lists in words.csv: `undo-thing`, `refusable`, `people`, `person`, `body`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import ties_of_forms
from kg.statements.stance.forms import all_forms
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_WILL: Final = frozenset({"will", "would", "'ll", "'d", "shall", "wo"})
_LEAVING: Final = all_forms(
    "leave", "quit", "stop", "strike", "suspend", "close", "end", "cancel", "withdraw", "resign", "boycott", "sue",
    "block", "veto", "halt", "refuse", "retaliate", "stay", "dump", "walk", "cut", "shut", "expel", "lose", "die",
)  # fmt: skip
"""What one threatens to do, or what comes to those who do not hear."""
_WIPING: Final = all_forms("destroy", "obliterate", "sink", "annihilate", "crush", "bomb", "burn", "raze", "flatten",
    "wreck", "kill", "shoot", "attack", "invade", "sanction", "retaliate", "punish",
    "avenge", "strike", "ruin")  # fmt: skip
_DROPPING: Final = all_forms("delete", "strike", "drop", "remove", "change", "soften", "amend", "rewrite", "reconsider",
    "rethink", "revise", "revisit", "reverse", "abandon", "abolish", "waive", "cut")  # fmt: skip
_GOING: Final = all_forms(
    "keep", "continue", "occupy", "remain", "refuse", "hold", "threaten", "insist", "fail", "shell"
)
_GLAD: Final = frozenset({"glad", "happy", "pleased", "delighted", "grateful", "relieved", "better", "good", "easier"})
_WELCOMING: Final = all_forms("welcome", "support", "back", "accept", "sign", "join", "return", "approve", "ratify",
    "vote", "agree", "endorse", "like", "prefer", "lift", "resume", "withdraw", "drop")  # fmt: skip
_THINKING: Final = all_forms("think", "believe", "take", "expect", "hope", "imagine", "suppose", "fancy")
_WRONG: Final = frozenset({"mistaken", "wrong", "naive", "foolish", "deluded", "dreaming", "fooling", "deceiving"})


def shown_by_condition(view: StanceView, cue: CueStance) -> Iterator[Found]:
    """The judgements that hold though the content is on a condition."""
    is_threat = cue.act == "threaten" or cue.speech_act in ("warn", "threaten")
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in tokens:
            if not tree.is_verb(verb) or view.is_reported(tree, verb):
                continue
            found = list(_of_condition(view, tree, verb, tokens, is_threat=is_threat))
            found += _would_condemn(view, tree, verb, tokens)
            for act, token in found:
                for reference in view.others(view.itself(tree, token)):
                    yield "negative", act, view.span(tree, verb), reference, WORD_CONFIDENCE


def _of_condition(
    view: StanceView, tree: Tree, verb: int, within: range, *, is_threat: bool
) -> Iterator[tuple[str, int]]:
    """What the condition itself shows, where the verb is that of its clause."""
    main, mark = tree.head[verb], _mark(tree, verb)
    if mark is None:
        return
    if tree.dep[main] in ("advmod", "cc") and tree.is_verb(tree.head[main]):
        main = tree.head[main]  # "[as long] as"
    subject = next(tree.kids(verb, "nsubj", "nsubjpass"), None)
    is_own = subject is not None and view.is_own_token(tree, subject, within)
    things = [t for first in tree.kids(verb, "dobj") for t in tree.joined(first)]
    if mark in ("unless", "until"):
        if tree.is_passive(verb):
            if tree.lower[verb] in words_of("undo-thing") | _DROPPING and subject is not None:
                yield "reject", subject
            return
        if tree.lower[verb] in words_of("undo-thing") | _DROPPING:
            yield from (("reject", t) for t in things)
        is_dire = is_threat or _is_dire(tree, main)
        if subject is not None and not is_own and is_dire and _can_act(view, tree, subject):
            yield "threaten", subject
    elif mark == "if":
        yield from _of_if(view, tree, verb, main, within)
    elif mark == "as long as" and tree.is_negated(main) and subject is not None and not is_own:
        if tree.lower[verb] in _GOING and _can_act(view, tree, subject):
            yield "criticise", subject
        if tree.lower[main] in words_of("refusable"):
            yield from (("reject", t) for t in tree.kids(main, "dobj"))


def _of_if(view: StanceView, tree: Tree, verb: int, main: int, within: range) -> Iterator[tuple[str, int]]:
    subject = next(tree.kids(verb, "nsubj", "nsubjpass"), None)
    master = tree.subject(main) if tree.is_verb(main) else None
    is_ours = master is not None and view.speaks_of_itself(tree, master, within)
    if subject is None:
        return
    goes = tree.lower[verb] in words_of("undo-thing") | _DROPPING and not tree.is_negated(verb)
    if goes and is_ours and _is_welcome(tree, main):
        if tree.is_passive(verb):
            yield "reject", subject
        else:
            yield from (("reject", t) for first in tree.kids(verb, "dobj") for t in tree.joined(first))
    for below in tree.kids(verb, "xcomp"):  # "if it were [to reconsider] its course"
        if tree.lower[below] in words_of("undo-thing") | _DROPPING and is_ours and _is_welcome(tree, main):
            yield from (("reject", t) for t in tree.kids(below, "dobj"))
    is_blow = is_ours and tree.lower[main] in _WIPING and tree.modals(main) & _WILL and not tree.is_negated(main)
    if is_blow and not view.is_own_token(tree, subject, within) and _can_act(view, tree, subject):
        yield "threaten", subject
    if tree.lower[verb] in _THINKING and tree.lower[main] not in _WELCOMING:
        described = {tree.lower[t] for t in (main, *tree.kids(main, "acomp", "attr"))}
        owner = tree.subject(main) if tree.is_verb(main) else None
        if described & _WRONG and owner is not None and not view.is_own_token(tree, owner, within):
            yield "criticise", owner


def _would_condemn(view: StanceView, tree: Tree, verb: int, within: range) -> Iterator[tuple[str, int]]:
    """ "Would have condemned [the raid] had it been told", "would praise [them] if there were anything to praise"."""
    if "would" not in tree.modals(verb) or tree.is_negated(verb):
        return
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, within):
        return
    judging = view.table.judging_verbs.get(tree.lower[verb])
    if judging is not None and judging.polarity == "positive":
        for clause in tree.kids(verb, "advcl"):
            anything = [t for t in tree.kids(clause, "attr", "dobj") if tree.lower[t] in ("anything", "something")]
            if _mark(tree, clause) == "if" and any(
                tree.lower[v][:4] == tree.lower[verb][:4] for t in anything for v in tree.kids(t, "relcl", "acl")
            ):
                yield from (("criticise", t) for t in tree.kids(verb, "dobj"))
        return
    ties = [tie for tie in ties_of_forms().get(tree.lower[verb], ()) if tie.word_class == "verb"]
    ties = [tie for tie in ties if tie.value == "negative"]
    if judging is not None and judging.polarity == "negative":
        yield from (("criticise", t) for t in tree.kids(verb, "dobj"))
    if ties:
        if any("object" in tie.ties for tie in ties):
            yield from (("criticise", t) for t in tree.kids(verb, "dobj"))
        for prep in tree.kids(verb, "prep"):
            if any(tree.lower[prep] in tie.ties for tie in ties):
                yield from (("criticise", t) for t in tree.kids(prep, "pobj"))


def _mark(tree: Tree, verb: int) -> str | None:
    """The word that makes a clause a condition."""
    marks = {tree.lower[t] for t in tree.kids(verb, "mark", "advmod")}
    for word in ("unless", "until", "if"):
        if word in marks:
            return word
    above = tree.head[verb]
    if "as" in marks and tree.lower[above] == "long":
        return "as long as"
    return None


def _is_dire(tree: Tree, main: int) -> bool:
    """True for a main clause that tells of no good: "there would be no trade", "the trains would stop"."""
    if not tree.is_verb(main) or not (tree.modals(main) & _WILL or "to" in tree.modals(main)):
        return False
    nothing = any(tree.has_no(t) for t in tree.kids(main, "attr", "dobj", "nsubj", "nsubjpass"))
    return nothing or tree.is_negated(main) or tree.lower[main] in _LEAVING


def _can_act(view: StanceView, tree: Tree, token: int) -> bool:
    """True for an actor, and for a noun for people or a body."""
    named = view.reading.naming(tree, token)
    if named is not None:
        return named.mention is not None
    return tree.lower[token] in words_of("people") | words_of("person") | words_of("body")


def _is_welcome(tree: Tree, main: int) -> bool:
    """ "Would welcome", "would be glad"."""
    if not tree.modals(main) & _WILL or tree.is_negated(main):
        return False
    return tree.lower[main] in _WELCOMING or any(tree.lower[t] in _GLAD for t in tree.kids(main, "acomp"))
