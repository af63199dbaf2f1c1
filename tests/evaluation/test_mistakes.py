"""Every difference from gold, with its cause and its passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation import Cause, Measure, Mistake, evaluate
from kg.evaluation.passages import LONGEST, shortened
from kg.extract.annotations import AnnotatedArticle
from kg.model import Article, Attribution, Kind, Span
from tests.evaluation.made import ENVOY, GOLD, OFFICIALS, REPORTED, TEXT, TILLER, annotated, attribution


def mistakes(*predicted: Attribution, gold: AnnotatedArticle = GOLD) -> list[Mistake]:
    return list(evaluate([gold], [annotated(*predicted)]).mistakes())


@pytest.mark.parametrize(
    ("predicted", "cause", "counted"),
    [
        (attribution("Officials", "told", "“We will leave,”"), Cause.SOURCE_WRONG, True),
        (attribution(None, "told", "“We will leave,”"), Cause.SOURCE_MISSING, True),
        (attribution("the envoy of Estmark", "told", "leave"), Cause.CONTENT_BOUNDARY, True),
        (attribution("the envoy of Estmark", "told", "We will"), Cause.CONTENT_BOUNDARY, False),
        (attribution("envoy of Estmark", "told", "“We will leave,”"), Cause.SOURCE_BOUNDARY, False),
        (replace(ENVOY, kind=Kind.ATTITUDE), Cause.KIND_WRONG, False),
    ],
)
def test_a_pair_that_differs_has_a_cause(predicted: Attribution, cause: Cause, counted: bool) -> None:
    (found,) = mistakes(TILLER, predicted, OFFICIALS, REPORTED)
    assert (found.cause, found.counted) == (cause, counted)
    assert found.gold is not None
    assert found.predicted is not None
    assert found.spans == ENVOY.content


def test_a_source_where_gold_names_nobody_is_wrong() -> None:
    (found,) = mistakes(TILLER, ENVOY, OFFICIALS, attribution("Officials", "It was reported", "that talks failed"))
    assert found.cause is Cause.SOURCE_WRONG


def test_what_is_only_in_gold_was_missed_and_what_is_only_predicted_is_spurious() -> None:
    found = mistakes(ENVOY, OFFICIALS, REPORTED, gold=annotated(TILLER, ENVOY, OFFICIALS))
    assert [(one.cause, one.gold is None, one.predicted is None) for one in found] == [
        (Cause.MISSED, False, True),
        (Cause.SPURIOUS, True, False),
    ]


def test_an_attribution_in_its_right_pair_is_not_blamed_for_another_one() -> None:
    # The second prediction shares the content, but the right one is taken first.
    found = mistakes(attribution("Officials", "said", "the lamp was broken"), TILLER, ENVOY, OFFICIALS, REPORTED)
    assert [one.cause for one in found] == [Cause.SPURIOUS]


def test_the_passage_shows_the_marks_in_the_words_around_them() -> None:
    (found,) = mistakes(TILLER, OFFICIALS, REPORTED)
    assert found.gold is not None
    assert [(words, role) for words, role in found.gold.passage if role] == [
        ("“We will leave,”", "content"),
        ("the envoy of Estmark", "source"),
        ("told", "cue"),
    ]
    shown = "".join(words for words, _ in found.gold.passage)
    assert shown in TEXT
    assert not TEXT[TEXT.index(shown) - 1 : TEXT.index(shown)].isalnum()


def test_a_very_long_piece_is_shown_without_its_middle() -> None:
    ((shown, role),) = shortened([("a" * 3000 + "b" * 3000, "content")])
    assert role == "content"
    assert len(shown) < LONGEST + 10
    assert (shown[0], shown[-1]) == ("a", "b")


MIXED_TEXT = "Él said “wait” 😀 and\r\n\r\nthe e\u0301lan \u200fof “Norland” told: no. She left, he hopes, at noon."
SPANS = st.tuples(st.integers(0, len(MIXED_TEXT) - 1), st.integers(1, 25)).map(
    lambda pair: Span(pair[0], min(len(MIXED_TEXT), pair[0] + pair[1]))
)
FIELD = st.lists(SPANS, max_size=2).map(lambda spans: tuple(sorted(spans)))
ATTRIBUTIONS = st.lists(
    st.builds(Attribution, source=FIELD, cue=FIELD, content=st.tuples(SPANS), rule=st.just("drawn")), max_size=5
).map(tuple)


@given(ATTRIBUTIONS, ATTRIBUTIONS)
def test_the_list_agrees_with_the_figures_whatever_the_spans(
    gold: tuple[Attribution, ...], predicted: tuple[Attribution, ...]
) -> None:
    article = Article(id="drawn", text=MIXED_TEXT)
    evaluation = evaluate([AnnotatedArticle(article, gold)], [AnnotatedArticle(article, predicted)])
    found = list(evaluation.mistakes())
    tally = evaluation.tally(Measure.TRIPLE_PARTIAL)
    assert sum(one.counted for one in found if one.gold) == tally.gold - tally.right_gold
    assert sum(one.counted for one in found if one.predicted) == tally.predicted - tally.right_predicted
    for one in found:
        for side in (one.gold, one.predicted):
            if side is not None:
                assert "".join(words for words, _ in side.passage) in MIXED_TEXT
                assert side.content == tuple(article.cut(span) for span in side.marked.attribution.content)
