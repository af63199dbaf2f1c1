"""Saved web pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.articles.loading import read_one, refusal

if TYPE_CHECKING:
    from pathlib import Path

QUOTE = "“The strait is open,” Harbour Minister Ines Calder said on Monday."


def page(head: str = "", body: str = f"<p>{QUOTE}</p>", attributes: str = "") -> str:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body><article>{body}</article></body></html>"


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_json_ld_gives_title_dates_with_zone_author_and_publisher(tmp_path: Path) -> None:
    head = "<title>Other | Site</title>" + linked(
        headline="Strait open",
        datePublished="2025-03-03T21:30:00-05:00",
        dateModified="2025-03-04T08:00:00Z",
        author=[{"@type": "Person", "name": "Ada Moss"}],
        publisher={"@type": "Organization", "name": "Harbour Post"},
        license="https://licence.example/",
        dateline="PORT ELM",
    )
    article = read_one(tmp_path, "a.html", page(head, attributes=' lang="en-GB"'))
    assert article.title == "Strait open"
    assert (article.published, article.updated) == ("2025-03-03T21:30:00-05:00", "2025-03-04T08:00:00Z")
    assert article.date_source == "json-ld"
    assert (article.byline, article.publisher) == (("Ada Moss",), "Harbour Post")
    assert (article.licence, article.dateline, article.language) == ("https://licence.example/", "PORT ELM", "en-GB")


def test_json_ld_is_found_in_a_graph_and_after_a_broken_block(tmp_path: Path) -> None:
    graph = json.dumps(
        {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["ReportageNewsArticle"], "headline": "Hit"}]}
    )
    head = (
        '<script type="application/ld+json">{broken</script>' + f'<script type="application/ld+json">{graph}</script>'
    )
    assert read_one(tmp_path, "a.html", page(head)).title == "Hit"


def test_meta_elements_serve_where_json_ld_is_missing(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="Strait open">'
        '<meta property="article:published_time" content="2025-03-03T09:00:00+02:00">'
        '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ada Moss">'
        '<link rel="canonical" href="https://u:p@post.example/strait?utm_source=x&amp;id=3#top">'
    )
    article = read_one(tmp_path, "a.html", page(head))
    assert (article.title, article.publisher, article.byline) == ("Strait open", "Harbour Post", ("Ada Moss",))
    assert (article.published, article.date_source) == ("2025-03-03T09:00:00+02:00", "meta")
    assert article.url == "https://post.example/strait?id=3"


def test_a_page_without_a_date_gets_none_from_its_text(tmp_path: Path) -> None:
    article = read_one(
        tmp_path, "a.html", page(body=f"<h1>Strait</h1><p>{QUOTE}</p><p>The mandate ends on April 30, 2025.</p>")
    )
    assert (article.published, article.date_source) == (None, None)


def test_navigation_hidden_text_and_title_stay_out_of_the_text(tmp_path: Path) -> None:
    body = (
        f"<h1>Strait open</h1><p>{QUOTE}</p><p style='display: none'>“I resign,” said Ines Calder.</p>"
        "<p hidden>“I stay,” said Ines Calder.</p><blockquote><p>No tolls until June.</p></blockquote>"
    )
    around = f"<nav><a href='/x'>Envoy says no</a></nav><article>{body}</article><footer>All rights.</footer>"
    html = f"<html><body>{around}</body></html>"
    article = read_one(tmp_path, "a.html", html)
    assert article.text == f"{QUOTE}\nNo tolls until June."


@pytest.mark.parametrize(
    "html",
    [
        page().encode("utf-8"),
        page('<meta charset="utf-8">').encode("utf-8"),
        page('<meta charset="windows-1252">').encode("cp1252"),
        page('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">').encode("cp1252"),
        page().encode("cp1252"),
        page().encode("utf-16"),
    ],
    ids=["utf-8", "declared utf-8", "declared 1252", "declared latin-1 holds 1252", "undeclared western", "utf-16"],
)
def test_declared_and_western_encodings_are_read(tmp_path: Path, html: bytes) -> None:
    assert read_one(tmp_path, "a.html", html).text == QUOTE


@pytest.mark.parametrize("charset", ["hex", "undefined", "utf-7", "idna", "no-such-thing", "rot13"])
def test_a_declared_encoding_that_is_none_is_not_followed(tmp_path: Path, charset: str) -> None:
    assert read_one(tmp_path, "a.html", page(f'<meta charset="{charset}">')).text == QUOTE


def test_undeclared_cyrillic_bytes_are_refused_rather_than_misread(tmp_path: Path) -> None:
    error = refusal(tmp_path, "a.html", page(body="<p>Паром идёт, сказала министр порта.</p>").encode("cp1251"))
    assert "declares no encoding" in str(error)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><html><body>&c;</body></html>', "XML entities"),
        ("<html><body><script>x()</script></body></html>", "no article text"),
        ("<!-- nothing -->", "no article text"),
    ],
)
def test_pages_that_are_no_articles_are_refused_by_name(tmp_path: Path, html: str, words: str) -> None:
    error = refusal(tmp_path, "bad.html", html)
    assert words in str(error)
    assert "bad.html" in str(error)


def test_very_deep_nesting_ends_in_an_article_or_a_sentence(tmp_path: Path) -> None:
    from tests.articles.loading import read_all, write

    articles, errors = read_all(write(tmp_path, "deep.html", page(body="<div>" * 50_000 + QUOTE)))
    assert len(articles) + len(errors) == 1
