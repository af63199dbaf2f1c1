"""`kg validate`: each finding once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.cli import main
from kg.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_two_wordings_of_an_article_have_in_common_is_one_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ("Norland said it would talk.", "Norland said it would talk soon."):
        (tmp_path / "wire.jsonl").write_text(json.dumps({"id": "a", "text": words}), encoding="utf-8")
        assert main(["build", "wire.jsonl", "--graph", "new"]) == ExitCode.OK
    capsys.readouterr()
    assert main(["validate", "--graph", "new"]) == ExitCode.OK
    caught = capsys.readouterr()
    found = caught.out.splitlines()
    assert len(found) == len(set(found)) == 1
    assert "0 violation(s), 1 warning(s)" in caught.err
