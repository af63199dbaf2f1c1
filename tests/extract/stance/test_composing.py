"""Sentences composed for training: marks become spans, nothing is left unfilled, and the choice is seeded."""

from __future__ import annotations

from typing import Any

import pytest

from training.stance.composing import compose


@pytest.fixture(scope="module")
def sentences() -> list[dict[str, Any]]:
    return compose(1500, seed=3)


def test_the_same_seed_composes_the_same(sentences: list[dict[str, Any]]) -> None:
    assert compose(1500, seed=3) == sentences
    assert compose(1500, seed=4) != sentences


def test_no_mark_and_no_slot_is_left(sentences: list[dict[str, Any]]) -> None:
    assert not [one["text"] for one in sentences if set("[]{}|") & set(one["text"])]


def test_every_target_has_words_and_a_polarity(sentences: list[dict[str, Any]]) -> None:
    for one in sentences:
        assert one["targets"]
        for target in one["targets"]:
            start, end = target["span"]
            words = one["text"][start:end]
            assert words == words.strip() != ""
            assert target["polarity"] in ("negative", "neutral", "positive")


def test_no_two_are_alike(sentences: list[dict[str, Any]]) -> None:
    assert len({one["text"] for one in sentences}) == len(sentences)
