"""`kg claims`: what it lists, proposes and writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.cli import main
from kg.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = ExitCode.OK) -> str:
    assert main(["claims", *arguments]) == code
    return capsys.readouterr().out


def records(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    found = json.loads(ask(capsys, *arguments, "--format", "json"))
    assert isinstance(found, list)
    return found


def test_list_shows_shared_claims_with_who_voices_them(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = records(capsys, "list", "--shared", "--graph", str(graph))
    assert (row["voices"], row["articles"], row["who"]) == (2, 2, "Norland, Valdoria")
    assert row["text"] == "Norland vetoed the fishing pact with Valdoria"
    assert len(records(capsys, "list", "--text", "railway", "--graph", str(graph))) == 1


def test_show_lists_the_statements_of_a_claim(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = records(capsys, "list", "--shared", "--graph", str(graph))
    shown = records(capsys, "show", str(row["claim"]), "--graph", str(graph))
    assert {one["who"] for one in shown} == {"Norland", "Valdoria"}


def test_a_link_is_proposed_kept_judged_and_taken_back(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--graph", str(graph))
    (row,) = records(capsys, "candidates", "--relation", "contradicts", "--keep", *at)
    ends = str(row["first_claim"]), str(row["second_claim"])
    judgement = ask(capsys, "judge", *ends, "contradicts", "accepted", "--by", "Ada", "--on", "2025-04-01", *at).strip()
    assert judgement.startswith("claimjudgement:")
    assert records(capsys, "candidates", "--relation", "contradicts", *at) == []
    ask(capsys, "undo", judgement, "--by", "Ben", "--on", "2025-04-02", *at)
    assert [(one["verdict"], one["holds"]) for one in records(capsys, "ledger", *at)] == [
        ("accepted", False),
        ("withdrawn", False),
    ]
    assert len(records(capsys, "candidates", "--relation", "contradicts", *at)) == 1


def test_without_vectors_there_are_no_more_candidates(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_words = records(capsys, "candidates", "--by-words", "--graph", str(graph))
    by_meaning = records(capsys, "candidates", "--graph", str(graph))
    assert 0 < len(by_words) <= len(by_meaning)


def test_a_briefing_that_two_outlets_report_is_listed(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = records(capsys, "communications", "--graph", str(graph))
    assert row["who"] == "Ada Lindqvist"


def test_an_unknown_claim_ends_with_a_sentence(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "show", "claim:ffff", "--graph", str(graph)]) == ExitCode.REFUSED
    assert "kg claims list" in capsys.readouterr().err
