"""How words stand to a cue, as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.reader.relations import relations
from kg.extract.reader.windows import Window

BOUNDS = (32, 4, 3, 3)
"""Sizes of the network's four tables (training/network.py)."""


def _window(paragraph: list[int], region: list[int] | None = None) -> Window:
    count = len(paragraph)
    return Window(
        first=list(range(1, count + 1)),
        start=list(range(count)),
        end=list(range(1, count + 1)),
        region=region or [-1] * count,
        word_quote=[0] * count,
        paragraph=paragraph,
    )


def _column(number: int, window: Window, cue: tuple[int, int], everything: list[int] | None = None) -> list[int]:
    words = list(range(*cue)) if everything is None else everything
    return [int(value) for value in relations(window, [cue], words)[0, :, number]]


def test_near_words_are_told_apart_and_the_cue_has_no_distance() -> None:
    assert _column(0, _window([0] * 9), (3, 5)) == [3, 2, 1, 0, 0, 16, 17, 18, 19]


@pytest.mark.parametrize(
    ("away", "bucket"),
    [(1, 1), (8, 8), (9, 9), (11, 9), (12, 10), (15, 10), (16, 11), (22, 11), (23, 12), (64, 15), (253, 15)],
)
def test_far_words_share_a_distance_alike_on_both_sides(away: int, bucket: int) -> None:
    window = _window([0] * 254)
    assert _column(0, window, (253, 254))[253 - away] == bucket
    assert _column(0, window, (0, 1))[away] == 15 + bucket


def test_paragraphs_before_and_after_the_cues_are_told_from_farther_ones() -> None:
    assert _column(1, _window([2, 3, 4, 4, 5, 6]), (2, 3)) == [3, 1, 0, 0, 2, 3]


def test_a_paragraph_that_was_left_out_makes_its_neighbours_farther() -> None:
    assert _column(1, _window([0, 2]), (0, 1)) == [0, 3]


def test_other_cues_are_told_from_this_one() -> None:
    assert _column(2, _window([0] * 6), (1, 3), [1, 2, 4]) == [0, 1, 1, 0, 2, 0]


def test_words_quoted_with_the_cue_are_told_from_other_quoted_ones() -> None:
    assert _column(3, _window([0] * 5, [-1, 0, 0, 7, -1]), (1, 2)) == [0, 1, 1, 2, 0]
    assert _column(3, _window([0] * 5, [-1, 0, 0, 7, -1]), (0, 1)) == [0, 2, 2, 2, 0]


@given(st.integers(1, 254), st.integers(0, 253), st.integers(1, 254), st.integers(1, 40))
def test_every_index_lies_inside_the_networks_tables(count: int, place: int, size: int, step: int) -> None:
    words = range(count)
    window = _window([word // step for word in words], [word // step % 3 - 1 for word in words])
    start = min(place, count - 1)
    cues = [(start, min(start + size, count)), (0, 1)]
    table = relations(window, cues, [word for cue in cues for word in range(*cue)])
    assert table.shape == (2, count, 4)
    for column, bound in enumerate(BOUNDS):
        assert table[:, :, column].min() >= 0
        assert table[:, :, column].max() < bound
