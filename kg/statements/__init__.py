"""Attributions and resolved actors -> statements, stances, events."""

from kg.statements.assemble import assemble_facts
from kg.statements.dates import said_on

__all__ = ["assemble_facts", "said_on"]
