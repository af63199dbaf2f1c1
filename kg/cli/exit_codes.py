"""How a command ends. The same table stands in docs/how-to/exit-codes.md."""

from __future__ import annotations

from enum import IntEnum

from kg.errors import ArticleError, KgError


class ExitCode(IntEnum):
    """Exit codes of every command."""

    OK = 0
    INTERNAL = 1
    """A defect of the program: a stack trace follows. Please report it."""
    USAGE = 2
    """The command line is wrong: an unknown command or option, a missing argument."""
    REFUSED = 3
    """The request cannot be served: no graph in the folder, an unknown query, a query error, an endpoint that fails."""
    SOME_FAILED = 4
    """Some inputs could not be read; each is named on standard error, everything else was done."""
    INVALID = 5
    """`kg validate` only: the graph breaks the model."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C. A graph then holds whole articles only; the same command goes on where it stopped."""


def exit_code_for(error: KgError) -> ExitCode:
    """The code with which an error of the tree ends the program."""
    return ExitCode.SOME_FAILED if isinstance(error, ArticleError) else ExitCode.REFUSED
