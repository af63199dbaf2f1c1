"""A network as one SVG picture: curved arrows, readable labels, colours by kind and polarity, links into the page."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from math import sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.analysis import aggregated
from kg.export.files import printable
from kg.export.layout import Point, force_layout
from kg.export.palette import KIND_NAMES, POLARITY_NAMES
from kg.export.style import picture_style

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analysis.said_about import PairNetwork, Ties

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

WIDTH: Final = 1000.0
HEIGHT: Final = 620.0
MAX_DRAWN: Final = 60
"""Actors in the picture, the busiest first: with more, no label can be read."""
_MARGIN: Final = 70.0
_LETTER: Final = 6.6
"""Mean width of a letter at 12 px; labels get room by it."""
_LABEL_LETTERS: Final = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class _Disc:
    """An actor as drawn."""

    name: str
    kind: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class _Curve:
    """A quadratic Bézier curve: start, control point, end."""

    start: Point
    control: Point
    end: Point

    @staticmethod
    def between(source: _Disc, target: _Disc, width: float) -> _Curve:
        """From edge to edge of two discs, bent to the left so that both directions stay apart; else a loop above."""
        if source is target:
            x, y, r = source.x, source.y - source.radius * 0.8, source.radius
            return _Curve((x - r * 0.7, y), (x, y - 3 * r), (x + r * 0.7, y - 1))
        x, y = target.x - source.x, target.y - source.y
        length = max(sqrt(x * x + y * y), 1.0)
        bend = min(0.14 * length, 38.0)
        control = ((source.x + target.x) / 2 - y / length * bend, (source.y + target.y) / 2 + x / length * bend)
        end = _towards(target, control, target.radius + 1.5 + width / 2)
        return _Curve(_towards(source, control, source.radius), end=end, control=control)

    def path(self) -> str:
        (x, y), (control_x, control_y), (end_x, end_y) = self.start, self.control, self.end
        return f"M{x:.1f} {y:.1f} Q{control_x:.1f} {control_y:.1f} {end_x:.1f} {end_y:.1f}"

    def boxes(self) -> Iterator[Box]:
        """Small boxes along the curve: places that labels should keep free."""
        for step in range(1, 16):
            t = step / 16
            x, y = (
                (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c
                for a, b, c in zip(self.start, self.control, self.end, strict=True)
            )
            yield x - 4, y - 4, x + 4, y + 4


def drawn_actors(pairs: PairNetwork) -> tuple[str, ...]:
    """The actors that get a place in the picture: the `MAX_DRAWN` with most statements, sorted by IRI."""
    busiest = sorted(pairs.nodes, key=lambda node: (-_activity(pairs, node), node))[:MAX_DRAWN]
    return tuple(sorted(busiest))


def polarity_of(edge: Mapping[str, int]) -> str:
    """The polarity that an arrow shows: mixed where its statements differ in sign."""
    negative, positive = edge.get("negative", 0), edge.get("positive", 0)
    if edge.get("mixed", 0) or (negative and positive):
        return "mixed"
    return "negative" if negative else "positive" if positive else "none"


@dataclass(frozen=True, slots=True)
class Picture:
    """A network as one SVG image that stands alone; notebooks show it, `svg` is its text."""

    svg: str

    def _repr_html_(self) -> str:
        # As an image, since notebooks that are not trusted drop inline SVG.
        encoded = b64encode(self.svg.encode()).decode()
        return f'<img alt="Network of who speaks about whom" src="data:image/svg+xml;base64,{encoded}">'


def draw(network: Ties) -> Picture:
    """The picture of a network; see `svg_picture`. It follows the reader's choice of a dark or light screen."""
    svg = svg_picture(aggregated(network), {})
    size = f'xmlns="http://www.w3.org/2000/svg" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" font-family="sans-serif"'
    styled = svg.replace("<svg ", f"<svg {size} ", 1).replace("<defs>", f"<style>{picture_style()}</style><defs>", 1)
    return Picture(printable(styled))


def svg_picture(pairs: PairNetwork, anchors: Mapping[tuple[str, str], str]) -> str:
    """The picture. An arrow from A to B links to the anchor of that pair, and is as thick as its statements are many.

    The same network gives the same picture. Every text is escaped; nothing is loaded from elsewhere.
    """
    nodes = drawn_actors(pairs)
    edges = [(a, b) for a, b in sorted(pairs.edges()) if a in nodes and b in nodes]
    discs = _discs(pairs, nodes, edges)
    curves = {edge: _Curve.between(discs[edge[0]], discs[edge[1]], _width(pairs, edge)) for edge in edges}
    lines = [
        f'<svg viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="Network of who speaks about whom">',
        "<defs>",
        *(_arrow_head(polarity) for polarity in POLARITY_NAMES),
        "</defs>",
        *(_arrow(pairs, discs, edge, curve, anchors.get(edge)) for edge, curve in curves.items()),
        *_actors(discs, [box for curve in curves.values() for box in curve.boxes()]),
        "</svg>",
    ]
    return "\n".join(lines)


