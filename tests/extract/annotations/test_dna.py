"""Databases of Discourse Network Analyzer: hand-coded passages become attributions, with nothing guessed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.cli.app import main
from kg.cli.exit_codes import ExitCode
from kg.errors import ArticleError, MalformedRecord, UnreadableFile
from kg.evaluation import read_gold
from kg.extract.annotations import AnnotatedArticle, AnnotationExtractor, read_annotations
from kg.extract.annotations.formats.dna import Choice, CodedDocument, Offsets, read_coded
from tests.extract.annotations.dna_made import TYPES, Doc, Made, Said, make
from tests.extract.annotations.made import TEXT, place, read_one, refusal, told

if TYPE_CHECKING:
    from pathlib import Path

    from kg.extract.annotations.formats.dna_tables import DnaStatement

HARROW = {"person": "Ilse Harrow", "organization": "Norland", "concept": "ferries", "agreement": 0}
VALDORIA = {"organization": "Valdoria", "concept": "open channel", "agreement": 1}


def utf16(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where words stand, as Java counts."""
    start, end = place(words, text)
    return tuple(len(text[:offset].encode("utf-16-le")) // 2 for offset in (start, end))  # type: ignore[return-value]  # two


def said(words: str, values: dict[str, object], text: str = TEXT, **others: object) -> Said:
    return replace(Said(*utf16(words, text), values), **others)  # type: ignore[arg-type]  # names of fields


def coded(path: Path, choice: Choice | None = None) -> list[CodedDocument]:
    found = list(read_coded(path, choice or Choice()))
    assert all(isinstance(one, CodedDocument) for one in found), found
    return [one for one in found if isinstance(one, CodedDocument)]


STATEMENTS = (
    said("the ferries would stop", HARROW),
    said("Valdoria denied that it had closed the channel", VALDORIA),
)


@pytest.mark.parametrize("version", [2, 3])
def test_passages_are_contents_and_coded_names_beside_them_are_sources(tmp_path: Path, version: int) -> None:
    path = make(tmp_path / "coded.dna", Made([Doc(TEXT)], STATEMENTS), version=version)
    one = read_one(path)
    assert told(one) == [
        (["Ilse Harrow"], [], ["the ferries would stop"]),
        (["Valdoria"], [], ["Valdoria denied that it had closed the channel"]),
    ]
    article = one.article
    assert (article.id, article.title, article.publisher, article.byline, article.genre, article.published) == (
        "coded-1", "Ferries", "Strait Courier", ("Ida Brand",), "news", "2025-05-06",
    )  # fmt: skip
    assert one.unmarked == {0, 1}


@pytest.mark.parametrize("version", [2, 3])
def test_everything_that_was_coded_is_kept_with_its_type(tmp_path: Path, version: int) -> None:
    types = {**TYPES, "Scaled": {"person": "short text", "strength": "integer", "why": "long text", "sure": "boolean"}}
    scaled = Said(0, 7, {"person": "Ilse Harrow", "strength": -2, "why": "a\nlong one", "sure": 1}, type="Scaled")
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)], [*STATEMENTS, scaled], types=types), version=version)
    (one,) = coded(path)
    values = [[(statement.type, dict(statement.values)) for statement in codings] for codings in one.codings]
    assert values == [
        [("Scaled", {"person": "Ilse Harrow", "strength": -2, "why": "a\nlong one", "sure": True})],
        [("DNA Statement", {**HARROW, "agreement": False})],
        [("DNA Statement", {**VALDORIA, "person": "", "agreement": True})],
    ]


def test_several_concepts_of_one_passage_are_one_attribution(tmp_path: Path) -> None:
    words = "the ferries would stop"
    statements = [said(words, HARROW), said(words, {**HARROW, "concept": "night traffic", "agreement": 1})]
    (one,) = coded(make(tmp_path / "a.dna", Made([Doc(TEXT)], statements)))
    assert len(one.recorded.attributions) == 1
    assert [statement.values["concept"] for statement in one.codings[0]] == ["ferries", "night traffic"]


def test_several_speakers_of_one_passage_are_its_sources(tmp_path: Path) -> None:
    text = "Ilse Harrow and Ivo Tarsk said that the channel was closed."
    words = "the channel was closed"
    statements = [said(words, {"person": name}, text) for name in ("Ilse Harrow", "Ivo Tarsk")]
    one = read_one(make(tmp_path / "a.dna", Made([Doc(text)], statements)))
    assert told(one) == [(["Ilse Harrow", "Ivo Tarsk"], [], [words])]


