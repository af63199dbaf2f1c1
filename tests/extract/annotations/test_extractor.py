"""Recorded attributions behind the protocol of extractors."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles import read_sources
from kg.build import Pipeline
from kg.cli.extraction import article_record
from kg.errors import AnnotationMismatch, ArticleError, UnknownFormat
from kg.extract.annotations import AnnotationExtractor
from kg.extract.annotations.records import spans_of
from kg.extract.rules import RulesExtractor
from kg.model import Article, Kind
from kg.resources import resource
from tests.extract.annotations.made import TEXT, attribution, json_line_file, place, record

if TYPE_CHECKING:
    from pathlib import Path

    from kg.extract.protocol import Extractor
    from kg.resolve import Authority
    from kg.text import TextReader


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """One article with a statement, its words and a denial."""
    waited = {
        "source": [list(place("she"))],
        "cue": [list(place("told"))],
        "content": [list(place("“We waited a year 🚢,”"))],
    }
    denial = {
        "source": [list(place("Valdoria"))], "cue": [list(place("denied"))],
        "content": [list(place("it had closed the channel"))],
    }  # fmt: skip
    return json_line_file(tmp_path, record(attributions=[denial, attribution(), waited]))


@pytest.fixture
def extractors(recorded: Path) -> list[Extractor]:
    return [RulesExtractor(), AnnotationExtractor(recorded)]


def test_every_extractor_keeps_the_protocol(extractors: list[Extractor], reader: TextReader) -> None:
    text = reader.read(Article(id="ferries", text=TEXT))
    for extractor in extractors:
        assert extractor.name
        assert extractor.version
        found = extractor.extract(text)
        assert found
        assert found == extractor.extract(text)
        assert isinstance(found, tuple)
        for number, one in enumerate(found):
            assert one.content
            assert one.rule
            assert one.outer is None or (0 <= one.outer < len(found) and one.outer != number)
            assert (one.kind is Kind.SECOND_HAND) <= (one.outer is not None)
            assert (one.kind is Kind.NON_ASSERTION) == (one.why is not None)
            for span in spans_of(one):
                assert span.end <= len(text.article.text if span.string == "text" else text.article.title)
        starts = [(one.cue or one.content)[0].start for one in found]
        assert starts == sorted(starts)


def test_an_article_is_known_by_its_text_or_by_its_name(recorded: Path, reader: TextReader) -> None:
    extractor = AnnotationExtractor(recorded)
    by_text = extractor.extract(reader.read(Article(id="another id", text=TEXT)))
    by_name = extractor.extract(reader.read(Article(id="ferries", text="New.\n\n" + TEXT)))
    assert len(by_text) == len(by_name) == 3
    with pytest.raises(AnnotationMismatch, match="no annotations of this article"):
        extractor.extract(reader.read(Article(id="another id", text="Another text.")))


def test_a_name_with_another_text_is_refused(recorded: Path, reader: TextReader) -> None:
    with pytest.raises(AnnotationMismatch, match="none of the 3 attributions"):
        AnnotationExtractor(recorded).extract(reader.read(Article(id="ferries", text="Another text.")))


def test_what_another_wording_lacks_is_told_and_the_rest_is_kept(
    recorded: Path, reader: TextReader, caplog: pytest.LogCaptureFixture
) -> None:
    changed = TEXT.replace("would stop", "would go on")
    with caplog.at_level(logging.WARNING, logger="kg.extract"):
        found = AnnotationExtractor(recorded).extract(reader.read(Article(id="ferries", text=changed)))
    assert len(found) == 2
    assert "1 of 3 attributions" in caplog.text


def test_offsets_in_a_whole_file_find_title_and_text_of_the_article_that_a_loader_reads_from_it(
    tmp_path: Path, reader: TextReader
) -> None:
    whole = "Harrow: ferries to stop\n\nHOLM, May 6\n\n" + TEXT
    (tmp_path / "story.txt").write_text(whole, "utf-8", newline="")
    spans = [
        (name, type, *place(words, whole))
        for name, type, words in (
            ("T1", "Source", "Harrow"), ("T2", "Content", "ferries to stop"), ("T3", "Source", "Valdoria"),
            ("T4", "Cue", "denied"), ("T5", "Content", "it had closed the channel"),
        )
    ]  # fmt: skip
    lines = [f"{name}\t{type} {start} {end}\t{whole[start:end]}" for name, type, start, end in spans]
    links = ["R1\tBy Arg1:T1 Arg2:T2", "R2\tBy Arg1:T3 Arg2:T4", "R3\tOf Arg1:T4 Arg2:T5"]
    (tmp_path / "story.ann").write_text("\n".join([*lines, *links]), "utf-8")
    (article,) = read_sources([tmp_path / "story.txt"])
    assert isinstance(article, Article)
    found = AnnotationExtractor(tmp_path).extract(reader.read(article))
    assert article.title == "Harrow: ferries to stop"
    assert [(one.content[0].string, article.cut(one.source[0]), article.cut(one.content[0])) for one in found] == [
        ("title", "Harrow", "ferries to stop"),
        ("text", "Valdoria", "it had closed the channel"),
    ]


def test_of_two_outlets_with_one_text_each_has_its_own_annotations(tmp_path: Path, reader: TextReader) -> None:
    path = json_line_file(tmp_path, record(id="a"), record(id="b", attributions=[]))
    extractor = AnnotationExtractor(path)
    assert [len(extractor.extract(reader.read(Article(id=name, text=TEXT)))) for name in "ab"] == [1, 0]


def test_errors_of_the_files_come_first_and_an_article_counts_once(tmp_path: Path) -> None:
    path = json_line_file(tmp_path, record(), "{broken", record(), {"id": "x", "attributions": []})
    extractor = AnnotationExtractor(path)
    broken, double, article, without_text = extractor.articles()
    assert isinstance(article, Article)
    assert [str(one).partition(": ")[2] for one in (broken, double, without_text)] == [
        "not valid JSON (Expecting property name enclosed in double quotes, column 2)",
        "this article was annotated already; the first ones count",
        "there is no text for these annotations; give the articles, too",
    ]
    assert extractor.errors == (broken, double)


def test_the_version_changes_with_what_is_recorded_and_with_nothing_else(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
    lines = [record(), record(), record(attributions=[])]
    first, same, other = (
        AnnotationExtractor(json_line_file(*pair)).version for pair in zip(folders, lines, strict=True)
    )
    assert first == same
    assert first != other


def test_an_unknown_format_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        AnnotationExtractor(tmp_path, "xml")


@pytest.fixture(scope="module")
def pipeline(reader: TextReader) -> Pipeline:
    return Pipeline(extractor=RulesExtractor(), reader=reader)


def written(folder: Path, pipeline: Pipeline, sources: list[Path]) -> tuple[list[Article], list[dict[str, object]]]:
    articles = [one for one in read_sources(sources) if isinstance(one, Article)]
    found = [pipeline.read_article(one) for one in articles]
    return articles, [article_record(one.article, one.attributions, one.resolved, one.facts) for one in found]


def with_extractor(extractor: Extractor, pipeline: Pipeline, authority: Authority) -> Pipeline:
    return Pipeline(extractor=extractor, reader=pipeline.reader, authority=authority)


def test_what_kg_extract_writes_comes_back_the_same(tmp_path: Path, pipeline: Pipeline) -> None:
    articles, lines = written(tmp_path, pipeline, [resource("examples/articles")])
    path = json_line_file(tmp_path, *lines)
    again = with_extractor(AnnotationExtractor(path), pipeline, pipeline.authority)
    for article, line in zip(articles, lines, strict=True):
        read = again.read_article(article)
        assert read.attributions == pipeline.read_article(article).attributions
        assert json.loads(json.dumps(article_record(article, read.attributions, read.resolved, read.facts))) == line


def test_the_run_names_the_annotations_and_their_version(recorded: Path, pipeline: Pipeline) -> None:
    extractor = AnnotationExtractor(recorded)
    run = with_extractor(extractor, pipeline, pipeline.authority).run
    assert (run.extractor, run.version) == ("annotations", extractor.version)
    assert run.fingerprint != pipeline.run.fingerprint


def test_statements_of_annotations_have_speakers_and_an_unknown_one_stays_unknown(
    tmp_path: Path, pipeline: Pipeline
) -> None:
    lone = attribution(source=None, content=[list(place("We waited a year"))], cue=[])
    path = json_line_file(tmp_path, record(attributions=[attribution(), lone]))
    extractor = AnnotationExtractor(path)
    (article,) = extractor.articles()
    assert isinstance(article, Article)
    again = with_extractor(extractor, pipeline, pipeline.authority)
    read = again.read_article(article)
    named, unknown = read.facts.statements
    assert [read.resolved.actors[speaker.actor].label for speaker in named.speakers] == ["Ilse Harrow"]
    assert unknown.speakers == ()
    again.record(read)


ODD = st.sampled_from(
    ["Torr said ", "“", "”", "We wait", "\r\n", "\n\n", "🚢", "e\u0301", "\u00ad", "\u200b", "&quot;", "©", " ", ". ",
     "BRAVA (Wire) — ", "By Nora Brandt\n", "denied that ", "'", "Follow us on"]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=st.lists(ODD, min_size=1, max_size=14).map("".join).filter(str.strip), data=st.data())
def test_any_offsets_inside_any_text_become_a_record_or_a_sentence(
    text: str, data: st.DataObject, tmp_path: Path, pipeline: Pipeline
) -> None:
    def spans() -> list[list[int]]:
        pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
        return [[start, min(len(text), start + size)] for start, size in data.draw(st.lists(pairs, max_size=2))]

    count = data.draw(st.integers(1, 4))
    kinds = st.sampled_from([None, *(kind.value for kind in Kind)])
    modes = st.sampled_from([None, "direct", "mixed", "indirect"])
    entries = [
        {
            "source": spans(), "cue": spans(), "content": spans(), "quotes": spans(), "addressee": spans(),
            "target": spans(), "when": spans(), "medium": spans(), "kind": data.draw(kinds),
            "mode": data.draw(modes), "outer": number - 1 if number and data.draw(st.booleans()) else None,
        }
        for number in range(count)
    ]  # fmt: skip
    extractor = AnnotationExtractor(json_line_file(tmp_path, {"id": "odd", "text": text, "attributions": entries}))
    (article,) = extractor.articles()
    assert isinstance(article, Article), article
    again = with_extractor(extractor, pipeline, pipeline.authority)
    read = again.read_article(article)
    for one in read.attributions:
        assert all(any(piece.covers(quote) for piece in one.content) for quote in one.quotes)
        assert all(article.cut(span).strip() for span in spans_of(one))
    again.record(read)


def test_twenty_thousand_attributions_of_one_article_are_read(tmp_path: Path, reader: TextReader) -> None:
    text = "Torr said no. " * 40
    entries = [
        {"source": None, "cue": [], "content": [[number % 500, number % 500 + 1 + number // 500]]}
        for number in range(20_000)
    ]
    extractor = AnnotationExtractor(json_line_file(tmp_path, {"id": "many", "text": text, "attributions": entries}))
    (article,) = extractor.articles()
    assert not isinstance(article, ArticleError)
    assert extractor.extract(reader.read(article))
