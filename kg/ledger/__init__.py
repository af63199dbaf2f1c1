"""The ledger of identity, opened for judging, and what there is to know of each actor."""

from kg.ledger.cards import ActorCard, ActorRow, actor_card, actor_rows
from kg.ledger.entries import Entry, ledger_entries
from kg.ledger.ledger import ImportReport, Ledger
from kg.ledger.pairs import candidates_of

__all__ = [
    "ActorCard",
    "ActorRow",
    "Entry",
    "ImportReport",
    "Ledger",
    "actor_card",
    "actor_rows",
    "candidates_of",
    "ledger_entries",
]
