"""A network as a still picture for papers."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from kg.export.layout import roomy_layout
from kg.export.palette import KIND_COLOURS, KIND_NAMES, OTHER, POLARITY_COLOURS, POLARITY_NAMES
from kg.export.plain_graph import plain_graph
from kg.export.plots.figures import SOFT, STYLE, new_figure
from kg.export.plots.labels import place_labels
from kg.export.views.names import screen_name
from kg.export.views.network import SIGN_NAMES, sign_of

if TYPE_CHECKING:
    import networkx as nx

    from kg.export.plain_graph import PlainGraph
    from kg.export.plots.figures import PaperFigure

    Pair = tuple[str, str]

DASHES: Final = {"negative": (0, (4, 1.6)), "positive": "-", "mixed": (0, (5, 1.5, 1, 1.5)), "none": "-"}
"""Signs are told apart in print without colour, too."""
_LABEL_LETTERS: Final = 30


def network_plot(
    network: nx.Graph[Any], *, most: int = 60, width: float = 7.0, height: float = 5.2, title: str | None = None
) -> PaperFigure:
    """A network for a paper: discs by kind, arrows by sign (colour and dashes), names where they cover nothing.

    `most`: how many actors are drawn, those of most ties; `width` and `height` in inches. Self loops are left out. The
    same network gives the same figure.

    Raises: ExtraMissing: matplotlib is not installed.
    """
    graph = plain_graph(network)
    weights, signs = _pairs(graph)
    activity: dict[str, float] = dict.fromkeys((node.id for node in graph.nodes), 0.0)
    for pair, weight in weights.items():
        for end in pair:
            activity[end] += weight
    drawn = sorted(activity, key=lambda node: (-activity[node], node))[:most]
    kept = {pair: weight for pair, weight in weights.items() if pair[0] in drawn and pair[1] in drawn}
    both: dict[Pair, float] = {}
    for (one, other), weight in kept.items():
        pair = (min(one, other), max(one, other))
        both[pair] = both.get(pair, 0) + weight
    spots = roomy_layout(sorted(drawn), both)
    radius = {node: 2.6 + 6.5 * sqrt(activity[node] / max([1.0, *activity.values()])) for node in drawn}
    kind_of = {node.id: str(node.attributes.get("kind", "")) for node in graph.nodes}
    with mpl.rc_context(STYLE):
        figure = new_figure(width, height)
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_xlim(-0.06, 1.06)
        axes.set_ylim(1.05, -0.05)
        if title is not None:
            axes.set_title(title, loc="left")
        for pair in sorted(kept, key=lambda pair: (signs[pair] != "none", kept[pair], pair)):
            axes.add_patch(_tie(pair, spots, radius, kept[pair], signs[pair], directed=graph.directed))
        for node in drawn:
            colour = KIND_COLOURS.get(kind_of[node], OTHER)
            size = (2 * radius[node]) ** 2
            axes.scatter(*spots[node], s=size, color=colour, edgecolor="white", linewidth=0.8, zorder=4)
        words = POLARITY_NAMES if all("statement" in edge.attributes for edge in graph.edges) else SIGN_NAMES
        _legend(figure, {kind_of[node] for node in drawn}, {signs[pair] for pair in kept}, words)
        label_of = {node.id: _short(screen_name(node.label)) for node in graph.nodes}
        place_labels(axes, [(*spots[node], radius[node], label_of[node]) for node in drawn])
    return figure


def _short(name: str) -> str:
    return name if len(name) <= _LABEL_LETTERS else f"{name[: _LABEL_LETTERS - 1].rstrip()}…"


def _pairs(graph: PlainGraph) -> tuple[dict[Pair, float], dict[Pair, str]]:
    """Weight and sign of each pair that something ties; without direction, its ends in order."""
    takes_sides = any(edge.weight < 0 for edge in graph.edges)
    weights: dict[Pair, float] = {}
    sides: dict[Pair, set[str]] = {}
    for edge in graph.edges:
        if edge.source == edge.target:
            continue
        pair = (edge.source, edge.target)
        if not graph.directed:
            pair = (min(pair), max(pair))
        weights[pair] = weights.get(pair, 0) + abs(edge.weight)
        sides.setdefault(pair, set()).add(sign_of(edge, by_weight=takes_sides))
    return weights, {pair: _joined(found) for pair, found in sides.items()}


def _joined(sides: set[str]) -> str:
    taken = sides - {"none"}
    return "none" if not taken else taken.pop() if len(taken) == 1 else "mixed"


def _tie(
    pair: Pair, spots: dict[str, tuple[float, float]], radius: dict[str, float], weight: float, sign: str, *,
    directed: bool,
) -> FancyArrowPatch:  # fmt: skip
    wide = min(0.5 + 0.45 * sqrt(weight), 3.2)
    return FancyArrowPatch(
        spots[pair[0]],
        spots[pair[1]],
        arrowstyle=f"-|>,head_length={3 + wide:.2f},head_width={1.3 + 0.5 * wide:.2f}" if directed else "-",
        mutation_scale=1,
        connectionstyle="arc3,rad=-0.13" if directed else "arc3,rad=0",
        shrinkA=radius[pair[0]],
        shrinkB=radius[pair[1]] + 1,
        color=POLARITY_COLOURS[sign],
        linewidth=wide,
        linestyle=DASHES[sign],
        alpha=0.9,
        zorder=2 if sign == "none" else 3,
        capstyle="butt",
        joinstyle="miter",
    )


def _legend(figure: PaperFigure, kinds: set[str], signs: set[str], words: dict[str, str]) -> None:
    rows = [
        Line2D([], [], color=POLARITY_COLOURS[sign], linestyle=DASHES[sign], linewidth=1.6, label=words[sign])
        for sign in words
        if sign in signs
    ]
    rows += [
        Line2D([], [], color=colour, marker="o", linestyle="", markersize=5, label=KIND_NAMES[kind])
        for kind, colour in KIND_COLOURS.items()
        if kind in kinds
    ]
    if rows:
        figure.legend(
            handles=rows,
            loc="outside lower left",
            ncols=min(len(rows), 5),
            frameon=False,
            labelcolor=SOFT,
            fontsize=7.5,
        )
