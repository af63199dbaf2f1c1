"""GEXF that other readers open: networkx, and an XML parser that looks at what Gephi and graphology depend on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.analysis import said_about_network
from kg.export.gexf import gexf_text
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    from kg.analysis.said_about import Ties

ID = "https://w3id.org/demarche/id/"
KES, ARD = f"{ID}actor/state/KES", f"{ID}actor/state/ARD"
G = "{http://gexf.net/1.3}"
HOSTILE = [
    '"><x/>',
    "&amp; < > ' \"",
    "NUL \x00 BEL \x07 ESC \x1b",
    "\ud800 alone",
    "\uffff \ufffe",
    "a\nb\tc\rd",
    "=1+1",
    "😀",
]


@pytest.fixture(scope="module")
def network() -> Ties:
    return said_about_network(OxigraphMemory())


@pytest.fixture(scope="module")
def document(network: Ties) -> etree._Element:
    return etree.fromstring(gexf_text(network).encode())


def single_tie(label: str) -> Ties:
    ties: Ties = nx.MultiDiGraph()
    ties.add_node("a", label=label, kind="Person")
    ties.add_node("b", label="B", kind="State")
    ties.add_edge("a", "b", key="s", statement="s", article="x", kind="Statement", polarity="none")
    return ties


def test_networkx_reads_it_back(network: Ties) -> None:
    read = nx.read_gexf(io.BytesIO(gexf_text(network).encode()))
    assert {node: about["label"] for node, about in read.nodes(data=True)} == {
        node: about["label"] for node, about in network.nodes(data=True)
    }
    between = [about for source, target, about in read.edges(data=True) if (source, target) == (KES, ARD)]
    assert sorted((about["polarity"], about["weight"], about["start"]) for about in between) == [
        ("negative", 1.0, "2024-02-20"),
        ("positive", 1.0, "2024-03-05"),
    ]
    assert read.nodes[KES]["kind"] == "State"


def test_attribute_ids_are_numbers_and_every_value_is_declared(document: etree._Element) -> None:
    for owner in ("node", "edge"):
        declared = [each.get("id") for each in document.iterfind(f".//{G}attributes[@class='{owner}']/{G}attribute")]
        assert declared == [str(number) for number in range(len(declared))]
        used = {value.get("for") for value in document.iterfind(f".//{G}{owner}/{G}attvalues/{G}attvalue")}
        assert used <= set(declared)


def test_source_target_and_kind_name_one_edge(document: etree._Element) -> None:
    edges = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in document.iterfind(f".//{G}edge")]
    assert len(edges) == len(set(edges))
    ids = [edge.get("id") for edge in document.iterfind(f".//{G}edge")]
    assert len(ids) == len(set(ids))


def test_undated_edges_have_no_interval_and_dated_ones_have_both_days(document: etree._Element) -> None:
    assert document.find(f"{G}graph").get("timeformat") == "date"  # type: ignore[union-attr]  # the graph is there
    intervals = [(edge.get("start"), edge.get("end")) for edge in document.iterfind(f".//{G}edge")]
    assert (None, None) in intervals
    assert all((start is None) == (end is None) and (start or "") <= (end or "") for start, end in intervals)


def test_joined_ties_keep_the_iris_of_their_statements(network: Ties) -> None:
    read = nx.read_gexf(io.BytesIO(gexf_text(network).encode()))
    kept = {iri for *_, about in read.edges(data=True) for iri in about["statements"].split("|")}
    assert kept == {about["statement"] for *_, about in network.edges(data=True)}
    assert sum(about["weight"] for *_, about in read.edges(data=True)) == network.number_of_edges()


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_leave_the_file_readable(label: str) -> None:
    read = nx.read_gexf(io.BytesIO(gexf_text(single_tie(label)).encode()))
    shown = read.nodes["a"]["label"]
    assert len(shown) == len(label)
    assert all(a == b or b == "\ufffd" for a, b in zip(label, shown, strict=True))


@given(st.text(st.characters(codec=None)))
def test_any_label_gives_well_formed_xml(label: str) -> None:
    etree.fromstring(gexf_text(single_tie(label)).encode())


def test_the_same_network_gives_the_same_file_whatever_the_order(network: Ties) -> None:
    turned: Ties = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    for source, target, key in reversed(list(network.edges(keys=True))):
        turned.add_edge(source, target, key=key, **network.edges[source, target, key])
    assert gexf_text(turned) == gexf_text(network)


def test_an_empty_network_is_a_file_too() -> None:
    empty: Ties = nx.MultiDiGraph()
    assert len(nx.read_gexf(io.BytesIO(gexf_text(empty).encode()))) == 0
