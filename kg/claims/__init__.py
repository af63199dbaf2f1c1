"""Claims across articles: which say the same, contradict or support each other, proposed for people to judge."""

from kg.claims.book import ClaimBook
from kg.claims.communications import SameSpeech, same_speech
from kg.claims.comparing import ClaimText, Link, Relation, compare
from kg.claims.judgements import ClaimJudgement, ClaimVerdict
from kg.claims.proposing import Proposal, propose
from kg.claims.reading import Claim, Voice, read_claims
from kg.claims.seeking import candidates_of, speeches_of

__all__ = [
    "Claim",
    "ClaimBook",
    "ClaimJudgement",
    "ClaimText",
    "ClaimVerdict",
    "Link",
    "Proposal",
    "Relation",
    "SameSpeech",
    "Voice",
    "candidates_of",
    "compare",
    "propose",
    "read_claims",
    "same_speech",
    "speeches_of",
]
