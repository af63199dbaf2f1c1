"""The gold set of actors keeps to its guideline: spans, ids, forms, hashes."""

from __future__ import annotations

import datetime
import hashlib
from itertools import pairwise
from typing import Any

import pytest

from tests.benchmarks_actors.gold_files import held_out, licensed, own, reference_ids, rows
from tests.integration.shared_data import NEWS, needs_news

FORMS = {"name", "nominal", "pronoun", "metonym", "demonym"}
RECORDS = [*own(), *held_out(), *licensed()]
EVERY_RECORD = pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record["id"]))


def is_counted(mention: dict[str, Any]) -> bool:
    """True for a mention that a system has to find."""
    return mention["link"] is not None and not mention.get("optional")


def test_the_set_holds_three_hundred_mentions_of_which_half_stand_in_licensed_articles() -> None:
    in_articles = sum(is_counted(mention) for record in licensed() for mention in record["mentions"])
    in_texts = sum(is_counted(mention) for record in own() for mention in record["mentions"])
    assert in_articles >= 150
    assert in_texts >= 150
    assert len(own()) >= 40


def test_the_held_out_set_has_the_size_that_its_readme_gives() -> None:
    mentions = [mention for record in held_out() for mention in record["mentions"]]
    assert len(held_out()) == 30
    assert sum(is_counted(mention) and mention["link"] != "unsure" for mention in mentions) == 235
    assert sum(mention["link"] is None for mention in mentions) == 46
    assert sum(mention["link"] == "unsure" for mention in mentions) == 2


def test_no_held_out_text_stands_in_the_first_set() -> None:
    assert len({record["text"] for record in [*own(), *held_out()]}) == len(own()) + len(held_out())
    assert len({record["id"] for record in RECORDS}) == len(RECORDS)


@EVERY_RECORD
def test_spans_are_ordered_and_either_nested_or_apart(record: dict[str, Any]) -> None:
    spans = [tuple(mention["span"]) for mention in record["mentions"]]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for start, end in spans:
        assert 0 <= start < end
    for first, second in pairwise(spans):
        assert second[0] >= first[1] or second[1] <= first[1], "two mentions cross"


@EVERY_RECORD
def test_an_extent_holds_its_span(record: dict[str, Any]) -> None:
    for mention in record["mentions"]:
        if "extent" in mention:
            assert mention["extent"][0] <= mention["span"][0]
            assert mention["span"][1] <= mention["extent"][1]
            assert mention["extent"] != mention["span"]


@EVERY_RECORD
def test_every_link_is_an_id_of_the_reference_data_or_a_name_of_the_text(record: dict[str, Any]) -> None:
    known = reference_ids()
    local = {mention["link"] for mention in record["mentions"] if mention["link"]}
    for mention in record["mentions"]:
        assert (mention["form"] in FORMS) == (mention["link"] is not None)
        for link in (mention["link"], *mention.get("also", ()), *mention.get("on_behalf_of", ())):
            if link is not None and "/" in link:
                assert link in known
        for principal in mention.get("on_behalf_of", ()):
            assert "/" in principal or principal in local
            assert principal != mention["link"]
        for member in mention.get("members", ()):
            assert member in known or member in local


@EVERY_RECORD
def test_every_text_has_a_day(record: dict[str, Any]) -> None:
    assert datetime.date.fromisoformat(record["published"])


@pytest.mark.parametrize("record", [*own(), *held_out()], ids=lambda record: str(record["id"]))
def test_mentions_of_own_texts_begin_and_end_with_a_word(record: dict[str, Any]) -> None:
    for mention in record["mentions"]:
        start, end = mention["span"]
        words = record["text"][start:end]
        assert words == words.strip()
        assert words[0].isalnum()
        assert not (start and record["text"][start - 1].isalnum())
        assert not record["text"][end : end + 1].isalnum()


@needs_news
def test_the_licensed_texts_are_the_ones_annotated_and_mentions_lie_in_the_ranges() -> None:
    texts = {record["id"]: record["text"] for record in rows(NEWS)}
    assert {record["id"] for record in licensed()} == set(texts)
    for record in licensed():
        text = texts[record["id"]]
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == record["text_sha256"]
        for mention in record["mentions"]:
            start, end = mention.get("extent", mention["span"])
            assert any(first <= start and end <= last for first, last in record["ranges"])
            assert text[start:end] == text[start:end].strip()
            assert not text[end : end + 1].isalnum()
        assert "text" not in record
