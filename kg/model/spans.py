"""Places in an article: half-open ranges of Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StringName = Literal["text", "title"]
"""An article has two strings; a span always says which one it cuts."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (included) to `end` (excluded) of one string of an article.

    >>> Span(12, 107).key
    'c12-107'
    >>> Span(0, 6, "title").key
    't0-6'
    """

    start: int
    end: int
    string: StringName = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"span {self.start}-{self.end}: a span holds at least one character and starts at 0 or later"
            )

    @property
    def key(self) -> str:
        """The span as it stands in IRIs: `c<start>-<end>` in the text, `t<start>-<end>` in the title."""
        return f"{'c' if self.string == 'text' else 't'}{self.start}-{self.end}"

    def covers(self, other: Span) -> bool:
        """True if `other` lies wholly inside this span (or is equal to it)."""
        return self.string == other.string and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share a character."""
        return self.string == other.string and self.start < other.end and other.start < self.end


def parse_span(key: str) -> Span:
    """The span that a key names; the inverse of `Span.key`.

    Raises: ValueError: the key has another form.
    """
    start, _, end = key[1:].partition("-")
    if key[:1] not in ("c", "t"):
        raise ValueError(f"{key!r} is no span key: it should look like c12-107 or t0-6")
    return Span(int(start), int(end), "text" if key[0] == "c" else "title")
