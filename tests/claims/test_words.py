"""What the words of a claim come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.statements.propositions.claim_words import claim_words
from kg.statements.propositions.stems import stem_of
from kg.vocab.ids import claim_path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("agreed", "agree"),
        ("violated", "violation"),
        ("risen", "rise"),
        ("withdrew", "withdraws"),
        ("soldiers", "soldier"),
        ("ratified", "ratifies"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 soldiers left", {(1200.0, "soldier")}),
        ("twelve thousand villagers fled", {(12000.0, "villager")}),
        ("forty-two ships lay there", {(42.0, "ship")}),
        ("exports fell by a quarter", {(0.25, "share")}),
        ("exports fell by 25 percent", {(0.25, "share")}),
        ("three million tonnes of wheat", {(3e6, "tonn")}),
        ("the envoys met on 3 March 2024", set()),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, numbers: set[tuple[float, str]]) -> None:
    assert claim_words(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("the envoys met on 3 March", {"march 3"}),
        ("Osk votes on the fourteenth of September", {"september 14"}),
        ("the pact of 1996 may march on", {"1996"}),
        ("they will come on Friday", {"friday"}),
    ],
)
def test_days_are_read_and_no_others(text: str, times: set[str]) -> None:
    assert claim_words(text).times == times


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Norland did not sign", True),
        ("Norland refused to sign", True),
        ("Norland never failed to sign", False),
        ("the vote was neither free nor orderly", True),
        ("not only Norland signed", False),
        ("Norland stopped buying gas", True),
        ("Norland signed because Holm did not", False),
        ("two members have yet to sign", True),
    ],
)
def test_what_the_main_clause_denies_is_told_from_what_it_asserts(text: str, negated: bool) -> None:
    assert claim_words(text).is_negated is negated


@pytest.mark.parametrize("text", ["the loss of its impartiality", "the Sarn Monitoring Mission", "Norland's harvest"])
def test_a_name_for_something_is_no_clause(text: str) -> None:
    assert claim_words(text).is_phrase


@pytest.mark.parametrize("text", ["the ship sank", "Norland rejects the pact", "release the two surveyors"])
def test_a_clause_is_no_phrase(text: str) -> None:
    assert not claim_words(text).is_phrase


@given(st.text(max_size=80))
def test_any_text_can_be_read_twice_alike(text: str) -> None:
    found = claim_words(text)
    assert found == claim_words.__wrapped__(text)
    assert found.stems == frozenset(found.tokens)
    assert len(found.words) == len(found.tokens)


@given(st.text(min_size=1, max_size=60), st.sampled_from(["", " ", ".", " .", "”"]))
def test_case_blanks_and_marks_at_the_ends_do_not_name_another_claim(text: str, end: str) -> None:
    assert claim_path("en", text) == claim_path("en", f" {text}{end}")
    assert claim_path("en", text) != claim_path("fr", text)
    assert claim_path("en", text) != claim_path("en", text, "0123456789abcdef")
