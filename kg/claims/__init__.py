"""Claims across articles: which say the same, contradict or support each other, proposed for people to judge."""

from kg.claims.comparing import ClaimText, Link, Relation, compare

__all__ = ["ClaimText", "Link", "Relation", "compare"]
