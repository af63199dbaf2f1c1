"""What a request shows of those whom it asks, and of what it asks for.

Who is asked to stop, lift or withdraw something is told that it does wrong; who is asked to join or ratify is not. What
is asked for is wanted ("called for an inquiry"), what is to end is not ("called for the repeal of the decree").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun, is_person
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import ties_of_forms
from kg.statements.stance.forms import all_forms
from kg.statements.stance.raising import is_raising

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.attitudes import Tie


_DUTIFUL: Final = all_forms(
    "prevent", "avert", "combat", "counter", "curb", "fight", "defeat", "stem", "deter", "resist"
)
"""Who is asked to prevent something has not done it."""
_APPEALING: Final = all_forms("appeal", "plead", "pray", "speak", "turn") | {"appeal"}
_INVITING: Final = all_forms("invite", "ask", "beg", "beseech", "implore", "order", "summon", "request")
_AWAY: Final = frozenset({"off", "away", "out", "down", "back"})
_PROCEEDINGS: Final = frozenset(
    {"arrest", "detention", "dismissal", "disqualification", "expulsion", "extradition", "impeachment", "indictment"}
    | {"inquiry", "investigation", "ouster", "probe", "prosecution", "resignation", "trial"}
)
"""What one asks for against somebody."""
_OVER: Final = frozenset({"over", "gone", "ended", "lifted"})


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that is asked for: the token that shows it, the judgement of the tokens in `judged`."""

    token: int
    polarity: Polarity
    act: str
    judged: tuple[int, ...] = ()
    is_fault: bool = False
    """True where whoever is asked is told to undo something."""


def wishes(tree: Tree, tokens: range, *, is_told: bool = False) -> Iterator[Wish]:
    """The things that the words of a request ask for.

    `is_told`: the cue names whom it asks ("called on [her colleagues] to attend"), so that a noun with an infinitive is
    no thing that is asked for.
    """
    for first, top in ((head, joined) for head in tops(tree, tokens) for joined in tree.joined(head)):
        if tree.is_verb(top):
            yield from _of_verb(tree, top)
        elif (
            is_told
            and top != first
            and (any(_told(tree, first)) or any("to" in tree.modals(v) for v in _beside(tree, first)))
        ):
            continue  # "called on Italy and [Egypt] to join"
        elif is_told and (told := list(_told(tree, top))):
            for verb in told:
                yield from _of_verb(tree, verb)
        elif is_told and any("to" in tree.modals(verb) for verb in _beside(tree, top)):
            continue
        elif is_noun(tree, top) and not tree.has_no(top) and not _is_asked(tree, top):
            yield from _of_noun(tree, top)


def refused(tree: Tree, tokens: range) -> tuple[int, ...] | None:
    """What "refused to ..." refuses; () for nothing in particular, None where no view of it shows ("to rule out")."""
    for top in tops(tree, tokens):
        if not tree.is_verb(top):
            continue
        if tree.lower[top] in words_of("no-view"):
            return None
        if tree.lower[top] in words_of("refusable") | words_of("benefit"):
            found = tuple(o for first in tree.objects(top) for o in tree.joined(first))
            return found or tuple(o for prep in tree.kids(top, "prep") for o in tree.kids(prep, "pobj"))
    return ()


