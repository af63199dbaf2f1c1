"""Terms of office of Wikidata beside those that are known, the gates, and the file of actors that comes of a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import AnswerUnreadable, ReconcileError, ReviewFileError
from kg.model import ActorId
from kg.reconcile import (
    TermRow,
    adopt_terms,
    read_term_review,
    refresh_terms,
    term_rows,
    write_actors,
    write_term_review,
)
from kg.reconcile.days import agree, day_of
from kg.reconcile.offices import OFFICES, chosen_offices
from kg.resolve import load_authority
from kg.store.safety import check_query
from tests.reconcile.server import Reply, serving
from tests.reconcile.terms import MINISTER, MINISTERS, Tables, held, known
from tests.reconcile.world import clients

if TYPE_CHECKING:
    from pathlib import Path

    from kg.resolve import Authority

NORLAND = ActorId("state/XNO")
TODAY = date(2025, 1, 31)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return load_authority([known(tmp_path_factory.mktemp("known"))])


def refreshed(authority: Authority, tables: Tables | None = None, *, page: int = 1_000) -> list[TermRow]:
    with serving((tables or Tables()).answer) as server:
        _, queries = clients(server.address, page=page)
        found, faults = refresh_terms(queries, authority, [NORLAND], as_of=TODAY)
    return term_rows(found, faults)


def told(rows: list[TermRow]) -> dict[str, tuple[str, str, str]]:
    return {row.person: (row.change, row.start, row.end) for row in rows}


def test_each_difference_is_told_and_what_is_the_same_is_not(authority: Authority) -> None:
    assert told(refreshed(authority)) == {
        "Mira Dahl": ("ended", "2019-05-02", "2024-03-01"),
        "Ola Rud": ("changed", "2012-09-01", "2015-01-10"),
        "Nina Holt": ("added", "2024-03-01", ""),
        "Liv Sand": ("added", "2021-09", ""),
        "Dag Eie": ("added", "2020", ""),
        "Ida Fjell": ("added", "2021", ""),
        "Per Lie": ("vanished", "", ""),
    }


def test_what_was_known_stands_beside_it(authority: Authority) -> None:
    rows = {row.person: row for row in refreshed(authority)}
    assert (rows["Mira Dahl"].known_start, rows["Mira Dahl"].known_end) == ("2019-05", "")
    assert (rows["Per Lie"].known_start, rows["Per Lie"].item) == ("2010-02-01", "Q990204")
    assert rows["Nina Holt"].known_start == ""


def test_representatives_and_spokespersons_get_their_organisation(authority: Authority) -> None:
    found = {row.person: (row.role, row.organisation) for row in refreshed(authority)}
    assert found["Liv Sand"] == ("permanent_representative", "body/un")
    assert found["Dag Eie"] == ("spokesperson", "body/xno-mfa")
    assert found["Nina Holt"] == ("foreign_minister", "")


def test_sound_terms_fail_no_gate(authority: Authority) -> None:
    # Two spokespersons at one time are usual, and one minister follows another on one day.
    assert [row.person for row in refreshed(authority) if row.failed] == []


@pytest.mark.parametrize(
    ("term", "gate", "words"),
    [
        (held("Q990206", "Tor Moen", MINISTER, "2023-06-01", "2023-01-01"), "order", "before it begins"),
        (held("Q990207", "Kari Nes", MINISTER, "2024-05-01"), "one seat", "Nina Holt (2024-03-01 to open)"),
        (held("Q990208", "Rolf Aas", MINISTER, "2005-01-01", "2006-01-01"), "one state", "state/XES"),
        (held("Q990209", "", MINISTER, "2005-01-01", "2006-01-01"), "name", "no name in English"),
    ],
)
def test_a_term_that_cannot_be_fails_the_gate_for_it(
    term: dict[str, dict[str, str]], gate: str, words: str, authority: Authority
) -> None:
    rows = refreshed(authority, Tables([*MINISTERS, term]))
    found = next(row for row in rows if row.item == term["person"]["value"].rpartition("/")[2])
    assert found.failed == gate
    assert words in found.reasons


def test_both_holders_of_one_seat_are_marked(authority: Authority) -> None:
    rows = refreshed(authority, Tables([*MINISTERS, held("Q990207", "Kari Nes", MINISTER, "2024-05-01")]))
    assert {row.person for row in rows if row.failed} == {"Nina Holt", "Kari Nes"}


def test_terms_that_may_only_overlap_within_a_year_are_not_marked(authority: Authority) -> None:
    ministers = [held("Q990205", "Nina Holt", MINISTER, "2020", "2022"), held("Q990207", "Kari Nes", MINISTER, "2022")]
    assert [row.failed for row in refreshed(authority, Tables(ministers)) if row.change == "added"][:2] == ["", ""]


def test_starts_that_contradict_each_other_are_no_start(authority: Authority) -> None:
    twice = [
        held("Q990205", "Nina Holt", MINISTER, "2024-03-01"),
        held("Q990205", "Nina Holt", MINISTER, "2023-03-01"),
    ]
    assert told(refreshed(authority, Tables(twice)))["Nina Holt"] == ("added", "", "")


def test_pages_give_the_same_as_one_answer(authority: Authority) -> None:
    assert refreshed(authority, page=2) == refreshed(authority)


def test_an_answer_that_is_no_table_is_an_error(authority: Authority) -> None:
    for body in (b"<html>", b'{"head": {}}', b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri"'):
        with serving(lambda asked, body=body: Reply(body)) as server, pytest.raises(AnswerUnreadable):  # type: ignore[misc]  # the default binds the body
            refresh_terms(clients(server.address)[1], authority, [NORLAND], as_of=TODAY)


def test_an_unknown_office_is_named() -> None:
    with pytest.raises(ReconcileError, match="'minister' is no office"):
        chosen_offices(["minister"])


def test_every_question_is_harmless() -> None:
    for office in OFFICES:
        check_query(f"SELECT * WHERE {{ {office.pattern('Q142')} }}")


def reviewed(rows: list[TermRow], folder: Path, name: str = "terms.csv", **verdicts: str) -> list[TermRow]:
    """The rows as a person sends them back: verdicts by first name."""
    path = folder / name
    write_term_review(path, [replace(row, verdict=verdicts.get(row.person.split()[0], "")) for row in rows])
    return read_term_review(path)


@pytest.mark.parametrize("name", ["terms.csv", "terms.jsonl"])
def test_accepted_terms_become_a_file_of_actors_that_answers(authority: Authority, tmp_path: Path, name: str) -> None:
    rows = reviewed(refreshed(authority), tmp_path, name, Mira="yes", Nina="yes", Liv="yes", Dag="no")
    adopted = adopt_terms(rows, TODAY)
    assert (adopted.terms, adopted.problems) == (3, ())
    write_actors(tmp_path / "own.csv", adopted.rows)
    officials = load_authority([known(tmp_path), tmp_path / "own.csv"]).officials
    on = {
        day: [holding.person for holding in officials.holders(NORLAND, "foreign_minister", day) if holding.is_certain]
        for day in (date(2023, 1, 1), date(2024, 3, 2), date(2025, 1, 30))
    }
    assert on == {date(2023, 1, 1): ["Mira Dahl"], date(2024, 3, 2): ["Nina Holt"], date(2025, 1, 30): ["Nina Holt"]}
    at_un = officials.holders(NORLAND, "permanent_representative", date(2024, 1, 1), ActorId("body/un"))
    assert [holding.person for holding in at_un] == ["Liv Sand"]


def test_a_refresh_after_the_terms_were_taken_over_finds_them_unchanged(authority: Authority, tmp_path: Path) -> None:
    everybody = {row.person.split()[0]: "yes" for row in refreshed(authority) if row.change != "vanished"}
    adopted = adopt_terms(reviewed(refreshed(authority), tmp_path, **everybody), TODAY)
    write_actors(tmp_path / "own.csv", adopted.rows)
    again = load_authority([known(tmp_path), tmp_path / "own.csv"])
    assert set(told(refreshed(again))) <= {"Per Lie", "Mira Dahl", "Ola Rud"}


def test_own_terms_take_the_place_of_the_same_terms_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "id,kind,name,wikidata,role,speaks_for,person,post,valid_from,valid_until,as_of\n"
        "person/colonna,Person,Catherine Colonna,Q273396,,,,,,,\n"
        "post/minister,Post,Minister for Europe and Foreign Affairs,,foreign_minister,state/FRA,,,,,\n"
        ",Tenure,,,,,person/colonna,post/minister,2022-05-20,2024-01-11,2024-02-01\n",
        "utf-8",
    )
    day, france = date(2024, 1, 20), ActorId("state/FRA")
    before = load_authority().officials.holders(france, "foreign_minister", day)
    after = load_authority([tmp_path / "own.csv"]).officials.holders(france, "foreign_minister", day)
    assert "Catherine Colonna" in {holding.person for holding in before}
    assert "Catherine Colonna" not in {holding.person for holding in after}


def test_rows_that_cannot_be_taken_are_told_and_the_others_taken(authority: Authority, tmp_path: Path) -> None:
    ministers = [*MINISTERS, held("Q990206", "Tor Moen", MINISTER, "2023-06-01", "2023-01-01")]
    rows = refreshed(authority, Tables(ministers))
    adopted = adopt_terms(reviewed(rows, tmp_path, Tor="yes", Per="yes", Nina="yes"), TODAY)
    assert adopted.terms == 1
    assert [problem.partition(": ")[2].partition(":")[0] for problem in adopted.problems] == ["Tor Moen", "Per Lie"]
    assert "say why" in adopted.problems[0]
    assert "cannot be taken out" in adopted.problems[1]


def test_a_failed_gate_is_passed_with_a_reason(authority: Authority, tmp_path: Path) -> None:
    rows = refreshed(authority, Tables([*MINISTERS, held("Q990207", "Kari Nes", MINISTER, "2024-05-01")]))
    accepted = [replace(row, verdict="yes", why="two ministers share the post since May") for row in rows if row.failed]
    assert adopt_terms(accepted, TODAY).terms == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("change,state\nadded,state/XNO\n", "the column 'role' is missing"),
        ("change,state,role,item,person,position,verdict\nadded,s,r,Q1,P,Q2,perhaps\n", "'perhaps' is no verdict"),
    ],
)
def test_a_broken_review_names_line_and_fault(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(text, "utf-8")
    with pytest.raises(ReviewFileError, match=words):
        read_term_review(tmp_path / "terms.csv")


@given(day=st.dates(date(1000, 1, 1), date(9998, 12, 31)), precision=st.sampled_from([9, 10, 11, 13]))
def test_a_day_keeps_the_precision_that_it_has(day: date, precision: int) -> None:
    kept = day_of(f"{day.isoformat()}T00:00:00Z", str(precision))
    assert day.isoformat().startswith(kept)
    assert len(kept) == {9: 4, 10: 7}.get(precision, 10)
    assert agree(kept, day.isoformat())


@pytest.mark.parametrize("value", ["", "2004-13-01T00:00:00Z", "http://www.wikidata.org/.well-known/genid/1"])
def test_what_is_no_day_is_unknown_or_only_a_year(value: str) -> None:
    assert day_of(value, "11") in ("", "2004")
