"""Reads `golden.txt`: the rows that every engine must give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.query.rows import shown
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from kg.query import Cell, Rows

FILE = Path(__file__).parent / "golden.txt"


@dataclass(frozen=True)
class Case:
    query: str
    given: dict[str, str | list[str]]
    rows: list[str]

    def __str__(self) -> str:
        return f"{self.query}({', '.join(self.given)})"


def read_cases() -> list[Case]:
    blocks = FILE.read_text(encoding="utf-8").split("\n\n")
    return [_case(block.splitlines()) for block in blocks if "query:" in block]


def as_lines(rows: Rows) -> list[str]:
    """The rows in the form of the file."""
    return ["| " + " | ".join(_written(cell) for cell in row) for row in rows]


def _case(lines: list[str]) -> Case:
    query = next(line.removeprefix("query:").strip() for line in lines if line.startswith("query:"))
    given: dict[str, str | list[str]] = {}
    for line in lines:
        if line.startswith("given:"):
            name, _, value = line.removeprefix("given:").partition("=")
            values = [each.strip() for each in value.split(" ; ")]
            given[name.strip()] = values[0] if len(values) == 1 else values
    return Case(query, given, [line for line in lines if line.startswith("|")])


def _written(cell: Cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, str):
        return shorten(cell)
    return shown(cell)
