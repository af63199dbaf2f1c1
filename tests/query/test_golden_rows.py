"""Every question gives the rows that a reader of the corpus expects, whichever engine answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.query import catalogue, find_query, run_query
from tests.query.golden import as_lines, read_cases

if TYPE_CHECKING:
    from kg.store.protocol import Store
    from tests.query.golden import Case

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rows_are_those_written_by_hand(engine: Store, case: Case) -> None:
    assert as_lines(run_query(engine, case.query, **case.given)) == case.rows


def test_every_question_has_a_golden_case() -> None:
    asked = {find_query(case.query).name for case in CASES}
    assert {query.name for query in catalogue() if query.kind != "hygiene"} == asked
