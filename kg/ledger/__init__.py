"""What people decide, opened for writing: who is who, and what of a statement is wrong; and what is known of actors."""

from kg.ledger.cards import ActorCard, ActorRow, actor_card, actor_rows
from kg.ledger.corrected_statements import CorrectionRow, correction_rows
from kg.ledger.corrections import Corrections
from kg.ledger.entries import Entry, ledger_entries
from kg.ledger.ledger import ImportReport, Ledger
from kg.ledger.pairs import candidates_of

__all__ = [
    "ActorCard",
    "ActorRow",
    "CorrectionRow",
    "Corrections",
    "Entry",
    "ImportReport",
    "Ledger",
    "actor_card",
    "actor_rows",
    "candidates_of",
    "correction_rows",
    "ledger_entries",
]
