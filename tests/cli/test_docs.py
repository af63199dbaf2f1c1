"""What README and documentation say is true: every command exists, every example runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode
from tests.cli.test_app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = sorted([README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
NEEDS_MORE = ("--endpoint", "case $?")
"""Examples with a server or a shell around them: other tests run these."""


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def console_commands() -> list[tuple[str, str]]:
    lines = [(page.name, line) for page in PAGES for block in blocks(page, "console") for line in block.splitlines()]
    commands = [
        (name, line.removeprefix("$ ").partition("   #")[0]) for name, line in lines if line.startswith("$ kg ")
    ]
    return [(name, line) for name, line in commands if not any(mark in line for mark in NEEDS_MORE)]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`kg {command}" in (ROOT / "docs" / "index.md").read_text("utf-8")


@pytest.mark.parametrize(("page", "line"), console_commands())
def test_every_command_line_in_the_documentation_runs(
    page: str, line: str, there: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = line.split(" > ")[0].split(" | ")[0]
    assert main(shlex.split(command)[1:]) == ExitCode.OK, capfd.readouterr().err
    caught = capfd.readouterr()
    assert caught.out or " -o " in line or " build " in line


def test_the_question_of_the_readme_has_answers(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (question,) = blocks(README, "sparql")
    (there / "question.rq").write_text(question, "utf-8")
    assert len([line for line in question.splitlines() if not line.startswith("PREFIX")]) <= 8
    assert main(["query", "question.rq", "--graph", "demo/graph", "--format", "csv"]) == ExitCode.OK
    shown = capsys.readouterr().out
    assert shown.startswith("day,who,words,article\n2025-03-")
    assert "Lidia Marek" in shown


def test_the_python_of_the_readme_runs(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks(README, "python")
    namespace: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), namespace)
    shown = capsys.readouterr().out
    assert "Kestria" in shown
    assert "passage" in shown


def test_the_rows_of_a_question_are_cut_as_the_guide_to_confidence_says(there: Path) -> None:
    (code,) = [block for block in blocks(ROOT / "docs" / "how-to" / "confidence.md", "python") if "Selection(" in block]
    namespace: dict[str, list[object]] = {}
    exec(compile(code, "confidence.md", "exec"), namespace)
    assert 0 < len(namespace["rows"]) < 90


def test_the_picture_of_the_readme_is_the_demos(there: Path) -> None:
    import kg
    from kg.export.picture import draw

    with kg.open(there / "demo" / "graph") as graph:
        drawn = draw(graph.network()).svg + "\n"
    # Run tools/draw_readme.py after a change to the articles, the rules or the drawing.
    assert (ROOT / "docs" / "images" / "network.svg").read_text("utf-8") == drawn


def test_the_card_in_the_documentation_is_a_real_one(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = ROOT / "docs" / "how-to" / "evidence-of-a-row.md"
    (card,) = blocks(page, "text")
    statement = card.strip().rpartition(" ")[2]
    assert main(["show", statement, "--graph", "demo/graph"]) == ExitCode.OK
    shown = capsys.readouterr().out.splitlines()
    # Scores follow the measured quality of the rules and may change with them.
    kept = [line for line in card.splitlines() if not line.startswith(("confidence", "speaker found by"))]
    assert [line for line in kept if line not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))  # code is no link, however it looks
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", prose)
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []


def test_exit_codes_are_documented_as_they_are() -> None:
    table = (ROOT / "docs" / "how-to" / "exit-codes.md").read_text("utf-8")
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    assert documented == {code.value for code in ExitCode}
