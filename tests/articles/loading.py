"""Short ways to read one file in the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.articles import read_sources
from kg.errors import ArticleError
from kg.model import Article

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def read_all(*paths: Path) -> tuple[list[Article], list[ArticleError]]:
    found = list(read_sources(paths))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, ArticleError)]


def read_one(folder: Path, name: str, data: str | bytes) -> Article:
    articles, errors = read_all(write(folder, name, data))
    assert errors == []
    (article,) = articles
    return article


def refusal(folder: Path, name: str, data: str | bytes) -> ArticleError:
    articles, errors = read_all(write(folder, name, data))
    assert articles == []
    (error,) = errors
    return error
