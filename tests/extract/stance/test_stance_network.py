"""The files of the stance network: checked before they are used."""

from __future__ import annotations

import shutil
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from kg.errors import ExtraMissing, ResourceMissing
from kg.extract.stance import StanceReader
from kg.extract.stance.network import FILES, OnnxStance

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = files("kg").joinpath("extract", "stance", "weights")
MOST_BYTES = 36_000_000


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A copy of the shipped files, to be spoilt."""
    for name in (*FILES, "hashes.json"):
        with (tmp_path / name).open("wb") as copy, SHIPPED.joinpath(name).open("rb") as shipped:
            shutil.copyfileobj(shipped, copy)
    return tmp_path


def test_the_shipped_files_are_those_that_their_hashes_name(weights: Path) -> None:
    assert OnnxStance(weights, "holder").fingerprint == StanceReader().fingerprint
    assert len(StanceReader().fingerprint) == 12


def test_the_shipped_files_stay_small(weights: Path) -> None:
    assert sum((weights / name).stat().st_size for name in FILES) < MOST_BYTES


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_refused(weights: Path, name: str) -> None:
    content = bytearray((weights / name).read_bytes())
    content[len(content) // 2] ^= 1
    (weights / name).write_bytes(content)
    with pytest.raises(ResourceMissing, match=rf"{name} is not the file that was shipped: install the package again"):
        OnnxStance(weights, "holder")


@pytest.mark.parametrize("name", [*FILES, "hashes.json"])
def test_a_missing_file_is_named(weights: Path, name: str) -> None:
    (weights / name).unlink()
    with pytest.raises(ResourceMissing, match=rf"the stance network's weights are incomplete .*{name}.*: install"):
        StanceReader(weights).judge([("Norland lied.", [(0, 7)])])


@pytest.mark.parametrize("hashes", ["", "{", "[]", "null"])
def test_hashes_that_cannot_be_read_are_refused(weights: Path, hashes: str) -> None:
    (weights / "hashes.json").write_text(hashes, "utf-8")
    with pytest.raises(ResourceMissing, match=r"hashes\.json is not the file that was shipped: install the package"):
        OnnxStance(weights, "holder")


def test_what_is_missing_for_running_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ExtraMissing, match="the stance network needs onnxruntime: pip install onnxruntime"):
        StanceReader().judge([("Norland lied.", [(0, 7)])])