def test_coders_who_agree_make_one_attribution_and_those_who_differ_two(tmp_path: Path) -> None:
    statements = [
        said("the ferries would stop", HARROW, coder=2),
        said("the ferries would stop", {**HARROW, "agreement": 1}, coder=3),
        said("it had closed the channel", VALDORIA, coder=2),
        said("that it had closed the channel", VALDORIA, coder=3),
    ]
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)], statements))
    (both,) = coded(path)
    assert [[one.coder for one in codings] for codings in both.codings] == [["Ann", "Ben"], ["Ben"], ["Ann"]]
    (ann,) = coded(path, Choice(coders=["Ann"]))
    assert [len(codings) for codings in ann.codings] == [1, 1]


@pytest.mark.parametrize(
    ("values", "source"),
    [
        ({"person": "Ilse Harrow"}, ["Ilse Harrow"]),
        ({"person": "Minister I. Harrow"}, ["Harrow"]),
        ({"person": "", "organization": "Norland"}, ["Norland"]),
        ({"person": "Ivo Tarsk", "organization": "Norland"}, []),
        ({"person": "", "organization": "Ministry of Harrow"}, []),
        ({"person": "Ferr"}, []),
        ({"person": "", "organization": ""}, []),
        ({"person": "Valdoria"}, []),
        ({"person": "The harbour minister of Norland"}, ["Ilse Harrow"]),
    ],
)
def test_a_source_is_where_the_coded_name_an_alias_or_a_last_word_stands_in_the_paragraph(
    tmp_path: Path, values: dict[str, object], source: list[str]
) -> None:
    made = Made(
        [Doc(TEXT)],
        [said("the ferries would stop", values)],
        aliases={"The harbour minister of Norland": "nobody; Ilse Harrow"},
    )
    assert told(read_one(make(tmp_path / "a.dna", made)))[0][0] == source


def test_of_several_places_of_a_name_the_nearest_is_the_source(tmp_path: Path) -> None:
    text = "Harrow met Tarsk. He said no. Harrow said that the port was open."
    one = read_one(make(tmp_path / "a.dna", Made([Doc(text)], [said("the port was open", {"person": "Harrow"}, text)])))
    assert one.attributions[0].source[0].start == text.index("Harrow said")


def test_offsets_are_utf16_units_unless_one_says_that_they_are_code_points(tmp_path: Path) -> None:
    words = "Valdoria denied"
    java, points = utf16(words), place(words)
    assert java != points
    for offsets, (start, stop) in ((Offsets.UTF_16, java), (Offsets.CODE_POINTS, points)):
        path = tmp_path / f"{offsets}.dna"
        (one,) = coded(make(path, Made([Doc(TEXT)], [Said(start, stop, VALDORIA)])), Choice(offsets=offsets))
        article = one.recorded.article
        assert article is not None
        assert article.cut(one.recorded.attributions[0].content[0]) == words


def test_an_offset_outside_the_text_or_inside_a_character_refuses_the_document_alone(tmp_path: Path) -> None:
    ship = utf16("🚢")[0]
    statements = [
        Said(0, 7, HARROW),
        Said(0, 100_000, HARROW, document=2),
        Said(ship + 1, ship + 5, HARROW, document=3),
        Said(5, 5, HARROW, document=4),
    ]
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)] * 4, statements))
    found = list(read_annotations(path))
    assert isinstance(found[0], AnnotatedArticle)
    errors = [str(one) for one in found if isinstance(one, ArticleError)]
    assert [f"statement {number} reaches" in error for number, error in zip((2, 3, 4), errors, strict=True)] == [
        True
    ] * 3
    assert "--offsets" in errors[0]


def test_documents_without_statements_are_left_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    path = make(tmp_path / "a.dna", Made([Doc(TEXT), Doc("Nobody said anything.")], STATEMENTS))
    assert len(coded(path)) == 1
    assert [len(one.codings) for one in coded(path, Choice(uncoded=True))] == [2, 0]


def test_types_without_a_speaker_are_left_out_and_other_variables_may_name_one(tmp_path: Path) -> None:
    types = {**TYPES, "Frame": {"voice": "short text"}}
    statements = [
        *STATEMENTS,
        Said(0, 7, {"note": "look here"}, type="Annotation"),
        said("the ferries would stop", {"voice": "Harrow"}, type="Frame"),
    ]
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)], statements, types=types))
    assert {statement.type for statement in statements_of(coded(path))} == {"DNA Statement"}
    (framed,) = coded(path, Choice(speakers=["voice"]))
    assert told(AnnotatedArticle(framed.recorded.article, framed.recorded.attributions)) == [  # type: ignore[arg-type]
        (["Harrow"], [], ["the ferries would stop"])
    ]


def statements_of(documents: list[CodedDocument]) -> list[DnaStatement]:
    return [statement for one in documents for codings in one.codings for statement in codings]


