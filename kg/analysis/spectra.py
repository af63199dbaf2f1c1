"""Networks compared by their spectra."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kg.analysis.nodes import weighted_ties

if TYPE_CHECKING:
    import networkx as nx
    import numpy.typing as npt

    from kg.analysis.counting import Compat

Spectrum: TypeAlias = "npt.NDArray[np.float64]"


def scaled_spectrum(network: nx.Graph[str], nodes: list[str], compat: Compat | None = None) -> Spectrum:
    """Eigenvalues of the Laplacian of the positive weights among these nodes, ascending, scaled to sum 1.

    All 0 without a positive tie. `compat="dna"`: the weighted degrees instead, as Discourse Network Analyzer has them
    because it discards the result of a subtraction.
    """
    place = {node: number for number, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for (one, other), weight in weighted_ties(network).items():
        if one != other and one in place and other in place and weight > 0:
            weights[place[one], place[other]] = weights[place[other], place[one]] = weight
    degrees = weights.sum(axis=0)
    found = np.sort(degrees) if compat else np.linalg.eigvalsh(np.diag(degrees) - weights)
    total = found.sum()
    scaled: Spectrum = found / total if total > 0 else np.zeros(len(nodes))
    return scaled


def spectral_distance(
    one: nx.Graph[str], other: nx.Graph[str], *, nodes: list[str] | None = None, compat: Compat | None = None
) -> float:
    """Sum over k of |L_k(one) - L_k(other)| of their scaled spectra, over the nodes of both, or over those given."""
    among = nodes if nodes is not None else sorted(set(one) | set(other))
    return float(np.abs(scaled_spectrum(one, among, compat) - scaled_spectrum(other, among, compat)).sum())
