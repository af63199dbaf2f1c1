"""The statements that the stance network is trained on: offsets that cut whole words, known labels, no gold text."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.stance_scoring import read_annotated
from tests.benchmarks_stance.gold_files import STANCE, rows
from tests.integration.shared_data import SHARED

ANNOTATIONS = Path(__file__).parents[2] / "training" / "stance" / "annotations"
POLNEAR = SHARED / "bench" / "polnear" / "train.jsonl.gz"
POLARITIES = {"negative", "neutral", "positive"}
LONGEST_SHARED = 9
"""Words in a row from which a text would be a copy rather than a common turn of phrase."""


def own_texts() -> list[dict[str, Any]]:
    return rows(ANNOTATIONS / "own.jsonl")


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + LONGEST_SHARED]) for i in range(len(words) - LONGEST_SHARED + 1)}


def is_inside_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def test_targets_of_own_texts_are_whole_words_of_them_with_a_known_polarity() -> None:
    for one in own_texts():
        text = one["text"]
        for target in one["targets"]:
            start, end = target["span"]
            assert text[start:end].strip() == text[start:end] != "", (text, target)
            assert not is_inside_a_word(text, start)
            assert not is_inside_a_word(text, end)
            assert target["polarity"] in POLARITIES


def test_every_own_text_stands_once_with_its_source_cue_and_content() -> None:
    texts = [one["text"] for one in own_texts()]
    assert len(set(texts)) == len(texts)
    for one in own_texts():
        assert one["targets"]
        for start, end in (one["source"], one["cue"], *one["content"]):
            assert 0 <= start < end <= len(one["text"])


@pytest.mark.parametrize("name", ["diplomatic_own", "traps_own", "held_out", "held_out_second"])
def test_no_own_text_shares_a_sentence_with_a_gold_set(name: str) -> None:
    gold = set().union(*(runs(row["text"]) for row in rows(STANCE / f"{name}.jsonl")))
    assert sum(bool(runs(one["text"]) & gold) for one in own_texts()) == 0


@pytest.mark.skipif(not POLNEAR.is_file(), reason="PolNeAR's training part does not lie beside this checkout")
def test_annotated_places_of_articles_are_those_that_were_annotated() -> None:
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
        articles = {record["id"]: record["text"] for record in map(json.loads, lines)}
    for one in rows(ANNOTATIONS / "polnear.jsonl"):
        start, end = one["span"]
        text = articles[one["id"]][start:end]
        assert hashlib.sha256(text.encode()).hexdigest()[:12] == one["sha256"]
        for target in one["targets"]:
            assert start <= target["span"][0] < target["span"][1] <= end
            assert target["polarity"] in POLARITIES


def test_what_is_measured_of_own_texts_is_kept_from_training_by_whole_tens() -> None:
    held_out = read_annotated(ANNOTATIONS / "own.jsonl")
    numbers = [int(str(text.article.id).rpartition("-")[2]) for text in held_out]
    assert len(numbers) == 130
    assert {number // 10 for number in numbers} == {number // 10 for number in numbers if number % 10 == 0}
    assert [text.article.text for text in held_out] == [own_texts()[number]["text"] for number in numbers]
