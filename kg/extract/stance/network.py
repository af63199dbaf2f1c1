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

    from kg.extract.stance.inputs import Asked, StanceWindow

WORDS: Final = "words.onnx"
"""The layers that both questions share."""
READS: Final[dict[Asked, str]] = {"sentence": "sentence.onnx", "holder": "holder.onnx"}
"""Of each question, the layers that read a window once for all its targets."""
JUDGES: Final[dict[Asked, str]] = {"sentence": "sentence_target.onnx", "holder": "holder_target.onnx"}
"""Of each question, the layers that read a window for one target, and the head."""
FILES: Final = (WORDS, *READS.values(), *JUDGES.values(), "vocabulary.txt", "calibration.json")
_WHAT: Final = "the stance network"


class OnnxStance:
    """The network for one question.

    Its lower layers are those of the other question, too; so a second question costs layers, not another vocabulary.
    One window and one target a call: activations are quantised by the range of what is in the call, so that what is
    judged together would change each other's answers. A batch would gain nothing on one thread.
    """

    def __init__(self, folder: Traversable, asked: Asked) -> None:
        """Loads the files of one question; the fingerprint is that of all files.

        Raises: ResourceMissing: a file is not there or is not the one that `hashes.json` names. ExtraMissing: no
        onnxruntime.
        """
        contents = checked_files(folder, FILES, whose="the stance network's")
        self.fingerprint = hashlib.sha256(b"".join(contents[name] for name in FILES)).hexdigest()[:12]
        self.pieces = Pieces(contents["vocabulary.txt"].decode("utf-8").split("\n"))
        self.calibration = Temperature.from_json(contents["calibration.json"].decode("utf-8"), asked)
        self._words = open_session(contents[WORDS], what=_WHAT)
        self._reads = open_session(contents[READS[asked]], what=_WHAT)
        self._judges = open_session(contents[JUDGES[asked]], what=_WHAT)

    def scores(self, window: StanceWindow) -> Iterator[tuple[float, float, float]]:
        """Scores of negative, neutral and positive, before calibration, of each target of a window in its order."""
        pieces, shapes = (np.array([one], dtype=np.int64) for one in (window.pieces, window.shapes))
        states = self._words.run(None, {"pieces": pieces, "shapes": shapes})[0]
        states = self._reads.run(None, {"states": states})[0]
        for start, end in window.targets:
            members = np.zeros((1, len(window.pieces)), dtype=np.float32)
            members[0, start:end] = 1.0
            negative, neutral, positive = self._judges.run(None, {"states": states, "members": members})[0].tolist()
            yield negative, neutral, positive
