"""Discourse Network Analyzer: a database that keeps its rules and comes back as it was, and scripts that R runs."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import Selection, statements_of
from kg.build import build_graph
from kg.export import without_words
from kg.export.dna_coding import LONGEST, Coded, Coding, Document, Entity, coding_of, short
from kg.export.dna_database import PASSWORD, VARIABLES, dna_database, one_unit_each
from kg.export.dna_scripts import LOAD, NETWORKS, dna_scripts
from kg.extract.annotations.formats.dna import Choice, CodedDocument, Offsets, read_coded
from kg.store import EmbeddedStore
from tests.export.graphs import hostile_quads, store_of
from tests.query.conftest import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = {
    "SETTINGS": "Property Value",
    "CODERS": "ID Name Red Green Blue Refresh FontSize Password PopupWidth ColorByCoder PopupDecoration "
    "PopupAutoComplete PermissionAddDocuments PermissionEditDocuments PermissionDeleteDocuments "
    "PermissionImportDocuments PermissionAddStatements PermissionEditStatements PermissionDeleteStatements "
    "PermissionEditAttributes PermissionEditRegex PermissionEditStatementTypes PermissionEditCoders "
    "PermissionEditCoderRelations PermissionViewOthersDocuments PermissionEditOthersDocuments "
    "PermissionViewOthersStatements PermissionEditOthersStatements",
    "CODERRELATIONS": "ID Coder OtherCoder viewStatements editStatements viewDocuments editDocuments",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label Red Green Blue",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "VARIABLELINKS": "ID SourceVariableId TargetVariableId",
    "REGEXES": "Label Red Green Blue",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "DATABOOLEAN": "ID StatementId VariableId Value",
    "DATAINTEGER": "ID StatementId VariableId Value",
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "DATALONGTEXT": "ID StatementId VariableId Value",
    "ENTITIES": "ID VariableId Value Red Green Blue ChildOf",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
}
"""The tables of DNA 3 with their columns in order, as its own files have them."""
HARBOUR = (
    "🚢🚢 HOLM — Norland’s harbour minister, Ilse Harrow, condemned Valdoria on Monday.\r\n\r\n"
    "“Valdoria has broken the truce 🚢 twice,” Harrow said.\r\rHarrow praised Estmark for its patience.\r\n"
)


@pytest.fixture(scope="module")
def read_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """The example articles and one whose text has what DNA counts otherwise, read as anybody would."""
    place = tmp_path_factory.mktemp("dna")
    shutil.copytree(ROOT / "examples" / "articles", place / "articles")
    record = {"id": "harbour", "text": HARBOUR, "published": "2025-05-06", "publisher": "Strait Courier"}
    (place / "articles" / "harbour.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    build_graph([str(place / "articles")], place / "graph")
    with EmbeddedStore.open(place / "graph") as opened:
        yield opened


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.open(write_corpus(tmp_path_factory.mktemp("dna-corpus") / "graph")) as opened:
        yield opened


def written(coding: Coding, folder: Path) -> Path:
    path = folder / "a.dna"
    path.write_bytes(b"".join(dna_database(coding)))
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def check_rules(path: Path) -> None:
    """Everything that DNA's programs rely on."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    names = {str(name) for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {
        name: " ".join(str(row[1]) for row in rows(path, f"PRAGMA table_info({name})")) for name in names
    } == COLUMNS
    assert str(rows(path, "SELECT Value FROM SETTINGS WHERE Property = 'version'")[0][0]).startswith("3.")
    assert rows(path, "SELECT Name FROM CODERS WHERE ID = 1") == [("Admin",)]
    assert rows(path, "SELECT Label FROM STATEMENTTYPES WHERE ID = 1") == [("DNA Statement",)]
    data = "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT"
    union = " UNION ALL ".join(f"SELECT StatementId FROM {table}" for table in data)
    told = rows(path, f"SELECT ID, (SELECT COUNT(*) FROM ({union}) WHERE StatementId = STATEMENTS.ID) FROM STATEMENTS")
    assert {count for _, count in told} <= {len(VARIABLES)}
    attributes = rows(
        path,
        "SELECT e.ID, COUNT(v.ID), COUNT(a.ID) FROM ENTITIES e "
        "JOIN ATTRIBUTEVARIABLES a ON a.VariableId = e.VariableId "
        "LEFT JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID AND v.AttributeVariableId = a.ID GROUP BY e.ID",
    )
    assert all(values == wanted for _, values, wanted in attributes)
    empty = rows(path, "SELECT VariableId FROM ENTITIES WHERE Value = '' ORDER BY VariableId")
    assert empty == rows(path, "SELECT ID FROM VARIABLES WHERE DataType = 'short text' ORDER BY ID")


