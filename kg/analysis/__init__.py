"""Room `analysis`: answers as networks, with numbers whose definition stands in their docstring."""

from kg.analysis.agreement import agreement_network, conflict, congruence, subtract
from kg.analysis.counting import Rules
from kg.analysis.explaining import Explanation, Part, explain
from kg.analysis.kernels import Kernel
from kg.analysis.said_about import FIRST_HAND, POLARITIES, aggregated, said_about_network
from kg.analysis.selection import ALL_KINDS, Selection, statements_of
from kg.analysis.table import Named, StatementRow, StatementTable, Voice
from kg.analysis.two_mode import CONCEPT, actor_by_concept
from kg.analysis.windows import Window, event_windows, time_windows

__all__ = [
    "ALL_KINDS",
    "CONCEPT",
    "FIRST_HAND",
    "POLARITIES",
    "Explanation",
    "Kernel",
    "Named",
    "Part",
    "Rules",
    "Selection",
    "StatementRow",
    "StatementTable",
    "Voice",
    "Window",
    "actor_by_concept",
    "aggregated",
    "agreement_network",
    "conflict",
    "congruence",
    "event_windows",
    "explain",
    "said_about_network",
    "statements_of",
    "subtract",
    "time_windows",
]
