"""Keeps the graph and answers questions about it: in a folder, or behind a SPARQL endpoint."""

from kg.store.embedded import EmbeddedStore
from kg.store.protocol import BlankNode, Iri, Literal, Solutions, Store, Term, Triple
from kg.store.remote import RemoteStore

__all__ = ["BlankNode", "EmbeddedStore", "Iri", "Literal", "RemoteStore", "Solutions", "Store", "Term", "Triple"]
