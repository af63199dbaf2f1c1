"""Questions to a public SPARQL endpoint that is not ours: the request as SPARQLWrapper makes it, and its answer read.

Sending is left to the caller, because SPARQLWrapper sends through the opener of the whole process: that follows a
redirect to any server, reads answers of any length, and does not wait where a service asks it to.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.embedded import read_solutions
from kg.store.safety import check_query

if TYPE_CHECKING:
    from urllib.request import Request

    from kg.store.protocol import Solutions

_JSON: Final = "application/sparql-results+json"


def select_request(endpoint: str, query: str, *, agent: str) -> Request:
    """The request that asks a SELECT query by POST. `agent`: how the program names itself to the server.

    Raises: UnsafeQuery, QueryError: the query holds SERVICE, FROM or an update, or is too long.
    """
    check_query(query)
    from SPARQLWrapper import POST, SPARQLWrapper

    question = SPARQLWrapper(endpoint, agent=agent)
    question.setMethod(POST)
    question.setOnlyConneg(True)
    question.addCustomHttpHeader("Accept", _JSON)
    question.setQuery(query)
    # The one door to the request that SPARQLWrapper has made, without having it sent.
    request: Request = question._createRequest()
    return request


def read_select(body: bytes) -> Solutions:
    """Rows of an answer in the SPARQL 1.1 Query Results JSON Format.

    Raises: ValueError: it is none. QueryError: it is the answer to an ASK query.
    """
    try:
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            raise QueryError("a SELECT query is wanted here, and this is none")
        return read_solutions(found)
    except SyntaxError as error:
        # The engine's answers must end in the thread that they began in, and frames would keep them.
        traceback.clear_frames(error.__traceback__)
        raise ValueError(str(error)) from error
