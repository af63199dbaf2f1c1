"""Statements over time as a still picture for papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import matplotlib as mpl
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D

from kg.export.palette import POLARITY_COLOURS, POLARITY_NAMES
from kg.export.plots.figures import INK, LINE, SOFT, STYLE, new_figure
from kg.export.views.names import screen_name
from kg.export.views.positions import position_changes

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes

    from kg.analysis import StatementTable
    from kg.export.plots.figures import PaperFigure

    Heaps = dict[tuple[str, date, str], set[str]]

MARKERS: Final = {"negative": "v", "positive": "^", "mixed": "D", "none": "o"}
"""Signs are told apart in print without colour, too."""
_LEVELS: Final = {"negative": 0.26, "positive": -0.26, "mixed": 0.0, "none": 0.0}
"""How far below the line of its row a sign stands, in rows: what favours above, what opposes below."""
_LABEL_LETTERS: Final = 34


def timeline_plot(
    table: StatementTable, *, most: int = 20, width: float = 7.0, title: str | None = None
) -> PaperFigure:
    """Rows of voices, the busiest first; a mark for each day and side, the larger the more statements it stands for.

    A line with an open diamond marks a change of position (`kg.export.views.position_changes`). Statements without a
    day are not drawn; how many stands below. `most`: rows; `width` in inches.

    Raises: ExtraMissing: matplotlib is not installed.
    """
    heaps, days, undated = _heaps(table)
    counts: dict[str, set[str]] = {}
    for (voice, _, _), found in heaps.items():
        counts.setdefault(voice, set()).update(found)
    rows = sorted(counts, key=lambda voice: (-len(counts[voice]), voice))[:most]
    place = {voice: number for number, voice in enumerate(rows)}
    with mpl.rc_context(STYLE):
        figure = new_figure(width, 1.3 + 0.32 * max(len(rows), 2))
        axes = figure.add_subplot()
        if title is not None:
            axes.set_title(title, loc="left")
        axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
        axes.set_yticks(range(len(rows)), [_name(table, voice) for voice in rows])
        for number in range(len(rows)):
            axes.axhline(number + 0.5, color=LINE, linewidth=0.5, zorder=1)
        for (voice, day, sign), found in sorted(heaps.items()):
            if voice in place:
                axes.scatter(
                    date2num(day), place[voice] + _LEVELS[sign], s=14 + 9 * (len(found) - 1), marker=MARKERS[sign],
                    color=POLARITY_COLOURS[sign], edgecolor="white", linewidth=0.4, zorder=3,
                )  # fmt: skip
        changed = _changes(axes, table, place, days)
        if heaps:
            locator = AutoDateLocator(minticks=3, maxticks=9)
            axes.xaxis.set_major_locator(locator)
            axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
        else:
            axes.set_xticks([])
        axes.tick_params(length=0)
        axes.spines[["top", "right", "left"]].set_visible(False)
        if undated:
            axes.set_xlabel(f"{undated} statements without a day are not drawn", loc="left", fontsize=7.5)
        _legend(figure, {sign for _, _, sign in heaps}, changed=changed)
    return figure


def _heaps(table: StatementTable) -> tuple[Heaps, dict[str, date], int]:
    """Statements by voice, day and side; the day of each; how many have none."""
    sides: dict[tuple[str, str], set[str]] = {}
    days: dict[str, date] = {}
    undated: set[str] = set()
    for row in table:
        if row.day is None:
            undated.add(row.statement)
            continue
        days[row.statement] = row.day
        sides.setdefault((row.voice(table.voice), row.statement), set()).add(row.polarity)
    heaps: Heaps = {}
    for (voice, statement), found in sides.items():
        taken = found - {"none"}
        sign = "none" if not taken else next(iter(taken)) if len(taken) == 1 else "mixed"
        heaps.setdefault((voice, days[statement], sign), set()).add(statement)
    return heaps, days, len(undated)


def _changes(axes: Axes, table: StatementTable, place: dict[str, int], days: dict[str, date]) -> bool:
    drawn = False
    for change in position_changes(table):
        if change.actor not in place:
            continue
        row = place[change.actor]
        begin, end = date2num(days[change.earlier]), date2num(days[change.later])
        levels = (row + _LEVELS[change.before], row + _LEVELS[change.after])
        axes.plot([begin, end], levels, color=INK, linewidth=0.7, linestyle=(0, (2, 2)), zorder=2)
        axes.scatter(end, levels[1], s=70, marker="D", facecolor="none", edgecolor=INK, linewidth=0.8, zorder=4)
        drawn = True
    return drawn


def _name(table: StatementTable, voice: str) -> str:
    name = screen_name(table.name(voice).label)
    return name if len(name) <= _LABEL_LETTERS else f"{name[: _LABEL_LETTERS - 1].rstrip()}…"


def _legend(figure: PaperFigure, signs: set[str], *, changed: bool) -> None:
    rows = [
        Line2D([], [], color=POLARITY_COLOURS[sign], marker=MARKERS[sign], linestyle="", markersize=5, label=words)
        for sign, words in POLARITY_NAMES.items()
        if sign in signs
    ]
    if changed:
        rows.append(
            Line2D(
                [], [], color=INK, marker="D", fillstyle="none", linestyle="", markersize=6, label="position changed"
            )
        )
    if rows:
        figure.legend(
            handles=rows, loc="outside lower left", ncols=len(rows), frameon=False, labelcolor=SOFT, fontsize=7.5
        )
