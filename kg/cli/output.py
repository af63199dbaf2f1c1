"""Rows on standard output, as a table or for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from kg.cli.messages import say
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.text import Text

Cell = str | int | float | bool | date | None
"""What a column of a result can hold; None: nothing known."""


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
) -> int:
    """Write rows and return how many there were. `raw_cells`: leave CSV cells that look like formulas alone."""
    if form is Format.TABLE:
        return _write_table(columns, rows, title)
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


def _short(cell: Cell) -> Cell:
    """An IRI as a short name (`state:FRA`), which every parameter takes as well; other cells as they are."""
    return shorten(cell) if isinstance(cell, str) and cell.startswith(("http://", "https://")) else cell


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


_LEAST_WIDTH = 10
"""Characters that a column of cells without blanks gets at least, if they have as many: a day fits on one line."""
_LEAST_FOR_WORDS = 7
"""The same for cells that can be broken at a blank."""
_BETWEEN = 3
"""Characters that the frame of a table takes for each column."""


def _write_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], title: str | None) -> int:
    """A table for people. Where the terminal is too narrow, columns of IRIs give way, and a message names them."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = list(rows)
    if not listed:
        # A frame of empty columns, squeezed, reads like a fault.
        say("no rows")
        return 0
    # Text, not str: cells may hold square brackets, which rich would read as its own mark-up.
    cells = {name: [Text(printable(_short(row.get(name)))) for row in listed] for name in columns}
    least = {name: _least_width(cells[name]) for name in columns}
    console = Console()
    shown = list(columns)
    for name in reversed(columns):
        if _BETWEEN * len(shown) + 1 + sum(least[each] for each in shown) <= console.width:
            break
        if len(shown) > 1 and _holds_iris(row.get(name) for row in listed):
            shown.remove(name)
    fits = _BETWEEN * len(shown) + 1 + sum(least[name] for name in shown) <= console.width
    table = Table(title=title, title_justify="left", show_lines=False, expand=False)
    for name in shown:
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=fits and _is_whole(cells[name]))
    for index in range(len(listed)):
        table.add_row(*(cells[name][index] for name in shown))
    console.print(table)
    hidden = [name for name in columns if name not in shown]
    if hidden:
        say(f"No room for {', '.join(hidden)}: a wider terminal shows them, and so does --format csv.")
    return len(listed)


def _least_width(cells: Sequence[Text]) -> int:
    bound = _LEAST_FOR_WORDS if any(" " in cell.plain for cell in cells) else _LEAST_WIDTH
    return min(bound, max((len(cell) for cell in cells), default=0))


def _is_whole(cells: Sequence[Text]) -> bool:
    """True for days and numbers, which are hard to read in two pieces."""
    return all(len(cell) <= _LEAST_WIDTH and cell.plain[:1].isdigit() for cell in cells if cell)


def _holds_iris(cells: Iterable[Cell]) -> bool:
    """True for a column of IRIs alone, some at least."""
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, str) and cell.startswith(("http://", "https://")) for cell in known)
