from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kg.analysis import Selection, StatementRow, StatementTable, statements_of
from kg.analysis.selection import ALL_KINDS
from kg.errors import ParameterError
from tests.query.conftest import OxigraphMemory, RdflibMemory

if TYPE_CHECKING:
    from kg.store.protocol import Store

ID = "https://w3id.org/demarche/id/"


@pytest.fixture(scope="module", params=[OxigraphMemory, RdflibMemory], ids=["oxigraph", "rdflib"])
def store(request: pytest.FixtureRequest) -> Store:
    made: Store = request.param()
    return made


def short(table: StatementTable) -> list[str]:
    return sorted({row.statement.rpartition("/")[2] for row in table})


def row_of(table: StatementTable, name: str) -> StatementRow:
    return next(row for row in table if row.statement.endswith(name))


def test_without_a_selection_the_table_holds_what_was_said_first_hand(store: Store) -> None:
    table = statements_of(store)
    assert {row.kind for row in table} == {"Statement", "Attitude"}
    assert {"a1-01", "a1-08", "a2-12", "a3-15"} <= set(short(table))
    assert {"a1-05", "a1-06", "a2-13", "a2-14"}.isdisjoint(short(table))


def test_a_row_says_who_spoke_for_whom_about_whom_and_where(store: Store) -> None:
    table = statements_of(store)
    assert row_of(table, "a1-01") == StatementRow(
        statement=f"{ID}statement/a1-01",
        day=date(2024, 3, 1),
        speaker=f"{ID}actor/person/ard-orban",
        body=f"{ID}actor/body/ard-mfa",
        principal=f"{ID}actor/state/ARD",
        state=f"{ID}actor/state/ARD",
        target=f"{ID}actor/state/KES",
        polarity="negative",
        article=f"{ID}article/a1",
        outlet=f"{ID}actor/outlet/harbour-post",
        confidence=0.9,
    )
    assert table.name(f"{ID}actor/state/KES").label == "Kestria"
    assert row_of(table, "a2-10").copies == ((f"{ID}article/a4", f"{ID}actor/outlet/harbour-post"),)


def test_a_person_rolls_up_to_the_body_and_the_state_that_the_words_bind(store: Store) -> None:
    table = statements_of(store)
    orban, ministry, diplomat = (row_of(table, name) for name in ("a1-01", "a2-17", "a1-07"))
    assert [orban.voice(level).rpartition("/")[2] for level in ("speaker", "body", "principal", "state")] == [
        "ard-orban", "ard-mfa", "ARD", "ARD",
    ]  # fmt: skip
    assert [ministry.voice(level).rpartition("/")[2] for level in ("body", "state")] == ["ard-mfa", "ARD"]
    assert diplomat.voice("state") == diplomat.speaker


def test_a_row_has_the_claims_that_are_put_forward_or_denied(store: Store) -> None:
    table = statements_of(store, Selection(kinds=ALL_KINDS))
    assert row_of(table, "a2-11").claims == ((f"{ID}claim/stalling", 1),)
    assert row_of(table, "a1-06").claims == ((f"{ID}claim/troops", -1),)
    assert row_of(table, "a2-14").claims == ()


def test_a_joint_statement_of_two_persons_binds_neither_to_the_others_state(store: Store) -> None:
    joint = [row for row in statements_of(store) if row.statement.endswith("a2-16")]
    assert [(row.speaker.rpartition("/")[2], row.body, row.state) for row in joint] == [
        ("ard-orban", None, None),
        ("kes-varga", None, None),
    ]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"since": "2024-03-04", "until": "2024-03-04"}, ["a2-09"]),
        ({"until": date(2024, 2, 28)}, ["a1-03", "a2-11"]),
        ({"kinds": ["SecondHand"], "until": "2024-03-01"}, ["a1-05"]),
        ({"least_confidence": 0.86, "until": "2024-03-01"}, ["a1-01", "a1-03", "a1-04", "a2-11"]),
        ({"least_confidence": 0.9, "since": "2024-03-02", "until": "2024-03-02"}, []),
        ({"outlets": [f"{ID}actor/outlet/harbour-post"], "since": "2024-03-05"}, ["a2-10"]),
        ({"subjects": ["sanctions"]}, []),
    ],
)
def test_a_selection_keeps_what_it_says(store: Store, asked: dict[str, Any], kept: list[str]) -> None:
    assert short(statements_of(store, Selection(**asked))) == kept


def test_copies_count_once_or_in_each_article(store: Store) -> None:
    once = [row for row in statements_of(store) if row.statement.endswith("a2-10")]
    each = [row for row in statements_of(store, Selection(copies="each")) if row.statement.endswith("a2-10")]
    assert [row.article.rpartition("/")[2] for row in once] == ["a2"]
    assert [row.article.rpartition("/")[2] for row in each] == ["a2", "a4"]
    ours = Selection(copies="each", outlets=[f"{ID}actor/outlet/harbour-post"], since="2024-03-05")
    assert [row.article.rpartition("/")[2] for row in statements_of(store, ours)] == ["a4"]


def test_choosing_in_the_store_and_from_the_whole_table_is_the_same(store: Store) -> None:
    chosen = Selection(since="2024-03-01", until="2024-03-02", least_confidence=0.6, voice="state")
    whole = statements_of(store, Selection(kinds=ALL_KINDS))
    assert chosen.apply(whole).rows == statements_of(store, chosen).rows


def test_subjects_choose_rows_that_touch_one_of_them() -> None:
    row = StatementRow(statement="s", speaker="A", article="a", subjects=("sanctions", "trade"))
    table = StatementTable.of([row, replace(row, statement="t", subjects=())])
    assert [kept.statement for kept in Selection(subjects=["trade", "aid"]).apply(table)] == ["s"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "March"}, "since takes a day like 2024-03-28"),
        ({"since": "2024-03-02", "until": "2024-03-01"}, "the period is empty"),
        ({"least_confidence": 1.2}, "between 0 and 1"),
        ({"kinds": ["Rumour"]}, "'Rumour' is not among Statement"),
        ({"kinds": "Statement"}, "'Statement' is not among"),
        ({"voice": "bloc"}, "'bloc' is not among speaker"),
        ({"outlets": "post"}, "outlets is a list"),
    ],
)
def test_a_selection_that_cannot_be_meant_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(ParameterError, match=said):
        Selection(**asked)


def test_equal_selections_are_equal_whatever_the_order_of_their_parts() -> None:
    assert Selection(kinds=["Attitude", "Statement"]) == Selection(kinds=("Statement", "Attitude"))
    assert hash(Selection(outlets=["b", "a"])) == hash(Selection(outlets=["a", "b"]))
