"""Sentences as vectors: how near two of them are in meaning.

>>> from kg.extract.embedding import SentenceEncoder
>>> one, other, far = SentenceEncoder().encode(["The army left.", "The troops withdrew.", "Bread is dear."])
>>> one @ other > one @ far
True
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing, ResourceMissing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable

    import numpy as np
    import numpy.typing as npt
    import onnxruntime

    from kg.extract.reader.pieces import Pieces

FILES: Final = ("sentence.onnx", "vocabulary.txt")
WIDTH: Final = 384
"""Numbers of a vector."""


class SentenceEncoder:
    """all-MiniLM-L6-v2 with the weights that ship; they are loaded when they are first needed.

    Answers are kept: the same sentence is read once. One sentence a call of the network, so that an answer depends on
    nothing else.
    """

    def __init__(self, weights: Traversable | None = None) -> None:
        """`weights`: a folder that training.embedding.export wrote; None: the one that ships."""
        self._weights = weights
        self._known: dict[str, npt.NDArray[np.float32]] = {}

    @property
    def is_there(self) -> bool:
        """False for an installation without these weights or without onnxruntime."""
        try:
            return bool(self._network)
        except (ResourceMissing, ExtraMissing):
            return False

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change with the weights."""
        return self._network[2]

    def encode(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row a sentence, `WIDTH` numbers, of length one; the product of two rows is their nearness.

        Raises: ResourceMissing: the weights are not there, or not those that shipped. ExtraMissing: no onnxruntime.
        """
        import numpy as np

        for sentence in sentences:
            if sentence not in self._known:
                self._known[sentence] = self._read(sentence)
        rows = [self._known[sentence] for sentence in sentences]
        return np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)

    def remember(self, vectors: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Take vectors that these very weights gave before; those texts need not be read again."""
        self._known.update(vectors)

    def nearness(self, one: str, other: str) -> float:
        """How near two texts are in meaning, from -1 to 1, to four decimals: further ones differ between processors."""
        for text in (one, other):
            if text not in self._known:
                self._known[text] = self._read(text)
        return round(float(self._known[one] @ self._known[other]), 4)

    def _read(self, sentence: str) -> npt.NDArray[np.float32]:
        import numpy as np

        from kg.extract.embedding.inputs import cut_sentence

        session, pieces, _ = self._network
        cut = np.array([cut_sentence(sentence, pieces)], dtype=np.int64)
        vector: npt.NDArray[np.float32] = session.run(None, {"pieces": cut})[0]
        return vector

    @cached_property
    def _network(self) -> tuple[onnxruntime.InferenceSession, Pieces, str]:
        # Here, not above: whoever imports this module need not load numpy and onnxruntime.
        from kg.extract.onnx import checked_files, open_session
        from kg.extract.reader.pieces import Pieces

        folder = self._weights or files("kg").joinpath("extract", "embedding", "weights")
        contents = checked_files(folder, FILES, whose="the sentence encoder's")
        session = open_session(contents["sentence.onnx"], what="the sentence encoder")
        fingerprint = hashlib.sha256(b"".join(contents[name] for name in FILES)).hexdigest()[:12]
        return session, Pieces(contents["vocabulary.txt"].decode("utf-8").split("\n")), fingerprint
