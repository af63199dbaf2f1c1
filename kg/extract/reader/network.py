"""Runs the reader's ONNX files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

from kg.extract.onnx import checked_files, open_session
from kg.extract.reader.confidence import Calibration
from kg.extract.reader.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

    from kg.extract.reader.decoding import Numbers
    from kg.extract.reader.windows import Window

FILES: Final = ("encoder.onnx", "roles.onnx", "names.onnx", "vocabulary.txt", "calibration.json")
CUES_AT_ONCE: Final = 64
"""Cues that the role tagger is asked about in one call; bounds its memory."""
_WHAT: Final = "the extractor 'reader'"


class OnnxTagger:
    """The network as `kg.extract.reader.decoding.Tagger`.

    One window a call: activations are quantised by the range of what is in the call, so windows that were read
    together would change each other's answers.
    """

    def __init__(self, folder: Traversable) -> None:
        """Loads the files.

        Raises: ResourceMissing: a file is not there or is not the one that `hashes.json` names. ExtraMissing: no
        onnxruntime.
        """
        contents = checked_files(folder, FILES, whose="the reader's")
        self.fingerprint = hashlib.sha256(b"".join(contents[name] for name in FILES)).hexdigest()[:12]
        self.pieces = Pieces(contents["vocabulary.txt"].decode("utf-8").split("\n"))
        self.calibration = Calibration.from_json(contents["calibration.json"].decode("utf-8"))
        self._encoder = open_session(contents["encoder.onnx"], what=_WHAT)
        self._roles = open_session(contents["roles.onnx"], what=_WHAT)
        self._names = open_session(contents["names.onnx"], what=_WHAT)

    def read(self, window: Window) -> tuple[Numbers, Numbers]:
        """Vectors (words, width) and cue probabilities (words, 4)."""
        vectors, cues = self._encoder.run(
            None,
            {
                "pieces": np.array([window.pieces], dtype=np.int64),
                "shapes": np.array([window.shape], dtype=np.int64),
                "quotes": np.array([window.quote], dtype=np.int64),
                "first": np.array(window.first, dtype=np.int64),
            },
        )
        return vectors, cues

    def names(self, vectors: Numbers) -> list[int]:
        """Label of each word by `kg.extract.reader.naming.NAME_LABELS`."""
        labels: list[int] = self._names.run(None, {"vectors": vectors})[0].tolist()
        return labels

    def roles(self, vectors: Numbers, cues: Sequence[tuple[int, int]], relations: NDArray[np.int64]) -> Numbers:
        """Role probabilities (cues, words, 4)."""
        members = np.zeros((len(cues), len(vectors)), dtype=np.float32)
        for number, (start, end) in enumerate(cues):
            members[number, start:end] = 1.0 / (end - start)
        answers = [
            self._roles.run(
                None,
                {
                    "vectors": vectors,
                    "members": members[first : first + CUES_AT_ONCE],
                    "relations": relations[first : first + CUES_AT_ONCE],
                },
            )[0]
            for first in range(0, len(cues), CUES_AT_ONCE)
        ]
        joined: Numbers = np.concatenate(answers)
        return joined
