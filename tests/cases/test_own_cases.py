"""Every extractor on every case: no wrong fact anywhere, and everything found but what is known to fail."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.cases.form import Case, load_cases
from tests.cases.telling import judge

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from tests.cases.checking import Verdict

EXTRACTORS: Final = ("rules", "reader")
KNOWN_FAILURES: Final[dict[str, dict[str, str]]] = json.loads(
    (Path(__file__).parent / "known_failures.json").read_text("utf-8")
)
"""Extractor -> id of a case -> why it does not find everything, in a few words."""
KNOWN_WRONG_FACTS: Final[dict[str, dict[str, str]]] = json.loads(
    (Path(__file__).parent / "known_wrong_facts.json").read_text("utf-8")
)
"""Extractor -> id of a case -> what it wrongly tells. The rules tell nothing wrong and are to stay so."""

CASES: Final = load_cases()


@cache
def verdict_on(case_id: str, extractor: str) -> Verdict:
    """Each case is read once, by whichever test comes first."""
    return judge(next(case for case in CASES if case.id == case_id), extractor)


def runs(*, excuse: bool) -> list[ParameterSet]:
    """Each extractor with each case. What is known to fail is expected to: with `excuse` misses, else wrong facts."""
    return [
        pytest.param(
            case,
            extractor,
            id=f"{extractor}-{case.id}",
            marks=_marks(case, extractor, KNOWN_FAILURES if excuse else KNOWN_WRONG_FACTS),
        )
        for extractor in EXTRACTORS
        for case in CASES
    ]


def _marks(case: Case, extractor: str, known: dict[str, dict[str, str]]) -> tuple[pytest.MarkDecorator, ...]:
    reason = known.get(extractor, {}).get(case.id)
    return () if reason is None else (pytest.mark.xfail(reason=reason, strict=True),)


@pytest.mark.parametrize(("case", "extractor"), runs(excuse=False))
def test_no_wrong_fact_comes_out(case: Case, extractor: str) -> None:
    assert verdict_on(case.id, extractor).wrong_facts == ()


@pytest.mark.parametrize(("case", "extractor"), runs(excuse=True))
def test_every_attribution_is_found_and_little_else(case: Case, extractor: str) -> None:
    verdict = verdict_on(case.id, extractor)
    assert verdict.missing == ()
    assert len(verdict.extra) <= verdict.extra_allowed, verdict.extra


def test_known_failures_name_cases_and_extractors_that_exist() -> None:
    assert set(KNOWN_FAILURES) <= set(EXTRACTORS)
    assert {name for known in KNOWN_FAILURES.values() for name in known} <= {case.id for case in CASES}