def _activity(pairs: PairNetwork, node: str) -> int:
    return int(pairs.out_degree(node, weight="weight") + pairs.in_degree(node, weight="weight"))


def _discs(pairs: PairNetwork, nodes: tuple[str, ...], edges: list[tuple[str, str]]) -> dict[str, _Disc]:
    weights: dict[tuple[str, str], float] = {}
    for a, b in edges:
        pair = (min(a, b), max(a, b))
        weights[pair] = weights.get(pair, 0.0) + pairs.edges[a, b]["weight"]
    places = force_layout(nodes, weights)
    return {
        node: _Disc(
            name=_shortened(str(pairs.nodes[node].get("label", node))),
            kind=str(pairs.nodes[node].get("kind", "")),
            x=_MARGIN + places[node][0] * (WIDTH - 2 * _MARGIN),
            y=_MARGIN / 2 + places[node][1] * (HEIGHT - 1.4 * _MARGIN),
            radius=min(6 + 2.6 * sqrt(_activity(pairs, node)), 24),
        )
        for node in nodes
    }


def _shortened(label: str) -> str:
    return label if len(label) <= _LABEL_LETTERS else label[: _LABEL_LETTERS - 1].rstrip() + "…"


def _arrow_head(polarity: str) -> str:
    return (
        f'<marker id="head-{polarity}" class="{polarity}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L10 5 L0 10 z"/></marker>'
    )


def _width(pairs: PairNetwork, edge: tuple[str, str]) -> float:
    return min(1.2 + 0.9 * sqrt(pairs.edges[edge]["weight"]), 6)


def _arrow(
    pairs: PairNetwork, discs: Mapping[str, _Disc], edge: tuple[str, str], curve: _Curve, anchor: str | None
) -> str:
    source, target = discs[edge[0]], discs[edge[1]]
    count = pairs.edges[edge]["weight"]
    polarity = polarity_of(pairs.edges[edge])
    told = f"{source.name} {POLARITY_NAMES[polarity]} {target.name}: {count} statement{'' if count == 1 else 's'}"
    drawn = (
        f'<path class="tie {polarity}" d="{curve.path()}" stroke-width="{_width(pairs, edge):.1f}" '
        f'marker-end="url(#head-{polarity})"><title>{escape(told)}</title></path>'
    )
    return f'<a href="#{escape(anchor)}">{drawn}</a>' if anchor else drawn


def _towards(disc: _Disc, point: Point, distance: float) -> Point:
    across, down = point[0] - disc.x, point[1] - disc.y
    length = max(sqrt(across * across + down * down), 1.0)
    return disc.x + across / length * distance, disc.y + down / length * distance


def _actors(discs: Mapping[str, _Disc], lines: list[Box]) -> Iterator[str]:
    taken: list[Box] = [*(_around(disc) for disc in discs.values()), *lines]
    for _, disc in sorted(discs.items(), key=lambda item: (-item[1].radius, item[0])):
        x, y, anchor, box = _free_place(disc, taken)
        taken.append(box)
        kind = KIND_NAMES.get(disc.kind, disc.kind)
        yield (
            f'<g class="actor {escape(disc.kind)}"><circle cx="{disc.x:.1f}" cy="{disc.y:.1f}" r="{disc.radius:.1f}">'
            f"<title>{escape(disc.name)} ({escape(kind)})</title></circle>"
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(disc.name)}</text></g>'
        )


def _around(disc: _Disc) -> Box:
    return disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius


def _free_place(disc: _Disc, taken: list[Box]) -> tuple[float, float, str, Box]:
    """Where the label covers least of what is drawn already: below, above, right or left of its disc."""
    wide, gap = len(disc.name) * _LETTER, disc.radius + 4
    places = [
        (disc.x, disc.y + gap + 10, "middle", (disc.x - wide / 2, disc.y + gap, disc.x + wide / 2, disc.y + gap + 14)),
        (disc.x, disc.y - gap - 1, "middle", (disc.x - wide / 2, disc.y - gap - 13, disc.x + wide / 2, disc.y - gap)),
        (disc.x + gap, disc.y + 4, "start", (disc.x + gap, disc.y - 7, disc.x + gap + wide, disc.y + 7)),
        (disc.x - gap, disc.y + 4, "end", (disc.x - gap - wide, disc.y - 7, disc.x - gap, disc.y + 7)),
    ]
    return min(places, key=lambda place: sum(_shared(place[3], box) for box in taken) + _outside(place[3]))


def _shared(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _outside(box: Box) -> float:
    return 1000.0 if box[0] < 0 or box[2] > WIDTH or box[1] < 0 or box[3] > HEIGHT else 0.0
