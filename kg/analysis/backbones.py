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
from kg.analysis.explaining import DirectedNetwork, SymmetricNetwork
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
    """The network with only the ties whose `disparity` is below alpha; all nodes stay. It can be explained where the
    network could."""
    kept = network.copy()
    if isinstance(kept, SymmetricNetwork | DirectedNetwork):
        kept.evidence = getattr(network, "evidence", None)
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
    judge = _Judge(table, penalty, agreement, rules or Rules(normalise="average"))
    if not judge.concepts:
        return ConceptBackbone(kept=(), loss=0.0, penalised=0.0, is_best=True)
    if len(judge.concepts) <= EXACT_CONCEPTS:
        sizes = range(1, len(judge.concepts))
        sets = [kept for size in sizes for kept in combinations(judge.concepts, size)] or [judge.concepts]
        return min(map(judge.judged, sets), key=lambda one: (one.penalised, len(one.kept), one.kept))
    path = _nested(judge)
    return min(path[1:] or path, key=lambda one: (one.penalised, len(one.kept), one.kept))


def nested_backbone(
    table: StatementTable,
    penalty: float = 3.5,
    agreement: Agreement = "subtract",
    rules: Rules | None = None,
) -> tuple[ConceptBackbone, ...]:
    """All concepts, then what is left where the one whose loss is smallest goes, again and again, down to one.

    The order in which concepts go says how much each carries; against the number left, `penalised` is the curve to
    show beside a `concept_backbone`. Of equally small losses the first concept in order stays.

    Reference: P. Leifeld, Discourse Network Analyzer, `dna_backbone`, method "nested".
    """
    judge = _Judge(table, penalty, agreement, rules or Rules(normalise="average"))
    return tuple(_nested(judge)) if judge.concepts else ()


class _Judge:
    """The full network of a table, and how far sets of concepts are from it."""

    def __init__(self, table: StatementTable, penalty: float, agreement: Agreement, rules: Rules) -> None:
        self._table = table
        self._penalty = penalty
        self._agreement: Agreement = agreement
        self._rules = rules
        self.concepts = tuple(sorted({one.concept for one in observations(table, rules)}))
        full = agreement_network(table, agreement, rules)
        self._nodes = list(full)
        self._spectrum = scaled_spectrum(full, self._nodes, rules.compat)

    def judged(self, kept: tuple[str, ...]) -> ConceptBackbone:
        """The set with what it loses."""
        part = self._table.with_rows(row for row in self._table if row.target in kept)
        network = agreement_network(part, self._agreement, self._rules)
        loss = float(abs(self._spectrum - scaled_spectrum(network, self._nodes, self._rules.compat)).sum())
        left_out = (len(self.concepts) - len(kept)) / len(self.concepts)
        is_best = len(self.concepts) <= EXACT_CONCEPTS
        return ConceptBackbone(kept=kept, loss=loss, penalised=loss * exp(-self._penalty * left_out), is_best=is_best)


def _nested(judge: _Judge) -> list[ConceptBackbone]:
    path = [judge.judged(judge.concepts)]
    while len(path[-1].kept) > 1:
        last = path[-1].kept
        smaller = [judge.judged(tuple(concept for concept in last if concept != gone)) for gone in last]
        path.append(min(smaller, key=lambda one: (one.loss, one.kept)))
    return path


def _by_chance(weight: float, weights: list[float]) -> float:
    return (1 - weight / sum(weights)) ** (len(weights) - 1) if len(weights) > 1 else 1.0
