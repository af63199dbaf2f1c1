"""Runs a query so that it can be given up.

Oxigraph takes no time limit and cannot be stopped from Python, and a deep query can overflow its stack. So each query
runs in a thread of its own with a large stack; when its time is over the caller goes on, and the thread ends whenever
the engine does (a command that reports the error ends the process, and the thread with it).
"""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING, Final, TypeVar

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

STACK_BYTES: Final = 128 * 1024 * 1024
"""Reserved, not used, unless a query needs it. `check_query` bounds what can."""

_starting: Final = threading.Lock()


def run_within(seconds: float, work: Callable[[], Answer]) -> Answer:
    """What `work` returns or raises, if it does so in time.

    Raises: QueryError: the time is over.
    """
    answers: list[Answer] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(work())
        except BaseException as error:  # noqa: BLE001 - carried over to the caller's thread, and raised there
            # The engine's answers must end in the thread that they began in, and frames would keep them.
            traceback.clear_frames(error.__traceback__)
            errors.append(error)

    thread = threading.Thread(target=run, name="kg-query", daemon=True)
    # The size holds for every thread that starts meanwhile, so it is set for this one alone.
    with _starting:
        usual = threading.stack_size(STACK_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(usual)
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise QueryError(
            f"the query took longer than {seconds:g} seconds and was given up; ask for less, or allow more time"
        )
    return answers[0]
