"""`kg actors reconcile`, `accept`, `refresh` and `adopt` from end to end, with services on loopback."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from tests.reconcile.server import Loopback, Reply, serving
from tests.reconcile.terms import Tables, known
from tests.reconcile.world import ANNA, Services, build

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def graph(tmp_path: Path) -> str:
    return str(build(tmp_path / "graph"))


@pytest.fixture
def services() -> Iterator[Loopback]:
    with serving(Services.recorded().answer) as server:
        yield server


def actors(*arguments: str | Path, code: int = ExitCode.OK) -> None:
    assert main(["actors", *map(str, arguments)]) == code


def reconcile(graph: str, server: Loopback, output: Path, *more: str | Path, code: int = ExitCode.OK) -> None:
    places = ("--endpoint", f"{server.address}/en/api", "--queries", f"{server.address}/sparql", "--rest", "0")
    actors("reconcile", "--graph", graph, "-o", output, *places, *more, code=code)


def refresh(server: Loopback, folder: Path, *more: str | Path, code: int = ExitCode.OK) -> Path:
    output = folder / "terms.csv"
    places = ("--queries", f"{server.address}/sparql", "--rest", "0", "--as-of", "2025-01-31")
    actors("refresh", "-o", output, "--actors", known(folder), *places, *more, code=code)
    return output


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fill(path: Path, column: str, **verdicts: str) -> None:
    """Fill in verdicts as a person does, by the value of a column."""
    found = rows(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(found[0]))
        table.writeheader()
        table.writerows({**row, "verdict": verdicts.get(row[column], "")} for row in found)


def test_from_a_graph_to_the_ledger_and_back(
    graph: str, services: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = tmp_path / "review.csv"
    reconcile(graph, services, review)
    assert "5 actors asked for, 4 not; 6 candidates, 4 of them failed a gate; 2 rows" in capsys.readouterr().err
    fill(review, "item", Q990001="same")
    actors("accept", review, "--graph", graph, "--by", "Ada", "--on", "2024-06-01")
    assert "1 judgements taken in" in capsys.readouterr().err
    with kg.open(graph) as opened:
        assert opened.actor(ANNA).profile.items == ("http://www.wikidata.org/entity/Q990001",)
    actors("undo", ANNA, "wikidata:Q990001", "--by", "Ada", "--on", "2024-06-02", "--graph", graph)
    with kg.open(graph) as opened:
        assert opened.actor(ANNA).profile.items == ()


def test_a_later_run_tells_what_changed(
    graph: str, services: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    reconcile(graph, services, first)
    fill(first, "item", Q990010="unsure")
    reconcile(graph, services, second, "--last", first, "--with-failed", "--cache", tmp_path / "answers")
    assert "4 new, 2 unchanged" in capsys.readouterr().err
    assert {row["item"]: row["verdict"] for row in rows(second) if row["verdict"]} == {"Q990010": "unsure"}


def test_kept_answers_work_without_a_network(graph: str, services: Loopback, tmp_path: Path) -> None:
    reconcile(graph, services, tmp_path / "a.csv", "--cache", tmp_path / "answers")
    requests = len(services.asked)
    reconcile(graph, services, tmp_path / "b.csv", "--cache", tmp_path / "answers", "--offline")
    assert len(services.asked) == requests
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_without_a_network_the_error_says_what_to_do(
    graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = Loopback(address="http://127.0.0.1:9", asked=[])
    reconcile(graph, nowhere, tmp_path / "r.csv", code=ExitCode.REFUSED)
    told = capsys.readouterr().err
    assert "cannot be reached" in told
    assert "--cache" in told
    reconcile(graph, nowhere, tmp_path / "r.csv", "--offline", code=ExitCode.USAGE)
    reconcile(graph, nowhere, tmp_path / "r.csv", "--offline", "--cache", tmp_path / "no", code=ExitCode.REFUSED)
    assert "run it once with a network" in capsys.readouterr().err
    assert not (tmp_path / "r.csv").exists()


def test_a_busy_service_ends_the_command_with_its_wish(
    graph: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda asked: Reply(status=429, headers={"Retry-After": "900"})) as server:
        reconcile(graph, server, tmp_path / "r.csv", code=ExitCode.REFUSED)
        assert len(server.asked) == 1
    assert "asks to wait 900 seconds" in capsys.readouterr().err


def test_the_services_learn_how_to_reach_you_only_if_you_say_so(graph: str, services: Loopback, tmp_path: Path) -> None:
    reconcile(graph, services, tmp_path / "r.csv", "--contact", "ada@example.org", "--limit", "1")
    agents = {asked.headers["user-agent"] for asked in services.asked}
    assert len(agents) == 1
    assert agents.pop().endswith(" ada@example.org")


def test_one_actor_can_be_asked_for_by_name(graph: str, services: Loopback, tmp_path: Path) -> None:
    reconcile(graph, services, tmp_path / "r.csv", "--actor", "Anna Lund")
    assert [row["item"] for row in rows(tmp_path / "r.csv")] == ["Q990001"]


def test_rows_that_are_not_taken_end_with_their_own_exit_code(
    graph: str, services: Loopback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reconcile(graph, services, tmp_path / "r.csv", "--with-failed")
    fill(tmp_path / "r.csv", "item", Q990002="same", Q990010="same")
    actors("accept", tmp_path / "r.csv", "--graph", graph, "--by", "Ada", code=ExitCode.SOME_FAILED)
    told = capsys.readouterr().err
    assert re.search(r"r\.csv, line \d: Anna Lund and Q990002: the row failed state", told)
    assert "1 judgements taken in" in told


def test_one_office_can_be_asked_for_alone(tmp_path: Path) -> None:
    with serving(Tables().answer) as server:
        terms = refresh(server, tmp_path, "--state", "state:XNO", "--role", "spokesperson")
        assert len(server.asked) == 1
    assert {row["role"] for row in rows(terms)} == {"spokesperson"}


def test_from_wikidata_to_a_file_of_actors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(Tables().answer) as server:
        terms = refresh(server, tmp_path, "--state", "state:XNO")
        assert "4 added, 1 changed, 1 ended, 1 unchanged, 1 vanished" in capsys.readouterr().err
        assert len(server.asked) == 5
    fill(terms, "person", **{"Dag Eie": "yes"})
    own = tmp_path / "own.csv"
    actors("adopt", terms, "-o", own, "--as-of", "2025-01-31")
    assert [row["kind"] for row in rows(own)] == ["Person", "Post", "Tenure"]
    articles = tmp_path / "article.txt"
    articles.write_text("HOLM, Jan 30 - Norland will not pay, its spokesman Dag Eie said on Thursday.\n", "utf-8")
    built = ["build", str(articles), "--graph", str(tmp_path / "new"), "--actors", str(known(tmp_path))]
    assert main([*built, "--actors", str(own)]) == ExitCode.OK
    with kg.open(tmp_path / "new") as opened:
        assert opened.actor("Dag Eie").profile.items == ("http://www.wikidata.org/entity/Q990212",)


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (("--state", "state:XYZ"), ExitCode.USAGE, "is no state of the reference data"),
        (("--state", "state:XNO", "--role", "cook"), ExitCode.REFUSED, "'cook' is no office that is refreshed"),
    ],
)
def test_what_cannot_be_refreshed_is_named(
    more: tuple[str, ...], code: ExitCode, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refresh(Loopback(address="http://127.0.0.1:9", asked=[]), tmp_path, *more, code=code)
    assert words in capsys.readouterr().err


def test_nothing_of_this_is_loaded_by_the_package_or_a_build() -> None:
    others = [path for path in (ROOT / "kg").rglob("*.py") if "reconcile" not in path.parts]
    importing = [path.name for path in others if "kg.reconcile" in path.read_text("utf-8")]
    assert importing == ["reconcile.py"], "only the commands import the room, and only when they run"
    command = (ROOT / "kg" / "cli" / "reconcile.py").read_text("utf-8")
    head = command.partition("if TYPE_CHECKING:")[0]
    assert "kg.reconcile import" not in head
