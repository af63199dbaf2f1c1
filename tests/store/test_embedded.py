"""The graph folder: opening, locking, answering."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import GraphLocked, GraphMissing, GraphVersion, QueryError, StoreError, UnsafeQuery
from kg.store import EmbeddedStore, Iri, Literal
from kg.store.writer import GraphWriter
from tests.store.conftest import READINGS
from tests.store.test_safety import REACHING
from tests.store.world import NORVIK, Saying, article, iri, reference_quads, rows, telling

if TYPE_CHECKING:
    from pathlib import Path


def _everything(folder: Path) -> list[str]:
    with EmbeddedStore.open(folder) as store:
        return sorted(map(str, store.quads))


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphMissing, match="kg build"):
        EmbeddedStore.open(tmp_path / "nowhere")
    (tmp_path / "graph.toml").write_text('format = 1\nbase = "https://w3id.org/demarche/id/"\n')
    with pytest.raises(GraphMissing):
        EmbeddedStore.open(tmp_path)


def test_a_graph_of_another_format_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "graph.toml").write_text('format = 99\nbase = "x:"\n')
    for open_ in (EmbeddedStore.open, GraphWriter.open):
        with pytest.raises(GraphVersion, match="99"):
            open_(tmp_path)
    assert os.listdir(tmp_path) == ["graph.toml"]


@pytest.mark.parametrize("settings", ["format = ", 'format = 1\nbase = ""', "format = 1", "\x00"])
def test_broken_settings_are_named(tmp_path: Path, settings: str) -> None:
    (tmp_path / "graph.toml").write_text(settings)
    with pytest.raises(StoreError, match=r"graph\.toml"):
        EmbeddedStore.open(tmp_path)


def test_a_folder_with_other_files_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="other files"):
        GraphWriter.open(tmp_path)
    assert os.listdir(tmp_path) == ["thesis.txt"]


def test_a_second_writer_gets_a_sentence_and_readers_get_in(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from kg.store.writer import GraphWriter; "
        f"GraphWriter.open(Path({str(tmp_path / 'g')!r}))"
    )
    with GraphWriter.open(tmp_path / "g") as writer:
        writer.set_reference(reference_quads(), "world-1")
        for reading in READINGS:
            writer.add(reading.article, reading.run, reading.quads)
        writer.flush()
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert "GraphLocked: another process is writing" in other.stderr
        with pytest.raises(GraphLocked):
            EmbeddedStore.open(tmp_path / "g", read_only=False)
        with EmbeddedStore.open(tmp_path / "g") as store:
            assert len(rows(store, "SELECT ?s { ?s :content ?words }")) == 3
    GraphWriter.open(tmp_path / "g").close()


def test_loading_twice_changes_nothing(graph: Path) -> None:
    before = _everything(graph)
    with GraphWriter.open(graph) as writer:
        writer.set_reference(reference_quads(), "world-1")
        assert all(writer.is_done(writer.best_known(one.article), one.run) for one in READINGS)
        for one in READINGS:
            assert writer.add(one.article, one.run, one.quads) == "replaced"
    assert _everything(graph) == before


def test_readers_see_whole_articles_while_a_writer_works(tmp_path: Path) -> None:
    sayings = [Saying("Cod are ours", NORVIK), Saying("nets were cut", NORVIK)]
    counts: list[int] = []
    failures: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                with EmbeddedStore.open(tmp_path / "g") as store:
                    counts.append(len(rows(store, "SELECT ?s { ?s :content ?words }")))
            except (GraphMissing, GraphLocked) as error:
                failures.append(error)

    with GraphWriter.open(tmp_path / "g") as writer:
        writer.set_reference(reference_quads(), "world-1")
        thread = threading.Thread(target=read)
        thread.start()
        for number in range(12):
            one = telling(
                article(f"Cod are ours, and nets were cut {number}.", url=f"https://a.example/{number % 6}"), sayings
            )
            writer.add(one.article, one.run, one.quads)
            writer.flush()
        done.set()
        thread.join()
    assert failures == []
    assert counts == sorted(counts)
    assert all(count % 2 == 0 for count in counts)


def test_answers_are_plain_terms(graph: Path) -> None:
    with EmbeddedStore.open(graph) as store:
        found = store.select(
            "SELECT ?s ?words ?none { ?s <https://w3id.org/demarche/ns#content> ?words FILTER(CONTAINS(?words, '🐟')) }"
        )
        assert found.variables == ("s", "words", "none")
        ((subject, words, none),) = found.rows
        assert isinstance(subject, Iri)
        assert words == Literal("Näts 🐟 were cut", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en")
        assert none is None
        assert store.ask(f"ASK {{ ?s ?p <{iri(NORVIK)}> }}")
        assert not store.ask("ASK { ?s ?p <a:b> }")
        triples = store.construct("CONSTRUCT { ?a <a:says> ?b } { ?s <https://w3id.org/demarche/ns#speaker> ?a , ?b }")
        assert triples == tuple(sorted(set(triples)))
        assert len(triples) == 3


def test_the_words_of_a_version_come_back_as_they_were_read(graph: Path) -> None:
    with EmbeddedStore.open(graph) as store:
        assert store.article(READINGS[0].article.version) == READINGS[0].article
        assert store.article("0000000000000000") is None


def test_texts_that_no_encoding_holds_come_back_too(tmp_path: Path) -> None:
    source = article("Cod are ours \ud83d, they said.\r\n", title="\x00 lone \udc9f", byline="")
    reading = telling(source, [Saying("Cod are ours", NORVIK)])
    with GraphWriter.open(tmp_path / "g") as writer:
        writer.add(source, reading.run, reading.quads)
        writer.flush()
        kept = writer.texts.article(source.version)
    assert kept is not None
    assert (kept.text, kept.title) == (source.text, source.title)


@pytest.mark.parametrize("query", [pytest.param(query, id=name) for name, query in REACHING.items()])
def test_no_query_reaches_a_server(graph: Path, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0)
        with EmbeddedStore.open(graph) as store, pytest.raises(UnsafeQuery):
            store.select(query.replace("127.0.0.1:9", f"127.0.0.1:{trap.getsockname()[1]}"))
        with pytest.raises(BlockingIOError):
            trap.accept()


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { ?s ?p }", "ASK { ?s ?p ?o }", "", "DESCRIBE <a:b>"])
def test_what_is_no_select_is_a_query_error(graph: Path, query: str) -> None:
    with EmbeddedStore.open(graph) as store, pytest.raises(QueryError):
        store.select(query)


def test_a_query_without_end_is_given_up_and_the_next_one_is_answered(graph: Path) -> None:
    with EmbeddedStore.open(graph, timeout_s=0.3) as store:
        begun = time.monotonic()
        with pytest.raises(QueryError, match="seconds"):
            store.select(
                "SELECT (COUNT(*) AS ?n) "
                "{ GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} GRAPH ?m {?n2 ?o ?p} }"
            )
        assert store.ask("ASK { ?s ?p ?o }")
        assert time.monotonic() - begun < 5


def test_the_store_holds_named_graphs_only(graph: Path) -> None:
    with EmbeddedStore.open(graph) as store:
        assert not list(store.quads.quads_for_pattern(None, None, None, ox.DefaultGraph()))
