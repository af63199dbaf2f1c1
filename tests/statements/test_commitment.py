"""Speech act, certainty, condition and negation; the table of cues and the user's own rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import CueFileError
from kg.model import About, Span, TargetId
from kg.statements.reading.cues import COLUMNS, VALUES, load_cue_table, rows_of, shipped_cues
from kg.statements.stance.rules import Judgement
from kg.statements.stance.ruling import settle
from kg.vocab import voc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.model.statements import Polarity
    from tests.statements.conftest import Read

HEADER = "lemma,cue_class,speech_act,certainty,act,polarity,target\n"


def test_table_is_sorted_has_each_lemma_once_and_known_values_only() -> None:
    rows = list(rows_of("reading/cue_stance.csv"))
    lemmas = [row["lemma"] for row in rows]
    assert len(rows) >= 350
    assert lemmas == sorted(set(lemmas))
    assert all(tuple(row) == COLUMNS for row in rows)
    for row in rows:
        assert row["frame"]
        for column, known in VALUES.items():
            assert row[column] in known, row


def test_values_of_the_table_are_concepts_of_the_ontology() -> None:
    schemes = {"speech_act": voc.SpeechAct, "certainty": voc.Certainty, "cue_class": voc.CueClass, "act": voc.StanceAct}
    for column, scheme in schemes.items():
        concepts = {str(value).rpartition("/")[2] for name, value in vars(scheme).items() if name.isupper()}
        assert VALUES[column] - {""} <= concepts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Clara Wend said the tide was high.", "assert"),
        ("Clara Wend explained that the tide was high.", "explain"),
        ("Clara Wend said the ferry was late because the tide was high.", "explain"),
        ("Clara Wend pledged to repair the bridge.", "commit"),
        ("“We will repair the bridge,” Clara Wend said.", "commit"),
        ("“We will repair the bridge if the frost ends,” Clara Wend said.", "offer-conditional"),
        ("“We will retaliate,” Clara Wend said.", "threaten"),
        ("Clara Wend said the troops must leave.", "demand"),
        ("Clara Wend called for an inquiry.", "call-for"),
        ("Clara Wend warned that the dam could break.", "warn"),
        ("Clara Wend denied that the dam was broken.", "deny"),
        ("“We condemn the raid,” Clara Wend said.", "criticise"),
        ("Clara Wend praised the fishermen.", "praise"),
        ("Clara Wend reaffirmed her support for the accord.", "reaffirm"),
        ("Clara Wend regretted the accident.", "express-regret"),
    ],
)
def test_what_is_done_by_saying_it(read: Callable[..., Read], text: str, act: str) -> None:
    assert read(text).facts.statements[0].speech_act == act


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Clara Wend said the talks would resume.", "certain"),
        ("Clara Wend said the talks might resume.", "possible"),
        ("Clara Wend said the talks would probably resume.", "probable"),
        ("Clara Wend said the talks were expected to resume.", "probable"),
        ("Clara Wend said the talks would resume if the guns fell silent.", "conditional"),
        ("Clara Wend believes that the talks are over.", "probable"),
        ("Clara Wend urged the guards to leave.", "underspecified"),
    ],
)
def test_how_firmly_it_is_said(read: Callable[..., Read], text: str, certainty: str) -> None:
    assert read(text).facts.statements[0].certainty == certainty


def test_condition_is_told_with_its_words(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the talks would resume if the guns fell silent, and left.")
    statement = found.by_cue("say")
    assert statement.conditional
    assert statement.condition is not None
    assert found.article.cut(statement.condition) == "if the guns fell silent"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Clara Wend said the bridge was not safe.", True),
        ("Clara Wend said nobody had crossed the bridge.", True),
        ("Clara Wend said the bridge, which was not safe, was closed.", False),
        ("Clara Wend said it was not only safe but new.", False),
    ],
)
def test_negation_of_the_main_clause(read: Callable[..., Read], text: str, negated: bool) -> None:
    assert read(text).facts.statements[0].negated is negated


def test_users_row_takes_the_place_of_the_shipped_one_and_adds_new_ones(tmp_path: Path) -> None:
    file = tmp_path / "cues.csv"
    rows = ["welcome,neutral,assert,certain,,,", "harrumph at,evaluative,criticise,certain,criticise,negative,object"]
    file.write_text(HEADER + "\n".join(rows))
    table = load_cue_table([file])
    assert table.of_cue("welcome", ["welcomed"]).polarity is None
    assert table.of_cue("harrumph", ["harrumphed", "at"]).polarity == "negative"
    assert table.of_cue("praise", ["praised"]) == shipped_cues().of_cue("praise", ["praised"])
    assert table.fingerprint is not None
    assert load_cue_table([]).fingerprint is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("lemma,cue_class\nwelcome,neutral\n", "no column"),
        (f"{HEADER}welcome,cheerful,assert,certain,,,\n", "line 2: cue_class is 'cheerful'"),
        (f"{HEADER},neutral,assert,certain,,,\n", "line 2: the lemma is empty"),
    ],
)
def test_broken_table_of_a_user_is_refused_with_its_place(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "cues.csv"
    file.write_text(content)
    with pytest.raises(CueFileError, match=message):
        load_cue_table([file])


def test_cue_without_a_lemma_is_known_by_its_words() -> None:
    table = shipped_cues()
    assert table.of_cue(None, ["turned", "down"]).polarity == "negative"
    assert table.of_cue(None, ["paid", "tribute"]).polarity == "positive"
    assert table.of_cue(None, [":"]).lemma == ""


def test_network_fills_gaps_and_turns_nothing_round() -> None:
    about = About(target=TargetId("actor/x"), evidence=Span(3, 9))
    sure: dict[Polarity, float] = {"negative": 0.9, "neutral": 0.05, "positive": 0.05}
    assert settle(Judgement(), about).method == "none"
    ruling = settle(Judgement(), about, sure)
    assert (ruling.method, ruling.stance and ruling.stance.polarity) == ("network", "negative")
    assert settle(Judgement(), about, {"negative": 0.1, "neutral": 0.52, "positive": 0.38}).stance is None
    assert settle(Judgement(is_silenced=True), about, sure).method == "silenced"
    assert settle(Judgement(polarity="positive"), about, sure).stance is None
    assert settle(Judgement(unclear=frozenset({about.target})), about, sure).method == "unclear"
