"""Rows on standard output, as a table or for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import textwrap
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | bool | date | None
"""What a column of a result can hold; None: nothing known."""

_VALUE: Final = re.compile(r"\S+(?: \S+)* {2,}(?=\S)")
"""The name of a fact and the blanks behind it."""


class Format(StrEnum):
    """Forms of rows."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def chosen_format(given: Format | None, stream: TextIO | None = None) -> Format:
    """The form asked for; else a table for people, and JSON lines where another program reads."""
    if given is not None:
        return given
    return Format.TABLE if (stream or sys.stdout).isatty() else Format.JSONL


def write_rows(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Cell]],
    form: Format,
    *,
    raw_cells: bool = False,
    title: str | None = None,
    numbered: bool = False,
) -> int:
    """Write rows and return how many there were.

    `raw_cells`: leave CSV cells that look like formulas alone. `numbered`: count the rows of a table from 1, where a
    command takes the number of a row.
    """
    if form is Format.TABLE:
        from kg.cli.table import write_table

        return write_table(columns, rows, title, numbered=numbered)
    if form is Format.CSV:
        return _write_csv(columns, rows, raw_cells)
    if form is Format.MARKDOWN:
        return _write_markdown(columns, rows)
    if form is Format.JSON:
        listed = [_record(columns, row) for row in rows]
        write_line(json.dumps(listed, ensure_ascii=False, indent=1))
        return len(listed)
    count = 0
    for row in rows:
        write_line(json.dumps(_record(columns, row), ensure_ascii=False))
        count += 1
    return count


def write_line(line: str) -> None:
    """One line of data on standard output."""
    sys.stdout.write(line + "\n")


def write_card(card: str) -> None:
    """Facts, one a line (`name  value`), on standard output; in a terminal long values go on below their beginning."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        card = "\n".join(_wrapped(line, width) for line in card.splitlines())
    write_line(card)


def _wrapped(line: str, width: int) -> str:
    """The line in as many as it needs; IRIs and addresses stay whole, so that they can be copied.

    >>> print(_wrapped("about  the gates of the dam", 20))
    about  the gates of
           the dam
    """
    begin = _VALUE.match(line)
    indent = " " * len(begin[0]) if begin else ""
    pieces = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join(pieces)


def inert(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet would take it for a formula.

    >>> inert("=1+1"), inert("plain")
    ("'=1+1", 'plain')
    """
    # Spreadsheets also look behind blanks, and some fold the full-width forms.
    return (
        f"'{cell}"
        if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        else cell
    )


def printable(cell: Cell) -> str:
    """The cell for a terminal: empty for None, and without characters that could steer it."""
    if cell is None:
        return ""
    return "".join(character if character.isprintable() else " " for character in str(cell))


def _record(columns: Sequence[str], row: Mapping[str, Cell]) -> dict[str, Cell]:
    """The row for JSON, which has no type for days."""
    cells = {name: row.get(name) for name in columns}
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in cells.items()}


def csv_line(cells: Iterable[Cell]) -> str:
    """One line of a table, without its end.

    >>> csv_line(["a, b", "c\\rd", None, 1])
    '"a, b","c\\rd",,1'
    """
    out = io.StringIO()
    # With a line feed alone as the end of lines, Python before 3.13 leaves texts with a carriage return unquoted.
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n")


def _write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], raw_cells: bool) -> int:
    write_line(csv_line(columns))
    count = 0
    for row in rows:
        cells = [row.get(name) for name in columns]
        write_line(csv_line(inert(cell) if isinstance(cell, str) and not raw_cells else cell for cell in cells))
        count += 1
    return count


def _write_markdown(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> int:
    """A table as GitHub, pandoc and notebooks read it."""
    write_line(f"| {' | '.join(name.replace('_', ' ') for name in columns)} |")
    write_line("|" + "---|" * len(columns))
    count = 0
    for row in rows:
        write_line(f"| {' | '.join(_markdown_cell(row.get(name)) for name in columns)} |")
        count += 1
    return count


def _markdown_cell(cell: Cell) -> str:
    """The cell without anything that would end it or be taken for mark-up of another kind."""
    text = printable(cell)
    for mark in ("\\", "|", "<", "*", "_", "`", "["):
        text = text.replace(mark, f"\\{mark}")
    return text
