"""A graph behind `oxigraph serve`, and servers that misbehave."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import EndpointError, QueryError, UnsafeQuery
from kg.store import EmbeddedStore, RemoteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PREFIX = "PREFIX : <https://w3id.org/demarche/ns#> "
SELECTS = (
    "SELECT ?s ?who ?words WHERE { ?s :speaker ?who ; :content ?words } ORDER BY ?s ?who",
    "SELECT ?s ?cue WHERE { ?s a :Statement . GRAPH ?run { ?s :cueSpan ?cue } } ORDER BY ?s ?cue",
    "SELECT ?none WHERE { ?s :cueSpan ?none }",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "SELECT ?s WHERE { VALUES ?words { "
    + " ".join(repr(str(number)) for number in range(2_000))
    + " } ?s :content ?words }",
)


@pytest.fixture(scope="module")
def endpoint(graph: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("oxigraph")),
        "serve-read-only",
        "-l",
        str(graph / "store"),
        "-b",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            if server.poll() is None and socket.socket().connect_ex(("127.0.0.1", port)) == 0:
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def serve() -> Iterator[Callable[[int, str, bytes], str]]:
    """Starts a server that gives one answer to everything, and returns its address."""
    servers: list[HTTPServer] = []

    def start(status: int, kind: str, body: bytes) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = HTTPServer(("127.0.0.1", 0), Answer)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()  # seconds until it sees an end
        return f"http://user:secret@127.0.0.1:{server.server_port}/query?token=secret"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("query", SELECTS)
def test_an_endpoint_answers_as_the_folder_does(graph: Path, endpoint: str, query: str) -> None:
    with EmbeddedStore.open(graph) as folder, RemoteStore(endpoint) as remote:
        assert remote.select(PREFIX + query) == folder.select(PREFIX + query)


def test_an_endpoint_tells_truth_and_triples(graph: Path, endpoint: str) -> None:
    query = PREFIX + "CONSTRUCT { ?s :content ?words ; :speaker ?who } WHERE { ?s :content ?words ; :speaker ?who }"
    with EmbeddedStore.open(graph) as folder, RemoteStore(endpoint) as remote:
        assert remote.construct(query) == folder.construct(query)
        assert remote.ask(PREFIX + "ASK { ?s a :Statement }")
        assert not remote.ask(PREFIX + "ASK { ?s :cueSpan ?cue }")


def test_unsafe_and_broken_queries_are_refused(endpoint: str) -> None:
    remote = RemoteStore(endpoint)
    with pytest.raises(UnsafeQuery):
        remote.select("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(UnsafeQuery):
        remote.select("CLEAR ALL")
    with pytest.raises(QueryError, match="cannot read the query"):
        remote.select("SELECT * WHERE { ?s ?p }")
    with pytest.raises(QueryError, match="SELECT"):
        remote.select("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("status", "kind", "body", "words"),
    [
        (
            200,
            "application/sparql-results+json",
            b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"a:b"}}'
            b"The SPARQL operation has been cancelled",
            "ran out of time",
        ),
        (200, "application/sparql-results+json", b'{"head":{"vars":["s"]},"results":{"bindings":[', "cannot be read"),
        (200, "text/html", b"<html>Sign in</html>", "cannot be read"),
        (500, "text/plain", b"out of memory", "did not answer"),
        (404, "text/plain", b"nothing here", "did not answer"),
        (503, "text/plain", b"later", "503"),
    ],
)  # fmt: skip
def test_what_a_server_does_wrong_is_said_without_its_secrets(
    serve: Callable[[int, str, bytes], str], status: int, kind: str, body: bytes, words: str
) -> None:
    with pytest.raises(EndpointError, match=words) as caught:
        RemoteStore(serve(status, kind, body)).select("SELECT * { ?s ?p ?o }")
    assert "secret" not in str(caught.value)


def test_triples_that_were_cut_off_are_not_taken_for_all(serve: Callable[[int, str, bytes], str]) -> None:
    body = b"<a:b> <a:c> <a:d> .\nThe SPARQL operation has been cancelled"
    with pytest.raises(EndpointError, match="ran out of time"):
        RemoteStore(serve(200, "application/n-triples", body)).construct("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


def test_a_server_that_is_not_there_or_says_nothing_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/query"
        with pytest.raises(EndpointError, match="within 1 seconds"):
            RemoteStore(address, timeout_s=1).select("SELECT * { ?s ?p ?o }")
    with pytest.raises(EndpointError, match="cannot be reached"):
        RemoteStore(address, timeout_s=1).select("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://x/y", "localhost:7878", "http://", "http://[x"])
def test_only_addresses_of_servers_are_taken(address: str) -> None:
    with pytest.raises(EndpointError):
        RemoteStore(address)
