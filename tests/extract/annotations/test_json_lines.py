"""Annotations as JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import AnnotationMismatch, MalformedRecord
from kg.extract.annotations import AnnotatedArticle, read_annotations
from kg.extract.annotations.records import sha256_of
from kg.model import Kind, Mode, Span, Why
from tests.extract.annotations.made import TEXT, attribution, json_line_file, place, read_one, record, refusal, told

if TYPE_CHECKING:
    from pathlib import Path


def test_a_record_gives_its_article_and_its_attributions(tmp_path: Path) -> None:
    annotated = read_one(json_line_file(tmp_path, record(title="Ferries stop", publisher="Courier", date="2025-05-06")))
    assert (annotated.article.id, annotated.article.text, annotated.article.title) == ("ferries", TEXT, "Ferries stop")
    assert (annotated.article.publisher, annotated.article.published) == ("Courier", "2025-05-06")
    assert told(annotated) == [(["Ilse Harrow"], ["said"], ["the ferries would stop"])]
    assert annotated.attributions[0].rule == "jsonl"
    assert annotated.unmarked == {0}


def test_everything_that_an_attribution_may_say_is_read(tmp_path: Path) -> None:
    outer = attribution(kind="Statement", mode="mixed", quotes=[list(place("ferries"))], cue_lemma="say")
    inner = attribution(
        source=None, kind="NonAssertion", why="denied", outer=0, rule="verb-clause", confidence=0.5,
        addressee=[list(place("reporters"))], target=[list(place("Valdoria"))], when=[[0, 1]], medium=[[2, 3]],
    )  # fmt: skip
    first, second = read_one(json_line_file(tmp_path, record(attributions=[outer, inner]))).attributions
    assert (first.mode, first.quotes, first.cue_lemma) == (Mode.MIXED, (Span(*place("ferries")),), "say")
    assert (second.source, second.kind, second.why, second.outer) == ((), Kind.NON_ASSERTION, Why.DENIED, 0)
    assert (second.rule, second.confidence, second.medium, second.when) == (
        "verb-clause",
        0.5,
        Span(2, 3),
        (Span(0, 1),),
    )


def test_attributions_of_the_title_count_in_the_title_and_come_first(tmp_path: Path) -> None:
    inside = {"source": None, "cue": [], "content": [[8, 12]], "kind": "Statement"}
    line = record(title="Norland stop", title_attributions=[inside], attributions=[attribution(outer=None)])
    annotated = read_one(json_line_file(tmp_path, line))
    assert [one.content[0].string for one in annotated.attributions] == ["title", "text"]
    assert told(annotated)[0][2] == ["stop"]
    assert annotated.unmarked == {1}


def test_content_may_be_missing_and_spans_that_overlap_are_one(tmp_path: Path) -> None:
    line = record(attributions=[attribution(content=None), attribution(content=[[8, 12], [0, 5], [3, 9]])])
    first, second = read_one(json_line_file(tmp_path, line)).attributions
    assert first.content == ()
    assert second.content == (Span(0, 12),)


def test_a_record_without_text_is_joined_with_its_article(tmp_path: Path) -> None:
    line = record(text_sha256=sha256_of(TEXT))
    del line["text"]
    path = json_line_file(tmp_path, line)
    assert "no text" in refusal(path)
    texts = tmp_path / "texts"
    texts.mkdir()
    articles = json_line_file(texts, {"id": "other", "text": "Other."}, {"id": "ferries", "text": TEXT})
    (annotated,) = read_annotations(path, articles=articles)
    assert isinstance(annotated, AnnotatedArticle)
    assert told(annotated) == [(["Ilse Harrow"], ["said"], ["the ferries would stop"])]


def test_another_wording_of_the_article_is_refused_by_its_hash(tmp_path: Path) -> None:
    path = json_line_file(tmp_path, record(text_sha256=sha256_of(TEXT + " ")))
    (error,) = read_annotations(path)
    assert isinstance(error, AnnotationMismatch)
    assert "another wording" in str(error)


def test_a_part_that_was_annotated_is_kept(tmp_path: Path) -> None:
    assert read_one(json_line_file(tmp_path, record(range=[0, 70]))).part == (0, 70)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"content": [[5, 5]]}, '"content" should hold [start, end]'),
        ({"content": [[9, 2]]}, "[9, 2]"),
        ({"content": [[-1, 4]]}, "[-1, 4]"),
        ({"content": [[1.0, 4.0]]}, "[1.0, 4.0]"),
        ({"content": [[True, 4]]}, "[True, 4]"),
        ({"content": [["0", "4"]]}, "['0', '4']"),
        ({"content": [[0, 10**30]]}, "[start, end]"),
        ({"content": [0, 4]}, "an entry is 0"),
        ({"content": "0-4"}, "a list of [start, end]"),
        ({"kind": "Fact"}, "Statement, Attitude, SecondHand, NonAssertion"),
        ({"kind": 3}, '"kind" should be a string'),
        ({"why": "lie"}, "denied, not-said, hypothetical, asked"),
        ({"mode": "loud"}, "direct, indirect, mixed"),
        ({"outer": 1}, "there are 1 attributions"),
        ({"outer": -1}, "0 or more"),
        ({"outer": 0}, "in a circle"),
        ({"confidence": 2}, "a number from 0 to 1"),
        ({"confidence": "high"}, "a number from 0 to 1"),
        ({"confidence": [1]}, "a number from 0 to 1"),
    ],
)
def test_a_wrong_value_is_named_with_the_attribution_and_the_line(
    tmp_path: Path, changed: dict[str, object], words: str
) -> None:
    path = json_line_file(tmp_path, record(attributions=[attribution(**changed)]))
    (error,) = read_annotations(path)
    assert isinstance(error, MalformedRecord)
    assert (error.line, error.record) == (1, "ferries")
    assert words in str(error)


def test_an_offset_beyond_the_text_is_refused(tmp_path: Path) -> None:
    path = json_line_file(tmp_path, record(attributions=[attribution(source=[[0, len(TEXT) + 1]])]))
    assert "reaches beyond the text" in refusal(path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{broken", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "x", "text": "Words."}', 'no "attributions"'),
        ('{"id": "x", "text": "Words.", "attributions": {}}', '"attributions" should be a list'),
        ('{"id": "x", "text": "Words.", "attributions": [3]}', "attribution 1 is not a JSON object"),
        ('{"id": "x", "text": 7, "attributions": []}', '"text" is not a string'),
        ('{"id": "x", "text": " ", "attributions": []}', "no words"),
        ('{"id": [], "text": "Words.", "attributions": []}', "neither a string nor a number"),
        ('{"id": "x", "attributions": [], "error": "binary"}', "could not be read: binary"),
        ("[" * 100_000, "not usable JSON"),
    ],
)
def test_a_broken_line_is_an_error_and_the_others_are_read(tmp_path: Path, line: str, words: str) -> None:
    first, second = read_annotations(json_line_file(tmp_path, line, record()))
    assert words in str(first)
    assert isinstance(second, AnnotatedArticle)


def test_circles_of_outer_are_refused_and_long_chains_are_read(tmp_path: Path) -> None:
    circle = [attribution(outer=1), attribution(outer=2), attribution(outer=0)]
    assert "in a circle" in refusal(json_line_file(tmp_path, record(attributions=circle)))
    chain = [attribution(outer=None if number == 0 else number - 1) for number in range(5_000)]
    assert len(read_one(json_line_file(tmp_path, record(attributions=chain))).attributions) == 5_000
