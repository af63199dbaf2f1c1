"""Tables of attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.annotations import AnnotatedArticle, read_annotations
from kg.model import Kind, Span, Why
from tests.extract.annotations.made import TEXT, place, read, read_one, refusal, told

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "document,text_file,source_start,source_end,cue_start,cue_end,content_start,content_end"


def cells(*found: str) -> str:
    return ",".join(str(offset) for words in found for offset in place(words))


def table(folder: Path, *rows: str, name: str = "a.csv") -> Path:
    (folder / "ferries.txt").write_text(TEXT, "utf-8", newline="")
    path = folder / name
    path.write_text("\n".join(rows) + "\n", "utf-8", newline="")
    return path


ROW = "ferries,ferries.txt," + cells("Ilse Harrow", "said", "the ferries would stop")


def test_a_row_is_an_attribution_and_empty_cells_are_nothing(tmp_path: Path) -> None:
    start, end = place("We waited a year")
    one = read_one(table(tmp_path, HEADER, ROW, f"ferries,,,,,,{start},{end}"))
    assert told(one) == [
        (["Ilse Harrow"], ["said"], ["the ferries would stop"]),
        ([], [], ["We waited a year"]),
    ]
    assert one.article.id == "ferries"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_delimiter_is_told_from_the_first_row(tmp_path: Path, delimiter: str) -> None:
    rows = [row.replace(",", delimiter) for row in (HEADER, ROW)]
    assert len(read_one(table(tmp_path, *rows)).attributions) == 1


def test_several_pieces_stand_in_one_cell(tmp_path: Path) -> None:
    row = 'ferries,ferries.txt,,,,,"8|0;20","12|4;25"'
    assert read_one(table(tmp_path, HEADER, row)).attributions[0].content == (Span(0, 4), Span(8, 12), Span(20, 25))


def test_text_title_date_and_kind_may_stand_in_columns(tmp_path: Path) -> None:
    header = "id,text,title,date,publisher,content_start,content_end,kind,why,confidence,colour"
    rows = ['7,"Torr said ""no"".",Torr,2025-05-06,Courier,11,13,NonAssertion,asked,0.4,red', "7,,,,,0,4,,,,"]
    one = read_one(table(tmp_path, header, *rows))
    assert (one.article.text, one.article.title, one.article.published) == ('Torr said "no".', "Torr", "2025-05-06")
    first, second = one.attributions
    assert (first.kind, first.why, first.confidence) == (Kind.NON_ASSERTION, Why.ASKED, 0.4)
    assert (second.kind, one.unmarked) == (Kind.STATEMENT, frozenset({1}))


def test_words_in_columns_prove_the_offsets_and_tell_the_units(tmp_path: Path) -> None:
    text = "🚢 Torr said no."
    header = "document,text,content_start,content_end,content"
    assert told(read_one(table(tmp_path, header, f"a,{text},13,15,no")))[0][2] == ["no"]
    assert "where the table shows 'yes'" in refusal(table(tmp_path, header, f"a,{text},12,14,yes"))


def test_a_row_with_an_article_alone_says_that_it_has_no_attribution(tmp_path: Path) -> None:
    assert read_one(table(tmp_path, HEADER, "ferries,ferries.txt,,,,,,")).attributions == ()


def test_without_a_text_the_article_is_joined_by_its_name(tmp_path: Path) -> None:
    path = table(tmp_path, HEADER, ROW.replace(",ferries.txt,", ",,"))
    assert "no text" in refusal(path)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "ferries.txt").write_text(TEXT.strip(), "utf-8")
    (one,) = read(path, articles=texts)
    assert told(one) == [(["Ilse Harrow"], ["said"], ["the ferries would stop"])]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["speaker,quote", "Torr,no"], "the first row should name the columns"),
        ([HEADER, ",ferries.txt,,,,,0,4"], 'the column "document" is empty'),
        ([HEADER, "ferries,ferries.txt,,,,,0,4,9,9"], "10 cells where the first row names 8"),
        ([HEADER, "ferries,ferries.txt,,,,,0,"], "as many whole numbers"),
        ([HEADER, "ferries,ferries.txt,,,,,0;5,4"], "as many whole numbers"),
        ([HEADER, "ferries,ferries.txt,,,,,-1,4"], "as many whole numbers"),
        ([HEADER, "ferries,ferries.txt,,,,,1e3,4"], "as many whole numbers"),
        ([HEADER, "ferries,ferries.txt,,,,,٣,٤"], "as many whole numbers"),
        ([HEADER, "ferries,ferries.txt,,,,,4,4"], "less than"),
        ([HEADER, "ferries,ferries.txt,,,,,0,9999"], "reaches beyond the article's text"),
        ([HEADER, "ferries,gone.txt,,,,,0,4"], "gone.txt: there is no such file"),
        ([HEADER, "ferries,../ferries.txt,,,,,0,4"], "below the folder of the table"),
        ([HEADER, "ferries,/etc/hostname,,,,,0,4"], "below the folder of the table"),
        ([HEADER, "ferries,C:\\a.txt,,,,,0,4"], "below the folder of the table"),
        ([HEADER + ",kind", "ferries,ferries.txt,,,,,0,4,Fact"], "Statement, Attitude"),
        ([HEADER + ",confidence", "ferries,ferries.txt,,,,,0,4,7"], "a number from 0 to 1"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: list[str], words: str) -> None:
    assert words in refusal(table(tmp_path, *rows))


def test_a_cell_that_is_too_large_is_told_and_the_rows_before_are_read(tmp_path: Path) -> None:
    path = table(tmp_path, HEADER, ROW, "b," + "x" * 200_000 + ",,,,,0,4")
    error, article = read_annotations(path)
    assert "text_file" in str(error)
    assert isinstance(article, AnnotatedArticle)


def test_an_empty_table_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("", "utf-8")
    assert "empty" in refusal(path)
