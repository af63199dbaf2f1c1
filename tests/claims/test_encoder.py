"""The sentence encoder: the weights that ship, and what happens without them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kg.errors import ResourceMissing
from kg.extract.embedding import SentenceEncoder
from kg.extract.embedding.encoder import WIDTH

WEIGHTS = Path(__file__).resolve().parents[2] / "kg" / "extract" / "embedding" / "weights"
SENTENCES = ["Norland left the pact.", "Norland has quit the agreement.", "Bread is dear in Valdoria."]


def test_vectors_have_length_one_and_near_meanings_are_near() -> None:
    encoder = SentenceEncoder()
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert encoder.nearness(*SENTENCES[:2]) > 0.6 > encoder.nearness(SENTENCES[0], SENTENCES[2])


def test_a_vector_depends_on_its_own_sentence_alone() -> None:
    alone = SentenceEncoder().encode(SENTENCES[2:])
    among = SentenceEncoder().encode(SENTENCES)[2:]
    assert np.array_equal(alone, among)


@pytest.mark.parametrize("sentence", ["", " ", "\ud800", "word " * 500, "数字"])
def test_any_text_has_a_vector(sentence: str) -> None:
    assert SentenceEncoder().encode([sentence]).shape == (1, WIDTH)


def test_weights_are_compared_with_their_hashes_and_fit_the_package(tmp_path: Path) -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) <= 25_000_000
    for name in ("sentence.onnx", "vocabulary.txt", "hashes.json"):
        (tmp_path / name).write_bytes((WEIGHTS / name).read_bytes())
    assert SentenceEncoder(tmp_path).is_there
    hashes = json.loads((tmp_path / "hashes.json").read_text())
    (tmp_path / "hashes.json").write_text(json.dumps({**hashes, "sentence.onnx": "0" * 64}))
    broken = SentenceEncoder(tmp_path)
    assert not broken.is_there
    with pytest.raises(ResourceMissing, match="install the package again"):
        broken.encode(SENTENCES)


def test_without_weights_it_says_that_it_is_not_there(tmp_path: Path) -> None:
    assert not SentenceEncoder(tmp_path / "nowhere").is_there
