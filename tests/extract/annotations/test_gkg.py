"""GDELT's Global Knowledge Graph: quotations without speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.annotations import AnnotatedArticle, read_annotations
from kg.model import Mode
from tests.extract.annotations.made import read, read_one, refusal, told

if TYPE_CHECKING:
    from pathlib import Path


def line(quotations: str, *, extras: str = "", translation: str = "", name: str = "20250506120000-1") -> str:
    cells = [""] * 27
    cells[0:5] = [name, "20250506120000", "1", "courier.example", f"https://courier.example/{name}"]
    cells[22], cells[25], cells[26] = quotations, translation, extras
    return "\t".join(cells)


def file(folder: Path, *lines: str) -> Path:
    path = folder / "20250506120000.gkg.csv"
    path.write_text("".join(one + "\n" for one in lines), "utf-8", newline="")
    return path


def test_quotations_are_a_text_of_their_own_and_have_no_source(tmp_path: Path) -> None:
    one = read_one(file(tmp_path, line("90|9|said|We waited#12|4||No 🚢")))
    assert one.article.text == "No 🚢\n\nWe waited"
    assert told(one) == [([], [], ["No 🚢"]), ([], [], ["We waited"])]
    assert [(found.cue_lemma, found.mode, found.rule) for found in one.attributions] == [
        (None, Mode.DIRECT, "gkg"), ("say", Mode.DIRECT, "gkg")
    ]  # fmt: skip
    assert (one.article.publisher, one.article.url) == ("courier.example", "https://courier.example/20250506120000-1")


def test_only_the_page_tells_when_it_was_published(tmp_path: Path) -> None:
    extras = "<PAGE_PRECISEPUBTIMESTAMP>20250505063000</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>A &amp;  B</PAGE_TITLE>"
    with_page, without = read(file(tmp_path, line("1|2|said|no", extras=extras), line("1|2|said|no", name="x")))
    assert (with_page.article.published, with_page.article.title) == ("2025-05-05T06:30:00Z", "A & B")
    assert (without.article.published, without.article.title) == (None, "")


def test_the_words_of_a_translation_are_no_verbatim_words(tmp_path: Path) -> None:
    (found,) = read_one(file(tmp_path, line("1|2|said|no", translation="srclc:nor; eng:Moses"))).attributions
    assert (found.rule, found.mode, found.quotes) == ("gkg-translation", Mode.INDIRECT, ())


def test_signs_of_the_format_inside_the_words_stay(tmp_path: Path) -> None:
    one = read_one(file(tmp_path, line("5|20|said|We are #1 | here#9 today#7|2|said|no")))
    assert [content for _, _, content in told(one)] == [["We are #1 | here#9 today"], ["no"]]


def test_lines_without_quotations_and_a_row_of_names_are_left_out(tmp_path: Path) -> None:
    names = "\t".join(["GKGRECORDID", "V2.1DATE", *["x"] * 25])
    assert len(read(file(tmp_path, names, line(""), "", line("5|2|said|no"), line("5|2|said| ")))) == 1


def test_a_quotation_that_is_listed_twice_is_one(tmp_path: Path) -> None:
    assert len(read_one(file(tmp_path, line("5|2|said|no#5|2|told|no"))).attributions) == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("a\tb", "2 columns where GKG 2.1 has 27"),
        (line("said no"), "OFFSET|LENGTH|VERB|WORDS"),
        (line("x|2|said|no"), "OFFSET|LENGTH|VERB|WORDS"),
        (line("5|2|no"), "OFFSET|LENGTH|VERB|WORDS"),
    ],
)
def test_a_broken_line_is_told_and_the_others_are_read(tmp_path: Path, broken: str, words: str) -> None:
    article, error = read_annotations(file(tmp_path, line("5|2|said|no"), broken))
    assert isinstance(article, AnnotatedArticle)
    assert words in str(error)
    assert "line 2" in str(error)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = file(tmp_path, line("5|2|said|no"))
    path.write_bytes(path.read_bytes() + line("5|2|said|na\xefve").encode("latin-1") + b"\n")
    _, error = read_annotations(path)
    assert "line 2: byte 0xef is not UTF-8" in str(error)


def test_an_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.gkg.csv"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    assert "ZIP archive" in refusal(path, "gkg")
