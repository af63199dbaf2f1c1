"""The ledger of a graph folder: judging, refusing, taking back, sharing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg
from kg.errors import (
    AmbiguousActor,
    GraphMissing,
    JudgementClash,
    JudgementError,
    LedgerFileError,
    ParameterError,
    UnknownJudgement,
)
from kg.identity.judgements import rule_judgement
from kg.store.writer import GraphWriter
from kg.vocab import ids
from tests.store.world import (
    DEPARTMENT,
    NORVIK,
    SPOKESPERSON,
    TESSALY,
    Saying,
    article,
    iri,
    person,
    reference_quads,
    rows,
    telling,
)

if TYPE_CHECKING:
    from kg.store.upkeep import Reading

DAY = date(2024, 6, 1)
ROOT = Path(__file__).resolve().parents[2]
ONE = article("Cod are ours, said one.", url="https://a.example/1", published="2024-05-01")
TWO = article("Nets were cut, said one.", url="https://a.example/2", published="2024-05-02")
THREE = article("Boats left port, said one.", url="https://a.example/3", published="2024-05-03")
HUB = iri(ids.joined_person_id("Anna Lund", NORVIK, "spokesperson"))
ANNA_1, ANNA_2, ANNE_3 = (
    iri(person(source, name)) for source, name in ((ONE, "Anna Lund"), (TWO, "Anna Lund"), (THREE, "Anne Lund"))
)
ITEM = "http://www.wikidata.org/entity/Q77"


def readings() -> list[Reading]:
    words = ("Cod are ours", "Nets were cut", "Boats left port")
    first, second, third = (
        Saying(said, name, TESSALY, None, SPOKESPERSON, DEPARTMENT)
        for said, name in zip(words, ("Anna Lund", "Anna Lund", "Anne Lund"), strict=True)
    )
    return [telling(ONE, [first]), telling(TWO, [second]), telling(THREE, [third], joined=False)]


def build(folder: Path, found: list[Reading] | None = None) -> Path:
    with GraphWriter.open(folder) as writer:
        writer.set_reference(reference_quads(), "world-1")
        for reading in readings() if found is None else found:
            writer.add(reading.article, reading.run, reading.quads)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "graph")


def shown(folder: Path) -> list[tuple[str | None, ...]]:
    with kg.open(folder) as graph:
        return rows(graph.store, "SELECT ?words ?who { ?s :content ?words ; :speaker ?who }")


def view(folder: Path) -> list[str]:
    with kg.open(folder) as graph:
        return sorted(str(quad) for quad in graph.store.quads if "/graph/judgement/" not in str(quad.graph_name))


def test_judged_the_same_two_are_one_node_with_both_names(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY, why="one voice")
    assert [who for _, who in shown(folder)] == [HUB, HUB, HUB]
    with kg.open(folder) as graph:
        names = rows(graph.store, f"SELECT ?name {{ <{HUB}> <http://www.w3.org/2004/02/skos/core#altLabel> ?name }}")
        assert names == [("Anne Lund",)]
        assert graph.actor("Anne Lund").stands_for == tuple(sorted([ANNA_1, ANNA_2, ANNE_3]))


def test_different_parts_two_whom_the_rule_joined(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        ledger.judge(ANNA_1, ANNA_2, "different", by="Ada", day=DAY)
    assert [who for _, who in shown(folder)] == [iri(person(THREE, "Anne Lund")), ANNA_1, ANNA_2]


def test_what_the_rule_decided_is_listed_and_taken_back(folder: Path) -> None:
    with kg.open(folder) as graph:
        by_rule = [entry.judgement for entry in graph.judgements()]
    assert by_rule == sorted((rule_judgement(ANNA_1, HUB), rule_judgement(ANNA_2, HUB)), key=lambda entry: entry.iri)
    with kg.Ledger(folder) as ledger:
        ledger.undo(rule_judgement(ANNA_1, HUB).iri, by="Ada", day=DAY)
    assert {who for words, who in shown(folder) if words != "Boats left port"} == {ANNA_1, HUB}
    with kg.open(folder) as graph:
        assert [entry.holds for entry in graph.judgements() if entry.judgement.is_by_rule].count(False) == 1


def test_merged_undone_and_undone_again_the_view_is_as_before(folder: Path) -> None:
    before = view(folder)
    with kg.Ledger(folder) as ledger:
        entry = ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY)
        first = ledger.undo(entry.iri, by="Ben", day=DAY)
        assert ledger.undo(entry.iri, by="Eve", day=DAY) == first
    assert view(folder) == before
    with kg.Ledger(folder) as ledger:
        again = ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY)
        assert again.iri != entry.iri
        assert again.repetition == 1
        ledger.undo(again.iri, by="Ben", day=DAY)
        assert len(ledger.judgements) == 4
    assert view(folder) == before


def test_a_judgement_outlives_another_build_and_waits_for_its_article(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    with kg.Ledger(folder) as ledger:
        ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY)
        ledger.export_file(file)
    other = build(tmp_path / "other", readings()[:1])
    with kg.Ledger(other) as ledger:
        with pytest.raises(LedgerFileError, match="line 1: this graph has no actor"):
            ledger.import_file(file)
        assert ledger.import_file(file, keep_unknown=True).unknown_actors == (ANNE_3,)
    build(other)
    assert view(other) == view(folder)
    assert len({who for _, who in shown(other)}) == 1


def test_importing_twice_changes_nothing_and_a_clash_takes_in_nothing(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    with kg.Ledger(folder) as ledger:
        ledger.judge(ANNA_1, ANNE_3, "same", by="Ada", day=DAY)
        ledger.export_file(file)
        report = ledger.import_file(file)
        assert (report.added, report.known) == ((), 1)
        lines = [
            {"actors": [ANNA_2, ANNE_3], "verdict": "same", "by": "Ben", "day": "2024-06-02"},
            {"actors": [ANNA_1, ANNA_2], "verdict": "different", "by": "Ben", "day": "2024-06-02"},
        ]
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        with pytest.raises(JudgementClash, match="by Ada on 2024-06-01"):
            ledger.import_file(file)
        assert len(ledger.judgements) == 1


def test_a_chain_that_contradicts_is_refused_and_names_its_judgements(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        first = ledger.judge(ANNA_1, ANNE_3, "same", by="Ada", day=DAY)
        second = ledger.judge(ANNA_1, ANNA_2, "different", by="Ben", day=DAY)
        with pytest.raises(JudgementClash, match="Anne Lund and Anna Lund by Ada") as caught:
            ledger.judge(ANNA_2, ANNE_3, "same", by="Eve", day=DAY)
        assert {first.iri, second.iri} <= set(caught.value.judgements)
        ledger.undo(second.iri, by="Ben", day=DAY)
        ledger.judge(ANNA_2, ANNE_3, "same", by="Eve", day=DAY)


def test_an_item_of_wikidata_becomes_an_exact_match_a_candidate_only_a_close_one(folder: Path) -> None:
    skos = "http://www.w3.org/2004/02/skos/core#"
    with kg.Ledger(folder) as ledger:
        ledger.judge("Anne Lund", "wikidata:Q77", "unsure", by="reconcile", day=DAY, score=0.81)
    with kg.open(folder) as graph:
        assert rows(graph.store, f"SELECT ?item {{ ?who <{skos}exactMatch> ?item }}") == []
        close = rows(graph.store, f"SELECT ?who ?item {{ GRAPH ?g {{ ?who <{skos}closeMatch> ?item }} }}")
        assert close == [(ANNE_3, ITEM)]
    with kg.Ledger(folder) as ledger:
        ledger.judge("Anne Lund", ITEM, "same", by="Ada", day=DAY)
        with pytest.raises(JudgementClash, match="two items of Wikidata"):
            ledger.judge("Anne Lund", "wikidata:Q78", "same", by="Ada", day=DAY)
    with kg.open(folder) as graph:
        assert rows(graph.store, f"SELECT ?who ?item {{ ?who <{skos}exactMatch> ?item }}") == [(ANNE_3, ITEM)]
        assert graph.actor("Anne Lund").profile.items == (ITEM,)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "error"),
    [
        pytest.param("Anna Lund", "Nobody", "same", ParameterError, id="unknown name"),
        pytest.param("Anna Lund", "person:joined-404", "same", ParameterError, id="unknown identifier"),
        pytest.param("Anna Lund", "Norvik", "same", JudgementError, id="a person and a state"),
        pytest.param("Anna Lund", "Anna Lund", "same", JudgementError, id="oneself"),
        pytest.param("Anna Lund", "Anne Lund", "maybe", JudgementError, id="no verdict"),
        pytest.param("Anna Lund", "News of the fjord", "same", ParameterError, id="an article"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    folder: Path, one: str, other: str, verdict: str, error: type[Exception]
) -> None:
    with kg.Ledger(folder) as ledger:
        with pytest.raises(error):
            ledger.judge(one, other, verdict, by="Ada", day=DAY)
        assert ledger.judgements == ()


def test_a_name_of_two_actors_is_refused_with_both(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        ledger.judge(ANNA_1, ANNA_2, "different", by="Ada", day=DAY)
        with pytest.raises(AmbiguousActor):
            ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY)


def test_what_is_not_in_the_ledger_cannot_be_taken_back(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        entry = ledger.judge(ANNA_1, ANNE_3, "unsure", by="Ada", day=DAY)
        gone = ledger.undo(ANNA_1, ANNE_3, by="Ada", day=DAY)
        assert gone.withdraws == entry.iri
        with pytest.raises(UnknownJudgement):
            ledger.undo("judgement:ffffffffffffffff", by="Ada", day=DAY)
        with pytest.raises(UnknownJudgement):
            ledger.undo(iri(TESSALY), ANNE_3, by="Ada", day=DAY)
        with pytest.raises(JudgementError, match="judge the two actors again"):
            ledger.undo(gone.iri, by="Ada", day=DAY)


def test_a_folder_without_a_graph_is_not_made_one(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing):
        kg.Ledger(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_candidates_leave_out_what_was_judged(folder: Path) -> None:
    with kg.open(folder) as graph:
        (pair,) = graph.candidates(threshold=0.5)
        assert {pair.left.name, pair.right.name} == {"Anna Lund", "Anne Lund"}
    with kg.Ledger(folder) as ledger:
        ledger.judge(ANNA_2, "Anne Lund", "unsure", by="Ada", day=DAY)
    with kg.open(folder) as graph:
        assert graph.candidates(threshold=0.5) == []


DYING = """
import os, sys
from datetime import date
import kg
from kg.store.writer import GraphWriter
write = GraphWriter._write
def dying(*arguments):
    if sys.argv[2] == "after":
        write(*arguments)
    os._exit(9)
GraphWriter._write = dying
kg.Ledger(sys.argv[1]).judge("Anna Lund", "Anne Lund", "same", by="Ada", day=date(2024, 6, 1))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_while_judging_the_folder_is_whole(folder: Path, moment: str) -> None:
    before = view(folder)
    killed = subprocess.run(
        [sys.executable, "-c", DYING, str(folder), moment], cwd=ROOT, check=False, env={**os.environ}
    )
    assert killed.returncode == 9
    with kg.Ledger(folder) as ledger:
        assert len(ledger.judgements) == (moment == "after")
    assert (view(folder) == before) == (moment == "before")
    with kg.Ledger(folder) as ledger:
        if moment == "before":
            ledger.judge("Anna Lund", "Anne Lund", "same", by="Ada", day=DAY)
    assert len({who for _, who in shown(folder)}) == 1
