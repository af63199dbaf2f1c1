"""Reviews of proposals: the file, what changed since the last one, and the way into the ledger and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.errors import ReviewFileError
from kg.reconcile import (
    ReviewRow,
    accept_review,
    compared_with,
    look_up,
    read_review,
    review_rows,
    write_review,
)
from kg.reconcile.tables import read_table, write_table
from kg.resolve import load_authority
from kg.vocab.prefixes import shorten
from tests.reconcile.server import serving
from tests.reconcile.world import ANNA, Services, build, clients
from tests.store.world import rows as asked_rows

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 6, 1)
ITEM = "http://www.wikidata.org/entity/Q990001"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return build(tmp_path / "graph")


def proposed(folder: Path, services: Services | None = None, *, with_failed: bool = False) -> list[ReviewRow]:
    with serving((services or Services.recorded()).answer) as server, kg.open(folder) as graph:
        found = look_up(graph.store, *clients(server.address), load_authority().officials)
        return review_rows(found, graph.store.folder.base, with_failed=with_failed)


def judged(rows: list[ReviewRow], item: str, verdict: str, why: str = "") -> list[ReviewRow]:
    return [replace(row, verdict=verdict, why=why) if row.item == item else row for row in rows]


def view(folder: Path) -> list[str]:
    with kg.open(folder) as graph:
        return sorted(str(quad) for quad in graph.store.quads if "/graph/judgement/" not in str(quad.graph_name))


def matches(folder: Path, *, close: bool = False) -> list[tuple[str | None, ...]]:
    skos = "http://www.w3.org/2004/02/skos/core#"
    with kg.open(folder) as graph:
        if close:
            return asked_rows(graph.store, f"SELECT ?who ?item {{ GRAPH ?g {{ ?who <{skos}closeMatch> ?item }} }}")
        return asked_rows(graph.store, f"SELECT ?who ?item {{ ?who a :Person ; <{skos}exactMatch> ?item }}")


def test_a_row_tells_a_reviewer_what_speaks_for_and_against(folder: Path) -> None:
    row = proposed(folder)[0]
    assert (row.actor, row.label, row.item, row.item_label) == (shorten(ANNA), "Anna Lund", "Q990001", "Anna Lund")
    assert (row.description, row.score, row.service_score, row.service_match) == (
        "Norvikian diplomat",
        "1.00",
        "94.5",
        "no",
    )
    assert (row.passed, row.failed, row.open) == ("type; name; state; role; apart", "", "one state")
    assert "+ same state" in row.reasons
    assert row.verdict == ""


def test_what_fails_a_gate_is_written_only_where_asked_for(folder: Path) -> None:
    assert {row.item for row in proposed(folder)} == {"Q990001", "Q990010"}
    everything = proposed(folder, with_failed=True)
    assert {row.item: row.failed for row in everything if row.failed} == {
        "Q990002": "state",
        "Q990003": "type",
        "Q990004": "role",
        "Q990005": "name",
    }


@pytest.mark.parametrize("name", ["review.csv", "review.jsonl"])
def test_a_review_is_read_as_it_was_written(folder: Path, tmp_path: Path, name: str) -> None:
    rows = judged(proposed(folder, with_failed=True), "Q990001", "same", "=1+1, as the page says")
    assert write_review(tmp_path / name, rows) == len(rows)
    assert [replace(row, line=0) for row in read_review(tmp_path / name)] == rows


def test_a_cell_that_a_spreadsheet_would_run_is_hidden_in_csv(folder: Path, tmp_path: Path) -> None:
    services = Services.recorded()
    services.candidates["Anna Lund"]["result"][0]["description"] = '=HYPERLINK("http://x.example")'
    write_review(tmp_path / "review.csv", proposed(folder, services))
    assert "\"'=HYPERLINK" in (tmp_path / "review.csv").read_text("utf-8")


@given(cells=st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(str.strip), min_size=1, max_size=5))
def test_any_text_survives_both_forms(cells: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    columns = [f"c{number}" for number in range(len(cells))]
    row = dict(zip(columns, cells, strict=True))
    folder = tmp_path_factory.mktemp("tables")
    for name in ("table.csv", "table.jsonl"):
        write_table(folder / name, columns, [row, row])
        assert [found for _, found in read_table(folder / name, columns)] == [row, row]


def test_the_last_review_tells_what_is_new_changed_and_withdrawn(folder: Path) -> None:
    last = judged(proposed(folder), "Q990010", "unsure", "two councils of that name")
    services = Services.recorded()
    results = services.candidates["Anna Lund"]["result"]
    services.candidates["Anna Lund"]["result"] = [{**results[0], "id": "Q990004"}]
    services.positions["results"]["bindings"][1].pop("end")
    services.positions["results"]["bindings"][1].pop("endPrecision")
    asked = {row.actor for row in last}
    compared = compared_with(last, proposed(folder, services), asked)
    assert [(row.item, row.change, row.verdict) for row in compared] == [
        ("Q990004", "new", ""),
        ("Q990010", "", "unsure"),
        ("Q990001", "withdrawn", ""),
    ]
    earlier = [replace(row, score="0.10") for row in judged(proposed(folder), "Q990001", "same")]
    changed = compared_with(earlier, proposed(folder), asked)
    assert [(row.item, row.change, row.verdict) for row in changed] == [
        ("Q990001", "changed", ""),
        ("Q990010", "changed", ""),
    ]
    assert compared_with(last, [], ()) == [], "what was not asked for again is not withdrawn"


def test_nothing_changes_without_a_verdict(folder: Path) -> None:
    before = view(folder)
    with kg.Ledger(folder) as ledger:
        done = accept_review(ledger, proposed(folder, with_failed=True), by="Ada", day=DAY)
        assert (done.judged, done.kept, done.problems, ledger.judgements) == ((), (), (), ())
    assert view(folder) == before


def test_an_accepted_row_is_a_judgement_and_an_exact_match_and_can_be_undone(folder: Path) -> None:
    before = view(folder)
    rows = judged(proposed(folder), "Q990001", "same")
    with kg.Ledger(folder) as ledger:
        done = accept_review(ledger, rows, by="Ada", day=DAY)
        (entry,) = done.judged
        assert (entry.by, entry.day, entry.verdict, entry.actors) == ("Ada", DAY, "same", (ITEM, ANNA))
        assert entry.evidence == ("https://www.wikidata.org/wiki/Q990001",)
        assert accept_review(ledger, rows, by="Ada", day=DAY).known == 1
    assert matches(folder) == [(ANNA, ITEM)]
    assert not any("owl#sameAs" in quad for quad in view(folder))
    assert ANNA not in {row.actor for row in proposed(folder)}, "who has an item is not asked for again"
    with kg.Ledger(folder) as ledger:
        ledger.undo(entry.iri, by="Ada", day=DAY)
    assert matches(folder) == []
    assert view(folder) == before


def test_a_rejected_item_is_not_proposed_again(folder: Path) -> None:
    with kg.Ledger(folder) as ledger:
        accept_review(ledger, judged(proposed(folder), "Q990001", "different"), by="Ada", day=DAY)
    assert "Q990001" not in {row.item for row in proposed(folder)}
    assert {row.item: row.failed for row in proposed(folder, with_failed=True)}["Q990001"] == "apart"


def test_candidates_are_kept_only_if_asked_for_and_leave_the_view_alone(folder: Path) -> None:
    before = view(folder)
    rows = proposed(folder, with_failed=True)
    with kg.Ledger(folder) as ledger:
        done = accept_review(ledger, rows, by="Ada", day=DAY, keep_candidates=True)
        assert {entry.score for entry in done.kept if entry.actors[1] == ANNA} == {1.0}
        assert {entry.by for entry in done.kept} == {"reconcile"}
        assert accept_review(ledger, rows, by="Ada", day=DAY, keep_candidates=True).kept == ()
    assert (ANNA, ITEM) in matches(folder, close=True)
    assert len(matches(folder, close=True)) == 2, "what failed a gate is no candidate"
    assert matches(folder) == []
    assert view(folder) == before


def test_a_row_that_failed_a_gate_needs_a_reason(folder: Path) -> None:
    rows = proposed(folder, with_failed=True)
    with kg.Ledger(folder) as ledger:
        done = accept_review(ledger, judged(rows, "Q990002", "same"), by="Ada", day=DAY)
        assert done.judged == ()
        assert "failed state" in done.problems[0]
        done = accept_review(ledger, judged(rows, "Q990002", "same", "changed citizenship"), by="Ada", day=DAY)
        assert [entry.why for entry in done.judged] == ["changed citizenship"]


def test_rows_that_clash_are_told_and_the_others_taken(folder: Path) -> None:
    rows = judged(judged(proposed(folder, with_failed=True), "Q990001", "same"), "Q990002", "same", "as well")
    rows += [replace(rows[0], actor="local:none", verdict="same"), replace(rows[0], item="P39", verdict="same")]
    with kg.Ledger(folder) as ledger:
        done = accept_review(ledger, rows, by="Ada", day=DAY)
    assert len(done.judged) == 1
    assert len(done.problems) == 3
    assert "would be the same and different" in done.problems[0]
    assert "no item of Wikidata" in done.problems[2]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("r.csv", "actor,item\nlocal:a,Q1\n", 1, "the column 'verdict' is missing"),
        ("r.csv", "actor,item,verdict\nlocal:a,Q1,perhaps\n", 2, "'perhaps' is no verdict"),
        ("r.csv", "actor,item,verdict\n,Q1,same\n", 2, "needs actor and item"),
        ("r.jsonl", '{"actor": "local:a"}\n', 1, "the field 'item' is missing"),
        ("r.jsonl", '\n{"actor"\n', 2, "no JSON"),
        ("r.jsonl", '{"actor": 1}\n', 1, "object of texts"),
        ("r.csv", "\udcff", None, "cannot be read"),
    ],
)
def test_a_broken_review_names_line_and_fault(
    tmp_path: Path, name: str, text: str, line: int | None, words: str
) -> None:
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ReviewFileError, match=words) as caught:
        read_review(tmp_path / name)
    assert caught.value.line == line
