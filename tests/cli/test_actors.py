"""`kg actors`: what it lists, refuses and writes, on the demo."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "same-or-different.md"


@pytest.fixture
def graph(workplace: Path, tmp_path: Path) -> str:
    """A copy of the demo's graph that may be written to."""
    shutil.copytree(workplace / "demo" / "graph", tmp_path / "graph")
    return str(tmp_path / "graph")


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = ExitCode.OK) -> str:
    assert main(["actors", *arguments]) == code
    return capsys.readouterr().out


def records(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    found = json.loads(ask(capsys, *arguments, "--format", "json"))
    assert isinstance(found, list)
    return found


def shown(capsys: pytest.CaptureFixture[str], graph: str) -> list[str]:
    """Everybody in the view."""
    return [str(row["actor"]) for row in records(capsys, "list", "--graph", graph)]


def twice(capsys: pytest.CaptureFixture[str], graph: str) -> tuple[str, str]:
    """Two nodes that the rule leaves apart although they have one name."""
    found = [row for row in records(capsys, "candidates", "--graph", graph) if "+ same name" in str(row["reasons"])]
    return str(found[0]["one_actor"]), str(found[0]["other_actor"])


def judge(capsys: pytest.CaptureFixture[str], graph: str, one: str, other: str, verdict: str, by: str = "Ada") -> str:
    return ask(capsys, "judge", one, other, verdict, "--by", by, "--on", "2025-04-01", "--graph", graph).strip()


def test_list_tells_counts_days_and_whom_each_stands_for(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = records(capsys, "list", "--graph", graph, "--kind", "person")
    assert {row["kind"] for row in found} == {"Person"}
    valcourt = next(row for row in found if row["name"] == "Irena Valcourt")
    assert valcourt["states"] == "state:XAR"
    assert valcourt["stands_for"] in range(2, 9)
    assert valcourt["first"] == "2025-03-03"
    assert len(records(capsys, "list", "--graph", graph, "--limit", "3")) == 3


def test_a_person_shown_twice_is_proposed_judged_and_parted_again(
    graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = shown(capsys, graph)
    one, other = twice(capsys, graph)
    judgement = judge(capsys, graph, one, other, "same")
    assert judgement.startswith("judgement:")
    assert len(shown(capsys, graph)) == len(before) - 1
    proposed = [{row["one_actor"], row["other_actor"]} for row in records(capsys, "candidates", "--graph", graph)]
    assert {one, other} not in proposed
    ask(capsys, "undo", judgement, "--by", "Ben", "--graph", graph)
    assert shown(capsys, graph) == before
    listed = records(capsys, "ledger", "--graph", graph, "--without-rule")
    assert [(row["verdict"], row["by"], row["holds"]) for row in listed] == [
        ("same", "Ada", False),
        ("withdrawn", "Ben", False),
    ]


def test_undoing_twice_changes_nothing(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = twice(capsys, graph)
    judgement = judge(capsys, graph, one, other, "unsure")
    first = ask(capsys, "undo", judgement, "--by", "Ben", "--graph", graph)
    assert ask(capsys, "undo", judgement, "--by", "Eve", "--graph", graph) == first


def test_show_tells_all_that_is_known_of_an_actor(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    judge(capsys, graph, "Irena Valcourt", "wikidata:Q77", "same")
    found = records(capsys, "show", "Irena Valcourt", "--graph", graph)
    told = {(row["section"], row["what"]): row for row in found}
    assert told["actor", "kind"]["detail"] == "Person"
    assert told["match", "exactMatch"]["detail"] == "wikidata:Q77"
    assert told["post", "Minister of foreign affairs of Ardenia"]["count"] in range(2, 9)
    assert {"mentions", "statements by", "stands for", "judgement"} <= {str(row["section"]) for row in found}


def test_a_ledger_goes_from_one_graph_to_another(
    graph: str, workplace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = twice(capsys, graph)
    judge(capsys, graph, one, other, "same")
    file = str(tmp_path / "ledger.jsonl")
    ask(capsys, "export", "--graph", graph, "-o", file)
    shutil.copytree(workplace / "demo" / "graph", tmp_path / "second")
    second = str(tmp_path / "second")
    ask(capsys, "import", file, "--graph", second)
    assert shown(capsys, second) == shown(capsys, graph)
    assert records(capsys, "ledger", "--graph", second) == records(capsys, "ledger", "--graph", graph)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(("show", "Nobody"), ExitCode.REFUSED, "no actor is called", id="nobody"),
        pytest.param(
            ("judge", "Kestria", "Irena Valcourt", "same", "--by", "A"), ExitCode.REFUSED, "cannot be the same",
            id="a state and a person",
        ),
        pytest.param(("judge", "Kestria", "Ardenia", "maybe", "--by", "A"), ExitCode.USAGE, "maybe", id="no verdict"),
        pytest.param(("judge", "Kestria", "Ardenia", "same"), ExitCode.USAGE, "--by", id="nobody judges"),
        pytest.param(("undo", "judgement:0", "--by", "A"), ExitCode.REFUSED, "no judgement", id="no such judgement"),
        pytest.param(("import", "nowhere.jsonl"), ExitCode.REFUSED, "cannot be read", id="no file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], code: ExitCode, words: str, graph: str,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("KG_BY", raising=False)
    assert main(["actors", *arguments, "--graph", graph]) == code
    assert words in capsys.readouterr().err


def test_a_name_of_two_is_refused_with_both(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    both = twice(capsys, graph)
    name = next(row["name"] for row in records(capsys, "list", "--graph", graph) if row["actor"] == both[0])
    assert main(["actors", "show", str(name), "--graph", graph]) == ExitCode.REFUSED
    told = capsys.readouterr().err
    assert all(actor in told for actor in both)


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_every_list_has_every_form(form: str, graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("list", "candidates", "ledger"):
        assert "Fournay" in ask(capsys, command, "--graph", graph, "--format", form)


def test_the_guide_can_be_followed(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = shown(capsys, graph)
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(lines) == 6
    for line in lines:
        arguments = shlex.split(line.replace("demo/graph", graph))[1:]
        assert main(arguments) == ExitCode.OK, (line, capsys.readouterr().err)
    capsys.readouterr()
    assert shown(capsys, graph) == before
