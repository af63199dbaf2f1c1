"""Answers as pandas data frames. pandas is loaded here only, when a caller asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing

if TYPE_CHECKING:
    import pandas

    from kg.query.rows import Rows

_DTYPES: Final = {"integer": "Int64", "decimal": "float64", "boolean": "boolean", "date": "datetime64[s]"}


def data_frame(rows: Rows) -> pandas.DataFrame:
    """The rows as a data frame whose column types depend on the query alone, not on the cells found.

    Raises: ExtraMissing: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as missing:
        raise ExtraMissing("data frames need pandas: pip install 'demarche-kg[notebook]'") from missing
    table = {
        column.name: pandas.Series([row[place] for row in rows], dtype=_DTYPES.get(column.type, "object"))
        for place, column in enumerate(rows.columns)
    }
    return pandas.DataFrame(table)
