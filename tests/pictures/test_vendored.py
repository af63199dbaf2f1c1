"""What is carried of others is what they published, and says whose it is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kg.export.views import vendored
from kg.export.views.vendored import Library, libraries

FOLDER = Path(vendored.__file__).parent / vendored.FOLDER
EVERY = pytest.mark.parametrize("library", libraries().values(), ids=lambda library: library.package)


@EVERY
def test_a_library_is_unchanged_since_it_was_taken_from_the_registry(library: Library) -> None:
    held = (FOLDER / library.file).read_bytes()
    assert len(held) == library.bytes
    assert sha256(held).hexdigest() == library.sha256
    assert library.text().encode() == held


@EVERY
def test_a_library_comes_with_its_licence(library: Library) -> None:
    licence = (FOLDER / library.licence_file).read_bytes()
    assert sha256(licence).hexdigest() == library.licence_sha256
    assert b"Permission is hereby granted" in licence
    assert library.licence == "MIT"


def test_nothing_else_is_carried() -> None:
    named = {name for library in libraries().values() for name in (library.file, library.licence_file)}
    assert {file.name for file in FOLDER.iterdir()} == named | {"manifest.json"}


@EVERY
def test_a_library_cannot_end_the_script_that_it_stands_in(library: Library) -> None:
    assert "</script" not in library.text().lower()
    assert "<!--" not in library.text()
