"""The annotated articles written for this project come through the product's own reader, span by span."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.evaluation import read_gold
from kg.model import Kind

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "trained on": ROOT / "training" / "annotations" / "articles.jsonl",
    "held out": ROOT / "benchmarks" / "gold" / "own_articles.jsonl",
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILES[name].read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_every_attribution_is_read_as_it_was_annotated(name: str) -> None:
    gold, errors = read_gold(FILES[name])
    assert not errors
    assert len(gold) == len(rows(name))
    assert [len(one.attributions) for one in gold] == [len(row["attributions"]) for row in rows(name)]


@pytest.mark.parametrize("name", FILES)
def test_spans_lie_in_their_text_without_blank_edges_and_kinds_are_known(name: str) -> None:
    kinds = {kind.value for kind in Kind}
    for row in rows(name):
        text = row["text"]
        for one in row["attributions"]:
            assert one["kind"] in kinds
            for start, end in (*(one["source"] or ()), *one["cue"], *one["content"]):
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip() == text[start:end], (row["id"], text[start:end])


def test_no_article_is_both_trained_on_and_held_out() -> None:
    trained, held_out = ({row["text"] for row in rows(name)} for name in FILES)
    assert not trained & held_out
