"""The stance reader as a whole, with the weights that ship."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import TargetOutside
from kg.extract.stance import Judged, StanceReader

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCES = (
    "Norland accused Valdoria of breaking the treaty.",
    "The ministers of Estmark and Valdoria met in Tarn on Monday.",
    "Valdoria's courageous decision deserves our gratitude.",
    "Estmark said on Monday that it had received a letter from Norland, from Valdoria and from nobody else.",
    "Norland praised Estmark and condemned Valdoria for the attack.",
)
NAMES = ("Norland", "Valdoria", "Estmark")


def asked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence with every name in it as a target, in the order of `NAMES`."""
    return sentence, [(sentence.index(name), sentence.index(name) + len(name)) for name in NAMES if name in sentence]


def alone(stances: StanceReader, sentence: str, name: str) -> Judged:
    start = sentence.index(name)
    [[judged]] = stances.judge([(sentence, [(start, start + len(name))])])
    return judged


@pytest.mark.parametrize(
    ("sentence", "name", "polarity"),
    [
        ("Norland accused Valdoria of torturing prisoners and lying about it.", "Valdoria", "negative"),
        ("The brutal and corrupt government of Valdoria has betrayed its own people.", "Valdoria", "negative"),
        ("Valdoria has been a wonderful and generous friend to all of us.", "Valdoria", "positive"),
        ("The president praised Valdoria for its courage and called it a hero.", "Valdoria", "positive"),
        ("The delegation will travel to Valdoria on Tuesday.", "Valdoria", "neutral"),
    ],
)
def test_plain_words_are_read_as_what_they_say(stances: StanceReader, sentence: str, name: str, polarity: str) -> None:
    assert alone(stances, sentence, name).polarity == polarity


def test_two_targets_of_one_sentence_are_told_apart(stances: StanceReader) -> None:
    sentence = "The president praised Norland as a great friend and condemned Valdoria as a brutal dictatorship."
    [[norland, valdoria]] = stances.judge([asked(sentence)])
    assert norland.positive > valdoria.positive
    assert valdoria.negative > norland.negative


def test_probabilities_add_up_to_one(stances: StanceReader) -> None:
    for answers in stances.judge([asked(sentence) for sentence in SENTENCES]):
        for judged in answers:
            assert judged.negative + judged.neutral + judged.positive == pytest.approx(1.0, abs=2e-4)
            assert min(judged.negative, judged.neutral, judged.positive) >= 0.0


def test_the_likeliest_polarity_is_named_and_a_tie_is_neutral() -> None:
    assert Judged(negative=0.5, neutral=0.3, positive=0.2).polarity == "negative"
    assert Judged(negative=0.2, neutral=0.4, positive=0.4).polarity == "neutral"
    assert Judged(negative=0.4, neutral=0.2, positive=0.4).polarity == "negative"


def test_an_answer_does_not_depend_on_what_else_is_asked(stances: StanceReader) -> None:
    together = stances.judge([asked(sentence) for sentence in SENTENCES])
    for sentence, answers in zip(SENTENCES, together, strict=True):
        names = [name for name in NAMES if name in sentence]
        assert [alone(stances, sentence, name) for name in names] == answers
    assert stances.judge([asked(sentence) for sentence in SENTENCES[::-1]])[::-1] == together


def test_the_same_question_has_the_same_answer_in_another_process(stances: StanceReader) -> None:
    program = (
        "from kg.extract.stance import StanceReader\n"
        f"print(StanceReader(asked={stances.asked!r}).judge([{asked(SENTENCES[0])!r}, {asked(SENTENCES[4])!r}]))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == repr(stances.judge([asked(SENTENCES[0]), asked(SENTENCES[4])]))


def test_no_sentences_and_no_targets_have_no_answers(stances: StanceReader) -> None:
    assert stances.judge([]) == []
    assert stances.judge([("Norland lied.", []), asked("Norland lied.")])[0] == []
    assert StanceReader().judge([("", [])]) == [[]]


@pytest.mark.parametrize(
    "sentence", ["Valdoria lied.", "He lied about Valdoria", "Valdoria", "(Valdoria)", "Valdoria!"]
)
def test_targets_at_the_edges_of_a_sentence_are_judged(stances: StanceReader, sentence: str) -> None:
    assert alone(stances, sentence, "Valdoria").polarity in ("negative", "neutral", "positive")


@pytest.mark.parametrize("words", [200, 5_000])
def test_far_words_of_a_very_long_sentence_change_nothing(stances: StanceReader, words: int) -> None:
    near = " and then" * 70 + " Norland accused Valdoria of torturing prisoners" + " and then" * 70
    far = " it was said" * words
    assert alone(stances, far + near + far, "Valdoria") == alone(stances, near, "Valdoria")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Valdoria " + "a" * 10_000, id="a word without an end"),
        pytest.param("Valdoria" + "\u0301" * 5_000, id="accents upon accents"),
        pytest.param("Valdoria\x00\x01\x7f\ud800", id="control characters and half a surrogate pair"),
        pytest.param("\u202eValdoria\u202c \U0001f4a5\U0001f4a5", id="turned writing and pictures"),
        pytest.param("Valdoria [SEP] [CLS] [MASK] [PAD]", id="words that look like marks of the network"),
        pytest.param("Valdoria " + "<b>&amp;" * 500, id="tags and entities"),
        pytest.param("Valdoria " + "." * 3_000, id="marks only"),
        pytest.param("\u4e2d\u6587 Valdoria \u0939\u093f\u0928\u094d\u0926\u0940", id="other scripts"),
        pytest.param("Valdoria\n\n\t lied\r\n", id="line ends"),
    ],
)
def test_hostile_strings_are_judged_without_an_error(stances: StanceReader, sentence: str) -> None:
    judged = alone(stances, sentence, "Valdoria")
    assert judged.negative + judged.neutral + judged.positive == pytest.approx(1.0, abs=2e-4)


@settings(max_examples=30, deadline=None)
@given(before=st.text(max_size=60), name=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8))
def test_any_string_with_a_word_as_target_is_judged(stances: StanceReader, before: str, name: str) -> None:
    [[judged]] = stances.judge([(f"{before} {name}", [(len(before) + 1, len(before) + 1 + len(name))])])
    assert 0.0 <= judged.negative <= 1.0


def test_a_target_outside_of_its_sentence_is_an_error_that_says_where(stances: StanceReader) -> None:
    with pytest.raises(TargetOutside) as caught:
        stances.judge([("Norland lied.", [(0, 7), (20, 30)])])
    assert (caught.value.start, caught.value.end, caught.value.length) == (20, 30, 13)


def _modules_after(program: str) -> Sequence[str]:
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.split()


def test_nothing_heavy_is_loaded_before_the_first_question() -> None:
    loaded = _modules_after("from kg.extract.stance import StanceReader; StanceReader()")
    assert not {"onnxruntime", "spacy", "torch"} & set(loaded)


def test_torch_and_spacy_are_not_needed_to_judge() -> None:
    loaded = _modules_after(
        "from kg.extract.stance import StanceReader; StanceReader().judge([('Norland lied.', [(0, 7)])])"
    )
    assert "onnxruntime" in loaded
    assert not {"spacy", "torch", "tokenizers"} & set(loaded)
