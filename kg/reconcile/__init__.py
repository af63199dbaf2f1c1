"""Looking actors and terms of office up in Wikidata, when a person asks for it: proposals to review, nothing more.

Nothing here runs on import or in a build; `Web` is the one way out.
"""

from kg.reconcile.acceptance import Acceptance, accept_review
from kg.reconcile.cache import AnswerCache
from kg.reconcile.proposals import Lookup, Proposal, look_up
from kg.reconcile.refresh import refresh_terms
from kg.reconcile.review import ReviewRow, compared_with, read_review, review_rows, write_review
from kg.reconcile.service import ReconciliationService
from kg.reconcile.tenure_diff import TermDifference, differences
from kg.reconcile.tenure_review import (
    TermRow,
    adopt_terms,
    read_term_review,
    term_rows,
    write_actors,
    write_term_review,
)
from kg.reconcile.web import Web
from kg.reconcile.wikidata import WikidataQueries

__all__ = [
    "Acceptance",
    "AnswerCache",
    "Lookup",
    "Proposal",
    "ReconciliationService",
    "ReviewRow",
    "TermDifference",
    "TermRow",
    "Web",
    "WikidataQueries",
    "accept_review",
    "adopt_terms",
    "compared_with",
    "differences",
    "look_up",
    "read_review",
    "read_term_review",
    "refresh_terms",
    "review_rows",
    "term_rows",
    "write_actors",
    "write_review",
    "write_term_review",
]
