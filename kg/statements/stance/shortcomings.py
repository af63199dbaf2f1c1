"""Turns of phrase that find something wanting: "far from safe", "did nothing for the villages", "a mere gesture".

Each reads one clause, as those of `constructions` and `credit` do. Lists in words.csv: `mere` (nouns that belittle
after "only"), `outcome` (what a meeting is to bring), `value` (what a measure is to serve), `sound` (what things are
when nothing is wrong with them), `power` (what one needs to do a thing).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.constructions import Turn
from kg.statements.stance.described import COPULAS
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause

_BEING: Final = all_forms("be", "remain", "become", "prove", "seem", "look", "sound") | {"'s", "'re"}
_CALLING: Final = all_forms("call", "find", "consider", "deem", "think", "describe", "judge", "brand", "label")
_DOING: Final = all_forms("do")
_HAVING: Final = all_forms("have")
_LACKING: Final = all_forms("lack")
_CLOSING: Final = all_forms("end", "break", "close", "adjourn", "conclude", "finish", "part", "pass", "collapse")
_BRINGING: Final = all_forms("produce", "agree", "reach", "adopt", "answer", "settle", "decide", "set", "name", "sign")
_ACTING: Final = all_forms("act", "behave", "talk", "speak", "look", "sound", "treat", "live", "conduct", "rule")
_TROUBLING: Final = all_forms(
    "alarm", "anger", "annoy", "appal", "bother", "concern", "dismay", "disappoint", "disturb", "irritate", "sadden",
    "shock", "trouble", "unsettle", "upset", "worry",
)  # fmt: skip
_OBJECTS: Final = frozenset({"it", "him", "her", "them", "us", "me"})
_ONLY: Final = frozenset({"only", "merely", "just", "simply"})
_SHORT: Final = (("less", "than"), ("far", "from"), ("anything", "but"))
_SUPERLATIVE: Final = frozenset({"only", "main", "real", "true", "chief"})
_MANNER: Final = frozenset({"how", "what", "way"})
_FAULTS: Final = frozenset(
    {
        "flaw",
        "flaws",
        "fault",
        "faults",
        "weakness",
        "weaknesses",
        "defect",
        "defects",
        "gap",
        "gaps",
        "error",
        "errors",
    }
    | {"shortcoming", "shortcomings", "problem", "problems", "risk", "risks", "danger", "dangers", "hole", "holes"}
)


def shortcomings(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    for kind in (
        _falls_short,
        _belittled,
        _nothing_but,
        _did_nothing,
        _lacking,
        _without_result,
        _beside_the_point,
        _not_done,
        _likened,
        _worst,
        _flawed,
        _troubling,
        _not_even,
        _powerless,
        _serves_foes,
        _instead_of,
        _overdue,
        _not_enough,
    ):
        turn = next(kind(clause), None)
        if turn is not None:
            yield turn
            return


def _falls_short(c: Clause) -> Iterator[Turn]:
    """ "Is far from safe", "was less than helpful", "called the hearing anything but impartial"."""
    is_copula = c.word in _BEING
    if (not is_copula and c.word not in _CALLING) or c.is_negated:
        return
    tree = c.tree
    for at in range(c.verb + 1, min(c.verb + 9, len(tree.lower) - 2)):
        if (tree.lower[at], tree.lower[at + 1]) not in _SHORT:
            continue
        word = at + 2
        while word < len(tree.lower) - 1 and tree.tag[word] == "RB":
            word += 1
        if tree.lower[word] in ("being", "having"):
            return  # "far from being a threat" is judged by its noun
        is_adjective = tree.tag[word] in ("JJ", "VBN", "VBG") and not is_noun(tree, min(word + 1, len(tree.lower) - 1))
        if not is_adjective or _is_bad(tree, word):
            return
        is_good = tree.lower[word] in words_of("sound") or any(w.value == "positive" for w in words_at(tree, word))
        if not is_good and tree.lower[at] != "less":
            return  # "far from over", "anything but dull"
        if is_copula:
            yield from _of(c, "criticise", at, c.subject)
        else:
            called = [t for t in tree.kids(c.verb, "dobj") if tree.lower[t] not in ("anything", "less", "far")]
            # The parse may join the two: "called [the hearing] anything but impartial".
            called += [t for first in tree.kids(c.verb, "dobj") for t in tree.kids(first, "compound", "nmod")]
            called += [t for below in tree.kids(c.verb, "ccomp", "oprd") for t in tree.kids(below, "nsubj", "compound")]
            yield from _of(c, "criticise", at, *called[:1])
        return


def _belittled(c: Clause) -> Iterator[Turn]:
    """ "The pact is only a piece of paper", "was no more than a gesture"."""
    if c.word not in _BEING or c.is_negated:
        return
    tree = c.tree
    for noun in tree.kids(c.verb, "attr"):
        names = {tree.lower[noun], *(tree.lower[t] for p in tree.kids(noun, "prep") for t in tree.kids(p, "pobj"))}
        hows = {tree.lower[t] for at in (c.verb, noun) for t in tree.kids(at, "advmod", "amod")}
        if names & words_of("mere") and hows & (_ONLY | {"mere"}):
            yield from _of(c, "criticise", noun, c.subject)
            return


def _nothing_but(c: Clause) -> Iterator[Turn]:
    """ "The audit is nothing but a pretext", "nothing more than a show", "no more than a gesture"."""
    tree = c.tree
    if c.word not in _BEING or tree.is_negated(c.verb):
        return
    for nothing in tree.kids(c.verb, "attr", "acomp"):
        if tree.lower[nothing] not in ("nothing", "more", "little"):
            continue
        things = [t for t in range(nothing + 1, min(nothing + 8, len(tree.lower))) if is_noun(tree, t)]
        words = tree.lower[nothing + 1 : nothing + 3]
        is_short = words[:1] == ["but"] or "than" in words
        if is_short and any(_is_bad(tree, t) or tree.lower[t] in words_of("mere") for t in things[:2]):
            yield from _of(c, "criticise", nothing, c.subject)
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
        is_to = any("to" in c.tree.modals(v) and not _is_bad(c.tree, v) for v in deeds)
        if is_for or is_to:
            yield from _of(c, "criticise", nothing, c.subject)


def _lacking(c: Clause) -> Iterator[Turn]:
    """ "The union lacks the votes", "what the plan lacks is a plan"."""
    tree = c.tree
    if c.word in _LACKING and not c.is_negated:
        for thing in tree.kids(c.verb, "dobj"):
            if is_noun(tree, thing) and not _is_bad(tree, thing) and not c.names(thing, "burden", "cost"):
                yield from _of(c, "criticise", c.verb, c.subject)
    elif c.word in _BEING:
        for clause in tree.kids(c.verb, "csubj"):
            if tree.lower[clause] in _LACKING and not tree.is_negated(clause):
                yield from _of(c, "criticise", clause, next(tree.kids(clause, "nsubj"), None))


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
            yield from _of(c, "criticise", prep, c.subject)
            return


def _beside_the_point(c: Clause) -> Iterator[Turn]:
    """ "The decree has nothing to do with safety"."""
    tree = c.tree
    if c.word not in _HAVING:
        return
    for nothing in tree.kids(c.verb, "dobj"):
        is_nothing = tree.lower[nothing] in ("nothing", "little")
        if not is_nothing and not (tree.lower[nothing] == "anything" and c.is_negated):
            continue
        for deed in (*tree.kids(nothing, "relcl", "acl"), *tree.kids(c.verb, "xcomp")):
            if tree.lower[deed] != "do":
                continue
            for prep in tree.kids(deed, "prep"):
                things = [t for first in tree.kids(prep, "pobj") for t in tree.joined(first)]
                if tree.lower[prep] == "with" and any(_is_valued(tree, t) for t in things):
                    yield from _of(c, "criticise", nothing, c.subject)
                    return


def _not_done(c: Clause) -> Iterator[Turn]:
    """ "That is not how friends behave", "this is not what partners do", "this is no way to treat a guest"."""
    tree, subject = c.tree, c.subject
    if c.word not in _BEING or subject is None or tree.lower[subject] not in ("this", "that", "it"):
        return
    if not tree.is_negated(c.verb) and not any(tree.has_no(t) for t in tree.kids(c.verb, "attr")):
        return
    for clause in (*tree.kids(c.verb, "ccomp", "advcl"), *(r for t in tree.kids(c.verb, "attr") for r in (t,))):
        heads = {tree.lower[k] for k in tree.kids(clause, "dobj", "advmod")} | {tree.lower[clause]}
        does = any(tree.kids(clause, "nsubj")) or any(
            tree.is_verb(v) for v in tree.kids(clause, "relcl", "acl", "xcomp")
        )
        if heads & _MANNER and does and not any(c.is_own(t) for t in tree.kids(clause, "nsubj")):
            yield Turn(clause, "negative", "criticise", (subject,))
            return


def _likened(c: Clause) -> Iterator[Turn]:
    """ "The minister is behaving like a bully"."""
    if c.word not in _ACTING or c.is_negated:
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] == "like" and any(_is_bad(c.tree, t) for t in c.tree.kids(prep, "pobj")):
            yield from _of(c, "criticise", prep, c.subject)
            return


def _worst(c: Clause) -> Iterator[Turn]:
    """ "The biggest mistake is the levy": the mistake, and what it is."""
    tree, subject = c.tree, c.subject
    if c.word not in _BEING or subject is None or c.is_negated or not is_noun(tree, subject):
        return
    hows = [t for t in tree.kids(subject, "amod") if tree.tag[t] in ("JJS", "RBS") or tree.lower[t] in _SUPERLATIVE]
    if hows and any(word.value == "negative" for word in words_at(tree, subject)):
        yield from _of(c, "criticise", subject, subject, *tree.kids(c.verb, "attr"))


def _flawed(c: Clause) -> Iterator[Turn]:
    """ "The draft was not without its faults"."""
    if c.word not in _BEING or not c.tree.is_negated(c.verb):
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] == "without" and any(
            c.tree.lower[t] in _FAULTS or _is_bad(c.tree, t) for t in c.tree.kids(prep, "pobj")
        ):
            yield from _of(c, "criticise", prep, c.subject)


def _troubling(c: Clause) -> Iterator[Turn]:
    """ "The absence of monitors troubled it": told of by a pronoun, the speaker's own feeling."""
    subject = c.subject
    if (
        c.word not in _TROUBLING
        or subject is None
        or not is_noun(c.tree, subject)
        or not c.tree.is_told_as_fact(c.verb)
    ):
        return
    if not c.tree.is_passive(c.verb) and any(c.tree.lower[t] in _OBJECTS for t in c.tree.kids(c.verb, "dobj")):
        yield from _of(c, "criticise", c.verb, subject)


