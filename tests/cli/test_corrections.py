"""`kg corrections` from end to end: a wrong row is found, corrected, seen corrected everywhere, and taken back."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.model import ActorKind

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "correct-a-row.md"
DAY = date(2025, 4, 1)


@pytest.fixture
def graph(there: Path, tmp_path: Path) -> str:
    """The demo's graph, to be changed."""
    shutil.copytree(there / "demo" / "graph", tmp_path / "graph")
    return str(tmp_path / "graph")


def rows_of(graph: str, name: str = "who-about-whom", **given: str) -> list[dict[str, object]]:
    with kg.open(graph) as opened:
        return [dict(row) for row in opened.query(name, **given).to_records()]


def some_row(graph: str) -> dict[str, object]:
    return next(row for row in rows_of(graph, about="Kestria") if row["who"] == "Irena Valcourt")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    caught = capsys.readouterr()
    return code, caught.out, caught.err


def test_a_wrong_speaker_is_corrected_in_every_answer_and_comes_back(
    graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows_of(graph)
    statement = str(some_row(graph)["statement"])
    code, out, err = run(
        capsys, "corrections", "speaker", statement, "Samir Hadley", "--by", "Ada", "--on", "2025-04-01",
        "--why", "the pronoun", "--graph", graph,
    )  # fmt: skip
    assert code == ExitCode.OK
    assert "Irena Valcourt -> Samir Hadley" in err
    correction = out.strip()
    assert {row["who"] for row in rows_of(graph) if row["statement"] == statement} == {"Samir Hadley"}

    _, card, _ = run(capsys, "show", statement, "--graph", graph)
    assert "was “Irena Valcourt”, by Ada on 2025-04-01: the pronoun" in card
    with kg.open(graph) as opened:
        tied = {
            (tie["statement"], opened.network().nodes[one]["label"])
            for one, _, tie in opened.network().edges(data=True)
        }
    assert (statement, "Samir Hadley") in tied

    decided = rows_of(graph, "decisions")[-1]
    told = [decided[name] for name in ("matter", "verdict", "one_label", "other_label", "by", "reason", "holds")]
    assert told == ["statement", "speaker corrected", "Irena Valcourt", "Samir Hadley", "Ada", "the pronoun", True]

    assert run(capsys, "corrections", "undo", correction, "--by", "Bo", "--graph", graph)[0] == 0
    assert rows_of(graph) == before
    assert [row["holds"] for row in rows_of(graph, "decisions") if row["matter"] == "statement"] == [False, False]


def test_a_rejected_row_is_gone_and_listed(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    statement = str(some_row(graph)["statement"])
    assert run(capsys, "corrections", "reject", statement, "--by", "Ada", "--graph", graph)[0] == ExitCode.OK
    assert statement not in {row["statement"] for row in rows_of(graph)}
    _, out, _ = run(capsys, "corrections", "list", "--graph", graph, "--format", "jsonl")
    listed = json.loads(out)
    assert (listed["what"], listed["by"], listed["holds"]) == ("rejected", "Ada", True)
    assert listed["made_on"] in statement.replace("https://w3id.org/demarche/id/statement/", "statement:")
    code, _, err = run(capsys, "show", statement, "--graph", graph)
    assert code != ExitCode.OK
    assert f"was rejected by Ada: kg corrections undo {listed['correction']} takes that back" in err
    code, _, err = run(capsys, "corrections", "reject", statement, "--by", "Ada", "--graph", graph)
    assert code == ExitCode.REFUSED
    assert "kg corrections list" in err


def test_a_wrong_day_is_corrected_in_answers_and_card_and_comes_back(
    graph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, row = rows_of(graph), some_row(graph)
    statement = str(row["statement"])
    by = ("--by", "Ada", "--on", "2025-04-01", "--graph", graph)
    code, _, err = run(capsys, "corrections", "day", statement, "2025-02-27", "--why", "a reprint", *by)
    assert (code, "-> 2025-02-27" in err) == (ExitCode.OK, True)
    told = [one for one in rows_of(graph) if one["statement"] == statement]
    assert {one["day"] for one in told} == {date(2025, 2, 27)}
    _, card, _ = run(capsys, "show", statement, "--graph", graph)
    assert re.search(r"^day +2025-02-27$", card, re.MULTILINE)
    assert re.search(r"^corrected +day, was “.*”, by Ada on 2025-04-01: a reprint", card, re.MULTILINE)

    assert run(capsys, "corrections", "day", statement, "2025-02-26", "2025-03-01", *by)[0] == ExitCode.OK
    _, card, _ = run(capsys, "show", statement, "--graph", graph)
    assert re.search(r"^day +2025-02-26 to 2025-03-01$", card, re.MULTILINE)

    _, last, _ = run(capsys, "corrections", "day", statement, "--untold", *by)
    _, card, _ = run(capsys, "show", statement, "--graph", graph)
    assert re.search(r"^day +2025-03-0[34] or before$", card, re.MULTILINE)
    entries = json.loads(run(capsys, "corrections", "list", "--graph", graph, "--format", "json")[1])
    assert [entry["holds"] for entry in entries].count(True) == 1
    for entry in entries:
        assert run(capsys, "corrections", "undo", entry["correction"], *by)[0] == ExitCode.OK
    assert rows_of(graph) == before
    assert last.strip() in {entry["correction"] for entry in entries}


@pytest.mark.parametrize(
    ("days", "message"),
    [
        (["2025-03-01", "2025-02-01"], "the first day goes first"),
        (["2025-12-24"], "cannot stand in it"),
        ([], "--untold"),
        (["2025-03-01", "--untold"], "--untold"),
        (["March"], "is no day like"),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    graph: str, capsys: pytest.CaptureFixture[str], days: list[str], message: str
) -> None:
    statement = str(some_row(graph)["statement"])
    code, _, err = run(capsys, "corrections", "day", statement, *days, "--by", "Ada", "--graph", graph)
    assert code in (ExitCode.REFUSED, ExitCode.USAGE)
    assert message in err


def test_words_have_to_stand_in_the_article(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    row = some_row(graph)
    statement, words = str(row["statement"]), " ".join(str(row["words"]).split()[:4])
    code, _, err = run(capsys, "corrections", "words", statement, "We never said that", "--by", "Ada", "--graph", graph)
    assert code == ExitCode.REFUSED
    assert "do not stand in the article" in err
    assert run(capsys, "corrections", "words", statement, words, "--by", "Ada", "--graph", graph)[0] == ExitCode.OK
    with kg.open(graph) as opened:
        card = opened.show(statement)
        assert card.words == words
        assert card.passage is not None
        assert (words, "content") in card.passage.pieces
        article = opened.store.article(card.source.version)
        assert article is not None
        start, end = card.content_spans[0][1:].split("-")
        assert article.text[int(start) : int(end)] == words


def test_about_and_stance_follow(graph: str) -> None:
    statement = str(some_row(graph)["statement"])
    with kg.Corrections(graph) as corrections:
        corrections.about(statement, ["Oressa", "Brenmar"], by="Ada", day=DAY)
        corrections.stance(statement, "Oressa", "negative", by="Ada", day=DAY)
        again = corrections.stance(statement, "Oressa", "positive", by="Ada", day=DAY)
        assert again == corrections.entries[-1]
    with kg.open(graph) as opened:
        card = opened.show(statement)
        assert sorted(map(str, card.about)) == ["Brenmar", "Oressa"]
        assert [(str(stance.target), stance.polarity) for stance in card.stances] == [("Oressa", "positive")]
        assert statement in opened.query("position-timeline", target="Oressa").column("statement")


def test_saying_the_same_again_changes_nothing_and_what_changes_nothing_is_refused(graph: str) -> None:
    statement = str(some_row(graph)["statement"])
    with kg.Corrections(graph) as corrections:
        one = corrections.speaker(statement, None, by="Ada", day=DAY)
        assert corrections.speaker(statement, None, by="Bo", day=DAY) == one
        assert len(corrections.entries) == 1
        with pytest.raises(kg.KgError, match="is none already"):
            corrections.stance(statement, "Brenmar", "none", by="Ada", day=DAY)
        with pytest.raises(kg.KgError, match="names who"):
            corrections.behalf(statement, "Kestria", by=" ", day=DAY)
        with pytest.raises(kg.KgError, match="is no correction"):
            corrections.undo("0000", by="Ada", day=DAY)
        with pytest.raises(kg.KgError, match="later day"):
            corrections.speaker(statement, "Ardenia", by="Ada", day=date(2025, 3, 1))
        assert corrections.undo(one.iri, by="Ada", day=DAY) == corrections.undo(one.iri, by="Bo", day=DAY)


def test_somebody_whom_the_graph_does_not_know_can_be_brought_in(graph: str) -> None:
    statement = str(some_row(graph)["statement"])
    with kg.Corrections(graph) as corrections:
        corrections.speaker(statement, "Ilse Tamm", by="Ada", day=DAY, kind=ActorKind.PERSON)
    assert statement in {row["statement"] for row in rows_of(graph, speaker="Ilse Tamm")}
    with kg.open(graph) as opened:
        assert opened.actor("Ilse Tamm").profile.kind == "Person"


def test_an_export_without_words_holds_none_of_a_correction(graph: str, tmp_path: Path) -> None:
    row = some_row(graph)
    statement, words = str(row["statement"]), " ".join(str(row["words"]).split()[:6])
    with kg.Corrections(graph) as corrections:
        corrections.words(statement, words, by="Ada", day=DAY)
    assert main(["export", "nquads", "--no-text", "--graph", graph, "-o", str(tmp_path / "out.nq")]) == ExitCode.OK
    written = (tmp_path / "out.nq").read_text(encoding="utf-8")
    assert words not in written
    assert "Correction" in written


def test_the_list_of_corrections_is_a_table_for_a_spreadsheet(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    statement = str(some_row(graph)["statement"])
    with kg.Corrections(graph) as corrections:
        corrections.behalf(statement, "Kestria", by="Ada", day=DAY, why="=1+1")
    _, out, _ = run(capsys, "corrections", "list", "--graph", graph, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["what"], row["now"], row["why"]) == ("behalf", "Kestria", "'=1+1")
    assert run(capsys, "corrections", "about", statement, "--by", "Ada", "--graph", graph)[0] == ExitCode.USAGE


def test_the_commands_of_the_guide_run_as_they_stand(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = [block for block in re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL) if "$S" in block]
    name, *lines = said.splitlines()
    for line in lines:
        asked = shlex.split(line.replace("$S", name.removeprefix("S=")).replace("demo/graph", graph), comments=True)
        assert main(asked[1:]) == ExitCode.OK, capsys.readouterr().err
    with kg.open(graph) as opened:
        assert len(opened.corrections()) == len(lines)


def test_the_graph_is_still_valid_after_corrections(graph: str) -> None:
    statement = str(some_row(graph)["statement"])
    with kg.Corrections(graph) as corrections:
        corrections.speaker(statement, "Ilse Tamm", by="Ada", day=DAY, kind=ActorKind.PERSON)
        corrections.stance(statement, "Brenmar", "negative", by="Ada", day=DAY)
    assert main(["validate", "--graph", graph]) == ExitCode.OK
