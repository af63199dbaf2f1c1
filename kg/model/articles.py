"""The article: what a loader hands on, the same for every format."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.model.spans import Span

DateSource = Literal["record", "json-ld", "meta", "sidecar", "option"]
"""Where a publication date was read; never the running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news item or official text as published.

    `title` and `text` are kept exactly as decoded: no normalisation, no change of line ends, tails not cut.
    Every offset in Démarche counts code points of one of the two. Every other field is None (or empty) where the
    source does not say; nothing is guessed. `published` and `updated` are ISO 8601, a date or a date with
    time and zone, in the source's own zone. Field names follow ninjs where it has one.
    """

    text: str
    title: str = ""
    id: str | None = None
    """The record's own id (a JSON line's `id`)."""
    url: str | None = None
    """Canonical URL without user information, fragment or known tracking and token parameters."""
    published: str | None = None
    updated: str | None = None
    date_source: DateSource | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    """The place line, as printed ("MOSCOW")."""
    language: str | None = None
    genre: str | None = None
    licence: str | None = None
    rights_holder: str | None = None
    source_file: str | None = None
    """Name of the file, without its folder: for messages, never part of an identity."""
    loader: str = ""

    @property
    def key(self) -> str:
        """What the article is across its versions: URL, else own id, else a hash of title and text. Never a path."""
        if self.url:
            return self.url
        if self.id:
            return f"id:{self.id}"
        return "sha256:" + _digest(self.title, self.text)

    @property
    def version(self) -> str:
        """16 hex digits: this wording of this article. Two outlets that print one text get two versions."""
        return _digest(self.key, self.title, self.text)[:16]

    @property
    def text_hash(self) -> str:
        """SHA-256 of title and text alone: equal in copies of one text, whoever prints them."""
        return _digest(self.title, self.text)

    @property
    def published_day(self) -> date | None:
        """The publication day in the source's own time zone, None where the source gives no full date."""
        return parse_day(self.published)

    def cut(self, span: Span) -> str:
        """The words that a span stands for."""
        string = self.text if span.string == "text" else self.title
        return string[span.start : span.end]


def parse_day(stamp: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time, as written (no shift of zone); None if there is no full date.

    >>> parse_day("2024-05-01T00:40:00+09:00")
    datetime.date(2024, 5, 1)
    >>> parse_day("2024-05") is None
    True
    """
    if not stamp or len(stamp) < 10:
        return None
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _digest(*parts: str) -> str:
    # Lengths keep ("ab", "c") and ("a", "bc") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()
