"""From a path to annotated articles: which files, in which format, joined with their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.articles import SourceFile, read_sources
from kg.errors import ArticleError, UnknownFormat, UnreadableFile
from kg.extract.annotations.json_lines import read_json_lines
from kg.extract.annotations.records import AnnotatedArticle, Recorded, joined, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.model import Article

FORMATS: Final = ("jsonl",)
"""Names of the formats."""


def read_annotations(
    path: Path, format: str | None = None, *, articles: Path | None = None
) -> Iterator[AnnotatedArticle | ArticleError]:
    """Every annotated article of a file or folder, and an error for everything that cannot be used; nothing is guessed.

    Args:
        path: a file, or a folder whose files are read by name.
        format: one of `FORMATS`; None: told from the files.
        articles: file or folder of the texts, for annotations without: joined by id, address or file name.

    Raises: UnknownFormat: `format` is no name of a format.
    """
    texts: dict[str, Article] = {}
    for found in () if articles is None else read_sources([articles]):
        if isinstance(found, ArticleError):
            yield found
        else:
            for name in names_of(found):
                texts.setdefault(name, found)
    for recorded in read_recorded(path, format):
        if isinstance(recorded, ArticleError):
            yield recorded
            continue
        article = recorded.article or next((texts[name] for name in recorded.names if name in texts), None)
        try:
            if article is None:
                raise recorded.place.mismatch("there is no text for these annotations; give the articles, too")
            yield joined(recorded, article)
        except ArticleError as error:
            yield error


def read_recorded(path: Path, format: str | None = None) -> Iterator[Recorded | ArticleError]:
    """What the files say, before it is joined with texts.

    Raises: UnknownFormat: `format` is no name of a format.
    """
    if format is not None and format not in FORMATS:
        raise UnknownFormat(f"{format!r} is no format of annotations; there are {', '.join(FORMATS)}")
    name = path.as_posix()
    try:
        with path.open("rb") as stream:
            yield from read_json_lines(SourceFile(name=name, file_name=path.name, stream=stream))
    except FileNotFoundError:
        yield UnreadableFile("there is no such file or folder", source=name)
    except OSError as error:
        yield UnreadableFile(f"cannot be opened ({error.strerror})", source=name)
    except ArticleError as error:
        yield error
