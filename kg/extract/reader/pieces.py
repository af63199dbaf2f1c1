"""WordPiece: words to the pieces of the encoder's vocabulary.

The usual library for this (tokenizers) brings a network client along; the algorithm is a dozen lines. A test compares
the two on a list of hard words. Source: Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1, as
in BERT: greedy, longest match first, pieces inside a word marked with "##".
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN: Final = "[UNK]"
START: Final = "[CLS]"
END: Final = "[SEP]"
LONGEST_WORD: Final = 40
"""Words with more letters become one unknown piece, as nothing is learnt about them."""
_KEPT: Final = 50_000
"""Words kept in memory with their pieces."""
_IDEOGRAPHS: Final = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0002ceaf"),
    ("\U0002f800", "\U0002fa1f"),
)


class Pieces:
    """Cuts words into pieces, case and accents dropped."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.start = self._ids[START]
        self.end = self._ids[END]
        self._unknown = self._ids[UNKNOWN]
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of one word, at least one."""
        pieces = self._known.get(word)
        if pieces is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            pieces = self._known[word] = self._cut(word)
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        # Letter by letter: of a whole word, Python would write a final sigma in another way than BERT does.
        plain = unicodedata.normalize("NFD", "".join(map(str.lower, word)))
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
        if not plain or len(plain) > LONGEST_WORD:
            return (self._unknown,)
        # BERT parts a word at every mark ("U.S." is four words) and ideograph; the encoder has only seen that.
        pieces: list[int] = []
        for part in _parts(plain):
            found = self._longest_matches(part)
            pieces += found if found is not None else [self._unknown]
        return tuple(pieces)

    def _longest_matches(self, part: str) -> list[int] | None:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    pieces.append(self._ids[piece])
                    start = end
                    break
            else:
                return None
        return pieces


def _parts(word: str) -> list[str]:
    parts: list[str] = []
    open_part = False
    for letter in word:
        if letter.isalnum() and not _is_ideograph(letter):
            if open_part:
                parts[-1] += letter
            else:
                parts.append(letter)
            open_part = True
        else:
            parts.append(letter)
            open_part = False
    return parts


def _is_ideograph(letter: str) -> bool:
    """True for the Chinese characters that BERT takes for words of their own; kana and hangul are none."""
    return letter >= "\u3400" and any(first <= letter <= last for first, last in _IDEOGRAPHS)
