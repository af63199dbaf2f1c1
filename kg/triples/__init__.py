"""Statements to quads and back, the graphs that stand before any article, and the checks of all of them."""

from kg.triples.from_rdf import read_statements
from kg.triples.ontology import ontology_quads
from kg.triples.record import record_quads
from kg.triples.reference import reference_quads
from kg.triples.run import Run, run_quads
from kg.triples.validation import Report, check_record, find_violations, validate, validate_graph

__all__ = [
    "Report", "Run", "check_record", "find_violations", "ontology_quads", "read_statements", "record_quads",
    "reference_quads", "run_quads", "validate", "validate_graph",
]  # fmt: skip
