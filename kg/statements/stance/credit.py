"""Turns of phrase that give or deny credit: "averted a famine", "no better host", "is not to blame"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.statements.reading.phrases import is_noun
from kg.statements.stance.constructions import Turn
from kg.statements.stance.deeds import deeds
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.shortcomings import shortcomings
from kg.statements.stance.undone import undone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause
    from kg.statements.stance.evaluation import Word

_AVERTING: Final = frozenset(form for verb in ("avert", "prevent", "forestall") for form in verb_forms(verb))
_DESERVING: Final = frozenset(form for verb in ("deserve", "merit") for form in verb_forms(verb))
_BEHAVING: Final = frozenset(
    form for verb in ("act", "behave", "negotiate", "respond", "serve", "react") for form in verb_forms(verb)
)
_WELL: Final = frozenset(
    {
        "admirably", "bravely", "brilliantly", "courageously", "faithfully", "honorably", "honourably",
        "magnificently", "professionally", "responsibly", "skilfully", "skillfully", "superbly", "wisely",
    }
)  # fmt: skip
_BADLY: Final = frozenset(
    {
        "abysmally", "badly", "brutally", "carelessly", "cynically", "disgracefully", "dishonestly",
        "illegally", "irresponsibly", "poorly", "recklessly", "shamefully", "shamelessly", "unfairly",
        "unlawfully",
    }
)  # fmt: skip
_HONOURS: Final = frozenset({"honour", "honor", "dignity", "distinction", "grace", "humanity", "skill"})
_TROUBLING: Final = frozenset(
    form
    for verb in ("alarm", "anger", "appal", "concern", "dismay", "disappoint", "disturb", "sadden", "shock", "trouble")
    for form in verb_forms(verb)
) | {"worry", "worries", "worried", "upset", "upsets"}
_PLEASING: Final = frozenset(
    form
    for verb in ("cheer", "delight", "encourage", "gratify", "hearten", "impress", "please", "reassure")
    for form in verb_forms(verb)
)
_PRETEXTS: Final = frozenset({"shield", "pretext", "excuse", "weapon", "hostage", "hostages", "pawn", "pawns", "cover"})
_USE: Final = frozenset(verb_forms("use"))
_HAVING: Final = frozenset(form for verb in ("serve", "have", "make") for form in verb_forms(verb)) | {
    "has",
    "had",
    "made",
}
_POINTS: Final = frozenset({"credibility", "future", "merit", "place", "point", "purpose", "sense", "use", "value"})
_FIT: Final = frozenset({"fit", "worthy"})
_BEST: Final = frozenset({"better", "fairer", "finer", "greater", "stronger"})
_WORST: Final = frozenset({"worse", "poorer", "weaker"})
_QUARRELS: Final = frozenset({"quarrel", "dispute", "grievance", "argument", "complaint"})
_BEING: Final = frozenset({"be", "is", "are", "was", "were", "been", "'s", "'re"})


def credit(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    kinds = (_averting, _but_for, _comparison, _merit, _blame, _quarrel, _manner, _feeling, _pretext, _point)
    for kind in (*kinds, shortcomings, undone, deeds):
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
    """ "Estmark had acted in good faith", "served with honour", "handled the evacuation superbly"."""
    if c.subject is None or c.is_own(c.subject) or not c.tree.is_told_as_fact(c.verb) or c.tree.is_passive(c.verb):
        return
    good, bad = False, False
    for prep in (prep for first in (c.verb, *c.tree.kids(c.verb, "dobj")) for prep in c.tree.kids(first, "prep")):
        if c.tree.lower[prep] not in ("in", "with"):
            continue
        for thing in c.tree.kids(prep, "pobj"):
            values = {word.value for word in _words(c.tree, thing)} & {"positive", "negative"}
            is_behaviour = c.word in _BEHAVING and not c.tree.has_no(thing)
            good |= (is_behaviour and values == {"positive"}) or c.tree.lower[thing] in _HONOURS
            bad |= is_behaviour and values == {"negative"}
    hows = {c.tree.lower[how] for how in c.tree.kids(c.verb, "advmod")}
    good, bad = good or bool(hows & _WELL), bad or bool(hows & _BADLY)
    if good != bad:
        yield Turn(c.verb, "positive" if good else "negative", "praise" if good else "criticise", (c.subject,))


def _feeling(c: Clause) -> Iterator[Turn]:
    """ "The absence of monitors troubled us"."""
    if c.subject is None or c.is_own(c.subject) or c.is_negated or c.tree.is_passive(c.verb):
        return
    if c.word in _TROUBLING | _PLEASING and any(c.is_own(thing) for thing in c.tree.kids(c.verb, "dobj")):
        is_pleasing = c.word in _PLEASING
        yield Turn(
            c.verb, "positive" if is_pleasing else "negative", "praise" if is_pleasing else "criticise", (c.subject,)
        )


def _pretext(c: Clause) -> Iterator[Turn]:
    """ "The garrison was using the townspeople as a shield"."""
    if c.word not in _USE or c.subject is None or c.is_own(c.subject) or c.is_negated or c.tree.is_passive(c.verb):
        return
    preps = [prep for first in (c.verb, *c.tree.kids(c.verb, "dobj")) for prep in c.tree.kids(first, "prep")]
    for prep in preps:
        if c.tree.lower[prep] == "as" and any(c.tree.lower[t] in _PRETEXTS for t in c.tree.kids(prep, "pobj")):
            yield Turn(c.verb, "negative", "blame", (c.subject,))


def _point(c: Clause) -> Iterator[Turn]:
    """ "The embargo no longer serves any purpose", "makes no sense", "they were not fit for it"."""
    if c.subject is None or c.is_own(c.subject):
        return
    things = [thing for thing in c.tree.kids(c.verb, "dobj") if c.tree.lower[thing] in _POINTS]
    is_pointless = c.word in _HAVING and any(c.is_negated or c.tree.has_no(thing) for thing in things)
    is_unfit = c.is_negated and any(c.tree.lower[how] in _FIT for how in c.tree.kids(c.verb, "acomp"))
    if (is_pointless or is_unfit) and not c.tree.modals(c.verb) & {"may", "might", "could"}:
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
