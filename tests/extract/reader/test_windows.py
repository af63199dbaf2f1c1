"""Paragraphs packed into windows. Every letter is a piece here (see pages.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.reader.windows import LONGEST
from kg.extract.reader.words import cut_words
from kg.text.annotated import Paragraph
from tests.extract.reader.pages import LETTERS, page, page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.reader.windows import Window
    from kg.text.annotated import ParagraphRole

WORDS = st.sampled_from(["Torr", "said", "“we", "wait”", ".", "a" * 15, "x" * 50, "U.S.", "👩", "e\u0301", "\u200f"])
TEXTS = st.lists(st.lists(WORDS, max_size=120).map(" ".join), max_size=6).map("\r\n".join)


def _starts(windows: Sequence[Window]) -> list[int]:
    return [start for window in windows for start in window.start]


@settings(deadline=None)
@given(TEXTS)
def test_every_word_of_the_paragraphs_is_in_exactly_one_window(text: str) -> None:
    read = page(text)
    kept = [one for one in read.paragraphs if one.role not in ("byline", "dateline", "tail")]
    words = [start for one in kept for start in cut_words(read.shadow, one.start, one.end, ()).start]
    assert _starts(read.windows) == words


@settings(deadline=None)
@given(TEXTS)
def test_no_window_is_longer_than_the_encoder_reads_and_its_lists_fit_each_other(text: str) -> None:
    for window in page(text).windows:
        assert len(window) > 0
        assert len(window.pieces) == len(window.shape) == len(window.quote) <= LONGEST
        columns = (window.first, window.start, window.end, window.region, window.word_quote, window.paragraph)
        assert {len(column) for column in columns} == {len(window)}
        assert window.first == sorted(set(window.first))
        assert window.pieces[0] == LETTERS.start
        assert window.pieces[-1] == LETTERS.end
        assert not {LETTERS.start, LETTERS.end}.intersection(window.pieces[first] for first in window.first)


@settings(deadline=None)
@given(TEXTS)
def test_a_paragraph_is_parted_only_where_it_is_longer_than_a_window(text: str) -> None:
    read = page(text)
    for number, paragraph in enumerate(read.paragraphs):
        holding = [window for window in read.windows if number in window.paragraph]
        if len(holding) > 1:
            words = cut_words(read.shadow, paragraph.start, paragraph.end, ()).text
            assert sum(min(16, len(LETTERS.of(word))) for word in words) + 2 > LONGEST


@settings(deadline=None)
@given(TEXTS)
def test_the_cuts_depend_on_the_text_alone(text: str) -> None:
    first = page(text)
    page("Another text.\n\n" * 40)
    assert page(text).windows == first.windows


def test_bylines_datelines_questions_and_tails_are_left_out() -> None:
    roles: tuple[ParagraphRole, ...] = ("heading", "byline", "dateline", "body", "turn", "tail", "question")
    shadow = "abcdefg"
    paragraphs = [Paragraph(place, place + 1, role) for place, role in enumerate(roles)]
    window = page_of(shadow, paragraphs, ()).window
    assert [shadow[start] for start in window.start] == ["a", "d", "e"]
    assert window.paragraph == [0, 3, 4]


def test_paragraphs_fill_a_window_up_to_its_last_piece() -> None:
    # The opening, and a closing piece after each paragraph.
    ten, words = "abcdefghij", LONGEST - 3
    first = " ".join([ten] * 10)
    second = " ".join([ten] * ((words - 100) // 10)) + " " + "k" * ((words - 100) % 10)
    assert [len(window.pieces) for window in page(f"{first}\n{second}").windows] == [LONGEST]
    assert [len(window) for window in page(f"{first}\n{second}z").windows] == [10, 16]


def test_a_long_paragraph_is_cut_between_words() -> None:
    windows = page(" ".join(["abcdefghij"] * 60)).windows
    assert [len(window) for window in windows] == [25, 25, 10]
    assert windows[0].paragraph[0] == windows[2].paragraph[0] == 0


def test_of_a_very_long_word_some_pieces_are_kept() -> None:
    window = page("a " + "b" * 30 + " c").window
    assert window.first == [1, 2, 18]
    assert len(window.pieces) == 20


def test_a_text_without_words_has_no_windows() -> None:
    assert page("").windows == []
    assert page(" \r\n\t\n").windows == []


def test_a_quotation_keeps_its_number_in_later_paragraphs() -> None:
    read = page("Torr said “no” again.\n\nDahl said “yes, ‘maybe’ yes” again.")
    assert [region for region in read.window.region if region >= 0][:1] == [0]
    assert {read.window.region[word] for word in read.words("maybe")} == {1}
    assert {read.window.word_quote[word] for word in read.words("maybe")} == {2}


def test_a_window_of_quoted_words_tells_the_encoder_so_at_every_piece() -> None:
    window = page("he “ab” c").window
    assert [window.quote[first] for first in window.first] == window.word_quote
    assert window.quote == [0, 0, 0, 3, 1, 1, 3, 0, 0]
