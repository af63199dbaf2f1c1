"""The network's files: checked before they are used."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kg.errors import ExtraMissing, ResourceMissing
from kg.extract.reader import AccurateExtractor, ReaderExtractor
from kg.extract.reader.network import CUES_AT_ONCE, FILES, OnnxTagger
from kg.extract.reader.relations import relations
from tests.extract.reader.pages import page

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


@pytest.fixture
def weights(tmp_path: Path, extractor: ReaderExtractor) -> Path:
    """A copy of the shipped files, to be spoilt."""
    for name in (*FILES, "hashes.json"):
        with (tmp_path / name).open("wb") as copy, extractor.weights().joinpath(name).open("rb") as shipped:
            shutil.copyfileobj(shipped, copy)
    return tmp_path


class _Elsewhere(ReaderExtractor):
    """The extractor with weights from another folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def weights(self) -> Traversable:
        return self._folder


def _change_accept(weights: Path) -> None:
    """Another threshold, with the hash that belongs to it."""
    path = weights / "calibration.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "accept": 0.999}), "utf-8")
    hashes = json.loads((weights / "hashes.json").read_text("utf-8"))
    hashes[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (weights / "hashes.json").write_text(json.dumps(hashes), "utf-8")


def test_the_shipped_files_are_those_that_their_hashes_name(weights: Path, extractor: ReaderExtractor) -> None:
    tagger = OnnxTagger(weights)
    assert len(tagger.fingerprint) == 12
    assert extractor.version.endswith(tagger.fingerprint)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_refused(weights: Path, name: str) -> None:
    content = bytearray((weights / name).read_bytes())
    content[len(content) // 2] ^= 1
    (weights / name).write_bytes(content)
    with pytest.raises(ResourceMissing, match=rf"{name} is not the file that was shipped: install the package again"):
        OnnxTagger(weights)


@pytest.mark.parametrize("name", [*FILES, "hashes.json"])
def test_a_missing_file_is_named(weights: Path, name: str) -> None:
    (weights / name).unlink()
    with pytest.raises(ResourceMissing, match=rf"weights are incomplete .*{name}.*: install the package again"):
        OnnxTagger(weights)


@pytest.mark.parametrize("hashes", ["", "{", "[]", "\N{LATIN SMALL LETTER E WITH ACUTE}", "null"])
def test_hashes_that_cannot_be_read_are_refused(weights: Path, hashes: str) -> None:
    (weights / "hashes.json").write_bytes(hashes.encode("latin-1"))
    with pytest.raises(ResourceMissing, match=r"hashes\.json is not the file that was shipped: install the package"):
        OnnxTagger(weights)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceMissing, match="weights are incomplete"):
        OnnxTagger(tmp_path / "nowhere")


def test_without_onnxruntime_the_message_says_what_to_install(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ExtraMissing, match="needs onnxruntime: pip install onnxruntime"):
        OnnxTagger(weights)


def test_the_large_network_is_a_package_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "demarche_kg_accurate", None)
    with pytest.raises(ExtraMissing, match="'accurate' needs the package demarche-kg-accurate"):
        _ = AccurateExtractor().version


def test_other_weights_are_another_version(weights: Path, extractor: ReaderExtractor) -> None:
    assert _Elsewhere(weights).version == extractor.version
    _change_accept(weights)
    assert _Elsewhere(weights).version != extractor.version


def test_probabilities_are_told_for_every_word_and_cue() -> None:
    tagger = OnnxTagger(ReaderExtractor().weights())
    window = page("Torr said that " + "they wait and " * 40, tagger.pieces).window
    vectors, cues = tagger.read(window)
    assert vectors.shape[0] == cues.shape[0] == len(window)
    assert np.allclose(cues.sum(1), 1, atol=1e-4)
    spans = [(word, word + 1) for word in range(CUES_AT_ONCE + 5)]
    table = relations(window, spans, range(CUES_AT_ONCE + 5))
    roles = tagger.roles(vectors, spans, table)
    assert roles.shape == (len(spans), len(window), 4)
    assert np.allclose(roles.sum(2), 1, atol=1e-4)
    # Asked one by one, cues get what they get together, but for the rounding of activations.
    alone = tagger.roles(vectors, spans[:CUES_AT_ONCE], table[:CUES_AT_ONCE])
    assert np.array_equal(alone, roles[:CUES_AT_ONCE])
