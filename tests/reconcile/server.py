"""A small server on loopback that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Asked:
    """One request: its path, the fields of its form, its headers in small letters."""

    path: str
    form: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Reply:
    """One answer. `hold`: waited for before it is given. `length`: what the header claims, where that is a lie.
    `drip_s`: seconds between single bytes."""

    body: bytes = b"{}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hold: threading.Event | None = None
    length: int | None = None
    drip_s: float = 0.0


@dataclass
class Loopback:
    """The server while it runs."""

    address: str
    asked: list[Asked]


@contextmanager
def serving(answer: Callable[[Asked], Reply]) -> Iterator[Loopback]:
    """A server that gives these answers, for as long as the block runs."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            request = Asked(self.path, form, {name.lower(): value for name, value in self.headers.items()})
            asked.append(request)
            reply = answer(request)
            if reply.hold is not None:
                reply.hold.wait(20)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(reply.length or len(reply.body)))
            self.end_headers()
            pieces = [reply.body[at : at + 1] for at in range(len(reply.body))] if reply.drip_s else [reply.body]
            for piece in pieces:
                self.wfile.write(piece)
                time.sleep(reply.drip_s)

        def log_message(self, format: str, *args: object) -> None:
            pass

        def handle(self) -> None:
            # The client may have heard enough.
            with suppress(BrokenPipeError, ConnectionResetError):
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    # The server looks every hundredth of a second whether it is to end: each test waits for that.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield Loopback(address=f"http://127.0.0.1:{server.server_port}", asked=asked)
    finally:
        server.shutdown()
        server.server_close()
