"""Attributions and resolutions -> statements, stances, events: what one article says, with its evidence."""

from kg.statements.assemble import assemble_facts
from kg.statements.dates import said_on

__all__ = ["assemble_facts", "said_on"]
