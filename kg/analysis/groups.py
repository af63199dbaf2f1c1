"""Communities, and how much ties keep to groups that are known beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analysis.louvain import louvain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


def communities(network: nx.Graph[str], *, resolution: float = 1.0, seed: int = 0) -> list[tuple[str, ...]]:
    """Groups that are tied among themselves more than chance would tie them: Louvain's method on positive weights.

    Ties of weight 0 or less do not count, directions do not either; several ties between two nodes add up. Groups come
    largest first, then by first name, their members sorted. Equal networks and seeds give equal groups. Louvain finds a
    good partition, not always the best one: compare several seeds. It says nothing of whether there are groups at all;
    for blocs in what actors say, with an interval, see `bloc_fit` and `polarisation`.

    Reference: V. Blondel and others, "Fast unfolding of communities in large networks", 2008.
    """
    nodes = list(network)
    place = {node: number for number, node in enumerate(nodes)}
    ties = (
        (place[one], place[other], weight)
        for one, other, weight in network.edges(data="weight", default=1)
        if weight > 0
    )
    member = louvain(len(nodes), ties, resolution=resolution, seed=seed)
    found: dict[int, list[str]] = {}
    for node, group in zip(nodes, member, strict=True):
        found.setdefault(group, []).append(node)
    return sorted((tuple(sorted(group)) for group in found.values()), key=lambda group: (-len(group), group))


def modularity(network: nx.Graph[str], groups: Sequence[Collection[str]], *, resolution: float = 1.0) -> float:
    """Share of the weight of positive ties inside groups, less what nodes of such strength have there by chance.

    Q = sum over groups of (w_in / m - resolution (s / 2m)^2), w_in the weight inside, s the summed strength, m the
    weight of all ties. `nan` without any positive tie.

    Reference: M. Newman and M. Girvan, "Finding and evaluating community structure in networks", 2004.
    """
    member = {node: number for number, group in enumerate(groups) for node in group}
    inside, strength = [0.0] * len(groups), [0.0] * len(groups)
    total = 0.0
    for one, other, weight in network.edges(data="weight", default=1):
        if weight > 0:
            total += weight
            strength[member[one]] += weight
            strength[member[other]] += weight
            inside[member[one]] += weight if member[one] == member[other] else 0
    if not total:
        return float("nan")
    return sum(w / total - resolution * (s / (2 * total)) ** 2 for w, s in zip(inside, strength, strict=True))


def assortativity(network: nx.Graph[str], groups: Mapping[str, str]) -> float:
    """How much ties run within groups (states, blocs): 1 all of them, 0 as by chance, negative less than by chance.

    r = (sum of e[g,g] - sum of a[g] b[g]) / (1 - sum of a[g] b[g]), e[g,h] the share of weight from group g to h, a and
    b its row and column sums. Negative weights count with their size, nodes without a group do not; undirected ties
    count both ways. `nan` where all weight lies in one group, or there is none.

    Reference: M. Newman, "Mixing patterns in networks", Physical Review E 67, 2003.
    """
    mixing: dict[tuple[str, str], float] = {}
    for one, other, weight in network.edges(data="weight", default=1):
        if one in groups and other in groups:
            ways = [(one, other)] if network.is_directed() else [(one, other), (other, one)]
            for source, target in ways:
                pair = (groups[source], groups[target])
                mixing[pair] = mixing.get(pair, 0) + abs(weight)
    total = sum(mixing.values())
    if not total:
        return float("nan")
    names = sorted({name for pair in mixing for name in pair})
    within = sum(mixing.get((name, name), 0) for name in names) / total
    rows = {name: sum(mixing.get((name, other), 0) for other in names) / total for name in names}
    columns = {name: sum(mixing.get((other, name), 0) for other in names) / total for name in names}
    chance = sum(rows[name] * columns[name] for name in names)
    return (within - chance) / (1 - chance) if chance < 1 else float("nan")


def undirected(network: nx.DiGraph[str] | nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Ties without direction, weights of both ways and of several ties added up; nodes keep what is known of them."""
    made: nx.Graph[str] = nx.Graph()
    made.add_nodes_from(network.nodes(data=True))
    for one, other, weight in network.edges(data="weight", default=1):
        known = made.get_edge_data(one, other)
        made.add_edge(one, other, weight=weight + (known["weight"] if known else 0))
    return made
