"""The table that `kg demo` prints: a readable selection of who said what about whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.cli.output import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.cli.output import Cell

ROWS_PER_ARTICLE: Final = 2
_PLAIN_WIDTH: Final = 110
"""Where nobody looks (a file, a log) there is no width to fit into."""


def chosen_rows(rows: Iterable[Mapping[str, Cell]]) -> Iterator[Mapping[str, Cell]]:
    """A few statements of each article: each statement once, with all its targets, and each speaker once."""
    targets: dict[Cell, list[str]] = {}
    first: dict[Cell, Mapping[str, Cell]] = {}
    for row in rows:
        first.setdefault(row["statement"], row)
        targets.setdefault(row["statement"], []).append(str(row["whom"]))
    speakers: set[tuple[Cell, Cell]] = set()
    taken: Counter[Cell] = Counter()
    for statement, row in first.items():
        there = (row["article"], row["speaker"])
        if there in speakers or taken[row["article"]] == ROWS_PER_ARTICLE:
            continue
        speakers.add(there)
        taken[row["article"]] += 1
        yield {**row, "whom": ", ".join(dict.fromkeys(targets[statement]))}


def print_table(rows: Iterable[Mapping[str, Cell]], title: str) -> None:
    """Print rows of who-about-whom: under the speaker whom the words bind, under the words where they stand."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("day", no_wrap=True)
    table.add_column("who, on whose behalf", ratio=3)
    table.add_column("about", ratio=2)
    table.add_column("words, article", ratio=7)
    for row in rows:
        behalf = row["behalf"] if row["behalf"] != row["who"] else None
        table.add_row(
            printable(row["day"]) or "no date",
            Text.assemble(printable(row["who"]), (f"\nfor {printable(behalf)}" if behalf else "", "dim")),
            Text(printable(row["whom"])),
            Text.assemble(printable(row["words"]), ("\n" + printable(row["title"]), "dim")),
        )
    console = Console()
    console.print(table, width=None if console.is_terminal else _PLAIN_WIDTH)
