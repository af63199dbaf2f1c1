"""The stamp of a graph's quads: what tells whether something that was derived from them is still current.

It is a hash over the engine's files, not over their content: who has the stamp of a snapshot knows that the quads are
the same wherever the stamp is the same. The reverse does not hold: the engine may rewrite its files without changing a
quad, and what was derived is then derived once more for nothing.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def stamp_of(quads: Path) -> str | None:
    """The stamp of the quads in the engine's folder, as they stand; None where the files cannot be listed.

    Tables of the engine never change once they are written and their numbers are not used again; its logs only grow.
    So names and sizes of both, with the identity that the engine gives a store when it makes it, tell every change,
    whoever made it. Empty logs come with each opening and tell nothing.
    """
    parts = []
    try:
        for file in quads.iterdir():
            if file.suffix in (".sst", ".log") and (size := file.stat().st_size):
                parts.append(f"{file.name} {size}")
        parts.append((quads / "IDENTITY").read_text("ascii", "replace"))
    except OSError:  # A writer exchanges files at this moment.
        return None
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:32]
