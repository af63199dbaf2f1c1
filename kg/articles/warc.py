"""Web archives (WARC): the pages among the responses, each read like a saved page. Nothing is fetched.

The date of a record is the day of its capture, not of publication, and is not used.
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.articles.decode import MAX_BYTES
from kg.articles.html import HtmlLoader
from kg.articles.protocol import SourceFile
from kg.articles.urls import canonical_url
from kg.errors import ArticleError, UnreadableFile
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_HEAD: Final = 64 * 1024
_PAGES: Final = ("text/html", "application/xhtml")


class WarcLoader:
    """Reads the pages of a web archive; requests, metadata, pictures and the like are passed over."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and broken records, in the order of the archive.

        Raises: UnreadableFile: it is no web archive.
        """
        number = 0
        while (line := _first_line(source)) is not None:
            number += 1
            if not line.startswith(b"WARC/"):
                problem = "this is no web archive (WARC)" if number == 1 else f"behind record {number - 1}: no record"
                raise UnreadableFile(problem, source=source.name)
            headers = _headers(source.stream)
            length = headers.get("content-length", "")
            if not length.isdecimal() or len(length) > 15:
                raise UnreadableFile(f"record {number} does not say how long it is", source=source.name)
            size = int(length)
            if size > MAX_BYTES:
                yield UnreadableFile(f"record {number} is larger than the limit of one article", source=source.name)
                _skip(source, size)
                continue
            block = source.stream.read(size)
            if len(block) < size:
                yield UnreadableFile(f"record {number} is cut short", source=source.name)
                return
            if headers.get("warc-type") == "response":
                yield from _page(block, headers, number, source)


def _first_line(source: SourceFile) -> bytes | None:
    """The next line that is not blank, None at the end."""
    while line := source.stream.readline(_LONGEST_HEAD):
        if line.strip():
            return line
    return None


def _skip(source: SourceFile, size: int) -> None:
    while size > 0 and (chunk := source.stream.read(min(size, 1024 * 1024))):
        size -= len(chunk)


def _headers(stream: BinaryIO) -> dict[str, str]:
    """Header lines up to a blank one, names in lower case; the first of a name wins."""
    found: dict[str, str] = {}
    read = 0
    while read < _LONGEST_HEAD and (line := stream.readline(_LONGEST_HEAD)).strip():
        read += len(line)
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _page(
    block: bytes, headers: Mapping[str, str], number: int, source: SourceFile
) -> Iterator[Article | ArticleError]:
    stream = io.BytesIO(block)
    status = stream.readline(_LONGEST_HEAD)
    answered = _headers(stream)
    kind = answered.get("content-type", "text/html").lower()
    if not status.startswith(b"HTTP/") or b" 200" not in status[:16] or not kind.startswith(_PAGES):
        return
    if answered.get("content-encoding", "identity").lower() not in ("identity", ""):
        yield UnreadableFile(f"the page of record {number} is packed", source=source.name)
        return
    address = canonical_url(headers.get("warc-target-uri", "").strip("<>"))
    charset = kind.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    page = SourceFile(
        name=f"{source.name}, record {number}",
        file_name=source.file_name,
        stream=io.BytesIO(stream.read()),
        encoding=charset,
    )
    try:
        for found in HtmlLoader().load(page):
            if isinstance(found, Article):
                yield replace(found, url=found.url or address, loader="warc")
            else:
                yield found
    except ArticleError as error:
        yield error
