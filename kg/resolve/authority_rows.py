"""Rows of a user's CSV file of actors."""

from __future__ import annotations

import csv
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import ActorFileError
from kg.resolve.authority_problems import ActorFileProblem, UserRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = (
    "id", "kind", "name", "type", "organ_of", "part_of", "wikidata", "aliases", "context_aliases", "demonyms",
    "capitals", "valid_from", "valid_until", "override", "role", "body", "speaks_for", "person", "post", "as_of",
)  # fmt: skip
"""All columns that a file may have; docs/how-to/your-own-actors.md tells what each holds."""


def read_csv_rows(path: Path, origin: str) -> tuple[list[UserRow], list[ActorFileProblem]]:
    """The rows of a file, and what is wrong with its form. Empty lines are passed over.

    Raises: ActorFileError: it is no text, no table, or cannot be opened.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [name.strip() for name in next(reader, [])]
            problems = list(_faults_of_header(path.name, header))
            rows = []
            for cells in reader:
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) > len(header):
                    problems.append(ActorFileProblem(
                        file=path.name, line=reader.line_num,
                        problem=f"{len(cells)} cells under {len(header)} columns; put a name with a comma in quotes",
                    ))  # fmt: skip
                    continue
                row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
                rows.append(UserRow(file=path.name, origin=origin, line=reader.line_num, cells=row))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = f"{path.name}: cannot be read as a table of actors ({error}); save it as CSV in UTF-8"
        raise ActorFileError((reason,)) from error
    return rows, problems


def _faults_of_header(file: str, header: list[str]) -> Iterator[ActorFileProblem]:
    """Names that are nearly a column's. Any other further column is the user's own, and passed over."""
    for name in header:
        near = get_close_matches(name, COLUMNS, 1, 0.75) if name not in COLUMNS else []
        if near:
            problem = f"nothing in it is read, for it is no column of actors; did you mean {near[0]!r}?"
            yield ActorFileProblem(file=file, line=1, column=name, problem=problem)
