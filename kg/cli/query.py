"""`kg query`: one question to a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.graphs import open_store
from kg.cli.options import OutputFormat, RawCells
from kg.cli.output import chosen_format, write_rows
from kg.errors import ParameterError, UnknownQuery

if TYPE_CHECKING:
    from collections.abc import Sequence


def query(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="Name of a query (see kg queries) or a .rq file.", metavar="NAME|FILE.rq")
    ],
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", help="Folder of the graph.", show_default=False)
    ] = None,
    endpoint: Annotated[str | None, typer.Option("--endpoint", help="SPARQL endpoint instead of a folder.")] = None,
    form: OutputFormat = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most so many rows.", show_default=False)
    ] = None,
    raw_cells: RawCells = False,
) -> None:
    """Ask a question; its parameters follow as options, such as --speaker "Lidia Marek".

    Example: kg query who-about-whom --graph demo/graph --about Kestria
    """
    from kg.query import run_query

    parameters = parse_parameters(context.args)
    asked = _text_of(Path(name)) if name.endswith(".rq") else name
    with open_store(graph, endpoint) as store:
        rows = run_query(store, asked, **parameters)
    records = rows.to_records()[:limit]
    write_rows([column.name for column in rows.columns], records, chosen_format(form), raw_cells=raw_cells)


def parse_parameters(arguments: Sequence[str]) -> dict[str, str]:
    """The parameters of a query as given after the options: `--name value` or `--name=value`.

    >>> parse_parameters(["--speaker", "Kestria", "--from=2025-03-01"])
    {'speaker': 'Kestria', 'from': '2025-03-01'}

    Raises: ParameterError: an argument is no option, has no value, or comes twice.
    """
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        if not option.startswith("--") or option == "--":
            raise ParameterError(f"{option!r} is no parameter; parameters look like --speaker Kestria")
        name, given, value = option.removeprefix("--").partition("=")
        if not given:
            if not rest:
                raise ParameterError(f"the parameter --{name} has no value")
            value = rest.pop(0)
        name = name.replace("-", "_")
        if name in found:
            raise ParameterError(f"the parameter --{name} is given twice")
        found[name] = value
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise UnknownQuery(f"the query file {path} cannot be read") from None
