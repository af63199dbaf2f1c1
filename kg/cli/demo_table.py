"""The table that `kg demo` prints: a readable selection of who said what about whom."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.cli.output import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.cli.output import Cell
    from kg.query import StatementCard

ROWS_PER_ARTICLE: Final = 2
_LONGEST: Final = 200
_PLAIN_WIDTH: Final = 110
"""Where nobody looks (a file, a log) there is no width to fit into."""


def chosen_rows(rows: Iterable[Mapping[str, Cell]]) -> list[Mapping[str, Cell]]:
    """A few statements of each article, dated ones first: each statement once, with all its targets.

    A speaker comes once an article, and words that several outlets print come once.
    """
    targets: dict[Cell, list[str]] = {}
    first: dict[Cell, Mapping[str, Cell]] = {}
    for row in rows:
        first.setdefault(row["statement"], row)
        targets.setdefault(row["statement"], []).append(str(row["whom"]))
    seen: set[tuple[Cell, Cell]] = set()
    taken: Counter[Cell] = Counter()
    chosen = []
    for statement, row in first.items():
        marks = {(row["article"], row["speaker"]), (row["who"], row["words"])}
        if seen & marks or taken[row["article"]] == ROWS_PER_ARTICLE:
            continue
        seen |= marks
        taken[row["article"]] += 1
        chosen.append({**row, "whom": ", ".join(dict.fromkeys(targets[statement]))})
    return sorted(chosen, key=lambda row: row["day"] is None)


def print_table(rows: Iterable[tuple[Mapping[str, Cell], StatementCard]], title: str) -> None:
    """Print rows of who-about-whom: under the speaker whom the words bind, under the words where they stand."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    table.add_column("day", no_wrap=True)
    table.add_column("who, on whose behalf", ratio=3)
    table.add_column("about", ratio=2)
    table.add_column("words, article", ratio=7)
    for row, card in rows:
        behalf = row["behalf"] if row["behalf"] != row["who"] else None
        cue, words = printable(card.cue), _shortened(printable(row["words"]))
        table.add_row(
            printable(row["day"]) or "no date",
            Text.assemble(printable(row["who"]), (f"\nfor {printable(behalf)}" if behalf else "", "dim")),
            Text(printable(row["whom"])),
            Text.assemble(
                (f"{cue}: " if cue else "", "italic"),
                f"“{words}”" if card.mode == "direct" else words,
                (f"\n{printable(row['title'])}", "dim"),
            ),
        )
    console = Console() if sys.stdout.isatty() else Console(width=_PLAIN_WIDTH)
    console.print(table)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
