"""What every loader promises, whoever wrote it."""

from __future__ import annotations

import io
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

from kg.articles import SourceFile
from kg.errors import ArticleError
from kg.model import Article

if TYPE_CHECKING:
    from kg.articles import ArticleLoader

LOADERS = sorted({entry.value: entry for entry in entry_points(group="kg.loaders")}.values())
INPUTS = [
    b"",
    b" ",
    b"\x00" * 100,
    b"\xff\xfe",
    b"{}",
    b'{"text": 1}',
    b"<",
    b"<p>He said so.</p>",
    b"Title\nHe said so.",
]


@pytest.mark.parametrize("entry", LOADERS, ids=lambda entry: entry.value)
@pytest.mark.parametrize("data", INPUTS)
def test_a_loader_gives_articles_with_words_or_named_errors(entry: object, data: bytes) -> None:
    loader: ArticleLoader = entry.load()()  # type: ignore[attr-defined]  # pytest hands on plain objects
    source = SourceFile(name="folder/odd.bin", file_name="odd.bin", stream=io.BytesIO(data))
    try:
        found = list(loader.load(source))
    except ArticleError as error:
        found = [error]
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip()
            assert item.source_file == "odd.bin"
        else:
            assert "folder/odd.bin" in str(item)