def _not_even(c: Clause) -> Iterator[Turn]:
    """ "The governor had not even called", "never so much as replied"."""
    tree = c.tree
    if not c.is_negated or c.word in COPULAS or tree.is_passive(c.verb) or tree.modals(c.verb) & _UNREAL:
        return
    hows = {tree.lower[t] for t in tree.kids(c.verb, "advmod")}
    words = tree.lower[max(0, c.verb - 3) : c.verb]
    is_emphatic = "even" in hows or words == ["so", "much", "as"] or ("all" in hows and c.is_one_of("dutiful"))
    if is_emphatic and not _is_bad(tree, c.verb) and not c.is_one_of("suffer"):
        yield from _of(c, "criticise", c.verb, c.subject)


def _powerless(c: Clause) -> Iterator[Turn]:
    """ "Neither has the support to do it", "the cabinet does not have the votes"."""
    subject, tree = c.subject, c.tree
    if c.word not in _HAVING or subject is None:
        return
    is_denied = tree.is_negated(c.verb) or tree.lower[subject] in ("neither", "none")
    for thing in tree.kids(c.verb, "dobj"):
        is_power = tree.lower[thing] in words_of("power")
        if is_power and (is_denied or tree.has_no(thing)):
            yield from _of(c, "criticise", thing, subject)
            return


