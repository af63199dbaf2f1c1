"""What is not to be: "would not hear of [a merger]", "no guarantee that [such raids] will end", "action against [X]".

Refused, asked not to happen again, fought or to be got rid of. Lists in words.csv: `not-heard` (what one will not do
with a thing that one refuses), `no-fault` (what people are asked not to do without any fault), `undo-thing`, `scourge`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.faults import is_bad
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.evaluation import Word
    from kg.statements.stance.view import Found, StanceView

_WILL: Final = frozenset({"will", "would", "wo", "'ll", "can", "could", "ca", "shall"})
_HEAR: Final = all_forms("hear")
_BOWING: Final = all_forms("talk", "think", "agree", "bow", "yield", "submit", "put", "stand")
_PROMISES: Final = frozenset(
    {"assurance", "assurances", "guarantee", "guarantees", "pledge", "promise", "commitment", "undertaking", "pledges"}
)
_REPEATED: Final = all_forms("happen", "recur", "repeat", "occur", "return", "resume", "go", "continue", "take")
_RECURRING: Final = all_forms("happen", "recur", "repeat", "occur")
_NEVER: Final = frozenset({"must", "will", "would", "should", "may", "can", "shall", "ca", "wo"})
_LETTING: Final = all_forms("allow", "permit", "tolerate", "support", "launch", "conduct", "accept", "sell", "supply")
_TAKING: Final = all_forms("take", "mount", "launch", "bring", "start", "wage", "pursue", "support", "want", "need")
_MEASURES: Final = frozenset(
    {"action", "measures", "steps", "proceedings", "prosecution", "war", "campaign", "fight", "case", "sanctions"}
)
_PURSUING: Final = all_forms("prosecute", "combat", "outlaw", "ban", "boycott", "oppose", "dismantle")
_CLAMPING: Final = {
    ("get", "rid", "of"), ("do", "away", "with"), ("crack", "down", "on"), ("clamp", "down", "on"),
    ("put", "stop", "to"), ("put", "end", "to"), ("stand", "up", "to"), ("stamp", "out"), ("root", "out"),
}  # fmt: skip
_CLAMP_FORMS: Final = {form: first for first, *_ in _CLAMPING for form in all_forms(first)} | {"rid": "get"}
_MUST: Final = frozenset({"must", "should", "will", "shall", "'ll", "to", "need", "going"})
_OVER: Final = frozenset({"gone", "over", "ended", "finished", "lifted", "abolished", "dismantled", "removed"})
_HOPING: Final = all_forms("hope", "pray", "wish", "trust")
_TIMES: Final = frozenset({"day", "days", "time", "future", "world", "year", "life", "europe", "country", "region"})
_NOTICING: Final = all_forms("see", "find", "detect", "notice", "discern", "observe", "hear", "perceive")
_SIGNS: Final = frozenset({"sign", "signs", "trace", "hint", "shred", "evidence", "glimmer", "spark", "word"})
_VIRTUES: Final = frozenset(
    {"remorse", "regret", "shame", "apology", "change", "progress", "movement", "contrition", "willingness", "will"}
    | {"intention", "readiness", "seriousness", "interest", "flexibility", "improvement", "thaw"}
)
_POORER: Final = frozenset({"worse", "poorer", "weaker"})
_RATHER: Final = frozenset({"rather", "sooner"})


_NOUNS: Final = _PROMISES | _TIMES
_ANYWHERE: Final = _RATHER | _POORER | {"only"}
"""Words beside which any verb may show that something is not wanted."""


@cache
def _verbs() -> frozenset[str]:
    """The verbs that may show it elsewhere."""
    own = _HEAR | _BOWING | _TAKING | _PURSUING | _RECURRING | _HOPING | _NOTICING | _CLAMP_FORMS.keys()
    return words_of("not-heard") | own


def unwanted(view: StanceView, cue: CueStance, *, is_conditional: bool) -> Iterator[Found]:
    """The judgements of what a content, or its cue, does not want."""
    for tree, token in _cue_words(view):
        yield from _as_found(view, tree, token, "reject", _unheard(tree, token))
        yield from _as_found(view, tree, token, "reject", _never_again(tree, token))
        yield from _as_found(view, tree, token, "reject", _without(tree, token))
        yield from _told_not_to(view, tree, token)
        yield from _as_found(view, tree, token, "criticise", _nothing_worse(tree, token))
        yield from _as_found(view, tree, token, "criticise", _no_sign(tree, token))
        yield from _as_found(view, tree, token, "reject", _vanished(tree, token))
    is_wishing = cue.cue_class in ("directive", "commissive") or cue.lemma in words_of("wish")
    is_charge = cue.polarity == "negative"
    for tree, tokens in view.pieces(view.attribution.content):
        any_verb = not _ANYWHERE.isdisjoint(tree.lower[tokens.start : tokens.stop])
        for token in tokens:
            word = tree.lower[token]
            if word not in _NOUNS and not (tree.is_verb(token) and (any_verb or word in _verbs())):
                continue
            if view.is_reported(tree, token):
                continue
            if is_noun(tree, token) and word in _NOUNS:
                yield from _as_found(view, tree, token, "reject", _never_again(tree, token))
                yield from _as_found(view, tree, token, "reject", _without(tree, token))
            if not tree.is_verb(token):
                continue
            wishing = is_wishing and not is_conditional
            found = list(_by_verb(view, tree, token, tokens, is_wishing=wishing, is_charge=is_charge))
            # Looked for last, since most verbs show nothing.
            if not found or is_hypothetical(tree, token, tokens):
                continue
            if belongs_to_speaker(tree, token, tokens, view.is_own_token):
                yield from _as_found(view, tree, token, "reject", iter(found))


def _by_verb(
    view: StanceView, tree: Tree, verb: int, tokens: range, *, is_wishing: bool, is_charge: bool
) -> Iterator[int]:
    """What a verb of the content does not want, if its subject is who may say so.

    `is_charge`: the cue blames somebody for what the content tells.
    """
    subject = tree.subject(verb)
    is_own = subject is not None and view.is_own_token(tree, subject, tokens)
    if subject is not None and view.speaks_of_itself(tree, subject, tokens):
        yield from _unheard(tree, verb)
        yield from _only_without(tree, verb)
        yield from _rather(tree, verb)
    if is_own:
        yield from _nothing_worse(tree, verb)
        yield from _no_sign(tree, verb)
        if tree.lower[verb] in _HOPING:
            for clause in tree.kids(verb, "ccomp"):
                yield from _warded_off(tree, clause)
    is_others = subject is not None and not is_own
    # "Warned that the mayor opposes the bridge", "would stop opposing it": told of somebody, or as past.
    is_past = tree.tag[verb] in ("VBN", "VBD") and bool(tree.modals(verb) & {"had", "has", "have", "'ve"})
    is_told = is_others and (tree.tag[verb] in ("VBZ", "VBD", "VBP") or is_past)
    is_laid_down = tree.lower[tree.head[verb]] in words_of("undo") and tree.dep[verb] in ("xcomp", "pcomp")
    is_charged = is_charge and subject is None and tree.tag[verb] == "VBG"
    is_planned = subject is None or is_own or is_wishing or bool(tree.modals(verb) & {"must", "should"})
    is_planned = is_planned and not (is_told or is_laid_down or is_charged)
    yield from (t for t in _fought(tree, verb) if is_planned or is_bad(tree, t))
    yield from _not_again(tree, verb)


def _as_found(view: StanceView, tree: Tree, shown: int, act: str, tokens: Iterator[int]) -> Iterator[Found]:
    for token in tokens:
        for head in tree.joined(token):
            for reference in view.others(view.itself(tree, head)):
                yield "negative", act, view.span(tree, shown), reference, WORD_CONFIDENCE


def _cue_words(view: StanceView) -> Iterator[tuple[Tree, int]]:
    for tree, tokens in view.pieces(view.attribution.cue):
        yield from ((tree, t) for t in tokens if tree.is_verb(t) or is_noun(tree, t))


def _told_not_to(view: StanceView, tree: Tree, verb: int) -> Iterator[Found]:
    """ "Asked them not to [turn away the boats]": the deed, where it is a target of its own."""
    for deed in tree.kids(verb, "xcomp", "ccomp"):
        place = view.reading.topics.get(tree.start[deed])
        if tree.is_negated(deed) and "to" in tree.modals(deed) and place is not None:
            yield "negative", "reject", view.span(tree, verb), place, WORD_CONFIDENCE


def _unheard(tree: Tree, verb: int) -> Iterator[int]:
    """ "Would not hear of [a merger]", "will not consider [such requests]"."""
    if not tree.is_negated(verb) or not tree.modals(verb) & _WILL or tree.is_passive(verb):
        return
    if tree.lower[verb] in words_of("not-heard"):
        yield from tree.kids(verb, "dobj")
    if tree.lower[verb] in _HEAR | _BOWING:
        links = ("of",) if tree.lower[verb] in _HEAR else ("of", "to", "for", "with")
        for prep in tree.kids(verb, "prep"):
            if tree.lower[prep] in links:
                yield from tree.kids(prep, "pobj")


def _never_again(tree: Tree, noun: int) -> Iterator[int]:
    """ "Assurances that [such a raid] would not happen again", "that it would not allow [any raid]"."""
    if tree.lower[noun] not in _PROMISES:
        return
    for clause in tree.kids(noun, "acl", "ccomp", "relcl"):
        if not tree.is_negated(clause):
            continue
        if tree.lower[clause] in _REPEATED:
            yield from tree.kids(clause, "nsubj", "nsubjpass")
        elif tree.lower[clause] in _LETTING:
            yield from tree.kids(clause, "dobj")


def _not_again(tree: Tree, verb: int) -> Iterator[int]:
    """ "[Such a raid] must not happen again", "will never be repeated"."""
    if not tree.is_negated(verb) or not tree.modals(verb) & _NEVER or tree.lower[verb] not in _RECURRING:
        return
    if tree.lower[verb].startswith("repeat") or any(tree.lower[t] == "again" for t in tree.kids(verb, "advmod")):
        yield from tree.kids(verb, "nsubj", "nsubjpass")


def _without(tree: Tree, noun: int) -> Iterator[int]:
    """ "A future without [border controls]", "the day when [the toll] is gone"."""
    if tree.lower[noun] not in _TIMES:
        return
    for prep in tree.kids(noun, "prep"):
        if tree.lower[prep] == "without" or (tree.lower[prep] == "free" and any(tree.kids(prep, "prep"))):
            yield from tree.kids(prep, "pobj")
    for clause in tree.kids(noun, "relcl", "acl"):
        is_when = any(tree.lower[t] == "when" for t in tree.kids(clause, "advmod"))
        words = {tree.lower[clause], *(tree.lower[t] for t in tree.kids(clause, "acomp", "advmod"))}
        if is_when and words & _OVER:
            yield from tree.kids(clause, "nsubj", "nsubjpass")
        for prep in tree.kids(clause, "prep"):  # "a future in which all live in peace, without [meddling]"
            if tree.lower[prep] == "without":
                yield from tree.kids(prep, "pobj")


def _vanished(tree: Tree, verb: int) -> Iterator[int]:
    """ "Long for the day when [the toll] is gone", "dream of a world without [mines]"."""
    for prep in tree.kids(verb, "prep"):
        if tree.lower[prep] in ("for", "of"):
            for noun in tree.kids(prep, "pobj"):
                yield from _without(tree, noun)


def _warded_off(tree: Tree, clause: int) -> Iterator[int]:
    """ "I pray that [this plague] never reaches the valley": a bad thing by its own words."""
    if tree.is_negated(clause):
        yield from (t for t in tree.kids(clause, "nsubj") if is_bad(tree, t))


def _nothing_worse(tree: Tree, verb: int) -> Iterator[int]:
    """ "Could imagine no worse host than [Brava]"."""
    for thing in tree.kids(verb, "dobj", "attr"):
        if tree.has_no(thing) and any(tree.lower[t] in _POORER for t in tree.kids(thing, "amod")):
            preps = [p for at in (verb, thing) for p in tree.kids(at, "prep")]
            preps += [p for at in preps for t in tree.kids(at, "pobj") for p in tree.kids(t, "prep")]
            yield from (t for p in dict.fromkeys(preps) if tree.lower[p] == "than" for t in tree.kids(p, "pobj"))


def _no_sign(tree: Tree, verb: int) -> Iterator[int]:
    """ "Sees no sign of good will from [Kestria]", "no trace of remorse in [the letter]"."""
    if tree.lower[verb] not in _NOTICING:
        return
    for sign in tree.kids(verb, "dobj"):
        if tree.lower[sign] not in _SIGNS or not (tree.has_no(sign) or tree.is_negated(verb)):
            continue
        of = [t for p in tree.kids(sign, "prep") if tree.lower[p] == "of" for t in tree.kids(p, "pobj")]
        is_good = [
            t for t in of if any(w.value in ("positive", "goal") for w in (*words_at(tree, t), *_before(tree, t)))
        ]
        if not is_good and not any(tree.lower[t] in _VIRTUES for t in of):
            continue
        preps = [p for at in (verb, sign, *of) for p in tree.kids(at, "prep") if tree.lower[p] in ("from", "in", "on")]
        for prep in dict.fromkeys(preps):
            things = list(tree.kids(prep, "pobj"))
            if tree.lower[prep] == "on":  # "on the part of [the league]"
                things = [t for part in things for p in tree.kids(part, "prep") for t in tree.kids(p, "pobj")]
            yield from things


def _before(tree: Tree, noun: int) -> Iterator[Word]:
    """Rows of an adjective with its noun: "good will"."""
    if noun and tree.dep[noun - 1] == "amod":
        yield from (word for word in words_at(tree, noun - 1) if " " in word.lemma)


def _only_without(tree: Tree, verb: int) -> Iterator[int]:
    """ "Would accept the plan only without [the second annex]"."""
    for prep in tree.kids(verb, "prep"):
        is_only = any(tree.lower[t] == "only" for at in (verb, prep) for t in tree.kids(at, "advmod"))
        if tree.lower[prep] == "without" and is_only and tree.modals(verb) & _WILL:
            yield from tree.kids(prep, "pobj")


def _rather(tree: Tree, verb: int) -> Iterator[int]:
    """ "Would rather have no treaty than [this one]"."""
    if not any(tree.lower[t] in _RATHER for t in tree.kids(verb, "advmod")):
        return
    nothing = [t for t in tree.kids(verb, "dobj") if tree.has_no(t)]
    preps = [p for at in (verb, *nothing) for p in tree.kids(at, "prep")]
    if nothing:
        yield from (t for p in preps if tree.lower[p] == "than" for t in tree.kids(p, "pobj"))


def _fought(tree: Tree, verb: int) -> Iterator[int]:
    """ "Take tougher action against [the smugglers]", "get rid of [the checkpoints]"."""
    if tree.is_negated(verb):
        return
    if tree.lower[verb] in _TAKING:
        measures = [t for t in tree.kids(verb, "dobj") if tree.lower[t] in _MEASURES]
        preps = [p for at in (verb, *measures) for p in tree.kids(at, "prep")]
        if measures:
            yield from (t for p in preps if tree.lower[p] == "against" for t in tree.kids(p, "pobj"))
        for case in measures:
            if tree.lower[case] == "prosecution":
                yield from (t for p in tree.kids(case, "prep") if tree.lower[p] == "of" for t in tree.kids(p, "pobj"))
    if tree.lower[verb] in _PURSUING and not tree.is_passive(verb):
        yield from tree.kids(verb, "dobj")
    first = _CLAMP_FORMS.get(tree.lower[verb])
    if first is None or not (tree.modals(verb) & _MUST or tree.dep[verb] in ("xcomp", "pcomp")):
        return
    for rest in (words[1:] for words in _CLAMPING if words[0] == first):
        words = tree.lower[verb : verb + 5]
        if all(word in words for word in rest):
            last = verb + max(words.index(word) for word in rest)
            preps = [p for p in (last, *tree.kids(verb, "prep", "prt", "advmod")) if tree.lower[p] == rest[-1]]
            yield from (t for p in dict.fromkeys(preps) for t in tree.kids(p, "pobj"))
            if len(rest) == 1:
                yield from tree.kids(verb, "dobj")
