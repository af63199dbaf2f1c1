"""The libraries of others that pages carry: which versions, under which licence, and that they are unchanged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER: Final = "vendored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A file from the npm registry, byte for byte. `vendored/manifest.json` lists them."""

    file: str
    package: str
    version: str
    path: str
    """Where the file stands in the package."""
    licence: str
    licence_file: str
    bytes: int
    sha256: str
    licence_sha256: str

    def text(self) -> str:
        """The script."""
        return (folder() / self.file).read_text("utf-8")


def folder() -> Traversable:
    """Where the files are."""
    return files(__package__) / FOLDER


@cache
def libraries() -> dict[str, Library]:
    """Package -> its file."""
    listed = json.loads((folder() / "manifest.json").read_text("utf-8"))
    return {row["package"]: Library(**row) for row in listed}
