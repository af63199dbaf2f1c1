"""The table of statements beside the store: the same as by SPARQL on random graphs, and never older than the quads."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.analysis import (
    ALL_KINDS,
    Selection,
    StatementRow,
    StatementTable,
    counted_pairs,
    explain,
    pair_counts,
    pairs_of,
    statements_frame,
    statements_of,
    who_about_whom,
)
from kg.analysis.quad_rows import whole_table
from kg.analysis.selection import asked_table
from kg.errors import ExtraMissing
from kg.store import EmbeddedStore
from kg.store.folder import GraphFolder, find_or_create_folder
from kg.store.stamp import stamp_of
from kg.store.texts import Texts
from kg.vocab.prefixes import NS
from tests.analysis.test_twice import ACTORS, BINDS, EX, LABEL, TARGETS, TYPE
from tests.query.conftest import CORPUS, VIEW

if TYPE_CHECKING:
    from kg.analysis import Voice

pl = pytest.importorskip("polars", reason="polars is not installed: pip install 'demarche-kg[table]'")

XSD = "http://www.w3.org/2001/XMLSchema#"
PUBLISHER = "https://schema.org/publisher"
SUBJECT = "http://purl.org/dc/terms/subject"
OUTLETS = ("o0", "o1")


@st.composite
def graphs(draw: st.DrawFn) -> EmbeddedStore:
    """View and record of up to eight attributions, with everything that a table holds."""
    store = ox.Store()

    def add(subject: str, predicate: str, value: str | ox.Literal, graph: str = VIEW) -> None:
        node = ox.NamedNode(value) if isinstance(value, str) else value
        store.add(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, ox.NamedNode(graph)))

    for name, kind in {**ACTORS, "draft": "DraftResolution"}.items():
        add(EX + name, TYPE, NS + kind)
        if draw(st.booleans()):
            add(EX + name, LABEL, ox.Literal(f"{name} by name", language="en"))
    add(f"{EX}m0", f"{NS}organOf", f"{EX}st0")
    for article in range(3):
        for outlet in draw(st.lists(st.sampled_from(OUTLETS), max_size=1)):
            add(f"{EX}a{article}", PUBLISHER, EX + outlet)
    add(f"{EX}claim0", LABEL, ox.Literal("the dam is safe"), f"{EX}run0")
    for number in range(draw(st.integers(0, 8))):
        one = f"{EX}s{number}"
        run = f"{EX}run{number % 2}"
        kind = draw(st.sampled_from(ALL_KINDS))
        add(one, TYPE, NS + kind)
        add(one, f"{NS}reportedIn", f"{EX}a{draw(st.integers(0, 2))}")
        for speaker in draw(st.lists(st.sampled_from(sorted(ACTORS)), max_size=2, unique=True)):
            add(one, f"{NS}speaker", EX + speaker)
            for bound in BINDS[speaker]:
                add(one, f"{NS}onBehalfOf", EX + bound)
        if draw(st.booleans()):
            day = f"2024-03-{draw(st.integers(1, 5)):02}"
            add(one, f"{NS}saidLatest", ox.Literal(day, datatype=ox.NamedNode(f"{XSD}date")))
        for target in draw(st.lists(st.sampled_from(TARGETS), max_size=3, unique=True)):
            add(one, f"{NS}about", EX + target)
            for stance in draw(st.lists(st.sampled_from(["opposes", "favours"]), max_size=2, unique=True)):
                add(one, f"{NS}{stance}", EX + target)
        for article in draw(st.lists(st.integers(3, 4), max_size=2, unique=True)):
            add(one, f"{NS}alsoReportedIn", f"{EX}a{article}")
            add(f"{EX}a{article}", PUBLISHER, f"{EX}o{article % 2}")
        for graph in draw(st.lists(st.sampled_from([run, f"{EX}later"]), max_size=2, unique=True)):
            if draw(st.booleans()):
                add(one, f"{NS}rule", ox.Literal("verb"), graph)
            for confidence in draw(st.lists(st.sampled_from(["0.5", "0.75"]), max_size=2, unique=True)):
                add(one, f"{NS}confidence", ox.Literal(confidence, datatype=ox.NamedNode(f"{XSD}decimal")), graph)
            for subject in draw(st.lists(st.sampled_from(["sanctions", "trade"]), max_size=2, unique=True)):
                add(one, SUBJECT, f"https://w3id.org/demarche/voc/subject/{subject}", graph)
        for claim in draw(st.lists(st.sampled_from(["claim0", "claim1"]), max_size=1)):
            add(one, f"{NS}{'entertains' if kind == 'NonAssertion' else 'expresses'}", EX + claim, run)
            if draw(st.booleans()):
                add(one, f"{NS}why", "https://w3id.org/demarche/voc/why/denied", run)
    return EmbeddedStore(GraphFolder(path=Path("nowhere")), store, Texts())


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    first = draw(st.none() | st.integers(1, 5))
    return Selection(
        since=None if first is None else f"2024-03-{first:02}",
        until=draw(st.none() | st.just("2024-03-05")),
        kinds=draw(st.sampled_from([ALL_KINDS, ("Statement", "Attitude"), ("NonAssertion",)])),
        outlets=draw(st.none() | st.lists(st.sampled_from([EX + name for name in OUTLETS]), max_size=2)),
        subjects=draw(st.none() | st.lists(st.sampled_from(["sanctions", "trade"]), max_size=2)),
        least_confidence=draw(st.sampled_from([0, 0.6, 1])),
        voice=draw(st.sampled_from(["speaker", "body", "principal", "state"])),
        copies=draw(st.sampled_from(["once", "each"])),
    )


def first_day() -> st.SearchStrategy[Any]:
    return st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 1, 3))


@settings(max_examples=40, deadline=None)
@given(store=graphs())
def test_rows_read_from_the_quads_are_those_that_sparql_gives(store: EmbeddedStore) -> None:
    read, asked = whole_table(store), asked_table(store, Selection(kinds=ALL_KINDS))
    assert read.rows == asked.rows
    nodes = {node for row in read for node in (row.speaker, row.body, row.state, row.target) if node}
    assert {node: read.name(node) for node in nodes} == {node: asked.name(node) for node in nodes}


@settings(max_examples=40, deadline=None)
@given(store=graphs(), selection=selections())
def test_a_selection_of_the_columns_is_that_of_sparql(store: EmbeddedStore, selection: Selection) -> None:
    asked = asked_table(store, selection)
    found = statements_of(store, selection)
    assert (found.rows, found.voice) == (asked.rows, asked.voice)
    assert all(asked.name(node) == named for node, named in found.names.items())
    frame = statements_frame(store, selection).collect()
    assert frame["statement"].to_list() == [row.statement for row in asked]
    assert frame["voice"].to_list() == [row.voice(selection.voice) for row in asked]
    assert frame["voice_label"].to_list() == [asked.name(row.voice(selection.voice)).label for row in asked]
    assert frame["voice_kind"].to_list() == [asked.name(row.voice(selection.voice)).kind for row in asked]


@settings(max_examples=40, deadline=None)
@given(store=graphs(), selection=selections())
def test_pairs_counted_in_columns_are_those_counted_row_by_row(store: EmbeddedStore, selection: Selection) -> None:
    by_rows = pairs_of(who_about_whom(statements_of(store, selection)))
    by_columns = counted_pairs(statements_frame(store, selection))
    assert list(by_columns.nodes(data=True)) == list(by_rows.nodes(data=True))
    assert {(a, b): tie for a, b, tie in by_columns.edges(data=True)} == {
        (a, b): tie for a, b, tie in by_rows.edges(data=True)
    }
    for source, target, tie in by_columns.edges(data=True):
        told = explain(by_columns, source, target)
        assert told.value == tie["weight"]
        assert told.statements == explain(by_rows, source, target).statements


def test_pairs_have_their_first_and_last_day_and_their_sides() -> None:
    def said(number: int, day: int | None, side: Any) -> StatementRow:
        return StatementRow(
            statement=str(number),
            day=None if day is None else date(2024, 1, day),
            speaker="A",
            target="B",
            polarity=side,
            article=str(number),
        )

    from kg.analysis.frames import frame_of, with_voice

    table = StatementTable.of([said(1, 5, "negative"), said(2, 3, "positive"), said(3, None, "negative")])
    (row,) = pair_counts(with_voice(frame_of(table).lazy(), "speaker")).rows(named=True)
    assert (row["weight"], row["negative"], row["positive"], row["net"]) == (3, 2, 1, -1)
    assert (row["first"], row["last"]) == (date(2024, 1, 3), date(2024, 1, 5))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder with the corpus of the queries."""
    made = find_or_create_folder(tmp_path / "graph")
    store = ox.Store(str(made.quads))
    store.bulk_load(path=str(CORPUS), format=ox.RdfFormat.TRIG)
    store.flush()
    del store
    Texts(made.texts, create=True).close()
    return made.path


