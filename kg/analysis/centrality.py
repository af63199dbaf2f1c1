"""Who stands where in a network: strength by sign, betweenness, PageRank, reciprocity, brokerage."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from kg.analysis.measured import Measured
from kg.errors import ExtraMissing, ParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.analysis.said_about import Ties

EXACT_NODES: Final = 2000
"""Networks up to this size have their betweenness computed in full."""
PIVOTS: Final = 400
"""Sources drawn for larger ones."""
DAMPING: Final = 0.85
_CLOSE: Final = 1e-12
_STEPS: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Ties of a node in a who-about-whom network, counted by direction and sign; loops count on both sides."""

    said_positive: int = 0
    said_negative: int = 0
    said_other: int = 0
    """Spoken about others without a stance, or with both."""
    received_positive: int = 0
    received_negative: int = 0
    received_other: int = 0
    spoke_about: int = 0
    """Number of different actors that it spoke about."""
    spoken_about_by: int = 0

    @property
    def said(self) -> int:
        """All ties outwards."""
        return self.said_positive + self.said_negative + self.said_other

    @property
    def received(self) -> int:
        """All ties inwards."""
        return self.received_positive + self.received_negative + self.received_other


def strengths(network: Ties) -> dict[str, Strength]:
    """Degree and strength of every node by direction and sign, in the order of the nodes.

    Strength counts statements, degree (`spoke_about`, `spoken_about_by`) different actors.
    """
    counts: dict[str, dict[str, int]] = {node: {} for node in network}
    for source, target, tie in network.edges(data=True):
        side = tie["polarity"] if tie["polarity"] in ("positive", "negative") else "other"
        for node, name in ((source, f"said_{side}"), (target, f"received_{side}")):
            counts[node][name] = counts[node].get(name, 0) + 1
    return {
        node: Strength(**found, spoke_about=len(network.succ[node]), spoken_about_by=len(network.pred[node]))
        for node, found in counts.items()
    }


def pagerank(network: nx.Graph[str], *, damping: float = DAMPING) -> dict[str, float]:
    """PageRank by power iteration: x = (1 - d) / n + d (sum over ties into the node of x[j] w[j,i] / w[j]).

    Nodes without a tie outwards share what they have among all. Ties without `weight`, and each of several between two
    nodes, weigh 1. Undirected ties run both ways. The values sum to 1.

    Reference: L. Page and others, "The PageRank citation ranking: bringing order to the web", 1999.

    Raises: ParameterError: a weight is negative: PageRank knows no blame, so choose the ties of one sign.
    """
    nodes = list(network)
    if not nodes:
        return {}
    place = {node: number for number, node in enumerate(nodes)}
    ties = [
        (place[source], place[target], weight) for source, target, weight in network.edges(data="weight", default=1)
    ]
    sources, targets, weights = (np.array([tie[part] for tie in ties], dtype=float) for part in range(3))
    if len(weights) and weights.min() < 0:
        raise ParameterError("PageRank needs weights of 0 or more: take the ties of one sign")
    sources, targets = sources.astype(np.int64), targets.astype(np.int64)
    if not network.is_directed():
        loops = sources == targets
        sources, targets = np.concatenate([sources, targets[~loops]]), np.concatenate([targets, sources[~loops]])
        weights = np.concatenate([weights, weights[~loops]])
    size = len(nodes)
    out = np.bincount(sources, weights=weights, minlength=size)
    share = weights / np.where(out[sources] > 0, out[sources], 1)
    is_dangling = out == 0
    rank = np.full(size, 1 / size)
    for _ in range(_STEPS):
        passed = np.bincount(targets, weights=rank[sources] * share, minlength=size)
        step = damping * (passed + rank[is_dangling].sum() / size) + (1 - damping) / size
        moved = np.abs(step - rank).sum()
        rank = step
        if moved < _CLOSE:
            break
    return dict(zip(nodes, rank.tolist(), strict=True))


