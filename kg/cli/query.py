"""`kg query`: one question to a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.graphs import open_store
from kg.cli.messages import say
from kg.cli.options import GRAPH_VARIABLE, OutputFormat, RawCells
from kg.cli.output import Format, chosen_format, write_card, write_rows
from kg.errors import ParameterError, UnknownQuery

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query import Cell
    from kg.store import Store

_DAYS: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?day WHERE { ?article a dmr:Article ; dmr:publishedOn ?day } ORDER BY ?day
"""


def query(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="Name of a query (see kg queries) or a .rq file.", metavar="NAME|FILE.rq")
    ],
    graph: Annotated[
        Path | None,
        typer.Option("--graph", "-g", envvar=GRAPH_VARIABLE, help="Folder of the graph.", show_default=False),
    ] = None,
    endpoint: Annotated[str | None, typer.Option("--endpoint", help="SPARQL endpoint instead of a folder.")] = None,
    form: OutputFormat = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most so many rows.", show_default=False)
    ] = None,
    show: Annotated[
        int | None,
        typer.Option(
            "--show",
            min=1,
            metavar="ROW",
            help="Instead of the rows, the evidence of this one, counted from 1.",
            show_default=False,
        ),
    ] = None,
    raw_cells: RawCells = False,
) -> None:
    """Ask a question; its parameters follow as options, such as --speaker "Irena Valcourt"; given again: any of them.

    Example: kg query who-about-whom --graph demo/graph --about Kestria
    """
    from kg.query import run_query

    parameters = parse_parameters(context.args)
    asked = _text_of(Path(name)) if name.endswith(".rq") else name
    with open_store(graph, endpoint) as store:
        rows = run_query(store, asked, **parameters)
        records = rows.to_records()[:limit]
        if not records:
            say(_why_empty(store, name, parameters))
        if show is not None:
            write_card(_card(store, name, records, show))
            return
    chosen = chosen_format(form)
    if records or chosen is not Format.TABLE:
        write_rows([column.name for column in rows.columns], records, chosen, raw_cells=raw_cells, numbered=True)


def parse_parameters(arguments: Sequence[str]) -> dict[str, list[str]]:
    """The parameters of a query as given after the options: `--name value` or `--name=value`, several of one in order.

    >>> parse_parameters(["--speaker", "Kestria", "--speaker", "Oressa", "--from=2025-03-01"])
    {'speaker': ['Kestria', 'Oressa'], 'from': ['2025-03-01']}

    Raises: ParameterError: an argument is no option, or has no value.
    """
    found: dict[str, list[str]] = {}
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
        found.setdefault(name, []).append(value)
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UnknownQuery(f"the query file {path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UnknownQuery(f"the query file {path} cannot be read: it is not in UTF-8; save it so") from None


def _card(store: Store, name: str, records: Sequence[Mapping[str, Cell]], row: int) -> str:
    """The evidence of one row.

    Raises: ParameterError: there is no such row, or it names no statement; or the words are not kept here.
    """
    from kg.query import statement_card
    from kg.store import EmbeddedStore

    if not isinstance(store, EmbeddedStore):
        raise ParameterError("--show needs the graph's folder, which has the words: --graph instead of --endpoint")
    if row > len(records):
        raise ParameterError(f"--show {row}: the answer has {len(records)} rows")
    statement = records[row - 1].get("statement")
    if not isinstance(statement, str):
        raise ParameterError(f"--show: rows of {name} have no column `statement` to show the evidence of")
    return str(statement_card(store, store, statement))


def _why_empty(store: Store, name: str, parameters: Mapping[str, object]) -> str:
    """What to say of an answer without rows, which looks like a failure to whoever waits for some."""
    if name.startswith("hygiene/"):
        return "no rows: no such defect was found"
    days = [day for (day,) in store.select(_DAYS).rows if day is not None]
    if not days:
        known = "the graph has no article with a day of publication"
    else:
        known = f"its articles are of {days[0].value} to {days[-1].value}"
    if not parameters:
        return f"no rows: nothing in the graph answers this ({known})"
    given = ", ".join(f"--{parameter.replace('_', '-')}" for parameter in parameters)
    return f"no rows: nothing in the graph fits {given} ({known}); leave one out to see more"
