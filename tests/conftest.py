"""Fixtures that several rooms share: made once for each process that runs tests, and only read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.cli import main
from kg.text import TextReader

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """One reader for all tests."""
    return TextReader()


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a newcomer's checkout looks after `make demo`."""
    folder = tmp_path_factory.mktemp("workplace")
    for name in ("examples", "articles", "my-articles"):
        (folder / name).symlink_to(ROOT / "examples" / ("" if name == "examples" else "articles"))
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["demo"]) == 0
    finally:
        os.chdir(before)
    return folder


@pytest.fixture
def there(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as the current folder."""
    monkeypatch.chdir(workplace)
    return workplace
