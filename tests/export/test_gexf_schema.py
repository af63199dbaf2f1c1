"""GEXF against XML Schema: one of ours after the primer of GEXF 1.3, and the one of its makers where somebody has it.

`DEMARCHE_GEXF_SCHEMA` names the file `gexf.xsd` of version 1.3 (namespace `http://gexf.net/1.3`), with `dynamics.xsd`
and `viz.xsd` beside it, as published in github.com/gephi/gexf; it is not ours to pass on. That schema takes in its part
for colours and places without a namespace, so it refuses every `viz:` element, also those of the format's primer; they
are taken out before. Ours has them, and knows what is unique and what refers to what.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from lxml import etree

from kg.analysis import said_about_network
from kg.export.gexf import gexf_graph_text, gexf_text
from kg.export.plain_graph import plain_graph
from tests.export.hostile import empty, everything, networks
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    import networkx as nx

OURS = Path(__file__).parent / "gexf-1.3.xsd"
THEIRS = os.environ.get("DEMARCHE_GEXF_SCHEMA")


class Schema:
    """`takes_drawing` False: elements for colours and places are taken out before."""

    def __init__(self, file: str, *, takes_drawing: bool) -> None:
        self.rules = etree.XMLSchema(etree.parse(file))
        self.takes_drawing = takes_drawing


@pytest.fixture(scope="module", params=["ours", "theirs"])
def schema(request: pytest.FixtureRequest) -> Schema:
    if request.param == "ours":
        return Schema(str(OURS), takes_drawing=True)
    if THEIRS is None:
        pytest.skip("DEMARCHE_GEXF_SCHEMA names no schema of GEXF 1.3")
    return Schema(THEIRS, takes_drawing=False)


def check(schema: Schema, text: str) -> None:
    document = etree.fromstring(text.encode())
    drawing = () if schema.takes_drawing else list(document.iter("{http://gexf.net/1.3/viz}*"))
    for element in drawing:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    schema.rules.assertValid(document)


def test_the_network_of_a_graph_is_valid(schema: Schema) -> None:
    check(schema, gexf_text(said_about_network(OxigraphMemory())))


@pytest.mark.parametrize("network", [everything(), *empty()], ids=str)
def test_hostile_and_empty_networks_are_valid(network: nx.Graph[Any], schema: Schema) -> None:
    check(schema, gexf_graph_text(plain_graph(network)))


def test_any_network_is_valid(schema: Schema) -> None:
    @settings(max_examples=100, deadline=None)
    @given(networks())
    def check_one(network: nx.Graph[Any]) -> None:
        check(schema, gexf_graph_text(plain_graph(network)))

    check_one()


def test_a_broken_file_is_not(schema: Schema) -> None:
    with pytest.raises(etree.DocumentInvalid):
        check(schema, gexf_graph_text(plain_graph(everything())).replace(' source="', ' from="'))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<edge id="1"', '<edge id="0"'),
        (' start="2024', ' start="some day in 2024'),
        (' weight="', ' weight="x'),
        ('<attvalue for="', '<attvalue for="n'),
        (' kind="negative (2)"', ' kind="negative"'),
        ('<viz:color r="', '<viz:color r="9999'),
    ],
)
def test_our_schema_refuses_what_programs_trip_over(right: str, wrong: str) -> None:
    text = gexf_graph_text(plain_graph(everything()))
    assert right in text
    with pytest.raises(etree.DocumentInvalid):
        etree.XMLSchema(etree.parse(str(OURS))).assertValid(etree.fromstring(text.replace(right, wrong).encode()))
