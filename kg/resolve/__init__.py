"""Who is who: mentions to actors, posts and principals."""

from kg.resolve.authority import Authority, Committee, KnownVeto, Seat, load_authority
from kg.resolve.officials import Officials
from kg.resolve.resolver import resolve_actors
from kg.resolve.terms import Holding, Standing, Term

__all__ = [
    "Authority", "Committee", "Holding", "KnownVeto", "Officials", "Seat", "Standing", "Term", "load_authority",
    "resolve_actors",
]  # fmt: skip
