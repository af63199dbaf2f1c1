"""The gold pairs of claims are what their README says."""

from __future__ import annotations

from collections import Counter

from tests.benchmarks_stance.gold_files import GOLD, rows

PAIRS = GOLD / "claims" / "pairs.jsonl"


def test_there_are_fifteen_pairs_of_each_label_and_no_two_alike() -> None:
    pairs = rows(PAIRS)
    assert Counter(pair["label"] for pair in pairs) == dict.fromkeys(
        ("same", "contradicts", "supports", "unrelated"), 15
    )
    assert len({(pair["first"]["text"], pair["second"]["text"]) for pair in pairs}) == 60
    assert len({pair["id"] for pair in pairs}) == 60


def test_every_span_cuts_words_without_blank_edges() -> None:
    for pair in rows(PAIRS):
        for side in (pair["first"], pair["second"]):
            for part in ("source", "cue", "claim"):
                for start, end in side[part]:
                    words = side["text"][start:end]
                    assert words == words.strip() != "", (pair["id"], part)


def test_the_two_sides_come_from_two_outlets_and_share_what_they_are_about() -> None:
    for pair in rows(PAIRS):
        assert pair["first"]["outlet"] != pair["second"]["outlet"]
        assert pair["about"]
        assert pair["first"]["text"] != pair["second"]["text"]
        assert {pair["first"]["polarity"], pair["second"]["polarity"]} <= {"positive", "negative", "neutral"}
