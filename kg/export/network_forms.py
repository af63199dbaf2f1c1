"""The forms that show a network, each as one small class of the extension point, and any network in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from kg.analysis import said_about_network
from kg.errors import ExportError
from kg.export.cytoscape import cx2_text, cyjs_text
from kg.export.dot import dot_text
from kg.export.files import write_whole
from kg.export.gexf import gexf_graph_text, gexf_text
from kg.export.graphml import graphml_text, visone_text
from kg.export.json_graphs import graphology_text, node_link_text
from kg.export.pajek import pajek_text
from kg.export.plain_graph import plain_graph
from kg.export.tables import edges_csv, edges_parquet, nodes_csv
from kg.export.ucinet import ucinet_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import PathLike

    import networkx as nx

    from kg.export.plain_graph import PlainGraph
    from kg.store import EmbeddedStore


class Writer(Protocol):
    """Tells a network in one form."""

    def __call__(self, graph: PlainGraph, /) -> str | bytes:
        """The whole file."""
        ...


WRITERS: Final[Mapping[str, Writer]] = {
    "cx2": cx2_text,
    "cyjs": cyjs_text,
    "dot": dot_text,
    "edges-csv": edges_csv,
    "gexf": gexf_graph_text,
    "graphml": graphml_text,
    "graphology": graphology_text,
    "node-link": node_link_text,
    "nodes-csv": nodes_csv,
    "pajek": pajek_text,
    "parquet": edges_parquet,
    "ucinet": ucinet_text,
    "visone": visone_text,
}
"""Name of a form -> what writes any network in it."""


def export_network(network: nx.Graph[Any], path: str | PathLike[str], form: str) -> None:
    """Write a network of any kind: of a period, by principals, aggregated, or one of your own; whole or not at all.

    Raises: ExportError: no such form of networks, or the place cannot be written. ExtraMissing: the form needs a
        package that is not installed.
    """
    if form not in WRITERS:
        raise ExportError(f"there is no form {form!r} for a network; known are {', '.join(sorted(WRITERS))}")
    write_whole(path, _chunks(network, form))


def _chunks(network: nx.Graph[Any], form: str) -> Iterator[bytes]:
    told = WRITERS[form](plain_graph(network))
    yield told if isinstance(told, bytes) else told.encode()


class _OfTheGraph:
    """Who speaks about whom in a graph: first-hand ties, speakers as they are, one edge a tie."""

    name: str

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """One document."""
        return _chunks(said_about_network(store), self.name)


class Gexf:
    """For Gephi: the ties of a pair joined by polarity, dated."""

    name = "gexf"
    suffix = ".gexf"
    media_type = "application/xml"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """First-hand ties, speakers as they are."""
        yield gexf_text(said_about_network(store)).encode()


class GraphMl(_OfTheGraph):
    """For yEd, igraph, networkx, Neo4j and most others."""

    name = "graphml"
    suffix = ".graphml"
    media_type = "application/xml"


class Visone(_OfTheGraph):
    """GraphML with the drawing that visone reads."""

    name = "visone"
    suffix = ".graphml"
    media_type = "application/xml"


class Cx2(_OfTheGraph):
    """For Cytoscape and NDEx."""

    name = "cx2"
    suffix = ".cx2"
    media_type = "application/json"


class CyJs(_OfTheGraph):
    """For Cytoscape.js and Cytoscape Desktop."""

    name = "cyjs"
    suffix = ".cyjs"
    media_type = "application/json"


class Graphology(_OfTheGraph):
    """For graphology, sigma.js and Gephi Lite."""

    name = "graphology"
    suffix = ".json"
    media_type = "application/json"


class NodeLink(_OfTheGraph):
    """For D3 and networkx."""

    name = "node-link"
    suffix = ".json"
    media_type = "application/json"


class Dot(_OfTheGraph):
    """For Graphviz."""

    name = "dot"
    suffix = ".dot"
    media_type = "text/vnd.graphviz"


class Pajek(_OfTheGraph):
    """For Pajek, networkx and R."""

    name = "pajek"
    suffix = ".net"
    media_type = "text/plain"


class Ucinet(_OfTheGraph):
    """For UCINET, igraph and R: the matrix of weights."""

    name = "ucinet"
    suffix = ".dl"
    media_type = "text/plain"


class EdgesCsv(_OfTheGraph):
    """For spreadsheets, R, Kumu, Maltego, i2 and Linkurious: the ties."""

    name = "edges-csv"
    suffix = ".csv"
    media_type = "text/csv"


class NodesCsv(_OfTheGraph):
    """For the same: the actors."""

    name = "nodes-csv"
    suffix = ".csv"
    media_type = "text/csv"


class Parquet(_OfTheGraph):
    """For pandas, Polars and DuckDB: the ties. Needs pyarrow."""

    name = "parquet"
    suffix = ".parquet"
    media_type = "application/vnd.apache.parquet"
