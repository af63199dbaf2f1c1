"""Databases as Discourse Network Analyzer makes them: its tables in versions 2 and 3, without our own writer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_BOTH = """
CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY, Value TEXT);
CREATE TABLE DOCUMENTS (ID INTEGER NOT NULL PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT,
    Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES (ID INTEGER NOT NULL PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE VARIABLES (ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE STATEMENTS (ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
    Start INTEGER, Stop INTEGER, Coder INTEGER);
"""
_THREE = f"""{_BOTH}
CREATE TABLE CODERS (ID INTEGER NOT NULL PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER,
    Refresh INTEGER, FontSize INTEGER, Password TEXT);
CREATE TABLE ENTITIES (ID INTEGER NOT NULL PRIMARY KEY, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
    Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER, UNIQUE (VariableId, Value));
CREATE TABLE ATTRIBUTEVARIABLES (ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES (ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER,
    AttributeValue TEXT);
CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER DEFAULT 1);
CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER DEFAULT 0);
CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT DEFAULT '');
CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER NOT NULL);
"""
_TWO = f"""{_BOTH}
CREATE TABLE CODERS (ID INTEGER NOT NULL PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER,
    Password TEXT);
CREATE TABLE ATTRIBUTES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL,
    Red INTEGER, Green INTEGER, Blue INTEGER, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT);
CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER,
    Value INTEGER);
CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER,
    Value INTEGER);
CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER,
    Value TEXT);
CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER,
    Value TEXT);
"""
TYPES: dict[str, dict[str, str]] = {
    "DNA Statement": {
        "person": "short text", "organization": "short text", "concept": "short text", "agreement": "boolean",
    },
    "Annotation": {"note": "long text"},
}  # fmt: skip
_TABLES = {
    "short text": "DATASHORTTEXT", "long text": "DATALONGTEXT", "integer": "DATAINTEGER", "boolean": "DATABOOLEAN"
}  # fmt: skip


@dataclass(frozen=True)
class Doc:
    """A document to put in. `date`: seconds since 1970, whatever the version."""

    text: str | bytes
    title: str = "Ferries"
    source: str = "Strait Courier"
    author: str = "Ida Brand"
    type: str = "news"
    date: Any = 1746489600


@dataclass(frozen=True)
class Said:
    """A statement to put in; `values` by variable."""

    start: int
    stop: int
    values: dict[str, Any]
    document: int = 1
    coder: int = 1
    type: str = "DNA Statement"


@dataclass(frozen=True)
class Made:
    """What a database holds."""

    documents: Sequence[Doc]
    statements: Sequence[Said] = ()
    coders: Sequence[str] = ("Admin", "Ann", "Ben")
    types: dict[str, dict[str, str]] = field(default_factory=lambda: TYPES)
    aliases: dict[str, str] = field(default_factory=dict)


def make(path: Path, made: Made, *, version: int = 3) -> Path:
    """Write the database with the tables of DNA 2 or 3."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA page_size = 512")
        database.executescript(_THREE if version == 3 else _TWO)
        _fill(database, made, version)
        database.commit()
    return path


def _fill(database: sqlite3.Connection, made: Made, version: int) -> None:
    database.execute("INSERT INTO SETTINGS VALUES ('version', ?)", (f"{version}.0.7",))
    for number, name in enumerate(made.coders, 1):
        database.execute("INSERT INTO CODERS (ID, Name) VALUES (?, ?)", (number, name))
    for number, doc in enumerate(made.documents, 1):
        date = doc.date * 1000 if version == 2 and isinstance(doc.date, int) else doc.date
        database.execute(
            "INSERT INTO DOCUMENTS VALUES (?, ?, CAST(? AS TEXT), 1, ?, ?, '', '', ?, ?)",
            (number, doc.title, doc.text, doc.author, doc.source, doc.type, date),
        )
    variables: dict[tuple[str, str], int] = {}
    for number, (label, columns) in enumerate(made.types.items(), 1):
        database.execute("INSERT INTO STATEMENTTYPES VALUES (?, ?, 239, 208, 51)", (number, label))
        for name, type_ in columns.items():
            variables[label, name] = len(variables) + 1
            database.execute("INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", (len(variables), name, type_, number))
            if type_ == "short text" and version == 3:
                database.execute("INSERT INTO ENTITIES (VariableId, Value) VALUES (?, '')", (len(variables),))
                database.execute(
                    "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, 'Alias')",
                    (len(variables),),
                )
    labels = list(made.types)
    for number, said in enumerate(made.statements, 1):
        type_id = labels.index(said.type) + 1
        database.execute(
            "INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)",
            (number, type_id, said.document, said.start, said.stop, said.coder),
        )
        for name, data_type in made.types[said.type].items():
            empty = "" if "text" in data_type else 0
            value, variable = said.values.get(name, empty), variables[said.type, name]
            if data_type == "short text":
                value = _short(database, variable, value, made.aliases.get(value, ""), version)
            table = _TABLES[data_type]
            if version == 3:
                column = "Entity" if data_type == "short text" else "Value"
                database.execute(
                    f"INSERT INTO {table} (StatementId, VariableId, {column}) VALUES (?, ?, ?)",
                    (number, variable, value),
                )
            else:
                database.execute(
                    f"INSERT INTO {table} (StatementId, VariableId, StatementTypeId, Value) VALUES (?, ?, ?, ?)",
                    (number, variable, type_id, value),
                )


def _short(database: sqlite3.Connection, variable: int, value: str, alias: str, version: int) -> str | int:
    """What DATASHORTTEXT holds for a short text: in version 3 its entity, in version 2 the text."""
    if version == 2:
        database.execute("INSERT INTO ATTRIBUTES (VariableId, Value, Alias) VALUES (?, ?, ?)", (variable, value, alias))
        return value
    database.execute("INSERT OR IGNORE INTO ENTITIES (VariableId, Value) VALUES (?, ?)", (variable, value))
    where = (variable, value)
    (entity,) = database.execute("SELECT ID FROM ENTITIES WHERE VariableId = ? AND Value = ?", where).fetchone()
    (attribute,) = database.execute("SELECT ID FROM ATTRIBUTEVARIABLES WHERE VariableId = ?", (variable,)).fetchone()
    database.execute(
        "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)",
        (entity, attribute, alias),
    )
    return int(entity)