def _of_verb(tree: Tree, verb: int) -> Iterator[Wish]:
    objects = tuple(o for first in tree.objects(verb) for o in tree.joined(first))
    if tree.is_negated(verb):
        if "to" in tree.modals(verb) and tree.lower[verb] not in words_of("no-fault"):
            is_held = tree.lower[verb] in words_of("refusable") | words_of("benefit") | words_of("preserve")
            yield Wish(
                verb,
                "negative",
                "demand-of",
                objects if is_held else (verb,),
            )  # "not to sign [the treaty]", "not to [turn back the ferries]"
        return
    if any(tree.lower[child] in _OVER for child in tree.kids(verb, "acomp", "advmod", "prt", "oprd")):
        subject = tree.subject(verb)
        yield Wish(
            verb, "negative", "reject", () if subject is None else (subject,)
        )  # "hoped [the siege] would be over"
        return
    if is_raising(tree, verb):
        yield Wish(verb, "positive", "endorse", objects)
        return
    if tree.lower[verb] in words_of("undo"):
        is_bad = tree.lower[verb] in words_of("undo-thing")
        is_fault = not tree.is_passive(verb) and tree.lower[verb] not in _DUTIFUL
        yield Wish(verb, "negative", "demand-of", objects if is_bad else (), is_fault=is_fault)
    elif tree.lower[verb] in words_of("refusable") | words_of("benefit") | words_of("preserve"):
        if any(tree.lower[child] in _AWAY for child in tree.kids(verb, "prt", "advmod", "prep")):
            return  # "take its snipers off the roof"
        yield Wish(verb, "positive", "endorse", objects)


def _of_noun(tree: Tree, noun: int) -> Iterator[Wish]:
    if tree.lower[noun] in words_of("undo-noun"):
        ended = tuple(
            o for prep in tree.kids(noun, "prep") if tree.lower[prep] in ("of", "to") for o in tree.kids(prep, "pobj")
        )
        yield Wish(noun, "negative", "reject", ended)
    elif dark := [tie for tie in ties_of_forms().get(tree.lower[noun], ()) if _is_dark(tie)]:
        # "Offered more warnings about [the smugglers]", "asked for a condemnation of [the raid]".
        ties = frozenset().union(*(tie.ties for tie in dark))
        preps = (prep for prep in tree.kids(noun, "prep") if tree.lower[prep] in ties)
        yield Wish(noun, "negative", "criticise", tuple(o for prep in preps for o in tree.kids(prep, "pobj")))
    else:
        yield from _against_somebody(tree, noun)
        yield Wish(noun, "positive", "endorse", (noun,))


def _is_dark(tie: Tie) -> bool:
    return tie.word_class == "noun" and tie.value == "negative"


def _against_somebody(tree: Tree, noun: int) -> Iterator[Wish]:
    """ "Demanded the arrest of [Ivo Brandt]", "a new investigation of [Clara Wend]": of somebody by name."""
    if tree.lower[noun] not in _PROCEEDINGS:
        return
    for prep in tree.kids(noun, "prep"):
        named = tuple(o for o in tree.kids(prep, "pobj") if tree.tag[o][:3] == "NNP")
        if tree.lower[prep] in ("of", "into", "against") and named:
            yield Wish(noun, "negative", "criticise", named)


def _is_asked(tree: Tree, noun: int) -> bool:
    """True for who is to act or is told: "urged [Valdoria] to ...", "assured [the crowd] that ..."."""
    while tree.dep[noun] == "conj":
        noun = tree.head[noun]
    link = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[link] == "to" and tree.lower[tree.head[link]] in _APPEALING:
        return True  # "appealed [to the captains] not to sail"
    if tree.dep[noun] == "dobj" and tree.lower[link] in _INVITING and is_person(tree, noun):
        return True  # "invited [the two ministers] to the palace"
    if tree.dep[noun] in ("dobj", "dative") and any(tree.kids(tree.head[noun], "ccomp")):
        return True
    return any(tree.kids(tree.head[noun], "xcomp")) or "to" in tree.modals(tree.head[noun])


def _told(tree: Tree, noun: int) -> Iterator[int]:
    """What somebody is to do: "called on Valdoria [to withdraw] its boats"."""
    return (verb for verb in tree.kids(noun, "acl", "relcl", "advcl") if "to" in tree.modals(verb))


def _beside(tree: Tree, noun: int) -> Iterator[int]:
    """The same where the parse hung it on the cue: "called on [both sides] to publish"."""
    link = tree.head[noun]
    return tree.kids(tree.head[link], "xcomp", "advcl", "ccomp") if tree.dep[noun] == "pobj" else iter(())
