"""The figures of a network in one go: of every actor, and of the whole, each with its interval.

All are those of the functions of this room; each draw makes the network once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

import networkx as nx

from kg.analysis.blocs import Polarisation, bridging, conflict_share, polarisation
from kg.analysis.centrality import betweenness, brokerage, pagerank, reciprocity, strengths
from kg.analysis.groups import assortativity, communities, modularity
from kg.analysis.measured import DRAWS, Measured, bootstrapped_nodes
from kg.analysis.network_kinds import AGREEMENT_KINDS, NetworkKind, groups_by_state, make_network
from kg.analysis.structural_balance import balance, frustration_share
from kg.analysis.ties import pairs_of

if TYPE_CHECKING:
    from kg.analysis.counting import Rules
    from kg.analysis.explaining import AnyNetwork
    from kg.analysis.reading_errors import ErrorRates
    from kg.analysis.said_about import Ties
    from kg.analysis.table import StatementTable

Values: TypeAlias = Mapping[tuple[str, str], float]
"""Node and name of a figure -> value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """How intervals are drawn: as the parameters of `bootstrapped`, of which each is one."""

    draws: int = DRAWS
    seed: int = 0
    errors: ErrorRates | None = None


def actor_figures(
    table: StatementTable,
    kind: NetworkKind = "who-about-whom",
    rules: Rules | None = None,
    uncertainty: Uncertainty | None = None,
) -> dict[str, dict[str, Measured]]:
    """Of every node the figures that its kind of network has, each with its interval, in the order of the nodes.

    Degree and strength (by sign where ties have one), betweenness, PageRank (of positive weights); of directed actors
    also the number of broken paths between states that they broker. What a node has in a draw without it is 0.
    """
    drawn = uncertainty or Uncertainty()

    def measure(part: StatementTable) -> Values:
        return _values(make_network(kind, part, rules), groups_by_state(part))

    found = bootstrapped_nodes(table, measure, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors, absent=0.0)
    made: dict[str, dict[str, Measured]] = {}
    for (node, name), measured in found.items():
        made.setdefault(node, {})[name] = measured
    return made


def tie_figures(
    table: StatementTable,
    kind: NetworkKind = "who-about-whom",
    rules: Rules | None = None,
    uncertainty: Uncertainty | None = None,
) -> dict[tuple[str, str], Measured]:
    """Of every tie its weight with its interval, the largest weights first; a draw without the tie counts as 0.

    Ties of one pair are one, with their number as weight. Ends of undirected ties are in order.
    """
    drawn = uncertainty or Uncertainty()

    def measure(part: StatementTable) -> dict[tuple[str, str], float]:
        network = _single(make_network(kind, part, rules))
        in_order = network.is_directed()
        return {
            ((a, b) if in_order or a <= b else (b, a)): float(weight)
            for a, b, weight in network.edges(data="weight", default=1)
        }

    found = bootstrapped_nodes(table, measure, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors, absent=0.0)
    return dict(sorted(found.items(), key=lambda tie: (-abs(tie[1].value), tie[0])))


def network_figures(
    table: StatementTable,
    kind: NetworkKind = "who-about-whom",
    rules: Rules | None = None,
    uncertainty: Uncertainty | None = None,
) -> dict[str, Measured]:
    """Of the whole network the figures that its kind has, each with its interval.

    Density and the modularity of its communities; of directed ties reciprocity and assortativity by state; of
    agreement the conflict share, the share of balanced triangles and the frustration (`bloc_figures` has the blocs).
    """
    drawn = uncertainty or Uncertainty()

    def measure(part: StatementTable) -> dict[str, float]:
        network = _single(make_network(kind, part, rules))
        found = {"density": nx.density(network), "modularity": modularity(network, communities(network))}
        if network.is_directed() and kind != "two-mode":
            found["reciprocity"] = reciprocity(cast("nx.DiGraph[str]", network))
            found["assortativity by state"] = assortativity(network, groups_by_state(part))
        return found

    found = bootstrapped_nodes(table, measure, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors)
    if kind in AGREEMENT_KINDS:
        shares: Mapping[str, Callable[..., Measured]] = {
            "conflict share": conflict_share, "balanced triangles": balance, "frustration": frustration_share,
        }  # fmt: skip
        for name, share in shares.items():
            found[name] = share(table, rules, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors)
    return found


def bloc_figures(
    table: StatementTable, rules: Rules | None = None, uncertainty: Uncertainty | None = None
) -> tuple[Polarisation, dict[str, Measured]]:
    """The best two blocs with their fit and what chance gives, and how much each of their actors bridges them."""
    drawn = uncertainty or Uncertainty()
    found = polarisation(table, rules, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors)
    return found, bridging(table, found.blocs, rules, draws=drawn.draws, seed=drawn.seed, errors=drawn.errors)


def _values(network: AnyNetwork, groups: Mapping[str, str]) -> Values:
    found: dict[tuple[str, str], float] = {}
    if isinstance(network, nx.MultiDiGraph):
        for node, strength in strengths(cast("Ties", network)).items():
            for name in ("said", "said_negative", "said_positive", "received", "received_negative"):
                found[node, name] = getattr(strength, name)
            found[node, "received_positive"] = strength.received_positive
            found[node, "spoke_about"], found[node, "spoken_about_by"] = strength.spoke_about, strength.spoken_about_by
    single = _single(network)
    for node in single:
        if not isinstance(network, nx.MultiDiGraph):
            weights = [tie.get("weight", 1) for *_, tie in single.edges(node, data=True)]
            found[node, "degree"] = len(weights)
            found[node, "strength_positive"] = sum(weight for weight in weights if weight > 0)
            found[node, "strength_negative"] = -sum(weight for weight in weights if weight < 0)
    for node, value in betweenness(single).items():
        found[node, "betweenness"] = value.value
    for node, rank in pagerank(_positive(single)).items():
        found[node, "pagerank"] = rank
    if single.is_directed() and not any("bipartite" in about for _, about in single.nodes(data=True)):
        for node, roles in brokerage(cast("nx.DiGraph[str]", single), groups).items():
            found[node, "brokerage"] = roles.total
    return found


def _single(network: AnyNetwork) -> nx.Graph[str]:
    """One edge a pair."""
    return pairs_of(cast("Ties", network)) if isinstance(network, nx.MultiDiGraph) else network


def _positive(network: nx.Graph[str]) -> nx.Graph[str]:
    kept = network.copy()
    kept.remove_edges_from([(a, b) for a, b, weight in network.edges(data="weight", default=1) if weight <= 0])
    return kept
