"""The questions themselves, asked of a small graph in the shape of Wikidata's: they find what they should."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import AnswerTooLarge
from kg.model import ActorId
from kg.reconcile.items import read_items
from kg.reconcile.positions import held_positions
from kg.reconcile.tenures import found_terms
from kg.resolve import load_authority
from tests.reconcile.server import Asked, Loopback, Reply, serving
from tests.reconcile.terms import known
from tests.reconcile.world import clients

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = Path(__file__).parent / "answers" / "model.ttl"


@pytest.fixture(scope="module")
def wikidata() -> Iterator[Loopback]:
    """A query service over the small graph."""
    store = ox.Store()
    store.load(path=str(MODEL), format=ox.RdfFormat.TURTLE)

    def answer(asked: Asked) -> Reply:
        found = store.query(asked.form["query"])
        assert isinstance(found, ox.QuerySolutions)
        body = found.serialize(format=ox.QueryResultsFormat.JSON)
        assert body is not None
        return Reply(body, headers={"Content-Type": "application/sparql-results+json"})

    with serving(answer) as server:
        yield server


def test_the_office_holders_of_a_state_are_found_by_class_and_by_title(wikidata: Loopback, tmp_path: Path) -> None:
    authority = load_authority([known(tmp_path)])
    found = found_terms(clients(wikidata.address)[1], authority, ActorId("state/XNO"))
    assert [
        (
            term.office.role,
            term.held.person_label,
            term.held.position,
            term.held.start,
            term.held.end,
            term.organisation,
        )
        for term in found
    ] == [
        ("foreign_minister", "Kari Nes", "Q990306", "", "", None),
        ("foreign_minister", "Nina Holt", "Q990301", "2020-05-04", "2024-03", None),
        ("permanent_representative", "Liv Sand", "Q990303", "2021", "", "body/un"),
        ("spokesperson", "Dag Eie", "Q990305", "", "", "body/xno-mfa"),
    ]


def test_an_item_is_read_with_names_classes_states_and_positions(wikidata: Loopback) -> None:
    found = read_items(clients(wikidata.address, page=3)[1], ["Q990205", "Q990207", "Q990218", "Q990903", "Q990999"])
    nina = found["Q990205"]
    assert nina.names == ("Nina Holt", "Nina K. Holt")
    assert (sorted(nina.classes), sorted(nina.states)) == (["Q5"], ["Q990903"])
    assert [(held.position_label, held.start, held.end) for held in nina.positions] == [
        ("Minister of Foreign Affairs of Norland", "2020-05-04", "2024-03")
    ]
    assert found["Q990207"].names == ("Kari Nes",)
    assert (sorted(found["Q990218"].classes), sorted(found["Q990218"].states)) == (["Q43229"], ["Q990903"])
    assert sorted(found["Q990903"].classes) == ["Q3624078", "Q6256"]
    assert found["Q990999"].names == ()


def test_what_a_position_heads_or_is_a_part_of_is_read(wikidata: Loopback) -> None:
    held = held_positions(clients(wikidata.address)[1], "VALUES ?position { wd:Q990303 }")
    assert [(sorted(one.organisations), sorted(one.states)) for one in held] == [(["Q990308"], ["Q990903"])]


def test_a_question_without_end_is_given_up(wikidata: Loopback) -> None:
    endless = Reply(
        b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x"}}]}}',
        headers={"Content-Type": "application/sparql-results+json"},
    )
    with serving(lambda asked: endless) as server, pytest.raises(AnswerTooLarge, match="ask for less"):
        list(clients(server.address, page=1)[1].rows("SELECT ?a { ?a ?b ?c } ORDER BY ?a"))
