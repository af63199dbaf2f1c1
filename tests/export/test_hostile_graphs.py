"""Every exporter on graphs of hostile texts and on empty ones: two readers, that know nothing of us, count the same."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
import sqlite3
import zipfile
from collections import Counter
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib
from lxml import html

from kg.analysis import statements_of
from kg.errors import ExportError
from kg.export import export_network, exporter_names, load_exporter, write_whole
from kg.export.network_forms import WRITERS
from tests.export.graphs import hostile_quads, store_of
from tests.export.hostile import everything
from tests.export.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.store import EmbeddedStore

FORMS: Final = [name for name in exporter_names() if name != "parquet" or find_spec("pyarrow")]
RDF: Final = {
    "nquads": (ox.RdfFormat.N_QUADS, "nquads"),
    "trig": (ox.RdfFormat.TRIG, "trig"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
    "nanopub": (ox.RdfFormat.TRIG, "trig"),
    "turtle": (ox.RdfFormat.TURTLE, "turtle"),
}
"""Form -> what pyoxigraph and rdflib call it."""


@pytest.fixture(scope="module", params=["hostile", "empty"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    quads = hostile_quads() if request.param == "hostile" else []
    with store_of(quads, tmp_path_factory.mktemp(str(request.param)) / "graph") as opened:
        yield opened


def exported(store: EmbeddedStore, form: str) -> bytes:
    return b"".join(load_exporter(form).chunks(store))


@pytest.mark.parametrize("form", FORMS)
def test_every_exporter_writes_the_same_bytes_twice(form: str, store: EmbeddedStore) -> None:
    data = exported(store, form)
    assert data == exported(store, form)
    assert data or form in {"nquads", "turtle", "trig", "nanopub"}  # Of nothing, these may say nothing.


@pytest.mark.parametrize("form", sorted(set(READERS)))
def test_every_network_of_a_graph_has_its_actors_and_ties(form: str, store: EmbeddedStore) -> None:
    table = statements_of(store)
    ties = Counter(
        (row.speaker, row.target) for row in table if row.target is not None and table.name(row.target).is_actor
    )
    read = READERS[form](exported(store, form))
    if form in {"gexf", "ucinet"}:
        assert read.edges.total() <= ties.total()
        assert bool(read.edges) == bool(ties)
    elif form != "nodes-csv":
        assert read.edges.total() == ties.total()
    if form != "edges-csv":
        assert read.labels.total() == len({end for pair in ties for end in pair})


@pytest.mark.parametrize("form", sorted(RDF))
def test_pyoxigraph_and_rdflib_read_the_same_statements(form: str, store: EmbeddedStore) -> None:
    data = exported(store, form)
    own, theirs = RDF[form]
    quads = set(ox.parse(data, format=own))
    if form == "turtle":
        graph = rdflib.Graph()
        graph.parse(data=data.decode(), format=theirs)
        found = {(str(s), str(p), str(o)) for s, p, o in graph}
        assert len(graph) == len(quads)
    else:
        dataset = rdflib.Dataset()
        dataset.parse(data=data.decode(), format=theirs)
        found = {(str(s), str(p), str(o)) for s, p, o, _ in dataset.quads()}
        assert len(list(dataset.quads())) == len(quads)
    assert found == {(_plain(quad.subject), _plain(quad.predicate), _plain(quad.object)) for quad in quads}
    if form in {"nquads", "trig", "jsonld"}:
        assert quads == set(store.quads)


def _plain(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def test_csv_and_pandas_read_every_line_of_the_event_list(store: EmbeddedStore) -> None:
    text = exported(store, "dna").decode()
    wanted = [row for row in statements_of(store) if row.target and row.polarity in {"positive", "negative"}]
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    frame = pd.read_csv(io.StringIO(text, newline=""), sep=";", dtype=str, keep_default_na=False)
    assert len(rows) == len(frame) == len(wanted)
    assert [list(row.values()) for row in rows] == frame.to_numpy().tolist()
    assert not [cell for row in rows for cell in row.values() if cell.lstrip(" ").startswith(tuple("=+-@\t\r\n"))]
    assert all(line.count(";") == len(frame.columns) - 1 for line in text.splitlines())


NEO4J_TYPES: Final[dict[str, Callable[[str], object]]] = {"date": date.fromisoformat, "double": float, "string": str}
"""Types of properties that we use, of those that the importer knows, and what reads a value."""


@pytest.mark.parametrize("form", ["neo4j-nodes", "neo4j-relationships"])
def test_headers_for_neo4j_are_those_of_its_importer_and_every_cell_has_its_type(
    form: str, store: EmbeddedStore
) -> None:
    text = exported(store, form).decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    # Neo4j Operations Manual, "CSV header format": name:TYPE, and :ID, :LABEL, :START_ID, :END_ID, :TYPE.
    special = {"neo4j-nodes": {"id:ID", ":LABEL"}, "neo4j-relationships": {":START_ID", ":END_ID", ":TYPE"}}[form]
    assert special <= set(header)
    assert len(header) == len(set(header))
    plain = [name for name in header if name not in special]
    assert all(re.fullmatch(rf"[A-Za-z_]\w*(?::(?:{'|'.join(NEO4J_TYPES)}))?", name) for name in plain)
    for row in rows:
        assert len(row) == len(header)
        for name, cell in zip(header, row, strict=True):
            assert "\n" not in cell
            assert "\r" not in cell
            if name in {"id:ID", ":START_ID", ":END_ID", ":TYPE", ":LABEL"}:
                assert cell
            if name in {":TYPE", ":LABEL"}:
                assert all(re.fullmatch(r"[A-Za-z_]\w*", label) for label in cell.split(";"))
            elif cell and name not in special:
                NEO4J_TYPES[name.partition(":")[2] or "string"](cell)
    frame = pd.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)
    assert len(frame) == len(rows)


def test_every_end_of_a_relationship_of_neo4j_is_one_node(store: EmbeddedStore) -> None:
    nodes = pd.read_csv(io.BytesIO(exported(store, "neo4j-nodes")), dtype=str, keep_default_na=False)
    ties = pd.read_csv(io.BytesIO(exported(store, "neo4j-relationships")), dtype=str, keep_default_na=False)
    assert nodes["id:ID"].is_unique
    assert {*ties[":START_ID"], *ties[":END_ID"]} <= set(nodes["id:ID"])


def test_a_parser_of_html_finds_no_element_that_a_name_brought_in(store: EmbeddedStore) -> None:
    page = exported(store, "html").decode()
    assert not html.fromstring(page).xpath("//x")


def test_archives_and_databases_hold_what_others_open(store: EmbeddedStore, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(store, "dna-r"))) as archive:
        assert archive.testzip() is None
    file = tmp_path / "a.dna"
    file.write_bytes(exported(store, "dna-database"))
    database = sqlite3.connect(file)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


class _Full(io.RawIOBase):
    """A device that is full after so many bytes."""

    def __init__(self, room: int, path: Path) -> None:
        self._room = room
        path.touch()

    def write(self, data: object) -> int:
        size = len(data)  # type: ignore[arg-type]  # bytes
        if size > self._room:
            raise OSError(errno.ENOSPC, "No space left on device")
        self._room -= size
        return size


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    form: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with store_of(hostile_quads(), tmp_path_factory.mktemp("full") / "graph") as store:
        data = exported(store, form)
    chunks = [data[place : place + 500] for place in range(0, len(data), 500)]
    monkeypatch.setattr(Path, "open", lambda self, mode: _Full(len(data) - 1, self))
    with pytest.raises(ExportError, match="No space left"):
        write_whole(target, chunks)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("failure", [MemoryError, KeyboardInterrupt, ValueError])
def test_a_writer_that_fails_leaves_the_old_file_and_nothing_else(
    form: str, failure: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(graph: object) -> str:
        raise failure

    target = tmp_path / "file"
    target.write_bytes(b"old")
    monkeypatch.setitem(WRITERS, form, fail)
    with pytest.raises(failure):
        export_network(everything(), target, form)
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("form", FORMS)
def test_a_store_that_fails_on_the_way_leaves_the_old_file_and_nothing_else(
    form: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with store_of(hostile_quads(), tmp_path_factory.mktemp("failing") / "graph") as store:
        failing = _Failing(store)
        with pytest.raises(RuntimeError, match="gone"):
            write_whole(target, load_exporter(form).chunks(failing))  # type: ignore[arg-type]  # stands for a store
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


class _Failing:
    """A store whose disk is gone once it is asked anything."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> object:
        if name in {"select", "quads", "ask", "construct", "article"}:
            raise RuntimeError("the disk is gone")
        return getattr(self._store, name)


def test_json_has_no_constants_that_json_does_not_know(store: EmbeddedStore) -> None:
    for form in ("cx2", "cyjs", "graphology", "node-link", "jsonld"):
        json.loads(exported(store, form), parse_constant=lambda constant: pytest.fail(f"{constant} is no JSON"))
