"""Databases of Discourse Network Analyzer for the tests: written, looked into, and any that may be asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from kg.export.dna_coding import Coded, Coding, Document, Entity, short
from kg.export.dna_database import VARIABLES, dna_database

if TYPE_CHECKING:
    from pathlib import Path

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
