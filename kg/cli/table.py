"""Rows for people: a table where the terminal has room for one, else the cells of each row below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.cli.messages import say
from kg.cli.output import Cell, printable
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console
    from rich.text import Text

_WHOLE: Final = 10
"""Characters of the longest cell that is never broken: a day."""
_NARROWEST: Final = 12
"""Characters that a column gets at least, if it has as many: narrower ones take one word a line."""
_COMFORTABLE: Final = 24
"""Characters that a column of words has before a column of IRIs gets room beside it."""
_BETWEEN: Final = 3
"""Characters that the frame of a table takes for each column."""
_NUMBER: Final = "#"
"""Heading of the numbers of the rows."""
_IRI_STARTS: Final = ("http://", "https://")


def write_table(
    columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], title: str | None, *, numbered: bool = False
) -> int:
    """Print rows, and return how many there were.

    Columns of IRIs give way to columns of words, and a message names them; where these have no room either, the cells
    of each row stand below one another, IRIs too. Nobody can read a table of one word a line.
    """
    from rich.console import Console
    from rich.text import Text

    listed = list(rows)
    if not listed:
        # A frame of empty columns, squeezed, reads like a fault.
        say("no rows")
        return 0
    # Text, not str: cells may hold square brackets, which rich would read as its own mark-up.
    cells = {name: [Text(printable(_short(row.get(name)))) for row in listed] for name in columns}
    iris = [name for name in columns if _holds_iris(row.get(name) for row in listed)]
    if numbered:
        cells = {_NUMBER: [Text(str(number)) for number in range(1, len(listed) + 1)], **cells}
    console = Console()
    shown = _fitting(cells, iris, console.width)
    if shown:
        _print_table(console, {name: cells[name] for name in shown}, title)
    else:
        _print_below_one_another(console, cells, title)
    hidden = [name for name in columns if shown and name not in shown]
    if hidden:
        say(f"No room for {', '.join(hidden)}: a wider terminal shows them, and so does --format csv.")
    return len(listed)


def _fitting(cells: Mapping[str, Sequence[Text]], iris: Sequence[str], width: int) -> list[str]:
    """The columns that a terminal of that width has room for; none where those of words alone do not fit."""
    longest = {name: max(len(name), *(len(cell) for cell in column)) for name, column in cells.items()}
    shown = [name for name in cells if name not in iris] or list(cells)[:1]
    if _width(min(longest[name], _NARROWEST) for name in shown) > width and shown != list(cells)[:1]:
        return []
    for name in iris:
        wider = [each for each in cells if each in shown or each == name]
        needed = _width(longest[each] if each in iris else min(longest[each], _COMFORTABLE) for each in wider)
        if needed <= width:
            shown = wider
    return shown


def _width(columns: Iterable[int]) -> int:
    widths = list(columns)
    return sum(widths) + _BETWEEN * len(widths) + 1


def _print_table(console: Console, cells: Mapping[str, Sequence[Text]], title: str | None) -> None:
    from rich.table import Table

    table = Table(title=title, title_justify="left", show_lines=False, expand=False)
    for name, column in cells.items():
        table.add_column(
            name.replace("_", " "),
            overflow="fold",
            no_wrap=_is_whole(column),
            justify="right" if name == _NUMBER else "left",
        )
    for row in zip(*cells.values(), strict=True):
        table.add_row(*row)
    console.print(table)


def _print_below_one_another(console: Console, cells: Mapping[str, Sequence[Text]], title: str | None) -> None:
    """Every row as a small table of two columns, without those that it has no cell for."""
    from rich.table import Table

    if title:
        console.print(title, markup=False, highlight=False)
    names = [name for name in cells if name != _NUMBER]
    for place in range(len(cells[names[0]])):
        table = Table(show_header=False, box=None, pad_edge=False)
        table.add_column(style="dim", no_wrap=True, min_width=max(map(len, names)))
        table.add_column(overflow="fold")
        for name in names:
            if cells[name][place]:
                table.add_row(name.replace("_", " "), cells[name][place])
        console.rule(str(place + 1), align="left", style="dim")
        console.print(table)


def _short(cell: Cell) -> Cell:
    """An IRI as a short name (`state:FRA`), which every parameter takes as well; other cells as they are."""
    return shorten(cell) if isinstance(cell, str) and cell.startswith(_IRI_STARTS) else cell


def _is_whole(cells: Sequence[Text]) -> bool:
    """True for days and numbers, which are hard to read in two pieces."""
    return all(len(cell) <= _WHOLE and cell.plain[:1].isdigit() for cell in cells if cell)


def _holds_iris(cells: Iterable[Cell]) -> bool:
    """True for a column of IRIs alone, some at least."""
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, str) and cell.startswith(_IRI_STARTS) for cell in known)
