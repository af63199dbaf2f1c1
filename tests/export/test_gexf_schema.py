"""GEXF against the schema of its makers, where somebody has it: it is not ours to pass on.

`DEMARCHE_GEXF_SCHEMA` names the file `gexf.xsd` of version 1.3 (namespace `http://gexf.net/1.3`), with `dynamics.xsd`
and `viz.xsd` beside it, as published in github.com/gephi/gexf. That schema takes in its part for colours and places
without a namespace, so it refuses every `viz:` element, also those of the format's primer; they are taken out before.
"""

from __future__ import annotations

import os
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

SCHEMA = os.environ.get("DEMARCHE_GEXF_SCHEMA")
pytestmark = pytest.mark.skipif(SCHEMA is None, reason="DEMARCHE_GEXF_SCHEMA names no schema of GEXF 1.3")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def check(schema: etree.XMLSchema, text: str) -> None:
    document = etree.fromstring(text.encode())
    for element in list(document.iter("{http://gexf.net/1.3/viz}*")):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    schema.assertValid(document)


def test_the_network_of_a_graph_is_valid(schema: etree.XMLSchema) -> None:
    check(schema, gexf_text(said_about_network(OxigraphMemory())))


@pytest.mark.parametrize("network", [everything(), *empty()], ids=str)
def test_hostile_and_empty_networks_are_valid(network: nx.Graph[Any], schema: etree.XMLSchema) -> None:
    check(schema, gexf_graph_text(plain_graph(network)))


def test_any_network_is_valid(schema: etree.XMLSchema) -> None:
    @settings(max_examples=100, deadline=None)
    @given(networks())
    def check_one(network: nx.Graph[Any]) -> None:
        check(schema, gexf_graph_text(plain_graph(network)))

    check_one()


def test_a_broken_file_is_not(schema: etree.XMLSchema) -> None:
    with pytest.raises(etree.DocumentInvalid):
        check(schema, gexf_graph_text(plain_graph(everything())).replace(' source="', ' from="'))
