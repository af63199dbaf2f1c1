"""Room `analysis`: answers as networks, with numbers whose definition stands in their docstring."""

from kg.analysis.agreement import agreement_network, conflict, congruence, subtract
from kg.analysis.backbones import (
    ConceptBackbone,
    concept_backbone,
    concept_loss,
    disparity,
    disparity_filter,
    nested_backbone,
)
from kg.analysis.blocs import Polarisation, best_blocs, bloc_fit, bridging, conflict_share, polarisation
from kg.analysis.centrality import Brokerage, Strength, betweenness, brokerage, pagerank, reciprocity, strengths
from kg.analysis.change import distance_matrix, network_distance, over_windows
from kg.analysis.counting import Rules
from kg.analysis.explaining import Explanation, Part, explain
from kg.analysis.frame_networks import counted_pairs, pair_counts
from kg.analysis.groups import assortativity, communities, modularity, undirected
from kg.analysis.kernels import Kernel
from kg.analysis.measured import Measured, Tested, bootstrapped, bootstrapped_nodes, permutation_test
from kg.analysis.network_kinds import NetworkKind, groups_by_state, make_network
from kg.analysis.permutations import group_test, qap
from kg.analysis.profiles import camp_distance, profile_distances, side_counts
from kg.analysis.reading_errors import ErrorRates, redrawn_truth
from kg.analysis.said_about import FIRST_HAND, POLARITIES, aggregated, said_about_network
from kg.analysis.selection import ALL_KINDS, Selection, statements_of
from kg.analysis.statements_file import chosen_frame as statements_frame
from kg.analysis.structural_balance import Frustration, Triads, balance, frustration, frustration_share, triads
from kg.analysis.summary import Uncertainty, actor_figures, bloc_figures, network_figures, tie_figures
from kg.analysis.table import Named, StatementRow, StatementTable, Voice
from kg.analysis.ties import co_target, mentions, on_behalf_of, pairs_of, who_about_whom
from kg.analysis.two_mode import CONCEPT, actor_by_concept
from kg.analysis.windows import Window, event_windows, time_windows

__all__ = [
    "ALL_KINDS",
    "CONCEPT",
    "FIRST_HAND",
    "POLARITIES",
    "Brokerage",
    "ConceptBackbone",
    "ErrorRates",
    "Explanation",
    "Frustration",
    "Kernel",
    "Measured",
    "Named",
    "NetworkKind",
    "Part",
    "Polarisation",
    "Rules",
    "Selection",
    "StatementRow",
    "StatementTable",
    "Strength",
    "Tested",
    "Triads",
    "Uncertainty",
    "Voice",
    "Window",
    "actor_by_concept",
    "actor_figures",
    "aggregated",
    "agreement_network",
    "assortativity",
    "balance",
    "best_blocs",
    "betweenness",
    "bloc_figures",
    "bloc_fit",
    "bootstrapped",
    "bootstrapped_nodes",
    "bridging",
    "brokerage",
    "camp_distance",
    "co_target",
    "communities",
    "concept_backbone",
    "concept_loss",
    "conflict",
    "conflict_share",
    "congruence",
    "counted_pairs",
    "disparity",
    "disparity_filter",
    "distance_matrix",
    "event_windows",
    "explain",
    "frustration",
    "frustration_share",
    "group_test",
    "groups_by_state",
    "make_network",
    "mentions",
    "modularity",
    "nested_backbone",
    "network_distance",
    "network_figures",
    "on_behalf_of",
    "over_windows",
    "pagerank",
    "pair_counts",
    "pairs_of",
    "permutation_test",
    "polarisation",
    "profile_distances",
    "qap",
    "reciprocity",
    "redrawn_truth",
    "said_about_network",
    "side_counts",
    "statements_frame",
    "statements_of",
    "strengths",
    "subtract",
    "tie_figures",
    "time_windows",
    "triads",
    "undirected",
    "who_about_whom",
]