def _instead_of(c: Clause) -> Iterator[Turn]:
    """ "Instead of answering our questions, the commissioner sent a calendar", "without once setting foot there"."""
    tree = c.tree
    if not tree.is_told_as_fact(c.verb) or tree.is_passive(c.verb):
        return
    for prep in tree.kids(c.verb, "prep"):
        if tree.lower[prep] not in ("instead", "without"):
            continue
        links = [prep, *tree.kids(prep, "prep")]
        undone = [v for link in links for v in tree.kids(link, "pcomp")]
        for verb in undone:
            is_due = tree.lower[verb] in words_of("dutiful") and tree.lower[prep] == "instead"
            is_stressed = any(tree.lower[how] in ("once", "even", "ever") for how in tree.kids(verb, "advmod"))
            if (is_due or is_stressed) and not _is_bad(tree, verb) and not tree.is_negated(c.verb):
                yield from _of(c, "criticise", prep, c.subject)
                return


def _overdue(c: Clause) -> Iterator[Turn]:
    """ "The army has yet to explain it", "the company has stopped paying"."""
    tree = c.tree
    for deed in tree.kids(c.verb, "xcomp"):
        is_due = tree.lower[deed] in words_of("dutiful") and not tree.is_negated(c.verb)
        is_yet = c.word in _HAVING and any(tree.lower[t] == "yet" for t in tree.kids(c.verb, "advmod"))
        is_stopped = c.word in _STOPPING and tree.tag[deed] == "VBG" and tree.is_told_as_fact(c.verb)
        if is_due and (is_yet or is_stopped):
            yield from _of(c, "criticise", deed, c.subject)
            return


