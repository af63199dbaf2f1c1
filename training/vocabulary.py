"""The encoders' vocabularies under one set of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.reader.pieces import END, START, UNKNOWN, Pieces

if TYPE_CHECKING:
    from pathlib import Path


def load_pieces(path: Path) -> Pieces:
    """The vocabulary file of MiniLM or of MPNet; the latter names the marks of start and end otherwise."""
    names = path.read_text(encoding="utf-8").split("\n")
    if START not in names:
        renamed = {"<s>": START, "</s>": END}
        if UNKNOWN not in names:
            renamed["<unk>"] = UNKNOWN
        names = [renamed.get(name, name) for name in names]
    return Pieces(names)
