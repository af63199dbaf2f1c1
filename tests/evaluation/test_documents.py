"""Gold and predictions from files, joined article by article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kg.errors import AnnotationMismatch, MalformedRecord
from kg.evaluation import Measure, evaluate, read_gold, read_predictions
from tests.evaluation.made import ENVOY, TEXT, TILLER

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Attribution

Record = dict[str, object]


def entry(attribution: Attribution) -> Record:
    return {
        name: [[span.start, span.end] for span in getattr(attribution, name)] for name in ("source", "cue", "content")
    }


def record(name: str, *attributions: Attribution, **others: object) -> Record:
    return {"id": name, "attributions": [entry(one) for one in attributions], **others}


def written(path: Path, *records: Record | str) -> Path:
    lines = (one if isinstance(one, str) else json.dumps(one) for one in records)
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    return written(
        tmp_path / "gold.jsonl", record("a1", TILLER, ENVOY, text=TEXT), record("a2", TILLER, text=TEXT + " Later.")
    )


def test_predictions_without_text_find_their_gold_article(gold_file: Path, tmp_path: Path) -> None:
    gold, errors = read_gold(gold_file)
    found = read_predictions(written(tmp_path / "p.jsonl", record("a2", TILLER), record("a1", TILLER)), gold)
    assert (errors, found.errors, found.missing, found.foreign) == ((), (), 0, ())
    assert [one.article for one in found.articles] == [one.article for one in gold]
    tally = evaluate(gold, found.articles).tally(Measure.TRIPLE_EXACT)
    assert (tally.precision, tally.gold) == (1.0, 3)


def test_a_broken_gold_line_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path / "g.jsonl", record("a1", TILLER, text=TEXT), "{broken", record("a2", ENVOY, text=TEXT))
    gold, errors = read_gold(path)
    assert [one.article.id for one in gold] == ["a1", "a2"]
    assert [error.line for error in errors] == [2]


def test_an_article_that_stands_twice_counts_once_and_is_told(gold_file: Path, tmp_path: Path) -> None:
    twice = written(tmp_path / "g.jsonl", record("a1", TILLER, text=TEXT), record("a1", ENVOY, text=TEXT))
    gold, (error,) = read_gold(twice)
    assert (len(gold), type(error), error.record) == (1, MalformedRecord, "a1")
    wanted, _ = read_gold(gold_file)
    found = read_predictions(written(tmp_path / "p.jsonl", record("a1", TILLER), record("a1", ENVOY)), wanted)
    assert [error.line for error in found.errors] == [2]
    assert found.articles[0].attributions[0].source == TILLER.source


def test_gold_without_predictions_counts_as_nothing_found(gold_file: Path, tmp_path: Path) -> None:
    gold, _ = read_gold(gold_file)
    found = read_predictions(written(tmp_path / "p.jsonl", record("a1", TILLER)), gold)
    assert found.missing == 1
    assert evaluate(gold, found.articles).tally(Measure.TRIPLE_EXACT).gold == 3


def test_predictions_for_other_articles_are_left_out_and_named(gold_file: Path, tmp_path: Path) -> None:
    gold, _ = read_gold(gold_file)
    predicted = written(tmp_path / "p.jsonl", record("a1", TILLER), record("a2"), record("a3", TILLER))
    found = read_predictions(predicted, gold)
    assert (found.foreign, found.missing, found.errors) == (("a3",), 0, ())


def test_predictions_made_on_another_text_are_an_error_of_that_article(gold_file: Path, tmp_path: Path) -> None:
    gold, _ = read_gold(gold_file)
    beyond: Record = {"id": "a2", "attributions": [{"content": [[0, 9999]]}]}
    found = read_predictions(written(tmp_path / "p.jsonl", record("a1", TILLER, text="x" + TEXT), beyond), gold)
    assert [type(error) for error in found.errors] == [AnnotationMismatch, AnnotationMismatch]
    assert [error.record for error in found.errors] == ["a1", "a2"]
    assert [one.attributions for one in found.articles] == [(), ()]


def test_gold_may_get_its_texts_from_a_file_of_articles(tmp_path: Path) -> None:
    gold_file = written(tmp_path / "gold.jsonl", record("a1", TILLER))
    articles = written(tmp_path / "articles.jsonl", {"id": "a1", "text": TEXT})
    gold, errors = read_gold(gold_file, articles=articles)
    assert errors == ()
    assert gold[0].article.cut(gold[0].attributions[0].source[0]) == "Harbour Master Jon Tiller"