def _not_enough(c: Clause) -> Iterator[Turn]:
    """ "Regret is not enough", "the decree does not go far enough"."""
    tree = c.tree
    if not tree.is_negated(c.verb) or tree.modals(c.verb) & {"will", "would", "could", "may", "might"}:
        return
    if c.word in _BEING:
        enough = [t for t in tree.kids(c.verb, "acomp", "attr", "advmod") if tree.lower[t] == "enough"]
    else:
        hows = [t for t in tree.kids(c.verb, "advmod") if c.word in _GOING]
        enough = [t for t in hows if tree.lower[t] == "enough" and tree.lower[t - 1] == "far"]
    if enough:
        yield from _of(c, "criticise", enough[0], c.subject)


def _serves_foes(c: Clause) -> Iterator[Turn]:
    """ "Nothing is better for [the smugglers] than a quarrel", "played into the hands of [the rebels]"."""
    tree = c.tree
    if c.word in _BEING and any(tree.lower[t] == "nothing" for t in tree.kids(c.verb, "nsubj")):
        for good in tree.kids(c.verb, "acomp", "attr"):
            preps = [p for at in (c.verb, good) for p in tree.kids(at, "prep")]
            than = [t for p in preps if tree.lower[p] == "than" for t in tree.kids(p, "pobj", "pcomp")]
            than += [t for p in preps if tree.lower[p] == "than" for t in tree.kids(p, "xcomp")]
            if tree.lower[good] == "better" and any(_is_harsh(tree, t) for t in than):
                yield from _of(
                    c, "criticise", good, *(t for p in preps if tree.lower[p] == "for" for t in tree.kids(p, "pobj"))
                )
    elif c.word in _PLAYING and not c.is_negated:
        for into in tree.kids(c.verb, "prep"):
            hands = [t for t in tree.kids(into, "pobj") if tree.lower[t] in ("hands", "hand")]
            if tree.lower[into] == "into" and hands:
                owners = [t for h in hands for t in tree.kids(h, "poss")]
                owners += [t for h in hands for p in tree.kids(h, "prep") for t in tree.kids(p, "pobj")]
                yield from _of(c, "criticise", into, c.subject, *owners)


def _is_harsh(tree: Tree, token: int) -> bool:
    """A bad thing, or a deed that brings one: "than to create a conflict"."""
    below = list(tree.kids(token, "dobj", "pobj"))
    return any(_is_bad(tree, t) or tree.lower[t] in words_of("burden") for t in (token, *below))


_STOPPING: Final = all_forms("stop", "cease", "quit")
_GOING: Final = all_forms("go")
_PLAYING: Final = all_forms("play", "fall")
_UNREAL: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "to", "'ll", "wo", "ca"})


def _of(c: Clause, act: str, shown: int, *judged: int | None) -> Iterator[Turn]:
    """The turn, unless it judges one's own side."""
    kept = tuple(token for token in judged if token is not None and not c.is_own(token))
    if kept:
        yield Turn(shown, "negative", act, kept)


def _is_bad(tree: Tree, token: int) -> bool:
    return any(word.value in ("negative", "harm") for word in words_at(tree, token)) or (
        tree.lower[token] in words_of("scourge")
    )


def _is_valued(tree: Tree, token: int) -> bool:
    if tree.lower[token] in words_of("value") | words_of("good"):
        return True
    return any(word.value in ("goal", "positive") for word in words_at(tree, token, as_part=True))
