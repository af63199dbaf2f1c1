"""Words of a shadow and their place among quotations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.reader.words import QUOTE_STATES, SHAPES, cut_words
from kg.text.annotated import Quotation
from kg.text.folding import fold
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs

ODD = st.sampled_from(
    [
        *("Torr said ", "“", "”", '"', "‘", "’", "«", "»", "we wait", "U.S.", "3.5", "_", "covid-19", ", ", ". "),
        *("\n\n", "\r\n", " ", "\t", "\u3000", "&quot;", "👩\u200d🚀", "🇺🇳", "e\u0301", "x\u0302"),
        *("\u200f", "\u202b", "\u00ad", "العربية", "हिन्दी", "東京"),
    ]
)
TEXTS = st.lists(ODD, max_size=30).map("".join) | st.text(max_size=40)


def _states(text: str) -> dict[str, str]:
    """Every word of a text of one paragraph with its quote state."""
    folded = fold(text)
    shadow = folded.shadow.string
    words = cut_words(shadow, 0, len(shadow), pair_quotations(folded.oriented, cut_paragraphs(shadow)))
    return {word: QUOTE_STATES[state] for word, state in zip(words.text, words.quote, strict=True)}


@settings(deadline=None)
@given(TEXTS)
def test_every_character_that_is_no_blank_is_in_exactly_one_word(text: str) -> None:
    shadow = fold(text).shadow.string
    words = cut_words(shadow, 0, len(shadow), ())
    inside = [place for start, end in zip(words.start, words.end, strict=True) for place in range(start, end)]
    assert inside == [place for place, letter in enumerate(shadow) if not letter.isspace()]
    assert words.text == [shadow[start:end] for start, end in zip(words.start, words.end, strict=True)]


@settings(deadline=None)
@given(TEXTS)
def test_all_lists_have_one_entry_a_word_and_indexes_in_their_tables(text: str) -> None:
    folded = fold(text)
    shadow = folded.shadow.string
    quotations = pair_quotations(folded.oriented, cut_paragraphs(shadow))
    words = cut_words(shadow, 0, len(shadow), quotations)
    columns = (words.text, words.start, words.end, words.shape, words.quote, words.region)
    assert {len(column) for column in columns} == {len(words)}
    assert all(0 <= shape < len(SHAPES) for shape in words.shape)
    assert all(0 <= state < len(QUOTE_STATES) for state in words.quote)
    assert all(region == -1 or quotations[region].depth == 0 for region in words.region)


@settings(deadline=None)
@given(TEXTS)
def test_state_and_region_are_those_of_the_quotations_around_the_word(text: str) -> None:
    folded = fold(text)
    shadow = folded.shadow.string
    quotations = pair_quotations(folded.oriented, cut_paragraphs(shadow))
    words = cut_words(shadow, 0, len(shadow), quotations)
    for start, state, region in zip(words.start, words.quote, words.region, strict=True):
        around = [one for one in quotations if one.start <= start < one.end]
        outer = [one for one in around if one.depth == 0]
        assert [quotations[region]] == outer if outer else region == -1
        if not outer:
            assert QUOTE_STATES[state] == "outside"
        elif not outer[0].inner_start <= start < outer[0].inner_end:
            assert QUOTE_STATES[state] == "mark"
        else:
            assert QUOTE_STATES[state] == ("nested" if len(around) > 1 else "inside")


@settings(deadline=None)
@given(TEXTS)
def test_words_of_a_part_are_those_of_the_whole_that_lie_in_it(text: str) -> None:
    folded = fold(text)
    shadow = folded.shadow.string
    paragraphs = cut_paragraphs(shadow)
    quotations = pair_quotations(folded.oriented, paragraphs)
    whole = cut_words(shadow, 0, len(shadow), quotations)
    known = {entry[1]: entry for entry in zip(whole.text, whole.start, whole.quote, whole.region, strict=True)}
    for paragraph in paragraphs:
        words = cut_words(shadow, paragraph.start, paragraph.end, quotations)
        assert all(
            known[entry[1]] == entry for entry in zip(words.text, words.start, words.quote, words.region, strict=True)
        )


def test_a_nested_quotation_is_told_from_the_one_around_it() -> None:
    states = _states("Torr said “they call it ‘peace’ here” again")
    assert states["said"] == states["again"] == "outside"
    assert states['"'] == "mark"
    assert states["call"] == states["here"] == "inside"
    assert states["peace"] == "nested"


def test_a_quotation_left_open_goes_on_to_the_end_of_its_paragraph() -> None:
    states = _states("Torr said: “we wait for them")
    assert states["said"] == "outside"
    assert states["wait"] == states["them"] == "inside"


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", "lower"),
        ("Torr", "capital"),
        ("A", "capital"),
        ("UN", "upper"),
        ("McDowell", "mixed"),
        ("iPhone", "mixed"),
        ("2016", "digit"),
        ("20th", "digit"),
        ("—", "mark"),
        ("_", "mark"),
        ("👩", "mark"),
        ("ü", "lower"),
    ],
)
def test_the_shape_of_a_word_tells_its_letters_apart(word: str, shape: str) -> None:
    assert [SHAPES[number] for number in cut_words(word, 0, len(word), ()).shape] == [shape]


def test_inner_full_stops_belong_to_the_word_and_hyphens_do_not() -> None:
    text = "the U.S. paid 3.5bn to ex-envoys."
    assert cut_words(text, 0, len(text), ()).text == [
        *("the", "U.S", ".", "paid", "3.5bn", "to", "ex", "-", "envoys", ".")
    ]


def test_thousands_of_quotations_in_one_paragraph_are_no_trouble() -> None:
    one, count = 'he said "no" and ', 8_000
    quotations = tuple(
        Quotation(place + 8, place + 12, place + 9, place + 11) for place in range(0, count * len(one), len(one))
    )
    # Looking through all quotations for every word would take half a minute.
    words = cut_words(one * count, 0, len(one) * count, quotations)
    assert words.region[-2:] == [count - 1, -1]
