"""Where a source or a content ends, when the network stops inside a name or runs into the next sentence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.drafts import Range
    from kg.extract.rules.regions import Regions
    from kg.text import AnnotatedString, Entity

_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
LEAST_SHARE: Final = 2
"""A sentence that a content enters must be in it by one part in this many, or is left out of it."""


def with_whole_names(source: tuple[Range, ...], string: AnnotatedString) -> tuple[Range, ...]:
    """The source; a piece that ends inside a recognised name takes in all of it ("Ambassador Rita | Sol")."""
    return tuple(_grown(piece, string.entities) for piece in source)


def _grown(piece: Range, entities: Sequence[Entity]) -> Range:
    start, end = piece
    number = bisect_right(entities, end - 1, key=lambda entity: entity.start) - 1
    if number >= 0 and entities[number].label in _NAMES and entities[number].start < end < entities[number].end:
        end = entities[number].end
    number = bisect_right(entities, start, key=lambda entity: entity.start) - 1
    if number >= 0 and entities[number].label in _NAMES and entities[number].start < start < entities[number].end:
        start = entities[number].start
    return start, end


def within_sentences(content: tuple[Range, ...], string: AnnotatedString, regions: Regions) -> tuple[Range, ...]:
    """The content without the rags of sentences that it only touches ("..., she said. Two ports | will ...").

    Quoted words stay: a quotation may begin or end anywhere.
    """
    return tuple(part for piece in content for part in _trimmed(piece, string, regions))


def _trimmed(piece: Range, string: AnnotatedString, regions: Regions) -> list[Range]:
    sentences = string.sentences
    first = bisect_right(sentences, piece[0], key=lambda sentence: sentence[0]) - 1
    last = bisect_right(sentences, piece[1] - 1, key=lambda sentence: sentence[0]) - 1
    if first < 0 or first == last:
        return [piece]
    start, end = piece
    if not _belongs(sentences[last], (sentences[last][0], end), regions):
        end = sentences[last - 1][1]
    if not _belongs(sentences[first], (start, sentences[first][1]), regions):
        start = sentences[first + 1][0]
    return [(start, end)] if start < end else [piece]


def _belongs(sentence: Range, part: Range, regions: Regions) -> bool:
    quoted = any(True for _ in regions.between(*part))
    return quoted or (part[1] - part[0]) * LEAST_SHARE >= sentence[1] - sentence[0]
