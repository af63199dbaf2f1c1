"""Everything for people: standard error, never mixed with data."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def say(message: str) -> None:
    """Something for the user."""
    sys.stderr.write("".join(_one_line(line) + "\n" for line in message.split("\n")))


def warn(message: str) -> None:
    """One line about something that went wrong, marked as the program's."""
    say(f"kg: {_one_line(message)}")


def show_log_warnings() -> None:
    """Let warnings of the rooms (a date that is not read, say) reach the user as single lines."""

    class _Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warn(record.getMessage())

    logger = logging.getLogger("kg")
    if not logger.handlers:
        logger.addHandler(_Handler(logging.WARNING))
        logger.propagate = False


@contextmanager
def progress(label: str) -> Iterator[Callable[[str], None]]:
    """A counter on standard error; the function given back is called once an article. Silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda name: bar.update(task, advance=1, description=f"{label}: {_one_line(name)[:50]}")


def _one_line(message: str) -> str:
    return "".join(character if character.isprintable() else " " for character in message)