def test_a_database_of_a_graph_keeps_the_rules_of_dna(read_graph: EmbeddedStore, tmp_path: Path) -> None:
    coding = coding_of(read_graph)
    path = written(coding, tmp_path)
    check_rules(path)
    assert len(coding.statements) > 5
    assert rows(path, "SELECT COUNT(*) FROM STATEMENTS") == [(sum(one.start is not None for one in coding.statements),)]
    assert rows(path, "SELECT COUNT(*) FROM DOCUMENTS") == [(len(coding.documents),)]


def test_every_passage_is_the_same_in_sql_and_in_utf16_and_its_words_are_those_of_the_statement(
    read_graph: EmbeddedStore, tmp_path: Path
) -> None:
    coding = coding_of(read_graph)
    query = (
        "SELECT s.ID, d.Text, s.Start, s.Stop, SUBSTR(d.Text, s.Start + 1, s.Stop - s.Start) FROM STATEMENTS s "
        "JOIN DOCUMENTS d ON d.ID = s.DocumentId ORDER BY s.ID"
    )
    statements = {one.number: one for one in coding.statements}
    found = rows(written(coding, tmp_path), query)
    assert any("\ufffd" in str(text) for _, text, *_ in found)
    for number, text, start, stop, passage in found:
        assert isinstance(start, int)
        assert isinstance(stop, int)
        assert str(text).encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le") == passage
        words = statements[int(str(number))].words
        pieces = [one_unit_each(piece).split() for piece in words.split("[…]")]
        assert str(passage).split()[: len(pieces[0])] == pieces[0]
        assert str(passage).split()[-len(pieces[-1]) :] == pieces[-1]


def test_a_database_read_back_has_the_statements_of_the_event_list(read_graph: EmbeddedStore, tmp_path: Path) -> None:
    coding = coding_of(read_graph)
    found = [one for one in read_coded(written(coding, tmp_path)) if isinstance(one, CodedDocument)]
    told = [
        (statement.id, statement.document, statement.start, statement.stop, statement.coder, dict(statement.values))
        for one in found
        for codings in one.codings
        for statement in codings
    ]
    wanted = [
        (one.number, one.document, one.start, one.stop, coding.coders[one.coder - 1], values_of(one))
        for one in coding.statements
        if one.start is not None
    ]
    assert sorted(told, key=lambda one: one[0]) == wanted


def values_of(one: Coded) -> dict[str, str | int | bool]:
    return {
        "agreement": one.agreement == 1,
        "said_day": int(one.said.strftime("%Y%m%d")) if one.said else 0,
        "confidence": one.confidence,
        "iri": one.iri,
        "person": one.person,
        "organization": one.organization,
        "concept": one.concept,
    }


names = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=12
).filter(lambda name: short(name) == name)
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(lambda text: bool(text.strip()))


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    """Any coding: texts of any characters, names of any letters, unknown days, coders."""
    named = {
        variable: draw(st.lists(names, max_size=3, unique=True)) for variable in ("person", "organization", "concept")
    }
    concepts = named["concept"] = named["concept"] or ["x"]
    documents = tuple(
        Document(
            number=number, iri=f"https://x.example/{number}", title=draw(names), text=draw(texts), author="", source="",
            type="", published=draw(st.none() | st.dates()), said=None,
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )  # fmt: skip
    statements = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        document = draw(st.sampled_from(documents))
        start = draw(st.integers(0, len(document.text or "") - 1))
        statements.append(
            Coded(
                number=number, document=document.number, start=start,
                stop=draw(st.integers(start + 1, len(document.text or ""))), coder=draw(st.integers(1, 3)),
                person=draw(st.sampled_from(["", *named["person"]])),
                organization=draw(st.sampled_from(["", *named["organization"]])),
                concept=draw(st.sampled_from(concepts)), agreement=draw(st.integers(0, 1)),
                said=draw(st.none() | st.dates()), confidence=draw(st.integers(0, 100)),
                iri=f"https://x.example/s{number}", words="",
            )
        )  # fmt: skip
    return Coding(
        coders=("Admin", "rules 1", "reader 2"),
        documents=documents,
        statements=tuple(statements),
        entities={
            variable: tuple(Entity(name=name, label=name, kind="", iri=f"https://x.example/{name}") for name in found)
            for variable, found in named.items()
        },
    )


@settings(max_examples=60, deadline=None)
@given(codings(), st.sampled_from(Offsets))
def test_any_coding_comes_back_by_the_importer(
    tmp_path_factory: pytest.TempPathFactory, coding: Coding, offsets: Offsets
) -> None:
    path = written(coding, tmp_path_factory.mktemp("any"))
    check_rules(path)
    found = [one for one in read_coded(path, Choice(offsets=offsets)) if isinstance(one, CodedDocument)]
    back = {statement.id: statement for one in found for codings in one.codings for statement in codings}
    assert {number: dict(one.values) for number, one in back.items()} == {
        one.number: values_of(one) for one in coding.statements
    }
    places = {
        one.number: (one.document, one.start, one.stop, coding.coders[one.coder - 1]) for one in coding.statements
    }
    assert {n: (one.document, one.start, one.stop, one.coder) for n, one in back.items()} == places
    known = {one.number: one for one in coding.documents}
    for one in found:
        article = one.recorded.article
        assert article is not None
        document = known[one.codings[0][0].document]
        assert article.text == one_unit_each(document.text or "")
        day = None if document.published == date(1970, 1, 1) else document.published
        assert article.published == (day.isoformat() if day else None)


@given(st.text(st.characters(codec=None)))
def test_characters_that_count_twice_are_replaced_one_for_one(text: str) -> None:
    plain = one_unit_each(text)
    assert len(plain) == len(text)
    assert len(plain.encode("utf-16-le")) == 2 * len(text)
    assert "\r" not in plain


@given(st.text(st.characters(codec=None), max_size=400))
def test_a_shortened_name_fits_and_long_ones_stay_apart(text: str) -> None:
    assert len(short(text)) <= LONGEST
    long = "long " * 2000
    assert short(f"{long}{text}a") != short(f"{long}{text}b")


def test_hostile_names_fit_the_tables_and_different_nodes_keep_different_names(tmp_path: Path) -> None:
    with store_of(hostile_quads(), tmp_path / "graph") as store:
        coding = coding_of(store)
        path = written(coding, tmp_path)
    check_rules(path)
    assert rows(path, "SELECT COUNT(*) FROM STATEMENTS") == [(sum(one.start is not None for one in coding.statements),)]
    for variable, entities in coding.entities.items():
        folded = sorted(entity.name.casefold() for entity in entities)
        assert all(one != other for one, other in pairwise(folded)), variable
        assert len({entity.iri for entity in entities}) == len(entities)
    found = rows(path, "SELECT Value FROM ENTITIES")
    assert max(len(str(value)) for (value,) in found) > LONGEST - 20


def test_namesakes_are_told_apart_and_their_plain_name_is_an_alias(tmp_path: Path) -> None:
    namesakes = [
        Entity(name=name, label="Ana Morel", kind="Person", iri=name) for name in ("Ana Morel", "Ana Morel (2)")
    ]
    coding = Coding(coders=("Admin", "rules"), documents=(), statements=(), entities={"person": tuple(namesakes)})
    query = (
        "SELECT e.Value, v.AttributeValue FROM ENTITIES e JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID "
        "JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId WHERE a.AttributeVariable = 'Alias' ORDER BY e.ID"
    )
    assert rows(written(coding, tmp_path), query) == [("", ""), ("Ana Morel", ""), ("Ana Morel (2)", "Ana Morel")]


def test_an_empty_graph_is_a_database_too(tmp_path: Path) -> None:
    with store_of([], tmp_path / "graph") as store:
        coding = coding_of(store)
        path = written(coding, tmp_path)
    check_rules(path)
    assert list(read_coded(path)) == []


def test_without_words_dots_stand_for_the_text_and_offsets_hold(read_graph: EmbeddedStore, tmp_path: Path) -> None:
    with without_words(read_graph) as store:
        path = written(coding_of(store), tmp_path)
    check_rules(path)
    assert {sign for (text,) in rows(path, "SELECT Text FROM DOCUMENTS") for sign in str(text)} == {"·", "\n"}
    assert rows(
        path, "SELECT COUNT(*) FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId WHERE s.Stop > LENGTH(d.Text)"
    ) == [(0,)]


def test_days_that_are_not_known_are_told_in_the_notes(tmp_path: Path) -> None:
    known = Document(
        number=1, iri="a", title="", text="Words.", author="", source="", type="", published=date(2024, 3, 1), said=None
    )
    documents = (
        known,
        replace(known, number=2, published=None, said=date(2024, 3, 2)),
        replace(known, number=3, published=None),
    )
    coding = Coding(coders=("Admin", "rules"), documents=documents, statements=(), entities={})
    found = rows(written(coding, tmp_path), "SELECT date(Date, 'unixepoch'), Notes FROM DOCUMENTS ORDER BY ID")
    assert found == [
        ("2024-03-01", "a"),
        ("2024-03-02", "a\ndate: the day of its first statement"),
        ("1970-01-01", "a\ndate: not known"),
    ]  # fmt: skip


def test_the_password_of_every_coder_is_the_one_that_the_command_tells(corpus: EmbeddedStore, tmp_path: Path) -> None:
    digests = [str(cell) for (cell,) in rows(written(coding_of(corpus), tmp_path), "SELECT Password FROM CODERS")]
    assert len(set(digests)) == len(digests) == 3
    for digest in digests:
        raw = base64.b64decode(digest)
        assert len(digest) == 64
        told = raw[:16] + PASSWORD.encode()
        for _ in range(100_000):
            told = hashlib.sha256(told).digest()
        assert raw[16:] == told


def test_machines_are_coders_with_extractor_and_version(corpus: EmbeddedStore) -> None:
    coding = coding_of(corpus)
    # One of the corpus's extraction graphs does not say which run made it.
    assert coding.coders == ("Admin", "machine", "rules 0.1.0")
    assert {one.coder for one in coding.statements} <= {2, 3}


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["corpus", "hostile", "empty"])
def test_the_tables_for_r_are_read_by_csv_and_pandas_with_equal_counts(
    kind: str, corpus: EmbeddedStore, tmp_path: Path
) -> None:
    quads = {"corpus": list(corpus.quads), "hostile": hostile_quads(), "empty": []}[kind]
    with store_of(quads, tmp_path / "graph") as store:
        coding = coding_of(store)
    files = unzipped(dna_scripts(coding))
    counts = {
        "documents.csv": len(coding.documents),
        "statements.csv": len(coding.statements),
        "entities.csv": sum(map(len, coding.entities.values())),
    }
    for name, count in counts.items():
        own = list(csv.DictReader(io.StringIO(files[name], newline="")))
        frame = pd.read_csv(io.StringIO(files[name], newline=""), dtype=str, keep_default_na=False)
        assert len(own) == len(frame) == count
        assert [list(row.values()) for row in own] == frame.values.tolist()
        assert not [cell for row in own for cell in row.values() if cell.lstrip(" ").startswith(tuple("=+-@\t\r\n"))]
    unguarded = [row["concept"] for row in csv.DictReader(io.StringIO(files["statements.csv"], newline=""))]
    assert [
        cell.removeprefix("'") if cell != one.concept else cell
        for cell, one in zip(unguarded, coding.statements, strict=True)
    ] == [one.concept for one in coding.statements]


