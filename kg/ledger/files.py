"""Writing the ledger to a file from a graph that is open for reading only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import LedgerFileError
from kg.identity.files import ledger_lines
from kg.store.judgements import stored_judgements

if TYPE_CHECKING:
    from os import PathLike

    from kg.store import EmbeddedStore


def write_ledger(store: EmbeddedStore, path: str | PathLike[str]) -> int:
    """Write every entry but the rule's as JSON Lines (see `kg.identity.files`) and return their number.

    Raises: LedgerFileError: the file cannot be written.
    """
    lines = [line + "\n" for line in ledger_lines(stored_judgements(store.quads, store.folder.base))]
    try:
        Path(path).write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise LedgerFileError(f"it cannot be written: {error.strerror or error}", source=str(path)) from error
    return len(lines)
