"""The view as an rdflib graph, for notebooks and for code that wants rdflib's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oxrdflib import OxigraphStore
from rdflib import Graph, URIRef

from kg.errors import UnsafeQuery
from kg.store.embedded import open_snapshot
from kg.store.folder import find_folder
from kg.store.safety import check_query
from kg.vocab.ids import VIEW_GRAPH, expand
from kg.vocab.prefixes import prefixes

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.query import Result


class ViewGraph(Graph):
    """The view, read only. Its queries are checked as everywhere: no SERVICE, no FROM, no updates."""

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Result:
        """Ask a SPARQL query; `GRAPH ?g { ... }` reaches the record.

        Raises: UnsafeQuery, QueryError: see `kg.store.safety.check_query`.
        """
        check_query(str(query_object))
        return super().query(query_object, *args, **kwargs)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Refused: a graph changes by building it.

        Raises: UnsafeQuery: always.
        """
        raise UnsafeQuery("the graph is read only here; articles come in with: kg build SOURCE... --graph DIR")


def as_rdflib(path: Path) -> Graph:
    """The view of the graph in a folder, with all prefixes bound. A snapshot: open again to see later builds.

    Raises: GraphMissing, GraphVersion, GraphLocked, StoreError: see `kg.errors`.
    """
    folder = find_folder(path)
    view = ViewGraph(
        store=OxigraphStore(store=open_snapshot(folder)), identifier=URIRef(expand(VIEW_GRAPH, folder.base))
    )
    for prefix, namespace in prefixes(folder.base).items():
        view.bind(prefix, namespace)
    return view
