"""What people get wrong most often, and what they are told: where, and what to do. Needs the demo."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["query", "votes", "--graph", "demo"], ExitCode.REFUSED, "did you mean demo/graph?"),
        (["query", "votes", "--graph", "demo/network.html"], ExitCode.REFUSED, "it is a file"),
        (["build", "articles", "--graph", "demo/network.html"], ExitCode.REFUSED, "is a file"),
        (["query", "gone.rq", "--graph", "demo/graph"], ExitCode.REFUSED, "No such file"),
        (["show", "Viktor Drumm", "--graph", "demo/graph"], ExitCode.REFUSED, 'kg actors show "Viktor Drumm"'),
        (["show", "state:XKE", "--graph", "demo/graph"], ExitCode.REFUSED, 'kg actors show "state:XKE"'),
        (["show", "statement:12", "--graph", "demo/graph"], ExitCode.REFUSED, "kg query who-about-whom"),
        (["query", "cut.rq", "--graph", "demo/graph"], ExitCode.REFUSED, "line 2, column 7"),
        (
            ["actors", "judge", "a", "b", "same", "--by", "Ada", "--on", "1.4.2025"],
            ExitCode.USAGE,
            "no day like 2025-04-01",
        ),
        (["export", "gexff", "--graph", "demo/graph"], ExitCode.REFUSED, "did you mean gexf?"),
        (["export", "gexf", "--graph", "demo/graph", "-o", "new/a.gexf"], ExitCode.REFUSED, "no folder new"),
        (["build", "articles", "--graph", "new", "--actors", "gone.csv"], ExitCode.USAGE, "'gone.csv' does not exist"),
        (["build", "articles", "--graph", "new", "--cues", "gone.csv"], ExitCode.USAGE, "'gone.csv' does not exist"),
        (["actors", "list"], ExitCode.USAGE, "see kg actors list --help"),
        (["network", "whoabout", "--graph", "demo/graph"], ExitCode.USAGE, "'KIND': 'whoabout' is not one of"),
        (
            ["network", "--graph", "demo/graph", "--draws", "0", "--explain", "Ardenia", "Nobody"],
            ExitCode.REFUSED,
            "kg network --show actors",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_answered_with_what_to_do(
    arguments: list[str], code: ExitCode, words: str, there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (there / "cut.rq").write_text("SELECT ?s {\n?s ?p ", "utf-8")
    assert main(arguments) == code
    caught = capsys.readouterr()
    assert words in caught.err
    assert caught.out == ""
    assert len(caught.err) < 700
    assert not (there / "new").exists()


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_an_empty_answer_says_what_was_asked_for_and_which_days_there_are(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["query", "who-about-whom", "--graph", "demo/graph", "--from", "2099-01-01", "--format", form]
    assert main(asked) == ExitCode.OK
    caught = capsys.readouterr()
    assert "no rows" in caught.err
    assert "--from" in caught.err
    assert "2025-03-03 to 2025-03-21" in caught.err
    assert caught.out.count("\n") == (form == "csv")


@pytest.mark.usefixtures("there")
def test_a_list_of_nothing_is_no_empty_frame(capsys: pytest.CaptureFixture[str]) -> None:
    listed = ["actors", "list", "--graph", "demo/graph", "--name", "nobody at all", "--format", "table"]
    assert main(listed) == ExitCode.OK
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "no rows" in caught.err


@pytest.mark.usefixtures("there")
def test_days_are_called_the_same_for_questions_and_networks(capsys: pytest.CaptureFixture[str]) -> None:
    answers = []
    for first, last in (("--from", "--to"), ("--since", "--until")):
        asked = ["query", "who-about-whom", "--graph", "demo/graph", first, "2025-03-05", last, "2025-03-07"]
        assert main(asked) == ExitCode.OK
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1] != ""
    assert main(
        ["query", "who-about-whom", "--graph", "demo/graph", "--from", "2025-03-05", "--since", "2025-03-05"]
    ) == (ExitCode.REFUSED)
    assert "a second time" in capsys.readouterr().err


@pytest.mark.usefixtures("there")
def test_a_parameter_given_again_means_any_of_them_where_that_makes_sense(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["query", "who-about-whom", "--graph", "demo/graph"]
    rows = []
    for about in (["Kestria"], ["Brenmar"], ["Kestria", "Brenmar"]):
        assert main([*asked, *(part for name in about for part in ("--about", name))]) == ExitCode.OK
        rows.append(set(capsys.readouterr().out.splitlines()))
    assert rows[2] == rows[0] | rows[1] != rows[0]
    assert main([*asked, "--from", "2025-03-01", "--from", "2025-03-02"]) == ExitCode.REFUSED
    assert "takes one date" in capsys.readouterr().err


@pytest.mark.usefixtures("there")
def test_the_evidence_of_a_row_can_be_asked_for_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["query", "who-about-whom", "--graph", "demo/graph", "--about", "Kestria"]
    assert main(asked) == ExitCode.OK
    second = json.loads(capsys.readouterr().out.splitlines()[1])
    assert main([*asked, "--show", "2"]) == ExitCode.OK
    by_number = capsys.readouterr().out
    assert main(["show", second["statement"], "--graph", "demo/graph"]) == ExitCode.OK
    assert capsys.readouterr().out == by_number
    for wrong, words in ((["--show", "9999"], "the answer has"), (["--limit", "1", "--show", "2"], "has 1 rows")):
        assert main([*asked, *wrong]) == ExitCode.REFUSED
        assert words in capsys.readouterr().err
    assert main(["query", "cue-choice", "--graph", "demo/graph", "--show", "1"]) == ExitCode.REFUSED
    assert "no column `statement`" in capsys.readouterr().err


@pytest.mark.usefixtures("there")
def test_the_graph_of_a_session_can_be_named_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_GRAPH", "demo/graph")
    assert main(["query", "votes", "--limit", "1"]) == ExitCode.OK
    assert main(["stats"]) == ExitCode.OK
    assert main(["stats", "--graph", "elsewhere"]) == ExitCode.REFUSED
    assert "elsewhere" in capsys.readouterr().err


def test_a_build_of_nothing_does_not_say_to_ask_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "gone", "--graph", "new"]) == ExitCode.SOME_FAILED
    assert "next:" not in capsys.readouterr().err


def test_an_article_of_a_day_to_come_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    days = [date.today() + timedelta(days=400), date.today()]
    lines = [
        json.dumps({"title": f"Of {day}", "text": "Norland said it would talk.", "published": str(day)}) for day in days
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["build", "wire.jsonl", "--graph", "new"]) == ExitCode.OK
    told = capsys.readouterr().err
    assert f"Of {days[0]}: published on {days[0]}" in told
    assert f"Of {days[1]}:" not in told
