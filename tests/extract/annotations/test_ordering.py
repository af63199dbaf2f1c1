"""Passages whose offsets count tokens find their characters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.annotations.ordering import Numbered, Unplaceable, places_in_order
from kg.model import Span

WORDS = st.lists(st.sampled_from(["said", "Torr", "no", "🚢", "e\u0301", "over"]), min_size=1, max_size=25)


def numbered(words: list[str], start: int, end: int) -> Numbered:
    return Numbered(start, end, " ".join(words[start:end]))


@given(WORDS, st.lists(st.tuples(st.integers(0, 24), st.integers(1, 4)), max_size=8), st.sampled_from([" ", "\r\n"]))
def test_a_passage_is_placed_where_it_stands_or_not_at_all(
    words: list[str], ranges: list[tuple[int, int]], blank: str
) -> None:
    text = blank.join(words)
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    passages = [numbered(words, start, min(len(words), start + size)) for start, size in ranges if start < len(words)]
    try:
        found = places_in_order(text, passages)
    except Unplaceable:
        return
    for passage, span in found.items():
        assert (span.start, span.end) == (tokens[passage.start][0], tokens[passage.end - 1][1])


@given(WORDS)
def test_all_tokens_in_a_row_are_placed(words: list[str]) -> None:
    text = "Begin. " + " ".join(words)
    passages = [Numbered(0, 1, "Begin."), *(Numbered(n, n + 1, word) for n, word in enumerate(words, start=1))]
    found = places_in_order(text, passages)
    assert [text[found[one].start : found[one].end] for one in passages] == ["Begin.", *words]
    assert [found[one].start for one in passages] == sorted(found[one].start for one in passages)


def test_neighbours_that_are_sure_tell_where_a_common_word_stands() -> None:
    text = "Torr said no, Holm said yes, he said."
    passages = [Numbered(4, 5, "Holm"), Numbered(5, 6, "said"), Numbered(9, 10, "said"), Numbered(8, 9, "he")]
    found = places_in_order(text, passages)
    assert [found[one].start for one in passages[1:3]] == [19, 32]


def test_what_the_order_forbids_is_refused() -> None:
    with pytest.raises(Unplaceable, match="where the numbers put it"):
        places_in_order("Torr said no.", [Numbered(0, 1, "no"), Numbered(5, 6, "Torr")])
    with pytest.raises(Unplaceable, match="'gone'"):
        places_in_order("Torr said no.", [Numbered(0, 1, "gone")])
    with pytest.raises(Unplaceable, match="several places"):
        places_in_order("no no", [Numbered(7, 8, "no")])


def test_thousands_of_passages_are_placed() -> None:
    text = " ".join(f"Torr{n} said no{n}." for n in range(1_000))
    passages = [Numbered(4 * n + 1, 4 * n + 2, "said") for n in range(1_000)]
    passages += [Numbered(4 * n, 4 * n + 1, f"Torr{n}") for n in range(0, 1_000, 5)]
    with pytest.raises(Unplaceable):
        places_in_order(text, passages[1:])
    assert places_in_order(text, passages)[passages[7]] == Span(*re.search(r"(?<=Torr7 )said", text).span())  # type: ignore[union-attr]
