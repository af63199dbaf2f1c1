"""Where to draw the nodes of a network: springs and repulsion, the same picture for the same network everywhere.

No randomness and no trigonometry: only operations that IEEE 754 defines exactly, in a fixed order, so no machine draws
it differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.export.plain_graph import PlainGraph

Point: TypeAlias = tuple[float, float]

MAX_NODES: Final = 400
"""Above this, places are those of `roomy_layout`."""
_BUDGET: Final = 2_000_000
"""Pairs of nodes looked at in all rounds together: about a second."""


@dataclass(slots=True)
class _Body:
    x: float
    y: float
    dx: float = 0.0
    dy: float = 0.0


def force_layout(nodes: Sequence[str], weights: Mapping[tuple[str, str], float]) -> dict[str, Point]:
    """A place in the unit square for each node, in the order given.

    `weights` gives the strength of the tie of two nodes, either way round; heavier ties pull closer together.
    Source: Fruchterman and Reingold, Graph drawing by force-directed placement, 1991; with a pull to the middle, so
    that unconnected parts stay near.
    """
    if len(nodes) > MAX_NODES:
        return roomy_layout(nodes, weights)
    places = _starts(len(nodes))
    if len(nodes) < 2:
        return dict(zip(nodes, places, strict=True))
    bodies = [_Body(x, y) for x, y in places]
    index = {node: i for i, node in enumerate(nodes)}
    springs = _springs(index, weights)
    ideal = 1.0 / sqrt(len(nodes))
    rounds = max(40, min(300, _BUDGET // (len(nodes) * len(nodes))))
    for step in range(rounds):
        _push(bodies, ideal)
        _pull(bodies, springs, ideal)
        _move(bodies, ideal, heat=0.12 * (1 - step / rounds))
    return dict(zip(nodes, _scaled(bodies), strict=True))


def roomy_layout(nodes: Sequence[str], weights: Mapping[tuple[str, str], float]) -> dict[str, Point]:
    """The same with other forces: more room for hubs, groups apart, unconnected nodes around; fast for thousands."""
    places = _starts(len(nodes))
    if len(nodes) < 2:
        return dict(zip(nodes, places, strict=True))
    # numpy is needed here alone; commands start without it.
    import numpy as np

    from kg.export.roomy_layout import moved

    springs = _springs({node: i for i, node in enumerate(nodes)}, weights)
    ties = np.array([(a, b) for a, b, _ in springs], np.int64).reshape(-1, 2)
    strength = np.array([strength for *_, strength in springs], float)
    x, y = moved(np.array([x for x, _ in places]), np.array([y for _, y in places]), ties, strength)
    bodies = [_Body(float(one), float(other)) for one, other in zip(x, y, strict=True)]
    return dict(zip(nodes, _scaled(bodies), strict=True))


def _starts(count: int) -> list[Point]:
    """A low-discrepancy sequence (Roberts' R2): even, and in no pattern that forces could balance out on."""
    return [((0.5 + 0.7548776662 * i) % 1.0, (0.5 + 0.5698402910 * i) % 1.0) for i in range(1, count + 1)]


def _springs(index: Mapping[str, int], weights: Mapping[tuple[str, str], float]) -> list[tuple[int, int, float]]:
    return [(index[a], index[b], 1.0 + min(weight, 8.0) / 4) for (a, b), weight in sorted(weights.items()) if a != b]


def _push(bodies: list[_Body], ideal: float) -> None:
    for i, one in enumerate(bodies):
        for other in bodies[i + 1 :]:
            x, y = one.x - other.x, one.y - other.y
            force = ideal * ideal / max(x * x + y * y, 1e-6)
            one.dx += x * force
            one.dy += y * force
            other.dx -= x * force
            other.dy -= y * force


def _pull(bodies: list[_Body], springs: list[tuple[int, int, float]], ideal: float) -> None:
    for a, b, strength in springs:
        one, other = bodies[a], bodies[b]
        x, y = one.x - other.x, one.y - other.y
        force = strength * sqrt(x * x + y * y) / ideal
        one.dx -= x * force
        one.dy -= y * force
        other.dx += x * force
        other.dy += y * force


def _move(bodies: list[_Body], ideal: float, heat: float) -> None:
    for body in bodies:
        body.dx += (0.5 - body.x) * ideal * 2
        body.dy += (0.5 - body.y) * ideal * 2
        length = max(sqrt(body.dx * body.dx + body.dy * body.dy), 1e-9)
        step = min(length, heat) / length
        body.x += body.dx * step
        body.y += body.dy * step
        body.dx = body.dy = 0.0


def _scaled(bodies: list[_Body]) -> list[Point]:
    left, top = min(body.x for body in bodies), min(body.y for body in bodies)
    width = max(max(body.x for body in bodies) - left, 1e-9)
    height = max(max(body.y for body in bodies) - top, 1e-9)
    # The square is filled, but a long thin picture is not blown up to one.
    width, height = max(width, height / 2), max(height, width / 2)
    return [((body.x - left) / width, (body.y - top) / height) for body in bodies]


def graph_layout(graph: PlainGraph) -> dict[str, Point]:
    """The same for a network: every edge pulls with strength 1, whichever way it points."""
    weights: dict[tuple[str, str], float] = {}
    for edge in graph.edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        weights[pair] = weights.get(pair, 0.0) + 1.0
    return force_layout([node.id for node in graph.nodes], weights)
