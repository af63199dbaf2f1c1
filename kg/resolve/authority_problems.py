"""What is wrong in a file of actors: where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFileProblem:
    """One fault of a user's file; the row that it is in is not read, the others are."""

    file: str
    problem: str
    """What is wrong and what to do, one sentence."""
    line: int | None = None
    """1-based, the header is line 1; None for Turtle, whose parser keeps no lines."""
    subject: str | None = None
    """Id of the row, where it has one."""
    column: str | None = None
    """Column of a CSV file, property of a Turtle file; None where the row as a whole is meant."""

    def __str__(self) -> str:
        place = [self.file]
        if self.line is not None:
            place.append(f"line {self.line}")
        elif self.subject:
            place.append(self.subject)
        if self.column:
            place.append(f"column {self.column!r}" if self.line is not None else self.column)
        return f"{', '.join(place)}: {self.problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """One row of a user's file, whatever its format: text by column, columns that are empty left out."""

    file: str
    origin: str
    """Name of the file's reference set."""
    line: int | None
    cells: dict[str, str]

    def problem(self, problem: str, column: str | None = None) -> ActorFileProblem:
        """A fault of this row."""
        return ActorFileProblem(
            file=self.file, line=self.line, subject=self.cells.get("id"), column=column, problem=problem
        )
