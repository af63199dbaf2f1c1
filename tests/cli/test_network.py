"""`kg network`: kinds, selections, figures with their intervals, explanations, files and messages."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.cli.network_choices import FORMS, KindChoice, node_named
from kg.errors import AmbiguousActor, ParameterError

if TYPE_CHECKING:
    from pathlib import Path

FEW = ("--draws", "5")
Ran = tuple[int, str, str]


@pytest.fixture
def kg_network(there: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs the command on the demo's graph: exit code, standard output, standard error."""

    def run(*arguments: str) -> Ran:
        code = main(["network", *arguments, "--graph", "demo/graph"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def records(ran: Ran) -> list[dict[str, Any]]:
    code, out, err = ran
    assert code == ExitCode.OK, err
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("kind", list(KindChoice))
def test_every_kind_of_network_is_shown_with_intervals(kg_network: Any, kind: KindChoice) -> None:
    rows = records(kg_network(kind, "--voice", "state", *FEW))
    assert rows
    assert all(row["weight_low"] <= row["weight_high"] for row in rows)
    assert all({"source", "target", "weight_corrected", "from", "to"} <= set(row) for row in rows)
    weights = [abs(row["weight"]) for row in rows]
    assert weights == sorted(weights, reverse=True)


def test_ties_of_direct_networks_are_counted_by_sign_and_may_be_shown_without_intervals(kg_network: Any) -> None:
    rows = records(kg_network("--draws", "0"))
    assert all(row["weight"] == row["positive"] + row["negative"] + row["mixed"] + row["none"] for row in rows)
    assert "weight_low" not in rows[0]
    assert (rows[0]["source"], rows[0]["target"]) == ("Ardenia", "Kestria")


@pytest.mark.parametrize("kind", ["congruence", "conflict", "subtract"])
def test_agreement_and_blocs_are_never_shown_without_their_interval(kg_network: Any, kind: str) -> None:
    for more in ((), ("--show", "figures"), ("--show", "blocs"), ("--show", "actors")):
        code, out, err = kg_network(kind, *more, "--draws", "0")
        assert (code, out) == (ExitCode.REFUSED, "")
        assert "not shown without their interval" in err


def test_figures_of_the_whole_say_their_interval_and_how_it_was_made(kg_network: Any) -> None:
    rows = {row["figure"]: row for row in records(kg_network("subtract", "--show", "figures", *FEW))}
    assert rows["statements"]["method"] == "counted"
    for name in ("density", "conflict share", "balanced triangles", "frustration"):
        assert {"low", "high", "corrected", "n"} <= set(rows[name])
        assert "errors of the reader (rates measured for this version)" in rows[name]["method"]
    directed = {row["figure"] for row in records(kg_network("--show", "figures", *FEW))}
    assert {"reciprocity", "assortativity by state"} <= directed


def test_actors_have_every_figure_of_their_kind_of_network(kg_network: Any) -> None:
    (first, *_) = records(kg_network("--show", "actors", *FEW))
    for name in ("said", "said_negative", "received", "spoke_about", "betweenness", "pagerank", "brokerage"):
        assert {name, f"{name}_low", f"{name}_high"} <= set(first)
    (agreeing, *_) = records(kg_network("subtract", "--voice", "state", "--show", "actors", *FEW))
    assert {"degree", "strength_positive", "strength_negative", "betweenness_high"} <= set(agreeing)


def test_blocs_come_with_what_chance_gives_and_who_bridges(kg_network: Any) -> None:
    fit, chance, *actors = records(kg_network("subtract", "--voice", "state", "--show", "blocs", *FEW))
    assert fit["low"] <= fit["corrected"] <= fit["high"]
    assert chance["what"].startswith("fit by chance alone (p = ")
    assert {row["bloc"] for row in actors} == {1, 2}


def test_a_selection_is_that_of_the_library(kg_network: Any) -> None:
    whole = records(kg_network("--draws", "0"))
    part = records(kg_network("--draws", "0", "--since", "2025-03-10", "--until", "2025-03-20", "--voice", "body"))
    assert 0 < sum(row["weight"] for row in part) < sum(row["weight"] for row in whole)
    code, _, err = kg_network("--since", "1999-01-01", "--until", "1999-01-02")
    assert code == ExitCode.REFUSED
    assert "no statement of the graph is among those chosen" in err


def test_a_tie_is_explained_with_names_arithmetic_and_statements(kg_network: Any) -> None:
    code, out, _ = kg_network("subtract", "--voice", "state", "--explain", "Ardenia", "kestria")
    assert code == ExitCode.OK
    assert out.startswith("Ardenia - Kestria: subtract, summed over what both speak about = ")
    assert "against" in out
    assert "statement/" in out
    two_mode = kg_network("two-mode", "--voice", "state", "--explain", "Ardenia", "Kestria")
    assert two_mode[1].startswith("Ardenia - Kestria: two-mode subtract = ")


def test_a_name_that_fits_nobody_or_several_is_told(kg_network: Any) -> None:
    code, _, err = kg_network("--explain", "Ardania", "Kestria")
    assert code == ExitCode.REFUSED
    assert "no node 'Ardania'; near names: Ardenia" in err
    labels = {"id/actor/state/A": "Holm", "id/actor/person/p": "Holm", "id/actor/state/B": "Tarn"}
    with pytest.raises(AmbiguousActor, match="fits several actors: id/actor/person/p"):
        node_named("holm", labels)
    assert node_named("state:A", labels) == node_named("id/actor/state/A", labels) == "id/actor/state/A"
    with pytest.raises(ParameterError, match=r"no node 'Q'; kg network --show actors lists them$"):
        node_named("Q", labels)


@pytest.mark.parametrize("ending", sorted(set(FORMS) - {".parquet"}))
def test_a_network_is_written_in_the_form_that_the_ending_names(kg_network: Any, there: Path, ending: str) -> None:
    file = there / f"network{ending}"
    code, out, err = kg_network("subtract", "--voice", "state", "-o", str(file))
    assert (code, out) == (ExitCode.OK, "")
    assert f"written: {file}" in err
    assert "Ardenia" in file.read_text("utf-8")


def test_an_ending_without_a_form_needs_one(kg_network: Any, there: Path) -> None:
    code, _, err = kg_network("-o", str(there / "network.xyz"))
    assert code == ExitCode.REFUSED
    assert "network.xyz: the ending names no form" in err
    assert kg_network("-o", str(there / "network.xyz"), "--form", "graphology")[0] == ExitCode.OK
    assert json.loads((there / "network.xyz").read_text("utf-8"))["nodes"]


def test_forms_of_output_hold_the_same_rows(kg_network: Any) -> None:
    wanted = [row["weight"] for row in records(kg_network("--draws", "0"))]
    found = list(csv.DictReader(io.StringIO(kg_network("--draws", "0", "-f", "csv")[1])))
    assert [float(row["weight"]) for row in found] == wanted
    assert [row["weight"] for row in json.loads(kg_network("--draws", "0", "-f", "json")[1])] == wanted
    head, line, *body = kg_network("--draws", "0", "-f", "markdown")[1].splitlines()
    assert head.startswith("| source | target | weight |")
    assert set(line) == {"|", "-"}
    assert len(body) == len(wanted)
    assert "Ardenia" in kg_network("--draws", "0", "-f", "table", "--limit", "3")[1]


def test_people_see_a_figure_and_its_interval_in_one_cell(kg_network: Any) -> None:
    shown = kg_network("subtract", "--voice", "state", "-f", "markdown", "--errors", "none", *FEW)[1]
    assert "| weight |" in shown
    assert " [" in shown.replace("\\[", "[")
    assert "w3id" not in shown


def test_equal_seeds_give_equal_figures_and_errors_are_named(kg_network: Any, there: Path) -> None:
    one, other = (kg_network("subtract", "--show", "figures", *FEW) for _ in range(2))
    assert one == other
    assert kg_network("subtract", "--show", "figures", "--seed", "1", *FEW)[1] != one[1]
    alone = kg_network("--errors", "none", *FEW)
    assert "errors of the reader are not in them" in alone[2]
    assert "weight_corrected" not in records(alone)[0]
    (there / "rates.json").write_text('{"recall": 0.9, "negative_missed": 0.1}', "utf-8")
    assert "(rates of rates.json)" in kg_network("--errors", "rates.json", *FEW)[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [("[]", "no JSON object"), ("{", "cannot be read"), ('{"recal": 1}', "'recal' is no rate"), ("{}", "is no rate")],
)
def test_rates_that_cannot_be_read_are_told(kg_network: Any, there: Path, text: str, said: str) -> None:
    (there / "rates.json").write_text(text, "utf-8")
    code, _, err = kg_network("--errors", "rates.json", *FEW)
    assert code == ExitCode.REFUSED
    assert said in err
