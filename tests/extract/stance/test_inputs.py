"""Windows of the stance network: what of a sentence is read for a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import TargetOutside
from kg.extract.reader.pieces import END, START, UNKNOWN, Pieces
from kg.extract.stance.inputs import LONGEST, StanceWindow, cut_stance_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ("norland", "valdoria", "accused", "of", "lying", "the", "envoy", "word", "lied", ".", "'", "s")
VOCABULARY = (START, END, UNKNOWN, *WORDS)


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    """A vocabulary in which each word of `WORDS` is one piece, and every other word one unknown piece."""
    return Pieces(VOCABULARY)


def shown(window: StanceWindow, number: int = 0) -> str:
    start, end = window.targets[number]
    return " ".join(VOCABULARY[piece] for piece in window.pieces[start:end])


def spans_of(sentence: str, *names: str) -> list[tuple[int, int]]:
    return [(sentence.index(name), sentence.index(name) + len(name)) for name in names]


def test_all_targets_of_a_short_sentence_share_one_window(pieces: Pieces) -> None:
    sentence = "Norland accused Valdoria of lying."
    [window] = cut_stance_windows(sentence, spans_of(sentence, "Norland", "Valdoria"), pieces)
    assert [shown(window, 0), shown(window, 1)] == ["norland", "valdoria"]
    assert [window.pieces[0], window.pieces[-1]] == [pieces.start, pieces.end]
    assert window.numbers == [0, 1]


def test_targets_keep_the_order_in_which_they_were_asked(pieces: Pieces) -> None:
    sentence = "Norland accused Valdoria of lying."
    [window] = cut_stance_windows(sentence, spans_of(sentence, "Valdoria", "Norland"), pieces)
    assert [shown(window, 0), shown(window, 1)] == ["valdoria", "norland"]


@pytest.mark.parametrize(
    ("sentence", "name", "target"),
    [
        pytest.param("Valdoria accused the envoy.", "Valdoria", "valdoria", id="first word"),
        pytest.param("The envoy accused Valdoria", "Valdoria", "valdoria", id="last word"),
        pytest.param("Valdoria", "Valdoria", "valdoria", id="only word"),
        pytest.param("The envoy accused Valdoria's envoy.", "aldor", "valdoria", id="span inside a word"),
        pytest.param("Of Val\u00addo\u200bria the envoy", "Val\u00addo\u200bria", "valdoria", id="invisible letters"),
        pytest.param("Of &quot;Valdoria&quot; the envoy", "Valdoria", "valdoria", id="after an entity"),
        pytest.param("The envoy accused \u201cValdoria\u201d of lying.", "Valdoria", "valdoria", id="in curly marks"),
    ],
)
def test_the_target_is_found_whatever_stands_around_it(pieces: Pieces, sentence: str, name: str, target: str) -> None:
    [window] = cut_stance_windows(sentence, spans_of(sentence, name), pieces)
    assert shown(window) == target


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        pytest.param("Norland lied.", (8, 40), id="ends outside"),
        pytest.param("Norland lied.", (-3, 4), id="begins outside"),
        pytest.param("Norland lied.", (4, 4), id="empty"),
        pytest.param("Norland lied.", (6, 2), id="turned round"),
        pytest.param("Norland  lied.", (7, 9), id="blanks only"),
        pytest.param("", (0, 1), id="no sentence"),
        pytest.param("Norland\u200b lied.", (7, 8), id="an invisible letter only"),
    ],
)
def test_a_span_without_a_word_of_the_sentence_is_refused(pieces: Pieces, sentence: str, span: tuple[int, int]) -> None:
    with pytest.raises(TargetOutside, match=rf"target \[{span[0]}, {span[1]}\) holds no word of its sentence"):
        cut_stance_windows(sentence, [span], pieces)


def test_a_sentence_without_targets_has_no_window(pieces: Pieces) -> None:
    assert cut_stance_windows("Norland lied.", [], pieces) == []


def _padded(before: int, after: int) -> tuple[str, tuple[int, int]]:
    sentence = "word " * before + "Valdoria" + " word" * after
    return sentence, (5 * before, 5 * before + 8)


@pytest.mark.parametrize(("before", "after"), [(0, 500), (500, 0), (250, 250), (3, 400), (400, 3)])
def test_of_a_long_sentence_what_stands_around_the_target_is_read(pieces: Pieces, before: int, after: int) -> None:
    sentence, span = _padded(before, after)
    [window] = cut_stance_windows(sentence, [span], pieces)
    assert len(window.pieces) == LONGEST
    assert shown(window) == "valdoria"
    left, right = window.targets[0][0] - 1, len(window.pieces) - 1 - window.targets[0][1]
    assert left >= min(before, LONGEST // 2 - 2)
    assert right >= min(after, LONGEST // 2 - 2)


def test_targets_far_apart_in_a_long_sentence_have_a_window_each(pieces: Pieces) -> None:
    sentence = "Norland" + " word" * 300 + " Valdoria"
    windows = cut_stance_windows(sentence, spans_of(sentence, "Norland", "Valdoria"), pieces)
    assert [shown(window) for window in windows] == ["norland", "valdoria"]
    assert [window.numbers for window in windows] == [[0], [1]]


def test_of_a_target_longer_than_a_window_the_beginning_is_read(pieces: Pieces) -> None:
    sentence = "Norland " + "word " * 400
    [window] = cut_stance_windows(sentence, [(0, len(sentence))], pieces)
    assert len(window.pieces) == LONGEST
    assert window.targets == [(1, LONGEST - 1)]
    assert shown(window).startswith("norland word")


@given(
    words=st.lists(
        st.sampled_from([*WORDS, "Zyx", "a\u0301b", "U.S.", "\u4e2d\u6587", "1,000"]), min_size=1, max_size=300
    ),
    chosen=st.lists(st.integers(0, 299), min_size=1, max_size=4),
)
def test_every_window_is_bounded_and_holds_its_targets(words: Sequence[str], chosen: Sequence[int]) -> None:
    pieces = Pieces(VOCABULARY)
    sentence = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
    picked = [number % len(words) for number in chosen]
    windows = cut_stance_windows(sentence, [(starts[n], starts[n] + len(words[n])) for n in picked], pieces)
    assert sorted(number for window in windows for number in window.numbers) == list(range(len(picked)))
    for window in windows:
        assert len(window.pieces) == len(window.shapes) <= LONGEST
        for number, (start, end) in zip(window.numbers, window.targets, strict=True):
            assert 1 <= start < end <= len(window.pieces) - 1
            first = words[picked[number]].lower()
            if first in WORDS:
                assert VOCABULARY[window.pieces[start]] == first
