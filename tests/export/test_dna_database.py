"""A database of Discourse Network Analyzer keeps its rules, whatever graph it is made of."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.export import without_words
from kg.export.dna_coding import LONGEST, Coding, Document, Entity, coding_of
from kg.export.dna_database import PASSWORD, one_unit_each
from kg.extract.annotations.formats.dna import read_coded
from tests.export.dna import check_rules, rows, written
from tests.export.graphs import hostile_quads, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from kg.store import EmbeddedStore


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
