"""Notebooks run from the first cell to the last, offline, and are kept without outputs."""

from __future__ import annotations

import ast
import importlib
import re
import resource
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbclient
import nbformat
import pytest

import kg

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(kg.__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EVERY = pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
LIMIT_S = 60
"""Seconds of computing, not of waiting, so that a busy machine fails no notebook."""
PATIENCE_S = 600
QUICK = ("01-first-graph", "02-who-said-what")
"""Run with every test run; the others with the slow ones."""
RUN = pytest.mark.parametrize(
    "file",
    [pytest.param(file, id=file.stem, marks=() if file.stem in QUICK else pytest.mark.slow) for file in NOTEBOOKS],
)
SHOWS = {
    "01-first-graph": ("<mark", "data:image/svg+xml;base64,", "srcdoc=", "Kestria"),
    "02-who-said-what": ("<mark", "Mira Dahl", "not-said", "no actor is called"),
    "03-networks-and-measures": ("<mark", "srcdoc=", "excess", "pagerank"),
    "04-positions-over-time": ("<mark", "srcdoc=", "accepted", "contradicts"),
    "05-your-own-corpus": ("Oda Fenn", "refused: line 3", "withdrawn"),
    "06-endpoints-and-wikidata": ("<mark", "Q990001", "it was not run", "different"),
}
"""What a reader has to see in the answers."""


def read(file: Path) -> Any:
    return nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]  # untyped library


def code_of(file: Path) -> list[str]:
    return [cell.source for cell in read(file).cells if cell.cell_type == "code"]


def imported_from_kg(source: str) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a cell takes from the package."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kg":
            yield from ((node.module or "", alias.name) for alias in node.names)
        if isinstance(node, ast.Import):
            yield from (("kg", alias.name) for alias in node.names if alias.name.startswith("kg."))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "kg":
            yield "kg", node.attr


def computed_by_children() -> float:
    """Seconds that programs started from here, and done by now, have computed."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_there_are_six_notebooks_and_each_promises_something() -> None:
    assert [file.stem for file in NOTEBOOKS] == sorted(SHOWS)


@EVERY
def test_a_notebook_is_kept_without_outputs_and_begins_with_prose(file: Path) -> None:
    notebook = read(file)
    assert notebook.cells[0].cell_type == "markdown"
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert all(len(cell.source.splitlines()) <= 10 for cell in code)


@EVERY
def test_every_part_of_a_notebook_is_told_in_prose(file: Path) -> None:
    told = [cell.source for cell in read(file).cells if cell.cell_type == "markdown"]
    assert sum(len(text.split()) for text in told) > 150
    assert sum(text.startswith("# ") for text in told) == 1
    assert [text for text in told if re.search(r"^#{3,} ", text, re.MULTILINE)] == []


@EVERY
def test_links_of_a_notebook_lead_somewhere(file: Path) -> None:
    told = "\n".join(cell.source for cell in read(file).cells if cell.cell_type == "markdown")
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", told)
    assert [target for target in targets if "://" not in target and not (FOLDER / target).exists()] == []


@EVERY
def test_a_notebook_uses_public_names_only(file: Path) -> None:
    for source in code_of(file):
        names = [node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
        assert [name for name in names if name.startswith("_")] == []
        for module, name in imported_from_kg(source):
            listed = getattr(importlib.import_module(module), "__all__", None)
            assert not name.startswith("_")
            assert listed is None or name in listed, f"{module}.{name} is not public"
            assert len(module.split(".")) <= 2, f"{module} is the inside of a room"


@EVERY
def test_a_figure_on_blocs_or_contradiction_is_shown_with_its_interval(file: Path) -> None:
    # These functions return a figure with its interval; a bare `.value` of theirs would hide it.
    whole = "\n".join(code_of(file))
    for name in ("conflict_share", "frustration_share", "bloc_fit", "balance", "polarisation"):
        assert not re.search(rf"{name}\([^\n]*\)\.(value|fit\.value)", whole)
    assert ".fit.value" not in whole


@RUN
def test_a_notebook_runs_in_a_minute_and_shows_what_it_promises(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    # Whatever a notebook would fetch by the usual ways ends at a port where nobody listens.
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{nobody.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
        notebook = read(file)
        begun = computed_by_children()
        nbclient.NotebookClient(notebook, timeout=PATIENCE_S, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert computed_by_children() - begun < LIMIT_S
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error"]
    pages = "".join(output.data.get("text/html", "") for output in outputs if "data" in output)
    shown = pages + "".join(str(output.get("text", "")) + str(output.get("data", "")) for output in outputs)
    assert [promised for promised in SHOWS[file.stem] if promised not in shown] == []
    assert "<script" not in pages
