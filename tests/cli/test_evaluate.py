"""`kg evaluate` from gold file to figures and lists."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.resources import resource

GOLD = resource("examples/gold.jsonl")
ROOT = Path(__file__).resolve().parents[2]


def figures(capsys: pytest.CaptureFixture[str], *arguments: str, code: ExitCode = ExitCode.OK) -> dict[str, object]:
    """What `--json` prints."""
    capsys.readouterr()
    assert main(["evaluate", *arguments, "--json"]) == code
    loaded: dict[str, object] = json.loads(capsys.readouterr().out)
    return loaded


@pytest.fixture
def predictions(tmp_path: Path) -> Path:
    """Gold itself without texts, every attribution with a confidence, the first of each article without source."""
    lines = []
    for line in GOLD.read_text("utf-8").splitlines():
        record = json.loads(line)
        attributions = [{**one, "confidence": 0.8, "rule": "copied"} for one in record["attributions"]]
        attributions[0] |= {"source": None, "confidence": 0.3}
        lines.append(json.dumps({"id": record["id"], "attributions": attributions}) + "\n")
    path = tmp_path / "predictions.jsonl"
    path.write_text("".join(lines), "utf-8")
    return path


def test_the_example_gold_is_measured_with_the_rules_unless_told_otherwise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["evaluate", str(GOLD)]) == ExitCode.OK
    caught = capsys.readouterr()
    for heading in ("triple_partial", "content_exact", "NonAssertion", "calibration error", "threshold", "missed"):
        assert heading in caught.out
    assert max(map(len, caught.out.splitlines())) <= 80
    assert "words per CPU second" in caught.err


def test_rules_are_shown_on_demand(predictions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["evaluate", str(GOLD), "--predictions", str(predictions), "--bootstrap", "0"]
    assert main(arguments) == ExitCode.OK
    assert "copied" not in capsys.readouterr().out
    assert main([*arguments, "--by-rule"]) == ExitCode.OK
    assert "copied" in capsys.readouterr().out


def test_figures_as_json_repeat_but_for_the_speed(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (figures(capsys, str(GOLD), "--bootstrap", "20") for _ in range(2))
    assert isinstance(first.pop("words_per_cpu_second"), int)
    second.pop("words_per_cpu_second")
    assert first == second
    assert first["articles"] == 3


def test_a_file_of_predictions_is_measured_without_an_extractor(
    capsys: pytest.CaptureFixture[str], predictions: Path
) -> None:
    found = figures(capsys, str(GOLD), "--predictions", str(predictions))
    assert found["words_per_cpu_second"] is None
    assert found["gold"] == found["predicted"] == 25
    assert found["mistakes"] == {
        "missed": 0, "spurious": 0, "source wrong": 0, "source missing": 3, "content boundary": 0,
        "source boundary": 0, "kind wrong": 0,
    }  # fmt: skip


def test_a_rate_of_nothing_is_no_rate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text('{"id": "estmark-grain", "attributions": []}\n', "utf-8")
    assert main(["evaluate", str(GOLD), "--predictions", str(nothing), "--bootstrap", "0"]) == ExitCode.OK
    assert re.search(r"all +│ 25 +│ 0 +│ - +│ 0\.000 │ 0\.000", capsys.readouterr().out)


def test_gold_in_brat_is_told_from_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Harbour Master Jon Tiller said the lamp was broken.\n"
    (tmp_path / "lamp.txt").write_text(text, "utf-8")
    (tmp_path / "lamp.ann").write_text(
        "T1\tSource 0 25\tHarbour Master Jon Tiller\nT2\tCue 26 30\tsaid\nT3\tContent 31 50\tthe lamp was broken\n"
        "E1\tCue:T2 Source:T1 Content:T3\n",
        "utf-8",
    )
    found = figures(capsys, str(tmp_path), "--bootstrap", "0")
    assert (found["gold"], found["predicted"], found["kinds"]) == (1, 1, None)


def test_a_threshold_drops_what_is_unsure(capsys: pytest.CaptureFixture[str], predictions: Path) -> None:
    found = figures(capsys, str(GOLD), "--predictions", str(predictions), "--threshold", "0.5")
    assert found["predicted"] == 22


def test_two_are_compared_on_the_same_draws(capsys: pytest.CaptureFixture[str], predictions: Path) -> None:
    arguments = [str(GOLD), "--predictions", str(predictions), "--bootstrap", "50"]
    against = figures(capsys, *arguments, "--against", "rules")["against"]
    assert isinstance(against, dict)
    assert against["predictions"].startswith("rules ")
    difference = against["differences"]["all"]["triple_partial"]
    assert difference["f1_95"][0] <= difference["f1"] <= difference["f1_95"][1]
    itself = figures(capsys, *arguments, "--against", str(predictions))["against"]
    assert isinstance(itself, dict)
    assert itself["differences"]["all"]["triple_partial"] == {"f1": 0.0, "f1_95": [0.0, 0.0], "not_better": 1.0}


def test_a_comparison_is_shown_as_a_table_with_and_without_intervals(
    capsys: pytest.CaptureFixture[str], predictions: Path
) -> None:
    for draws, shown in (("30", True), ("0", False)):
        arguments = ["evaluate", str(GOLD), "--predictions", str(predictions), "--against", str(predictions)]
        assert main([*arguments, "--bootstrap", draws]) == ExitCode.OK
        out = capsys.readouterr().out
        assert "+0.000" in out
        assert ("95%" in out) == shown


@pytest.mark.parametrize("form", ["html", "md", "csv", "jsonl"])
def test_every_form_of_the_list_names_every_mistake(
    form: str, predictions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"errors.{form}"
    assert main(["evaluate", str(GOLD), "--predictions", str(predictions), "--errors", str(path)]) == ExitCode.OK
    assert f"written: {path}" in capsys.readouterr().err
    listed = path.read_text("utf-8")
    assert "source missing" in listed.lower()
    for name in ("norland-ferries", "estmark-grain", "brava-lighthouse"):
        assert name in listed


def test_cells_of_the_list_start_no_formula(tmp_path: Path) -> None:
    text = "=cmd said the port was closed."
    record = {
        "id": "=1+1",
        "text": text,
        "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 29]]}],
    }
    gold, predicted, listed = (tmp_path / name for name in ("gold.jsonl", "p.jsonl", "errors.csv"))
    gold.write_text(json.dumps(record) + "\n", "utf-8")
    predicted.write_text('{"id": "=1+1", "attributions": []}\n', "utf-8")
    assert main(["evaluate", str(gold), "--predictions", str(predicted), "--errors", str(listed)]) == ExitCode.OK
    (row,) = csv.DictReader(listed.open(encoding="utf-8", newline=""))
    assert (row["article"], row["gold_source"], row["cause"]) == ("'=1+1", "'=cmd", "missed")


def test_articles_that_fail_are_named_and_the_others_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{broken\n" + GOLD.read_text("utf-8"), "utf-8")
    found = figures(capsys, str(gold), code=ExitCode.SOME_FAILED)
    assert (found["articles"], found["failed"]) == (3, 1)


def test_predictions_of_other_articles_are_told_and_do_not_fail(
    predictions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = predictions.read_text("utf-8").splitlines(keepends=True)
    predictions.write_text("".join(lines[1:]) + '{"id": "other", "attributions": []}\n', "utf-8")
    assert main(["evaluate", str(GOLD), "--predictions", str(predictions)]) == ExitCode.OK
    told = capsys.readouterr().err
    assert "1 article(s) left out that gold lacks, such as other" in told
    assert "1 gold article(s) without predictions" in told


@pytest.mark.parametrize(
    ("line", "words"), [("", "no gold article"), ('{"id": "x", "attributions": []}', "no gold article")]
)
def test_gold_without_an_article_is_refused(
    line: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line, "utf-8")
    assert main(["evaluate", str(gold)]) == ExitCode.REFUSED
    assert words in capsys.readouterr().err


def test_predictions_that_share_no_article_with_gold_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "p.jsonl"
    other.write_text('{"id": "other", "attributions": []}\n', "utf-8")
    assert main(["evaluate", str(GOLD), "--predictions", str(other)]) == ExitCode.REFUSED
    assert "found by their id" in capsys.readouterr().err


def test_an_unknown_extractor_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(GOLD), "--extractor", "oracle"]) == ExitCode.REFUSED
    assert "oracle" in capsys.readouterr().err


def test_the_guide_shows_tables_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    guide = (ROOT / "docs" / "how-to" / "evaluate.md").read_text("utf-8")
    shown = re.findall(r"^│ ([^│]+?) +│", guide, re.MULTILINE)
    assert main(["evaluate", str(GOLD)]) == ExitCode.OK
    rows = set(re.findall(r"^│ ([^│]+?) +│", capsys.readouterr().out, re.MULTILINE))
    assert len(shown) > 10
    assert set(shown) <= rows


def test_the_python_of_the_guide_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "how-to" / "evaluate.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "evaluate.md", "exec"), {})
    assert re.match(r"0\.\d\d", capsys.readouterr().out)
