"""The user's own actors on the command line: broken rows are named, and the rest is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.cli.messages import warn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.resolve import Authority


def authority_with(files: Sequence[Path] | None) -> tuple[Authority, int]:
    """The reference data with the files on top of it, and how many faults these have; each fault is told.

    Raises: ActorFileError: a file cannot be read at all.
    """
    from kg.resolve import load_authority

    faults = 0

    def tell(problem: object) -> None:
        nonlocal faults
        faults += 1
        warn(str(problem))

    return load_authority(tuple(files or ()), on_problem=tell), faults
