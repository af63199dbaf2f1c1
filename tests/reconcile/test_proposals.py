"""Looking actors up: who is asked for, what is sent, and which items pass the gates."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

import kg
from kg.errors import AnswerUnreadable, NotInCache
from kg.reconcile import Lookup, Proposal, look_up
from kg.reconcile.questions import questions_of
from kg.reconcile.service import read_results
from kg.resolve import load_authority
from tests.reconcile.server import Reply, serving
from tests.reconcile.world import ANNA, NILS, NORVIK_ITEM, TESSALY_ITEM, Services, build, clients

if TYPE_CHECKING:
    from pathlib import Path

    from kg.resolve import Authority


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("world") / "graph")


def looked_up(folder: Path, authority: Authority, services: Services | None = None, **more: object) -> Lookup:
    with serving((services or Services.recorded()).answer) as server, kg.open(folder) as graph:
        return look_up(graph.store, *clients(server.address), authority.officials, **more)  # type: ignore[arg-type]


def by_item(found: Lookup) -> dict[str, Proposal]:
    return {one.item.identifier: one for one in found.proposals}


def failed(one: Proposal) -> list[str]:
    return [gate.name for gate in one.gates if gate.outcome == "failed"]


def test_actors_are_asked_for_where_enough_is_known_of_them(folder: Path) -> None:
    with kg.open(folder) as graph:
        asked, unasked = questions_of(graph.store)
    assert {question.profile.name: question.state_items for question in asked} == {
        "Anna Lund": (NORVIK_ITEM,),
        "Fjord Council": (),
        "Ministry of Norvik": (NORVIK_ITEM,),
        "Nils Berg": (TESSALY_ITEM,),
        "Press Department": (NORVIK_ITEM,),
    }
    assert {one.profile.name: one.reason for one in unasked} == {
        "Eva Strand": "the articles tell neither a state nor an office",
        "Moe": "a surname alone is borne by many",
        "Norvik": f"it is {NORVIK_ITEM} already",
        "Tessaly": f"it is {TESSALY_ITEM} already",
    }


def test_batches_have_the_shape_of_the_protocol(folder: Path, authority: Authority) -> None:
    with serving(Services.recorded().answer) as server, kg.open(folder) as graph:
        look_up(graph.store, *clients(server.address), authority.officials)
        batches = [json.loads(asked.form["queries"]) for asked in server.asked if "queries" in asked.form]
    assert [sorted(batch) for batch in batches] == [["q0", "q1"], ["q0", "q1"], ["q0"]]
    assert batches[0]["q0"] == {
        "query": "Anna Lund",
        "type": ["Q5"],
        "limit": 5,
        "type_strict": "should",
        "properties": [{"pid": "P27", "v": [{"id": NORVIK_ITEM}]}, {"pid": "P39", "v": ["spokesperson"]}],
    }
    assert batches[0]["q1"]["type"] == ["Q43229"]


def test_the_item_that_name_state_role_and_days_speak_for_comes_first(folder: Path, authority: Authority) -> None:
    found = looked_up(folder, authority)
    first = found.proposals[0]
    assert (first.actor.iri, first.item.identifier, first.score) == (ANNA, "Q990001", 1.0)
    assert [gate.name for gate in first.gates if gate.outcome == "passed"] == ["type", "name", "state", "role", "apart"]
    assert "+ it was spokesperson of the Ministry of Norvik (2022 to open)" in first.reasons
    assert [one.item.identifier for one in found.proposals if one.is_sound] == ["Q990001", "Q990010"]


@pytest.mark.parametrize(
    ("item", "gate", "words"),
    [
        ("Q990002", "state", "its states are others: Q990902"),
        ("Q990003", "type", "no Person by its type"),
        ("Q990004", "role", "2009-03-02 to 2013-06"),
        ("Q990005", "name", "the names differ"),
    ],
)
def test_an_item_that_does_not_fit_fails_the_gate_for_it(
    item: str, gate: str, words: str, folder: Path, authority: Authority
) -> None:
    one = by_item(looked_up(folder, authority))[item]
    assert failed(one) == [gate]
    assert any(words in found.reason for found in one.gates if found.name == gate)
    assert one.score < 0.9


def test_a_deprecated_statement_does_not_help(folder: Path, authority: Authority) -> None:
    services = Services.recorded()
    assert any(
        "DeprecatedRank" in row["rank"]["value"] and row["person"]["value"].endswith("Q990004")
        for row in services.positions["results"]["bindings"]
    )
    assert failed(by_item(looked_up(folder, authority, services))["Q990004"]) == ["role"]


def test_pages_of_an_answer_are_read_to_the_end(folder: Path, authority: Authority) -> None:
    with serving(Services.recorded().answer) as server, kg.open(folder) as graph:
        small = look_up(graph.store, *clients(server.address, page=2), authority.officials)
        assert sum("sparql" in asked.path for asked in server.asked) > 8
    assert small == looked_up(folder, authority)


def test_an_item_that_reference_data_knows_in_another_state_is_not_proposed(folder: Path, authority: Authority) -> None:
    services = Services.recorded()
    # Q58217, Sergey Lavrov, is in the table of office holders as minister of Russia.
    renamed = json.loads(json.dumps(vars(services)).replace("Q990001", "Q58217"))
    one = by_item(looked_up(folder, authority, Services(**renamed)))["Q58217"]
    assert failed(one) == ["one state"]
    assert any("known here as an official of RUS" in gate.reason for gate in one.gates)


def test_an_item_is_not_proposed_for_two_who_are_judged_different(tmp_path: Path, authority: Authority) -> None:
    folder = build(tmp_path / "graph")
    services = Services.recorded()
    services.candidates["Nils Berg"] = {
        "result": [{"id": "Q990020", "name": "Nils Berg", "score": 90, "match": False, "type": []}]
    }
    services.items["results"]["bindings"] += [
        row("Q990020", what, value)
        for what, value in (("label", "Nils Berg"), ("label", "Anna Lund"), ("class", "Q5"), ("citizenship", "Q990902"))
    ]
    services.items["results"]["bindings"] += [row("Q990020", "citizenship", NORVIK_ITEM)]
    services.candidates["Anna Lund"]["result"].append({**services.candidates["Nils Berg"]["result"][0]})
    before = [one for one in looked_up(folder, authority, services).proposals if one.item.identifier == "Q990020"]
    assert [one.is_sound for one in before] == [True, True]
    assert all(any("this is one with" in gate.reason for gate in one.gates) for one in before)
    with kg.Ledger(folder) as ledger:
        ledger.judge(ANNA, NILS, "different", by="Ada", day=date(2024, 6, 1))
    after = [one for one in looked_up(folder, authority, services).proposals if one.item.identifier == "Q990020"]
    assert [failed(one) for one in after] == [["apart"], ["apart"]]
    with kg.Ledger(folder) as ledger:
        ledger.judge(NILS, "wikidata:Q990020", "different", by="Ada", day=date(2024, 6, 1))
    again = [one for one in looked_up(folder, authority, services).proposals if one.item.identifier == "Q990020"]
    assert {one.actor.iri: one.is_sound for one in again} == {ANNA: True, NILS: False}


def row(item: str, what: str, value: str) -> dict[str, dict[str, str]]:
    entity = "http://www.wikidata.org/entity/"
    is_item = value.startswith("Q99") or value == "Q5"
    return {
        "item": {"type": "uri", "value": entity + item},
        "what": {"type": "literal", "value": what},
        "value": {"type": "uri", "value": entity + value} if is_item else {"type": "literal", "value": value},
    }


def test_a_second_run_asks_nobody_and_says_the_same(folder: Path, authority: Authority, tmp_path: Path) -> None:
    with serving(Services.recorded().answer) as server, kg.open(folder) as graph:
        first = look_up(graph.store, *clients(server.address, tmp_path), authority.officials)
        requests = len(server.asked)
        assert look_up(graph.store, *clients(server.address, tmp_path), authority.officials) == first
        assert look_up(graph.store, *clients(server.address, tmp_path, offline=True), authority.officials) == first
        assert len(server.asked) == requests > 0


def test_offline_without_answers_is_an_error_that_says_what_to_do(
    folder: Path, authority: Authority, tmp_path: Path
) -> None:
    with kg.open(folder) as graph, pytest.raises(NotInCache, match="--cache"):
        look_up(graph.store, *clients("http://127.0.0.1:9", tmp_path, offline=True), authority.officials)


def test_only_the_actors_that_are_named_are_asked_for(folder: Path, authority: Authority) -> None:
    assert looked_up(folder, authority, actors={ANNA}).asked == (ANNA,)
    assert len(looked_up(folder, authority, limit=1).asked) == 1


def test_an_answer_of_another_form_is_refused(folder: Path, authority: Authority) -> None:
    with (
        serving(lambda asked: Reply(b'{"q0": {"result": []}}')) as server,
        kg.open(folder) as graph,
        pytest.raises(AnswerUnreadable, match="no results for the query 'q1'"),
    ):
        look_up(graph.store, *clients(server.address), authority.officials)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"[]", "no JSON object"),
        (b'{"status": "error", "message": "invalid query"}', "invalid query"),
        (b'{"q0": []}', "no results"),
        (b'{"q0": {"result": ["Q1"]}}', "no JSON object"),
        (b'{"q0": {"result": [{"id": "P27", "name": "x", "score": 1, "match": true}]}}', "no item of Wikidata"),
        (b'{"q0": {"result": [{"id": "Q1 } wd:Q2", "name": "x", "score": 1, "match": true}]}}', "no item of Wikidata"),
        (b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": "1", "match": true}]}}', "a name or a score"),
        (b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": NaN, "match": true}]}}', "a score or a match"),
        (b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": 1}]}}', "a score or a match"),
    ],
)
def test_each_fault_of_a_result_is_told(answer: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_results(answer, ("q0",))


def test_types_as_in_version_0_1_are_read() -> None:
    body = b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": 1, "match": true, "type": ["Q5"]}]}}'
    assert read_results(body, ("q0",))["q0"][0].types == ("Q5",)
