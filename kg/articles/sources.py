"""From what a user names (files, folders, "-") to articles, in a fixed order."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.articles.decode import MAX_BYTES
from kg.articles.protocol import SourceFile
from kg.articles.records import metadata_of
from kg.articles.registry import extension_of, loader_of, unsupported
from kg.errors import ArticleError, MalformedRecord, UnreadableFile
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.articles.protocol import ArticleLoader

log = logging.getLogger("kg.articles")

STANDARD_INPUT: Final = "-"
SIDECAR: Final = ".meta.json"
"""`story.txt.meta.json` or `story.meta.json` holds what `story.txt` cannot say: publication date, publisher, URL ..."""
_KNOWN = frozenset({
    "bz2", "doc", "docx", "eml", "mbox", "mht", "mhtml", "odt", "parquet", "pdf", "rdf", "rtf", "sgml", "tar", "tgz",
    "xlsx",
})  # fmt: skip
"""Formats in which articles come, but which cannot be read yet: naming them helps, silence would not."""


def read_sources(sources: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | ArticleError]:
    """Every article of the sources, and an error for everything that cannot be read.

    Order: sources as given; in a folder by name, its subfolders in their place; in a file as they stand. A file that
    is reached twice is read once. Errors are yielded so that the rest goes on; nothing is raised.

    Args: sources: paths of files and folders, or "-" for standard input: JSON lines if its first visible character is
    "{", else one plain text. stdin: read instead of the process's own standard input.
    """
    seen: set[tuple[int, int]] = set()
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer if stdin is None else stdin)
        elif Path(source).is_dir():
            yield from _read_folder(Path(source), seen)
        else:
            yield from _read_file(Path(source), seen)


def _read_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Article | ArticleError]:
    left_out: dict[str, list[Path]] = {}
    for path in _files(folder):
        extension = extension_of(path.name)
        if loader_of(extension) is None:
            left_out.setdefault(extension, []).append(path)
        else:
            yield from _read_file(path, seen)
    for extension, paths in sorted(left_out.items()):
        example = f"{len(paths)} file(s), the first is {paths[0].relative_to(folder).as_posix()}"
        if extension in _KNOWN:
            yield UnreadableFile(f"{unsupported(extension)}: {example}", source=folder.as_posix())
        else:
            log.warning("%s: files ending in %r are left out: %s", folder.as_posix(), f".{extension}", example)


def _files(folder: Path) -> Iterator[Path]:
    """Regular files below the folder, sorted by name; hidden ones and the `.meta.json` files left out."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name.endswith(SIDECAR):
            continue
        # Linked folders are not followed: a link to a parent would never end.
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _read_file(path: Path, seen: set[tuple[int, int]]) -> Iterator[Article | ArticleError]:
    name = path.as_posix()
    loader = loader_of(extension_of(path.name))
    try:
        status = path.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        if not path.is_file():
            yield UnreadableFile("this is no regular file", source=name)
        elif loader is None:
            yield UnreadableFile(unsupported(extension_of(path.name)), source=name)
        else:
            with path.open("rb") as stream:
                yield from _load(loader, stream, path)
    except FileNotFoundError:
        yield UnreadableFile("there is no such file or folder", source=name)
    except OSError as error:
        yield UnreadableFile(f"cannot be opened ({error.strerror})", source=name)


def _load(loader: ArticleLoader, stream: BinaryIO, path: Path) -> Iterator[Article | ArticleError]:
    name = path.as_posix()
    try:
        sidecar = sidecar_of(path)
        encoding = sidecar.get("encoding")
        source = SourceFile(
            name=name, file_name=path.name, stream=stream, encoding=encoding if isinstance(encoding, str) else None
        )
        beside = metadata_of(sidecar, where=f"{name}{SIDECAR}", date_source="sidecar")
        for found in loader.load(source):
            yield replace(found, **beside) if isinstance(found, Article) else found
    except ArticleError as error:
        yield error


def sidecar_of(path: Path) -> Mapping[str, object]:
    """What the `.meta.json` beside a file says; empty where there is none.

    Raises: MalformedRecord: it is no JSON object.
    """
    for candidate in (path.with_name(path.name + SIDECAR), path.with_suffix(SIDECAR)):
        if not candidate.is_file():
            continue
        try:
            with candidate.open("rb") as stream:
                record = json.loads(stream.read(MAX_BYTES))
        except (ValueError, RecursionError):
            raise MalformedRecord("not valid JSON", source=candidate.as_posix()) from None
        if not isinstance(record, dict):
            raise MalformedRecord("not a JSON object", source=candidate.as_posix())
        return record
    return {}


def _read_stream(stream: BinaryIO) -> Iterator[Article | ArticleError]:
    peekable = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(io.BytesIO(stream.read()))
    # The byte order mark is no visible character either.
    head = peekable.peek(4096)[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    loader = loader_of("jsonl" if head.startswith(b"{") else "txt")
    assert loader is not None, "the built-in loaders are registered by the package itself"
    try:
        yield from loader.load(SourceFile(name="standard input", file_name=None, stream=peekable))
    except ArticleError as error:
        yield error
