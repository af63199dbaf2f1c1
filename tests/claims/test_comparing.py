"""How two claims go together: pairs of our own, by meanings and by words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.claims import ClaimText, Relation, compare
from kg.extract.embedding import SentenceEncoder

PAIRS = [
    (row["label"], row["first"], row["second"])
    for row in csv.DictReader(Path(__file__).with_name("pairs.csv").read_text("utf-8").splitlines())
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def label(first: str, second: str, encoder: SentenceEncoder | None) -> str:
    link = compare(ClaimText(text=first), ClaimText(text=second), encoder.nearness if encoder else None)
    return "unrelated" if link is None or link.backwards else link.relation.value


def test_no_proposal_on_our_pairs_is_wrong_and_half_are_found(encoder: SentenceEncoder) -> None:
    answers = [(gold, label(first, second, encoder)) for gold, first, second in PAIRS]
    assert [pair for pair in answers if pair[1] not in (pair[0], "unrelated")] == []
    wanted = [gold for gold, _ in answers if gold != "unrelated"]
    assert sum(gold == given for gold, given in answers if gold != "unrelated") >= len(wanted) / 2


def test_without_vectors_little_is_proposed_and_nothing_wrong() -> None:
    answers = [(gold, label(first, second, None)) for gold, first, second in PAIRS]
    assert [pair for pair in answers if pair[1] not in (pair[0], "unrelated")] == []
    assert any(given != "unrelated" for _, given in answers)


@pytest.mark.parametrize(("gold", "first", "second"), [pair for pair in PAIRS if pair[0] in ("same", "contradicts")])
def test_same_and_contradicts_have_no_direction(encoder: SentenceEncoder, gold: str, first: str, second: str) -> None:
    assert label(first, second, encoder) == label(second, first, encoder)


def test_every_proposal_says_how_near_it_is_and_why(encoder: SentenceEncoder) -> None:
    one, other = ClaimText(text="Seven sailors died off Brava"), ClaimText(text="Nineteen sailors died off Brava")
    link = compare(one, other, encoder.nearness)
    assert link is not None
    assert link.relation is Relation.CONTRADICTS
    assert link.reasons[1] == "numbers differ: 7, not 19 sailor"
    assert 0 <= link.score <= 1


def test_opposite_stances_to_one_target_keep_two_wordings_apart(encoder: SentenceEncoder) -> None:
    text = "The new tariff of Norland changes the trade with Holm"
    good, bad = (ClaimText(text=text, stances={"actor/state/NOR": one}) for one in ("positive", "negative"))
    link = compare(good, good, encoder.nearness)
    assert link is not None
    assert link.relation is Relation.SAME
    assert compare(good, bad, encoder.nearness) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("If Norland signs the pact, Holm will answer", "Norland will sign the pact and Holm will answer"),
        ("Norland offered to repair the dam at Tarn", "Norland repaired the dam at Tarn"),
        ("the dam of Tarn", "the old dam of Tarn"),
    ],
)
def test_conditions_intentions_and_bare_names_are_no_claims_of_a_fact(
    encoder: SentenceEncoder, first: str, second: str
) -> None:
    assert label(first, second, encoder) == "unrelated"


def test_exchanged_roles_contradict_and_a_passive_does_not(encoder: SentenceEncoder) -> None:
    assert label("Norland attacked Estmark", "Estmark attacked Norland", encoder) == "contradicts"
    assert label("Norland attacked Estmark at Tarn", "Estmark was attacked by Norland at Tarn", encoder) == "same"
