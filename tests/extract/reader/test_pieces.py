"""Words into the pieces of the encoder's vocabulary.

pieces.json: words and their pieces as the library `tokenizers` cuts them (BertNormalizer, BertPreTokenizer, WordPiece).
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.reader.pieces import END, LONGEST_WORD, START, UNKNOWN, Pieces
from kg.extract.reader.words import cut_words

GOLDEN: dict[str, list[str]] = json.loads(Path(__file__).with_name("pieces.json").read_text(encoding="utf-8"))
SMALL = Pieces([UNKNOWN, START, END, "a", "##b", "ab", "##bc", "c", "1", "."])


@pytest.fixture(scope="module")
def vocabulary() -> list[str]:
    path = files("kg.extract.reader").joinpath("weights", "vocabulary.txt")
    return path.read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("word", GOLDEN)
def test_hard_words_have_the_pieces_that_the_encoder_was_trained_with(word: str, vocabulary: list[str]) -> None:
    assert cut_words(word, 0, len(word), ()).text == [word]
    assert [vocabulary[piece] for piece in Pieces(vocabulary).of(word)] == GOLDEN[word]


def test_the_longest_piece_is_taken_first() -> None:
    assert SMALL.of("ab") == (5,)
    assert SMALL.of("abb") == (5, 4)


def test_a_word_whose_longest_piece_leads_nowhere_is_not_tried_otherwise() -> None:
    # a + ##bc would fit, but "ab" is longer than "a".
    assert SMALL.of("abc") == (0,)


def test_a_word_with_a_letter_that_no_piece_has_is_unknown_as_a_whole() -> None:
    assert SMALL.of("abx") == (0,)


def test_the_parts_of_a_word_with_full_stops_are_cut_each_by_itself() -> None:
    assert SMALL.of("a.x.c") == (3, 9, 0, 9, 7)


def test_a_word_longer_than_the_limit_is_one_unknown_piece() -> None:
    assert SMALL.of("a" + "b" * (LONGEST_WORD - 1))[:2] == (5, 4)
    assert SMALL.of("a" + "b" * LONGEST_WORD) == (0,)


def test_accents_and_case_make_no_difference() -> None:
    assert SMALL.of("ÁB") == SMALL.of("ab")


@given(st.text(min_size=1, max_size=60))
def test_every_word_has_at_least_one_piece_and_the_same_ones_again(word: str) -> None:
    assert SMALL.of(word)
    assert SMALL.of(word) == SMALL.of(word)


def test_more_words_than_are_kept_in_memory_are_cut_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.reader.pieces._KEPT", 2)
    pieces = Pieces([UNKNOWN, START, END, "a", "##b"])
    assert [pieces.of(word) for word in ("a", "ab", "x", "a", "ab", "x")] == [(3,), (3, 4), (0,)] * 2
