"""A SPARQL endpoint, asked only: any server of the SPARQL 1.1 protocol that holds an exported graph.

Each question is set into the view (`kg.store.scope`), so that it means the same as on a folder.
"""

from __future__ import annotations

import socket
import traceback
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit

import pyoxigraph as ox

from kg.errors import EndpointError, QueryError
from kg.store.embedded import TIMEOUT_S, read_solutions, sorted_triples
from kg.store.protocol import Solutions
from kg.store.safety import check_query
from kg.store.scope import within_view
from kg.vocab.ids import DATA_BASE, VIEW_GRAPH, expand

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self
    from urllib.parse import SplitResult

    from kg.store.protocol import Triple

AGENT: Final = "demarche-kg (SPARQL client; https://w3id.org/demarche)"
"""How requests name themselves; some public endpoints refuse clients without a name."""
_JSON: Final = "application/sparql-results+json"
_N_TRIPLES: Final = "application/n-triples"
_CUT_OFF: Final = b"cancelled"
"""A server that runs out of time may answer 200 and end the body in a sentence with this word."""


class RemoteStore:
    """A `Store` behind an endpoint."""

    def __init__(self, endpoint: str, *, base: str = DATA_BASE, timeout_s: float = TIMEOUT_S) -> None:
        """`endpoint`: http or https address that takes queries; a user name and password in it are sent as such.

        Raises: EndpointError: it is no such address.
        """
        parts, host = _parts_of(endpoint)
        self._endpoint = parts._replace(netloc=host).geturl()
        self._shown = parts._replace(netloc=host, query="", fragment="").geturl()
        self._login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        self._view = expand(VIEW_GRAPH, base)
        self._timeout_s = timeout_s

    def select(self, query: str) -> Solutions:
        """Rows of a SELECT query over the view; see `kg.store.protocol.Store`."""
        found = self._answer(query)
        if not isinstance(found, Solutions):
            raise QueryError("a SELECT query is wanted here, and this is none")
        return found

    def ask(self, query: str) -> bool:
        """Answer of an ASK query over the view."""
        found = self._answer(query)
        if not isinstance(found, bool):
            raise QueryError("an ASK query is wanted here, and this is none")
        return found

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Triples of a CONSTRUCT or DESCRIBE query over the view, sorted, each once."""
        body = self._post(query, _N_TRIPLES)
        try:
            return sorted_triples(ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise self._broken(error, body) from error

    def close(self) -> None:
        """Nothing is kept open between questions."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, query: str) -> Solutions | bool:
        body = self._post(query, _JSON)
        try:
            return _read_json(body)
        except (SyntaxError, ValueError) as error:
            # The engine's answers must end in the thread that they began in, and frames would keep them.
            traceback.clear_frames(error.__traceback__)
            raise self._broken(error, body) from error

    def _post(self, query: str, accept: str) -> bytes:
        """The body of the answer. Always POST: a long query in an address is refused by servers."""
        check_query(query)
        from SPARQLWrapper import CONSTRUCT, POST, SELECT, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        request = SPARQLWrapper(self._endpoint, agent=AGENT)
        request.setMethod(POST)
        if self._login is not None:
            request.setCredentials(*self._login)
        request.setTimeout(max(1, round(self._timeout_s)))
        request.setOnlyConneg(True)
        request.addCustomHttpHeader("Accept", accept)
        scoped = within_view(query, self._view)
        if scoped is None:
            request.addDefaultGraph(self._view)
        request.setQuery(scoped or query)
        # The wrapper takes a word of a comment ("a copy of ...") for an update; `check_query` has refused those.
        request.queryType = CONSTRUCT if accept == _N_TRIPLES else SELECT
        try:
            response = request.query().response
            body: bytes = response.read()
        except SPARQLWrapperException as error:
            raise self._refused(error) from error
        except HTTPError as error:
            raise EndpointError(f"{self._shown} answered with status {error.code} ({error.reason})") from error
        except TimeoutError as error:
            raise self._late() from error
        except URLError as error:
            if isinstance(error.reason, socket.timeout):
                raise self._late() from error
            raise EndpointError(f"{self._shown} cannot be reached: {error.reason}") from error
        except (OSError, HTTPException) as error:
            raise EndpointError(f"{self._shown} broke off its answer: {error}") from error
        return body

    def _refused(self, error: Exception) -> EndpointError | QueryError:
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

        reason = " ".join(str(error).split())[:300]
        if isinstance(error, QueryBadFormed):
            return QueryError(f"{self._shown} cannot read the query: {reason}")
        return EndpointError(f"{self._shown} did not answer the query: {reason}")

    def _late(self) -> EndpointError:
        return EndpointError(f"{self._shown} did not answer within {self._timeout_s:g} seconds")

    def _broken(self, error: Exception, body: bytes) -> EndpointError:
        if _CUT_OFF in body[-200:]:
            return EndpointError(f"{self._shown} ran out of time and cut its answer off; ask for less")
        return EndpointError(f"{self._shown} sent an answer that cannot be read: {error}")


def _parts_of(endpoint: str) -> tuple[SplitResult, str]:
    """The parts of an address, and its server and port without user name and password."""
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise EndpointError(f"the address of the endpoint cannot be read: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise EndpointError("an endpoint's address begins with http:// or https:// and names a server")
    named = f"[{host}]" if ":" in host else host
    return parts, named if port is None else f"{named}:{port}"


def _read_json(body: bytes) -> Solutions | bool:
    found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    return bool(found) if isinstance(found, ox.QueryBoolean) else read_solutions(found)
