"""What every writer needs: a file that appears whole, and characters that every reader can take."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from kg.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML and HTML cannot hold: controls, lone surrogates, U+FFFF."""
    return _NOT_XML.sub("\ufffd", text)


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write to a temporary name beside `path`, then rename; on failure nothing is left and an old file stays.

    Raises: ExportError: the place cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
        part.replace(path)
    except OSError as failed:
        raise ExportError(f"{path} cannot be written: {failed.strerror or failed}") from failed
    finally:
        part.unlink(missing_ok=True)
