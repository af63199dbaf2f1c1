"""The checker passes right answers, and nothing that says too little or too much."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cases.checking import check_case
from tests.cases.form import Case, Wanted, load_cases
from tests.cases.matching import keys_of

CASES = load_cases()
TALKING = tuple(case for case in CASES if case.required)


def right_answer(case: Case, *, with_optional: bool = False) -> dict[str, Any]:
    wanted = case.wanted if with_optional else case.required
    return {
        "statements": [record_of(case, one) for one in wanted],
        "entities": [{"id": name, "names": [name]} for name in case.entities],
        "error": None,
    }


def record_of(case: Case, wanted: Wanted) -> dict[str, Any]:
    text = case.article.text
    return {
        "speaker": wanted.speaker,
        "content": list(wanted.content),
        "about": list(wanted.about),
        "stance": wanted.stance,
        "said_on": wanted.said_on[0],
        "directness": wanted.directness,
        "kind": wanted.kind or "Statement",
        "negated_report": wanted.negated_report,
        "on_behalf_of": wanted.on_behalf_of,
        "spans": [[text.find(piece), text.find(piece) + len(piece)] for piece in wanted.content if piece in text],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_right_answer_passes_strictly(case: Case) -> None:
    verdict = check_case(case, right_answer(case))
    assert verdict.passes_strictly, verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_may_be_found_breaks_nothing(case: Case) -> None:
    verdict = check_case(case, right_answer(case, with_optional=True))
    assert verdict.passes, verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_other_quotation_marks_and_spaces_pass_too(case: Case) -> None:
    record = right_answer(case)
    for one in record["statements"]:
        one["content"] = ["\n “" + "  ".join(one["content"]).replace("“", '"').replace("’", "'") + "”"]
    assert check_case(case, record).passes


@pytest.mark.parametrize("case", TALKING, ids=lambda case: case.id)
def test_silence_does_not_pass(case: Case) -> None:
    assert not check_case(case, {"statements": []}).passes


@pytest.mark.parametrize("case", TALKING, ids=lambda case: case.id)
def test_the_words_of_somebody_who_says_nothing_do_not_pass(case: Case) -> None:
    right = frozenset(key for wanted in case.wanted for key in keys_of(case, wanted.speaker))
    silent = [name for name in case.entities if not keys_of(case, name) & right]
    record = right_answer(case)
    for one in record["statements"]:
        one["speaker"] = silent[0] if silent else "Nobody At All"
    assert not check_case(case, record).passes


def test_the_whole_text_ascribed_to_everybody_passes_only_where_one_quotation_is_nearly_all_of_it() -> None:
    passing = []
    for case in TALKING:
        greedy = [{"speaker": name, "content": [case.article.text]} for name in case.entities]
        if check_case(case, {"statements": greedy}).passes:
            passing.append(case.id)
    assert len(passing) <= 0.03 * len(TALKING), passing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_forbidden_content_is_a_wrong_fact_whoever_says_it(case: Case) -> None:
    for forbidden in case.forbidden:
        if forbidden.content and not forbidden.speaker:
            record = {"statements": [{"speaker": "X", "content": [forbidden.content]}]}
            assert check_case(case, record).wrong_facts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_is_only_held_reported_or_denied_is_a_wrong_fact_when_told_as_a_statement(case: Case) -> None:
    for wanted in case.wanted:
        if wanted.kind not in (None, "Statement"):
            asserted = {**record_of(case, wanted), "kind": "Statement", "negated_report": False}
            assert check_case(case, {"statements": [asserted]}).wrong_facts


def test_one_statement_may_come_out_in_several_pieces() -> None:
    case = next(case for case in CASES if case.id.startswith("a001"))
    record = right_answer(case)
    first, *rest = record["statements"]
    pieces = [{**first, "content": [piece], "spans": []} for piece in first["content"]]
    assert check_case(case, {"statements": [*pieces, *rest]}).passes


def test_an_error_and_a_wrong_span_are_wrong_facts() -> None:
    case = TALKING[0]
    record = right_answer(case)
    assert check_case(case, {**record, "error": "unreadable"}).wrong_facts
    record["statements"][0]["spans"] = [[5, 2]]
    assert check_case(case, record).wrong_facts


def test_a_statement_of_the_headline_alone_is_no_extra() -> None:
    case = TALKING[0]
    record = right_answer(case)
    record["statements"].append({"speaker": "X", "content": ["entirely other words"], "from_headline": True})
    assert not check_case(case, record).extra


def test_wanted_words_given_to_somebody_else_are_misattributed() -> None:
    case = next(case for case in CASES if case.id.startswith("a036"))
    record = right_answer(case)
    record["statements"][-1]["speaker"] = record["statements"][0]["speaker"]
    verdict = check_case(case, record)
    assert len(verdict.missing) == len(verdict.misattributed) == 1
