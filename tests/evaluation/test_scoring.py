"""What the measures mean, on a text of four attributions."""

from __future__ import annotations

import pytest

from kg.evaluation import Measure, Options, Slice, evaluate
from kg.evaluation.counts import Tally
from kg.extract.annotations import AnnotatedArticle
from kg.model import Article, Attribution, Span
from tests.evaluation.made import ENVOY, GOLD, OFFICIALS, REPORTED, TEXT, TILLER, annotated, attribution


def tally(*predicted: Attribution, measure: Measure, part: Slice = Slice.ALL, options: Options | None = None) -> Tally:
    return evaluate([GOLD], [annotated(*predicted)], options).tally(measure, part)


@pytest.mark.parametrize("measure", Measure)
def test_gold_against_itself_is_perfect_in_every_slice(measure: Measure) -> None:
    evaluation = evaluate([GOLD], [GOLD])
    scores = [found for (one, _), found in evaluation.counts.items() if one is measure]
    assert {(found.precision, found.recall, found.f1) for found in scores} == {(1.0, 1.0, 1.0)}
    assert list(evaluation.mistakes()) == []


def test_nothing_predicted_scores_nothing() -> None:
    found = tally(measure=Measure.TRIPLE_PARTIAL)
    assert (found.precision, found.recall, found.f1, found.gold) == (0.0, 0.0, 0.0, 4)


def test_attributions_are_counted_by_quotation_marks_and_by_cue() -> None:
    evaluation = evaluate([GOLD], [GOLD])
    counted = {part.value: evaluation.tally(Measure.TRIPLE_PARTIAL, part).gold for part in Slice}
    assert counted == {
        "all": 4, "reported": 3, "speech": 3, "according": 0, "mark": 0, "other": 1,
        "direct": 1, "mixed": 1, "indirect": 2,
    }  # fmt: skip


def test_marks_at_the_edges_matter_to_the_strict_measure_only() -> None:
    bare = attribution("the envoy of Estmark", "told", "We will leave")
    assert tally(bare, measure=Measure.CONTENT_EXACT).right_gold == 1
    assert tally(bare, measure=Measure.CONTENT_EXACT_STRICT).right_gold == 0


@pytest.mark.parametrize(
    ("content", "right"),
    [("lamp was broken", True), ("was broken", True), ("broken", False)],
    ids=["3/4", "2/4", "1/4"],
)
def test_contents_agree_in_part_from_half_of_the_words_on(content: str, right: bool) -> None:
    found = attribution("Harbour Master Jon Tiller", "said", content)
    assert tally(found, measure=Measure.TRIPLE_PARTIAL).right_gold == right
    assert tally(found, measure=Measure.TRIPLE_EXACT).right_gold == 0


def test_a_name_alone_has_the_head_but_not_half_of_the_source() -> None:
    head = attribution("Tiller", "said", "the lamp was broken")
    assert tally(head, measure=Measure.TRIPLE_PARTIAL).right_gold == 0
    assert tally(head, measure=Measure.TRIPLE_HEAD).right_gold == 1
    assert tally(head, measure=Measure.SOURCE_TOKEN) == Tally(1, 1, 1, 4)


def test_two_missing_sources_agree_and_a_missing_one_agrees_with_no_other() -> None:
    nobody = attribution(None, "said", "the lamp was broken")
    assert tally(REPORTED, measure=Measure.TRIPLE_PARTIAL).precision == 1.0
    assert tally(nobody, measure=Measure.TRIPLE_PARTIAL).precision == 0.0
    assert tally(nobody, measure=Measure.SOURCE_PARTIAL) == Tally(0, 0, 0, 1)


def test_an_attribution_found_twice_costs_precision() -> None:
    assert tally(TILLER, TILLER, measure=Measure.TRIPLE_PARTIAL).precision == 0.5


def test_precision_goes_by_the_predicted_mode_and_recall_by_that_of_gold() -> None:
    part = attribution("Officials", "called", "“a bold step”")
    assert tally(part, measure=Measure.TRIPLE_PARTIAL, part=Slice.DIRECT) == Tally(1, 1, 0, 1)
    assert tally(part, measure=Measure.TRIPLE_PARTIAL, part=Slice.MIXED) == Tally(0, 0, 1, 1)


def test_words_of_contents_are_counted_without_pairing() -> None:
    found = attribution("Officials", "told", "lamp was broken", "bold step", text=TEXT)
    assert tally(found, measure=Measure.CONTENT_TOKEN) == Tally(5, 5, 5, 4 + 3 + 6 + 3)


def test_inner_predictions_are_dropped_on_demand() -> None:
    outer = attribution("Officials", "called", "it “a bold step” for trade", "It was reported that talks failed")
    for options, predicted in ((Options(), 2), (Options(outermost=True), 1)):
        assert tally(outer, REPORTED, measure=Measure.TRIPLE_PARTIAL, options=options).predicted == predicted


def test_predictions_below_the_threshold_are_dropped() -> None:
    unsure = attribution("Officials", "called", "it “a bold step” for trade", confidence=0.3)
    kept = tally(TILLER, unsure, measure=Measure.TRIPLE_PARTIAL, options=Options(threshold=0.31))
    assert (kept.predicted, kept.precision) == (1, 1.0)
    assert tally(TILLER, unsure, measure=Measure.TRIPLE_PARTIAL, options=Options(threshold=0.3)).predicted == 2


def test_only_the_annotated_part_counts() -> None:
    end = TEXT.index("Officials")
    gold = annotated(TILLER, ENVOY, part=(0, end))
    found = evaluate([gold], [annotated(TILLER, ENVOY, OFFICIALS, REPORTED)])
    assert found.tally(Measure.TRIPLE_PARTIAL) == Tally(2, 2, 2, 2)


def test_titles_count_where_gold_marks_some_and_else_not() -> None:
    title = "Tiller: lamp broken"
    headline = Attribution(source=(Span(0, 6, "title"),), cue=(), content=(Span(8, 19, "title"),), rule="colon")
    predicted = annotated(headline, TILLER, title=title)
    without = evaluate([annotated(TILLER, title=title)], [predicted])
    assert (without.titles, without.tally(Measure.TRIPLE_PARTIAL)) == (False, Tally(1, 1, 1, 1))
    within = evaluate([predicted], [predicted])
    assert (within.titles, within.tally(Measure.TRIPLE_EXACT)) == (True, Tally(2, 2, 2, 2))


def test_an_attribution_without_a_word_of_content_does_not_count() -> None:
    empty = Attribution(source=(), cue=(), content=(Span(0, 1),), rule="made")
    dots = AnnotatedArticle(Article(id="dots", text="... . ..."), (empty,))
    assert evaluate([dots], [dots]).counts == {}


def test_gold_and_predictions_have_to_run_parallel() -> None:
    with pytest.raises(ValueError, match="shorter"):
        evaluate([GOLD], [])


def test_rules_are_told_with_their_share_of_right_answers() -> None:
    sure = attribution("Harbour Master Jon Tiller", "said", "the lamp was broken", rule="verb", confidence=0.9)
    wrong = attribution("Officials", "said", "“We will leave,”", rule="verb", confidence=0.5)
    (record,) = evaluate([GOLD], [annotated(sure, wrong)]).rules
    assert (record.rule, record.predicted, record.right) == ("verb", 2, 1)
    assert record.confidence == pytest.approx(0.7)
