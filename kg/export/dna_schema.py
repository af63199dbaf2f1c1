"""The tables of a database of Discourse Network Analyzer 3, with its names, orders and rules."""

from __future__ import annotations

from typing import Final

VERSION: Final = "3.1.2"
"""The version of DNA whose tables these are; it opens files whose version begins with `3.`."""
VERSION_DATE: Final = "2026-06-30"
_PERMISSIONS: Final = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
    "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
    "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip


def _short(name: str, default: str | None = "''") -> str:
    given = "" if default is None else f" DEFAULT {default}"
    return f"{name} TEXT NOT NULL{given} CHECK (LENGTH({name}) < 191)"


def _flag(name: str, default: int) -> str:
    return f"{name} INTEGER NOT NULL CHECK ({name} BETWEEN 0 AND 1) DEFAULT {default}"


def _reference(column: str, table: str) -> str:
    return f"FOREIGN KEY ({column}) REFERENCES {table} (ID) ON DELETE CASCADE"


_ID: Final = "ID INTEGER NOT NULL PRIMARY KEY"
_COLOUR: Final = ", ".join(
    f"{name} INTEGER NOT NULL DEFAULT 0 CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")
)
_VALUE_OF: Final = ", ".join(
    (
        _reference("StatementId", "STATEMENTS"),
        _reference("VariableId", "VARIABLES"),
        "UNIQUE (StatementId, VariableId)",
    )
)
_OF: Final = f"{_ID}, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL"
TABLES: Final = {
    "SETTINGS": "Property TEXT PRIMARY KEY NOT NULL, Value TEXT",
    "CODERS": ", ".join(
        (
            _ID,
            _short("Name", None),
            _COLOUR,
            "Refresh INTEGER NOT NULL DEFAULT 0 CHECK (Refresh BETWEEN 0 AND 9999)",
            "FontSize INTEGER NOT NULL DEFAULT 14 CHECK (FontSize BETWEEN 1 AND 99)",
            _short("Password", None),
            "PopupWidth INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999)",
            _flag("ColorByCoder", 0),
            _flag("PopupDecoration", 0),
            _flag("PopupAutoComplete", 1),
            *(_flag(f"Permission{name}", 1) for name in _PERMISSIONS),
        )
    ),
    "CODERRELATIONS": ", ".join(
        (
            _ID,
            "Coder INTEGER NOT NULL CHECK (Coder > 0 AND Coder != OtherCoder)",
            "OtherCoder INTEGER NOT NULL CHECK (OtherCoder > 0 AND OtherCoder != Coder)",
            *(_flag(name, 1) for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
            "UNIQUE (Coder, OtherCoder)",
            _reference("Coder", "CODERS"),
            _reference("OtherCoder", "CODERS"),
        )
    ),
    "DOCUMENTS": ", ".join(
        (
            _ID,
            _short("Title", None),
            "Text TEXT NOT NULL",
            "Coder INTEGER",
            _short("Author"),
            _short("Source"),
            _short("Section"),
            "Notes TEXT NOT NULL DEFAULT ''",
            _short("Type"),
            "Date INTEGER NOT NULL",
            _reference("Coder", "CODERS"),
        )
    ),
    "STATEMENTTYPES": f"{_ID}, {_short('Label', None)}, {_COLOUR}",
    "VARIABLES": ", ".join(
        (
            _ID,
            _short("Variable", None),
            "DataType TEXT NOT NULL DEFAULT 'short text' "
            "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text'))",
            "StatementTypeId INTEGER",
            _reference("StatementTypeId", "STATEMENTTYPES"),
            "UNIQUE (Variable, StatementTypeId)",
        )
    ),
    "VARIABLELINKS": ", ".join(
        (
            _ID,
            "SourceVariableId INTEGER NOT NULL",
            "TargetVariableId INTEGER NOT NULL",
            _reference("SourceVariableId", "VARIABLES"),
            _reference("TargetVariableId", "VARIABLES"),
        )
    ),
    "REGEXES": f"Label TEXT PRIMARY KEY NOT NULL CHECK (LENGTH(Label) < 191), {_COLOUR}",
    "STATEMENTS": ", ".join(
        (
            _ID,
            "StatementTypeId INTEGER",
            "DocumentId INTEGER",
            "Start INTEGER NOT NULL CHECK (Start >= 0)",
            "Stop INTEGER NOT NULL CHECK (Stop >= 0)",
            "Coder INTEGER",
            "CHECK (Start < Stop)",
            _reference("StatementTypeId", "STATEMENTTYPES"),
            _reference("Coder", "CODERS"),
            _reference("DocumentId", "DOCUMENTS"),
        )
    ),
    "ENTITIES": ", ".join(
        (
            _ID,
            "VariableId INTEGER NOT NULL",
            _short("Value"),
            _COLOUR,
            "ChildOf INTEGER CHECK (ChildOf > 0)",
            "UNIQUE (VariableId, Value)",
            _reference("ChildOf", "ENTITIES"),
            _reference("VariableId", "VARIABLES"),
        )
    ),
    "DATABOOLEAN": f"{_OF}, Value INTEGER NOT NULL DEFAULT 1, {_VALUE_OF}",
    "DATAINTEGER": f"{_OF}, Value INTEGER NOT NULL DEFAULT 0, {_VALUE_OF}",
    "DATASHORTTEXT": f"{_OF}, Entity INTEGER NOT NULL, {_reference('Entity', 'ENTITIES')}, {_VALUE_OF}",
    "DATALONGTEXT": f"{_OF}, Value TEXT DEFAULT '', {_VALUE_OF}",
    "ATTRIBUTEVARIABLES": ", ".join(
        (
            _ID,
            "VariableId INTEGER NOT NULL",
            _short("AttributeVariable", None),
            "UNIQUE (VariableId, AttributeVariable)",
            _reference("VariableId", "VARIABLES"),
        )
    ),
    "ATTRIBUTEVALUES": ", ".join(
        (
            _ID,
            "EntityId INTEGER NOT NULL",
            "AttributeVariableId INTEGER NOT NULL",
            _short("AttributeValue"),
            "UNIQUE (EntityId, AttributeVariableId)",
            _reference("EntityId", "ENTITIES"),
            _reference("AttributeVariableId", "ATTRIBUTEVARIABLES"),
        )
    ),
}
"""Table -> its columns and rules, those first that others point to."""
SCHEMA: Final = "".join(f"CREATE TABLE {name} ({columns});\n" for name, columns in TABLES.items())
