"""Room `analysis`: answers as networks, with numbers whose definition stands in their docstring."""

from kg.analysis.said_about import FIRST_HAND, POLARITIES, aggregated, said_about_network

__all__ = ["FIRST_HAND", "POLARITIES", "aggregated", "said_about_network"]
