"""Reading the shipped tables of actors: plain CSV, each row with what it must have."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from kg.errors import AuthorityError
from kg.model import ActorId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def rows_of(path: Path, *required: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped table by column.

    Raises: AuthorityError: it cannot be read, or a row lacks what it must have.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                missing = [column for column in required if not row.get(column)]
                if missing:
                    raise AuthorityError(f"{path.name}, line {number}: the column {missing[0]!r} is missing or empty")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AuthorityError(f"{path.name}: cannot be read as a table of actors ({error})") from error


def names_in(cell: str | None) -> list[str]:
    """The names of a cell, which joins them by "|"."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def id_in(row: Mapping[str, str], column: str) -> ActorId | None:
    """The id in a column, None where it is empty."""
    value = row.get(column)
    return ActorId(value) if value else None
