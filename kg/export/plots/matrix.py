"""Who blames whom, as a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import matplotlib as mpl
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, TwoSlopeNorm

from kg.errors import ParameterError
from kg.export.palette import POLARITY_COLOURS
from kg.export.plots.figures import LINE, SOFT, STYLE, new_figure
from kg.export.views.names import screen_name

if TYPE_CHECKING:
    from kg.analysis import StatementTable
    from kg.export.plots.figures import PaperFigure

Counted = Literal["blame", "praise", "net", "all"]
WORDS: Final = {
    "blame": "statements against", "praise": "statements for", "net": "statements for, less those against",
    "all": "statements",
}  # fmt: skip
_LABEL_LETTERS: Final = 28


def matrix_plot(
    table: StatementTable, *, counted: Counted = "blame", most: int = 18, title: str | None = None
) -> PaperFigure:
    """Voices as rows, whom they speak about as columns, statements counted in the cells, each once a cell.

    `counted`: `blame`, statements that oppose the target; `praise`, those that favour it; `net`, the second less the
    first; `all`, whatever side they take. What both opposes and favours counts for both sides. `most`: rows, and
    columns, those of most statements. Rows and columns without a statement that counts are left out.

    Raises: ParameterError: `counted` is none of these. ExtraMissing: matplotlib is not installed.
    """
    if counted not in WORDS:
        raise ParameterError(f"counted: {counted!r} is not among {', '.join(WORDS)}")
    cells = _cells(table, counted)
    rows = _busiest({pair: abs(value) for pair, value in cells.items()}, 0, most)
    columns = _busiest({pair: abs(value) for pair, value in cells.items() if pair[0] in rows}, 1, most)
    values = np.array([[cells.get((row, column), 0) for column in columns] for row in rows], float)
    with mpl.rc_context(STYLE):
        figure = new_figure(2.2 + 0.42 * max(len(columns), 3), 1.7 + 0.3 * max(len(rows), 2))
        axes = figure.add_subplot()
        if title is not None:
            axes.set_title(title, loc="left")
        if not rows:
            axes.set_axis_off()
            axes.text(0.5, 0.5, "no statement that counts", ha="center", va="center", color=SOFT)
            return figure
        most_counted = max(1.0, float(np.abs(values).max()))
        axes.imshow(values, cmap=_colours(counted), norm=_norm(counted, most_counted), aspect="auto")
        for (row, column), value in np.ndenumerate(values):
            if value:
                ink = "white" if abs(value) > 0.55 * most_counted else "#1d2329"
                axes.text(
                    column,
                    row,
                    f"{value:+.0f}" if counted == "net" else f"{value:.0f}",
                    ha="center",
                    va="center",
                    color=ink,
                )
        axes.set_xticks(
            range(len(columns)),
            [_name(table, node) for node in columns],
            rotation=40,
            ha="right",
            rotation_mode="anchor",
        )
        axes.set_yticks(range(len(rows)), [_name(table, node) for node in rows])
        axes.tick_params(length=0)
        axes.set_xticks(np.arange(len(columns) - 1) + 0.5, minor=True)
        axes.set_yticks(np.arange(len(rows) - 1) + 0.5, minor=True)
        axes.grid(which="minor", color=LINE, linewidth=0.6)
        axes.tick_params(which="minor", length=0)
        axes.spines[:].set_visible(False)
        axes.set_xlabel(WORDS[counted], loc="left", fontsize=7.5)
    return figure


def _cells(table: StatementTable, counted: Counted) -> dict[tuple[str, str], int]:
    against: dict[tuple[str, str], set[str]] = {}
    in_favour: dict[tuple[str, str], set[str]] = {}
    every: dict[tuple[str, str], set[str]] = {}
    for row in table:
        if not row.target:
            continue
        pair = (row.voice(table.voice), row.target)
        every.setdefault(pair, set()).add(row.statement)
        if row.polarity in ("negative", "mixed"):
            against.setdefault(pair, set()).add(row.statement)
        if row.polarity in ("positive", "mixed"):
            in_favour.setdefault(pair, set()).add(row.statement)
    sides = {"blame": against, "praise": in_favour, "all": every}
    if counted != "net":
        return {pair: len(found) for pair, found in sides[counted].items()}
    return {pair: value for pair in every if (value := len(in_favour.get(pair, ())) - len(against.get(pair, ())))}


def _busiest(cells: dict[tuple[str, str], int], end: int, most: int) -> list[str]:
    sums: dict[str, int] = {}
    for pair, value in cells.items():
        sums[pair[end]] = sums.get(pair[end], 0) + value
    return sorted(sums, key=lambda node: (-sums[node], node))[:most]


def _name(table: StatementTable, node: str) -> str:
    name = screen_name(table.name(node).label)
    return name if len(name) <= _LABEL_LETTERS else f"{name[: _LABEL_LETTERS - 1].rstrip()}…"


def _colours(counted: Counted) -> LinearSegmentedColormap:
    against, in_favour = POLARITY_COLOURS["negative"], POLARITY_COLOURS["positive"]
    ends = {
        "blame": ["#ffffff", against], "praise": ["#ffffff", in_favour], "net": [against, "#ffffff", in_favour],
        "all": ["#ffffff", SOFT],
    }[counted]  # fmt: skip
    return LinearSegmentedColormap.from_list(counted, ends)


def _norm(counted: Counted, most: float) -> TwoSlopeNorm | mpl.colors.Normalize:
    return TwoSlopeNorm(0, -most, most) if counted == "net" else mpl.colors.Normalize(0, most)
