"""Communities, and how much ties keep to groups that are known beforehand."""

from __future__ import annotations

import random
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Literal

from kg.analysis.explaining import BothWays, SymmetricNetwork, can_explain
from kg.analysis.louvain import louvain
from kg.errors import ExtraMissing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import networkx as nx


def communities(
    network: nx.Graph[str],
    *,
    resolution: float = 1.0,
    seed: int = 0,
    method: Literal["louvain", "leiden"] = "louvain",
) -> list[tuple[str, ...]]:
    """Groups that are tied among themselves more than chance would tie them, by their modularity on positive weights.

    Ties of weight 0 or less do not count, directions do not either; several ties between two nodes add up. Groups come
    largest first, then by first name, their members sorted. Equal networks and seeds give equal groups. Both methods
    find a good partition, not always the best one: compare several seeds. They say nothing of whether there are groups
    at all; for blocs in what actors say, with an interval, see `bloc_fit` and `polarisation`.

    `louvain` is ours. `leiden`, whose groups are always connected, is igraph's, if you have installed it: igraph is
    under the GPL and no part of this package.

    References: V. Blondel and others, "Fast unfolding of communities in large networks", 2008; V. Traag, L. Waltman and
    N. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019.

    Raises: ExtraMissing: Leiden is asked for and igraph is not installed.
    """
    nodes = list(network)
    place = {node: number for number, node in enumerate(nodes)}
    ties = (
        (place[one], place[other], weight)
        for one, other, weight in network.edges(data="weight", default=1)
        if weight > 0
    )
    found_by = louvain if method == "louvain" else _leiden
    member = found_by(len(nodes), ties, resolution=resolution, seed=seed)
    found: dict[int, list[str]] = {}
    for node, group in zip(nodes, member, strict=True):
        found.setdefault(group, []).append(node)
    return sorted((tuple(sorted(group)) for group in found.values()), key=lambda group: (-len(group), group))


def _leiden(size: int, ties: Iterable[tuple[int, int, float]], *, resolution: float, seed: int) -> list[int]:
    """The community of every node, by igraph until nothing improves."""
    try:
        igraph = import_module("igraph")
    except ImportError as missing:
        raise ExtraMissing('Leiden is computed by igraph (GPL): pip install igraph, or method="louvain"') from missing
    found = list(ties)
    graph = igraph.Graph(n=size, edges=[(one, other) for one, other, _ in found])
    graph.es["weight"] = [weight for *_, weight in found]
    igraph.set_random_number_generator(Random(seed))
    try:
        member = graph.community_leiden(
            objective_function="modularity", weights="weight", resolution=resolution, n_iterations=-1
        )
    finally:
        igraph.set_random_number_generator(random)
    return list(member.membership)


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


def undirected(network: nx.DiGraph[str] | nx.MultiDiGraph[str]) -> SymmetricNetwork:
    """Ties without direction, weights of both ways and of several ties added up; nodes keep what is known of them. It
    can be explained where the network could."""
    made = SymmetricNetwork()
    if can_explain(network):
        made.evidence = BothWays(network)
    made.add_nodes_from(network.nodes(data=True))
    for one, other, weight in network.edges(data="weight", default=1):
        known = made.get_edge_data(one, other)
        made.add_edge(one, other, weight=weight + (known["weight"] if known else 0))
    return made
