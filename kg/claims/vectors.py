"""Nearness of claims by the sentence encoder, its vectors kept in the folder of the graph."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

from kg.extract.embedding import SentenceEncoder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np

FILE: Final = "claim-vectors.npz"
"""Kept vectors: nothing but what can be computed again; it may be deleted at any time."""


class KeptVectors:
    """An encoder that remembers, from one program to the next, the vectors of whole claims."""

    def __init__(self, folder: Path, encoder: SentenceEncoder | None = None) -> None:
        self._file = folder / FILE
        self.encoder = encoder or SentenceEncoder()

    @property
    def is_there(self) -> bool:
        """False where the weights are not installed: then common words have to do."""
        return self.encoder.is_there

    def nearness(self, one: str, other: str) -> float:
        """How near two texts are in meaning, from -1 to 1."""
        return self.encoder.nearness(one, other)

    def prepare(self, texts: Iterable[str]) -> int:
        """Have the vectors of these texts at hand: read those that are kept, compute and keep the others.

        Returns: how many had to be computed.
        """
        import numpy as np

        wanted = {_key(text): text for text in sorted(set(texts))}
        kept = self._read()
        self.encoder.remember({text: kept[key] for key, text in wanted.items() if key in kept})
        missing = [text for key, text in wanted.items() if key not in kept]
        if missing:
            kept.update(zip(map(_key, missing), self.encoder.encode(missing), strict=True))
            keys = sorted(kept)
            waiting = self._file.with_suffix(f".{os.getpid()}.npz")
            try:
                np.savez(
                    waiting,
                    encoder=np.array(self.encoder.fingerprint),
                    keys=np.array(keys),
                    vectors=np.stack([kept[key] for key in keys]),
                )
                waiting.replace(self._file)
            except OSError:
                # A folder that only may be read: they are computed again next time.
                waiting.unlink(missing_ok=True)
        return len(missing)

    def _read(self) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float32]]]:
        import zipfile

        import numpy as np

        try:
            with np.load(self._file, allow_pickle=False) as stored:
                if str(stored["encoder"]) != self.encoder.fingerprint:
                    return {}
                return dict(zip(map(str, stored["keys"]), stored["vectors"], strict=True))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return {}


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
