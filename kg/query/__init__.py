"""Room `query`: the catalogue of documented questions, typed parameters in, typed rows out."""

from kg.query.actors import find_actor, node_labels
from kg.query.catalogue import catalogue, find_query
from kg.query.header import Column, Parameter, Query, parse_query
from kg.query.parameters import ParameterValue, parameter_names
from kg.query.rows import Cell, Rows
from kg.query.run import read_query, run_query

__all__ = [
    "Cell", "Column", "Parameter", "ParameterValue", "Query", "Rows", "catalogue", "find_actor", "find_query",
    "node_labels", "parameter_names", "parse_query", "read_query", "run_query",
]  # fmt: skip
