"""From articles to answers, as a user goes: build, ask, build again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import kg
from kg.articles import read_sources
from kg.build import build_graph
from kg.build.pipeline import Pipeline
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.model import Article
from kg.resources import resource
from tests.integration.shared_data import NEWS, needs_news

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = resource("examples")
ARTICLES = EXAMPLES / "articles"
ACTORS = EXAMPLES / "actors.csv"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(actor_files=(ACTORS,))


@pytest.fixture(scope="module")
def built(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    build_graph([ARTICLES], folder, pipeline=pipeline)
    return folder


def sorted_quads(folder: Path) -> list[str]:
    out = folder.parent / f"{folder.name}.nq"
    with kg.open(folder) as graph:
        graph.export("nquads", out)
    return sorted(out.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    "at_once", [pytest.param(3, id="some at once"), pytest.param(1, id="one by one", marks=pytest.mark.slow)]
)
def test_articles_in_another_order_and_in_several_builds_give_the_same_graph(
    at_once: int, built: Path, pipeline: Pipeline, tmp_path: Path
) -> None:
    other = tmp_path / "graph"
    sources = sorted((path for path in ARTICLES.iterdir() if not path.name.endswith(".meta.json")), reverse=True)
    for start in range(0, len(sources), at_once):
        build_graph(sources[start : start + at_once], other, pipeline=pipeline)
    assert len(sources) > 2 * at_once
    assert sorted_quads(other) == sorted_quads(built)


def test_building_again_changes_nothing(built: Path, pipeline: Pipeline) -> None:
    before = sorted_quads(built)
    report = build_graph([ARTICLES], built, pipeline=pipeline)
    assert report.added == 0
    assert sorted_quads(built) == before


def test_extract_and_graph_tell_the_same_statements(built: Path, pipeline: Pipeline) -> None:
    read = [pipeline.read_article(found) for found in read_sources([ARTICLES]) if isinstance(found, Article)]
    extracted = {statement.id for one in read for statement in one.facts.statements}
    with kg.open(built) as graph:
        rows = graph.sparql(
            "PREFIX : <https://w3id.org/demarche/ns#> SELECT DISTINCT ?s WHERE { GRAPH ?run { ?s :content ?words } }"
        )
        stored = {str(row["s"]).rsplit("/", 1)[1] for row in rows.to_records()}
    assert extracted == stored


def test_every_span_of_the_examples_cuts_words_of_its_article(pipeline: Pipeline) -> None:
    for found in read_sources([ARTICLES]):
        assert isinstance(found, Article)
        for attribution in pipeline.read_article(found).attributions:
            for span in (*attribution.source, *attribution.cue, *attribution.content):
                assert found.cut(span).strip()


def test_bad_inputs_are_named_and_everything_else_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "latin.txt").write_bytes("Café talks\n\nThe envoy said the caf\xe9 was closed.".encode("latin-1"))
    (tmp_path / "bomb.html").write_text(
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>'
    )
    sentence = "The envoy said that the talks would resume. "
    (tmp_path / "long.txt").write_text("Talks\n\n" + sentence * (5_000_000 // len(sentence)))
    (tmp_path / "lines.jsonl").write_text(
        '{"id": "good", "title": "Dam", "text": "Kestria said the dam was safe.", "date": "2025-03-03"}\n'
        '{"id": "bad", \n'
    )
    monkeypatch.chdir(tmp_path)
    code = main(["build", ".", "--graph", "graph"])
    told = capfd.readouterr().err
    assert code == ExitCode.SOME_FAILED, told
    for name in ("empty.txt", "binary.txt", "latin.txt", "bomb.html", "long.txt, line 3", "lines.jsonl, line 2"):
        assert name in told
    assert "Traceback" not in told
    with kg.open(tmp_path / "graph") as graph:
        words = graph.sparql("SELECT ?words WHERE { ?s <https://w3id.org/demarche/ns#content> ?words }").to_records()
    assert [str(row["words"]) for row in words] == ["the dam was safe"]


@pytest.mark.slow
def test_a_killed_build_ends_in_the_same_graph_when_it_is_run_again(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    command = [sys.executable, "-m", "kg", "build", str(ARTICLES), "--actors", str(ACTORS), "--graph", str(folder)]
    for delay in (1.2, 1.8, 2.4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert sorted_quads(folder) == sorted_quads(built)


def test_the_demo_graph_keeps_to_its_budget_of_quads(built: Path) -> None:
    lines = sorted_quads(built)
    kinds = ("Statement", "Attitude", "SecondHand", "NonAssertion")
    types = [f"22-rdf-syntax-ns#type> <https://w3id.org/demarche/ns#{kind}>" for kind in kinds]
    record = [
        line for line in lines if any(f"id/graph/{g}/" in line for g in ("article", "extraction", "run", "judgement"))
    ]
    statements = sum("graph/extraction/" in line and any(t in line for t in types) for line in record)
    assert len(record) <= 30 * statements
    assert sum("id/graph/view>" in line for line in lines) <= 10 * statements


def test_extract_gives_one_object_an_article_and_goes_on_after_a_broken_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        '{"id": "a", "text": "Ardenia said the dam was safe."}\n{"id": "b"\n'
        '{"id": "c", "text": "Oressa said it would wait."}\n'
    )
    # In a process of its own: nothing else may get onto standard output.
    command = [sys.executable, "-m", "kg", "extract", "in.jsonl"]
    result = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=120, check=False)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 4
    assert [bool(record["error"]) for record in records] == [False, True, False]
    assert records[0]["statements"][0]["speaker"] == "Ardenia"


def test_an_export_to_a_file_leaves_nothing_half_written(built: Path, tmp_path: Path) -> None:
    with kg.open(built) as graph:
        graph.export("gexf", tmp_path / "network.gexf")
    assert [path.name for path in tmp_path.iterdir()] == ["network.gexf"]


@pytest.mark.slow
@needs_news
def test_every_licensed_article_is_stored(pipeline: Pipeline, tmp_path: Path) -> None:
    report = build_graph([NEWS], tmp_path / "graph", pipeline=pipeline)
    assert report.refusals == ()
    assert report.added == len(NEWS.read_text("utf-8").splitlines())
