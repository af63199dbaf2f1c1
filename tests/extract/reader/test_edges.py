"""Where sources and contents end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.reader.edges import with_whole_names, within_sentences
from kg.text.annotated import AnnotatedString, Entity, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.reader.conftest import Scene


@pytest.mark.parametrize(
    ("piece", "whole"),
    [((0, 15), (0, 19)), ((14, 25), (11, 25)), ((0, 10), (0, 10)), ((11, 19), (11, 19)), ((20, 30), (20, 30))],
)
def test_a_source_that_ends_inside_a_name_takes_in_all_of_it(piece: tuple[int, int], whole: tuple[int, int]) -> None:
    shadow = "Ambassador Rita Sol of Brava said"
    string = AnnotatedString("text", Shadow(shadow), entities=(Entity(0, 10, "DATE"), Entity(11, 19, "PERSON")))
    assert with_whole_names((piece,), string) == (whole,)


def test_the_rag_of_a_next_sentence_is_cut_off(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr said the port was shut. Two ships from the far south of the sea will wait there.")
    cut = [text.page.shadow.index(word) for word in ("the port", "ships", "wait")]
    said = within_sentences(((cut[0], cut[1]),), text.string, text.regions)
    assert text.cut(said) == "the port was shut."
    whole = ((cut[0], cut[2]),)
    assert within_sentences(whole, text.string, text.regions) == whole


def test_quoted_words_of_a_next_sentence_stay(scene: Callable[[str], Scene]) -> None:
    text = scene('Torr said the port was shut. "No," he added, as two ships from the far south waited there.')
    piece = (text.page.shadow.index("the port"), text.page.shadow.index(" he added"))
    assert within_sentences((piece,), text.string, text.regions) == (piece,)
