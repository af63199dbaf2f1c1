"""The twelve statements with which the definitions of discourse networks are worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kg.analysis import StatementRow, StatementTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analysis.said_about import Polarity

_SIDES: dict[int, Polarity] = {1: "positive", 0: "none", -1: "negative"}

_TWELVE = """
1 1 2024-01-01 A x 1 | 2 1 2024-01-01 A x 1 | 3 1 2024-01-01 B x 1 | 4 2 2024-01-03 B y -1 | 5 2 2024-01-03 C y 1
6 3 2024-01-05 C x -1 | 7 3 2024-01-05 A z 1 | 8 4 2024-01-08 B z 1 | 9 4 2024-01-08 C z 1
10 5 2024-02-01 B x -1 | 11 6 2025-01-02 A x 1 | 12 6 2025-01-02 A y -1
"""


def statement(number: int, document: str, day: str | None, actor: str, concept: str | None, side: int) -> StatementRow:
    return StatementRow(
        statement=f"{number:02}",
        article=document,
        day=date.fromisoformat(day) if day else None,
        speaker=actor,
        target=concept,
        polarity=_SIDES[side],
    )


def twelve_statements() -> StatementTable:
    cells = [cell.split() for line in _TWELVE.strip().splitlines() for cell in line.split("|")]
    return StatementTable.of(statement(int(n), d, day, a, c, int(side)) for n, d, day, a, c, side in cells)


def three_levels() -> StatementTable:
    """A, B and C once each on x: for it, neutral, against."""
    sides = {"A": 1, "B": 0, "C": -1}
    return StatementTable.of(
        statement(place, str(place), "2024-01-01", actor, "x", side)
        for place, (actor, side) in enumerate(sides.items(), start=1)
    )


def ties(network: Any) -> dict[str, float]:
    """Every pair of the three actors -> weight, 0 where there is no tie."""
    return {a + b: network.get_edge_data(a, b, {"weight": 0})["weight"] for a, b in ("AB", "AC", "BC")}


def matrix(network: Any, rows: Iterable[str] = "ABC", columns: Iterable[str] = "xyz") -> list[list[float]]:
    return [[network.get_edge_data(r, f"concept:{c}", {"weight": 0})["weight"] for c in columns] for r in rows]
