"""Room `query`: the catalogue of documented questions, typed parameters in, typed rows out; cards of evidence."""

from kg.query.actors import find_actor, node_labels
from kg.query.card_reading import statement_card
from kg.query.card_views import said_when
from kg.query.cards import Named, Source, SpeakerEvidence, StanceEvidence, StatementCard, Texts
from kg.query.catalogue import catalogue, find_query
from kg.query.header import Column, Parameter, Query, parse_query
from kg.query.parameters import ParameterValue, parameter_names
from kg.query.passages import Passage, cut_passage
from kg.query.rows import Cell, Rows
from kg.query.run import read_query, run_query

__all__ = [
    "Cell", "Column", "Named", "Parameter", "ParameterValue", "Passage", "Query", "Rows", "Source", "SpeakerEvidence",
    "StanceEvidence", "StatementCard", "Texts", "catalogue", "cut_passage", "find_actor", "find_query", "node_labels",
    "parameter_names", "parse_query", "read_query", "run_query", "said_when", "statement_card",
]  # fmt: skip
