"""`kg extract` and `kg build` with annotations made elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import kg
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = resource("examples/annotations")


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", ["ferries.jsonl", "brat", "table", "citron"])
def test_extract_reads_the_texts_of_the_annotations(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--annotations", str(EXAMPLES / name)]) == ExitCode.OK
    (record,) = lines(capsys)
    statements = record["statements"]
    assert isinstance(statements, list)
    assert [(one["speaker"], one["content"], one["negated_report"]) for one in statements] == [
        ("Ilse Harrow", ["the night ferries would stop"], False),
        ("Ilse Harrow", ["We waited a year"], False),
        ("Valdoria", ["it had closed the channel"], True),
    ]


def test_articles_that_are_given_take_the_place_of_the_texts(capsys: pytest.CaptureFixture[str]) -> None:
    gkg, article = str(EXAMPLES / "gkg"), str(EXAMPLES / "brat" / "ferries.txt")
    assert main(["extract", article, "--annotations", gkg, "--annotation-format", "gkg"]) == ExitCode.OK
    (record,) = lines(capsys)
    statements = record["statements"]
    assert isinstance(statements, list)
    assert [(one["speaker"], one["content"], one["directness"]) for one in statements] == [
        (None, ["We waited a year"], "direct")
    ]


def test_what_cannot_be_read_is_told_and_the_rest_is_extracted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{broken\n" + (EXAMPLES / "ferries.jsonl").read_text("utf-8"), "utf-8")
    assert main(["extract", "--annotations", str(path)]) == ExitCode.SOME_FAILED
    broken, record = lines(capsys)
    assert "not valid JSON" in str(broken["error"])
    assert record["error"] is None
    assert main(["extract", "--annotations", str(tmp_path / "gone")]) == ExitCode.SOME_FAILED


def test_an_article_without_annotations_is_no_article_without_statements(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Torr said the gates are open. He left.", "utf-8")
    arguments = ["extract", str(other), "--annotations", str(EXAMPLES / "brat")]
    assert main(arguments) == ExitCode.SOME_FAILED
    (record,) = lines(capsys)
    assert "there are no annotations of this article" in str(record["error"])


def test_build_puts_them_into_a_graph_once_and_names_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = tmp_path / "graph"
    arguments = ["build", "--annotations", str(EXAMPLES / "brat"), "--graph", str(graph)]
    assert main(arguments) == ExitCode.OK
    assert "articles: 1 added; 3 statements" in capsys.readouterr().err
    assert main(arguments) == ExitCode.OK
    assert "1 already there" in capsys.readouterr().err
    assert main(["validate", "--graph", str(graph)]) == ExitCode.OK
    capsys.readouterr()
    with kg.open(graph) as opened:
        rows = opened.sparql("SELECT ?n WHERE { GRAPH ?g { ?run <https://w3id.org/demarche/ns#extractor> ?n } }")
        assert [str(row[0]) for row in rows] == ["annotations"]


def test_a_new_state_of_the_annotations_replaces_the_old_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, graph = tmp_path / "ferries.jsonl", tmp_path / "graph"
    record = json.loads((EXAMPLES / "ferries.jsonl").read_text("utf-8"))
    for wanted in (3, 1):
        path.write_text(json.dumps(record | {"attributions": record["attributions"][:wanted]}), "utf-8")
        assert main(["build", "--annotations", str(path), "--graph", str(graph)]) == ExitCode.OK
        assert f"{wanted} statements" in capsys.readouterr().err
    assert main(["query", "outlets/cue-choice", "--graph", str(graph), "--format", "jsonl"]) == ExitCode.OK
    assert "told" not in capsys.readouterr().out
