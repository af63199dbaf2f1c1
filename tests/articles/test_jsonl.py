"""JSON lines."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from kg.articles import read_sources
from kg.errors import ArticleError, MalformedRecord
from kg.model import Article
from tests.articles.loading import read_all, read_one, refusal, write

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“The strait is open,” Harbour Minister Ines Calder said on Monday."


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields})


def test_every_known_field_is_read(tmp_path: Path) -> None:
    fields = {"id": "a1", "title": "Strait", "published": "2025-03-03T00:40:00+09:00", "dateline": "PORT ELM"}
    fields |= {"publisher": "Harbour Post", "language": "en", "url": "https://post.example/a", "licence": "CC0"}
    record = line(**fields, byline=["Ada Moss"], attribution="Moss", kind="report")
    article = read_one(tmp_path, "a.jsonl", record)
    assert (article.id, article.title, article.text) == ("a1", "Strait", TEXT)
    assert (article.published, article.date_source) == ("2025-03-03T00:40:00+09:00", "record")
    assert (article.dateline, article.publisher, article.language) == ("PORT ELM", "Harbour Post", "en")
    assert (article.url, article.byline) == ("https://post.example/a", ("Ada Moss",))
    assert (article.licence, article.rights_holder, article.genre) == ("CC0", "Moss", "report")


def test_other_names_of_the_same_fields_are_read(tmp_path: Path) -> None:
    record = json.dumps(
        {"headline": "Strait", "body": TEXT, "date": "2025-03-03", "source": {"name": "Post"}, "author": "Moss"}
    )
    article = read_one(tmp_path, "a.jsonl", record)
    assert (article.title, article.text, article.published) == ("Strait", TEXT, "2025-03-03")
    assert (article.publisher, article.byline) == ("Post", ("Moss",))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-03-03", "2025-03-03"),
        ("20250303", "2025-03-03"),
        ("2025-03-03 09:15", "2025-03-03T09:15:00"),
        ("2025-03-03T09:15:00Z", "2025-03-03T09:15:00Z"),
        ("2025-03", "2025-03"),
        ("3 March 2025", "2025-03-03"),
        ("March 3, 2025", "2025-03-03"),
        ("Mon, 03 Mar 2025 09:15:00 +0200", "2025-03-03T09:15:00+02:00"),
        ("03/04/2025", None),
        ("31 Foo 2025 25:61", None),
        ("2025-02-30", None),
        ("yesterday", None),
        (20250303, None),
        (None, None),
    ],
)
def test_a_date_is_read_only_where_the_day_is_certain(tmp_path: Path, written: object, read: str | None) -> None:
    assert read_one(tmp_path, "a.jsonl", line(published=written)).published == read


def test_broken_lines_are_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [
        line(id="a"),
        "{oops",
        "",
        json.dumps({"id": "b"}),
        line(id="c", title=7),
        "[1]",
        line(id=True),
        "[" * 99_999,
        line(text=" "),
    ]
    articles, errors = read_all(write(tmp_path, "mixed.jsonl", "\n".join([*lines, line(id="z")])))
    assert [article.id for article in articles] == ["a", "z"]
    assert [error.line for error in errors] == [2, 4, 5, 6, 7, 8, 9]
    assert [error.record for error in errors[:3]] == [None, "b", "c"]
    assert all("mixed.jsonl, line" in str(error) for error in errors)


def test_the_same_id_with_another_text_is_another_version(tmp_path: Path) -> None:
    articles, errors = read_all(
        write(tmp_path, "a.jsonl", "\n".join([line(id="a"), line(id="a", text="Other, he said.")]))
    )
    assert errors == []
    assert articles[0].key == articles[1].key
    assert articles[0].version != articles[1].version


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "  One.\r\n\tTwo\u200b\x00 e\u0301 \U0001f600 \n"
    assert read_one(tmp_path, "a.jsonl", line(text=text)).text == text


def test_lone_surrogates_do_not_break_writing_and_offsets_stay(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.jsonl", '{"id": "\\udc80x", "text": "a\\ud800b said \\ud83d\\ude00"}')
    assert article.text == "a\ufffdb said \U0001f600"
    assert article.id == "\ufffdx"
    article.text.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_with_a_byte_order_mark_are_read(tmp_path: Path, encoding: str) -> None:
    data = f"{line(id='a')}\n{line(id='b')}\n".encode(encoding)
    articles, errors = read_all(write(tmp_path, "a.jsonl", data))
    assert ([article.id for article in articles], errors) == (["a", "b"], [])


def test_wrong_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    data = line(id="a").encode() + b'\n{"text": "caf\xe9, he said"}\n'
    articles, errors = read_all(write(tmp_path, "a.jsonl", data))
    assert len(articles) == 1
    assert str(errors[0]).startswith(f"{(tmp_path / 'a.jsonl').as_posix()}, line 2: byte 0xe9 is not UTF-8")


def test_binary_under_this_name_is_refused_once(tmp_path: Path) -> None:
    assert "gzip archive" in str(refusal(tmp_path, "a.jsonl", b"\x1f\x8b\x08" + b"\n\x00\xff" * 100))


def test_numbers_of_ids_become_strings(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.jsonl", line(id=17)).id == "17"


def test_standard_input_is_json_lines_or_plain_text() -> None:
    def read(data: str) -> list[Article | ArticleError]:
        return list(read_sources(["-"], stdin=io.BytesIO(data.encode())))

    records = read(f"\ufeff\n{line(id='a')}\nnope\n")
    assert isinstance(records[0], Article)
    assert records[0].id == "a"
    assert isinstance(records[1], MalformedRecord)
    assert records[1].source == "standard input"
    (plain,) = read(f"Strait open\n{TEXT}\n")
    assert isinstance(plain, Article)
    assert (plain.title, plain.text) == ("Strait open", TEXT)
    assert "empty" in str(read("")[0])
