"""A `.dna` file: the SQLite database of Discourse Network Analyzer 3, to be opened in the program itself.

Tables, columns, their order and their rules are DNA's own (16 tables; compared with `Sql.createTables` of 3.1.2 and
with a file of 3.0.7). What its programs rely on beyond these rules is kept too:
    - a statement has one row for every variable of its type, the empty name included, and an entity one for every
      attribute: its readers count them;
    - its editor counts UTF-16 units, its SQL counts characters. So a text has only characters that are one in both:
      those beyond the basic plane are U+FFFD, a carriage return is a blank before a line feed and a line feed alone;
      one for one, so that every offset still holds;
    - a document has a date. Where none is known it is the day of its first statement, else 1970-01-01, and its notes
      say so.

Where an article's words are not known or left out, `·` stands for each of its characters, as far as its statements
reach. Statements that stand in a title are left out, since DNA's lie in texts.
"""

from __future__ import annotations

import base64
import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from kg.errors import ExportError
from kg.export.dna_coding import short
from kg.export.dna_schema import SCHEMA, VERSION, VERSION_DATE
from kg.export.files import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.export.dna_coding import Coding, Document, Entity

PASSWORD: Final = "demarche"
"""Of the administrator and of every machine. It keeps nothing secret: DNA asks for one, and takes no empty one."""
STATEMENT_TYPE: Final = ("DNA Statement", 239, 208, 51)
VARIABLES: Final = (
    ("person", "short text"), ("organization", "short text"), ("concept", "short text"), ("agreement", "boolean"),
    ("said_day", "integer"), ("confidence", "integer"), ("iri", "long text"),
)  # fmt: skip
"""DNA's own four first; `said_day` counts yyyymmdd, 0 where it is not known, `confidence` from 0 to 100."""
ATTRIBUTES: Final = ("Type", "Alias", "Notes", "IRI")
_ROUNDS: Final = 100_000
_CHUNK: Final = 1 << 20
_LINE: Final = 80
_TYPE_ID: Final = 1
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_COLOURS: Final = ((0, 0, 0), (0, 96, 160), (160, 64, 0), (0, 128, 64), (128, 0, 128))


