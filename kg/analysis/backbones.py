"""What a network can do without: weak ties (disparity filter), or whole concepts (concept backbone).

Discourse Network Analyzer calls the second one "backbone"; the first is what network science mostly means by the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import exp
from typing import TYPE_CHECKING, Final

from kg.analysis.agreement import Agreement, agreement_network
from kg.analysis.counting import Rules, observations
from kg.analysis.nodes import weighted_ties
from kg.analysis.spectra import scaled_spectrum, spectral_distance

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

    from kg.analysis.table import StatementTable

EXACT_CONCEPTS: Final = 12
"""Up to this many concepts every set of them is tried."""


def disparity(network: nx.Graph[str]) -> dict[tuple[str, str], float]:
    """How likely a tie of such weight is by chance, seen from the end where it is the least likely.

    From an end with k ties and strength s: p = (1 - w / s)^(k - 1), the probability of a share w / s or more if the
    strength were strewn evenly at random over the k ties. For directed ties: those outwards of the source, and those
    inwards of the target. An only tie has p = 1. Absolute weights; ties of weight 0 are left out.

    Reference: M. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex weighted networks",
    PNAS 106, 2009.
    """
    out: dict[str, list[float]] = {}
    into: dict[str, list[float]] = out if not network.is_directed() else {}
    weights = {pair: abs(weight) for pair, weight in weighted_ties(network, directed=True).items()}
    for (one, other), weight in weights.items():
        out.setdefault(one, []).append(weight)
        into.setdefault(other, []).append(weight)
    return {
        (one, other): min(_by_chance(weight, out[one]), _by_chance(weight, into[other]))
        for (one, other), weight in weights.items()
    }


def disparity_filter(network: nx.Graph[str], alpha: float = 0.05) -> nx.Graph[str]:
    """The network with only the ties whose `disparity` is below alpha; all nodes stay."""
    kept = network.copy()
    likely = {pair for pair, chance in disparity(network).items() if chance >= alpha}
    kept.remove_edges_from([pair for pair in network.edges() if pair in likely or pair[::-1] in likely])
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptBackbone:
    """A set of concepts that stands for all of them."""

    kept: tuple[str, ...]
    loss: float
    """Distance of the spectra of the network over all concepts and over these; 0: the same."""
    penalised: float
    """`loss` times exp(- penalty times the share of concepts left out): what is made small."""
    is_best: bool
    """True where every set was tried; else concepts were left out one at a time."""


def concept_loss(
    table: StatementTable,
    kept: Collection[str],
    agreement: Agreement = "subtract",
    rules: Rules | None = None,
) -> float:
    """What is lost of a one-mode network where only statements on some concepts are kept.

    Sum over k of |L_k(full) - L_k(kept)|, L the eigenvalues of the Laplacian of the positive weights, scaled to sum 1
    and sorted. `Rules(compat="dna")`: of the weighted degrees, as Discourse Network Analyzer computes it.
    """
    chosen = rules or Rules(normalise="average")
    full = agreement_network(table, agreement, chosen)
    part = table.with_rows(row for row in table if row.target in set(kept))
    return spectral_distance(full, agreement_network(part, agreement, chosen), nodes=list(full), compat=chosen.compat)


def concept_backbone(
    table: StatementTable,
    penalty: float = 3.5,
    agreement: Agreement = "subtract",
    rules: Rules | None = None,
) -> ConceptBackbone:
    """The targets whose one-mode network resembles the full one most, for as few of them as the penalty asks.

    Minimises loss exp(- penalty (|C| - |B|) / |C|) over non-empty sets B of the concepts C. Up to `EXACT_CONCEPTS` all
    sets are tried; beyond that the concept whose loss is smallest goes, again and again, and the best set on that way
    is given. The penalty decides how many remain: show the curve. Of equally good sets, the smaller, then the first.

    Reference: P. Leifeld, Discourse Network Analyzer, `dna_backbone`; there by simulated annealing without a seed.
    """
    chosen = rules or Rules(normalise="average")
    concepts = sorted({one.concept for one in observations(table, chosen)})
    full = agreement_network(table, agreement, chosen)
    target = scaled_spectrum(full, list(full), chosen.compat)

    def judged(kept: tuple[str, ...]) -> ConceptBackbone:
        part = table.with_rows(row for row in table if row.target in kept)
        found = scaled_spectrum(agreement_network(part, agreement, chosen), list(full), chosen.compat)
        loss = float(abs(target - found).sum())
        left_out = (len(concepts) - len(kept)) / len(concepts)
        is_best = len(concepts) <= EXACT_CONCEPTS
        return ConceptBackbone(kept=kept, loss=loss, penalised=loss * exp(-penalty * left_out), is_best=is_best)

    if not concepts:
        return ConceptBackbone(kept=(), loss=0.0, penalised=0.0, is_best=True)
    if len(concepts) <= EXACT_CONCEPTS:
        sizes = range(1, len(concepts))
        tried = [judged(kept) for size in sizes for kept in combinations(concepts, size)] or [judged(tuple(concepts))]
        return min(tried, key=lambda one: (one.penalised, len(one.kept), one.kept))
    path = [judged(tuple(concepts))]
    while len(path[-1].kept) > 1:
        last = path[-1].kept
        smaller = [judged(tuple(concept for concept in last if concept != gone)) for gone in last]
        path.append(min(smaller, key=lambda one: (one.loss, one.kept)))
    return min(path[1:], key=lambda one: (one.penalised, len(one.kept), one.kept))


def _by_chance(weight: float, weights: list[float]) -> float:
    return (1 - weight / sum(weights)) ** (len(weights) - 1) if len(weights) > 1 else 1.0
