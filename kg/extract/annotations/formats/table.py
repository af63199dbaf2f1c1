"""Tables: one attribution a row, offsets in columns, separated by comma, semicolon or tab.

Columns, in any order; names in lower case, others are left alone:

- `document` (or `id`): which article. Rows of one article need not stand together.
- `text`, or `text_file` (a path relative to the table): the article's text, in any of its rows; without, the article
  is joined by `document`. `title`, `publisher`, `date`, `url` likewise.
- `content_start`, `content_end`, and the same for `source` and `cue`: code points, end excluded; several pieces with
  `;`, `|` or blanks between them ("10;40" and "20;55"). Empty: none. A row without any says that its article has none.
- `content`, `source`, `cue`: the words, to prove the offsets.
- `kind`, `why`, `confidence`.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Literal

from kg.articles.decode import refuse_long_line
from kg.articles.protocol import SourceFile
from kg.articles.records import metadata_of, writable
from kg.errors import ArticleError, EmptyArticle, UnsafeInput
from kg.extract.annotations.counting import Shown, find_ruler, misplacement
from kg.extract.annotations.fields import Fields
from kg.extract.annotations.files import decoded
from kg.extract.annotations.records import Place, Recorded, merged, names_of
from kg.model import Article, Attribution, Kind, Span, Why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.extract.annotations.counting import Ruler

NAME: Final = "csv"

Role = Literal["source", "cue", "content"]
_ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
_SHARED: Final = ("text", "text_file", "title", "publisher", "date", "url")
"""Columns about the article, not about the attribution."""


@dataclass(slots=True)
class _Document:
    place: Place
    about: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[Place, dict[str, str]]] = field(default_factory=list)


def read_table(path: Path) -> Iterator[Recorded | ArticleError]:
    """The articles of a table, in the order in which they come first.

    Raises: ArticleError: nothing of it can be read.
    """
    string = decoded(path).string
    for document in _documents(string, path):
        if isinstance(document, ArticleError):
            yield document
            continue
        try:
            yield _recorded(document, path)
        except ArticleError as error:
            yield error


def _documents(string: str, path: Path) -> list[_Document | ArticleError]:
    whole = Place(source=path.as_posix())
    first_line = string.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(io.StringIO(string, newline=""), delimiter=delimiter)
    errors: list[_Document | ArticleError] = []
    documents: dict[str, _Document] = {}
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        column = next((name for name in ("document", "id") if name in header), None)
        if column is None or "content_start" not in header or "content_end" not in header:
            raise whole.broken('the first row should name the columns "document", "content_start" and "content_end"')
        for cells in reader:
            place = Place(source=path.as_posix(), line=reader.line_num)
            if not any(cell.strip() for cell in cells):
                continue
            row = dict(zip(header, cells, strict=False))
            if len(cells) > len(header):
                errors.append(place.broken(f"{len(cells)} cells where the first row names {len(header)} columns"))
            elif not (key := row[column].strip()):
                errors.append(place.broken(f'the column "{column}" is empty'))
            else:
                document = documents.setdefault(key, _Document(Place(source=place.source, line=place.line, record=key)))
                document.rows.append((Place(source=place.source, line=place.line, record=key), row))
                for name in _SHARED:
                    if row.get(name) and not document.about.get(name):
                        document.about[name] = row[name]
    except csv.Error as error:
        problem = f"not a usable table ({error}); texts of over 130,000 characters belong into a file (text_file)"
        errors.append(Place(source=path.as_posix(), line=reader.line_num).broken(problem))
    return [*errors, *documents.values()]


def _recorded(document: _Document, path: Path) -> Recorded:
    text, had_mark = _text(document, path)
    shown = [
        Shown(pieces, words)
        for place, row in document.rows
        for role in _ROLES
        if (pieces := _pieces(role, row, place)) and (words := row.get(role, ""))
    ]
    ruler = None
    if text is not None:
        ruler = find_ruler(text, shown, had_mark=had_mark)
        if ruler is None:
            raise document.place.mismatch(misplacement(text, shown, "the table shows"))
    attributions: list[Attribution] = []
    unmarked: set[int] = set()
    for place, row in document.rows:
        spans = {role: _spans(role, row, place, ruler) for role in _ROLES}
        if not any(spans.values()):
            continue
        fields = Fields(row, place, f"the row of {document.place.record}")
        kind = fields.member("kind", Kind)
        if kind is None:
            unmarked.add(len(attributions))
        attributions.append(
            Attribution(
                source=spans["source"],
                cue=spans["cue"],
                content=spans["content"],
                kind=kind or Kind.STATEMENT,
                why=fields.member("why", Why),
                rule=NAME,
                confidence=1.0 if not row.get("confidence") else fields.share("confidence"),
            )
        )
    article = None if text is None else _article(document, text, path)
    key = document.place.record or ""
    return Recorded(
        place=document.place,
        article=article,
        names=(key,) if article is None else names_of(article),
        attributions=tuple(attributions),
        unmarked=frozenset(unmarked),
    )


def _text(document: _Document, path: Path) -> tuple[str | None, bool]:
    if document.about.get("text"):
        return document.about["text"], False
    named = document.about.get("text_file")
    if named is None:
        return None, False
    relative = PurePosixPath(named.replace("\\", "/"))
    if relative.is_absolute() or ".." in relative.parts or ":" in named:
        problem = f'"text_file" should be a path below the folder of the table, but is {named[:60]!r}'
        raise UnsafeInput(problem, source=path.as_posix(), line=document.place.line, record=document.place.record)
    file = decoded(path.parent / relative)
    return file.string, file.had_mark


def _article(document: _Document, text: str, path: Path) -> Article:
    place = document.place
    if not text.strip():
        raise EmptyArticle("the text has no words", source=place.source, line=place.line, record=place.record)
    source = SourceFile(name=place.source, file_name=path.name, stream=io.BytesIO())
    refuse_long_line(text, source, first_line=place.line, is_record=True, record=place.record)
    where = f"{place.source}, line {place.line}"
    return Article(
        text=writable(text),
        title=writable(document.about.get("title", "")),
        id=place.record,
        source_file=PurePosixPath(document.about.get("text_file", path.name)).name,
        loader=NAME,
        **metadata_of({name: document.about.get(name) for name in ("publisher", "date", "url")}, where=where),
    )


def _pieces(role: Role, row: dict[str, str], place: Place) -> tuple[tuple[int, int], ...]:
    starts, ends = (re.split(r"[;|\s]+", row.get(f"{role}_{side}", "").strip()) for side in ("start", "end"))
    if starts == ends == [""]:
        return ()
    numbers = [*starts, *ends]
    if len(starts) != len(ends) or not all(re.fullmatch(r"[0-9]{1,10}", number) for number in numbers):
        raise place.broken(f'"{role}_start" and "{role}_end" should hold as many whole numbers each')
    pieces = tuple(sorted((int(start), int(end)) for start, end in zip(starts, ends, strict=True)))
    if any(start >= end for start, end in pieces):
        raise place.broken(f'"{role}_start" should be less than "{role}_end"')
    return pieces


def _spans(role: Role, row: dict[str, str], place: Place, ruler: Ruler | None) -> tuple[Span, ...]:
    spans: list[Span] = []
    for piece in _pieces(role, row, place):
        found = piece if ruler is None else ruler.range(*piece)
        if found is None:
            raise place.mismatch(f"{role} {piece[0]}-{piece[1]} reaches beyond the article's text")
        spans.append(Span(*found))
    return merged(spans)
