"""Citron's JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.extract.annotations.made import TEXT, place, read_one, refusal, told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Json = dict[str, object]


def piece(words: str, text: str = TEXT) -> Json:
    start, end = place(words, text)
    return {"start": start, "end": end, "text": words}


def token_piece(words: str, text: str, rank: int = 0) -> Json:
    """The same counted in tokens, as Citron's program writes it."""
    start = [match.start() for match in re.finditer(re.escape(words), text)][rank]
    before = len(re.findall(r"\w+|[^\w\s]", text[:start]))
    return {"start": before, "end": before + len(re.findall(r"\w+|[^\w\s]", words)), "text": words}


def quote(**others: object) -> Json:
    return {
        "cue": piece("said"), "sources": [piece("Ilse Harrow")], "contents": [piece("the ferries would stop")], **others
    }  # fmt: skip


def document(folder: Path, *quotes: Mapping[str, object], text: str | None = TEXT, beside: str | None = None) -> Path:
    path = folder / "ferries.json"
    path.write_text(json.dumps({"quotes": list(quotes)} | ({} if text is None else {"text": text})), "utf-8")
    if beside is not None:
        (folder / "ferries.txt").write_text(beside, "utf-8", newline="")
    return path


def test_a_quote_gives_source_cue_contents_and_confidence(tmp_path: Path) -> None:
    one = read_one(document(tmp_path, quote(confidence="0.7512")))
    assert told(one) == [(["Ilse Harrow"], ["said"], ["the ferries would stop"])]
    assert (one.attributions[0].confidence, one.attributions[0].rule, one.article.id) == (0.7512, "citron", "ferries")


def test_the_text_may_lie_beside_it(tmp_path: Path) -> None:
    assert "ferries.txt: there is no such file" in refusal(document(tmp_path, quote(), text=None))
    assert told(read_one(document(tmp_path, quote(), text=None, beside=TEXT)))[0][1] == ["said"]


def test_of_a_mention_and_its_antecedent_the_one_beside_the_cue_is_the_source(tmp_path: Path) -> None:
    told_us = {"cue": piece("told"), "contents": [piece("“We waited a year 🚢,”")]}
    predicted = {**told_us, "sources": [piece("Ilse Harrow")], "coreferences": [piece("she")]}
    trained = {**told_us, "sources": [piece("she")], "coreferences": [piece("Ilse Harrow")]}
    one = read_one(document(tmp_path, predicted, trained))
    assert [source for source, _, _ in told(one)] == [["she"], ["she"]]


def test_numbers_of_tokens_are_understood_by_their_order(tmp_path: Path) -> None:
    text = "Torr said no. Brava is calm. Holm said yes, he said."

    def counted(*found: Json) -> Json:
        source, cue, content = found
        return {"sources": [source], "cue": cue, "contents": [content]}

    quotes = [
        counted(token_piece("Torr", text), token_piece("said", text), token_piece("no", text)),
        counted(token_piece("Holm", text), token_piece("said", text, 1), token_piece("yes", text)),
        counted(token_piece("he", text), token_piece("said", text, 2), token_piece("Brava is calm", text)),
    ]
    one = read_one(document(tmp_path, *quotes, text=text))
    places = [attribution.cue[0].start for attribution in one.attributions]
    assert places == [match.start() for match in re.finditer("said", text)]


def test_words_with_several_places_and_nothing_to_tell_them_apart_are_refused(tmp_path: Path) -> None:
    text = "Torr said no. Holm said no."
    lone = {"sources": [], "cue": {"start": 50, "end": 51, "text": "said"}, "contents": []}
    assert "at several places" in refusal(document(tmp_path, lone, text=text))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"cue": {"start": 1, "end": 2, "text": "shouted"}}, "does not hold 'shouted'"),
        ({"cue": {"start": 4, "end": 4, "text": "said"}}, "a greater"),
        ({"cue": {"start": 4, "end": 8}}, '"text"'),
        ({"cue": "said"}, "a JSON object"),
        ({"sources": {}}, "a list"),
        ({"sources": ["Torr"]}, "source 1 is not a JSON object"),
        ({"confidence": "sure"}, "a number from 0 to 1"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, changed: Json, words: str) -> None:
    assert words in refusal(document(tmp_path, quote(**changed)))


def test_a_document_in_which_nothing_was_found_has_no_attributions(tmp_path: Path) -> None:
    assert read_one(document(tmp_path)).attributions == ()
