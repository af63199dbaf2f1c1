"""Every difference between gold and predictions, one by one, to be read and learnt from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.evaluation.counts import Measure
from kg.evaluation.pairing import FLOOR, Pair, candidate_pairs, jaccard, pair_off
from kg.evaluation.passages import Window, marked_passage, window_around
from kg.evaluation.scoring import RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluation.marked import Marked, ScoredText
    from kg.evaluation.passages import Piece
    from kg.model import Article, Span


class Cause(StrEnum):
    """What went wrong, the worst first."""

    MISSED = "missed"
    """Nothing was predicted that shares a word of the content."""
    SPURIOUS = "spurious"
    """Predicted where gold has nothing that shares a word of the content."""
    SOURCE_WRONG = "source wrong"
    """The content is right, but it is ascribed to somebody else, or to somebody where gold names nobody."""
    SOURCE_MISSING = "source missing"
    """The content is right, but nobody was found who said it."""
    CONTENT_BOUNDARY = "content boundary"
    """The contents share words, but not the same ones; counted as wrong where they share less than half."""
    SOURCE_BOUNDARY = "source boundary"
    """Content right, the sources share at least half of their words, but not the same ones."""
    KIND_WRONG = "kind wrong"
    """Content and source right, but the kind is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One attribution of a mistake, gold or predicted."""

    marked: Marked
    passage: tuple[Piece, ...]
    """The text around both sides, with the marks of this one."""
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One difference. At least one of `gold` and `predicted` is there."""

    cause: Cause
    article: Article
    spans: tuple[Span, ...]
    """Where to look: the content spans of gold, else of the prediction."""
    gold: Side | None = None
    predicted: Side | None = None
    overlap: float = 0.0
    """Jaccard index of the two contents; 0 where one is missing."""
    counted: bool = True
    """False for a difference that `triple_partial` forgives."""


def mistakes_of(
    article: Article, text: ScoredText, gold: Sequence[Marked], predicted: Sequence[Marked]
) -> list[Mistake]:
    """The mistakes of one article, in the order of the text.

    Pairs that are right by `triple_partial` are taken first, so the counted mistakes are what that measure charges;
    then, of what is left, pairs whose contents overlap, then pairs that share a word of content at all.
    """
    free = candidate_pairs(gold, predicted)
    alone = {*gold, *predicted}
    found: list[tuple[int, Mistake]] = []
    for right in (RIGHT[Measure.TRIPLE_PARTIAL], RIGHT[Measure.CONTENT_OVERLAP], _share_a_word):
        for pair in pair_off(free, right):
            alone -= {pair.gold, pair.predicted}
            cause = _cause(pair)
            if cause is not None:
                found.append((min(pair.gold.content), _mistake(article, text, cause, pair.gold, pair.predicted)))
        free = [pair for pair in free if pair.gold in alone and pair.predicted in alone]
    for one in gold:
        if one in alone:
            found.append((min(one.content), _mistake(article, text, Cause.MISSED, one, None)))
    for one in predicted:
        if one in alone:
            found.append((min(one.content), _mistake(article, text, Cause.SPURIOUS, None, one)))
    return [mistake for _, mistake in sorted(found, key=lambda entry: entry[0])]


def _share_a_word(pair: Pair) -> bool:
    return pair.content > 0


def _mistake(
    article: Article, text: ScoredText, cause: Cause, gold: Marked | None, predicted: Marked | None
) -> Mistake:
    sides = [one for one in (gold, predicted) if one is not None]
    window = window_around(text, [one.attribution for one in sides])
    overlap = jaccard(gold.content, predicted.content) if gold and predicted else 0.0
    right = gold is not None and predicted is not None and overlap >= FLOOR
    return Mistake(
        cause=cause,
        article=article,
        spans=sides[0].attribution.content,
        gold=None if gold is None else _side(article, text, window, gold),
        predicted=None if predicted is None else _side(article, text, window, predicted),
        overlap=overlap,
        counted=not right or cause in (Cause.SOURCE_WRONG, Cause.SOURCE_MISSING),
    )


def _side(article: Article, text: ScoredText, window: Window, marked: Marked) -> Side:
    attribution = marked.attribution
    return Side(
        marked=marked,
        passage=marked_passage(text, window, attribution),
        source=tuple(map(article.cut, attribution.source)),
        cue=tuple(map(article.cut, attribution.cue)),
        content=tuple(map(article.cut, attribution.content)),
    )


def _cause(pair: Pair) -> Cause | None:
    """The worst difference of a pair, None if there is none."""
    if not pair.contents_overlap:
        return Cause.CONTENT_BOUNDARY
    if not pair.sources_overlap:
        return Cause.SOURCE_WRONG if pair.predicted.source else Cause.SOURCE_MISSING
    if not pair.contents_equal:
        return Cause.CONTENT_BOUNDARY
    if pair.gold.source != pair.predicted.source:
        return Cause.SOURCE_BOUNDARY
    kinds = {pair.gold.kind, pair.predicted.kind} - {None}
    return Cause.KIND_WRONG if len(kinds) > 1 else None
