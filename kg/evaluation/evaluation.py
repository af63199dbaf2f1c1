"""Everything that is measured of one set of predictions against gold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.evaluation.calibration import Judged, Reliability, reliability
from kg.evaluation.counts import Cell, Counts, Measure, Slice, Tally, total
from kg.evaluation.documents import confident, within_part
from kg.evaluation.kinds import Confusion, confusion
from kg.evaluation.marked import Marked, ScoredText, outermost
from kg.evaluation.mistakes import Mistake, mistakes_of
from kg.evaluation.scoring import count_article, count_right, right_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.evaluation.bootstrap import Difference, Rates, Resamples
    from kg.extract.annotations import AnnotatedArticle
    from kg.model import Article

THRESHOLDS: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""The least confidences for which the table of thresholds tells what is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How gold and predictions are compared."""

    outermost: bool = False
    """Drop predictions that lie inside another one's content: for gold that marks the outermost only."""
    threshold: float = 0.0
    """Drop predictions with less confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredArticle:
    """One article, ready to be compared."""

    article: Article
    text: ScoredText
    gold: tuple[Marked, ...]
    predicted: tuple[Marked, ...]
    offered: tuple[Marked, ...]
    """The predictions before inner ones were dropped; the same where none was to be dropped."""
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRecord:
    """How often one rule of an extractor was right."""

    rule: str
    predicted: int
    right: int
    confidence: float
    """Mean confidence that it gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The figures of one set of predictions."""

    articles: tuple[ScoredArticle, ...]
    counts: Counts
    """Over all articles together."""
    titles: bool
    """True if titles were scored: where gold marks at least one attribution in a title."""
    kinds: Confusion | None
    """None where gold or the predictions tell no kinds."""
    reliability: Reliability | None
    """None where the predictions carry no confidence (all are 1)."""
    thresholds: tuple[tuple[float, Tally], ...] = ()
    """Least confidence, and the counts of `triple_partial` without the predictions below. Empty where there is none."""
    rules: tuple[RuleRecord, ...] = ()
    """The most used first."""
    intervals: Mapping[Cell, Rates] = field(default_factory=dict)
    """Empty where no resampling was asked for."""

    def tally(self, measure: Measure, part: Slice = Slice.ALL) -> Tally:
        """The counts of a measure in a slice."""
        return self.counts.get((measure, part), Tally())

    def mistakes(self) -> Iterator[Mistake]:
        """Every difference from gold, article by article."""
        for one in self.articles:
            yield from mistakes_of(one.article, one.text, one.gold, one.predicted)


def evaluate(
    gold: Sequence[AnnotatedArticle],
    predicted: Sequence[AnnotatedArticle],
    options: Options | None = None,
    *,
    resamples: Resamples | None = None,
) -> Evaluation:
    """Compare predictions with gold, article by article.

    Args: predicted: runs parallel to `gold`, on the same articles.
    Raises: ValueError: the two differ in length.
    """
    options = options or Options()
    titles = any(span.string == "title" for one in gold for found in one.attributions for span in found.content)
    scored = tuple(
        _scored(wanted, found, options, titles=titles) for wanted, found in zip(gold, predicted, strict=True)
    )
    sides = [(one.gold, one.predicted) for one in scored]
    judged = [entry for one in scored for entry in _judged(one)]
    has_confidence = any(one.attribution.confidence < 1.0 for one, _ in judged)
    documents = [one.counts for one in scored]
    return Evaluation(
        articles=scored,
        counts=total(documents),
        titles=titles,
        kinds=confusion(sides),
        reliability=reliability([Judged(one.attribution.confidence, right) for one, right in judged])
        if has_confidence
        else None,
        thresholds=_by_threshold(scored, options) if has_confidence else (),
        rules=_by_rule(judged),
        intervals={} if resamples is None else resamples.rates(documents),
    )


def compare(evaluation: Evaluation, other: Evaluation, resamples: Resamples) -> dict[Cell, Difference]:
    """F1 of the first less that of the other, on the same gold, with paired intervals."""
    return resamples.differences([one.counts for one in evaluation.articles], [one.counts for one in other.articles])


def _scored(gold: AnnotatedArticle, predicted: AnnotatedArticle, options: Options, *, titles: bool) -> ScoredArticle:
    text = ScoredText(gold.article, titles=titles)
    wanted = text.mark(gold)
    offered = text.mark(confident(within_part(gold, predicted), options.threshold))
    found = outermost(offered) if options.outermost else offered
    return ScoredArticle(
        article=gold.article,
        text=text,
        gold=tuple(wanted),
        predicted=tuple(found),
        offered=tuple(offered),
        counts=count_article(wanted, found),
    )


def _by_threshold(scored: Sequence[ScoredArticle], options: Options) -> tuple[tuple[float, Tally], ...]:
    table = []
    for threshold in (step for step in THRESHOLDS if step >= options.threshold):
        tally = Tally()
        for one in scored:
            kept = [found for found in one.offered if found.attribution.confidence >= threshold]
            tally += count_right(one.gold, outermost(kept) if options.outermost else kept)
        table.append((threshold, tally))
    return tuple(table)


def _judged(one: ScoredArticle) -> list[tuple[Marked, bool]]:
    """Each prediction, and whether it is right by `triple_partial`."""
    right = {pair.predicted for pair in right_pairs(one.gold, one.predicted)}
    return [(found, found in right) for found in one.predicted]


def _by_rule(judged: Iterable[tuple[Marked, bool]]) -> tuple[RuleRecord, ...]:
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for found, right in judged:
        by_rule[found.attribution.rule].append(Judged(found.attribution.confidence, right))
    return tuple(
        RuleRecord(
            rule=rule,
            predicted=len(ones),
            right=sum(one.right for one in ones),
            confidence=sum(one.confidence for one in ones) / len(ones),
        )
        for rule, ones in sorted(by_rule.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    )