R = shutil.which("Rscript")
needs_r = pytest.mark.skipif(R is None, reason="R is not installed (Rscript)")
STUB = """
library <- function(...) NULL
calls <- list(documents = 0, statements = 0)
dna_init <- function() NULL
dna_openDatabase <- function(database, coderId, coderPassword) stopifnot(coderId == 1)
dna_closeDatabase <- function() cat(calls$documents, calls$statements, "\\n")
dna_addDocuments <- function(coder_id, title, text, author, source, section, type, notes, date_time) {
  stopifnot(is.numeric(date_time), !anyNA(date_time), length(title) == length(text))
  calls$documents <<- length(title)
  writeLines(text, "texts.txt", useBytes = TRUE)
  100 + seq_along(title)
}
dna_addStatement <- function(documentID, startCaret, endCaret, statementType, coder, ...) {
  stopifnot(documentID > 100, startCaret >= 0, endCaret > startCaret, is.integer(statementType))
  values <- list(...)
  stopifnot(identical(names(values), c("person", "organization", "concept", "agreement")), values$agreement %in% 0:1)
  calls$statements <<- calls$statements + 1
}
source("load_into_dna.R", encoding = "UTF-8")
"""


def run_r(folder: Path, script: str) -> str:
    (folder / "run.R").write_text(script, "utf-8")
    done = subprocess.run([str(R), "--vanilla", "run.R"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_r
@pytest.mark.parametrize("kind", ["corpus", "hostile", "empty"])
def test_r_hands_every_document_and_placed_statement_to_the_functions_of_rdna(
    kind: str, corpus: EmbeddedStore, tmp_path: Path
) -> None:
    quads = {"corpus": list(corpus.quads), "hostile": hostile_quads(), "empty": []}[kind]
    with store_of(quads, tmp_path / "graph") as store:
        coding = coding_of(store)
    for name, text in unzipped(dna_scripts(coding)).items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    placed = sum(one.start is not None for one in coding.statements)
    assert run_r(tmp_path, STUB).split() == [str(len(coding.documents)), str(placed)]


@needs_r
def test_r_builds_the_network_of_the_analysis(corpus: EmbeddedStore, tmp_path: Path) -> None:
    coding = coding_of(corpus)
    for name, text in unzipped(dna_scripts(coding)).items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    stub = "library <- function(...) NULL\ngraph_from_adjacency_matrix <- function(m, ...) m\n"
    out = f'{stub}source("networks.R", encoding = "UTF-8")\nwrite.csv(subtract, "subtract.csv")\n'
    run_r(tmp_path, out)
    told = pd.read_csv(tmp_path / "subtract.csv", index_col=0)
    once = {
        (one.document, one.organization, one.concept, one.agreement) for one in coding.statements if one.organization
    }
    signs: dict[tuple[str, str, int], int] = {}
    for _, organization, concept, agreement in once:
        signs[organization, concept, agreement] = signs.get((organization, concept, agreement), 0) + 1
    organizations = sorted({organization for _, organization, _, _ in once})
    assert sorted(told.index) == organizations
    for one in organizations:
        for other in organizations:
            wanted = sum(
                (1 if agreement == agreement_ else -1) * count * count_
                for (o, concept, agreement), count in signs.items()
                for (o_, concept_, agreement_), count_ in signs.items()
                if (o, o_) == (one, other) and concept == concept_
            )
            assert told.loc[one, other] == (0 if one == other else wanted)


def test_the_scripts_for_r_name_columns_that_the_tables_have(corpus: EmbeddedStore) -> None:
    import re

    files = unzipped(dna_scripts(coding_of(corpus)))
    for script in (LOAD, NETWORKS):
        for table, column in re.findall(r"\b(documents|statements|placed)\$(\w+)", script):
            header = (
                files["documents.csv" if table == "documents" else "statements.csv"].partition("\r\n")[0].split(",")
            )
            assert column in header
        for opening, closing_ in ("()", "[]", "{}"):
            assert script.count(opening) == script.count(closing_)


def test_the_coding_agrees_with_the_table_of_statements(corpus: EmbeddedStore) -> None:
    table = statements_of(corpus, Selection())
    kept = [row for row in table if row.target and row.polarity in {"positive", "negative"}]
    assert [one.iri for one in coding_of(corpus).statements] == [row.statement for row in kept]
