"""Change over windows: how far networks are apart, and how a figure moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from kg.analysis.spectra import spectral_distance
from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    import networkx as nx
    import numpy.typing as npt

    from kg.analysis.counting import Compat
    from kg.analysis.measured import Measured
    from kg.analysis.table import StatementTable
    from kg.analysis.windows import Window

Distance: TypeAlias = Literal["absdiff", "normalised", "spectral"]


def network_distance(
    one: nx.Graph[str], other: nx.Graph[str], distance: Distance = "absdiff", *, compat: Compat | None = None
) -> float:
    """How far two networks are apart, over the nodes of both.

    `absdiff`: sum of |a - b| over all cells of the two matrices, so each undirected tie counts twice. `normalised`: the
    same after each matrix was divided by the sum of its cells; a network without ties is all 0. `spectral`: see
    `kg.analysis.spectra`; for undirected networks.

    Reference: N. Masuda and P. Holme, "Detecting sequences of system states in temporal networks", 2019.

    Raises: ParameterError: a spectrum of directed ties is asked for, or one network is directed and the other is not.
    """
    if one.is_directed() != other.is_directed() or (distance == "spectral" and one.is_directed()):
        raise ParameterError("both networks have to be directed, or both undirected; spectra need undirected ones")
    if distance == "spectral":
        return spectral_distance(one, other, compat=compat)
    mine, theirs = _cells(one), _cells(other)
    if distance == "normalised":
        mine, theirs = _scaled(mine), _scaled(theirs)
    return sum(abs(mine.get(cell, 0) - theirs.get(cell, 0)) for cell in sorted(mine.keys() | theirs.keys()))


def distance_matrix(
    networks: Sequence[nx.Graph[str]], distance: Distance = "absdiff", *, compat: Compat | None = None
) -> npt.NDArray[np.float64]:
    """The distance of any two of the networks: symmetric, 0 on the diagonal. Low blocks along it are phases."""
    size = len(networks)
    made = np.zeros((size, size))
    for row in range(size):
        for column in range(row):
            apart = network_distance(networks[row], networks[column], distance, compat=compat)
            made[row, column] = made[column, row] = apart
    return made


def over_windows(
    windows: Iterable[Window], measure: Callable[[StatementTable], Measured]
) -> list[tuple[date, Measured]]:
    """A figure with its interval in every window, by the window's centre. Intervals that overlap show no change."""
    return [(window.centre, measure(window.table)) for window in windows]


def _cells(network: nx.Graph[str]) -> dict[tuple[str, str], float]:
    cells: dict[tuple[str, str], float] = {}
    for one, other, weight in network.edges(data="weight", default=1):
        ways = {(one, other)} if network.is_directed() else {(one, other), (other, one)}
        for cell in ways:
            cells[cell] = cells.get(cell, 0) + weight
    return cells


def _scaled(cells: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    total = sum(cells.values())
    return {cell: weight / total for cell, weight in cells.items()} if total else {}
