"""Attributions and resolved actors -> statements, stances, events."""

from kg.statements.assemble import assemble_facts
from kg.statements.events.records import event_record
from kg.statements.times.dates import said_on

__all__ = ["assemble_facts", "event_record", "said_on"]
