"""Room `analysis`: answers as networks, with numbers whose definition stands in their docstring."""

from kg.analysis.said_about import FIRST_HAND, POLARITIES, aggregated, said_about_network
from kg.analysis.selection import Selection, statements_of
from kg.analysis.table import Named, StatementRow, StatementTable, Voice

__all__ = [
    "FIRST_HAND",
    "POLARITIES",
    "Named",
    "Selection",
    "StatementRow",
    "StatementTable",
    "Voice",
    "aggregated",
    "said_about_network",
    "statements_of",
]
