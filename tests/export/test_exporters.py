"""The contract of exporters: every registered one writes the corpus, the same bytes each time, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import ExportError
from kg.export import export_graph, exporter_names, load_exporter
from kg.store import EmbeddedStore
from tests.query.conftest import write_corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("exporters") / "graph")


def test_the_promised_forms_are_registered() -> None:
    assert set(exporter_names()) >= {"nquads", "turtle", "trig", "jsonld", "gexf", "html"}


@pytest.mark.parametrize("name", exporter_names())
def test_every_exporter_keeps_the_contract(name: str, folder: Path) -> None:
    exporter = load_exporter(name)
    assert exporter.name == name
    assert exporter.suffix.startswith(".")
    assert "/" in exporter.media_type
    with EmbeddedStore.open(folder) as store:
        first, second = b"".join(exporter.chunks(store)), b"".join(exporter.chunks(store))
    assert first == second
    assert b"Ardenia" in first
    assert first.endswith(b"\n")


def test_turtle_holds_the_view_alone_and_nquads_the_record_too(folder: Path, tmp_path: Path) -> None:
    for form in ("turtle", "nquads"):
        export_graph(folder, form, tmp_path / form)
    assert "Lumara is a distant friend" not in (tmp_path / "turtle").read_text(encoding="utf-8")
    assert "Lumara is a distant friend" in (tmp_path / "nquads").read_text(encoding="utf-8")


def test_without_a_file_the_graph_goes_to_standard_output(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export_graph(folder, "turtle", None)
    assert capfdbinary.readouterr().out.startswith(b"@prefix ")


def test_an_unknown_form_is_an_error_that_lists_the_known(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"known are .*gexf"):
        export_graph(folder, "graphml", tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_the_old_one(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_graph(folder, "gexf", tmp_path / "missing" / "x.gexf")
