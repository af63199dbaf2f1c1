"""`kg doctor`: what is there, what is missing, and what to do about it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import kg
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.store.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {row["what"]: (row["state"], row["detail"]) for row in rows}


def test_what_is_installed_is_told_without_a_graph(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == ExitCode.OK
    found = told(capsys)
    assert found["Démarche"][1].startswith(kg.__version__)
    assert all(found[name][0] == "ok" for name in ("Python", "spacy", "English model", "network reader"))


def test_what_is_not_installed_comes_with_what_it_is_for_and_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kg.cli.doctor._version", lambda name: None)
    assert main(["doctor"]) == ExitCode.REFUSED
    found = told(capsys)
    assert found["spacy"][0] == "missing"
    assert found["polars"][0] == "not installed"
    assert 'pip install -e ".[table]"' in found["polars"][1]


def test_a_graph_is_looked_at_and_an_interrupted_build_is_told(
    there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(there / "demo" / "graph", tmp_path / "graph")
    assert main(["doctor", "--graph", str(tmp_path / "graph")]) == ExitCode.OK
    found = told(capsys)
    assert "12 articles" in found[f"graph {tmp_path / 'graph'}"][1]
    assert found["last build"] == ("ok", "whole")
    texts = Texts(tmp_path / "graph" / "texts.db")
    with texts.transaction():
        texts.set_pending([("0123456789abcdef", "run")])
    texts.close()
    main(["doctor", "--graph", str(tmp_path / "graph")])
    assert told(capsys)["last build"][0] == "not finished"


def test_a_folder_without_a_graph_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--graph", str(tmp_path / "gone")]) == ExitCode.REFUSED
    assert "there is no graph" in capsys.readouterr().err
