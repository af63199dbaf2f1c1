"""The command `kg`: its commands, and how every error ends."""

from __future__ import annotations

import io
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.actors import actors
from kg.cli.build import build
from kg.cli.claims import claims
from kg.cli.corrections import corrections
from kg.cli.demo import demo
from kg.cli.doctor import doctor
from kg.cli.evaluate import evaluate
from kg.cli.exit_codes import ExitCode, exit_code_for
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.forms import forms_table
from kg.cli.import_ import import_
from kg.cli.messages import show_log_warnings, warn
from kg.cli.network import network
from kg.cli.queries import queries
from kg.cli.query import query
from kg.cli.show import show
from kg.cli.stats import stats
from kg.cli.validate import validate
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Sequence

_EPILOG = (
    "Exit codes: 0 done; 1 internal error; 2 wrong command line; 3 cannot be served (no graph, query error); "
    "4 some inputs failed; 5 the graph is not valid; 130 interrupted. "
    "Data goes to standard output, messages to standard error."
)

# Plain help, without boxes: it reads the same in a terminal, in a file and in the documentation, and starts faster.
app = typer.Typer(
    name="kg",
    help="Who said what about whom, on whose behalf, when, according to which article.",
    epilog=_EPILOG,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        sys.stdout.write(f"kg {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Who said what about whom, on whose behalf, when, according to which article."""
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


# In the order in which a newcomer meets them.
app.command(short_help="Build the example graph and look at it.")(demo)
app.command(short_help="Read articles into a graph.")(build)
app.command(
    short_help="Ask a graph a question.", context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
)(query)
app.command(short_help="List the questions.")(queries)
app.command(short_help="Show the evidence of a statement.")(show)
app.command(short_help="Count what is in a graph.")(stats)
app.add_typer(actors, name="actors", short_help="Say who is who across articles.")
app.add_typer(
    corrections, name="corrections", short_help="Correct single statements: who spoke, about whom, in which words."
)
app.add_typer(claims, name="claims", short_help="Say which claims go together across articles.")
app.command(short_help="Make networks of who speaks about whom, and measure them.")(network)
app.command(short_help="Write a graph for other programs.", epilog=forms_table())(export)
app.add_typer(import_, name="import", short_help="Take over what people coded in other programs.")
app.command(short_help="Write what articles say, without a graph.")(extract)
app.command(short_help="Measure an extractor on articles with right answers.")(evaluate)
app.command(short_help="Check a graph against its model.")(validate)
app.command(short_help="Tell what is installed, and whether a graph is whole.")(doctor)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args: arguments: without the program's name; None takes those of the process.
    """
    if arguments is None and hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough (`kg query ... | head`) ends the program quietly, as with other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    show_log_warnings()
    try:
        code = app(args=None if arguments is None else list(arguments), prog_name="kg", standalone_mode=False)
    except typer.TyperException as error:
        warn(f"{_usage_problem(error)}; see {_command_of(error)} --help")
        return ExitCode.USAGE
    except typer.Abort:
        warn("interrupted")
        return ExitCode.INTERRUPTED
    except KgError as error:
        warn(str(error))
        return exit_code_for(error)
    return code if isinstance(code, int) else ExitCode.OK


def _usage_problem(error: typer.TyperException) -> str:
    """What is wrong with a command line, without the checker's own words for it."""
    told = error.format_message().rstrip(".").replace("Value error, ", "")
    return told.replace("does not match the formats '%Y-%m-%d'", "is no day like 2025-04-01")


def _command_of(error: typer.TyperException) -> str:
    """The command whose help answers: the one that was understood so far."""
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "kg"
