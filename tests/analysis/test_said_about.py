from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest

import kg.analysis.said_about
from kg.analysis import aggregated, said_about_network
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    from kg.analysis.said_about import Ties

ID = "https://w3id.org/demarche/id/"
ORBAN, VARGA = f"{ID}actor/person/ard-orban", f"{ID}actor/person/kes-varga"
ARD, KES, LUM, PANEL = (f"{ID}actor/{path}" for path in ("state/ARD", "state/KES", "state/LUM", "body/concord-panel"))


@pytest.fixture(scope="module")
def store() -> OxigraphMemory:
    return OxigraphMemory()


def ties(network: Ties) -> list[tuple[str, str, str]]:
    return sorted((source, target, about["polarity"]) for source, target, about in network.edges(data=True))


def test_a_tie_carries_its_evidence_and_sign(store: OxigraphMemory) -> None:
    network = said_about_network(store)
    tie = network.edges[ORBAN, KES, f"{ID}statement/a1-01"]
    assert tie == {
        "statement": f"{ID}statement/a1-01",
        "article": f"{ID}article/a1",
        "kind": "Statement",
        "polarity": "negative",
        "day": "2024-03-01",
    }
    assert network.nodes[KES] == {"label": "Kestria", "kind": "State"}


def test_hearsay_denials_and_instruments_give_no_tie(store: OxigraphMemory) -> None:
    network = said_about_network(store)
    assert not network.has_edge(VARGA, KES)
    assert (KES, PANEL) in network.edges()
    assert {about["statement"].rpartition("/")[2] for *_, about in network.edges(data=True)}.isdisjoint(
        {"a1-05", "a1-06", "a1-02"}
    )
    assert network.number_of_edges() == 11


def test_hearsay_counts_when_asked_for(store: OxigraphMemory) -> None:
    asked = said_about_network(store, kinds=["SecondHand"])
    assert ties(asked) == [(KES, PANEL, "none")]


def test_a_window_of_days_leaves_undated_statements_out(store: OxigraphMemory) -> None:
    assert ties(said_about_network(store, since="2024-03-04", until="2024-03-04")) == [
        (f"{ID}actor/local/a200000000000002-morel0000001", ARD, "negative")
    ]


def test_by_principal_draws_the_tie_from_the_state_that_the_words_bind(store: OxigraphMemory) -> None:
    network = said_about_network(store, by_principal=True)
    assert ORBAN not in network
    assert network.number_of_edges(ARD, KES) == 2
    assert network.has_edge(KES, LUM)


def test_a_joint_statement_gives_a_tie_from_each_speaker_and_none_across(store: OxigraphMemory) -> None:
    network = said_about_network(store, by_principal=True)
    joint = [(source, target) for source, target, key in network.edges(keys=True) if key.endswith("a2-12")]
    assert sorted(joint) == [(ARD, PANEL), (KES, PANEL)]


def test_aggregation_counts_each_sign_and_keeps_first_and_last_day(store: OxigraphMemory) -> None:
    pairs = aggregated(said_about_network(store))
    assert pairs.edges[KES, ARD] == {
        "weight": 2, "negative": 1, "positive": 1, "mixed": 0, "none": 0, "first": "2024-02-20", "last": "2024-03-05",
    }  # fmt: skip
    undated = next(about for *_, about in pairs.edges(data=True) if "first" not in about)
    assert undated["weight"] == 1


def test_the_network_comes_in_the_same_order_every_time(store: OxigraphMemory) -> None:
    assert list(said_about_network(store).edges(keys=True)) == list(
        said_about_network(OxigraphMemory()).edges(keys=True)
    )


def test_the_examples_of_the_definitions_hold() -> None:
    assert doctest.testmod(kg.analysis.said_about).failed == 0
