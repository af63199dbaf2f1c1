"""The extension point for formats of articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.errors import ArticleError
    from kg.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One opened input, as a loader sees it."""

    name: str
    """How messages call it: the path as the user gave it, or "standard input"."""
    file_name: str | None
    """Name without the folder, None for standard input."""
    stream: BinaryIO
    encoding: str | None = None
    """Declared beside the file (in its `.meta.json`); None where only the bytes can tell."""


class ArticleLoader(Protocol):
    """Reads one format. Registered in the entry-point group `kg.loaders`, under the file name extension it reads.

    `load` yields articles in the order of the file. A broken record is yielded as an `ArticleError`, not raised, so
    that the records after it are read; an error raised ends this file only. A loader makes nothing up: what the file
    does not say stays None. It opens no other file and no connection.
    """

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """All articles of one file."""
        ...
