"""CoreNLP's JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from kg.model import Mode
from tests.extract.annotations.made import TEXT, read_one, refusal, told

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, object]
WAITED = "“We waited a year 🚢,”"


def utf16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2


def tokens(text: str) -> list[Json]:
    places = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    bounds = [(0, 0), *places, (len(text), len(text))]
    return [
        {
            "index": number, "word": text[start:end], "originalText": text[start:end],
            "characterOffsetBegin": utf16(text, start), "characterOffsetEnd": utf16(text, end),
            "before": text[bounds[number - 1][1] : start], "after": text[end : bounds[number + 1][0]],
        }
        for number, (start, end) in enumerate(places, start=1)
    ]  # fmt: skip


def quotation(words: str, mention: str | None = None, text: str = TEXT, **others: object) -> Json:
    start = text.index(words)
    found: Json = {
        "id": 0, "text": words, "beginIndex": utf16(text, start), "endIndex": utf16(text, start + len(words)),
        "speaker": "Unknown", "canonicalSpeaker": "Unknown",
    }  # fmt: skip
    if mention is not None:
        all_words = [str(token["word"]) for token in tokens(text)]
        first = all_words.index(mention.split()[0])
        last = first + len(mention.split()) - 1
        found |= {"mention": mention, "mentionBegin": first, "mentionEnd": last, "speaker": "Ilse Harrow"}
    return {**found, **others}


def output(folder: Path, *quotations: Json, text: str = TEXT) -> Path:
    path = folder / "ferries.json"
    value = {"sentences": [{"index": 0, "tokens": tokens(text)}], "quotes": list(quotations)}
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def test_a_quotation_has_the_mention_beside_it_as_source(tmp_path: Path) -> None:
    one = read_one(output(tmp_path, quotation(WAITED, "she")))
    assert one.article.text == TEXT
    assert told(one) == [(["she"], [], ["We waited a year 🚢,"])]
    assert (one.attributions[0].mode, one.attributions[0].rule) == (Mode.DIRECT, "corenlp")


def test_offsets_behind_an_emoji_are_those_of_java(tmp_path: Path) -> None:
    text = "🚢🚢 left. “No,” Ilse Harrow said."
    one = read_one(output(tmp_path, quotation("“No,”", "Ilse Harrow", text), text=text))
    assert told(one) == [(["Ilse Harrow"], [], ["No,"])]


@pytest.mark.parametrize("found", [quotation(WAITED), quotation(WAITED, "she", speaker="Unknown")])
def test_an_unknown_speaker_is_no_source(tmp_path: Path, found: Json) -> None:
    assert told(read_one(output(tmp_path, found))) == [([], [], ["We waited a year 🚢,"])]


def test_a_quotation_inside_another_is_kept_where_it_has_a_speaker_of_its_own(tmp_path: Path) -> None:
    text = "“Torr said ‘no’ and ‘never’,” she told us."
    inner = [quotation("‘no’", "Torr", text), quotation("‘never’", None, text)]
    one = read_one(output(tmp_path, *inner, quotation("“Torr said ‘no’ and ‘never’,”", "she", text), text=text))
    assert [content for _, _, content in told(one)] == [["Torr said ‘no’ and ‘never’,"], ["no"]]
    assert [found.outer for found in one.attributions] == [None, 0]


def test_the_text_beside_the_output_is_taken_where_there_is_one(tmp_path: Path) -> None:
    path = output(tmp_path, quotation(WAITED, "she"))
    (tmp_path / "ferries.txt").write_text(TEXT.replace("\n", "\r\n"), "utf-8", newline="")
    one = read_one(path)
    assert "\r\n" in one.article.text
    assert told(one)[0][2] == ["We waited a year 🚢,"]
    (tmp_path / "ferries.txt").write_text("Another text.", "utf-8")
    assert "put the text that CoreNLP read into ferries.txt" in refusal(path)


def test_the_text_in_the_output_is_taken_first(tmp_path: Path) -> None:
    path = output(tmp_path, quotation(WAITED, "she"), text=TEXT)
    value = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**value, "text": TEXT}), "utf-8")
    (tmp_path / "ferries.txt").write_text("Another text.", "utf-8")
    assert read_one(path).article.text == TEXT


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"quotes": [{"text": "x"}]}, "quote 1 has no beginIndex"),
        ({"quotes": [{"beginIndex": 0, "endIndex": 9_999}]}, "does not hold"),
        ({"quotes": [{"beginIndex": 0, "endIndex": 4, "text": "Torr"}]}, "does not hold 'Torr'"),
        ({"quotes": [quotation(WAITED, "she", mentionEnd=999)]}, "tokens"),
        ({"quotes": [quotation(WAITED, "she", mentionBegin="one")]}, "a whole number"),
        ({"quotes": [4]}, "quote 1 is not a JSON object"),
        ({"quotes": 4}, '"quotes" should be a list'),
        ({"sentences": []}, "no tokens"),
        ({"sentences": [{"tokens": [{"word": "Torr"}]}]}, "token 1 has no characterOffsetBegin"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, changed: Json, words: str) -> None:
    path = output(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changed), "utf-8")
    assert words in refusal(path)


def test_an_output_without_the_quote_annotator_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ferries.json"
    path.write_text(json.dumps({"sentences": [{"tokens": tokens(TEXT)}]}), "utf-8")
    assert "run CoreNLP with the annotator quote" in refusal(path)
