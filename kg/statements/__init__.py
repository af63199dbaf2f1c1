"""Attributions and resolved actors -> statements, stances, events."""

from kg.statements.assemble import assemble_facts
from kg.statements.dates import said_on
from kg.statements.records import event_record

__all__ = ["assemble_facts", "event_record", "said_on"]
