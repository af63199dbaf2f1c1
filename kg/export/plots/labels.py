"""Names beside points, placed so that none covers another name or a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import matplotlib.patheffects as effects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg

    Box = tuple[float, float, float, float]

_SPOTS: Final = (
    ("left", "center", 1, 0), ("center", "top", 0, -1), ("right", "center", -1, 0), ("center", "bottom", 0, 1),
    ("left", "bottom", 0.7, 0.7), ("left", "top", 0.7, -0.7), ("right", "top", -0.7, -0.7),
    ("right", "bottom", -0.7, 0.7),
)  # fmt: skip
"""Which end of the name, which side of it, and the way from the point, in the order in which they are tried."""


def place_labels(axes: Axes, points: Sequence[tuple[float, float, float, str]]) -> int:
    """Write a name beside each point: x, y, its radius in typographic points, the name; the first have the choice.

    A name that finds no free spot is left out. Returns how many were written.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = axes.figure
    canvas = FigureCanvasAgg(figure.get_figure(root=True))
    canvas.draw()
    renderer = canvas.get_renderer()
    scale = renderer.dpi / 72
    taken: list[Box] = [_around(axes, x, y, radius * scale) for x, y, radius, _ in points]
    written = 0
    for number, (x, y, radius, name) in enumerate(points):
        written += _place(axes, renderer, taken, number, (x, y, radius + 2.5, name))
    return written


def _place(
    axes: Axes, renderer: RendererAgg, taken: list[Box], number: int, point: tuple[float, float, float, str]
) -> bool:
    x, y, gap, name = point
    edge = axes.get_window_extent(renderer)
    for ha, va, across, up in _SPOTS:
        text = axes.annotate(
            name, (x, y), (across * gap, up * gap), textcoords="offset points", ha=ha, va=va, zorder=5,
            path_effects=[effects.withStroke(linewidth=2.2, foreground="white")], annotation_clip=False,
        )  # fmt: skip
        text.set_in_layout(False)
        found = text.get_window_extent(renderer)
        box = (found.x0, found.y0, found.x1, found.y1)
        inside = box[0] >= edge.x0 and box[2] <= edge.x1 and box[1] >= edge.y0 and box[3] <= edge.y1
        if inside and not any(_meet(box, other) for place, other in enumerate(taken) if place != number):
            taken.append(box)
            return True
        text.remove()
    return False


def _around(axes: Axes, x: float, y: float, radius: float) -> Box:
    middle_x, middle_y = axes.transData.transform((x, y))
    return middle_x - radius, middle_y - radius, middle_x + radius, middle_y + radius


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
