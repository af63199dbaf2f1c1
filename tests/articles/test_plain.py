"""Plain text as agencies send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.plain import article_from_string
from kg.articles.protocol import SourceFile
from tests.articles.loading import read_one, refusal

if TYPE_CHECKING:
    from pathlib import Path

BODY = "The ferry will sail again, Harbour Minister Ines Calder said on Monday.\nTalks go on."


@pytest.mark.parametrize(
    ("string", "title", "dateline", "text"),
    [
        pytest.param(f"Ferry to sail\nPORT ELM\n{BODY}\n", "Ferry to sail", "PORT ELM", BODY, id="title and place"),
        pytest.param(f"Ferry to sail\n\n{BODY}", "Ferry to sail", None, BODY, id="title alone"),
        pytest.param(
            f"Ferry to sail\nPORT ELM, March 3 (Wire) — {BODY}",
            "Ferry to sail",
            "PORT ELM",
            f"PORT ELM, March 3 (Wire) — {BODY}",
            id="dateline in the first sentence stays in the text",
        ),
        pytest.param(
            f"Ferry to sail\nPort Elm, 3 March 2025\n\n{BODY}",
            "Ferry to sail",
            "Port Elm, 3 March 2025",
            BODY,
            id="communique: place and day",
        ),
        pytest.param(f"Will it sail?\nPORT ELM –\n{BODY}", "Will it sail?", "PORT ELM", BODY, id="question as title"),
        pytest.param(f"It sails.\nPORT ELM\n{BODY}", "It sails.", "PORT ELM", BODY, id="sentence over a dateline"),
        pytest.param(BODY, "", None, BODY, id="no title: the first line is a sentence"),
        pytest.param(f"PORT ELM\n{BODY}", "PORT ELM", None, BODY, id="a heading in capitals is a title"),
        pytest.param("Talks go on, he said.", "", None, "Talks go on, he said.", id="one line is text"),
    ],
)
def test_text_begins_after_title_and_dateline(
    tmp_path: Path, string: str, title: str, dateline: str | None, text: str
) -> None:
    article = read_one(tmp_path, "a.txt", string)
    assert (article.title, article.dateline, article.text) == (title, dateline, text)


def test_byline_under_the_title_is_metadata(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", f"Ferry to sail\nBy Ada Moss\nPORT ELM\n{BODY}")
    assert (article.byline, article.dateline, article.text) == (("Ada Moss",), "PORT ELM", BODY)


def test_line_ends_inside_the_text_stay_as_they_are(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", "Ferry\r\nPORT ELM\r\nIt sails.\r\n\r\nIt waits.\r\n")
    assert article.text == "It sails.\r\n\r\nIt waits."


def test_no_date_is_read_from_the_text(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.txt", "Ferry\nPORT ELM, March 3, 2025\nOn March 4, 2025 it sails, he said.")
    assert (article.published, article.published_day, article.date_source) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        ("\ufeff \n".encode(), "no words"),
        (b"Ferry\n", "title but no text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "not text"),
        (bytes(range(32)) * 40, "binary"),
        ("Ferry, he said.".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("Ferry\nHe said so in the café.".encode("latin-1"), "byte 0xe9 is not UTF-8"),
        (b"\xff\xfeF\x00e", "does not fit the encoding utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, words: str) -> None:
    error = refusal(tmp_path, "bad.txt", data)
    assert words in str(error)
    assert "bad.txt" in str(error)


def test_refusal_names_the_line_of_the_wrong_byte(tmp_path: Path) -> None:
    assert refusal(tmp_path, "bad.txt", b"Ferry\nHe said\nso in the caf\xe9.").line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_unicode_encodings_give_the_same_article(tmp_path: Path, encoding: str) -> None:
    text = "“Σήμερα”, Minister Ines Calder said."
    assert read_one(tmp_path, "a.txt", f"Ferry\n{text}".encode(encoding)).text == text


def test_declared_encoding_of_the_sidecar_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.json").write_text('{"encoding": "windows-1251", "published": "2025-03-03"}')
    article = read_one(tmp_path, "a.txt", "Паром\nПаром идёт, сказала она.".encode("cp1251"))
    assert (article.text, article.published, article.date_source) == (
        "Паром идёт, сказала она.",
        "2025-03-03",
        "sidecar",
    )


def test_control_characters_are_tolerated_and_kept(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt", "Ferry\nIt\x00 sails,\x0b he\x1f said.").text == "It\x00 sails,\x0b he\x1f said."


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_text_is_always_a_slice_of_the_input(string: str) -> None:
    import io

    from kg.errors import EmptyArticle

    source = SourceFile(name="a.txt", file_name="a.txt", stream=io.BytesIO())
    try:
        article = article_from_string(string, source)
    except EmptyArticle:
        return
    assert article.text.strip()
    assert article.text in string
    assert article.title in string
