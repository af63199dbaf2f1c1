"""What somebody's deed says of them: "put lives at risk", "denied them entry", "kept its word", "had not tried".

Most deeds judge by their verb (evaluation.csv) or phrase (idioms.csv); those here need a look at what is done to whom.
Lists in words.csv: `dutiful` (what one ought to do), `harmful` (done to others, a wrong), `broken-duty` (a wrong, done
to nobody in particular), `home` (what one must not burn), `let-be` (what one must not let happen to people), `due`
(what nobody may be denied), `owed` (what one may not refuse to do), `leave-thing` (what one does not walk away from),
`turned-away` (who is not to be).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.constructions import Turn
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.idioms import phrases_at
from kg.statements.stance.surroundings import is_cleft_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause

_PUTTING: Final = all_forms("put", "place", "leave")
_PERILS: Final = frozenset({"risk", "danger", "jeopardy", "peril", "harm"})
_DENYING: Final = all_forms("deny", "refuse", "withhold")
_REFUSING: Final = all_forms("refuse", "decline")
_LETTING: Final = all_forms("let", "leave")
_TURNING: Final = all_forms("turn", "send", "push", "drive")
_AWAY: Final = frozenset({"away", "back"})
_GOING: Final = all_forms("walk", "back", "run", "pull", "storm")
_OUT: Final = frozenset({"away", "out"})
_CAUSING: Final = all_forms("start", "cause", "begin", "trigger", "ignite", "light", "set", "plan", "plot", "stage")
_BLAZES: Final = frozenset({"fire", "fires", "blaze", "war", "fighting", "coup", "riot", "riots", "stampede", "crisis"})
_BURNING: Final = all_forms("burn", "torch") | {"burnt"}
_BREAKING: Final = all_forms("break", "tear", "breach", "wreck", "sink", "shred", "torpedo")
_LISTING: Final = all_forms("draw", "compile", "keep")
_LISTS: Final = frozenset({"list", "lists", "blacklist"})
_TARGETS: Final = all_forms("arrest", "kill", "shoot", "expel", "deport", "burn", "attack", "bomb", "murder")


def deeds(clause: Clause) -> Iterator[Turn]:
    """The first deed told as a fault that a clause shows."""
    if clause.word not in _wrongs():
        return
    if clause.subject is None or clause.is_own(clause.subject) or clause.is_negated:
        return
    if clause.tree.is_passive(clause.verb) or clause.tree.modals(clause.verb) & _UNREAL:
        return
    if is_wrong(clause.tree, clause.verb):
        if is_cleft_away(clause.tree, clause.verb):  # "it was not the farmers who cheated them"
            yield Turn(clause.verb, "positive", "endorse", (clause.subject,))
        else:
            yield Turn(clause.verb, "negative", "blame", (clause.subject,))


@cache
def _wrongs() -> frozenset[str]:
    """The verbs that can be one with some object."""
    own = _PUTTING | _DENYING | _REFUSING | _LETTING | _TURNING | _GOING | _BREAKING | _CAUSING | _LISTING | _BURNING
    return own | words_of("harmful")


def is_wrong(tree: Tree, verb: int) -> bool:
    """True for a verb that with its object is a wrong done to others."""
    if tree.lower[verb] not in _wrongs():
        return False
    kinds = (_endangers, _denies, _refuses, _lets, _turns_away, _walks_away, _breaks, _causes, _lists, _harms)
    return any(kind(tree, verb) for kind in kinds)


def deed_value(tree: Tree, verb: int, within: range) -> Polarity | None:
    """What doing it says of who does it: a wrong, something good or due, or (None) nothing.

    `within`: the tokens that belong to the sentence.
    """
    values: set[str] = {word.value for word in words_at(tree, verb) if "subject" in word.targets}
    values |= {p.idiom.polarity for p in phrases_at(tree, verb, within) if p.idiom.judged == "subject"}
    things = [*tree.kids(verb, "acomp", "attr"), *tree.kids(verb, "advmod")]
    values |= {w.value for t in things for w in words_at(tree, t) if "subject" in w.targets}
    if is_wrong(tree, verb) or tree.lower[verb] in words_of("broken-duty"):
        values.add("negative")
    if "negative" in values:
        return "negative"
    if tree.lower[verb] in words_of("dutiful"):
        values.add("positive")
    return "positive" if "positive" in values else None


def _endangers(tree: Tree, verb: int) -> bool:
    """ "Put people's safety at risk", "in danger"."""
    if tree.lower[verb] not in _PUTTING or not any(tree.kids(verb, "dobj")):
        return False
    preps = [p for at in (verb, *tree.kids(verb, "dobj")) for p in tree.kids(at, "prep")]
    return any(tree.lower[p] in ("at", "in") and tree.lower[t] in _PERILS for p in preps for t in tree.kids(p, "pobj"))


def _denies(tree: Tree, verb: int) -> bool:
    """ "Denied them entry", "refused the wounded water"."""
    if tree.lower[verb] not in _DENYING:
        return False
    objects = list(tree.kids(verb, "dobj", "dative", "oprd"))
    is_due = any(tree.lower[t] in words_of("due") for t in objects)
    to_whom = len(objects) > 1 or any(tree.kids(t, "compound", "poss", "nmod") for t in objects)
    return is_due and to_whom


def _refuses(tree: Tree, verb: int) -> bool:
    """ "Refused to meet the families": what one ought to do, not "refused to shoot" or "refused the bribe"."""
    if tree.lower[verb] not in _REFUSING or tree.dep[verb] == "relcl":
        return False
    owed = words_of("owed") | words_of("dutiful")
    return any(tree.lower[deed] in owed and not is_harmful_to_do(tree, deed) for deed in tree.kids(verb, "xcomp"))


def is_harmful_to_do(tree: Tree, deed: int) -> bool:
    """True for a deed done to something bad: "to give in to threats", "to pay the ransom"."""
    things = [*tree.kids(deed, "dobj"), *(t for prep in tree.kids(deed, "prep") for t in tree.kids(prep, "pobj"))]
    return any(word.value in ("negative", "harm") for thing in things for word in words_at(tree, thing))


def _lets(tree: Tree, verb: int) -> bool:
    """ "Let the prisoners starve", "left the wounded to die", "let the harvest rot"."""
    if tree.lower[verb] not in _LETTING:
        return False
    return any(tree.lower[below] in words_of("let-be") for below in tree.kids(verb, "ccomp", "xcomp", "advcl"))


def _turns_away(tree: Tree, verb: int) -> bool:
    """ "Turned away the boats", "pushed the refugees back"."""
    if tree.lower[verb] not in _TURNING or not any(tree.kids(verb, "dobj")):
        return False
    is_away = any(tree.lower[k] in _AWAY for k in tree.kids(verb, "prt", "advmod"))
    return is_away and any(
        tree.lower[t] in words_of("people") | words_of("turned-away") or tree.tag[t] == "PRP"
        for t in tree.kids(verb, "dobj")
    )


def _walks_away(tree: Tree, verb: int) -> bool:
    """ "Walked away from the treaty", "stormed out of the talks"."""
    if tree.lower[verb] not in _GOING:
        return False
    outs = [t for t in tree.kids(verb, "prt", "advmod", "prep") if tree.lower[t] in _OUT]
    preps = [p for at in (verb, *outs) for p in tree.kids(at, "prep") if tree.lower[p] in ("from", "of")]
    return bool(outs) and any(tree.lower[t] in words_of("leave-thing") for p in preps for t in tree.kids(p, "pobj"))


def _breaks(tree: Tree, verb: int) -> bool:
    """ "Broke the agreement", "tore up the treaty"."""
    return tree.lower[verb] in _BREAKING and any(
        tree.lower[t] in words_of("leave-thing") for t in tree.kids(verb, "dobj")
    )


def _causes(tree: Tree, verb: int) -> bool:
    """ "Started the fire", "planned the massacre"."""
    return tree.lower[verb] in _CAUSING and any(
        tree.lower[t] in _BLAZES or tree.lower[t] in words_of("scourge") for t in tree.kids(verb, "dobj")
    )


def _lists(tree: Tree, verb: int) -> bool:
    """ "Drew up a list of people to arrest"."""
    if tree.lower[verb] not in _LISTING:
        return False
    for noun in tree.kids(verb, "dobj"):
        after = tree.lower[noun + 1 : noun + 8]
        if tree.lower[noun] in _LISTS and _TARGETS & set(after):
            return True
    return False


def _harms(tree: Tree, verb: int) -> bool:
    """ "Burned their barns", "cheated the growers": with somebody or something that suffers it."""
    things = [t for t in tree.kids(verb, "dobj") if is_noun(tree, t) or tree.tag[t] == "PRP"]
    if tree.lower[verb] in _BURNING:
        return any(tree.lower[t] in words_of("home") or any(tree.kids(t, "poss")) for t in things)
    return tree.lower[verb] in words_of("harmful") and bool(things)


_UNREAL: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "to", "'ll", "wo", "ca"})
