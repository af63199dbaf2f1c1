"""Files of many articles: feeds, tables, JSON, archives, web archives. What is broken is named; the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.archives import MAX_MEMBER
from kg.articles.fragments import text_of_fragment
from kg.errors import UnsafeInput
from tests.articles.loading import read_all, read_one, refusal, write

if TYPE_CHECKING:
    from pathlib import Path

SAID = "The ferry sails, Minister Ines Calder said."
STORY = f"Ferry\n\n{SAID}"
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{}</channel></rss>'
ITEM = "<item><title>Ferry &amp; port</title><guid>{}</guid><pubDate>Tue, 14 May 2024 09:00:00 +0200</pubDate>{}</item>"


def zipped(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_an_item_of_a_feed_has_its_fullest_text_its_time_zone_and_its_address(tmp_path: Path) -> None:
    body = (
        f"<link>https://news.example/a?utm_source=x</link><description>teaser</description><content:encoded "
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>{SAID}</p><script>x()</script>'
        "<p>“It is late,” she said.</p>]]></content:encoded>"
    )
    article = read_one(tmp_path, "wire.rss", RSS.format(ITEM.format("g1", body)))
    assert (article.title, article.text) == ("Ferry & port", f"{SAID}\n“It is late,” she said.")
    assert (article.id, article.published, article.publisher) == ("g1", "2024-05-14T09:00:00+02:00", "Wire")
    assert article.url == "https://news.example/a"


def test_an_entry_of_an_atom_feed_may_hold_markup_as_elements(tmp_path: Path) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>e1</id><title>Ferry</title>'
        '<updated>2024-05-14T09:00:00Z</updated><link rel="alternate" href="https://news.example/b"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        f"<p>{SAID}</p><p>It is late.</p></div></content>"
        "</entry></feed>"
    )
    article = read_one(tmp_path, "wire.atom", feed)
    assert article.text == f"{SAID}\nIt is late."
    assert (article.published, article.url) == ("2024-05-14T09:00:00Z", "https://news.example/b")


def test_of_items_with_one_guid_the_last_is_the_article(tmp_path: Path) -> None:
    items = "".join(ITEM.format("g1", f"<description>{text}</description>") for text in ("It waits.", SAID))
    assert read_one(tmp_path, "wire.xml", RSS.format(items)).text == SAID


def test_a_feed_that_is_cut_short_gives_its_whole_items_and_says_so(tmp_path: Path) -> None:
    whole = RSS.format(ITEM.format("g1", f"<description>{SAID}</description>") + "<item><title>Two</title><descr")
    articles, errors = read_all(write(tmp_path, "wire.xml", whole.partition("<descr</channel>")[0] + "<descr"))
    assert [article.text for article in articles] == [SAID]
    assert "broken or cut short" in str(errors[-1])


def test_entities_of_html_are_read_in_a_feed_and_own_entities_are_refused(tmp_path: Path) -> None:
    item = ITEM.format("g1", "<description>Minister&nbsp;Ines Calder said&mdash;twice &amp;amp; late.</description>")
    assert read_one(tmp_path, "wire.xml", RSS.format(item)).text == "Minister\u00a0Ines Calder said—twice & late."
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha">]>' + RSS.format(item)
    assert isinstance(refusal(tmp_path, "bomb.xml", bomb), UnsafeInput)


def test_xml_that_is_no_feed_is_named(tmp_path: Path) -> None:
    assert "begins with <html>" in str(refusal(tmp_path, "page.xml", "<html><body>503</body></html>"))
    assert "no items" in str(refusal(tmp_path, "empty.xml", RSS.format("")))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_a_table_are_articles_and_short_rows_are_named_by_their_line(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "Title", "date", "Text"], ["1", "Ferry", "2024-05-14", f'"“Yes,\n no.” {SAID}"'], ["2", "short"]]
    articles, errors = read_all(write(tmp_path, "a.csv", "\n".join(delimiter.join(row) for row in rows)))
    assert [(a.id, a.title, a.published) for a in articles] == [("1", "Ferry", "2024-05-14")]
    assert articles[0].text.startswith("“Yes,\n no.”")
    assert [error.line for error in errors] == [4]


def test_a_table_without_a_column_of_texts_says_which_columns_it_has(tmp_path: Path) -> None:
    assert "names id, state" in str(refusal(tmp_path, "states.csv", "id,state\n1,Norland\n"))
    assert "put texts in quotation marks" in str(refusal(tmp_path, "a.csv", "id,text\n1,It rains, she said.\n"))


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "headline": "Ferry", "articleBody": SAID, "datePublished": "2024-05-14"},
        [{"title": "Ferry", "text": SAID, "date": "2024-05-14"}],
        {"status": "ok", "articles": [{"title": "Ferry", "content": SAID, "publishedAt": "2024-05-14"}]},
        {"@graph": [{"@type": "WebSite", "name": "Wire"},
                    {"@type": "Article", "headline": "Ferry", "articleBody": SAID, "datePublished": "2024-05-14"}]},
    ],
)  # fmt: skip
def test_json_files_hold_an_article_or_a_list_of_them(tmp_path: Path, value: object) -> None:
    article = read_one(tmp_path, "a.json", json.dumps(value))
    assert (article.title, article.text, article.published) == ("Ferry", SAID, "2024-05-14")


def test_a_broken_record_of_a_json_file_is_named_by_its_number(tmp_path: Path) -> None:
    articles, errors = read_all(
        write(tmp_path, "a.json", json.dumps([{"text": SAID}, "x", {"text": " "}, {"text": 1}]))
    )
    assert len(articles) == 1
    assert [str(error).partition(": ")[2][:9] for error in errors] == ["record 2 ", "record 3:", "record 4:"]
    assert refusal(tmp_path, "b.json", '{"text":\n').line == 2


def test_members_of_a_zip_file_are_read_by_their_extensions_and_dangerous_ones_refused(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "wire/good.txt": STORY,
        "rows.jsonl": json.dumps({"text": SAID}) + "\n{",
        "../out.txt": STORY,
        "/abs.txt": STORY,
        "a\\..\\b.txt": STORY,
        "zeros.txt": b"0" * (MAX_MEMBER + 1),
        "inner.zip": zipped({"a.txt": STORY}),
        "paper.pdf": "%PDF",
        "__MACOSX/._good.txt": "x",
    }
    articles, errors = read_all(write(tmp_path, "all.zip", zipped(members)))
    assert [article.text for article in articles] == [SAID, SAID]
    assert [error.source.removeprefix(tmp_path.as_posix()) for error in errors] == [
        "/all.zip/rows.jsonl", "/all.zip/../out.txt", "/all.zip//abs.txt", "/all.zip/a\\..\\b.txt",
        "/all.zip/zeros.txt", "/all.zip/inner.zip", "/all.zip/paper.pdf",
    ]  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["all.zip"]


def test_a_link_in_a_zip_file_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert isinstance(refusal(tmp_path, "a.zip", packed.getvalue()), UnsafeInput)
    assert "no ZIP file" in str(refusal(tmp_path, "b.zip", b"PK\x03\x04cut"))


def test_a_packed_file_is_read_like_the_file_in_it(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt.gz", gzip.compress(STORY.encode())).text == SAID
    lines = json.dumps({"text": SAID}) + "\n"
    assert read_one(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())).text == SAID
    assert "cut short" in str(refusal(tmp_path, "b.txt.gz", gzip.compress(STORY.encode())[:-12]))
    assert "not supported" in str(refusal(tmp_path, "c.tar.gz", gzip.compress(b"x")))


def record_of(page: str, *, missing: int = 0, kind: str = "text/html; charset=utf-8") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{page}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/b\r\nContent-Length: {len(block)}"
    return f"{head}\r\n\r\n".encode() + block[: len(block) - missing] + b"\r\n\r\n"


def test_pages_of_a_web_archive_are_read_with_their_address_and_without_a_date(tmp_path: Path) -> None:
    page = f"<html><title>Ferry</title><p>“Yes.” {SAID}</p></html>"
    archive = record_of(page) + record_of("{}", kind="application/json") + record_of(page, missing=30)
    articles, errors = read_all(write(tmp_path, "a.warc", archive.rstrip()))
    assert [(a.text, a.url, a.published) for a in articles] == [(f"“Yes.” {SAID}", "http://news.example/b", None)]
    assert ["record 3 is cut short" in str(error) for error in errors] == [True]
    assert read_one(tmp_path, "b.warc.gz", gzip.compress(record_of(page))).url == "http://news.example/b"
    assert "no web archive" in str(refusal(tmp_path, "c.warc", b"hello"))


@given(st.text())
def test_a_fragment_never_fails_and_keeps_no_script(markup: str) -> None:
    text = text_of_fragment(f"<p>{markup}</p><script>never()</script>")
    assert "never()" not in text or "never()" in markup
    assert text_of_fragment("It rains.\n She   said so.") == "It rains.\nShe said so."


def test_utf_16_without_a_mark_is_named_also_where_dashes_stand_in_it(tmp_path: Path) -> None:
    assert "UTF-16 without" in str(refusal(tmp_path, "a.txt", f"{STORY} — “late”.".encode("utf-16-be")))
