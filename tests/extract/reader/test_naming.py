"""Names that the network tells, and its reading that is kept for the extraction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.protocol import NameReader
from kg.extract.reader.naming import NAME_LABELS, named
from kg.extract.reader.remembered import MOST_WORDS, Remembered
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from kg.extract.reader import ReaderExtractor
    from kg.extract.reader.decoding import Numbers
    from kg.extract.reader.windows import Window
    from kg.text import TextReader
    from tests.extract.reader.conftest import Scene

BEGINS = {label: 2 * number + 1 for number, label in enumerate(NAME_LABELS)}


def _named(text: Scene, told: dict[str, str]) -> list[tuple[str, str]]:
    (window,) = text.page.windows
    labels = [0] * len(window)
    for phrase, label in told.items():
        words = text.words(phrase)
        for word in words:
            labels[word] = BEGINS[label] + (word != words[0])
    shadow = text.page.shadow
    return [(shadow[name.start : name.end], name.label) for name in named(text.string, [(window, labels)]).entities]


def test_names_come_in_text_order_with_all_their_words(scene: Callable[[str], Scene]) -> None:
    text = scene("Rita Sol-Varo of Brava met the Norland Fishing Board's chair at Holm.")
    told = {"Holm": "GPE", "Rita Sol-Varo": "PERSON", "Norland Fishing Board": "ORG", "Brava": "GPE"}
    assert _named(text, told) == [
        ("Rita Sol-Varo", "PERSON"),
        ("Brava", "GPE"),
        ("Norland Fishing Board", "ORG"),
        ("Holm", "GPE"),
    ]


def test_names_that_touch_stay_two(scene: Callable[[str], Scene]) -> None:
    assert _named(scene("Brava Rita Sol left."), {"Brava": "GPE", "Rita Sol": "PERSON"}) == [
        ("Brava", "GPE"),
        ("Rita Sol", "PERSON"),
    ]


def test_a_name_of_another_kind_is_no_speaker_and_no_place(scene: Callable[[str], Scene]) -> None:
    ((_, label),) = _named(scene("He read The Long Night twice."), {"The Long Night": "other"})
    assert label not in ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC")


class Counting:
    """A tagger that counts how often it was asked."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self, window: Window) -> tuple[Numbers, Numbers]:
        self.reads += 1
        return np.zeros((len(window), 2), dtype=np.float32), np.zeros((len(window), 4), dtype=np.float32)

    def roles(self, vectors: Numbers, cues: Sequence[tuple[int, int]], relations: NDArray[np.int64]) -> Numbers:
        return np.zeros((len(cues), len(vectors), 4), dtype=np.float32)


def test_a_window_is_read_once(scene: Callable[[str], Scene]) -> None:
    (window,) = scene("Torr said the port was shut.").page.windows
    counting = Counting()
    tagger = Remembered(counting)
    for _ in range(3):
        assert len(tagger.read(window)[0]) == len(window)
    assert counting.reads == 1


def test_only_so_many_words_are_kept(scene: Callable[[str], Scene]) -> None:
    (window,) = scene("Torr said the port was shut.").page.windows
    copies = [replace(window) for _ in range(MOST_WORDS // len(window) + 5)]
    counting = Counting()
    tagger = Remembered(counting)
    for _ in range(2):
        for copy in copies:
            tagger.read(copy)
    assert len(copies) < counting.reads < len(copies) + 10


def test_the_reader_names_and_extracts_the_same_as_without_names(
    extractor: ReaderExtractor, reader: TextReader
) -> None:
    assert isinstance(extractor, NameReader)
    article = Article(title="Envoy speaks", text="“We wait,” envoy Rita Sol said in Brava on Monday.")
    text = extractor.with_names(reader.read(article, names=False))
    found = extractor.extract(text)
    assert [one.content for one in found] == [one.content for one in extractor.extract(text)]
    assert found == extractor.extract(text)
