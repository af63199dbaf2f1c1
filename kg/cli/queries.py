"""`kg queries`: the questions that can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import OutputFormat
from kg.cli.output import Format, chosen_format, write_rows
from kg.cli.output import write_line as line

if TYPE_CHECKING:
    from kg.query import Parameter, Query


def queries(
    name: Annotated[str | None, typer.Argument(help="Show all of one query.", show_default=False)] = None,
    form: OutputFormat = None,
) -> None:
    """List the queries of the catalogue, or describe one with its parameters and columns.

    Example: kg queries who-about-whom
    """
    from kg.query import catalogue, find_query

    if name is not None:
        _describe(find_query(name))
        return
    chosen = chosen_format(form)
    columns = ("name", "question") if chosen is Format.TABLE else ("name", "question", "parameters", "columns", "tags")
    rows = (
        {
            "name": query.name,
            "question": query.summary,
            "parameters": ", ".join(parameter.name for parameter in query.parameters),
            "columns": ", ".join(column.name for column in query.columns),
            "tags": ", ".join(query.tags),
        }
        for query in catalogue()
    )
    write_rows(columns, rows, chosen)


def _describe(query: Query) -> None:
    line(f"{query.name}: {query.summary}")
    if query.description:
        line(f"\n{query.description}")
    if query.parameters:
        line("\nParameters (each may be left out, and then fits everything):")
        for parameter in query.parameters:
            line(f"  --{parameter.name.replace('_', '-')} {_expected(parameter)}  {parameter.text}")
    line("\nColumns:")
    for column in query.columns:
        line(f"  {column.name}  {column.text}")


def _expected(parameter: Parameter) -> str:
    if parameter.type == "actor":
        return "NAME|IRI"
    if parameter.type == "date":
        return "YYYY-MM-DD"
    return parameter.type.upper()
