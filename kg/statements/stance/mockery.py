"""Praise and thanks that are meant otherwise: "thanked it for its 'generous' offer", "congratulated it, with a smirk".

Praise that is marked as mockery blames whom it names. A good word in marks of distance turns the whole only where it
belongs to who is praised ("its 'generous' offer"); elsewhere it judges its own noun alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.constructions import irony
from kg.statements.stance.cue_targets import addressed, governed, objects_of_cue
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.strings import Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_PRAISING: Final = frozenset({"praise", "endorse"})
_SMILES: Final = frozenset({"smile", "grin", "bow", "applause", "flourish"})
_SOUR: Final = frozenset(
    {"thin", "cold", "crooked", "wry", "sour", "bitter", "icy", "mock", "mocking", "tight", "slow"}
)
_TONGUE: Final = ("tongue", "in", "cheek")
_OWNERS: Final = frozenset({"its", "his", "her", "their", "your"})
_THANKS: Final = all_forms("thank", "congratulate") | {"thanks", "congratulations", "bravo"}
_JEERING: Final = _THANKS | {"what"}
"""Without one of these words nobody is jeered at."""
_FAILING: Final = all_forms("lose", "fail", "miss", "forget", "break", "ruin", "sink", "delay", "waste", "bungle")
_LACKING: Final = frozenset({"no", "nobody", "never", "without", "nothing", "none", "not", "n't"})


def mocked(view: StanceView, cue: CueStance) -> list[Found]:
    """Whom the praise of the cue mocks; [] where it is meant, or where only a part of the words is mockery."""
    if cue.act not in _PRAISING or not (_is_told_so(view) or _is_marked(view) or _stings(view)):
        return []
    judged: tuple[Reference, ...] = governed(view, is_event=cue.target == "content") or addressed(view)
    if not judged:
        judged = objects_of_cue(view)
    shown = view.attribution.cue[0]
    return [("negative", "criticise", shown, one, WORD_CONFIDENCE) for one in judged]


def jeered(view: StanceView) -> Iterator[Found]:
    """Mockery within the words: "what a victory: [a bridge nobody can cross]", "thank you, [Vestria], for nothing"."""
    for tree, tokens in view.pieces(view.attribution.content):
        if _JEERING.isdisjoint(tree.lower[tokens.start : tokens.stop]):
            continue
        for token in tokens:
            judged = [*_exclaimed(tree, token, tokens), *_thanked_for_nothing(tree, token, tokens)]
            for head in judged:
                for reference in view.others(view.named(tree, head)):
                    yield "negative", "criticise", view.span(tree, token), reference, WORD_CONFIDENCE


def _roots(view: StanceView) -> Iterator[tuple[Tree, int]]:
    for tree, tokens in view.pieces(view.attribution.cue[:1]):
        yield from ((tree, t) for t in tokens if tree.head[t] not in tokens or tree.head[t] == t)


def _is_told_so(view: StanceView) -> bool:
    """ "Wryly congratulated", "with a thin smile", "tongue in cheek"."""
    for tree, root in _roots(view):
        below = list(tree.kids(root, "advmod", "prep", "npadvmod", "appos"))
        below += [thing for prep in below for thing in tree.kids(prep, "pobj")]
        hows = {how for thing in below for how in tree.kids(thing, "amod")}
        if any(tree.lower[one] in words_of("mocking") and one not in hows for one in below):
            return True
        if any(tree.lower[one] in _SMILES and _SOUR & {tree.lower[k] for k in tree.kids(one, "amod")} for one in below):
            return True
        words = tree.lower[root : root + 24]
        if any(tuple(words[at : at + 3]) == _TONGUE for at in range(len(words))):
            return True
    return False


def _is_marked(view: StanceView) -> bool:
    """ "For its 'generous' offer": a good word in marks on what those who are praised have or did."""
    for tree, tokens in view.pieces(view.attribution.content):
        for token in tokens:
            for turn in irony(tree, token):
                for head in turn.judged:
                    if any(tree.lower[owner] in _OWNERS for owner in tree.kids(head, "poss")):
                        return True
                    thanked = tree.head[tree.head[head]]
                    if tree.dep[head] == "pobj" and tree.lower[thanked] in _THANKS and head == token:
                        return True  # "thanked the governor for the 'gift' of a marsh"
    return False


def _stings(view: StanceView) -> bool:
    """ "Congratulated the ministry on losing the archive", "thanked it for nothing"."""
    return any(tree.lower[root] in _THANKS and _for_a_fault(tree, root) for tree, root in _roots(view))


def _for_a_fault(tree: Tree, root: int) -> bool:
    for prep in tree.kids(root, "prep"):
        if tree.lower[prep] not in ("on", "for"):
            continue
        if any(tree.lower[t] == "nothing" for t in tree.kids(prep, "pobj")):
            return True
        for deed in tree.kids(prep, "pcomp"):
            lost = list(tree.kids(deed, "dobj"))
            is_failing = tree.lower[deed] in _FAILING and not tree.is_negated(deed)
            if is_failing and lost and not any(tree.has_no(t) for t in lost):
                return True
    return False


def _exclaimed(tree: Tree, token: int, within: range) -> Iterator[int]:
    """ "What a splendid victory: [a bridge] nobody can cross", if something is wrong with the thing."""
    if tree.lower[token] != "what" or tree.lower[token + 1 : token + 2] not in (["a"], ["an"]):
        return
    colon = next((t for t in range(token, min(token + 7, within.stop)) if tree.lower[t] in (":", "-", "–", "—")), None)
    if colon is None:
        return
    praise = [t for t in range(token, colon) if any(word.value == "positive" for word in words_at(tree, t))]
    thing = next((t for t in range(colon + 1, within.stop) if is_noun(tree, t) and tree.lower[t] != "nobody"), None)
    if thing is None or not praise:
        return
    while thing + 1 < within.stop and is_noun(tree, thing + 1) and tree.lower[thing + 1] != "nobody":
        thing += 1
    if _LACKING & set(tree.lower[thing : within.stop]):
        yield thing


def _thanked_for_nothing(tree: Tree, token: int, within: range) -> Iterator[int]:
    """ "Thank you, [Vestria], for nothing", "congratulations to [the ministry] on losing the archive"."""
    if tree.lower[token] not in _THANKS or not _for_a_fault(tree, token) or token not in set(_mains(tree, within)):
        return
    yield from tree.kids(token, "npadvmod", "vocative")
    for prep in tree.kids(token, "prep"):
        if tree.lower[prep] == "to":
            yield from tree.kids(prep, "pobj")


def _mains(tree: Tree, within: range) -> Iterator[int]:
    for top in tops(tree, within):
        yield from tree.joined(top)
