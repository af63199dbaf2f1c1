"""Things that a content judges though no rule says that it is about them: the network alone sees it.

Rules say what a clause is about by its shape, and shapes have no end. So the network is asked about the other nouns of
a content, too; it has to be surer of them than of a target that rules have found, and what it judges becomes a target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import About
from kg.statements.reading.phrases import is_noun, is_topical, name_range
from kg.statements.stance.bars import OVERLOOKED
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.learned import ask_about
from kg.statements.stance.ruling import OPPOSITE, stance_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution, Span, Stance, TargetId
    from kg.model.statements import Polarity
    from kg.statements.reading.sides import Side
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.learned import StanceNetwork
    from kg.statements.stance.rules import Judgement

_HEADING: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "dative"})
"""What the noun of a phrase is to others; those before it only describe, and what it is said to be is not meant."""
_JUDGING: Final = frozenset({"negative", "positive", "goal"})
"""Values of words that judge and so name no thing that is judged: "regret", "a mistake"."""


def overlooked(
    network: StanceNetwork,
    reading: Reading,
    attribution: Attribution,
    judgement: Judgement,
    about: tuple[About, ...],
    inner: tuple[Span, ...],
    side: Side,
) -> tuple[tuple[About, Stance], ...]:
    """Further targets of a statement, each with the stance to it, in text order.

    None where the words keep every view back, and none that goes against what the whole statement shows.
    """
    if judgement.is_silenced:
        return ()
    nouns = list(_nouns(reading, attribution, about, inner, side))
    answers = ask_about(network, reading, attribution, [place for _, _, place in nouns])
    found: dict[TargetId, tuple[About, Stance]] = {}
    known = {one.target for one in about}
    taken: set[tuple[int, int]] = set()
    for tree, token, place in nouns:
        polarity = _polarity(answers.get(place))
        if polarity is None or judgement.polarity == OPPOSITE[polarity] or _hangs_on(tree, token, taken):
            continue
        named = reading.name_topic(reading, tree, token)
        if named is None or named.target in known or named.target in found:
            continue
        taken.add((tree.start[token], token))
        one = About(target=named.target, evidence=named.span)
        found[named.target] = one, stance_of(one, polarity, answers[place][polarity])
    return tuple(found.values())


def _polarity(answer: dict[Polarity, float] | None) -> Polarity | None:
    if answer is None:
        return None
    return next((polarity for polarity, bar in OVERLOOKED.items() if answer[polarity] >= bar), None)


def _hangs_on(tree: Tree, token: int, taken: set[tuple[int, int]]) -> bool:
    """True for the noun of a phrase with "of", "in" ... behind a noun that is taken: that one names the whole."""
    head = tree.head[token]
    while tree.dep[head] == "prep" and tree.head[head] != head:
        head = tree.head[head]
        if (tree.start[head], head) in taken:
            return True
        head = tree.head[head] if tree.dep[head] == "pobj" else head
    return False


def _nouns(
    reading: Reading, attribution: Attribution, about: tuple[About, ...], inner: tuple[Span, ...], side: Side
) -> Iterator[tuple[Tree, int, tuple[int, int]]]:
    """Nouns of a content, with the shadow ranges of their names, that no target names and nobody else speaks of."""
    shown = [reading.source.locate(one.evidence) for one in about if one.evidence.string == reading.source.name]
    others = [reading.source.locate(span) for span in inner if span.string == reading.source.name]
    for tree, tokens in reading.pieces(attribution.content):
        for token in tokens:
            if not is_noun(tree, token) or tree.dep[token] not in _HEADING or not is_topical(tree, token):
                continue
            place = tree.start[token]
            if reading.naming(tree, token) is not None or side.has(tree, token) or place in reading.places:
                continue
            if any(word.value in _JUDGING for word in words_at(tree, token)):
                continue
            first, last = name_range(tree, token, tokens)
            start, end = tree.start[first], reading.whole(place, tree.end[last - 1])
            if any(s < end and start < e for s, e in shown) or any(s <= place < e for s, e in others):
                continue
            yield tree, token, (start, end)
