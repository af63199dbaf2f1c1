"""The `#+` header of a query file: its question, its parameters, its columns.

    #+ summary: Who said what about whom, oldest first.
    #+ tags: statements, about
    #+ question: 1
    #+ param: speaker actor -- who spoke
    #+ column: day date -- last day on which it can have been said

The file remains plain SPARQL. A repeated `description` goes on where the last one ended. Every parameter is one line
`VALUES ?speaker { UNDEF }` of the query: left as it is, it means "any". `question` is the number of a competency
question (`queries/questions.csv`) that the query answers, one line each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

ParameterType = Literal["actor", "iri", "date", "integer", "decimal", "concept", "text"]
"""What a caller may give. `actor`: an IRI, a CURIE or an exact name. `text`: words, as a plain string.
`concept:<scheme>`: a concept of that scheme."""
ColumnType = Literal["iri", "text", "date", "integer", "decimal", "boolean", "concept", "any"]
"""What a cell holds. `concept` is the short name of a concept; `any` (queries without a header) is told by the term."""

_LINE: Final = re.compile(r"#\+\s*(\w+)\s*:\s*(.*?)\s*$")
_FIELD: Final = re.compile(r"(\w+)\s+(\w+)(?::([\w-]+))?\s+--\s+(.+)$")
_FORM: Final = re.compile(r"\b(SELECT|CONSTRUCT)\b", re.IGNORECASE)
_COMMENT_OR_IRI: Final = re.compile(r"^[ \t]*#.*$|<[^<>\s]*>", re.MULTILINE)
_UNFILLED: Final = re.compile(r"^[ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{[ \t]*UNDEF[ \t]*\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One blank of a question; not filled, it means "any"."""

    name: str
    type: ParameterType
    text: str
    scheme: str | None = None
    """Concepts only: the scheme that they belong to, such as `why`."""

    @property
    def takes_many(self) -> bool:
        """True where a list of values makes sense: any of them may then fit."""
        return self.type in ("actor", "iri", "concept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the answer."""

    name: str
    type: ColumnType
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One documented question: a file of the catalogue, or a text of the user's own."""

    name: str
    """Folder and slug (`statements/who-about-whom`); the empty string for a text without a name."""
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    questions: tuple[int, ...] = ()
    """Numbers of the competency questions that it answers, sorted; empty for a question beyond them."""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    """Empty where the text has no header: the columns are then those of the answer, typed `any`."""
    text: str

    @property
    def slug(self) -> str:
        """The name without its folder."""
        return self.name.rpartition("/")[2]

    @property
    def kind(self) -> str:
        """The folder: statements, actors, claims, events, outlets, networks, quality, hygiene."""
        return self.name.rpartition("/")[0]

    @property
    def is_construct(self) -> bool:
        """True where the answer is a graph, whose rows are subject, predicate and object."""
        found = _FORM.search(_COMMENT_OR_IRI.sub("", self.text))
        return found is not None and found.group(1).upper() == "CONSTRUCT"


def parse_query(name: str, text: str) -> Query:
    """The query of one file.

    Raises: QueryError: a header line cannot be read, or a parameter has no line `VALUES ?name { UNDEF }`.
    """
    fields: dict[str, list[str]] = {
        "summary": [], "description": [], "tags": [], "question": [], "param": [], "column": [],
    }  # fmt: skip
    for key, value in _header(text):
        if key not in fields:
            raise QueryError(f"query {name}: unknown header line {key!r}; known are {', '.join(fields)}")
        fields[key].append(value)
    query = Query(
        name=name,
        summary=" ".join(fields["summary"]),
        description=" ".join(fields["description"]),
        tags=tuple(tag.strip() for line in fields["tags"] for tag in line.split(",") if tag.strip()),
        questions=tuple(sorted(_number(name, line) for line in fields["question"])),
        parameters=tuple(_parameter(name, line) for line in fields["param"]),
        columns=tuple(_column(name, line) for line in fields["column"]),
        text=text,
    )
    unfilled = {found.group(1) for found in _UNFILLED.finditer(text)}
    lacking = sorted(parameter.name for parameter in query.parameters if parameter.name not in unfilled)
    if lacking:
        raise QueryError(f"query {name}: no line `VALUES ?{lacking[0]} {{ UNDEF }}` for its parameter")
    return query


def fill(query: Query, terms: dict[str, tuple[str, ...]]) -> str:
    """The query's text with UNDEF replaced by terms in their SPARQL form; several mean "any of these"."""

    def filled(found: re.Match[str]) -> str:
        chosen = terms.get(found.group(1))
        return found.group() if chosen is None else found.group().replace("UNDEF", " ".join(chosen))

    return _UNFILLED.sub(filled, query.text)


def _header(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        found = _LINE.match(line)
        if found:
            yield found.group(1), found.group(2)


def _number(query: str, line: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", line):
        raise QueryError(f"query {query}: question {line!r} should be the number of a competency question")
    return int(line)


def _parameter(query: str, line: str) -> Parameter:
    name, type_, scheme, text = _field(query, line, get_args(ParameterType))
    if (type_ == "concept") != (scheme is not None):
        raise QueryError(f"query {query}: a concept names its scheme (concept:why), no other type does: {line!r}")
    return Parameter(name=name, type=cast("ParameterType", type_), text=text, scheme=scheme)


def _column(query: str, line: str) -> Column:
    name, type_, _, text = _field(query, line, get_args(ColumnType))
    return Column(name=name, type=cast("ColumnType", type_), text=text)


def _field(query: str, line: str, types: tuple[str, ...]) -> tuple[str, str, str | None, str]:
    found = _FIELD.match(line)
    if not found or found.group(2) not in types:
        raise QueryError(f"query {query}: {line!r} should read `name type -- text`, the type one of {', '.join(types)}")
    return found.group(1), found.group(2), found.group(3), found.group(4)
