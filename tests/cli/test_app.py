"""The command as a whole: start, help, errors and exit codes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "demo",
    "build",
    "query",
    "queries",
    "show",
    "actors",
    "claims",
    "corrections",
    "stats",
    "network",
    "export",
    "extract",
    "evaluate",
    "validate",
    "doctor",
)
HEAVY = ("spacy", "rdflib", "networkx", "pyoxigraph", "lxml", "trafilatura", "pyshacl", "SPARQLWrapper", "pandas")


def imported(*arguments: str) -> set[str]:
    """Top-level modules that a fresh process has loaded after running Python code."""
    code = (
        f"import sys; {arguments[0]}; print(*sorted({{name.split('.')[0] for name in sys.modules}}), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ended.stderr.split())


@pytest.mark.parametrize(
    "code", ["import kg", "from kg.cli import main; main(['--help'])"], ids=["import kg", "kg --help"]
)
def test_starting_loads_nothing_heavy(code: str) -> None:
    assert not imported(code) & set(HEAVY)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == ExitCode.OK
    shown = capsys.readouterr().out
    assert f"Example: kg {command}" in shown


def test_help_lists_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == ExitCode.OK
    shown = capsys.readouterr().out
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert "Exit codes" in shown
    assert "..." not in shown.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nonsense"], ExitCode.USAGE, "No such command"),
        (["build"], ExitCode.USAGE, "Missing option"),
        (["build", "--graph", "new"], ExitCode.USAGE, "--annotations"),
        (["extract"], ExitCode.USAGE, "--annotations"),
        (["extract", "--annotations", "a.jsonl", "--annotation-format", "stone"], ExitCode.REFUSED, "brat"),
        (["build", "a.txt"], ExitCode.USAGE, "--graph"),
        (["queries", "no-such-query"], ExitCode.REFUSED, "no query is called"),
        (["query", "who-about-whom"], ExitCode.REFUSED, "--graph DIR"),
        (["query", "who-about-whom", "--graph", "nowhere"], ExitCode.REFUSED, "nowhere"),
        (["query", "gone.rq", "--graph", "nowhere"], ExitCode.REFUSED, "gone.rq"),
        (["query", "who-about-whom", "--graph", "nowhere", "stray"], ExitCode.REFUSED, "stray"),
        (["stats", "--graph", "nowhere"], ExitCode.REFUSED, "nowhere"),
        (["export", "--graph", "nowhere", "--format", "nquads"], ExitCode.REFUSED, "nowhere"),
        (["show", "statement:x", "--graph", "nowhere"], ExitCode.REFUSED, "nowhere"),
        (["validate", "--graph", "nowhere"], ExitCode.REFUSED, "nowhere"),
        (["evaluate"], ExitCode.USAGE, "Missing argument"),
        (["evaluate", "gone.jsonl", "--errors", "list.pdf"], ExitCode.USAGE, ".html, .md, .csv, .jsonl"),
        (["evaluate", "gone.jsonl", "--extractor", "rules", "--predictions", "p.jsonl"], ExitCode.USAGE, "not both"),
        (["evaluate", "gone.jsonl", "--format", "stone"], ExitCode.REFUSED, "jsonl, brat"),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(
    arguments: list[str],
    code: ExitCode,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.startswith("kg: ")
    assert words in caught.err
    assert caught.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_stops_early_ends_the_program_quietly() -> None:
    code = "import sys; from kg.cli import main; sys.argv = ['kg', 'queries', '--format', 'json']; sys.exit(main())"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
