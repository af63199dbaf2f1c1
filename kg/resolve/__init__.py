"""Who is who: mentions to actors, posts and principals."""

from kg.resolve.authority import Authority, Committee, Seat, load_authority
from kg.resolve.resolver import resolve_actors

__all__ = ["Authority", "Committee", "Seat", "load_authority", "resolve_actors"]
