"""Networks as tables: CSV for spreadsheets and R, Parquet for pandas, Polars and DuckDB.

One table of edges, one of nodes. In CSV a text that a spreadsheet would run as a formula has an apostrophe before it,
as in `kg query`; line ends inside a text are kept, between quotation marks. Absent values are empty. Lines end as RFC
4180 has it, with carriage return and line feed.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing
from kg.export.files import inert
from kg.export.plain_graph import Members

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.export.plain_graph import ColumnType, PlainGraph, Row, Value

_FULL_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EDGE: Final = ("id", "source", "source_label", "target", "target_label", "label")
_NODE: Final = ("id", "label")


def edges_csv(graph: PlainGraph) -> str:
    """One line an edge: `id`, `source`, `source_label`, `target`, `target_label`, `label`, then the columns."""
    return csv_text([*_EDGE, *_column_names(_EDGE, graph.edge_columns).values()], _edge_rows(graph))


def nodes_csv(graph: PlainGraph) -> str:
    """One line a node: `id`, `label`, then the columns."""
    return csv_text([*_NODE, *graph.node_columns], _node_rows(graph))


def edges_parquet(graph: PlainGraph) -> bytes:
    """The table of edges as Parquet; texts are as they are, nothing is put before them.

    Columns are typed: boolean, int64, double, string; a column whose values are all full days is date32, one whose
    values all were sequences is a list of strings.

    Raises: ExtraMissing: pyarrow is not installed.
    """
    try:
        pa, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as missing:
        raise ExtraMissing("Parquet needs pyarrow: pip install pyarrow") from missing
    types: Mapping[ColumnType, object] = {
        "boolean": pa.bool_(), "integer": pa.int64(), "double": pa.float64(), "string": pa.string(),
    }  # fmt: skip
    rows = list(_edge_rows(graph))
    names = _column_names(_EDGE, graph.edge_columns)
    fields: list[tuple[str, object]] = [(name, types["string"]) for name in _EDGE]
    for column, type_ in graph.edge_columns.items():
        name, told = names[column], types[type_]
        values = [row[name] for row in rows if name in row]
        if all(isinstance(value, Members) for value in values):
            told = pa.list_(pa.string())
        elif all(_day(value) for value in values):
            told = pa.date32()
        fields.append((name, told))
    schema = pa.schema(fields)
    days = {field.name for field in schema if field.type == pa.date32()}
    lists = {field.name for field in schema if field.type == pa.list_(pa.string())}
    typed = [{name: _typed(value, name in days, name in lists) for name, value in row.items()} for row in rows]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(typed, schema=schema), out)
    return out.getvalue()


def _day(value: Value) -> date | None:
    """The day that a text is, and nothing beside it: 2024-03-01."""
    if not isinstance(value, str) or not _FULL_DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _typed(value: Value, is_day: bool, is_list: bool) -> object:
    if is_day:
        return _day(value)
    return list(value.members) if is_list and isinstance(value, Members) else value


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, Value]], *, delimiter: str = ",", guarded: bool = True
) -> str:
    """A table with a header line. `guarded`: with an apostrophe before what a spreadsheet takes for a formula."""
    out = io.StringIO()
    # With a line feed alone as the end of lines, Python before 3.13 leaves texts with a carriage return unquoted.
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    guard = inert if guarded else str
    writer.writerow([guard(name) for name in columns])
    for row in rows:
        writer.writerow([_cell(row.get(name, ""), guarded=guarded) for name in columns])
    return out.getvalue()


def _cell(value: Value, *, guarded: bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return inert(value) if guarded and isinstance(value, str) else str(value)


def _edge_rows(graph: PlainGraph) -> Iterable[Row]:
    labels = {node.id: node.label for node in graph.nodes}
    names = _column_names(_EDGE, graph.edge_columns)
    for edge in graph.edges:
        own = (edge.id, edge.source, labels[edge.source], edge.target, labels[edge.target], edge.label)
        yield {
            **dict(zip(_EDGE, own, strict=True)),
            **{names[name]: value for name, value in edge.attributes.items()},
        }


def _node_rows(graph: PlainGraph) -> Iterable[Row]:
    for node in graph.nodes:
        yield {"id": node.id, "label": node.label, **node.attributes}


def _column_names(own: Sequence[str], columns: Iterable[str]) -> dict[str, str]:
    """Column of the network -> its name in the table, told apart from ours."""
    return {name: f"{name}_" if name in own else name for name in columns}
