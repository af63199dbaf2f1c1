"""Blame that a denial takes back, and praise that is told by one: "not unfair", "no mean feat", "beyond reproach".

Who denies a fault defends (guideline of the gold sets, 7 and 8). Not where only part of it is denied ("not as bad",
"not the only mistake", "not yet"), where something else is put in its place ("not clumsy but cruel"), or where the
denial is itself a reproach ("that is no excuse", "was no accident").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.statements.reading.cues import cue_table
from kg.statements.stance.constructions import Turn
from kg.statements.stance.described import described
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import is_cleft_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause
    from kg.statements.stance.evaluation import Word

_REPROACHES: Final = frozenset(
    {
        "accident",
        "alibi",
        "coincidence",
        "excuse",
        "joke",
        "luck",
        "oversight",
        "pretext",
        "secret",
        "shame",
        "surprise",
    }
    | {"comfort", "consolation", "misunderstanding", "isolated", "ashamed", "sorry", "regret"}
)
"""Denied, these blame: "that is no excuse"."""
_OPEN: Final = frozenset({"should", "must", "may", "might", "need", "shall", "to", "let"})
_PARTLY: Final = frozenset(
    {"as", "so", "that", "too", "always", "necessarily", "yet", "all", "alone", "often", "just", "even", "exactly"}
)
_NOT_ALL: Final = frozenset({"first", "only", "last", "same", "sole", "next", "second"})
_SMALL: Final = frozenset(
    {"mean", "small", "little", "minor", "ordinary", "slight", "trivial", "modest", "insignificant"}
)
_FEATS: Final = frozenset(
    {"accomplishment", "achievement", "contribution", "deed", "effort", "feat", "gain", "gift", "merit", "sacrifice"}
    | {"service", "step", "success", "talent", "triumph", "victory"}
)
_LAPSING: Final = all_forms(
    "miss", "skip", "forget", "lose", "break", "misplace", "drop", "delay", "waste", "spill", "harm", "hurt", "wrong",
    "flinch", "waver", "falter", "hesitate", "complain", "shirk", "neglect", "overlook", "default", "cheat",
)  # fmt: skip
"""What one does wrong in doing a thing; to say that nobody did it so much as once is praise."""
_EVER: Final = frozenset({"never", "once", "ever"})
_ENOUGH: Final = frozenset({"enough", "sufficiently"})
_CAN: Final = frozenset({"can", "could", "ca"})
_OVERSTATING: Final = all_forms("overstate", "overestimate", "exaggerate", "overpraise")
_BEYOND: Final = frozenset({"beyond", "above"})
_FAULTS: Final = frozenset({"blame", "criticism", "doubt", "fault", "reproach", "suspicion", "question", "compare"})
_WORTH: Final = frozenset(
    {"foundation", "merit", "merits", "promise", "point", "purpose", "sense", "substance", "use", "value", "worth"}
)
_BEING: Final = all_forms("be") | all_forms("remain", "seem", "prove")


def is_cleared(tree: Tree, token: int, word: Word | None = None) -> bool:
    """True where a denied word of blame clears whom it would judge. `word`: its row, None for a fixed phrase."""
    if is_cleft_away(tree, token):
        return True
    if word is not None and word.targets and not word.targets & {"subject", "modified", "by", "of", "poss"}:
        return False  # a feeling that is not there: "no fear of the radar"
    if any(tree.lower[small] in _SMALL for small in tree.kids(token, "amod")):
        return False  # "no small blunder"
    head = tree.head[token]
    if {tree.lower[token], tree.lower[head]} & _REPROACHES or tree.tag[token] in ("JJR", "RBR", "JJS"):
        return False
    verb = token if tree.is_verb(token) else head
    if tree.modals(verb) & _OPEN or (tree.tag[verb] == "VB" and not tree.modals(verb) and tree.subject(verb) is None):
        return False
    for at in {token, head, verb}:
        for child in tree.children[at]:
            told = tree.lower[child]
            if told in _PARTLY and tree.dep[child] in ("advmod", "npadvmod", "prep", "predet"):
                return False
            if (told in ("but", "than") and child > token) or (tree.dep[child] == "amod" and told in _NOT_ALL):
                return False
    return True


def understated(tree: Tree, token: int) -> Iterator[Turn]:
    """ "It was no mean feat", and "no small blunder": the token is the adjective."""
    noun = tree.head[token]
    if tree.lower[token] not in _SMALL or tree.dep[token] != "amod" or not tree.has_no(noun):
        return
    values = {word.value for word in words_at(tree, noun)}
    is_good = tree.lower[noun] in _FEATS or (bool(values & {"positive"}) and not values & {"negative", "harm"})
    if is_good or "negative" in values:
        polarity: Polarity = "positive" if is_good else "negative"
        yield Turn(token, polarity, "praise" if is_good else "criticise", tuple(_told_of(tree, noun)))


def litotes(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    for kind in (_lapse, _enough, _beyond, _without):
        turn = next(kind(clause), None)
        if turn is not None:
            yield turn
            return


def _lapse(c: Clause) -> Iterator[Turn]:
    """ "The agency had not missed a single payment", "the crew never once complained"."""
    tree = c.tree
    if c.word not in _LAPSING or c.subject is None or c.is_own(c.subject) or not tree.is_negated(c.verb):
        return
    if tree.is_passive(c.verb) or tree.modals(c.verb) & (_OPEN | {"will", "would", "can", "could"}):
        return
    things = list(tree.kids(c.verb, "dobj"))
    below = {tree.lower[k] for thing in things for k in tree.kids(thing, "amod", "nummod", "det")}
    is_single = bool(below & {"single", "one", "any"})
    is_never = any(tree.lower[k] in _EVER for k in tree.children[c.verb])
    if is_single or (is_never and not below & {"the", "this", "that"}):
        yield Turn(c.verb, "positive", "praise", (c.subject,))


def _enough(c: Clause) -> Iterator[Turn]:
    """ "The engineers cannot be praised too highly", "we cannot condemn the raid strongly enough"."""
    tree = c.tree
    if not tree.is_negated(c.verb) or not tree.modals(c.verb) & _CAN:
        return
    objects = tuple(tree.objects(c.verb))
    if c.word in _OVERSTATING:
        values = {word.value for thing in objects for word in words_at(tree, thing)}
        if values == {"positive"}:
            yield Turn(c.verb, "positive", "praise", objects)
        return
    degrees = list(tree.kids(c.verb, "advmod"))
    degrees += [k for degree in degrees for k in tree.kids(degree, "advmod")]
    if not any(tree.lower[k] in _ENOUGH or tree.lower[k] == "too" for k in degrees):
        return
    value = _verdicts().get(c.word)
    if value is not None:
        yield Turn(c.verb, value, "praise" if value == "positive" else "criticise", objects)


@cache
def _verdicts() -> dict[str, Polarity]:
    """Verb form -> how it judges its object: "praise", "condemn"."""
    found: dict[str, Polarity] = {}
    for lemma, cue in cue_table().items():
        if " " not in lemma and cue.target in ("object", "content") and cue.polarity in ("positive", "negative"):
            found.update(dict.fromkeys(all_forms(lemma), cue.polarity))
    return found


def _beyond(c: Clause) -> Iterator[Turn]:
    """ "Their conduct was beyond reproach"."""
    tree = c.tree
    if c.word not in _BEING or c.subject is None or c.is_negated or c.is_own(c.subject):
        return
    for prep in tree.kids(c.verb, "prep"):
        things = {tree.lower[thing] for thing in tree.kids(prep, "pobj")}
        if tree.lower[prep] in _BEYOND and things & _FAULTS:
            yield Turn(prep, "positive", "praise", (c.subject,))


def _without(c: Clause) -> Iterator[Turn]:
    """ "The draft is not without merit"; without the "not" it has none."""
    tree = c.tree
    if c.word not in _BEING or c.subject is None or c.is_own(c.subject):
        return
    for prep in tree.kids(c.verb, "prep"):
        if tree.lower[prep] == "in" and any(tree.lower[t] == "vain" for t in tree.kids(prep, "pobj")) and c.is_negated:
            yield Turn(prep, "positive", "praise", (c.subject,))
        if tree.lower[prep] != "without":
            continue
        for thing in tree.kids(prep, "pobj"):
            values = {word.value for word in words_at(tree, thing)}
            if tree.lower[thing] in _WORTH or values == {"positive"}:
                is_good = c.is_negated or tree.lower[prep - 1 : prep] == ["not"]
                yield Turn(
                    prep, "positive" if is_good else "negative", "praise" if is_good else "criticise", (c.subject,)
                )


def _told_of(tree: Tree, noun: int) -> Iterator[int]:
    """Whom a noun is told of: what "described" finds, and "as" of what is called so."""
    found = list(described(tree, noun))
    link = tree.head[noun]
    if not found and tree.dep[noun] == "pobj" and tree.lower[link] == "as" and tree.dep[tree.head[link]] == "dobj":
        found = [tree.head[link]]  # the parse hung "as" on what is called
    yield from found
