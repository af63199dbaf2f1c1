"""The table of the four kinds."""

from __future__ import annotations

from dataclasses import replace

from kg.evaluation import evaluate
from kg.extract.annotations import AnnotatedArticle
from kg.model import Kind
from tests.evaluation.made import ENVOY, GOLD, OFFICIALS, REPORTED, TILLER, annotated


def test_kinds_are_compared_where_contents_match() -> None:
    gold = annotated(TILLER, replace(OFFICIALS, kind=Kind.ATTITUDE), replace(REPORTED, kind=Kind.NON_ASSERTION))
    predicted = annotated(TILLER, OFFICIALS, replace(ENVOY, kind=Kind.SECOND_HAND))
    kinds = evaluate([gold], [predicted]).kinds
    assert kinds is not None
    assert kinds.matched == {(Kind.STATEMENT, Kind.STATEMENT): 1, (Kind.ATTITUDE, Kind.STATEMENT): 1}
    assert (kinds.missed, kinds.spurious) == ({Kind.NON_ASSERTION: 1}, {Kind.SECOND_HAND: 1})
    assert kinds.accuracy == 0.5


def test_a_source_that_is_wrong_does_not_keep_kinds_from_being_compared() -> None:
    kinds = evaluate([annotated(TILLER)], [annotated(replace(TILLER, source=()))]).kinds
    assert kinds is not None
    assert kinds.accuracy == 1.0


def test_gold_or_predictions_without_kinds_have_no_table() -> None:
    unmarked = AnnotatedArticle(GOLD.article, GOLD.attributions, unmarked=frozenset(range(4)))
    assert evaluate([unmarked], [GOLD]).kinds is None
    assert evaluate([GOLD], [unmarked]).kinds is None


def test_attributions_of_unknown_kind_are_left_out() -> None:
    partly = AnnotatedArticle(GOLD.article, GOLD.attributions, unmarked=frozenset({0}))
    kinds = evaluate([partly], [GOLD]).kinds
    assert kinds is not None
    assert sum(kinds.matched.values()) == 3


def test_no_match_at_all_is_no_accuracy() -> None:
    kinds = evaluate([annotated(TILLER)], [annotated(ENVOY)]).kinds
    assert kinds is not None
    assert (kinds.matched, kinds.accuracy) == ({}, 0.0)
