"""Offsets in other units become code points."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from kg.extract.annotations.counting import Ruler, Shown, find_ruler, misplacement

PIECES = ["a", "B", " ", "é", "e\u0301", "🚢", "👩‍🚀", "\r\n", "\n", "“", "”", "\u200f", "\u00ad", "日"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join) | st.text(min_size=1, max_size=40)


def units(text: str, counting: str) -> list[int]:
    """For each code point and the end, how many units stand before it."""
    places = [0]
    for number, character in enumerate(text):
        width = {"points": 1, "utf-16": len(character.encode("utf-16-le", "surrogatepass")) // 2}.get(counting)
        if counting == "utf-8":
            width = len(character.encode("utf-8", "surrogatepass"))
        if counting == "one line end":
            width = 0 if text[number : number + 2] == "\r\n" else 1
        assert width is not None
        places.append(places[-1] + width)
    return places


@given(TEXTS, st.sampled_from(["points", "utf-16", "utf-8", "one line end"]), st.data())
def test_words_come_out_whichever_way_they_were_counted(text: str, counting: str, data: st.DataObject) -> None:
    places = units(text, counting)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    assume(not text[start:end].startswith("\n") and not text[start:end].endswith("\r"))
    every_word = [Shown(((places[m.start()], places[m.end()]),), m.group()) for m in re.finditer(r"\S", text)]
    ruler = find_ruler(text, every_word)
    assert ruler is not None
    found = ruler.range(places[start], places[end])
    assert found is not None
    assert text[slice(*found)].split() == text[start:end].split()


@given(TEXTS, st.integers(-5, 100), st.integers(-5, 100))
def test_a_range_is_always_inside_the_text_or_none(text: str, start: int, end: int) -> None:
    for counting in ("utf-16", "utf-8", "one line end"):
        found = Ruler(text, tuple(units(text, counting))).range(start, end)
        assert found is None or 0 <= found[0] < found[1] <= len(text)


def test_a_byte_order_mark_may_count() -> None:
    text = "Norland said so"
    ruler = find_ruler(text, [Shown(((9, 13),), "said")], had_mark=True)
    assert ruler is not None
    assert ruler.range(1, 8) == (0, 7)
    assert find_ruler(text, [Shown(((9, 13),), "said")]) is None


def test_an_offset_inside_a_character_is_none() -> None:
    ruler = find_ruler("🚢 left", [Shown(((3, 7),), "left")])
    assert ruler is not None
    assert (ruler.range(1, 7), ruler.range(0, 2)) == (None, (0, 1))


def test_the_words_of_several_pieces_are_joined_and_blanks_do_not_matter() -> None:
    text = "We wait,\r\n he said, for now"
    assert Ruler(text).shows(Shown(((0, 7), (20, 27)), "We wait for\tnow"))
    assert not Ruler(text).shows(Shown(((0, 7), (20, 99)), "We wait for now"))


def test_the_sentence_names_the_first_passage_that_is_not_there() -> None:
    shown = [Shown(((0, 7),), "Norland"), Shown(((8, 12),), "told")]
    assert find_ruler("Norland said so", shown) is None
    sentence = misplacement("Norland said so", shown, "the file shows")
    assert "'said' at 8" in sentence
    assert "'told'" in sentence
