"""Files of annotations and the texts beside them: opened and decoded."""

from __future__ import annotations

import codecs
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.articles import SourceFile
from kg.articles.decode import decode, read_all, refuse_long_line
from kg.articles.records import metadata_of, writable
from kg.articles.sources import sidecar_of
from kg.errors import EmptyArticle, MalformedRecord, UnreadableFile
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TextFile:
    """A decoded text file. `had_mark`: it began with a byte order mark, which some tools count as a character."""

    string: str
    had_mark: bool


def decoded(path: Path) -> TextFile:
    """The characters of a file, line ends as they stand.

    Raises: UnreadableFile: it is not there, too large or no text. EmptyArticle: it holds nothing.
    """
    name = path.as_posix()
    try:
        with path.open("rb") as stream:
            source = SourceFile(name=name, file_name=path.name, stream=stream)
            data = read_all(source)
    except FileNotFoundError:
        raise UnreadableFile("there is no such file", source=name) from None
    except OSError as error:
        raise UnreadableFile(f"cannot be opened ({error.strerror})", source=name) from None
    return TextFile(decode(data, source), data.startswith(codecs.BOM_UTF8))


def json_object(path: Path) -> dict[str, object]:
    """The JSON object that a file holds.

    Raises: ArticleError: the file cannot be read, is no JSON or something else than an object.
    """
    string = decoded(path).string
    try:
        value = json.loads(string)
    except json.JSONDecodeError as error:
        raise MalformedRecord(f"not valid JSON ({error.msg})", source=path.as_posix(), line=error.lineno) from None
    except (ValueError, RecursionError):
        problem = "not usable JSON (numbers too long or brackets too deep)"
        raise MalformedRecord(problem, source=path.as_posix()) from None
    if not isinstance(value, dict):
        raise MalformedRecord("not a JSON object", source=path.as_posix())
    return value


def article_from(text: str, path: Path, *, loader: str) -> Article:
    """The article of a text that annotations count in: all of it, no line taken for a title.

    Its id is the file's name without extension; publisher, dates and address come from `NAME.meta.json` beside it.

    Raises: EmptyArticle: no words. UnreadableFile: a line is too long. MalformedRecord: that file is broken.
    """
    name = path.as_posix()
    if not text.strip():
        raise EmptyArticle("the text has no words", source=name)
    refuse_long_line(text, SourceFile(name=name, file_name=path.name, stream=io.BytesIO()), first_line=1)
    metadata = metadata_of(sidecar_of(path), where=name, date_source="sidecar")
    return Article(text=writable(text), id=path.stem, source_file=path.name, loader=loader, **metadata)


def beside(path: Path) -> Path:
    """The text file that belongs to a file of annotations: the same name, ending in .txt."""
    return path.with_suffix(".txt")


def files_below(path: Path) -> Iterator[Path]:
    """The file itself, or all files of a folder by name, its subfolders in their place; hidden ones are left out."""
    if not path.is_dir():
        yield path
        return
    for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        # Linked folders are not followed: a link to a parent would never end.
        if entry.is_dir() and not entry.is_symlink():
            yield from files_below(entry)
        elif entry.is_file():
            yield entry
