"""Which files are read, and as what."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kg.articles import read_sources
from kg.errors import UnknownFormat
from kg.extract.annotations import FORMATS, AnnotatedArticle, read_annotations
from kg.model import Article
from kg.resources import resource
from tests.extract.annotations.made import TEXT, attribution, json_line_file, read, read_one, record, refusal, told

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = {
    "ferries.jsonl": "jsonl", "brat": "brat", "table": "csv", "corenlp": "corenlp", "citron": "citron", "gkg": "gkg",
    "dna": "dna",
}  # fmt: skip
WAITED = "We waited a year"


def test_there_is_an_example_of_every_format() -> None:
    assert sorted(EXAMPLES.values()) == sorted(FORMATS)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("is_told", [True, False])
def test_the_examples_say_the_same_in_every_format(name: str, is_told: bool) -> None:
    path = resource("examples/annotations") / name
    one = read_one(path, EXAMPLES[name] if is_told else None)
    found = {content[0].strip("“”,"): (source, cue) for source, cue, content in told(one)}
    assert {attribution.rule for attribution in one.attributions} == {EXAMPLES[name]}
    source, cue = found[WAITED]
    assert source == {"gkg": [], "dna": ["Ilse Harrow"]}.get(name, ["she"])
    assert cue == ([] if name in ("gkg", "corenlp", "dna") else ["told"])
    if name == "dna":
        assert found["it had closed the channel"] == (["Valdoria"], [])
    elif name not in ("gkg", "corenlp"):
        assert found["it had closed the channel"] == (["Valdoria"], ["denied"])
    assert one.article.text.strip()


def test_a_folder_is_read_by_name_and_texts_in_it_are_no_annotations(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        json_line_file(tmp_path / name, record(id=name))
    (tmp_path / "story.txt").write_text("Words.", "utf-8")
    (tmp_path / ".hidden.jsonl").write_text("{", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [one.article.id for one in read(tmp_path)] == ["a", "b"]


def test_json_lines_may_be_called_json(tmp_path: Path) -> None:
    path = json_line_file(tmp_path, record(), record(id="second"))
    assert [one.article.id for one in read(path.rename(tmp_path / "a.json"))] == ["ferries", "second"]


def test_texts_are_found_by_id_address_and_file_name(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "ferries.txt").write_text(TEXT.strip(), "utf-8")
    names = ("ferries", "ferries.txt", "https://courier.example/1")
    (texts / "ferries.txt.meta.json").write_text('{"url": "https://courier.example/1"}', "utf-8")
    lines = [{"id": name, "attributions": [attribution()]} for name in names]
    assert len(read(json_line_file(tmp_path, *lines), articles=texts)) == 3


def test_texts_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = json_line_file(tmp_path, {"id": "ferries", "attributions": []})
    errors = [str(found) for found in read_annotations(path, articles=tmp_path / "gone")]
    assert "gone: there is no such file or folder" in errors[0]
    assert "no text for these annotations" in errors[1]


@pytest.mark.parametrize("name", ["gone", "gone.jsonl", "gone.ann", "gone.csv", "gone.json"])
def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    assert "there is no such file or folder" in refusal(tmp_path / name)


def test_what_is_no_regular_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    assert "no regular file" in refusal(tmp_path / "a.jsonl")


def test_an_empty_folder_and_an_unknown_file_are_errors(tmp_path: Path) -> None:
    assert "no annotations in this folder" in refusal(tmp_path)
    (tmp_path / "a.docx").write_bytes(b"words")
    assert "the format cannot be told" in refusal(tmp_path / "a.docx")


def test_an_unknown_format_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="jsonl, brat, csv, corenlp, citron, gkg"):
        list(read_annotations(tmp_path, "xml"))


@pytest.mark.parametrize("content", [b"[]", b"7", b"{}", b'{"quotes": 3}', b"{", b"\xff\xfe\x00", b"[" * 200_000])
@pytest.mark.parametrize("format", ["citron", "corenlp", None])
def test_json_of_another_kind_is_one_error(tmp_path: Path, content: bytes, format: str | None) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert refusal(path, format)


@pytest.mark.parametrize("format", FORMATS)
def test_garbage_is_an_error_in_every_format(tmp_path: Path, format: str) -> None:
    path = tmp_path / "garbage"
    path.write_bytes(bytes(range(256)) * 40)
    (tmp_path / "garbage.txt").write_text("Words.", "utf-8")
    assert not any(isinstance(one, AnnotatedArticle) for one in read_annotations(path, format))


def test_a_line_that_is_too_large_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("kg.articles.jsonl", "kg.articles.decode", "kg.extract.annotations.formats.gkg"):
        monkeypatch.setattr(f"{module}.MAX_BYTES", 500)
    path = json_line_file(tmp_path, record(text="Words. " * 500))
    assert "larger than the limit" in refusal(path)
    assert "larger than the limit" in refusal(path, "gkg")


def test_a_paragraph_without_end_is_refused_in_every_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 210_000, "utf-8")
    (tmp_path / "a.ann").write_text("", "utf-8")
    assert "break the text up" in refusal(tmp_path / "a.ann")


def test_the_same_article_comes_out_of_text_and_annotations() -> None:
    folder = resource("examples/annotations/brat")
    (article,) = read_sources([folder / "ferries.txt"])
    assert isinstance(article, Article)
    annotated = read_one(folder).article
    assert (annotated.published, annotated.publisher, annotated.url) == (
        article.published, article.publisher, article.url
    )  # fmt: skip
