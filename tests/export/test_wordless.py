"""With `--no-text` no form holds what articles say, and everything else is as it was."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.export import exporter_names, load_exporter, without_words
from kg.query import run_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import EmbeddedStore

ROOT = Path(__file__).resolve().parents[2]
FORMS = [name for name in exporter_names() if name != "parquet" or find_spec("pyarrow")]
UNTITLED = '{"text": "Zoltan Brask, the foreign minister, said on Monday that \\"Brenmar has broken the truce\\"."}\n'


@pytest.fixture(scope="module")
def wordless(read_graph: EmbeddedStore) -> Iterator[EmbeddedStore]:
    with without_words(read_graph) as opened:
        yield opened


@pytest.fixture(scope="module")
def said(read_graph: EmbeddedStore) -> list[str]:
    """Runs of five words of every content that stand in no name and no title."""
    query = "SELECT DISTINCT ?words WHERE { ?s <https://w3id.org/demarche/ns#content> ?words } ORDER BY ?words"
    words = [str(row["words"]).split() for row in run_query(read_graph, query).to_records()]
    names = "\n".join(
        quad.object.value
        for quad in read_graph.quads
        if isinstance(quad.object, ox.Literal)
        and str(quad.predicate).endswith(("#label>", "#altLabel>", "#denotesTopic>"))
        and not re.search("/id/(?:statement|claim)/", str(quad.subject))
        and "Zoltan Brask," not in quad.object.value
    )
    runs = {" ".join(each[place : place + 5]) for each in words for place in range(len(each) - 4)}
    return sorted(run for run in runs if run not in names)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_holds_the_words_of_an_article(form: str, wordless: EmbeddedStore, said: list[str]) -> None:
    assert len(said) > 100
    text = readable(b"".join(load_exporter(form).chunks(wordless)))
    assert not [run for run in said if run in text]
    assert "said on Monday that" not in text


def readable(data: bytes) -> str:
    """What somebody who opens the file can read: of an archive, its members."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(map(archive.read, archive.namelist()))
    return data.decode("utf-8", errors="replace")


@pytest.mark.parametrize(("form", "runs"), [("turtle", 100), ("dna-database", 30), ("dna-r", 30)])
def test_the_test_would_find_them(form: str, runs: int, read_graph: EmbeddedStore, said: list[str]) -> None:
    text = readable(b"".join(load_exporter(form).chunks(read_graph)))
    assert len([run for run in said if run in text]) > runs
    assert "said on Monday that" in text


def test_as_many_quads_rows_and_ties_are_left(read_graph: EmbeddedStore, wordless: EmbeddedStore) -> None:
    for name in ("networks/said-about", "networks/statements", "networks/principals"):
        assert run_query(wordless, name) == run_query(read_graph, name)
    assert {(q.subject, q.predicate, q.graph_name) for q in wordless.quads} == {
        (q.subject, q.predicate, q.graph_name) for q in read_graph.quads
    }


def test_titles_stay(read_graph: EmbeddedStore, wordless: EmbeddedStore) -> None:
    text = b"".join(load_exporter("turtle").chunks(wordless)).decode()
    assert "Kestria rejects Ardenian charges over Tarrow Dam" in text


def test_the_command_leaves_words_out(read_graph: EmbeddedStore, tmp_path: Path) -> None:
    folder = str(read_graph.folder.path)
    assert main(["export", "turtle", "--graph", folder, "--no-text", "-o", str(tmp_path / "a")]) == ExitCode.OK
    assert main(["export", "--format", "turtle", "--graph", folder, "-o", str(tmp_path / "b")]) == ExitCode.OK
    assert "said on Monday that" not in (tmp_path / "a").read_text(encoding="utf-8")
    assert "said on Monday that" in (tmp_path / "b").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [[], ["gexf", "--format", "dot"]])
def test_the_command_wants_one_form(arguments: list[str], read_graph: EmbeddedStore) -> None:
    assert main(["export", *arguments, "--graph", str(read_graph.folder.path)]) == ExitCode.USAGE
