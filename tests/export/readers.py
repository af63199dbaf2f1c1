"""A reader of our own for each form of networks: strict, small, and knowing nothing of the writers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

GEXF: Final = "{http://gexf.net/1.3}"
GRAPHML: Final = "{http://graphml.graphdrawing.org/xmlns}"
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Read:
    """What a file holds: labels of its nodes, the labels at the two ends of each edge; `directed` None: not said."""

    labels: Counter[str]
    edges: Counter[tuple[str, str]]
    directed: bool | None = None


def read_gexf(data: bytes) -> Read:
    graph = _xml(data).find(f"{GEXF}graph")
    assert graph is not None
    for owner in ("node", "edge"):
        declared = [a.get("id") for a in graph.iterfind(f"{GEXF}attributes[@class='{owner}']/{GEXF}attribute")]
        used = {value.get("for") for value in graph.iterfind(f".//{GEXF}{owner}/{GEXF}attvalues/{GEXF}attvalue")}
        assert used <= set(declared)
        assert len(declared) == len(set(declared))
    labels = _unique((str(node.get("id")), str(node.get("label"))) for node in graph.iterfind(f".//{GEXF}node"))
    edges = list(graph.iterfind(f".//{GEXF}edge"))
    told = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(told) == len(set(told))
    ends = ((str(source), str(target)) for source, target, _ in told)
    return _read(labels, ends, graph.get("defaultedgetype") == "directed")


def read_graphml(data: bytes) -> Read:
    root = _xml(data)
    keys = {key.get("id"): key for key in root.iterfind(f"{GRAPHML}key")}
    graph = root.find(f"{GRAPHML}graph")
    assert graph is not None
    labels = _unique((str(node.get("id")), _data(node, keys)["label"]) for node in graph.iterfind(f"{GRAPHML}node"))
    edges = list(graph.iterfind(f"{GRAPHML}edge"))
    ids = [edge.get("id") for edge in edges]
    assert len(ids) == len(set(ids))
    assert ids == [_data(edge, keys)["eid"] for edge in edges]
    ends = ((str(edge.get("source")), str(edge.get("target"))) for edge in edges)
    return _read(labels, ends, graph.get("edgedefault") == "directed")


def read_cx2(data: bytes) -> Read:
    fragments = _json(data)
    assert fragments[0]["CXVersion"] == "2.0"
    assert fragments[-1] == {"status": [{"success": True}]}
    aspects = {name: members for fragment in fragments[2:-1] for name, members in fragment.items()}
    assert {each["name"]: each["elementCount"] for each in fragments[1]["metaData"]} == {
        name: len(members) for name, members in aspects.items()
    }
    kinds = {"string": str, "long": int, "integer": int, "double": float, "boolean": bool}
    for owner in ("nodes", "edges"):
        declared = aspects["attributeDeclarations"][0][owner]
        for member in aspects[owner]:
            for name, value in member["v"].items():
                assert type(value) is kinds[declared[name]["d"]]
    labels = _unique((str(node["id"]), node["v"]["name"]) for node in aspects["nodes"])
    ends = ((str(edge["s"]), str(edge["t"])) for edge in aspects["edges"])
    return _read(labels, ends, aspects["networkAttributes"][0]["directed"])


def read_cyjs(data: bytes) -> Read:
    document = _json(data)
    elements = document["elements"]
    labels = _unique((node["data"]["id"], node["data"]["name"]) for node in elements["nodes"])
    ids = [edge["data"]["id"] for edge in elements["edges"]]
    assert len({*ids, *labels}) == len(ids) + len(labels)
    ends = ((edge["data"]["source"], edge["data"]["target"]) for edge in elements["edges"])
    return _read(labels, ends, document["data"]["directed"])


def read_graphology(data: bytes) -> Read:
    document = _json(data)
    options = document["options"]
    labels = _unique((node["key"], node["attributes"]["label"]) for node in document["nodes"])
    keys = [edge["key"] for edge in document["edges"]]
    assert len(keys) == len(set(keys))
    ends = [(edge["source"], edge["target"]) for edge in document["edges"]]
    directed = options["type"] == "directed"
    pairs = ends if directed else [(min(pair), max(pair)) for pair in ends]
    assert options["multi"] or len(pairs) == len(set(pairs))
    assert all(edge.get("undirected", False) is not directed for edge in document["edges"])
    return _read(labels, iter(ends), directed)


def read_node_link(data: bytes) -> Read:
    document = _json(data)
    labels = _unique((node["id"], node["label"]) for node in document["nodes"])
    ends = ((link["source"], link["target"]) for link in document["links"])
    return _read(labels, ends, document["directed"])


def read_dot(data: bytes) -> Read:
    lines = data.decode().removesuffix("\n").split("\n")
    directed = {'digraph "network" {': True, 'graph "network" {': False}[lines[0]]
    assert lines[-1] == "}"
    labels: list[tuple[str, str]] = []
    ends: list[tuple[str, str]] = []
    for line in lines[1:-1]:
        found = re.fullmatch(r"  (n\d+)(?: (?:->|--) (n\d+))? \[(.*)\];", line)
        assert found is not None
        attributes = {_unescaped(name): _unescaped(value) for name, value in _QUOTED.findall(found[3])}
        if found[2]:
            ends.append((found[1], found[2]))
        else:
            labels.append((found[1], attributes["label"]))
    return _read(_unique(iter(labels)), iter(ends), directed)


def read_pajek(data: bytes) -> Read:
    lines = data.decode().removesuffix("\n").split("\n")
    count = int(lines[0].removeprefix("*Vertices "))
    labels = [re.fullmatch(r'(\d+) "([^"]+)"', line) for line in lines[1 : count + 1]]
    named = _unique((found[1], found[2]) for found in labels if found)
    assert len(named) == count
    assert len(set(named.values())) == count
    directed = {"*Arcs": True, "*Edges": False}[lines[count + 1]]
    ends = [re.fullmatch(r'(\d+) (\d+) [-.\de+]+(?: l "[^"]+")?', line) for line in lines[count + 2 :]]
    assert all(ends)
    return _read(named, ((found[1], found[2]) for found in ends if found), directed)


def read_ucinet(data: bytes) -> Read:
    """The cells of the matrix; `edges` has each once."""
    lines = data.decode().removesuffix("\n").split("\n")
    count = int(lines.pop(0).removeprefix("dl n="))
    assert lines[:2] == ["format=edgelist1", "labels:"]
    labels = {str(number): label for number, label in enumerate(lines[2 : count + 2], 1)}
    assert len(set(labels.values())) == count
    assert all(re.fullmatch(r"[^\s,;:=]+", label) for label in labels.values())
    assert lines[count + 2] == "data:"
    cells = [line.split(" ") for line in lines[count + 3 :]]
    assert all(len(cell) == 3 for cell in cells)
    return _read(labels, ((source, target) for source, target, _ in cells), None)


def read_edges_csv(data: bytes) -> Read:
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    ends = Counter((_bare(row["source_label"]), _bare(row["target_label"])) for row in rows)
    return Read(Counter(), ends, None)


def read_nodes_csv(data: bytes) -> Read:
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    return Read(Counter(_bare(row["label"]) for row in rows), Counter(), None)


READERS: Final[Mapping[str, Callable[[bytes], Read]]] = {
    "cx2": read_cx2,
    "cyjs": read_cyjs,
    "dot": read_dot,
    "edges-csv": read_edges_csv,
    "gexf": read_gexf,
    "graphml": read_graphml,
    "graphology": read_graphology,
    "node-link": read_node_link,
    "nodes-csv": read_nodes_csv,
    "pajek": read_pajek,
    "ucinet": read_ucinet,
    "visone": read_graphml,
}


def _read(labels: dict[str, str], ends: Iterator[tuple[str, str]], directed: bool | None) -> Read:
    told = Counter((labels[source], labels[target]) for source, target in ends)
    return Read(Counter(labels.values()), told, directed)


def _unique(labels: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_, label in labels:
        assert id_ not in found
        found[id_] = label
    return found


def _xml(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _data(owner: etree._Element, keys: Mapping[str | None, etree._Element]) -> dict[str, str]:
    return {
        str(keys[cell.get("key")].get("attr.name")): cell.text or ""
        for cell in owner.iterfind(f"{GRAPHML}data")
        if keys[cell.get("key")].get("attr.name")
    }


def _json(data: bytes) -> Any:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    return json.loads(data.decode(), parse_constant=refuse)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _bare(cell: str) -> str:
    """A cell without the apostrophe that guards it."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ")[:1] in tuple("=+-@\t\r\n＝＋－＠") else cell
