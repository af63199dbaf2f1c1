"""Answers as tables of other libraries: pandas, polars, Arrow. Each is loaded only when a caller asks for it.

Column types depend on the query alone, not on the cells found, so an empty answer has the types of a full one. A cell
that its column's type cannot read (a year where a day is declared) is missing there; `Rows.to_records` keeps it.
Columns of a query without a header are declared `any`: they are text wherever their cells are of several types.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from kg.query.header import ColumnType
    from kg.query.rows import Cell, Rows

_DTYPES: Final = {"integer": "Int64", "decimal": "float64", "boolean": "boolean", "date": "datetime64[s]"}
_PYTHON: Final[dict[ColumnType, type]] = {"integer": int, "decimal": float, "boolean": bool, "date": date}
_BY_PYTHON: Final[dict[type, ColumnType]] = {python: column for column, python in _PYTHON.items()}
_LARGEST: Final = 2**63
"""Whole numbers from here on have no place in a column of 64 bits."""


def data_frame(rows: Rows) -> pandas.DataFrame:
    """The rows as a pandas data frame: days are `datetime64[s]`, counts `Int64`, texts `object`.

    Raises: ExtraMissing: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as missing:
        raise ExtraMissing("data frames need pandas: pip install 'demarche-kg[notebook]'") from missing
    columns = _columns(rows)
    return pandas.DataFrame({
        name: pandas.Series(cells, dtype=_DTYPES.get(type_, "object")) for name, (type_, cells) in columns.items()
    })  # fmt: skip


def polars_frame(rows: Rows) -> polars.DataFrame:
    """The rows as a polars data frame: days are `Date`, counts `Int64`, texts `String`, missing cells null.

    Raises: ExtraMissing: polars is not installed.
    """
    try:
        import polars
    except ImportError as missing:
        raise ExtraMissing("these data frames need polars: pip install 'demarche-kg[table]'") from missing
    types = {"integer": polars.Int64, "decimal": polars.Float64, "boolean": polars.Boolean, "date": polars.Date}
    return polars.DataFrame([
        polars.Series(name, cells, dtype=types.get(type_, polars.String), strict=True)
        for name, (type_, cells) in _columns(rows).items()
    ])  # fmt: skip


def arrow_table(rows: Rows) -> pyarrow.Table:
    """The rows as an Arrow table: days are `date32`, counts `int64`, texts `string`, missing cells null.

    Raises: ExtraMissing: pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError as missing:
        raise ExtraMissing("Arrow tables need pyarrow: pip install 'demarche-kg[parquet]'") from missing
    types = {
        "integer": pyarrow.int64(), "decimal": pyarrow.float64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32(),
    }  # fmt: skip
    columns = _columns(rows)
    arrays = [pyarrow.array(cells, type=types.get(type_, pyarrow.string())) for type_, cells in columns.values()]
    return pyarrow.Table.from_arrays(arrays, names=list(columns))


def _columns(rows: Rows) -> dict[str, tuple[ColumnType, list[Cell]]]:
    """Name of each column -> its type, `any` decided, and its cells."""
    found: dict[str, tuple[ColumnType, list[Cell]]] = {}
    for place, column in enumerate(rows.columns):
        cells = [row[place] for row in rows]
        type_ = _told_type(cells) if column.type == "any" else column.type
        found[column.name] = type_, [_fitting(cell, type_) for cell in cells]
    return found


def _told_type(cells: list[Cell]) -> ColumnType:
    types = {type(cell) for cell in cells if cell is not None}
    return _BY_PYTHON.get(types.pop(), "text") if len(types) == 1 else "text"


def _fitting(cell: Cell, type_: ColumnType) -> Cell:
    wanted = _PYTHON.get(type_)
    if cell is None:
        return None
    if wanted is None:
        return cell if isinstance(cell, str) else str(cell)
    # A boolean is a whole number to Python; here it is none.
    if type(cell) is not wanted or (type(cell) is int and not -_LARGEST <= cell < _LARGEST):
        return None
    return cell
