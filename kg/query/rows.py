"""The answer to a question: rows whose cells have the type that their column declares."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.store.protocol import Literal
from kg.vocab.prefixes import VOC, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas
    import polars
    import pyarrow

    from kg.query.header import Column, ColumnType, Query
    from kg.store.protocol import Term

Cell = str | int | float | bool | date | None
"""`None` where the row has no value for the column."""

MAX_HTML_ROWS: Final = 50
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_BY_DATATYPE: Final[dict[str, ColumnType]] = {
    f"{_XSD}date": "date",
    f"{_XSD}integer": "integer",
    f"{_XSD}nonNegativeInteger": "integer",
    f"{_XSD}decimal": "decimal",
    f"{_XSD}double": "decimal",
    f"{_XSD}float": "decimal",
    f"{_XSD}boolean": "boolean",
}
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one answer, in the order of the query."""

    query: Query
    columns: tuple[Column, ...]
    values: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.values)

    def __getitem__(self, index: int) -> tuple[Cell, ...]:
        return self.values[index]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column, in the order of the rows."""
        place = [column.name for column in self.columns].index(name)
        return tuple(row[place] for row in self.values)

    def to_records(self) -> list[dict[str, Cell]]:
        """One dictionary a row, keyed by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.values]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame with fixed types: days are `datetime64`, counts nullable integers, missing cells missing.

        Raises: ExtraMissing: pandas is not installed; the message names the extra.
        """
        from kg.query.frames import data_frame

        return data_frame(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame with fixed types: days are `Date`, counts `Int64`, texts `String`, missing cells null.

        Raises: ExtraMissing: polars is not installed; the message names the extra.
        """
        from kg.query.frames import polars_frame

        return polars_frame(self)

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table with fixed types: days are `date32`, counts `int64`, texts `string`, missing cells null.

        Raises: ExtraMissing: pyarrow is not installed; the message names the extra.
        """
        from kg.query.frames import arrow_table

        return arrow_table(self)

    def to_csv(self) -> str:
        """Comma-separated values with a header line, `\\r\\n` line ends, missing cells empty.

        A text that a spreadsheet would run as a formula (it starts with =, +, - or @) gets a `'` before it.
        """
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([column.name for column in self.columns])
        for row in self.values:
            writer.writerow(["" if cell is None else _guarded(cell) for cell in row])
        return out.getvalue()

    def __str__(self) -> str:
        """The rows for people, at most `MAX_HTML_ROWS`, with short names for IRIs (`state:FRA`) and their number."""
        counted = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        lines = [" | ".join(shorten(shown(cell)) for cell in row) for row in self.values[:MAX_HTML_ROWS]]
        return "\n".join([" | ".join(column.name for column in self.columns), *lines, f"({counted})"])

    def _repr_html_(self) -> str:
        """A table for notebooks: everything escaped, short names for IRIs, at most `MAX_HTML_ROWS` rows.

        The whole IRI of a short name, and the whole of a text that was cut, is the cell's title.
        """
        from kg.query.html_table import table_of

        return table_of(self)


def typed_cell(term: Term | None, column: ColumnType) -> Cell:
    """A term as the column's type; a literal that its type cannot read stays text, as it was written."""
    if term is None:
        return None
    if not isinstance(term, Literal):
        return _concept_name(term.value) if column == "concept" else term.value
    wanted = _BY_DATATYPE.get(term.datatype, "text") if column == "any" else column
    try:
        return _read(term.value, wanted)
    except ValueError:
        return term.value


def shown(cell: Cell) -> str:
    """A cell for people: days in ISO form, an empty text for None."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _read(value: str, wanted: ColumnType) -> Cell:
    match wanted:
        case "date":
            return date.fromisoformat(value)
        case "integer":
            return int(value)
        case "decimal":
            return float(value)
        case "boolean":
            return value in ("true", "1")
        case _:
            return value


def _concept_name(iri: str) -> str:
    return iri.removeprefix(VOC).rpartition("/")[2] if iri.startswith(VOC) else iri


def _guarded(cell: Cell) -> str:
    text = shown(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA_STARTS) else text
