"""Cuts a sentence into what the sentence encoder reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.reader.words import cut_words
from kg.text.folding import fold

if TYPE_CHECKING:
    from kg.extract.reader.pieces import Pieces

LONGEST: Final = 128
"""Pieces that are read of a sentence, the opening and the end included: about 95 words of news."""


def cut_sentence(sentence: str, pieces: Pieces) -> list[int]:
    """The ids of a sentence's pieces between the opening and the end; a longer one is cut off.

    >>> from kg.extract.reader.pieces import Pieces
    >>> cut_sentence("Norland left", Pieces(["[UNK]", "[CLS]", "[SEP]", "left", "nor", "##land"]))
    [1, 4, 5, 3, 2]
    """
    shadow = fold(sentence).shadow.string
    found = [piece for word in cut_words(shadow, 0, len(shadow), ()).text for piece in pieces.of(word)]
    return [pieces.start, *found[: LONGEST - 2], pieces.end]
