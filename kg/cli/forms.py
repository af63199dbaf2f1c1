"""The forms of `kg export` with what opens them, for its help and its messages.

The names are those of the entry points `kg.exporters`; a table here keeps `kg --help` from loading every writer. A test
compares it with the entry points and with docs/how-to/export.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENED_BY: Final[Mapping[str, str]] = {
    "gexf": "Gephi, Gephi Lite, sigma.js, networkx",
    "graphml": "yEd, igraph, networkx, Gephi, Cytoscape, Neo4j (APOC)",
    "visone": "visone; other readers of GraphML see the columns",
    "cx2": "Cytoscape from 3.10, NDEx",
    "cyjs": "Cytoscape.js, Cytoscape Desktop",
    "graphology": "graphology, sigma.js, Gephi Lite",
    "node-link": "D3, networkx",
    "dot": "Graphviz",
    "pajek": "Pajek, igraph, networkx, R",
    "ucinet": "UCINET, igraph, R",
    "edges-csv": "spreadsheets, pandas, R, Kumu, Maltego, i2 Analyst's Notebook, Linkurious",
    "nodes-csv": "the same, beside edges-csv",
    "parquet": "pandas, Polars, DuckDB, R (needs pyarrow)",
    "dna": "R, spreadsheets, pandas; event list of Discourse Network Analyzer",
    "dna-database": "Discourse Network Analyzer 3, SQLite",
    "dna-r": "R: igraph, rDNA",
    "neo4j-nodes": "neo4j-admin database import",
    "neo4j-relationships": "neo4j-admin database import",
    "nquads": "every RDF store",
    "trig": "every RDF store",
    "jsonld": "JSON-LD and JSON tools",
    "turtle": "Protégé, every RDF tool",
    "nanopub": "nanopublication tools, every RDF store",
    "html": "every browser, without a network connection",
    "network-html": "every browser, without a network connection",
    "timeline-html": "every browser, without a network connection",
}
"""Name of a form -> the programs that open it: networks first, then statements, RDF, and what people look at."""


def forms_table() -> str:
    """One line a form, kept as it is by the writer of help texts."""
    width = max(map(len, OPENED_BY))
    lines = (f"  {name:<{width}}  {programs}" for name, programs in OPENED_BY.items())
    return "\b\nForms, and what opens them:\n" + "\n".join(lines)
