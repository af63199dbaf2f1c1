"""An extractor run over gold articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import ReadingFailed
from kg.evaluation import Measure, evaluate
from kg.evaluation.running import predict
from kg.text import TextReader
from tests.evaluation.made import TEXT, TILLER, annotated

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.text import AnnotatedText


class Told:
    """Finds what it was told to find, and fails on articles with a given id."""

    name = "told"
    version = "7"

    def __init__(self, failing: str = "") -> None:
        self.failing = failing

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        if text.article.id is not None and text.article.id == self.failing:
            raise ValueError("a text nobody thought of")
        return (TILLER,) if text.article.text == TEXT else ()


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader()


def test_the_extractor_is_named_and_timed_and_sees_no_annotation(reader: TextReader) -> None:
    gold = [annotated(name="a1", title="One"), annotated(name="a2")]
    done: list[str] = []
    found = predict(Told(), gold, reader=reader, on_article=done.append)
    assert (found.name, found.errors, done) == ("told 7", (), ["One", "a2"])
    assert [one.attributions for one in found.articles] == [(TILLER,), (TILLER,)]
    assert found.words_per_second is not None
    assert found.words_per_second > 0


def test_an_article_that_it_fails_on_counts_as_predicted_empty_and_the_rest_goes_on(reader: TextReader) -> None:
    gold = [annotated(TILLER, name="a1"), annotated(TILLER, name="a2")]
    found = predict(Told(failing="a1"), gold, reader=reader)
    (error,) = found.errors
    assert isinstance(error, ReadingFailed)
    assert "a1" in str(error)
    tally = evaluate(gold, found.articles).tally(Measure.TRIPLE_EXACT)
    assert (tally.predicted, tally.right_gold, tally.gold) == (1, 1, 2)
