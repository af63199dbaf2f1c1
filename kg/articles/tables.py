"""Tables: CSV and TSV with a header line, one article a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kg.articles.decode import MAX_BYTES, decode, read_all
from kg.articles.jsonl import TEXT_FIELDS, article_of
from kg.errors import ArticleError, MalformedRecord, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles.protocol import SourceFile
    from kg.model import Article

_DELIMITERS = (",", ";", "\t", "|")


class TableLoader:
    """Reads the rows of a table by the names in its first line."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and broken rows, in the order of the file; lines in messages are those where a row ends.

        Raises: UnreadableFile: the first line names no column that could hold the text.
        """
        string = decode(read_all(source), source)
        header = string.lstrip("\r\n").partition("\n")[0]
        delimiter = max(_DELIMITERS, key=header.count)
        csv.field_size_limit(MAX_BYTES)
        rows = csv.reader(io.StringIO(string, newline=""), delimiter=delimiter)
        names = _names(rows, source)
        while True:
            try:
                cells = next(rows, None)
            except csv.Error as error:
                yield MalformedRecord(f"the row cannot be read ({error})", source=source.name, line=rows.line_num)
                return
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            record: dict[str, object] = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
            try:
                if len(cells) > len(names):
                    problem = f"the row has {len(cells)} cells, the header {len(names)}; put texts in quotation marks"
                    raise MalformedRecord(problem, source=source.name, line=rows.line_num)
                yield article_of(record, rows.line_num, source)
            except ArticleError as error:
                yield error


def _names(rows: Iterator[list[str]], source: SourceFile) -> list[str]:
    try:
        names = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        raise UnreadableFile(f"the first line cannot be read ({error})", source=source.name) from None
    known = {field.casefold(): field for field in (*TEXT_FIELDS, "title", "headline", "id")}
    names = [known.get(name.casefold(), name) for name in names]
    if not any(field in names for field in TEXT_FIELDS):
        problem = f'no column is called "text"; the first line names {", ".join(names)[:200] or "nothing"}'
        raise UnreadableFile(problem, source=source.name, line=1)
    return names
