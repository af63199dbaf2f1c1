"""Tables of cues and subjects of the user's own, from the file to the run."""

from __future__ import annotations

import re
from pathlib import Path

from kg.build import Pipeline
from kg.model import Article

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = Article(text="Norland and Valdoria are states. Norland said that Valdoria had moved the weir.", title="")


def test_tables_of_ones_own_are_used_and_named_in_the_run(tmp_path: Path) -> None:
    subjects = tmp_path / "subjects.csv"
    subjects.write_text("subject,label,words\nweirs,Weirs,weir\n", encoding="utf-8")
    cues = tmp_path / "cues.csv"
    cues.write_text(
        "lemma,cue_class,speech_act,certainty,act,polarity,target\nsay,distancing,assert,certain,,,\n", encoding="utf-8"
    )
    usual, own = Pipeline(), Pipeline(cue_files=[cues], subject_files=[subjects])
    (before,), (after,) = (p.read_article(ARTICLE).facts.statements for p in (usual, own))
    assert (before.cue_class, [s.name for s in before.subjects]) == ("neutral", [])
    assert (after.cue_class, [(s.name, s.label) for s in after.subjects]) == ("distancing", [("weirs", "Weirs")])
    assert usual.run.fingerprint != own.run.fingerprint
    assert {name for name, _ in own.run.references} == {"actors", "cues", "subjects"}


def test_subject_of_ones_own_is_labelled_in_the_record(tmp_path: Path) -> None:
    subjects = tmp_path / "subjects.csv"
    subjects.write_text("subject,label,words\nweirs,Weirs,weir\n", encoding="utf-8")
    pipeline = Pipeline(subject_files=[subjects])
    lines = {str(quad) for quad in pipeline.record(pipeline.read_article(ARTICLE))}
    assert any("/id/subject/weirs>" in line and '"Weirs"@en' in line for line in lines)


def test_the_page_shows_the_tables_of_the_examples() -> None:
    page = (ROOT / "docs" / "how-to" / "your-own-tables.md").read_text(encoding="utf-8")
    shown = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    assert shown == [(ROOT / "examples" / name).read_text(encoding="utf-8") for name in ("cues.csv", "subjects.csv")]
