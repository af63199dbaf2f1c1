"""The layout of views and of large networks: hubs get room and groups come apart; far nodes are taken together.

Distant nodes push as the centre of their cell does, nearer ones as that of a smaller cell (the idea of Barnes and Hut,
1986, with the lists of cells of Greengard and Rokhlin, 1987), so a round takes time by the number of nodes, not by its
square. All sums run in a fixed order, so that no machine draws it differently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

ROUNDS: Final = 160
_HEAT: Final = 0.1
"""How far a node may move in the first round; the network is about 1 wide."""
_REPULSION: Final = 0.16
_GRAVITY: Final = 0.25
"""The pull to the middle, which keeps parts that nothing ties to the others near."""
_PAD: Final = 3
"""Empty cells around every grid, so that no neighbour lies outside."""
_EACH: Final = 400
"""Up to so many nodes, each pushes each."""
_FEW: Final = 3
"""Nodes in a cell of the finest grid, on average."""


def moved(x: Vector, y: Vector, ties: NDArray[np.int64], strength: Vector) -> tuple[Vector, Vector]:
    """Better places for nodes that begin at `x` and `y`; the arrays are left as they are.

    `ties`: one row a tie, with the numbers of its two nodes, different ones. `strength`: how hard each tie pulls.
    Repulsion goes by the ties of both nodes and falls with their distance, attraction grows with it, as ForceAtlas2 has
    it (Jacomy, Venturini, Heymann and Bastian, 2014): hubs get room, and groups come apart.
    """
    x, y = x.copy(), y.copy()
    count = len(x)
    one, other = ties[:, 0], ties[:, 1]
    mass = 1 + np.bincount(ties.ravel(), minlength=count).astype(float)
    scale = _REPULSION / mass.sum()
    for step in range(ROUNDS):
        dx, dy = _repulsion(x, y, mass)
        dx *= mass * scale
        dy *= mass * scale
        pull_x, pull_y = strength * (x[one] - x[other]), strength * (y[one] - y[other])
        for ends, way in ((one, -1.0), (other, 1.0)):
            dx += np.bincount(ends, way * pull_x, minlength=count)
            dy += np.bincount(ends, way * pull_y, minlength=count)
        dx += (0.5 - x) * mass * _GRAVITY
        dy += (0.5 - y) * mass * _GRAVITY
        # Heavy nodes move slowly: else they would jump to and fro between their many neighbours.
        dx /= mass
        dy /= mass
        length = np.maximum(np.sqrt(dx * dx + dy * dy), 1e-12)
        share = np.minimum(length * 0.5, _HEAT * (1 - step / ROUNDS) + 1e-4) / length
        x += dx * share
        y += dy * share
    return x, y


def _repulsion(x: Vector, y: Vector, mass: Vector) -> tuple[Vector, Vector]:
    """What pushes each node: the sum over all others of their mass, over the distance, away from them."""
    if len(x) <= _EACH:
        return _each_for_itself(x, y, mass)
    left, top = x.min(), y.min()
    side = max(x.max() - left, y.max() - top, 1e-9) * (1 + 1e-9)
    finest = max(2, int(np.ceil(np.log2(max(len(x) / _FEW, 16)) / 2)))
    push = (np.zeros(len(x)), np.zeros(len(x)))
    for level in range(2, finest + 1):
        cells = 1 << level
        column = np.minimum(((x - left) / side * cells).astype(np.int64), cells - 1)
        row = np.minimum(((y - top) / side * cells).astype(np.int64), cells - 1)
        grid = _Grid(x, y, mass, column + _PAD, row + _PAD, cells + 2 * _PAD)
        for down in range(-3, 4):
            for across in range(-3, 4):
                if max(abs(down), abs(across)) <= 1:
                    continue
                # Farther cells were counted on a coarser grid; on the coarsest, all are counted.
                near = np.ones(len(x), bool) if level == 2 else _parents_touch(column, row, across, down)
                grid.push(push, across, down, near)
        if level == finest:
            for down in (-1, 0, 1):
                for across in (-1, 0, 1):
                    grid.push(push, across, down, np.ones(len(x), bool))
    return push


def _each_for_itself(x: Vector, y: Vector, mass: Vector) -> tuple[Vector, Vector]:
    gap_x, gap_y = x[None, :] - x[:, None], y[None, :] - y[:, None]
    force = mass[:, None] / np.maximum(gap_x * gap_x + gap_y * gap_y, 1e-9)
    # Summed row by row, which has one order on every machine; along a row it has not.
    return np.add.reduce(force * gap_x, axis=0), np.add.reduce(force * gap_y, axis=0)


def _parents_touch(column: NDArray[np.int64], row: NDArray[np.int64], across: int, down: int) -> NDArray[np.bool_]:
    beside = np.abs(((column + across) >> 1) - (column >> 1)) <= 1
    return beside & (np.abs(((row + down) >> 1) - (row >> 1)) <= 1)


class _Grid:
    """Cells with their mass and its centre."""

    def __init__(
        self, x: Vector, y: Vector, mass: Vector, column: NDArray[np.int64], row: NDArray[np.int64], wide: int
    ) -> None:
        self._x, self._y, self._own = x, y, mass
        self._cell = row * wide + column
        self._wide = wide
        self._mass = np.bincount(self._cell, mass, minlength=wide * wide)
        self._sum_x = np.bincount(self._cell, mass * x, minlength=wide * wide)
        self._sum_y = np.bincount(self._cell, mass * y, minlength=wide * wide)

    def push(self, push: tuple[Vector, Vector], across: int, down: int, near: NDArray[np.bool_]) -> None:
        """Add what the cells that far away do to the nodes that are near enough to feel them."""
        cell = self._cell + down * self._wide + across
        # The cell of the node itself pushes without it.
        own = self._own if across == down == 0 else 0.0
        mass = self._mass[cell] - own
        there = near & (mass > 1e-9)
        safe = np.where(there, mass, 1.0)
        gap_x = self._x - (self._sum_x[cell] - own * self._x) / safe
        gap_y = self._y - (self._sum_y[cell] - own * self._y) / safe
        force = np.where(there, mass, 0.0) / np.maximum(gap_x * gap_x + gap_y * gap_y, 1e-9)
        push[0][:] += force * gap_x
        push[1][:] += force * gap_y
