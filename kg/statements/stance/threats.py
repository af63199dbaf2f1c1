"""What is threatened: "Arvenia would pay dearly", "a landing would be met with force", "to take the port to court"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import plural, verb_forms
from kg.statements.reading.clauses import tops
from kg.statements.stance.forms import all_forms
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_WILL: Final = frozenset({"will", "'ll", "shall", "would", "wo"})
_PRICES: Final = frozenset({"price", "cost", "penalty"})
_REPRISALS: Final = frozenset({"consequence", "consequences", "reprisals", "retaliation", "retribution", "sanctions"})
_FORCE: Final = frozenset({"force", "fire", "response", "resistance", "reprisals", "retaliation", "arms"})
_MEETING: Final = frozenset({"met", "answered", "repelled", "countered", "punished"})
_AGAINST: Final = frozenset({"against", "at", "on", "to"})
_BLOWS: Final = frozenset(
    form
    for noun in ("attack", "strike", "raid", "assault", "reprisal", "sanction", "operation", "invasion", "war")
    for form in (noun, plural(noun))
) | {"action", "retaliation", "force"}
_PAY: Final = frozenset(verb_forms("pay")) | {"paid"}
_RESULTING: Final = frozenset(
    form for verb in ("result", "trigger", "draw", "provoke", "have") for form in verb_forms(verb)
)
_FACE: Final = frozenset({*verb_forms("face"), *verb_forms("suffer"), *verb_forms("fear")})


_STRUCK: Final = all_forms(
    "sink", "shoot", "destroy", "bomb", "burn", "arrest", "punish", "repel", "jail", "kill", "seize"
)
_RESPONDING: Final = all_forms("respond", "answer", "react", "retaliate", "reply")
_ANY: Final = frozenset({"any", "every", "each", "all"})
_WHOEVER: Final = frozenset({"anyone", "anybody", "whoever", "everyone", "those"})


def threatened(view: StanceView) -> list[Found]:
    """Those of whom the content says that they will be made to suffer."""
    found: list[Found] = []
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in (joined for top in tops(tree, tokens) for joined in tree.joined(top)):
            subject = tree.subject(verb) if tree.is_verb(verb) and _is_reprisal(tree, verb) else None
            if subject is not None and not view.side.has(tree, subject):
                judged = view.others(view.named(tree, subject))
                found += [("negative", "threaten", view.span(tree, verb), one, WORD_CONFIDENCE) for one in judged]
    return found


def announces_reprisal(view: StanceView) -> bool:
    """True where a main clause of the content does."""
    return any(
        tree.is_verb(verb) and (_is_reprisal(tree, verb) or _strikes_back(tree, verb))
        for tree, tokens in view.pieces(view.attribution.content)
        for top in tops(tree, tokens)
        for verb in tree.joined(top)
    )


def aimed_at(view: StanceView) -> list[Found]:
    """Whom an announced act strikes: "threatened to leave [the union]", "the right to respond to [the raid]"."""
    found: list[Found] = []
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in (top for top in tops(tree, tokens) if tree.is_verb(top) and "to" in tree.modals(top)):
            things = list(tree.objects(verb))
            if not things:
                preps = (prep for prep in tree.kids(verb, "prep") if tree.lower[prep] in _AGAINST)
                things = [thing for prep in preps for thing in tree.kids(prep, "pobj")]
            judged = view.others(one for thing in things for one in view.named(tree, thing))
            found += [("negative", "threaten", view.span(tree, verb), one, WORD_CONFIDENCE) for one in judged]
    return found


def left_open(view: StanceView) -> list[Found]:
    """At whom a blow is aimed that is not ruled out: "would not rule out an attack on [the fleet]"."""
    found: list[Found] = []
    for tree, tokens in view.pieces(view.attribution.content):
        for blow in (top for top in tops(tree, tokens) if tree.lower[top] in _BLOWS):
            preps = (prep for prep in tree.kids(blow, "prep") if tree.lower[prep] in ("on", "against"))
            things = [thing for prep in preps for thing in tree.kids(prep, "pobj")]
            judged = view.others(one for thing in things for one in view.named(tree, thing))
            found += [("negative", "threaten", view.span(tree, blow), one, WORD_CONFIDENCE) for one in judged]
    return found


def _strikes_back(tree: Tree, verb: int) -> bool:
    """ "Would respond to any raid with force", "every boat would be sunk"."""
    if not tree.modals(verb) & _WILL or tree.is_negated(verb):
        return False
    if tree.is_passive(verb):
        subjects = list(tree.kids(verb, "nsubjpass"))
        is_any = any(tree.lower[det] in _ANY for subject in subjects for det in tree.kids(subject, "det"))
        return tree.lower[verb] in _STRUCK and (is_any or any(tree.lower[s] in _WHOEVER for s in subjects))
    if tree.lower[verb] not in _RESPONDING:
        return False
    preps = [p for p in tree.kids(verb, "prep") if tree.lower[p] in ("with", "by", "to")]
    preps += [p for at in preps for thing in tree.kids(at, "pobj") for p in tree.kids(thing, "prep")]
    with_what = {tree.lower[t] for p in preps if tree.lower[p] in ("with", "by") for t in tree.kids(p, "pobj")}
    return tree.lower[verb].startswith("retaliat") or bool(with_what & _FORCE)


def _is_reprisal(tree: Tree, verb: int) -> bool:
    if not tree.modals(verb) & _WILL or tree.is_negated(verb):
        return False
    word = tree.lower[verb]
    things = {tree.lower[thing] for thing in tree.kids(verb, "dobj")}
    if word in _PAY:
        return bool(things & _PRICES) or any(tree.lower[k] == "dearly" for k in tree.kids(verb, "advmod"))
    if word in _FACE:
        return bool(things & _REPRISALS)
    if word in _RESULTING:
        things |= {tree.lower[t] for prep in tree.kids(verb, "prep") for t in tree.kids(prep, "pobj")}
        return bool(things & (_REPRISALS | {"response", "retaliation", "war"}))
    if word == "regret":
        return True
    if word == "answer" and any(tree.lower[prep] == "for" for prep in tree.kids(verb, "prep")):
        return True  # "will answer for every life"
    with_what = {
        tree.lower[thing]
        for prep in tree.kids(verb, "prep", "agent")
        if tree.lower[prep] in ("with", "by")
        for thing in tree.kids(prep, "pobj")
    }
    return word in _MEETING and tree.is_passive(verb) and (word in ("punished", "repelled") or bool(with_what & _FORCE))