def test_an_unknown_coder_or_type_is_an_error_that_lists_the_known(tmp_path: Path) -> None:
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)], STATEMENTS))
    with pytest.raises(MalformedRecord, match="coder 'Eva'; there are 'Admin'"):
        coded(path, Choice(coders=["Eva"]))
    with pytest.raises(MalformedRecord, match="type 'NPF'; there are 'DNA Statement'"):
        coded(path, Choice(types=["NPF"]))
    with pytest.raises(MalformedRecord, match=r"variable voice .*Annotation: note"):
        coded(path, Choice(speakers=["voice"]))


def test_what_is_no_database_of_dna_is_refused_with_the_reason(tmp_path: Path) -> None:
    old = tmp_path / "old.dna"
    old.write_text("<discourse></discourse>", "utf-8")
    assert "version 1 has to be opened in 2" in refusal(old)
    other = tmp_path / "other.dna"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE a (b)")
    assert "there is no table DATASHORTTEXT" in refusal(other)
    with pytest.raises(UnreadableFile, match="no such file"):
        coded(tmp_path / "none.dna")


def test_numbers_that_are_texts_and_days_that_are_none_are_told(tmp_path: Path) -> None:
    path = make(tmp_path / "a.dna", Made([Doc(TEXT, date=10**17), Doc(TEXT, date=None), Doc(TEXT, date=0)], STATEMENTS))
    assert [one.recorded.article.published for one in coded(path, Choice(uncoded=True)) if one.recorded.article] == [
        None
    ] * 3
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE STATEMENTS SET Start = 'here'")
        database.commit()
    assert "'here' stands where a whole number should" in refusal(path)


def test_a_text_that_is_no_utf8_costs_its_own_document_alone(tmp_path: Path) -> None:
    statements = [Said(0, 7, HARROW), Said(0, 3, HARROW, document=2)]
    found = list(read_annotations(make(tmp_path / "a.dna", Made([Doc(TEXT), Doc(b"abc\xff")], statements))))
    assert [isinstance(one, ArticleError) for one in found] == [False, True]
    assert "no UTF-8" in str(found[1])


def test_the_database_is_left_as_it_was(tmp_path: Path) -> None:
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)], STATEMENTS))
    before = path.read_bytes()
    path.chmod(0o400)
    coded(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.dna"]


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=3, max_size=40),
    data=st.data(),
    offsets=st.sampled_from(Offsets),
    version=st.sampled_from([2, 3]),
)
def test_any_passage_comes_back_word_for_word(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject, offsets: Offsets, version: int
) -> None:
    text = f"{text}x"
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))

    def unit(offset: int) -> int:
        return offset if offsets is Offsets.CODE_POINTS else len(text[:offset].encode("utf-16-le")) // 2

    path = tmp_path_factory.mktemp("dna") / "a.dna"
    made = Made([Doc(text)], [Said(unit(start), unit(stop), {"person": text[start:stop]})])
    (one,) = coded(make(path, made, version=version), Choice(offsets=offsets))
    article = one.recorded.article
    assert article is not None
    assert article.text == text
    assert article.cut(one.recorded.attributions[0].content[0]) == text[start:stop]
    assert one.codings[0][0].values["person"] == text[start:stop]


def test_the_command_writes_gold_that_evaluate_and_build_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make(tmp_path / "coded.dna", Made([Doc(TEXT)], STATEMENTS))
    gold_file = tmp_path / "gold.jsonl"
    assert main(["import", "dna", str(path), "-o", str(gold_file)]) == ExitCode.OK
    assert "1 document(s), 2 statement(s) on 2 passage(s)" in capsys.readouterr().err
    gold, errors = read_gold(gold_file)
    assert not errors
    direct, _ = read_gold(path)
    assert gold[0].article.text == direct[0].article.text == TEXT
    assert [(one.source, one.content) for one in gold[0].attributions] == [
        (one.source, one.content) for one in direct[0].attributions
    ]
    assert gold[0].unmarked == {0, 1}
    record = json.loads(gold_file.read_text("utf-8"))
    assert record["attributions"][0]["dna"][0]["values"] == {**HARROW, "agreement": False}
    assert not AnnotationExtractor(gold_file).errors
    assert main(["import", "dna", str(path)]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == record


def test_the_command_tells_of_several_coders_missing_names_and_broken_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statements = [
        said("the ferries would stop", HARROW, coder=2),
        said("the ferries", {"person": "Somebody Else"}, coder=3),
        Said(0, 100_000, HARROW, document=2),
    ]
    path = make(tmp_path / "a.dna", Made([Doc(TEXT)] * 2, statements))
    assert main(["import", "dna", str(path)]) == ExitCode.SOME_FAILED
    told = capsys.readouterr().err
    assert "coded by several people: Ann (1), Ben (1)" in told
    assert "1 passage(s) without a source" in told
    assert "statement 3 reaches" in told
    assert main(["import", "dna", str(path), "--coder", "Ann"]) == ExitCode.OK
    assert "several people" not in capsys.readouterr().err
