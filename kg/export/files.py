"""What every writer needs: a file that appears whole, and characters that every reader can take."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

LINE_ENDS_OF_XML_1_1: Final = str.maketrans({"\x85": "&#x85;", "\u2028": "&#x2028;"})
"""Signs of a finished document that readers of XML 1.1 take for the end of a line, as references."""


def printable(text: str) -> str:
    """The text with U+FFFD for each character that XML and HTML cannot hold: controls, lone surrogates, U+FFFF."""
    return _NOT_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text with every run of blanks, tabs and line ends as one blank: for formats where a line is a record."""
    return " ".join(text.split())


def inert(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    Spreadsheets also look behind blanks, and some fold the full-width forms of the signs. A cell that begins with
    apostrophes and would be a formula without them gets one more, so that taking away one gives every cell back.

    >>> inert("=1+1"), inert("plain"), inert("'=1+1"), inert("'s")
    ("'=1+1", 'plain', "''=1+1", "'s")
    """
    return f"'{cell}" if cell.lstrip("'").lstrip(" ").startswith(_FORMULA_STARTS) else cell


def json_text(document: object) -> str:
    """A JSON document with a line end behind it. Days are no JSON, and neither are numbers that are none."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def write_whole(path: str | PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write to a temporary name beside `path`, then rename; on failure nothing is left and an old file stays.

    Raises: ExportError: the place cannot be written.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
        part.replace(path)
    except FileNotFoundError as failed:
        raise ExportError(f"{path} cannot be written: there is no folder {path.parent}; make it first") from failed
    except OSError as failed:
        raise ExportError(f"{path} cannot be written: {failed.strerror or failed}") from failed
    finally:
        part.unlink(missing_ok=True)
