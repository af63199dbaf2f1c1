"""The package as others install it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ("ontology", "queries", "examples/articles", "examples/actors.csv", "data/actors/states.csv")


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_wheel_in_a_fresh_environment_finds_its_files(tmp_path: Path) -> None:
    made = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", tmp_path, ROOT, folder=tmp_path)
    if made.returncode != 0 and "hatchling" in made.stderr:
        pytest.skip("the build back-end cannot be fetched here")
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("/tests/" in name or name.endswith(".pyc") for name in names)
    assert run(sys.executable, "-m", "venv", "fresh", folder=tmp_path).returncode == 0
    python = tmp_path / "fresh" / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--no-deps", "--quiet", wheel, folder=tmp_path)
    assert installed.returncode == 0, installed.stderr
    code = f"from kg.resources import resource\nfor name in {RESOURCES!r}: print(resource(name))"
    found = run(python, "-c", code, folder=tmp_path)
    assert found.returncode == 0, found.stderr
    places = found.stdout.split("\n")[: len(RESOURCES)]
    assert all(str(tmp_path / "fresh") in place for place in places)


def test_every_loader_and_extractor_of_the_project_is_registered_under_its_name() -> None:
    from importlib.metadata import entry_points

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    for group, entries in declared.items():
        registered = {entry.name: entry for entry in entry_points(group=group)}
        for name, value in entries.items():
            assert registered[name].value == value
            assert callable(registered[name].load())
