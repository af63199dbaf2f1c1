"""Pairing of quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.text.folding import fold
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs


def paired(text: str) -> list[tuple[str, int, bool]]:
    """Words inside, depth, and whether the closing mark is there."""
    folded = fold(text)
    shadow = folded.shadow.string
    found = pair_quotations(folded.oriented, cut_paragraphs(shadow))
    return [(shadow[q.inner_start : q.inner_end], q.depth, q.closed) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We wait," she said. "For now."', [("We wait,", 0, True), ("For now.", 0, True)]),
        ("“He said “no” twice,” she said.", [('He said "no" twice,', 0, True), ("no", 1, True)]),
        ("“It was ‘a trap’, no more,” he said.", [("It was 'a trap', no more,", 0, True), ("a trap", 1, True)]),
        ("‘Not this year,’ said the workers’ union.", [("Not this year,", 0, True)]),
        ("The ministers’ plan isn’t Ardenia’s.", []),
        ("The '90s and rock 'n' roll", []),
        ("„Genug“, sagte er. «Assez», dit-elle.", [("Genug", 0, True), ("Assez", 0, True)]),
        ("»Wir warten«, sagte sie. »Noch.«", [("Wir warten", 0, True), ("Noch.", 0, True)]),
        ("« Non », dit-il. « Jamais »", [(" Non ", 0, True), (" Jamais ", 0, True)]),
        ("The word “peace” and the word “war”.", [("peace", 0, True), ("war", 0, True)]),
        ("We will never sign,” said the envoy.", [("We will never sign,", 0, False)]),
        ("He called it “a step “too far,” and left.", [('a step "too far,', 0, True), ("too far,", 1, True)]),
        ('"" empty marks', []),
    ],
)
def test_marks_pair_up(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert sorted(paired(text)) == sorted(expected)


def test_a_missing_mark_spoils_its_own_paragraph_only() -> None:
    text = "“Nobody will bind us, said the envoy.\n\nThe ferry stopped.\n\n“We wait,” he added."
    assert paired(text) == [("Nobody will bind us, said the envoy.", 0, False), ("We wait,", 0, True)]


def test_a_reopened_quotation_goes_on_in_the_next_paragraph() -> None:
    folded = fold("“We will send ships.\n\n“They carry grain.\n\n“That is all.”\n\nNobody replied.")
    found = pair_quotations(folded.oriented, cut_paragraphs(folded.shadow.string))
    assert [q.continues for q in found] == [True, True, False]
    assert [q.closed for q in found] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("‘He called it “a trick” and left,’ she said.", [0, 1]),
        ("'She said \"no\" to the plan,' he said.", [0, 1]),
        ("“He called it ‘a trick’ and left,” she said.", [0, 1]),
    ],
)
def test_a_quotation_inside_another_is_deeper_whichever_marks_are_outside(text: str, depths: list[int]) -> None:
    folded = fold(text)
    found = pair_quotations(folded.oriented, cut_paragraphs(folded.shadow.string))
    assert [q.depth for q in found] == depths


@example("'a\"a’")
@example("‘a “b’ c”")
@given(st.text(alphabet="“”‘’\"' a.,\n«»", max_size=60))
def test_any_marks_give_regions_inside_the_text(text: str) -> None:
    folded = fold(text)
    found = pair_quotations(folded.oriented, cut_paragraphs(folded.shadow.string))
    assert all(0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text) for q in found)
    outer = [q for q in found if q.depth == 0]
    assert all(one.end <= other.start for one, other in pairwise(outer))


def test_two_hundred_thousand_marks_are_read_in_one_pass() -> None:
    assert len(paired("“" * 200_000)) <= 3