def dna_database(coding: Coding) -> Iterator[bytes]:
    """The file, piece by piece. The same coding gives the same bytes, with the same version of SQLite.

    Raises: ExportError: there is no room for it.
    """
    with TemporaryDirectory(prefix="demarche-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "export.dna"
        try:
            with closing(sqlite3.connect(file)) as database:
                # The file is given on when it is whole, or not at all, so it needs no journal.
                database.execute("PRAGMA journal_mode = OFF")
                database.executescript(SCHEMA)
                _Writer(database, coding).write()
                database.commit()
        except sqlite3.Error as error:
            raise ExportError(f"the database of Discourse Network Analyzer cannot be written: {error}") from error
        with file.open("rb") as written:
            while chunk := written.read(_CHUNK):
                yield chunk


class _Writer:
    def __init__(self, database: sqlite3.Connection, coding: Coding) -> None:
        self._database = database
        self._coding = coding
        self._ids = {name: number for number, (name, _) in enumerate(VARIABLES, 1)}
        self._entities: dict[tuple[int, str], int] = {}

    def write(self) -> None:
        """All tables, those first that others point to."""
        self._settings()
        self._types()
        self._people()
        self._documents()
        self._statements()

    def _settings(self) -> None:
        self._insert("SETTINGS", (("version", VERSION), ("date", VERSION_DATE)))
        coders = []
        for number, name in enumerate(self._coding.coders, 1):
            colour = _COLOURS[(number - 1) % len(_COLOURS)]
            coders.append((number, name, *colour, password_digest(PASSWORD, salt=name)))
        self._database.executemany(
            "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)", coders
        )
        ids = range(1, len(coders) + 1)
        pairs = [(one, other) for one in ids for other in ids if one != other]
        self._insert("CODERRELATIONS", ((number, *pair, 1, 1, 1, 1) for number, pair in enumerate(pairs, 1)))

    def _types(self) -> None:
        self._insert("STATEMENTTYPES", [(_TYPE_ID, *STATEMENT_TYPE)])
        self._insert("VARIABLES", ((self._ids[name], name, type_, _TYPE_ID) for name, type_ in VARIABLES))

    def _people(self) -> None:
        entities: list[tuple[object, ...]] = []
        attributes: list[tuple[object, ...]] = []
        values: list[tuple[object, ...]] = []
        for variable, named in self._coding.entities.items():
            variable_id = self._ids[variable]
            own = range(len(attributes) + 1, len(attributes) + len(ATTRIBUTES) + 1)
            attributes += [(number, variable_id, name) for number, name in zip(own, ATTRIBUTES, strict=True)]
            for name, about in [("", dict.fromkeys(ATTRIBUTES, "")), *((each.name, _about(each)) for each in named)]:
                entity_id = self._entities[variable_id, name] = len(entities) + 1
                entities.append((entity_id, variable_id, name, 0, 0, 0, None))
                for number, attribute in zip(own, ATTRIBUTES, strict=True):
                    values.append((len(values) + 1, entity_id, number, about[attribute]))
        self._insert("ENTITIES", entities)
        self._insert("ATTRIBUTEVARIABLES", attributes)
        self._insert("ATTRIBUTEVALUES", values)

    def _documents(self) -> None:
        reach: dict[int, int] = {}
        for coded in self._coding.statements:
            reach[coded.document] = max(reach.get(coded.document, 0), coded.stop or 0)
        self._insert("DOCUMENTS", (_document(each, reach.get(each.number, 0)) for each in self._coding.documents))

    def _statements(self) -> None:
        kept = [coded for coded in self._coding.statements if coded.start is not None]
        self._insert(
            "STATEMENTS",
            ((each.number, _TYPE_ID, each.document, each.start, each.stop, each.coder) for each in kept),
        )
        of_type: dict[str, list[tuple[str, object, int]]] = {}
        types = dict(VARIABLES)
        for each in kept:
            said = int(each.said.strftime("%Y%m%d")) if each.said else 0
            for name, value in (
                ("person", each.person), ("organization", each.organization), ("concept", each.concept),
                ("agreement", each.agreement), ("said_day", said), ("confidence", each.confidence),
                ("iri", printable(each.iri)),
            ):  # fmt: skip
                of_type.setdefault(types[name], []).append((name, value, each.number))
        for type_, table in (
            ("boolean", "DATABOOLEAN"), ("integer", "DATAINTEGER"), ("long text", "DATALONGTEXT"),
            ("short text", "DATASHORTTEXT"),
        ):  # fmt: skip
            self._insert(table, self._values(of_type.get(type_, ()), is_entity=type_ == "short text"))

    def _values(self, told: Iterable[tuple[str, object, int]], *, is_entity: bool) -> Iterator[tuple[object, ...]]:
        for number, (name, value, statement) in enumerate(told, 1):
            variable = self._ids[name]
            yield number, statement, variable, self._entities[variable, str(value)] if is_entity else value

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Rows of all columns of a table."""
        width = len(self._database.execute(f"PRAGMA table_info({table})").fetchall())
        self._database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


@cache
def password_digest(password: str, *, salt: str) -> str:
    """A password as DNA keeps it: 16 bytes of salt, then SHA-256 of salt and password, taken 100,000 times; base64.

    The salt is made of a text, so that the same graph gives the same file. Source: jasypt's StrongPasswordEncryptor,
    compared with a file of DNA 3.0.7.
    """
    start = sha256(salt.encode()).digest()[:16]
    digest = sha256(start + password.encode()).digest()
    for _ in range(_ROUNDS - 1):
        digest = sha256(digest).digest()
    return base64.b64encode(start + digest).decode()


def one_unit_each(text: str) -> str:
    """The text with as many characters as before, each of which is one in UTF-16 and in SQL too; `\\n` at line ends.

    >>> one_unit_each("a\\r\\nb😀")
    'a \\nb\ufffd'
    """
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return _BEYOND.sub("\ufffd", printable(lines))


def _document(document: Document, reach: int) -> tuple[object, ...]:
    text = one_unit_each(document.text) if document.text is not None else _dots(reach)
    day = document.published or document.said or date(1970, 1, 1)
    notes = [printable(document.iri)]
    if document.published is None:
        notes.append("date: the day of its first statement" if document.said else "date: not known")
    if document.text is None:
        notes.append("text: not known or left out")
    elif replaced := sum(one != other for one, other in zip(text, document.text, strict=True)):
        notes.append(f"text: {replaced} characters replaced, offsets hold")
    return (
        document.number, short(document.title), text, 1, short(document.author), short(document.source), "",
        "\n".join(notes), short(document.type),
        int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
    )  # fmt: skip


def _dots(length: int) -> str:
    return "".join("\n" if place % _LINE == _LINE - 1 else "·" for place in range(length))


def _about(entity: Entity) -> dict[str, str]:
    plain = short(entity.label)
    return {
        "Type": short(entity.kind),
        "Alias": plain if plain != entity.name else "",
        "Notes": "",
        "IRI": short(entity.iri),
    }
