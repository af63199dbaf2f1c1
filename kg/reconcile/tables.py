"""Files that people fill in: a table as CSV, or as JSON Lines where the name ends in .jsonl."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import ReviewFileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""Beginnings that a spreadsheet takes for a formula, or for the apostrophe that hides one."""
Cells = dict[str, str]


def write_table(
    path: str | PathLike[str], columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, raw: bool = False
) -> int:
    """Write rows, and return how many. In CSV, cells that a spreadsheet would run get an apostrophe in front.

    Args: raw: leave such cells as they are, for a file that a program reads.

    Raises: ReviewFileError: the file cannot be written.
    """
    target = Path(path)
    listed = [{name: row.get(name, "") for name in columns} for row in rows]
    try:
        with target.open("w", encoding="utf-8", newline="") as file:
            if target.suffix.casefold() == ".jsonl":
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in listed)
            else:
                table = csv.DictWriter(file, columns, lineterminator="\n")
                table.writeheader()
                table.writerows({name: cell if raw else _hidden(cell) for name, cell in row.items()} for row in listed)
    except OSError as error:
        raise ReviewFileError(f"it cannot be written: {error.strerror or error}", source=str(path)) from error
    return len(listed)


def read_table(path: str | PathLike[str], needed: Sequence[str]) -> Iterator[tuple[int, Cells]]:
    """The rows of a file with their lines (the last one of a row), cells without blanks around them.

    Args: needed: columns that have to be there; others may be missing, and further ones are passed over.

    Raises: ReviewFileError: the file is no such table, or cannot be read.
    """
    source = Path(path)
    try:
        text = source.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewFileError(f"it cannot be read: {error}; save it as UTF-8", source=str(path)) from error
    if source.suffix.casefold() == ".jsonl":
        yield from _json_rows(text, str(path), needed)
        return
    reader = csv.DictReader(text.splitlines(keepends=True))
    try:
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise ReviewFileError(f"the column {missing[0]!r} is missing; keep the header", source=str(path), line=1)
        for row in reader:
            yield reader.line_num, {name: _plain(cell.strip()) for name, cell in row.items() if isinstance(cell, str)}
    except csv.Error as error:
        raise ReviewFileError(f"no CSV: {error}", source=str(path), line=reader.line_num) from error


def _json_rows(text: str, source: str, needed: Sequence[str]) -> Iterator[tuple[int, Cells]]:
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        try:
            row = json.loads(written)
        except json.JSONDecodeError as error:
            raise ReviewFileError(f"no JSON: {error.msg}", source=source, line=line) from error
        if not isinstance(row, dict) or not all(isinstance(cell, str) for cell in row.values()):
            raise ReviewFileError("a row is a JSON object of texts", source=source, line=line)
        if missing := [name for name in needed if name not in row]:
            raise ReviewFileError(f"the field {missing[0]!r} is missing", source=source, line=line)
        yield line, {name: cell.strip() for name, cell in row.items()}


def _hidden(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    """The cell as it was before `_hidden`; a spreadsheet may have taken the apostrophe off already."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(_FORMULA) else cell