def changed(folder: Path) -> None:
    """One statement more, written as any program may write it."""
    store = ox.Store(str(folder / "store"))
    one, view = ox.NamedNode(f"{EX}new"), ox.NamedNode(VIEW)
    for predicate, value in (
        (TYPE, f"{NS}Statement"), (f"{NS}speaker", f"{EX}somebody"), (f"{NS}reportedIn", f"{EX}somewhere"),
    ):  # fmt: skip
        store.add(ox.Quad(one, ox.NamedNode(predicate), ox.NamedNode(value), view))
    del store


def test_the_file_is_made_when_it_is_first_needed_and_used_from_then_on(folder: Path) -> None:
    file = folder / "statements.parquet"
    with kg.open(folder) as graph:
        assert not file.exists()
        first = graph.statements()
        made = file.stat().st_mtime_ns, file.read_bytes()
        assert graph.statements().rows == first.rows
    with kg.open(folder) as graph:
        assert graph.statements().rows == first.rows == asked_table(graph.store, Selection()).rows
    assert (file.stat().st_mtime_ns, file.read_bytes()) == made
    assert [name for name in os.listdir(folder) if name.endswith(".part")] == []


def test_a_file_older_than_the_quads_is_made_again_and_never_used(folder: Path) -> None:
    with kg.open(folder) as before:
        many = len(before.table())
        changed(folder)
        assert len(before.table()) == many  # The snapshot is older than the change, and stays what it was.
        with kg.open(folder) as after:
            assert len(after.table()) == many + 1
            assert len(after.statements()) == many + 1
        assert len(before.table()) == many
    with kg.open(folder) as again:
        assert len(again.table()) == many + 1


