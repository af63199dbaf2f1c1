"""Turns of phrase that find something wanting: "far from safe", "a mere gesture", "nothing to do with safety".

Each reads one clause, as those of `constructions` and `credit` do. Lists in words.csv: `mere` (nouns that belittle
after "only"), `value` (what a measure is to serve), `sound` (what things are when nothing is wrong with them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import plural
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.constructions import Turn
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.faults import blaming, is_bad, is_valued
from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause

_BEING: Final = all_forms("be", "remain", "become", "prove", "seem", "look", "sound") | {"'s", "'re"}
_CALLING: Final = all_forms("call", "find", "consider", "deem", "think", "describe", "judge", "brand", "label")
_HAVING: Final = all_forms("have")
_ACTING: Final = all_forms("act", "behave", "talk", "speak", "look", "sound", "treat", "live", "conduct", "rule")
_GOING: Final = all_forms("go")
_PLAYING: Final = all_forms("play", "fall")
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
    form
    for noun in (
        "flaw",
        "fault",
        "weakness",
        "defect",
        "gap",
        "error",
        "shortcoming",
        "problem",
        "risk",
        "danger",
        "hole",
    )
    for form in (noun, plural(noun))
)


def shortcomings(clause: Clause) -> Iterator[Turn]:
    """The first such turn that a clause shows."""
    for kind in _BY_VERB.get(clause.word, ()):
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
        if not is_adjective or is_bad(tree, word):
            return
        is_good = tree.lower[word] in words_of("sound") or any(w.value == "positive" for w in words_at(tree, word))
        if not is_good and tree.lower[at] != "less":
            return  # "far from over", "anything but dull"
        if is_copula:
            yield from blaming(c, at, c.subject)
        else:
            called = [t for t in tree.kids(c.verb, "dobj") if tree.lower[t] not in ("anything", "less", "far")]
            # The parse may join the two: "called [the hearing] anything but impartial".
            called += [t for first in tree.kids(c.verb, "dobj") for t in tree.kids(first, "compound", "nmod")]
            called += [t for below in tree.kids(c.verb, "ccomp", "oprd") for t in tree.kids(below, "nsubj", "compound")]
            yield from blaming(c, at, *called[:1])
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
            yield from blaming(c, noun, c.subject)
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
        is_short = words[:1] == ["but"] or "than" in words or words == ["short", "of"]
        if is_short and any(is_bad(tree, t) or tree.lower[t] in words_of("mere") for t in things[:2]):
            yield from blaming(c, nothing, c.subject)
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
                if tree.lower[prep] == "with" and any(is_valued(tree, t) for t in things):
                    yield from blaming(c, nothing, c.subject)
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
        if c.tree.lower[prep] == "like" and any(is_bad(c.tree, t) for t in c.tree.kids(prep, "pobj")):
            yield from blaming(c, prep, c.subject)
            return


def _worst(c: Clause) -> Iterator[Turn]:
    """ "The biggest mistake is the levy": the mistake, and what it is."""
    tree, subject = c.tree, c.subject
    if c.word not in _BEING or subject is None or c.is_negated or not is_noun(tree, subject):
        return
    hows = [t for t in tree.kids(subject, "amod") if tree.tag[t] in ("JJS", "RBS") or tree.lower[t] in _SUPERLATIVE]
    if hows and any(word.value == "negative" for word in words_at(tree, subject)):
        yield from blaming(c, subject, subject, *tree.kids(c.verb, "attr"))


def _flawed(c: Clause) -> Iterator[Turn]:
    """ "The draft was not without its faults"."""
    if c.word not in _BEING or not c.tree.is_negated(c.verb):
        return
    for prep in c.tree.kids(c.verb, "prep"):
        if c.tree.lower[prep] == "without" and any(
            c.tree.lower[t] in _FAULTS or is_bad(c.tree, t) for t in c.tree.kids(prep, "pobj")
        ):
            yield from blaming(c, prep, c.subject)


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
        yield from blaming(c, c.verb, subject)


def _serves_foes(c: Clause) -> Iterator[Turn]:
    """ "Nothing is better for [the smugglers] than a quarrel", "played into the hands of [the rebels]"."""
    tree = c.tree
    if c.word in _BEING and any(tree.lower[t] == "nothing" for t in tree.kids(c.verb, "nsubj")):
        for good in tree.kids(c.verb, "acomp", "attr"):
            preps = [p for at in (c.verb, good) for p in tree.kids(at, "prep")]
            than = [t for p in preps if tree.lower[p] == "than" for t in tree.kids(p, "pobj", "pcomp")]
            than += [t for p in preps if tree.lower[p] == "than" for t in tree.kids(p, "xcomp")]
            if tree.lower[good] == "better" and any(_is_harsh(tree, t) for t in than):
                yield from blaming(c, good, *(t for p in preps if tree.lower[p] == "for" for t in tree.kids(p, "pobj")))
    elif c.word in _PLAYING and not c.is_negated:
        for into in tree.kids(c.verb, "prep"):
            hands = [t for t in tree.kids(into, "pobj") if tree.lower[t] in ("hands", "hand")]
            if tree.lower[into] == "into" and hands:
                owners = [t for h in hands for t in tree.kids(h, "poss")]
                owners += [t for h in hands for p in tree.kids(h, "prep") for t in tree.kids(p, "pobj")]
                yield from blaming(c, into, c.subject, *owners)


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
        yield from blaming(c, enough[0], c.subject)


def _is_harsh(tree: Tree, token: int) -> bool:
    """A bad thing, or a deed that brings one: "than to create a conflict"."""
    below = list(tree.kids(token, "dobj", "pobj"))
    return any(is_bad(tree, t) or tree.lower[t] in words_of("burden") for t in (token, *below))


_KINDS: Final[tuple[tuple[frozenset[str], Callable[[Clause], Iterator[Turn]]], ...]] = (
    (_BEING | _CALLING, _falls_short),
    (_BEING, _belittled),
    (_BEING, _nothing_but),
    (_HAVING, _beside_the_point),
    (_BEING, _not_done),
    (_ACTING, _likened),
    (_BEING, _worst),
    (_BEING, _flawed),
    (_TROUBLING, _troubling),
    (_BEING | _PLAYING, _serves_foes),
    (_BEING | _GOING, _not_enough),
)
"""Each with the verbs that can show it."""
_BY_VERB: Final = {
    verb: tuple(kind for verbs, kind in _KINDS if verb in verbs) for verb in frozenset().union(*(v for v, _ in _KINDS))
}
