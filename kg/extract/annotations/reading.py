"""From a path to annotated articles: which files, in which format, joined with their texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from kg.articles import SourceFile, read_sources
from kg.articles.decode import MAX_BYTES
from kg.errors import ArticleError, MalformedRecord, UnknownFormat, UnreadableFile
from kg.extract.annotations.files import files_below, json_object
from kg.extract.annotations.formats import brat, citron, corenlp, dna, gkg, json_lines, table
from kg.extract.annotations.records import joined, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.extract.annotations.records import AnnotatedArticle, Recorded
    from kg.model import Article

FORMATS: Final = (json_lines.NAME, brat.NAME, table.NAME, corenlp.NAME, citron.NAME, gkg.NAME, dna.NAME)
"""Names of the formats."""

_ENDINGS: Final = {
    json_lines.NAME: (".jsonl", ".ndjson", ".json"),
    brat.NAME: (".ann",),
    table.NAME: (".csv", ".tsv"),
    corenlp.NAME: (".json",),
    citron.NAME: (".json",),
    gkg.NAME: (".csv", ".tsv"),
    dna.NAME: (".dna",),
}
"""Of the files that are read in a folder; a file that is named itself may end in anything where its format is given."""
_Reader = Callable[["Path"], "Iterable[Recorded | ArticleError]"]


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
    try:
        files = list(annotation_files(path, format))
    except OSError as error:
        yield UnreadableFile(f"cannot be opened ({error.strerror})", source=path.as_posix())
        return
    if not files:
        endings = ", ".join(sorted(_endings(format)))
        yield UnreadableFile(f"there are no annotations in this folder (files ending in {endings})", source=str(path))
    for file in files:
        try:
            if file.exists() and not file.is_file():
                raise UnreadableFile("this is no regular file", source=file.as_posix())
            yield from _READERS[format or _format_of(file)](file)
        except FileNotFoundError:
            yield UnreadableFile("there is no such file or folder", source=file.as_posix())
        except OSError as error:
            yield UnreadableFile(f"cannot be opened ({error.strerror})", source=file.as_posix())
        except ArticleError as error:
            yield error


def annotation_files(path: Path, format: str | None = None) -> Iterator[Path]:
    """The files that annotations are read from, in their order. Texts and what describes them are not among them."""
    if not path.is_dir():
        yield path
        return
    files = [file for file in files_below(path) if not file.name.endswith((".meta.json", brat.TYPES_FILE))]
    if format is None and any(file.suffix == ".ann" for file in files):
        format = brat.NAME
    yield from (file for file in files if file.suffix.lower() in _endings(format))


def _endings(format: str | None) -> set[str]:
    return {ending for name, endings in _ENDINGS.items() if format in (None, name) for ending in endings}


def _format_of(path: Path) -> str:
    """The format of one file, by its name and its first line.

    Raises: UnreadableFile: neither tells it. OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        first_line = stream.readline(MAX_BYTES).decode("utf-8-sig", "replace")
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt", "") and gkg.is_gkg(first_line):
        return gkg.NAME
    if ending in (".jsonl", ".ndjson"):
        return json_lines.NAME
    if ending == ".ann":
        return brat.NAME
    if ending == ".dna":
        return dna.NAME
    if ending in (".csv", ".tsv"):
        return table.NAME
    if ending == ".json":
        # One object over many lines, or objects line by line in a file that is called .json.
        return json_lines.NAME if first_line.startswith("{") and '"attributions"' in first_line else corenlp.NAME
    problem = f"the format cannot be told from the name; give it: {', '.join(FORMATS)}"
    raise UnreadableFile(problem, source=path.as_posix())


def _read_brat(path: Path) -> Iterable[Recorded]:
    return [brat.read_brat(path, brat.types_of(path.parent))]


def _read_json(path: Path) -> Iterable[Recorded]:
    values = json_object(path)
    if corenlp.is_corenlp(values):
        return [corenlp.read_corenlp(values, path)]
    if citron.is_citron(values):
        return [citron.read_citron(values, path)]
    problem = 'this is neither CoreNLP\'s output ("sentences", "quotes") nor Citron\'s ("quotes" with "contents")'
    raise MalformedRecord(problem, source=path.as_posix())


def _streamed(read: Callable[[SourceFile], Iterator[Recorded | ArticleError]]) -> _Reader:
    def reader(path: Path) -> Iterator[Recorded | ArticleError]:
        with path.open("rb") as stream:
            yield from read(SourceFile(name=path.as_posix(), file_name=path.name, stream=stream))

    return reader


_READERS: Final[Mapping[str, _Reader]] = {
    json_lines.NAME: _streamed(json_lines.read_json_lines),
    brat.NAME: _read_brat,
    table.NAME: table.read_table,
    corenlp.NAME: _read_json,
    citron.NAME: _read_json,
    gkg.NAME: _streamed(gkg.read_gkg),
    dna.NAME: dna.read_dna,
}
