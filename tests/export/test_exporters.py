"""The contract of exporters: every registered one writes the corpus, the same bytes each time, whole or not at all."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.cli.app import main
from kg.cli.forms import OPENED_BY
from kg.errors import ExportError
from kg.export import export_graph, exporter_names, load_exporter
from kg.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/n-quads",
    "application/trig",
    "application/xml",
)
"""How the types of forms begin that are texts, so that they end with a line end."""


def test_the_promised_forms_are_registered() -> None:
    assert set(exporter_names()) >= {
        "nquads", "turtle", "trig", "jsonld", "nanopub", "html", "gexf", "graphml", "visone", "cx2", "cyjs", "dna",
        "dna-database", "dna-r", "graphology", "node-link", "dot", "pajek", "ucinet", "edges-csv", "nodes-csv",
        "parquet", "neo4j-nodes", "neo4j-relationships",
    }  # fmt: skip


@pytest.mark.parametrize("name", exporter_names())
def test_every_exporter_keeps_the_contract(name: str, corpus_folder: Path) -> None:
    exporter = load_exporter(name)
    assert exporter.name == name
    assert exporter.suffix.startswith(".")
    assert "/" in exporter.media_type
    with EmbeddedStore.open(corpus_folder) as store:
        if name == "parquet" and not find_spec("pyarrow"):
            pytest.skip("pyarrow is not installed")
        first, second = b"".join(exporter.chunks(store)), b"".join(exporter.chunks(store))
    assert first == second
    if name == "neo4j-relationships":
        assert b"actor/state/ARD" in first  # It names actors by IRI alone.
    elif name != "dna-r":  # It is compressed.
        assert b"Ardenia" in first
    assert not exporter.media_type.startswith(TEXTS) or first.endswith(b"\n")


def test_turtle_holds_the_view_alone_and_nquads_the_record_too(corpus_folder: Path, tmp_path: Path) -> None:
    for form in ("turtle", "nquads"):
        export_graph(corpus_folder, form, tmp_path / form)
    assert "Lumara is a distant friend" not in (tmp_path / "turtle").read_text(encoding="utf-8")
    assert "Lumara is a distant friend" in (tmp_path / "nquads").read_text(encoding="utf-8")


def test_without_a_file_the_graph_goes_to_standard_output(
    corpus_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export_graph(corpus_folder, "turtle", None)
    assert capfdbinary.readouterr().out.startswith(b"@prefix ")


def test_an_unknown_form_is_an_error_that_lists_the_known(corpus_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"known are .*gexf"):
        export_graph(corpus_folder, "odt", tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_the_old_one(corpus_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_graph(corpus_folder, "gexf", tmp_path / "missing" / "x.gexf")


@pytest.mark.parametrize("name", [name for name in exporter_names() if name != "parquet"])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_else(
    name: str, corpus_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
            for number, chunk in enumerate(exporter.chunks(store)):
                yield chunk
                if number == 0:
                    raise MemoryError

    exporter = load_exporter(name)
    target = tmp_path / "file"
    target.write_bytes(b"old")
    monkeypatch.setattr("kg.export.load_exporter", lambda _: Failing())
    with pytest.raises(MemoryError):
        export_graph(corpus_folder, name, target)
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_the_help_names_every_form_that_is_installed_and_what_opens_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(OPENED_BY) == set(exporter_names())
    assert main(["export", "--help"]) == 0
    shown = capsys.readouterr().out
    for name, programs in OPENED_BY.items():
        assert re.search(rf"^ +{re.escape(name)} +{re.escape(programs)}$", shown, re.MULTILINE)


def test_every_form_is_documented_with_what_opens_it_and_what_is_lost() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("| `")
    ]
    assert {name.strip("`"): programs for name, _, programs, _ in rows} == OPENED_BY
    assert all(cell for row in rows for cell in row)


def test_the_ending_of_the_file_chooses_among_the_forms_for_discourse_network_analyzer(
    corpus_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    starts = {"a.csv": b'"statement_id"', "a.dna": b"SQLite format 3", "a.ZIP": b"PK"}
    for name, start in starts.items():
        assert main(["export", "dna", "--graph", str(corpus_folder), "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)
        # Without its password nobody could open the database.
        assert ("password demarche" in capsys.readouterr().err) == (name == "a.dna")
