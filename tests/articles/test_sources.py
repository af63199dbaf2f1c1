"""Folders, duplicates, limits, and the shared loader inputs."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING

import pytest

from kg.articles import decode, read_sources
from kg.articles.urls import canonical_url
from kg.errors import ArticleError, KgError
from kg.model import Article
from tests.articles.loading import read_all, write
from tests.integration.shared_data import CASES, needs_cases

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ferry\nIt sails, Minister Ines Calder said."


def test_a_folder_is_read_by_name_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c.jsonl", ".hidden.txt", "a/a.html"):
        data = (
            json.dumps({"text": TEXT})
            if name.endswith("jsonl")
            else f"<p>{TEXT}</p>"
            if name.endswith("html")
            else TEXT
        )
        write(tmp_path, name, data)
    articles, errors = read_all(tmp_path)
    assert [article.source_file for article in articles] == ["a.html", "z.txt", "b.txt", "c.jsonl"]
    assert errors == []


def test_unsupported_formats_are_reported_once_and_other_files_are_only_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("a.pdf", "b.pdf", "logo.svg", "ok.txt"):
        write(tmp_path, name, TEXT)
    with caplog.at_level(logging.WARNING, "kg.articles"):
        articles, errors = read_all(tmp_path)
    assert len(articles) == 1
    assert len(errors) == 1
    assert ".pdf is not supported yet" in str(errors[0])
    assert "2 file(s), the first is a.pdf" in str(errors[0])
    assert ".svg" in caplog.text


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    assert len(list(read_sources([path, tmp_path, str(path)]))) == 1


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read_all(tmp_path)[0]) == 1


@pytest.mark.parametrize("name", ["gone.txt", "gone", "story.docx"])
def test_what_is_not_there_or_not_readable_is_one_sentence(tmp_path: Path, name: str) -> None:
    if name.endswith("docx"):
        write(tmp_path, name, b"PK\x03\x04")
    (error,) = read_sources([tmp_path / name])
    assert isinstance(error, KgError)
    assert name in str(error)
    assert "\n" not in str(error)


def test_a_file_over_the_limit_is_refused_with_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 1024 * 1024)
    path = write(tmp_path, "big.txt", "He said so. " * 100_000)
    (error,) = read_sources([path])
    assert "1 MB" in str(error)


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "a.meta.json", "{")
    (error,) = read_sources([path])
    assert "a.meta.json: not valid JSON" in str(error)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://News.example:443/a%20b?x=1&y=%C3%A9", "https://news.example/a%20b?x=1&y=%C3%A9"),
        ("http://user:secret@news.example/a", "http://news.example/a"),
        ("https://news.example/a?access_token=s&id=2", "https://news.example/a?id=2"),
        ("https://news.example/a?utm_medium=m", "https://news.example/a"),
        ("https://[::1]:8080/a", "https://[::1]:8080/a"),
        ("ftp://news.example/a", None),
        ("/a/b", None),
        ("https://news.example/a b", None),
        ("https://news.example:port/", None),
        ('https://news.example/"><script>', None),
    ],
)
def test_addresses_lose_secrets_and_tracking_only(written: str, kept: str | None) -> None:
    assert canonical_url(written) == kept


@needs_cases
def test_the_shared_loader_inputs_come_out_as_expected() -> None:
    expected = json.loads((CASES / "raw" / "expect.json").read_text("utf-8"))["files"]
    for name, wanted in expected.items():
        begun = time.monotonic()
        found = list(read_sources([CASES / "raw" / name]))
        assert time.monotonic() - begun < 5
        articles = [item for item in found if isinstance(item, Article)]
        errors = [item for item in found if isinstance(item, ArticleError)]
        if name.endswith((".rdf", ".jsonld")):
            # Graphs are no articles.
            assert articles == []
            assert "not supported yet" in str(errors[0])
            continue
        text = "\n".join(f"{article.title}\n{article.text}" for article in articles)
        assert len(articles) == wanted.get("documents", len(articles)), name
        assert wanted.get("documents_min", 0) <= len(articles) <= wanted.get("documents_max", len(articles)), name
        if name.endswith((".txt", ".html", ".jsonl")):
            assert [error.line for error in errors] == wanted.get("rejected_lines", [])
        assert errors or not (wanted.get("error") or wanted.get("warning")), name
        assert len(errors) >= wanted.get("rejected_lines_min", 0)
        assert "TOKEN-THAT-MUST-NOT-LEAK" not in text + "".join(map(str, errors))
        assert all(part in text for part in wanted.get("text_contains", [])), name
        assert not any(part in text for part in wanted.get("text_lacks", [])), name
        for field, attribute in (("title", "title"), ("published", "published"), ("modified", "updated")):
            by_id = {article.id: article for article in articles}
            if isinstance(wanted.get(field), dict):
                assert {key: getattr(by_id[key], attribute) for key in wanted[field]} == wanted[field]
            else:
                assert field not in wanted or getattr(articles[0], attribute) == wanted[field]
        assert "author" not in wanted or articles[0].byline == (wanted["author"],)


@needs_cases
def test_a_folder_with_broken_files_still_gives_the_others() -> None:
    articles, errors = read_all(CASES / "raw")
    assert len(articles) >= 10
    assert {error.source.rsplit("/", 1)[-1] for error in errors} >= {"bad-lines.jsonl", "raw"}
