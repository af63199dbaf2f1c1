"""The way out to the net: polite, bounded, patient, and the same answer from the cache."""

from __future__ import annotations

import json
import socket
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.request import Request

import pytest

from kg.errors import (
    AnswerTooLarge,
    AnswerUnreadable,
    CacheError,
    NotInCache,
    ServiceAddressWrong,
    ServiceBusy,
    ServiceError,
    ServiceMoved,
    ServiceRefusal,
    ServiceTimeout,
    ServiceUnreachable,
)
from kg.reconcile import AnswerCache, Web
from kg.reconcile.web import check_address
from tests.reconcile.server import Asked, Reply, serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def asking(address: str, question: str = "who", **more: object) -> object:
    """The answer to a question, and no waiting in tests."""
    web = Web(**{"rest_s": 0.0, "sleep": lambda seconds: None, **more})  # type: ignore[arg-type]  # as the test says
    return web.ask(Request(f"{address}/api", data=f"q={question}".encode()), json.loads)


def in_turn(*replies: Reply) -> Callable[[Asked], Reply]:
    """One reply after the other, the last again and again."""
    left = list(replies)
    return lambda asked: left.pop(0) if len(left) > 1 else left[0]


def test_a_request_names_the_program() -> None:
    with serving(in_turn(Reply(b'{"a": 1}'))) as server:
        assert asking(server.address, agent="demarche-kg (mail@example.org)") == {"a": 1}
        assert server.asked[0].headers["user-agent"] == "demarche-kg (mail@example.org)"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_service_is_asked_again_later_and_later(status: int) -> None:
    waits: list[float] = []
    with serving(in_turn(Reply(status=status), Reply(status=status), Reply(b"[1]"))) as server:
        assert asking(server.address, sleep=waits.append) == [1]
        assert len(server.asked) == 3
    assert [wait for wait in waits if wait] == [2.0, 4.0]


def test_the_service_says_how_long_to_wait() -> None:
    waits: list[float] = []
    with serving(in_turn(Reply(status=429, headers={"Retry-After": "7"}), Reply(b"[1]"))) as server:
        assert asking(server.address, sleep=waits.append) == [1]
    assert 7.0 in waits


def test_a_day_and_time_to_wait_for_is_understood() -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(hours=3), usegmt=True)
    with serving(in_turn(Reply(status=503, headers={"Retry-After": until}))) as server:
        with pytest.raises(ServiceBusy) as caught:
            asking(server.address)
        assert len(server.asked) == 1, "three hours are not waited for"
    assert caught.value.wait_s is not None
    assert caught.value.wait_s > 10_000


def test_tries_end() -> None:
    with serving(in_turn(Reply(status=429))) as server:
        with pytest.raises(ServiceBusy, match="try again later"):
            asking(server.address, tries=3)
        assert len(server.asked) == 3


def test_a_refusal_is_not_repeated_and_tells_why() -> None:
    with serving(in_turn(Reply(b"no such parameter", status=400))) as server:
        with pytest.raises(ServiceRefusal, match="no such parameter") as caught:
            asking(server.address)
        assert len(server.asked) == 1
    assert caught.value.status == 400


def test_what_is_no_json_is_an_unreadable_answer_and_not_kept(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "answers")
    for body in (b"<html>maintenance</html>", b'{"cut off": [1, 2', b"\xff\xfe"):
        with serving(in_turn(Reply(body))) as server, pytest.raises(AnswerUnreadable, match="cannot be read"):
            asking(server.address, cache=cache)
    assert not (tmp_path / "answers").exists()


def test_an_answer_may_be_too_long() -> None:
    with serving(in_turn(Reply(b"[" + b" " * 5_000 + b"]"))) as server, pytest.raises(AnswerTooLarge, match="1,000"):
        asking(server.address, max_bytes=1_000)


def test_an_answer_that_ends_early_is_no_answer() -> None:
    with serving(in_turn(Reply(b"[1]", length=500))) as server, pytest.raises(ServiceUnreachable, match="broke off"):
        asking(server.address)


def test_a_service_that_keeps_silent_is_given_up() -> None:
    silence = threading.Event()
    with serving(in_turn(Reply(hold=silence))) as server:
        with pytest.raises(ServiceTimeout, match=r"0\.2 seconds"):
            asking(server.address, timeout_s=0.2)
        silence.set()


def test_a_service_that_drips_does_not_hold_on_for_ever() -> None:
    drip = Reply(b"[" + b" " * 100 + b"]", drip_s=0.05)
    with serving(in_turn(drip)) as server, pytest.raises(ServiceTimeout, match=r"0\.3 seconds"):
        asking(server.address, timeout_s=0.3)


def test_another_server_is_not_followed() -> None:
    with serving(in_turn(Reply(b"[1]"))) as other:
        elsewhere = in_turn(Reply(status=302, headers={"Location": f"{other.address}/api"}))
        with serving(elsewhere) as server, pytest.raises(ServiceMoved, match="another server") as caught:
            asking(server.address)
        assert other.asked == []
        assert caught.value.target == f"{other.address}/api"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_on_the_same_server_keeps_the_question(status: int) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/api":
            return Reply(status=status, headers={"Location": "/v2/api"})
        return Reply(json.dumps([asked.path, asked.form["q"]]).encode())

    with serving(answer) as server:
        assert asking(server.address) == ["/v2/api", "who"]


def test_redirects_in_a_ring_end() -> None:
    with serving(in_turn(Reply(status=302, headers={"Location": "/api"}))) as server, pytest.raises(ServiceError):
        asking(server.address)


def test_no_network_says_what_to_do() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServiceUnreachable, match=r"cannot be reached.*--cache, --offline"):
        asking(f"http://127.0.0.1:{port}")


def test_what_was_asked_before_is_not_asked_again(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    with serving(in_turn(Reply('{"name": "Strøm"}'.encode()))) as server:
        first = asking(server.address, cache=cache)
        assert asking(server.address, cache=cache) == first
        assert len(server.asked) == 1
        assert asking(server.address, "whom", cache=cache) == first
        assert len(server.asked) == 2
    assert asking(server.address, cache=cache, offline=True) == first
    assert all(json.loads(path.read_text("utf-8"))["answer"] for path in tmp_path.iterdir())


def test_offline_asks_nobody_and_says_what_to_do(tmp_path: Path) -> None:
    with serving(in_turn(Reply())) as server:
        with pytest.raises(NotInCache, match=r"run it once with a network.*--cache"):
            asking(server.address, cache=AnswerCache(tmp_path), offline=True)
        assert server.asked == []


def test_a_kept_answer_that_is_broken_is_named(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    with serving(in_turn(Reply(b"[1]"))) as server:
        asking(server.address, cache=cache)
        (kept,) = tmp_path.iterdir()
        kept.write_text("{", "utf-8")
        with pytest.raises(CacheError, match=r"delete it to ask again"):
            asking(server.address, cache=cache)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with serving(in_turn(Reply(b"[1]"))) as server, pytest.raises(CacheError, match="file"):
        asking(server.address, cache=AnswerCache(tmp_path / "file" / "answers"))


def test_messages_hold_neither_password_nor_question() -> None:
    with pytest.raises(ServiceUnreachable) as caught:
        asking("http://ada:secret@127.0.0.1:1/x?token=secret#")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://x/y", "localhost:80", "http://", "http://[x", ""])
def test_only_addresses_of_servers_are_taken(address: str) -> None:
    with pytest.raises(ServiceAddressWrong):
        check_address(address)