def test_a_file_exchanged_between_its_being_found_and_its_being_read_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kg.open(folder) as before:
        many = len(before.table())
        newer = shutil.copytree(folder, tmp_path / "newer")
        changed(newer)
        with kg.open(newer) as other:
            assert len(other.table()) == many + 1
        collect = pl.LazyFrame.collect
        times: list[int] = []

        def exchanged_meanwhile(frame: Any, *given: Any, **named: Any) -> Any:
            if not times:
                times.append(1)
                shutil.copy(newer / "statements.parquet", folder / "statements.parquet")
            return collect(frame, *given, **named)

        monkeypatch.setattr(pl.LazyFrame, "collect", exchanged_meanwhile)
        assert len(before.table()) == many


@pytest.mark.parametrize("broken", [b"", b"PAR1 and nothing else PAR1", b"no table"])
def test_a_broken_file_is_made_again(folder: Path, broken: bytes) -> None:
    (folder / "statements.parquet").write_bytes(broken)
    with kg.open(folder) as graph:
        assert graph.statements().rows == asked_table(graph.store, Selection()).rows
    assert (folder / "statements.parquet").read_bytes() != broken


def test_a_table_of_another_make_is_not_taken_for_ours(folder: Path) -> None:
    file = folder / "statements.parquet"
    pl.DataFrame({"statement": ["x"]}).write_parquet(file)
    with kg.open(folder) as graph:
        assert len(graph.table()) > 1
        stamped = pl.read_parquet_metadata(file)
    pl.DataFrame({"statement": ["x"]}).write_parquet(file, metadata={"demarche": stamped["demarche"]})
    with kg.open(folder) as graph:
        assert len(graph.table()) > 1


def test_a_folder_that_cannot_be_written_is_read_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("read-only file system")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", refuse)
    with kg.open(folder) as graph:
        assert len(graph.table()) == len(asked_table(graph.store, Selection()))
    assert not (folder / "statements.parquet").exists()


def test_equal_graphs_give_equal_files(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    for path in (folder, tmp_path / "copy"):
        with kg.open(path) as graph:
            graph.table()
    assert (folder / "statements.parquet").read_bytes() == (tmp_path / "copy" / "statements.parquet").read_bytes()


def test_without_polars_statements_are_the_same_and_tables_name_the_extra(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kg.open(folder) as graph:
        with_it = graph.statements(Selection(voice="state"))
    (folder / "statements.parquet").unlink()
    monkeypatch.setitem(sys.modules, "polars", None)
    with kg.open(folder) as graph:
        without = graph.statements(Selection(voice="state"))
        with pytest.raises(ExtraMissing, match=r"demarche-kg\[table\]"):
            graph.table()
    assert (without.rows, without.voice) == (with_it.rows, with_it.voice)
    assert not (folder / "statements.parquet").exists()


def test_the_stamp_tells_every_change_and_only_opening_changes_nothing(folder: Path) -> None:
    before = stamp_of(folder / "store")
    EmbeddedStore.open(folder).close()
    assert stamp_of(folder / "store") == before
    changed(folder)
    assert stamp_of(folder / "store") not in (None, before)
    assert stamp_of(folder / "nothing") is None


def test_a_store_open_for_writing_has_no_stamp(folder: Path) -> None:
    with EmbeddedStore.open(folder, read_only=False) as store:
        assert store.stamp is None
        assert len(statements_of(store)) > 0
    assert not (folder / "statements.parquet").exists()


@pytest.mark.parametrize("voice", ["speaker", "body", "principal", "state"])
def test_a_frame_says_who_counts_as_the_voice(folder: Path, voice: Voice) -> None:
    with kg.open(folder) as graph:
        frame, table = graph.table(Selection(voice=voice)), graph.statements(Selection(voice=voice))
    assert frame["voice"].to_list() == [row.voice(voice) for row in table]
    assert frame.columns[:3] == ["voice", "voice_label", "voice_kind"]
