"""Words by number, heads of phrases, quoted regions, classes of cues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.cues import CueClass, cue_class
from kg.evaluation.words import TextWords, quoted_regions

TEXTS = st.text(alphabet="ab1 ,.'-“”\"\n\r\u0301\u200f😀é", max_size=60)


@given(TEXTS, st.data())
def test_a_stretch_touches_the_words_that_share_a_character_with_it(text: str, data: st.DataObject) -> None:
    words = TextWords(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    touched = {
        number for number, (first, last) in enumerate(words.spans) if set(range(first, last)) & set(range(start, end))
    }
    assert words.within([(start, end)] if start < end else []) == touched


def test_quotation_marks_and_commas_at_the_edges_of_a_stretch_do_not_matter() -> None:
    words = TextWords("He said: “We wait, for now.” Then he left.")
    assert words.within([(9, 28)]) == words.within([(10, 26)]) == frozenset({2, 3, 4, 5})


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the envoy of Norland", "envoy"),
        ("Ilse Harrow, Norland's transport minister", "Harrow"),
        ("Norland's transport minister (retired)", "minister"),
        ("of the harbour", "harbour"),
        ("who", "who"),
        ("the clerk and the pilot", "clerk"),
        ("Norland", "Norland"),
    ],
)
def test_the_head_is_the_last_word_before_whatever_ends_a_noun_phrase(phrase: str, head: str) -> None:
    words = TextWords(phrase)
    found = words.head(frozenset(range(len(words.spans))))
    assert found is not None
    assert phrase[slice(*words.spans[found])] == head


def test_an_empty_phrase_has_no_head() -> None:
    assert TextWords("Norland").head(frozenset()) is None


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We wait,” he said.", ["“We wait,”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("“We wait.\n\n“Still,” he said.", ["“We wait.", "“Still,”"]),
        ("„Nein“, he said, «non».", ["„Nein“, he said, «non»"]),
        ("He said no.” Then he left.", []),
        ("", []),
    ],
    ids=["curly", "straight", "left open in a paragraph", "low and high marks", "only a closing mark", "empty"],
)
def test_quoted_regions_lie_between_double_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_regions(text)] == quoted


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["has said"], CueClass.SPEECH),
        (["Tells"], CueClass.SPEECH),
        (["According", "to"], CueClass.ACCORDING),
        (["according to", "said"], CueClass.ACCORDING),
        ([":"], CueClass.MARK),
        (["hopes"], CueClass.OTHER),
        ([], CueClass.OTHER),
    ],
)
def test_cues_have_classes(pieces: list[str], expected: CueClass) -> None:
    assert cue_class(pieces) is expected
