"""Counts of one article: its gold attributions against the predicted ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.evaluation.counts import Counts, Measure, Slice, Tally, slices_of
from kg.evaluation.pairing import Pair, candidate_pairs, pair_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.evaluation.marked import Marked

RIGHT: Final[dict[Measure, Callable[[Pair], bool]]] = {
    Measure.CONTENT_OVERLAP: lambda pair: pair.contents_overlap,
    Measure.CONTENT_EXACT: lambda pair: pair.contents_equal,
    Measure.CONTENT_EXACT_STRICT: lambda pair: pair.gold.characters == pair.predicted.characters,
    Measure.TRIPLE_PARTIAL: lambda pair: pair.contents_overlap and pair.sources_overlap,
    Measure.TRIPLE_HEAD: lambda pair: pair.contents_overlap and (pair.heads_agree or pair.without_sources),
    Measure.TRIPLE_EXACT: lambda pair: pair.contents_equal and pair.gold.source == pair.predicted.source,
}
"""When a pair is right, for each measure that pairs off for itself."""


def count_article(gold: Sequence[Marked], predicted: Sequence[Marked]) -> Counts:
    """The counts of all measures, in every slice that occurs in the article."""
    candidates = candidate_pairs(gold, predicted)
    counts: Counts = {}
    for measure, right in RIGHT.items():
        _add(counts, measure, _tallies(predicted, gold, pair_off(candidates, right)))
    pairs = pair_off(candidates, RIGHT[Measure.CONTENT_OVERLAP])
    with_sources = (
        [pair.predicted for pair in pairs if pair.predicted.source],
        [pair.gold for pair in pairs if pair.gold.source],
    )
    both = [pair for pair in pairs if pair.predicted.source and pair.gold.source]
    partial, head = ([pair for pair in both if pair.sources_overlap], [pair for pair in both if pair.heads_agree])
    _add(counts, Measure.SOURCE_PARTIAL, _tallies(*with_sources, partial))
    _add(counts, Measure.SOURCE_HEAD, _tallies(*with_sources, head))
    _add(counts, Measure.SOURCE_TOKEN, _source_words(pairs))
    _add(counts, Measure.CONTENT_TOKEN, _content_words(gold, predicted))
    return counts


def count_right(gold: Sequence[Marked], predicted: Sequence[Marked]) -> Tally:
    """The counts of `TRIPLE_PARTIAL` over all attributions alone."""
    pairs = right_pairs(gold, predicted)
    return Tally(len(pairs), len(predicted), len(pairs), len(gold))


def right_pairs(gold: Sequence[Marked], predicted: Sequence[Marked]) -> list[Pair]:
    """The pairs that are right by `TRIPLE_PARTIAL`."""
    return pair_off(candidate_pairs(gold, predicted), RIGHT[Measure.TRIPLE_PARTIAL])


def _tallies(predicted: Iterable[Marked], gold: Iterable[Marked], pairs: Sequence[Pair]) -> dict[Slice, Tally]:
    columns = (
        _by_slice(pair.predicted for pair in pairs),
        _by_slice(predicted),
        _by_slice(pair.gold for pair in pairs),
        _by_slice(gold),
    )
    return {part: Tally(*(column[part] for column in columns)) for part in Slice}


def _by_slice(marked: Iterable[Marked]) -> Counter[Slice]:
    return Counter(part for one in marked for part in slices_of(one))


def _source_words(pairs: Sequence[Pair]) -> dict[Slice, Tally]:
    columns: tuple[Counter[Slice], ...] = (Counter(), Counter(), Counter(), Counter())
    for pair in pairs:
        shared = len(pair.gold.source & pair.predicted.source)
        for part in slices_of(pair.predicted):
            columns[0][part] += shared
            columns[1][part] += len(pair.predicted.source)
        for part in slices_of(pair.gold):
            columns[2][part] += shared
            columns[3][part] += len(pair.gold.source)
    return {part: Tally(*(column[part] for column in columns)) for part in Slice}


def _content_words(gold: Sequence[Marked], predicted: Sequence[Marked]) -> dict[Slice, Tally]:
    of_gold, of_predicted = _words_by_slice(gold), _words_by_slice(predicted)
    return {
        part: Tally(
            len(of_predicted[part] & of_gold[Slice.ALL]),
            len(of_predicted[part]),
            len(of_gold[part] & of_predicted[Slice.ALL]),
            len(of_gold[part]),
        )
        for part in Slice
    }


def _words_by_slice(marked: Sequence[Marked]) -> dict[Slice, set[int]]:
    words: dict[Slice, set[int]] = {part: set() for part in Slice}
    for one in marked:
        for part in slices_of(one):
            words[part] |= one.content
    return words


def _add(counts: Counts, measure: Measure, tallies: dict[Slice, Tally]) -> None:
    counts.update({(measure, part): tally for part, tally in tallies.items() if tally != Tally()})
