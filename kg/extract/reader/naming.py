"""Names of people, bodies and places by the reader's own network, which has read every word already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.text import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.reader.windows import Window
    from kg.text import AnnotatedString

NAME_LABELS: Final = ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "other")
"""Kinds of names. A word gets 0 for no name, 2k + 1 where the k-th kind begins, 2k + 2 where it goes on."""
_UNKIND: Final = NAME_LABELS.index("other")
_OTHER: Final = "WORK_OF_ART"
"""What a name of another kind is called: nobody who speaks, and no place."""


def named(string: AnnotatedString, read: Iterable[tuple[Window, Sequence[int]]]) -> AnnotatedString:
    """The string with the names that the labels of its windows' words tell, in text order."""
    return replace(string, entities=tuple(entity for window, labels in read for entity in _names(window, labels)))


def _names(window: Window, labels: Sequence[int]) -> Iterator[Entity]:
    word, count = 0, len(window)
    while word < count:
        if labels[word] == 0:
            word += 1
            continue
        kind = (labels[word] - 1) // 2
        end = word + 1
        while end < count and labels[end] == 2 * kind + 2 and window.paragraph[end] == window.paragraph[word]:
            end += 1
        yield Entity(window.start[word], window.end[end - 1], _OTHER if kind == _UNKIND else NAME_LABELS[kind])
        word = end
