"""Verbs of blame that tell of blows as well make a statement only where words are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria attacked Norland on Friday.",
        "The rebels hit the town and attacked the village.",
        "Norland blasted the border post with rockets.",
        "Gunmen slammed a car into the embassy.",
        "Militants attacked a convoy near Tarn.",
        "Troops loyal to the junta assailed the airfield at dawn.",
        "A crowd attacked the consulate with stones.",
    ],
)
def test_a_blow_is_no_statement(extract: Callable[[str], list[Found]], text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kestria attacked the resolution as one-sided.",
        "Minister Dahl attacked Kestria for its veto.",
        "The opposition attacked the government's handling of the flood.",
        "She attacked the league for its silence.",
        "The foreign minister slammed Valdoria.",
        "Valdoria blasted the “shameful” border post.",
        "The union blasted the proposal to close the port.",
    ],
)
def test_an_attack_in_words_is_one(extract: Callable[[str], list[Found]], text: str) -> None:
    [found] = extract(text)
    assert found.attribution.cue_lemma in ("attack", "slam", "blast")
