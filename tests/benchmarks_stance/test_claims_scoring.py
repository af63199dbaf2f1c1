"""What the scorer of claim pairs counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.claims_gold import LABELS, Label, Pair, by_shared_words, read_pairs, report, score

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS = read_pairs()


def gold_labels(pairs: Sequence[Pair]) -> list[Label]:
    return [pair.label for pair in pairs]


def test_the_gold_answers_are_all_right() -> None:
    found = score(PAIRS, gold_labels)
    assert all(found.precision(label) == found.recall(label) == 1.0 for label in LABELS)
    assert found.proposals == (45, 45, 45)
    assert found.wrong == ()


def test_a_link_with_the_wrong_label_is_a_wrong_proposal() -> None:
    found = score(PAIRS, lambda pairs: ["same"] * len(pairs))
    assert found.proposals == (15, 60, 45)
    assert found.precision("same") == pytest.approx(0.25)
    assert found.recall("contradicts") == 0.0
    assert found.precision("contradicts") is None
    assert len(found.wrong) == 45


def test_proposing_nothing_costs_recall_only() -> None:
    found = score(PAIRS, lambda pairs: ["unrelated"] * len(pairs))
    assert found.proposals == (0, 0, 45)
    assert found.recall("unrelated") == 1.0


def test_every_pair_needs_its_answer() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score(PAIRS, lambda pairs: ["same"])


def test_the_report_names_every_wrong_pair() -> None:
    found = score(PAIRS, by_shared_words)
    told = report(found)
    assert all(f"{pair.id}: {answer}" in told for pair, answer in found.wrong)


def test_claims_are_cut_out_of_their_sentences() -> None:
    assert all(side.words in side.text for pair in PAIRS for side in (pair.first, pair.second))
