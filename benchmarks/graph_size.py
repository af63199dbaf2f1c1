"""Quads a statement in record and view of a graph folder, of whatever kind the statement is.

Counted is everything that articles, runs, claims and judgements brought in: the ontology and the reference data alone
are the same for every graph. The view is counted with what is kept beside it (who is shown as whom).

python benchmarks/graph_size.py demo/graph
"""

from __future__ import annotations

import sys
from collections import Counter

import kg

COUNT = "SELECT ?graph (COUNT(*) AS ?quads) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"
KINDS = """PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT (COUNT(DISTINCT ?s) AS ?statements) WHERE {
  VALUES ?kind { dmr:Statement dmr:Attitude dmr:SecondHand dmr:NonAssertion }
  GRAPH ?graph { ?s a ?kind } }"""


def main() -> None:
    graph = kg.open(sys.argv[1])
    quads: Counter[str] = Counter()
    for row in graph.sparql(COUNT).to_records():
        quads[str(row["graph"]).split("/id/graph/")[1].split("/")[0]] += int(str(row["quads"]))
    statements = int(str(graph.sparql(KINDS).to_records()[0]["statements"]))
    view = quads["view"] + quads["shown-as"]
    record = quads.total() - view - quads["ontology"] - quads["ref"]
    print(f"{statements} statements; quads by graph: {dict(sorted(quads.items()))}")
    print(f"record {record / statements:.1f}, view {view / statements:.1f} quads a statement")


if __name__ == "__main__":
    main()
