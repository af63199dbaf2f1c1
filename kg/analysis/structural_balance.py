"""Structural balance: do the friends of a friend agree, and how far is a network from two camps?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from kg.analysis.agreement import subtract
from kg.analysis.measured import DRAWS, Measured, bootstrapped
from kg.analysis.nodes import weighted_ties

if TYPE_CHECKING:
    import networkx as nx
    import numpy.typing as npt

    from kg.analysis.counting import Rules
    from kg.analysis.reading_errors import ErrorRates
    from kg.analysis.table import StatementTable

Matrix: TypeAlias = "npt.NDArray[np.float64]"
EXACT_NODES: Final = 16
"""Networks up to this many tied nodes have every division into two camps tried (2^15)."""
RESTARTS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Triads:
    """Triangles of a signed network by their signs. Those with an even number of minuses are balanced."""

    all_positive: int = 0
    one_negative: int = 0
    two_negative: int = 0
    all_negative: int = 0

    @property
    def n(self) -> int:
        """All triangles."""
        return self.all_positive + self.one_negative + self.two_negative + self.all_negative

    @property
    def balanced(self) -> float:
        """Share of balanced triangles; `nan` without any."""
        return (self.all_positive + self.two_negative) / self.n if self.n else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frustration:
    """How much of a signed network contradicts the best division into two camps."""

    weight: float
    """Weight of the ties against that division: negative ones within a camp, positive ones across."""
    at_least: float
    """No division has less. Equal to `weight` where the search was exact, or the bound shows that it is the best."""
    share: float
    """`weight` over the weight of all ties; `nan` without any. 0: balanced. At most one half."""
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    """The division; the first node (in order) is in the first camp. Nodes without ties are in neither."""

    @property
    def is_best(self) -> bool:
        """True where no better division exists."""
        return self.weight <= self.at_least + 1e-9


def triads(network: nx.Graph[str]) -> Triads:
    """Triangles of an undirected network by the signs of their weights; ties of weight 0 and loops do not count.

    Reference: D. Cartwright and F. Harary, "Structural balance: a generalization of Heider's theory", 1956.
    """
    counts = [0, 0, 0, 0]
    for _, signs in _triangles(network):
        counts[sum(weight < 0 for weight in signs)] += 1
    return Triads(all_positive=counts[0], one_negative=counts[1], two_negative=counts[2], all_negative=counts[3])


def frustration(network: nx.Graph[str], *, exact_up_to: int = EXACT_NODES, seed: int = 0) -> Frustration:
    """The least weight of ties that must be overlooked for the network to fall into two camps without contradiction.

    Up to `exact_up_to` tied nodes all divisions are tried. Beyond that `RESTARTS` local searches give a division (an
    upper bound), and triangles that share no tie a lower bound: each unbalanced one costs at least its lightest tie.

    Reference: S. Aref and M. Wilson, "Balance and frustration in signed networks", Journal of Complex Networks, 2019.
    """
    ties = {pair: weight for pair, weight in weighted_ties(network).items() if pair[0] != pair[1]}
    nodes = sorted({node for pair in ties for node in pair})
    place = {node: number for number, node in enumerate(nodes)}
    signed = np.zeros((len(nodes), len(nodes)))
    for (one, other), weight in ties.items():
        signed[place[one], place[other]] = signed[place[other], place[one]] = weight
    total = float(np.abs(signed).sum() / 2)
    if not nodes:
        return Frustration(weight=0.0, at_least=0.0, share=float("nan"), camps=((), ()))
    camp = _every_division(signed) if len(nodes) <= exact_up_to else _searched(signed, Random(seed))
    against = (total - _agreement(signed, camp)) / 2
    bound = against if len(nodes) <= exact_up_to else _packed(network)
    first = tuple(node for node in nodes if camp[place[node]] == camp[0])
    second = tuple(node for node in nodes if camp[place[node]] != camp[0])
    return Frustration(weight=against, at_least=bound, share=against / total, camps=(first, second))


def balance(
    table: StatementTable,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Measured:
    """Share of balanced triangles of the subtract network, with its interval (see `bootstrapped`)."""
    return bootstrapped(
        table, lambda part: triads(subtract(part, rules)).balanced, draws=draws, seed=seed, errors=errors
    )


def frustration_share(
    table: StatementTable,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Measured:
    """Share of the subtract network's weight against the best two camps, with its interval (see `bootstrapped`).

    Beyond `EXACT_NODES` actors the share is an upper bound (see `frustration`).
    """
    return bootstrapped(
        table, lambda part: frustration(subtract(part, rules)).share, draws=draws, seed=seed, errors=errors
    )


def _triangles(network: nx.Graph[str]) -> list[tuple[tuple[str, str, str], tuple[float, float, float]]]:
    order = {node: number for number, node in enumerate(network)}
    weights: dict[str, dict[str, float]] = {node: {} for node in network}
    for (one, other), weight in weighted_ties(network).items():
        if one != other:
            first, second = sorted((one, other), key=order.__getitem__)
            weights[first][second] = weight
    return [
        ((node, one, other), (later[one], later[other], weights[one][other]))
        for node, later in weights.items()
        for one, other in combinations(sorted(later, key=order.__getitem__), 2)
        if other in weights[one]
    ]


def _agreement(signed: Matrix, camp: Matrix) -> float:
    """Weight of the ties that fit the division, less that of those against it."""
    return float(camp @ signed @ camp / 2)


def _every_division(signed: Matrix) -> Matrix:
    size = len(signed)
    numbers = np.arange(1 << (size - 1))
    camps = np.ones((len(numbers), size))
    for place in range(1, size):
        camps[:, place] = 1 - 2 * ((numbers >> (place - 1)) & 1)
    fits = ((camps @ signed) * camps).sum(axis=1)
    # Of equally good divisions the first in this order, so that equal networks are divided alike.
    best: Matrix = camps[int(np.flatnonzero(fits >= fits.max() - 1e-9)[0])]
    return best


def _searched(signed: Matrix, random: Random) -> Matrix:
    """The best of several local searches, each of which turns the node that gains most until none gains."""
    size = len(signed)
    best, most = np.ones(size), float("-inf")
    for _ in range(RESTARTS):
        camp = np.array([1.0 if random.random() < 0.5 else -1.0 for _ in range(size)])
        pull = camp * (signed @ camp)
        while pull.min() < -1e-9:
            turned = int(pull.argmin())
            camp[turned] = -camp[turned]
            pull = pull + 2 * camp[turned] * signed[turned] * camp
            pull[turned] = camp[turned] * (signed[turned] @ camp)
        fit = _agreement(signed, camp)
        if fit > most + 1e-9:
            best, most = camp, fit
    return best


def _packed(network: nx.Graph[str]) -> float:
    """A lower bound: triangles with an odd number of minuses that share no tie, each with its lightest tie."""
    used: set[frozenset[str]] = set()
    bound = 0.0
    unbalanced = [found for found in _triangles(network) if sum(weight < 0 for weight in found[1]) % 2]
    for corners, weights in sorted(unbalanced, key=lambda found: -min(map(abs, found[1]))):
        sides = [frozenset(pair) for pair in combinations(corners, 2)]
        if used.isdisjoint(sides):
            used.update(sides)
            bound += min(map(abs, weights))
    return bound
