"""Tests of one network, by permutation: do two networks go together, do ties keep to groups, more than by chance?"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.measured import DRAWS, tested
from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    import numpy.typing as npt

    from kg.analysis.measured import Tested


def qap(one: nx.Graph[str], other: nx.Graph[str], *, draws: int = DRAWS, seed: int = 0) -> Tested:
    """Do two networks of the same actors have their strong ties at the same places? Their correlation, tested.

    r = Pearson's correlation of the weights over all ordered pairs of different nodes that both networks have; pairs
    without a tie weigh 0, several ties add up. Chance: the nodes of the other network are dealt out anew among its
    places, so that its ties stay as they are among themselves; pairs that share a node are not independent, which the
    usual test of a correlation would take them to be. `nan` where one network has the same weight everywhere.

    Reference: D. Krackhardt, "Predicting with networks: nonparametric multiple regression analysis of dyadic data",
    Social Networks 10, 1988.

    >>> import networkx as nx
    >>> path = nx.path_graph(["A", "B", "C", "D"])
    >>> qap(path, path, draws=20).value
    1.0

    Raises: ParameterError: fewer than 2 draws, or one network is directed and the other is not.
    """
    if one.is_directed() != other.is_directed():
        raise ParameterError("both networks have to be directed, or both undirected: see `undirected`")
    nodes = sorted(set(one) & set(other))
    mine, theirs = _matrix(one, nodes), _matrix(other, nodes)
    cells = ~np.eye(len(nodes), dtype=bool)

    def correlation(order: list[int]) -> float:
        return _correlated(mine[cells], theirs[np.ix_(order, order)][cells])

    random = Random(seed)
    places = list(range(len(nodes)))
    found = [correlation(random.sample(places, len(places))) for _ in range(draws)]
    return tested(correlation(places), found, method="nodes of the second network dealt out anew")


def group_test(
    network: nx.Graph[str],
    groups: Mapping[str, str],
    measure: Callable[[nx.Graph[str], Mapping[str, str]], float],
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Tested:
    """A figure about groups, such as `assortativity`, against networks whose nodes got their groups dealt out anew.

    The network and the sizes of the groups stay; only who is in which is left to chance.

    Reference: P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd ed., 2005.

    Raises: ParameterError: fewer than 2 draws.
    """
    members = [node for node in network if node in groups]
    random = Random(seed)
    found = []
    for _ in range(draws):
        dealt = [groups[node] for node in members]
        random.shuffle(dealt)
        found.append(measure(network, dict(zip(members, dealt, strict=True))))
    return tested(measure(network, groups), found, method="groups dealt out anew among the nodes")


def _matrix(network: nx.Graph[str], nodes: list[str]) -> npt.NDArray[np.float64]:
    place = {node: number for number, node in enumerate(nodes)}
    made = np.zeros((len(nodes), len(nodes)))
    for source, target, weight in network.edges(data="weight", default=1):
        if source in place and target in place:
            made[place[source], place[target]] += weight
            if not network.is_directed() and source != target:
                made[place[target], place[source]] += weight
    return made


def _correlated(mine: npt.NDArray[np.float64], theirs: npt.NDArray[np.float64]) -> float:
    if not len(mine) or mine.std() == 0 or theirs.std() == 0:
        return float("nan")
    return round(float(np.corrcoef(mine, theirs)[0, 1]), 12)
