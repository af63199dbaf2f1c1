"""Notebooks run from the first cell to the last, offline, and are kept without outputs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest

import kg

FOLDER = Path(kg.__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EVERY = pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
LIMIT_S = 60


def read(file: Path) -> Any:
    return nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]  # untyped library


@EVERY
def test_a_notebook_is_kept_without_outputs_and_begins_with_prose(file: Path) -> None:
    notebook = read(file)
    assert notebook.cells[0].cell_type == "markdown"
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert all(len(cell.source.splitlines()) <= 10 for cell in code)


@EVERY
def test_a_notebook_uses_public_names_only(file: Path) -> None:
    notebook = read(file)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert "._" not in cell.source
            assert "import _" not in cell.source


@EVERY
def test_a_notebook_runs_in_a_minute_and_shows_what_it_promises(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    notebook = read(file)
    begun = time.monotonic()
    nbclient.NotebookClient(notebook, timeout=LIMIT_S, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert time.monotonic() - begun < LIMIT_S
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error"]
    pages = "".join(output.data.get("text/html", "") for output in shown if "data" in output)
    assert "<mark" in pages
    assert "data:image/svg+xml;base64," in pages
    assert "<script" not in pages
