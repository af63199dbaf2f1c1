"""Asks a graph a question of the catalogue, or one of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.errors import QueryError
from kg.query.catalogue import find_query
from kg.query.header import Column, Query, fill, parse_query
from kg.query.parameters import ParameterValue, bind
from kg.query.rows import Rows, typed_cell
from kg.store.protocol import Solutions

if TYPE_CHECKING:
    from kg.store.protocol import Store

_TRIPLE: Final = ("subject", "predicate", "object")


def run_query(store: Store, name_or_text: str | Query, /, **parameters: ParameterValue) -> Rows:
    """The rows that answer a question.

    `name_or_text` is a name of the catalogue (`statements/who-about-whom`, or `who-about-whom` alone), the text of a
    SELECT or CONSTRUCT query, or a parsed `Query`. A text is asked as it stands: the default graph is the view, and it
    may not reach outside the graph. The rows of a CONSTRUCT are its triples, sorted: subject, predicate, object.

    Raises: UnknownQuery, ParameterError, AmbiguousActor, UnsafeQuery: see `kg.errors`. QueryError: the text is
        neither, or it breaks a rule of SPARQL.
    """
    query = name_or_text if isinstance(name_or_text, Query) else read_query(name_or_text)
    text = fill(query, bind(store, query, parameters))
    answer = Solutions(variables=_TRIPLE, rows=store.construct(text)) if query.is_construct else store.select(text)
    found = answer.variables
    columns = query.columns or tuple(Column(name=name, type="any") for name in found)
    lacking = [column.name for column in columns if column.name not in found]
    if lacking:
        raise QueryError(
            f"query {query.name or 'of yours'}: its header names a column {lacking[0]!r} that it does not select"
        )
    places = [(found.index(column.name), column.type) for column in columns]
    values = tuple(tuple(typed_cell(row[place], type_) for place, type_ in places) for row in answer.rows)
    return Rows(query=query, columns=columns, values=values)


def read_query(name_or_text: str) -> Query:
    """The query of that name, or the text as a query: a text has a brace, a name has none.

    Raises: UnknownQuery: no query of that name. QueryError: the text's header is broken.
    """
    return parse_query("", name_or_text) if "{" in name_or_text else find_query(name_or_text)
