"""Runs the stance network's ONNX files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np

from kg.extract.onnx import checked_files, open_session
from kg.extract.reader.pieces import Pieces
from kg.extract.stance.calibration import Temperature

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from kg.extract.stance.inputs import StanceWindow

FILES: Final = ("sentence.onnx", "target.onnx", "vocabulary.txt", "calibration.json")
_WHAT: Final = "the stance network"


class OnnxStance:
    """The network: `sentence.onnx` reads a window once, `target.onnx` judges one of its targets.

    One window and one target a call: activations are quantised by the range of what is in the call, so that what is
    judged together would change each other's answers. A batch would gain nothing on one thread.
    """

    def __init__(self, folder: Traversable) -> None:
        """Loads the files.

        Raises: ResourceMissing: a file is not there or is not the one that `hashes.json` names. ExtraMissing: no
        onnxruntime.
        """
        contents = checked_files(folder, FILES, whose="the stance network's")
        self.fingerprint = hashlib.sha256(b"".join(contents[name] for name in FILES)).hexdigest()[:12]
        self.pieces = Pieces(contents["vocabulary.txt"].decode("utf-8").split("\n"))
        self.calibration = Temperature.from_json(contents["calibration.json"].decode("utf-8"))
        self._sentence = open_session(contents["sentence.onnx"], what=_WHAT)
        self._target = open_session(contents["target.onnx"], what=_WHAT)

    def scores(self, window: StanceWindow) -> Iterator[tuple[float, float, float]]:
        """Scores of negative, neutral and positive, before calibration, of each target of a window in its order."""
        states = self._sentence.run(
            None,
            {
                "pieces": np.array([window.pieces], dtype=np.int64),
                "shapes": np.array([window.shapes], dtype=np.int64),
            },
        )[0]
        for start, end in window.targets:
            members = np.zeros((1, len(window.pieces)), dtype=np.float32)
            members[0, start:end] = 1.0
            negative, neutral, positive = self._target.run(None, {"states": states, "members": members})[0].tolist()
            yield negative, neutral, positive
