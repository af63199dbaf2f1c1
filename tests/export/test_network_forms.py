"""Every form of networks: its own reader and a second, independent one find what was written, whatever the names."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings

from kg.analysis import said_about_network
from kg.errors import ExportError, ExtraMissing
from kg.export import export_network, exporter_names
from kg.export.files import one_line
from kg.export.network_forms import WRITERS
from kg.export.pajek import pajek_label
from kg.export.plain_graph import plain_graph
from tests.export.hostile import NAMES, empty, everything, networks
from tests.export.readers import READERS
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    from pathlib import Path

    from kg.export.plain_graph import PlainGraph

FIXED = [everything(), *empty()]
FORMS = sorted(READERS)


def written(network: nx.Graph[Any], form: str) -> tuple[PlainGraph, bytes]:
    graph = plain_graph(network)
    told = WRITERS[form](graph)
    return graph, told if isinstance(told, bytes) else told.encode()


def check_own_reader(network: nx.Graph[Any], form: str) -> None:
    graph, data = written(network, form)
    read = READERS[form](data)
    assert data.endswith(b"\n")
    assert len(graph.nodes) == network.number_of_nodes()
    assert len(graph.edges) == network.number_of_edges()
    if form != "edges-csv":
        assert read.labels.total() == len(graph.nodes)
    if form == "ucinet":
        pairs = {(edge.source, edge.target) for edge in graph.edges}
        cells = pairs if graph.directed else pairs | {(target, source) for source, target in pairs}
        assert read.edges.total() == len(cells)
    elif form != "nodes-csv":
        assert read.edges.total() == len(graph.edges)
    if read.directed is not None:
        assert read.directed is graph.directed
    if form in {"pajek", "ucinet", "nodes-csv"}:
        return
    labels = {node.id: one_line(node.label) if form == "dot" else node.label for node in graph.nodes}
    if form != "edges-csv":
        assert read.labels == Counter(labels.values())
    assert read.edges == Counter((labels[edge.source], labels[edge.target]) for edge in graph.edges)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("network", FIXED, ids=str)
def test_the_own_reader_finds_every_node_and_edge(network: nx.Graph[Any], form: str) -> None:
    check_own_reader(network, form)


@pytest.mark.parametrize("form", FORMS)
def test_the_own_reader_finds_every_node_and_edge_of_any_network(form: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(networks())
    def check(network: nx.Graph[Any]) -> None:
        check_own_reader(network, form)

    check()


def read_by_networkx(data: bytes, form: str) -> nx.Graph[Any]:
    if form == "gexf":
        found: nx.Graph[Any] = nx.read_gexf(io.BytesIO(data))
    elif form in {"graphml", "visone"}:
        found = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    elif form == "pajek":
        found = nx.parse_pajek(data.decode().split("\n"))
    else:
        found = nx.node_link_graph(json.loads(data), edges="links")
    return found


def check_networkx(network: nx.Graph[Any], form: str) -> None:
    graph, data = written(network, form)
    read = read_by_networkx(data, form)
    assert read.number_of_nodes() == len(graph.nodes)
    assert read.number_of_edges() == len(graph.edges)
    if form == "pajek":
        return
    labels = Counter(about["label"] for _, about in read.nodes(data=True))
    assert labels == Counter(node.label for node in graph.nodes)


@pytest.mark.parametrize("form", ["gexf", "graphml", "visone", "pajek", "node-link"])
@pytest.mark.parametrize("network", FIXED, ids=str)
def test_networkx_counts_the_same(network: nx.Graph[Any], form: str) -> None:
    check_networkx(network, form)


@pytest.mark.parametrize("form", ["gexf", "graphml", "visone", "pajek", "node-link"])
def test_networkx_counts_the_same_in_any_network(form: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(networks())
    def check(network: nx.Graph[Any]) -> None:
        check_networkx(network, form)

    check()


@pytest.mark.parametrize("form", ["edges-csv", "nodes-csv"])
@pytest.mark.parametrize("network", FIXED, ids=str)
def test_pandas_counts_the_same_rows(network: nx.Graph[Any], form: str) -> None:
    graph, data = written(network, form)
    frame = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    assert len(frame) == len(graph.nodes if form == "nodes-csv" else graph.edges)


@pytest.mark.parametrize("form", ["edges-csv", "nodes-csv"])
def test_no_cell_of_a_table_is_a_formula(form: str) -> None:
    _, data = written(everything(), form)
    for row in csv.reader(io.StringIO(data.decode(), newline="")):
        assert not [cell for cell in row if cell.lstrip(" ").startswith(tuple("=+-@\t\r\n"))]


def test_types_of_columns_are_kept_where_the_form_has_types() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_node("a", count=1, share=0.5, known=True)
    network.add_node("b", count=2, share=1, known=False)
    for form in ("graphml", "gexf", "node-link"):
        read = read_by_networkx(written(network, form)[1], form)
        assert (
            read.nodes["n1" if form == "graphml" else "b"]["count"],
            type(read.nodes[next(iter(read))]["share"]),
        ) == (
            2,
            float,
        )
        assert read.nodes["n1" if form == "graphml" else "b"]["known"] is False


def test_the_ids_of_parallel_edges_are_unique_and_told_twice_in_graphml() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for source in ("a", "b"):
        for key in ("s1", "s2"):
            network.add_edge(source, "c", key=key)
    read: Any = nx.read_graphml(io.BytesIO(written(network, "graphml")[1]), force_multigraph=True)
    assert sorted(str(key) for _, _, key in read.edges) == ["e0", "e1", "e2", "e3"]


def test_days_of_a_tie_become_its_interval_in_gexf() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_edge("a", "b", day="2024-03-01", polarity="none")
    network.add_edge("a", "c", first="2024-03-01", last="2024-04-01")
    network.add_edge("a", "d", first="2024-04-01", last="2024-03-01")
    network.add_edge("a", "e", day="some day")
    read = nx.read_gexf(io.BytesIO(written(network, "gexf")[1]))
    intervals = {target: (about.get("start"), about.get("end")) for _, target, about in read.edges(data=True)}
    assert intervals == {
        "b": ("2024-03-01", "2024-03-01"),
        "c": ("2024-03-01", "2024-04-01"),
        "d": (None, None),
        "e": (None, None),
    }


def test_parallel_edges_are_one_cell_of_the_matrix_with_the_sum_of_weights() -> None:
    network: nx.MultiGraph[Any] = nx.MultiGraph()
    network.add_edge("a", "b", weight=2)
    network.add_edge("b", "a", weight=0.5)
    network.add_edge("a", "a")
    cells = written(network, "ucinet")[1].decode().partition("data:\n")[2]
    assert cells == "1 1 1\n1 2 2.5\n2 1 2.5\n"


def test_equal_labels_stay_two_nodes_where_labels_are_names() -> None:
    network: nx.DiGraph[Any] = nx.DiGraph()
    network.add_node("x", label="Ana Morel")
    network.add_node("y", label="Ana Morel")
    assert sorted(nx.parse_pajek(written(network, "pajek")[1].decode().split("\n"))) == ["Ana Morel", "Ana Morel (2)"]


@pytest.mark.parametrize("name", NAMES)
def test_a_label_for_pajek_is_one_line_without_quotation_marks(name: str) -> None:
    label = pajek_label(name)
    assert label
    assert not set(label) & {'"', "\\", "\n", "\r", "\t"}


def test_pydot_reads_as_many_nodes_and_edges() -> None:
    pydot = pytest.importorskip("pydot", reason="pydot is not installed")
    for network in FIXED:
        graph, data = written(network, "dot")
        (read,) = pydot.graph_from_dot_data(data.decode())
        assert len(read.get_nodes()) == len(graph.nodes)
        assert len(read.get_edges()) == len(graph.edges)
        assert {edge.get_source() for edge in read.get_edges()} <= {node.get_name() for node in read.get_nodes()}


@pytest.mark.parametrize("form", ["graphml", "visone", "ucinet", "pajek"])
def test_igraph_reads_as_many_nodes_and_edges(form: str, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed")
    for number, network in enumerate(FIXED):
        graph, data = written(network, form)
        if form == "ucinet" and not graph.edges:
            continue  # Its reader wants one line of data.
        file = tmp_path / f"{number}"
        file.write_bytes(data)
        reader = {"ucinet": igraph.Graph.Read_DL, "pajek": igraph.Graph.Read_Pajek}.get(form, igraph.Graph.Read_GraphML)
        read = reader(str(file))
        assert read.vcount() == len(graph.nodes)
        assert read.ecount() == (READERS[form](data).edges.total())


def test_ndex2_reads_as_many_nodes_and_edges() -> None:
    cx2 = pytest.importorskip("ndex2.cx2", reason="ndex2 is not installed")
    for network in FIXED:
        graph, data = written(network, "cx2")
        read = cx2.RawCX2NetworkFactory().get_cx2network(json.loads(data))
        assert len(read.get_nodes()) == len(graph.nodes)
        assert len(read.get_edges()) == len(graph.edges)


def test_parquet_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissing, match="pyarrow"):
        written(everything(), "parquet")


def check_parquet(network: nx.Graph[Any]) -> None:
    graph, data = written(network, "parquet")
    table = parquet_table(data)
    rows = table.to_pylist()
    assert [(row["source"], row["target"], row["label"]) for row in rows] == [
        (edge.source, edge.target, edge.label) for edge in graph.edges
    ]
    frame = pd.read_parquet(io.BytesIO(data))
    assert len(frame) == len(graph.edges)
    assert list(frame.columns) == table.column_names


def parquet_table(data: bytes) -> Any:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    return parquet.read_table(io.BytesIO(data))


@pytest.mark.parametrize("network", FIXED, ids=str)
def test_pyarrow_and_pandas_read_every_edge_of_parquet(network: nx.Graph[Any]) -> None:
    check_parquet(network)


def test_pyarrow_and_pandas_read_every_edge_of_any_network_in_parquet() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    @settings(max_examples=25, deadline=None)
    @given(networks())
    def check(network: nx.Graph[Any]) -> None:
        check_parquet(network)

    check()


@pytest.mark.parametrize("module", ["polars", "duckdb"])
@pytest.mark.parametrize("network", FIXED, ids=str)
def test_polars_and_duckdb_count_the_same_edges_in_parquet(network: nx.Graph[Any], module: str, tmp_path: Path) -> None:
    reader = pytest.importorskip(module, reason=f"{module} is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    graph, data = written(network, "parquet")
    file = tmp_path / "edges.parquet"
    file.write_bytes(data)
    if module == "polars":
        assert reader.read_parquet(file)["source_label"].to_list() == [
            row["source_label"] for row in parquet_table(data).to_pylist()
        ]
    else:
        counted = reader.connect().execute("SELECT COUNT(*) FROM read_parquet(?)", [str(file)]).fetchone()
        assert counted == (len(graph.edges),)


def test_columns_of_parquet_have_the_types_of_their_values() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_edge(
        "a", "b", day="2024-03-01", seen=date(2024, 3, 1), names=["x", "y|z", 3], share=0.5, count=1, sure=True
    )
    network.add_edge("a", "b", day=None, seen=date(2024, 3, 2), names=(), share=1, count=2, sure=None, odd="2024-03-01")
    network.add_edge("b", "a", odd="2024-02-30", when=datetime(2024, 3, 1, 12, tzinfo=UTC), mixed=["a"])
    network.add_edge("b", "a", mixed="a|b")
    table = parquet_table(written(network, "parquet")[1])
    types = {name: str(table.schema.field(name).type) for name in table.column_names}
    own = {"id", "source", "source_label", "target", "target_label", "label"}
    assert {name: type_.replace("element", "item") for name, type_ in types.items() if name not in own} == {
        "day": "date32[day]", "seen": "date32[day]", "names": "list<item: string>", "share": "double", "count": "int64",
        "sure": "bool", "odd": "string", "when": "string", "mixed": "string",
    }  # fmt: skip
    rows = [row for row in table.to_pylist() if row["names"] is not None]
    assert sorted((row["seen"], row["day"], row["names"]) for row in rows) == [
        (date(2024, 3, 1), date(2024, 3, 1), ["x", "y|z", "3"]),
        (date(2024, 3, 2), None, []),
    ]


def test_the_days_of_the_network_of_a_graph_are_days_in_parquet() -> None:
    table = parquet_table(written(said_about_network(OxigraphMemory()), "parquet")[1])
    assert str(table.schema.field("day").type) == "date32[day]"
    assert {type(day) for day in table["day"].to_pylist()} == {date, type(None)}


@pytest.mark.parametrize("form", sorted(set(WRITERS) - {"parquet"}))
def test_the_order_of_a_network_does_not_show(form: str) -> None:
    network = everything()
    turned: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(data=True))))
    assert written(turned, form)[1] == written(network, form)[1]


def test_every_form_of_networks_is_an_exporter_too() -> None:
    assert set(WRITERS) <= set(exporter_names())


def test_any_network_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    export_network(everything(), tmp_path / "x.graphml", "graphml")
    assert [file.name for file in tmp_path.iterdir()] == ["x.graphml"]
    before = (tmp_path / "x.graphml").read_bytes()
    with pytest.raises(ExportError, match=r"known are .*graphml"):
        export_network(everything(), tmp_path / "x.graphml", "turtle")
    with pytest.raises(ExportError, match="cannot be written"):
        export_network(everything(), tmp_path / "no" / "x.dot", "dot")
    assert (tmp_path / "x.graphml").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.graphml"]


def test_a_network_is_left_as_it_was() -> None:
    network = everything()
    for form in FORMS:
        written(network, form)
    again = everything()
    assert dict(network.nodes(data=True)) == dict(again.nodes(data=True))
