"""Networks read by the libraries of the web, in Node.js: graphology with its readers, Cytoscape.js, dotparser.

They run where Node.js is installed and `npm install` was run in tests/export/node, or where `DEMARCHE_NODE_MODULES`
names a folder that holds the packages of its package.json.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
import pytest

from kg.analysis import said_about_network
from kg.export.files import one_line
from kg.export.network_forms import WRITERS
from kg.export.plain_graph import plain_graph
from tests.export.hostile import NAMES, empty, everything
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE: Final = Path(__file__).parent / "node"
NODE: Final = shutil.which("node")
MODULES: Final = Path(os.environ.get("DEMARCHE_NODE_MODULES", HERE / "node_modules"))
FORMS: Final = ("cyjs", "dot", "gexf", "graphml", "graphology", "visone")
MISSING: Final = [
    name
    for name in json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    if not (MODULES / name).is_dir()
]
pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node.js is not installed"),
    pytest.mark.skipif(bool(MISSING), reason=f"no {', '.join(MISSING)}: run `npm install` in tests/export/node"),
]


def undirected() -> nx.MultiGraph[Any]:
    """Parallel edges and self loops without directions."""
    network: nx.MultiGraph[Any] = nx.MultiGraph()
    for one, other in pairwise(NAMES):
        network.add_edge(f"n{one}", f"n{other}", polarity="negative")
        network.add_edge(f"n{other}", f"n{one}", polarity="negative", day="2024-03-01")
    network.add_edge("loop", "loop", weight=2.5)
    return network


def networks() -> list[nx.Graph[Any]]:
    return [said_about_network(OxigraphMemory()), everything(), undirected(), *empty()]


def read(files: Sequence[tuple[str, Path]]) -> list[dict[str, list[Any]]]:
    """What the libraries find in files, each of a form; one process for all."""
    asked = json.dumps([{"form": form, "file": str(file)} for form, file in files])
    command = [str(NODE), str(HERE / "read.cjs"), str(MODULES)]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[dict[str, list[Any]]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_the_web_finds_every_node_and_edge_with_its_label(form: str, tmp_path: Path) -> None:
    graphs = [plain_graph(network) for network in networks()]
    files = [tmp_path / str(number) for number in range(len(graphs))]
    for graph, file in zip(graphs, files, strict=True):
        told = WRITERS[form](graph)
        file.write_bytes(told if isinstance(told, bytes) else told.encode())
    for graph, found in zip(graphs, read([(form, file) for file in files]), strict=True):
        labels = {node.id: one_line(node.label) if form == "dot" else node.label for node in graph.nodes}
        assert len(found["nodes"]) == len(graph.nodes)
        assert len(found["edges"]) == len(graph.edges)
        assert Counter(found["nodes"]) == Counter(labels.values())
        wanted = [(labels[edge.source], labels[edge.target]) for edge in graph.edges]
        assert Counter(ends(pair, graph.directed) for pair in found["edges"]) == Counter(
            ends(pair, graph.directed) for pair in wanted
        )


def ends(pair: Sequence[str], directed: bool) -> tuple[str, ...]:
    return tuple(pair if directed else sorted(pair))
