"""Rows as tables and for other programs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from kg.cli.output import Cell, Format, chosen_format, inert, write_card, write_rows

ROWS: list[dict[str, Cell]] = [{"who": "Lidia Marek", "words": "“no”, she\nsaid"}, {"who": "=1+1", "words": None}]


def written(capsys: pytest.CaptureFixture[str], form: Format, *, raw_cells: bool = False) -> str:
    assert write_rows(["who", "words"], ROWS, form, raw_cells=raw_cells) == 2
    return capsys.readouterr().out


def test_csv_cells_that_look_like_formulas_are_made_inert(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.reader(io.StringIO(written(capsys, Format.CSV))))
    assert rows == [["who", "words"], ["Lidia Marek", "“no”, she\nsaid"], ["'=1+1", ""]]


def test_a_carriage_return_in_a_cell_does_not_end_its_row_in_csv(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(["a", "b"], [{"a": "one\rtwo", "b": "three"}, {"a": "four", "b": None}], Format.CSV)
    text = capsys.readouterr().out
    assert text == 'a,b\n"one\rtwo",three\nfour,\n'
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], ["one\rtwo", "three"], ["four", ""]]


def test_csv_cells_can_be_left_raw(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(csv.reader(io.StringIO(written(capsys, Format.CSV, raw_cells=True))))[2][0] == "=1+1"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "＝1"])
def test_every_start_of_a_formula_is_known(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "plain", "a=b", "'=1", "3-2"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert inert(cell) == cell


def test_json_lines_and_json_hold_the_same_untouched_rows(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.loads(line) for line in written(capsys, Format.JSONL).splitlines()]
    assert lines == ROWS
    assert json.loads(written(capsys, Format.JSON)) == ROWS


def test_days_are_written_in_iso_form(capsys: pytest.CaptureFixture[str]) -> None:
    for form in (Format.JSONL, Format.CSV, Format.TABLE):
        write_rows(["day"], [{"day": date(2025, 3, 3)}], form)
        assert "2025-03-03" in capsys.readouterr().out


def test_a_table_shows_short_names_and_other_forms_whole_iris(capsys: pytest.CaptureFixture[str]) -> None:
    iri = "https://w3id.org/demarche/id/actor/state/FRA"
    for form in (Format.CSV, Format.JSON, Format.JSONL):
        write_rows(["who"], [{"who": iri}], form)
        assert iri in capsys.readouterr().out
    write_rows(["who"], [{"who": iri}], Format.TABLE)
    table = capsys.readouterr().out
    assert "state:FRA" in table
    assert "https" not in table


STATE = "https://w3id.org/demarche/id/actor/state/FRA"
WIDE: dict[str, Cell] = {
    **{name: f"{name} as told" for name in ("who", "whom", "day", "words", "target")},
    "holder": STATE,
    "statement": STATE,
}
"""Five columns of words, two of IRIs."""


def test_columns_of_iris_give_way_where_a_table_has_no_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    write_rows(list(WIDE), [WIDE], Format.TABLE)
    narrow = capsys.readouterr()
    assert "state:FRA" not in narrow.out
    assert "told" in narrow.out
    assert "No room for holder, statement" in narrow.err
    monkeypatch.setenv("COLUMNS", "160")
    write_rows(list(WIDE), [WIDE], Format.TABLE)
    wide = capsys.readouterr()
    assert wide.out.count("state:FRA") == 2
    assert wide.err == ""


def test_columns_of_iris_give_way_before_columns_of_words_are_squeezed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row: dict[str, Cell] = {"who": "Lidia Marek", "words": "the gates will stay closed until June", "statement": STATE}
    for width, is_shown in ((60, True), (45, False)):
        monkeypatch.setenv("COLUMNS", str(width))
        write_rows(list(row), [row], Format.TABLE)
        table = capsys.readouterr().out
        assert ("state:FRA" in table) is is_shown
        assert "the gates will" in table


def test_where_the_words_of_a_table_have_no_room_the_cells_of_a_row_stand_below_one_another(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    rows: list[dict[str, Cell]] = [{**WIDE, "words": None}, {**WIDE, "who": "[b]Ada[/b]\x1b"}]
    assert write_rows(list(WIDE), rows, Format.TABLE, title="Both [of] them", numbered=True) == 2
    told = capsys.readouterr()
    lines = [line.rstrip() for line in told.out.splitlines()]
    assert lines[0] == "Both [of] them"
    assert [line.split()[0] for line in lines if "─" in line] == ["1", "2"]
    assert "holder     state:FRA" in lines
    assert "who        [b]Ada[/b]" in lines
    assert sum(line.startswith("words") for line in lines) == 1, "a row has no line for a cell that it lacks"
    assert told.err == ""


def test_rows_are_numbered_where_a_command_takes_the_number_of_a_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    write_rows(["who", "words"], ROWS, Format.TABLE, numbered=True)
    table = capsys.readouterr().out
    assert "│ 1 │ Lidia Marek" in table
    assert "│ 2 │ =1+1" in table
    write_rows(["who", "words"], ROWS, Format.CSV, numbered=True)
    assert capsys.readouterr().out.startswith("who,words\n")


def test_a_table_of_iris_alone_keeps_a_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "8")
    row: dict[str, Cell] = dict.fromkeys(["one", "other"], "https://w3id.org/demarche/id/actor/state/FRA")
    assert write_rows(list(row), [row], Format.TABLE) == 1
    assert "one" in capsys.readouterr().out


def test_a_table_shows_markup_as_text_and_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(["who"], [{"who": "[bold]x[/bold] \x1b[31mred\x07"}], Format.TABLE)
    shown = capsys.readouterr().out
    assert "[bold]x[/bold]" in shown
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_another_program_gets_json_lines_unless_it_asks() -> None:
    assert chosen_format(None, io.StringIO()) is Format.JSONL
    assert chosen_format(Format.CSV, io.StringIO()) is Format.CSV


CARD = """\
Ada: no

passage       … [Ada] _said_ «the gates will stay closed until June». …
also in       Herald, “A–B”, https://herald.example/2025/03/04/gates"""


def test_a_card_goes_on_below_its_values_in_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    write_card(CARD)
    assert capsys.readouterr().out.splitlines() == [
        "Ada: no",
        "",
        "passage       … [Ada] _said_ «the gates will stay",
        "              closed until June». …",
        "also in       Herald, “A–B”,",
        "              https://herald.example/2025/03/04/gates",
    ]


def test_a_card_is_written_as_it_is_where_another_program_reads(capsys: pytest.CaptureFixture[str]) -> None:
    write_card(CARD)
    assert capsys.readouterr().out == f"{CARD}\n"
