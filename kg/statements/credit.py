"""Turns of phrase that give or deny credit: "averted a famine", "no better host", "is not to blame"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.statements.constructions import Turn
from kg.statements.evaluation import words_at
from kg.statements.phrases import is_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.constructions import Clause
    from kg.statements.evaluation import Word
    from kg.statements.syntax import Tree

_AVERTING: Final = frozenset(form for verb in ("avert", "prevent", "forestall") for form in verb_forms(verb))
_DESERVING: Final = frozenset(form for verb in ("deserve", "merit") for form in verb_forms(verb))
_BEHAVING: Final = frozenset(
    form for verb in ("act", "behave", "negotiate", "respond", "serve", "react") for form in verb_forms(verb)
)
_BEST: Final = frozenset({"better", "fairer", "finer", "greater", "stronger"})
_WORST: Final = frozenset({"worse", "poorer", "weaker"})
_QUARRELS: Final = frozenset({"quarrel", "dispute", "grievance", "argument", "complaint"})
_BEING: Final = frozenset({"be", "is", "are", "was", "were", "been", "'s", "'re"})


def credit(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    for kind in (_averting, _but_for, _comparison, _merit, _blame, _quarrel, _manner):
        turn = next(kind(clause), None)
        if turn is not None:
            yield turn
            return


def _averting(c: Clause) -> Iterator[Turn]:
    """ "The dyke averted a catastrophe"."""
    if c.word not in _AVERTING or not c.tree.is_told_as_fact(c.verb) or c.tree.is_passive(c.verb):
        return
    if c.subject is not None and not c.is_own(c.subject) and any(_is_bad(c, thing) for thing in c.objects()):
        yield Turn(c.verb, "positive", "praise", (c.subject,))


def _but_for(c: Clause) -> Iterator[Turn]:
    """ "Without the divers the crew would have drowned"."""
    if "would" not in c.tree.modals(c.verb) or "have" not in c.tree.modals(c.verb) or c.is_negated:
        return
    if not c.is_one_of("suffer", "end"):
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] == "without":
            yield Turn(prep, "positive", "praise", tuple(c.tree.kids(prep, "pobj")))


def _comparison(c: Clause) -> Iterator[Turn]:
    """ "There was no better host than Arvenia", "no worse"."""
    tree = c.tree
    for noun in (*tree.kids(c.verb, "attr", "dobj", "nsubj"), *c.objects()):
        if not tree.has_no(noun):
            continue
        degrees = {tree.lower[child] for child in tree.kids(noun, "amod")}
        if not degrees & (_BEST | _WORST):
            continue
        for than in (*tree.kids(noun, "prep"), *tree.kids(c.verb, "prep")):
            if tree.lower[than] == "than":
                is_best = bool(degrees & _BEST)
                judged = tuple(tree.kids(than, "pobj"))
                yield Turn(than, "positive" if is_best else "negative", "praise" if is_best else "criticise", judged)


def _merit(c: Clause) -> Iterator[Turn]:
    """ "It hardly deserved the name": what is deserved is always something good, unless a word says otherwise."""
    if c.word not in _DESERVING or not c.is_negated or c.subject is None or c.is_own(c.subject):
        return
    if not any(_is_bad(c, thing) for thing in c.objects()):
        yield Turn(c.verb, "negative", "criticise", (c.subject,))


def _blame(c: Clause) -> Iterator[Turn]:
    """ "Norland is to blame", and is not."""
    if c.word not in _BEING or c.subject is None or c.is_own(c.subject):
        return
    for deed in c.tree.kids(c.verb, "xcomp"):
        if c.tree.lower[deed] == "blame" and "to" in c.tree.modals(deed) and not any(c.tree.kids(deed, "dobj")):
            polarity: Polarity = "positive" if c.is_negated or c.tree.is_negated(deed) else "negative"
            yield Turn(deed, polarity, "endorse" if polarity == "positive" else "blame", (c.subject,))


def _quarrel(c: Clause) -> Iterator[Turn]:
    """ "Our quarrel is with the generals"."""
    subject = c.subject
    if c.word not in _BEING or subject is None or c.tree.lower[subject] not in _QUARRELS:
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] == "with" and not any(c.tree.kids(prep, "neg")) and not c.is_negated:
            yield Turn(prep, "negative", "criticise", tuple(c.tree.kids(prep, "pobj")))


def _manner(c: Clause) -> Iterator[Turn]:
    """ "Estmark had acted in good faith", "responded with restraint"."""
    if c.word not in _BEHAVING or c.subject is None or c.is_own(c.subject) or not c.tree.is_told_as_fact(c.verb):
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] not in ("in", "with"):
            continue
        for thing in c.tree.kids(prep, "pobj"):
            values = {word.value for word in _words(c.tree, thing)} & {"positive", "negative"}
            if values == {"positive"} and not c.tree.has_no(thing):
                yield Turn(c.verb, "positive", "praise", (c.subject,))
            elif values == {"negative"}:
                yield Turn(c.verb, "negative", "criticise", (c.subject,))


def _is_bad(c: Clause, noun: int) -> bool:
    if not is_noun(c.tree, noun):
        return False
    values = {word.value for word in _words(c.tree, noun)}
    return bool(values & {"negative", "harm"}) or c.names(noun, "burden", "cost")


def _words(tree: Tree, noun: int) -> Iterator[Word]:
    """Rows of a noun, with or without the adjective before it ("good faith")."""
    yield from words_at(tree, noun)
    if noun and tree.dep[noun - 1] == "amod":
        yield from (word for word in words_at(tree, noun - 1) if " " in word.lemma)
