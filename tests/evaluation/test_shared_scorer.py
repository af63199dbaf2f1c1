"""The same counts as the scorer with which the published figures were made, to the last one."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import read_sources
from kg.evaluation import Measure, Options, Slice, evaluate, read_gold
from kg.evaluation.running import predict
from kg.extract.annotations import AnnotatedArticle
from kg.extract.rules import RulesExtractor
from kg.model import Article, Attribution, Span
from tests.integration.shared_data import NEWS, SHARED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

SCORER = SHARED / "bench" / "score_attributions.py"
POLNEAR = SHARED / "bench" / "polnear" / "dev.jsonl.gz"
OWN_GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold" / "attributions.jsonl"

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer does not lie beside this checkout")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attributions", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raw(annotated: AnnotatedArticle) -> list[dict[str, object]]:
    """As the scorer reads them; it knows no titles."""

    def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans if span.string == "text"]

    return [
        {"source": offsets(one.source) or None, "cue": offsets(one.cue), "content": offsets(one.content)}
        for one in annotated.attributions
    ]


def assert_same_counts(
    scorer: Any, gold: Sequence[AnnotatedArticle], predicted: Sequence[AnnotatedArticle], *, outermost: bool
) -> None:
    evaluation = evaluate(gold, predicted, Options(outermost=outermost))
    theirs = scorer.total(
        scorer.score_document(one.article.text, raw(one), raw(found), outermost)
        for one, found in zip(gold, predicted, strict=True)
    )
    different = {}
    for (measure, part), cell in theirs.items():
        tally = evaluation.tally(Measure(measure), Slice(part.removeprefix("cue ")))
        ours = [tally.right_predicted, tally.predicted, tally.right_gold, tally.gold]
        if ours != cell:
            different[measure, part] = (cell, ours)
    assert theirs
    assert different == {}


@pytest.mark.parametrize("outermost", [True, False])
@pytest.mark.skipif(not POLNEAR.is_file(), reason="PolNeAR does not lie beside this checkout")
def test_counts_on_american_campaign_news_are_those_of_the_scorer(
    scorer: ModuleType, outermost: bool, tmp_path: Path
) -> None:
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
        sample = [json.loads(line) for _, line in zip(range(12), lines, strict=False)]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in sample), "utf-8")
    gold, errors = read_gold(path)
    assert errors == ()
    found = predict(RulesExtractor(), gold)
    assert found.errors == ()
    assert_same_counts(scorer, gold, found.articles, outermost=outermost)


@pytest.mark.skipif(not NEWS.is_file(), reason="the licensed articles do not lie beside this checkout")
def test_counts_on_the_projects_own_gold_are_those_of_the_scorer(scorer: ModuleType) -> None:
    gold, errors = read_gold(OWN_GOLD, articles=NEWS)
    assert errors == ()
    assert len(gold) == sum(1 for _ in OWN_GOLD.open(encoding="utf-8"))
    assert len(gold) <= sum(isinstance(one, Article) for one in read_sources([NEWS]))
    found = predict(RulesExtractor(), gold)
    assert_same_counts(scorer, gold, found.articles, outermost=False)


TEXT = (
    "Él said “wait, now” 😀 and\r\n\nthe envoy of “Norland” told (him): no. She, the “clerk, hopes so.\n"
    "According to U.N. law 1,700"
)
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)
FIELD = st.lists(SPANS, max_size=2).map(tuple)
ATTRIBUTIONS = st.lists(
    st.builds(Attribution, source=FIELD, cue=FIELD, content=FIELD, rule=st.just("drawn")), max_size=6
).map(tuple)


@settings(max_examples=100, deadline=None)
@given(gold=ATTRIBUTIONS, predicted=ATTRIBUTIONS, outermost=st.booleans())
def test_counts_are_those_of_the_scorer_whatever_the_spans(
    scorer: ModuleType, gold: tuple[Attribution, ...], predicted: tuple[Attribution, ...], outermost: bool
) -> None:
    article = Article(id="drawn", text=TEXT)
    evaluation = [AnnotatedArticle(article, one) for one in (gold, predicted)]
    theirs = scorer.score_document(TEXT, raw(evaluation[0]), raw(evaluation[1]), outermost)
    if any(any(cell) for cell in theirs.values()):
        assert_same_counts(scorer, evaluation[:1], evaluation[1:], outermost=outermost)
