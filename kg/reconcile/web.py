"""The one way out to the net: polite, bounded, and only where a caller asks for it.

A request names the program, waits for an answer no longer than it is told to, reads no more than so many bytes, stays
on the server that was named, and comes back later where the server asks for it (429 and 5xx, with Retry-After).
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, TYPE_CHECKING, Final, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from kg.errors import (
    AnswerTooLarge,
    AnswerUnreadable,
    NotInCache,
    ServiceAddressWrong,
    ServiceBusy,
    ServiceMoved,
    ServiceRefusal,
    ServiceTimeout,
    ServiceUnreachable,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.reconcile.cache import AnswerCache

Answer = TypeVar("Answer")

AGENT: Final = "demarche-kg/0.1 (reconciliation client; https://w3id.org/demarche)"
"""How requests name themselves, as the policy of the Wikimedia Foundation on user agents asks."""
MAX_BYTES: Final = 32 * 1024 * 1024
LONGEST_WAIT_S: Final = 60.0
"""Where a service asks to wait longer than this, the command ends and says so."""
_ANSWERS_LATER: Final = frozenset({429, 500, 502, 503, 504})
_CHUNK: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How services are asked.

    `cache`: where answers are kept, and looked for first. `offline`: only there. `timeout_s`: for the whole answer.
    `tries`: how often a request is sent at most. `pause_s`: before the second try; it doubles with each. `rest_s`:
    between two requests that are sent. `agent`: how the program names itself; add a way to reach you for large runs.
    """

    cache: AnswerCache | None = None
    offline: bool = False
    timeout_s: float = 60.0
    max_bytes: int = MAX_BYTES
    tries: int = 4
    pause_s: float = 2.0
    rest_s: float = 0.5
    agent: str = AGENT
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    def ask(self, request: Request, read: Callable[[bytes], Answer]) -> Answer:
        """The answer to a request, as `read` makes it of the body; kept only if `read` can read it.

        Args:
            read: raises ValueError where the body is not in the form agreed.

        Raises: ServiceError, NotInCache, CacheError: one class a cause, see `kg.errors`.
        """
        kept = self.cache.find(request) if self.cache is not None else None
        if kept is None and self.offline:
            where = self.cache.folder if self.cache is not None else "no folder of answers was given"
            raise NotInCache(
                f"working offline, and this question to {shown(request)} was not asked before ({where}); run it once "
                "with a network and the same folder for answers (--cache)"
            )
        body = self._send(request) if kept is None else kept
        try:
            answer = read(body)
            if kept is None and self.cache is not None:
                self.cache.keep(request, body)
        except ValueError as error:
            # Of our own errors none is a ValueError: this is what `read`, or the decoding of the body, found wrong.
            raise AnswerUnreadable(f"sent an answer that cannot be read: {error}", service=shown(request)) from error
        return answer

    def _send(self, request: Request) -> bytes:
        request.add_header("User-Agent", self.agent)
        opener = build_opener(_SameServer)
        pause = self.pause_s
        for left in reversed(range(self.tries)):
            self.sleep(self.rest_s)
            try:
                return self._once(opener, request)
            except ServiceBusy as busy:
                wait = pause if busy.wait_s is None else busy.wait_s
                if not left or wait > LONGEST_WAIT_S:
                    raise
            self.sleep(wait)
            pause *= 2
        raise ValueError("at least one try is needed")

    def _once(self, opener: OpenerDirector, request: Request) -> bytes:
        service = shown(request)
        late_at = time.monotonic() + self.timeout_s
        try:
            with opener.open(request, timeout=self.timeout_s) as response:
                return self._read(response, service, late_at)
        except HTTPError as error:
            with error:
                raise _refused(error, service) from error
        except TimeoutError as error:
            raise self._late(service) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late(service) from error
            raise ServiceUnreachable(
                f"cannot be reached: {error.reason}; check the address and the network, or use the answers that an "
                "earlier run kept (--cache, --offline)",
                service=service,
            ) from error
        except (OSError, HTTPException) as error:
            raise ServiceUnreachable(f"broke off its answer: {error!r}; try again later", service=service) from error

    def _read(self, response: HTTPResponse, service: str, late_at: float) -> bytes:
        read = bytearray()
        while chunk := response.read1(_CHUNK):
            read += chunk
            if len(read) > self.max_bytes:
                raise AnswerTooLarge(
                    f"sent more than the {self.max_bytes:,} bytes that are read; ask for less at once", service=service
                )
            # The timeout of the socket is for each piece: a server that drips would hold on for ever.
            if time.monotonic() > late_at:
                raise self._late(service)
        if response.length:
            raise HTTPException(f"{response.length} bytes are missing")
        return bytes(read)

    def _late(self, service: str) -> ServiceTimeout:
        return ServiceTimeout(
            f"did not answer within {self.timeout_s:g} seconds; ask for less at once, or allow more time",
            service=service,
        )


class _SameServer(HTTPRedirectHandler):
    """Follows a redirect to the server that was asked, never to another one, and never from https to http."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        before, after = urlsplit(req.full_url), urlsplit(newurl)
        if (before.scheme, before.netloc) == (after.scheme, after.netloc):
            # The request as it was: the usual handler would ask by GET, and forget the question.
            return Request(newurl, data=req.data, headers=dict(req.header_items()), method=req.get_method())
        fp.close()
        raise ServiceMoved(
            f"points to {after.scheme}://{after.netloc}, another server; it was not followed. Give that address "
            "yourself if you trust it",
            service=shown(req),
            target=newurl,
        )


def check_address(endpoint: str) -> None:
    """Raises: ServiceAddressWrong: it is no http or https address of a server."""
    try:
        parts = urlsplit(endpoint)
        is_server = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_server = False
    if not is_server:
        raise ServiceAddressWrong(
            "is no address of a service; it begins with http:// or https:// and names a server", service=repr(endpoint)
        )


def shown(request: Request) -> str:
    """The address of a request for messages: without user, password, query and fragment."""
    parts = urlsplit(request.full_url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _refused(error: HTTPError, service: str) -> ServiceBusy | ServiceRefusal:
    if error.code in _ANSWERS_LATER:
        wait = _wait(error.headers.get("Retry-After"))
        told = "" if wait is None else f" and asks to wait {wait:g} seconds"
        return ServiceBusy(
            f"is busy or out of order (status {error.code}){told}; try again later, and ask for less at once",
            service=service,
            wait_s=wait,
        )
    reason = " ".join(error.read(2_000).decode("utf-8", "replace").split())[:200]
    return ServiceRefusal(
        f"refused the request with status {error.code} ({error.reason}): {reason or 'no reason given'}",
        service=service,
        status=error.code,
    )


def _wait(value: str | None) -> float | None:
    """Seconds of a Retry-After header, which gives them or a day and time; None where it cannot be read."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
