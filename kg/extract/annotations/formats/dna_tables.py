"""The tables of a Discourse Network Analyzer database, versions 2 and 3, as plain rows; nothing is judged here.

Version 3 keeps a short text as the id of an entity (`DATASHORTTEXT.Entity`), early ones of it as the id of an attribute
(`Value`, a number), version 2 as the text itself. Documents are dated in seconds since 1970, in version 2 in
milliseconds. Version 1 was XML and is not read.

Source: `Sql.createTables` of 3.1.2 and `SqlConnection.createDataStructure` of 2.0.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.errors import MalformedRecord, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Value: TypeAlias = str | int | bool
"""Of a variable: a short or long text, a number, or yes or no."""
Row: TypeAlias = dict[str, object]
NAMELESS: Final = ""
_NEEDED: Final = frozenset({"DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "DATASHORTTEXT"})
_ALIAS: Final = "alias"
_BETWEEN_ALIASES: Final = re.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True)
class DnaDocument:
    """A document. `day`: ISO; None where its number is no day. `problem`: why it cannot be used."""

    id: int
    title: str
    text: str
    author: str
    source: str
    type: str
    day: str | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class DnaStatement:
    """A statement. `start`, `stop`: as stored. `values`: one for each variable that has a row."""

    id: int
    document: int
    type: str
    coder: str
    start: int
    stop: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class DnaTables:
    """What a database holds."""

    documents: tuple[DnaDocument, ...]
    """By id."""
    statements: tuple[DnaStatement, ...]
    """By document, start and id."""
    types: Mapping[str, tuple[str, ...]]
    """Label of a statement type -> its variables, in their order."""
    aliases: Mapping[str, tuple[str, ...]]
    """A short text -> other names that its attribute `Alias` gives."""


def read_tables(path: Path) -> DnaTables:
    """Everything that a database says about documents and statements.

    Raises: UnreadableFile: it is not there, or no database. MalformedRecord: it lacks tables of DNA, or holds what
        DNA does not.
    """
    if not path.is_file():
        raise UnreadableFile("there is no such file", source=path.as_posix())
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            # Texts are decoded one by one, so that a broken one costs its own document alone.
            database.text_factory = bytes
            return _Reader(database, path).tables()
    except _NotWhole as error:
        raise MalformedRecord(str(error), source=path.as_posix()) from None
    except sqlite3.Error as error:
        problem = f"this is no database of Discourse Network Analyzer 2 or 3 ({error}); version 1 has to be opened in 2"
        raise UnreadableFile(problem, source=path.as_posix()) from None


class _Reader:
    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self._path = path

    def tables(self) -> DnaTables:
        found = {_text(row["name"]).upper() for row in self._rows("sqlite_master")}
        if missing := sorted(_NEEDED - found):
            raise self._broken(
                f"there is no table {', '.join(missing)}, as a database of Discourse Network Analyzer has"
            )
        entities, aliases = self._short_texts(found)
        types = {_whole(row["ID"]): _text(row["Label"]) for row in self._rows("STATEMENTTYPES")}
        variables: dict[int, tuple[int, str]] = {}
        for row in self._rows("VARIABLES"):
            variables[_whole(row["ID"])] = (_whole(row["StatementTypeId"]), _text(row["Variable"]))
        values = self._values(found, {id_: name for id_, (_, name) in variables.items()}, entities)
        coders = {_whole(row["ID"]): _text(row["Name"]) for row in (self._rows("CODERS") if "CODERS" in found else ())}
        statements = tuple(
            DnaStatement(
                id=_whole(row["ID"]),
                document=_whole(row["DocumentId"]),
                type=types.get(_whole(row["StatementTypeId"]), NAMELESS),
                coder=coders.get(_whole(row["Coder"]), str(row["Coder"])),
                start=_whole(row["Start"]),
                stop=_whole(row["Stop"]),
                values=values.get(_whole(row["ID"]), {}),
            )
            for row in self._rows("STATEMENTS")
        )
        return DnaTables(
            documents=tuple(sorted(self._documents(in_seconds=entities is not None), key=lambda one: one.id)),
            statements=tuple(sorted(statements, key=lambda one: (one.document, one.start, one.id))),
            types={
                label: tuple(name for of_type, name in variables.values() if of_type == id_)
                for id_, label in types.items()
            },
            aliases=aliases,
        )

    def _short_texts(self, found: set[str]) -> tuple[dict[int, str] | None, dict[str, tuple[str, ...]]]:
        """Id -> short text, None where short texts stand in the rows themselves; and the aliases of each."""
        columns = {
            _text(row["name"]): _text(row["type"]).upper() for row in self._rows("pragma_table_info('DATASHORTTEXT')")
        }
        if "Entity" in columns:
            entities = {_whole(row["ID"]): _text(row["Value"]) for row in self._rows("ENTITIES")}
            return entities, self._aliases_of_entities(found, entities)
        if "ATTRIBUTES" not in found:
            return None, {}
        rows = list(self._rows("ATTRIBUTES"))
        aliases = {_text(row["Value"]): names for row in rows if (names := _names(row.get("Alias")))}
        if columns.get("Value") == "TEXT":
            return None, aliases
        return {_whole(row["ID"]): _text(row["Value"]) for row in rows}, aliases

    def _aliases_of_entities(self, found: set[str], entities: Mapping[int, str]) -> dict[str, tuple[str, ...]]:
        if not {"ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES"} <= found:
            return {}
        columns = {
            _whole(row["ID"])
            for row in self._rows("ATTRIBUTEVARIABLES")
            if _text(row["AttributeVariable"]).lower() == _ALIAS
        }
        return {
            entities[_whole(row["EntityId"])]: names
            for row in self._rows("ATTRIBUTEVALUES")
            if _whole(row["AttributeVariableId"]) in columns and (names := _names(row["AttributeValue"]))
        }

    def _values(
        self, found: set[str], variables: Mapping[int, str], entities: Mapping[int, str] | None
    ) -> dict[int, dict[str, Value]]:
        """Statement -> variable -> value."""
        values: dict[int, dict[str, Value]] = {}
        for table in ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT", "DATASHORTTEXT"):
            for row in self._rows(table) if table in found else ():
                value: Value
                if table == "DATABOOLEAN":
                    value = _whole(row["Value"]) != 0
                elif table == "DATAINTEGER":
                    value = _whole(row["Value"])
                elif table == "DATASHORTTEXT" and entities is not None:
                    entity = _whole(row.get("Entity", row.get("Value")))
                    if entity not in entities:
                        raise self._broken(
                            f"statement {row['StatementId']} has the entity {entity}, which there is not"
                        )
                    value = entities[entity]
                else:
                    value = _text(row["Value"])
                variable = variables.get(_whole(row["VariableId"]))
                if variable is not None:
                    values.setdefault(_whole(row["StatementId"]), {})[variable] = value
        return values

    def _documents(self, *, in_seconds: bool) -> Iterator[DnaDocument]:
        for row in self._rows("DOCUMENTS"):
            problem = None
            try:
                text = row["Text"].decode() if isinstance(row["Text"], bytes) else ""
            except UnicodeDecodeError as error:
                text, problem = "", f"the text is no UTF-8 at byte {error.start}"
            yield DnaDocument(
                id=_whole(row["ID"]),
                title=_text(row["Title"]),
                text=text,
                author=_text(row["Author"]),
                source=_text(row["Source"]),
                type=_text(row["Type"]),
                day=_day(row["Date"], 1 if in_seconds else 1000),
                problem=problem,
            )

    def _rows(self, table: str) -> Iterator[Row]:
        cursor = self._database.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        for cells in cursor:
            yield dict(zip(names, cells, strict=True))

    def _broken(self, problem: str) -> MalformedRecord:
        return MalformedRecord(problem, source=self._path.as_posix())


class _NotWhole(ValueError):
    """A column of numbers holds something else."""


def _text(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else "" if cell is None else str(cell)


def _whole(cell: object) -> int:
    """A whole number; -1 for NULL, which no id is. SQLite lets a column of numbers hold texts, too."""
    if cell is None:
        return -1
    try:
        return cell if isinstance(cell, int) else int(_text(cell))
    except ValueError:
        raise _NotWhole(f"{_text(cell)[:40]!r} stands where a whole number should") from None


def _names(cell: object) -> tuple[str, ...]:
    return tuple(name for part in _BETWEEN_ALIASES.split(_text(cell)) if (name := part.strip()))


def _day(cell: object, units: int) -> str | None:
    if cell is None or _whole(cell) == 0:
        return None  # A document needs a number; who knows no day leaves it at the first one.
    try:
        return datetime.fromtimestamp(_whole(cell) / units, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
