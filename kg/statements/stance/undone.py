"""Turns of phrase for what somebody ought to have done: "did nothing for the villages", "has yet to explain it".

Lists in words.csv: `dutiful` (what one ought to do), `outcome` (what a meeting is to bring), `power` (what one needs to
do a thing).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.described import COPULAS
from kg.statements.stance.faults import blaming, is_bad
from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.statements.stance.constructions import Clause, Turn

_BEING: Final = all_forms("be", "remain", "become", "prove", "seem", "look", "sound") | {"'s", "'re"}
_DOING: Final = all_forms("do")
_HAVING: Final = all_forms("have")
_LACKING: Final = all_forms("lack")
_CLOSING: Final = all_forms("end", "break", "close", "adjourn", "conclude", "finish", "part", "pass", "collapse")
_BRINGING: Final = all_forms("produce", "agree", "reach", "adopt", "answer", "settle", "decide", "set", "name", "sign")
_STOPPING: Final = all_forms("stop", "cease", "quit")
_UNREAL: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "to", "'ll", "wo", "ca"})


def undone(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    for verbs, kind in _KINDS:
        if verbs is None or clause.word in verbs:
            turn = next(kind(clause), None)
            if turn is not None:
                yield turn
                return


def _did_nothing(c: Clause) -> Iterator[Turn]:
    """ "The fund has done nothing for the villages", "did little to help"."""
    if c.word not in _DOING or c.tree.modals(c.verb) & {"will", "would", "can", "could", "to"} or c.is_negated:
        return
    for nothing in c.tree.kids(c.verb, "dobj"):
        if c.tree.lower[nothing] not in ("nothing", "little") or any(c.tree.kids(nothing, "amod")):
            continue
        preps = [p for at in (c.verb, nothing) for p in c.tree.kids(at, "prep")]
        deeds = [*c.tree.kids(nothing, "relcl", "acl"), *c.tree.kids(c.verb, "xcomp", "advcl")]
        is_for = any(c.tree.lower[p] in ("for", "about", "against") for p in preps)
        is_to = any("to" in c.tree.modals(v) and not is_bad(c.tree, v) for v in deeds)
        if is_for or is_to:
            yield from blaming(c, nothing, c.subject)


def _lacking(c: Clause) -> Iterator[Turn]:
    """ "The union lacks the votes", "what the plan lacks is a plan"."""
    tree = c.tree
    if c.word in _LACKING and not c.is_negated:
        for thing in tree.kids(c.verb, "dobj"):
            if is_noun(tree, thing) and not is_bad(tree, thing) and not c.names(thing, "burden", "cost"):
                yield from blaming(c, c.verb, c.subject)
    elif c.word in _BEING:
        for clause in tree.kids(c.verb, "csubj"):
            if tree.lower[clause] in _LACKING and not tree.is_negated(clause):
                yield from blaming(c, clause, next(tree.kids(clause, "nsubj"), None))


def _without_result(c: Clause) -> Iterator[Turn]:
    """ "The summit ended without so much as a date", "broke up without producing a text"."""
    if c.word not in _CLOSING or c.is_negated or not c.tree.is_told_as_fact(c.verb):
        return
    tree = c.tree
    for prep in tree.kids(c.verb, "prep"):
        if tree.lower[prep] != "without":
            continue
        things = set(tree.kids(prep, "pobj"))
        things |= {t for thing in list(things) for p in tree.kids(thing, "prep") for t in tree.kids(p, "pobj")}
        is_bare = any(tree.lower[t] in words_of("outcome") for t in things) or tree.lower[prep + 1 : prep + 3] == [
            "so",
            "much",
        ]
        if is_bare or any(tree.lower[v] in _BRINGING for v in tree.kids(prep, "pcomp")):
            yield from blaming(c, prep, c.subject)
            return


def _not_even(c: Clause) -> Iterator[Turn]:
    """ "The governor had not even called", "never so much as replied"."""
    tree = c.tree
    if not c.is_negated or c.word in COPULAS or tree.is_passive(c.verb) or tree.modals(c.verb) & _UNREAL:
        return
    hows = {tree.lower[t] for t in tree.kids(c.verb, "advmod")}
    words = tree.lower[max(0, c.verb - 3) : c.verb]
    is_emphatic = "even" in hows or words == ["so", "much", "as"] or ("all" in hows and c.is_one_of("dutiful"))
    if is_emphatic and not is_bad(tree, c.verb) and not c.is_one_of("suffer"):
        yield from blaming(c, c.verb, c.subject)


def _powerless(c: Clause) -> Iterator[Turn]:
    """ "Neither has the support to do it", "the cabinet does not have the votes"."""
    subject, tree = c.subject, c.tree
    if c.word not in _HAVING or subject is None:
        return
    is_denied = tree.is_negated(c.verb) or tree.lower[subject] in ("neither", "none")
    for thing in tree.kids(c.verb, "dobj"):
        is_power = tree.lower[thing] in words_of("power")
        if is_power and (is_denied or tree.has_no(thing)):
            yield from blaming(c, thing, subject)
            return


def _instead_of(c: Clause) -> Iterator[Turn]:
    """ "Instead of answering our questions, the commissioner sent a calendar", "without once setting foot there"."""
    tree = c.tree
    for prep in tree.kids(c.verb, "prep"):
        if tree.lower[prep] not in ("instead", "without"):
            continue
        if not tree.is_told_as_fact(c.verb) or tree.is_passive(c.verb):
            return
        links = [prep, *tree.kids(prep, "prep")]
        undone = [v for link in links for v in tree.kids(link, "pcomp")]
        for verb in undone:
            is_due = tree.lower[verb] in words_of("dutiful") and tree.lower[prep] == "instead"
            is_stressed = any(tree.lower[how] in ("once", "even", "ever") for how in tree.kids(verb, "advmod"))
            if (is_due or is_stressed) and not is_bad(tree, verb) and not tree.is_negated(c.verb):
                yield from blaming(c, prep, c.subject)
                return


def _overdue(c: Clause) -> Iterator[Turn]:
    """ "The army has yet to explain it", "the company has stopped paying"."""
    tree = c.tree
    for deed in tree.kids(c.verb, "xcomp"):
        is_due = tree.lower[deed] in words_of("dutiful") and not tree.is_negated(c.verb)
        is_yet = c.word in _HAVING and any(tree.lower[t] == "yet" for t in tree.kids(c.verb, "advmod"))
        is_stopped = c.word in _STOPPING and tree.tag[deed] == "VBG" and tree.is_told_as_fact(c.verb)
        if is_due and (is_yet or is_stopped):
            yield from blaming(c, deed, c.subject)
            return


_KINDS: Final[tuple[tuple[frozenset[str] | None, Callable[[Clause], Iterator[Turn]]], ...]] = (
    (_DOING, _did_nothing),
    (_LACKING | _BEING, _lacking),
    (_CLOSING, _without_result),
    (_HAVING, _powerless),
    (_HAVING | _STOPPING, _overdue),
    (None, _not_even),
    (None, _instead_of),
)
"""Each with the verbs that can show it, None: any."""