def betweenness(
    network: nx.Graph[str],
    *,
    pivots: int | None = None,
    seed: int = 0,
    engine: Literal["own", "igraph"] = "own",
) -> dict[str, Measured]:
    """Share of the shortest paths between all pairs that run through a node, ends apart (normalised, unweighted).

    b(v) = sum over s, t of paths(s, t | v) / paths(s, t), over (n - 1)(n - 2) ordered pairs. Up to `EXACT_NODES` nodes
    every source is taken and the interval is the value itself. In larger networks, or where `pivots` says so, that many
    sources are drawn; the mean of what they give, scaled up, estimates the value without bias, and the interval is 1.96
    standard errors on either side (with the correction for a finite number of sources), cut at 0.

    `engine="igraph"`: computed in full by igraph, whatever the size, if you have installed it (it is under the GPL and
    no part of this package); the same values, many times faster.

    References: U. Brandes, "A faster algorithm for betweenness centrality", 2001; U. Brandes and C. Pich, "Centrality
    estimation in large networks", 2007.

    Raises: ParameterError: fewer than 2 pivots. ExtraMissing: igraph is asked for and not installed.
    """
    if engine == "igraph":
        return _by_igraph(network)
    nodes = list(network)
    size = len(nodes)
    wanted = pivots if pivots is not None else (size if size <= EXACT_NODES else PIVOTS)
    if wanted < 2 <= size:
        raise ParameterError(f"an estimate needs at least 2 pivots, not {wanted}")
    place = {node: number for number, node in enumerate(nodes)}
    neighbours = [[place[other] for other in network.adj[node] if other != node] for node in nodes]
    is_exact = wanted >= size
    sources = list(range(size)) if is_exact else sorted(Random(seed).sample(range(size), wanted))
    total, squares = np.zeros(size), np.zeros(size)
    for source in sources:
        gain = np.array(_dependencies(neighbours, source))
        total += gain
        squares += gain**2
    pairs = (size - 1) * (size - 2)
    scale = size / pairs if pairs > 0 else 0.0
    count = max(len(sources), 1)
    mean = total / count
    spread = np.maximum(squares / count - mean**2, 0) * count / max(count - 1, 1)
    error = np.zeros(size) if is_exact else 1.96 * np.sqrt(spread / count * (1 - count / size))
    method = "exact" if is_exact else f"95 % interval of {count} sampled sources"
    return {
        node: Measured(
            value=float(mean[number] * scale),
            low=float(max(mean[number] - error[number], 0) * scale),
            high=float((mean[number] + error[number]) * scale),
            n=count,
            method=method,
        )
        for number, node in enumerate(nodes)
    }


def _by_igraph(network: nx.Graph[str]) -> dict[str, Measured]:
    try:
        igraph = import_module("igraph")
    except ImportError as missing:
        raise ExtraMissing('igraph (GPL) is not installed: pip install igraph, or engine="own"') from missing
    nodes = list(network)
    place = {node: number for number, node in enumerate(nodes)}
    # Several ties between two nodes are one way to go.
    pairs = sorted({(place[one], place[other]) for one, other in network.edges() if one != other})
    graph = igraph.Graph(n=len(nodes), edges=pairs, directed=network.is_directed())
    size = len(nodes)
    ways = (size - 1) * (size - 2) / (1 if network.is_directed() else 2)
    found = [value / ways if ways else 0.0 for value in graph.betweenness()]
    return {
        node: Measured(value=value, low=value, high=value, n=size, method="exact, by igraph")
        for node, value in zip(nodes, found, strict=True)
    }


def reciprocity(network: nx.DiGraph[str]) -> float:
    """Share of ordered pairs with a tie that are tied back, loops apart; `nan` without any tie.

    Several ties between two nodes are one pair.
    """
    pairs = {(source, target) for source, target in network.edges() if source != target}
    return sum((target, source) in pairs for source, target in pairs) / len(pairs) if pairs else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brokerage:
    """How often a node j lies between i and k that have no tie of their own, by whose group the three belong to."""

    coordinator: int = 0
    """i, j and k of one group."""
    consultant: int = 0
    """i and k of one group, j of another."""
    representative: int = 0
    """i and j of one group, k of another: j speaks outwards for its group."""
    gatekeeper: int = 0
    """j and k of one group, i of another: j lets in."""
    liaison: int = 0
    """Three groups."""

    @property
    def total(self) -> int:
        """All five roles."""
        return self.coordinator + self.consultant + self.representative + self.gatekeeper + self.liaison


def brokerage(network: nx.DiGraph[str], groups: Mapping[str, str]) -> dict[str, Brokerage]:
    """Brokerage roles of every node: paths i -> j -> k with i, j, k different and no tie i -> k.

    `groups`: the group (state, bloc) of a node; nodes without one take part in no path.

    Reference: R. Gould and R. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
    networks", Sociological Methodology 19, 1989.
    """
    after = {node: {other for other in network.succ[node] if other != node and other in groups} for node in network}
    before = {node: {other for other in network.pred[node] if other != node and other in groups} for node in network}
    found: dict[str, Brokerage] = {}
    for node in network:
        roles: dict[str, int] = {}
        if node in groups:
            for source in before[node]:
                for target in after[node] - after[source] - {source}:
                    role = _role(groups[source], groups[node], groups[target])
                    roles[role] = roles.get(role, 0) + 1
        found[node] = Brokerage(**roles)
    return found


def _role(source: str, broker: str, target: str) -> str:
    if source == broker == target:
        return "coordinator"
    if source == target:
        return "consultant"
    if source == broker:
        return "representative"
    return "gatekeeper" if broker == target else "liaison"


def _dependencies(neighbours: list[list[int]], source: int) -> list[float]:
    """Brandes' accumulation: how much each node carries of the shortest paths that start at the source."""
    size = len(neighbours)
    distance, paths, carried = [-1] * size, [0.0] * size, [0.0] * size
    distance[source], paths[source] = 0, 1.0
    order, waiting = [], deque([source])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in neighbours[node]:
            if distance[other] < 0:
                distance[other] = distance[node] + 1
                waiting.append(other)
            if distance[other] == distance[node] + 1:
                paths[other] += paths[node]
    for node in reversed(order):
        for other in neighbours[node]:
            if distance[other] == distance[node] + 1:
                carried[node] += paths[node] / paths[other] * (1 + carried[other])
    carried[source] = 0.0
    return carried
