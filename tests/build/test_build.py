"""Building a graph: what is counted, refused and read again."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest

from kg.build import BuildReport, Pipeline, Refusal, build_graph
from kg.build import extractors as plugins
from kg.errors import GraphLocked, MalformedRecord, PluginError, ReadingFailed
from kg.model import Article
from kg.resolve import load_authority
from kg.store import EmbeddedStore
from kg.store.writer import GraphWriter

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Attribution
    from kg.text import AnnotatedText, TextReader

GOOD = Article(id="good", text="France said the talks were over.", title="Talks", published="2024-05-01")
BAD = Article(id="bad", text="BOOM, France said.", source_file="lines.jsonl")


class Fickle:
    """Finds nothing, fails on a text that begins with a bang, and counts what it reads."""

    name = "fickle"

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.read: list[Article] = []

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        self.read.append(text.article)
        if text.article.text.startswith("BOOM"):
            raise IndexError("list index out of range")
        return ()


@pytest.fixture
def pipeline(reader: TextReader, authority: object) -> Pipeline:
    return Pipeline(extractor=Fickle(), reader=reader, authority=authority)  # type: ignore[arg-type]  # of the fixture


@pytest.fixture(scope="module")
def authority() -> object:
    return load_authority()


def _read(pipeline: Pipeline) -> list[Article]:
    assert isinstance(pipeline.extractor, Fickle)
    return pipeline.extractor.read


def test_an_article_that_the_rules_fail_on_is_refused_and_the_rest_is_built(pipeline: Pipeline, tmp_path: Path) -> None:
    broken = MalformedRecord("no JSON", source="lines.jsonl", line=3)
    report = build_graph([BAD, broken, GOOD], tmp_path / "g", pipeline=pipeline)
    assert (report.added, report.unchanged, report.replaced, report.words) == (1, 0, 0, 7)
    first, second = report.refusals
    assert first.source == "lines.jsonl"
    assert "id:bad" in first.problem
    assert "IndexError" in first.problem
    assert "/" not in first.problem.replace("kg/extract/", "")
    assert second == Refusal(source="lines.jsonl", line=3, problem="no JSON")
    assert str(second) == "lines.jsonl, line 3: no JSON"
    with EmbeddedStore.open(tmp_path / "g") as store:
        assert store.article(GOOD.version) == GOOD
        assert store.article(BAD.version) is None


def test_reading_one_article_fails_with_an_error_of_the_tree(pipeline: Pipeline) -> None:
    with pytest.raises(ReadingFailed, match="IndexError"):
        pipeline.read_article(BAD)


def test_what_is_there_already_is_not_read_again(pipeline: Pipeline, tmp_path: Path) -> None:
    build_graph([GOOD, GOOD], tmp_path / "g", pipeline=pipeline)
    report = build_graph(
        [replace(GOOD, source_file="elsewhere.txt", loader="other")], tmp_path / "g", pipeline=pipeline
    )
    assert report == BuildReport(unchanged=1)
    assert len(_read(pipeline)) == 1


def test_a_date_that_is_learnt_later_is_read_in_and_never_lost_again(pipeline: Pipeline, tmp_path: Path) -> None:
    undated = replace(GOOD, published=None)
    assert build_graph([undated], tmp_path / "g", pipeline=pipeline).added == 1
    assert build_graph([GOOD], tmp_path / "g", pipeline=pipeline).replaced == 1
    assert build_graph([undated], tmp_path / "g", pipeline=pipeline).unchanged == 1
    with EmbeddedStore.open(tmp_path / "g") as store:
        assert store.article(GOOD.version) == GOOD


def test_a_new_version_of_the_extractor_reads_again_and_leaves_nothing_of_the_old(
    pipeline: Pipeline, reader: TextReader, tmp_path: Path
) -> None:
    newer = Pipeline(extractor=Fickle("2"), reader=reader, authority=pipeline.authority)
    build_graph([GOOD], tmp_path / "g", pipeline=pipeline)
    assert build_graph([GOOD], tmp_path / "g", pipeline=newer).replaced == 1
    build_graph([GOOD], tmp_path / "fresh", pipeline=newer)
    with EmbeddedStore.open(tmp_path / "g") as again, EmbeddedStore.open(tmp_path / "fresh") as fresh:
        assert sorted(map(str, again.quads)) == sorted(map(str, fresh.quads))


def test_a_build_that_is_interrupted_keeps_whole_articles_and_lets_go_of_the_folder(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    def interrupt(name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_graph([GOOD], tmp_path / "g", pipeline=pipeline, on_article=interrupt)
    assert build_graph([GOOD], tmp_path / "g", pipeline=pipeline).added == 1


def test_a_folder_that_is_being_written_is_named_before_anything_is_loaded(tmp_path: Path) -> None:
    with GraphWriter.open(tmp_path / "g"), pytest.raises(GraphLocked):
        build_graph([GOOD], tmp_path / "g", extractor="no such extractor")


def test_progress_is_told_for_every_input(pipeline: Pipeline, tmp_path: Path) -> None:
    told: list[str] = []
    broken = MalformedRecord("no JSON", source="lines.jsonl", line=3)
    build_graph([GOOD, broken], tmp_path / "g", pipeline=pipeline, on_article=told.append)
    assert told == ["Talks", "lines.jsonl"]


def test_an_unknown_extractor_is_named_with_those_that_there_are() -> None:
    with pytest.raises(PluginError, match=r"'nobody'.*rules"):
        Pipeline(extractor="nobody")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("kg.nowhere:Thing", "cannot be loaded"),
        ("kg.errors:Nothing", "cannot be loaded"),
        ("kg.errors:KgError", "has no 'name'"),
    ],
)
def test_a_broken_plug_in_is_named(monkeypatch: pytest.MonkeyPatch, value: str, words: str) -> None:
    entry = EntryPoint(name="broken", value=value, group=plugins.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda **_: EntryPoints([entry]))
    with pytest.raises(PluginError, match=words):
        plugins.load_extractor("broken")


def test_the_run_changes_with_everything_that_changes_what_is_found(pipeline: Pipeline, reader: TextReader) -> None:
    newer = Pipeline(extractor=Fickle("2"), reader=reader, authority=pipeline.authority)
    assert newer.run.fingerprint != pipeline.run.fingerprint
    told = " ".join(pipeline.run.parts)
    for part in ("model=en_core_web_sm 3", "spacy 3", "option kg=", "reference actors="):
        assert part in told
