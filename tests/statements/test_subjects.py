"""Fields of policy that contents touch, and tables of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import SubjectFileError
from kg.statements.reading.cues import rows_of
from kg.statements.topics.subjects import load_subjects
from kg.vocab import voc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.statements.conftest import Read


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the sanctions would stay", {"sanctions": "sanctions"}),
        ("the arms embargo would be lifted", {"arms-control": "arms embargo"}),
        ("ballistic missiles and tariffs were discussed", {"missiles": "ballistic", "trade": "tariffs"}),
        ("the embassies would reopen", {"diplomatic-relations": "embassies"}),
        ("it was ready to talk", {}),
        ("the watery soup was borderline", {}),
    ],
)
def test_words_of_the_content_show_its_subjects(
    read: Callable[..., Read], content: str, expected: dict[str, str]
) -> None:
    found = read(f"The ministry of Norland said {content}.")
    statement = found.by_cue("say")
    assert {subject.name: found.article.cut(subject.evidence) for subject in statement.subjects} == expected


def test_table_and_ontology_have_the_same_subjects() -> None:
    names = [row["subject"] for row in rows_of("topics/subjects.csv")]
    concepts = {str(value).rpartition("/")[2] for name, value in vars(voc.Subject).items() if name.isupper()}
    assert names == sorted(set(names))
    assert set(names) == concepts


def test_no_word_shows_two_subjects() -> None:
    words = [word for row in rows_of("topics/subjects.csv") for word in row["words"].split("|")]
    assert len(words) == len(set(words))


def test_file_of_ones_own_adds_subjects_and_words(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("subject,label,words\nwhaling,Whaling,whale|whaling quota\nwater,,weir\n", encoding="utf-8")
    scheme = load_subjects([file])
    assert scheme.own == {"whaling"}
    assert scheme.labels["whaling"][0] == "Whaling"
    assert scheme.fingerprint is not None
    assert scheme.fingerprint != load_subjects().fingerprint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,words\nx,y\n", "no column subject"),
        ("subject,words\nArms Control,gun\n", "line 2: the subject is 'Arms Control'"),
        ("subject,words\narms,\n", "line 2: no words show the subject arms"),
    ],
)
def test_broken_file_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SubjectFileError, match=message):
        load_subjects([file])
