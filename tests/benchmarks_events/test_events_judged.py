"""The judged events keep to their form, and what is told otherwise than it was judged is never counted as judged."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.events_judged import (
    JUDGEMENTS,
    TOLD,
    FoundEvent,
    Judged,
    compare,
    hashed,
    is_complete,
    is_correct,
    rows,
    verdict_on,
)
from kg.model import EventType
from tests.benchmarks_stance.gold_files import digest, licensed_texts
from tests.integration.shared_data import needs_news

ASPECTS = ["type", "doers", "targets", "place", "day", "result", "fact", "voice"]
ROWS = list(rows(JUDGEMENTS))
NOTHING = dict.fromkeys(TOLD, "")
RIGHT = dict.fromkeys(ASPECTS, "right")


def judged(*, told: dict[str, str] | None = None, verdict: dict[str, str] | None = None, run: str = "first") -> Judged:
    return Judged(
        text_sha256="", type="visit", evidence=((10, 20),),
        told=NOTHING | (told or {}), verdict=RIGHT | (verdict or {}), run=run,
    )  # fmt: skip


def found(start: int = 10, end: int = 20, type_: str = "visit", **told: str) -> FoundEvent:
    return FoundEvent(type=type_, evidence=((start, end),), told=NOTHING | told)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['article']}-{row['evidence'][0][0]}")
def test_a_judgement_has_offsets_hashes_and_a_verdict_on_every_aspect_and_no_text(row: dict[str, Any]) -> None:
    assert set(row) <= {"set", "article", "text_sha256", "type", "evidence", "told", "verdict", "run", "fault"}
    assert re.fullmatch("[0-9a-f]{10}", row["article"]), "ids of others may hold words of a headline"
    assert EventType(row["type"])
    assert all(0 <= start < end for start, end in row["evidence"])
    assert list(row["told"]) == list(TOLD)
    assert list(row["verdict"]) == ASPECTS
    assert set(row["verdict"].values()) <= {"right", "wrong", "missing", "none"}
    assert row["verdict"]["type"] in ("right", "wrong")
    assert row["verdict"]["fact"] in ("right", "wrong")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['article']}-{row['evidence'][0][0]}")
def test_only_what_is_told_can_be_right_or_wrong_and_a_wrong_event_names_its_fault(row: dict[str, Any]) -> None:
    for aspect in set(TOLD) - {"voice"}:
        if row["told"][aspect]:
            assert row["verdict"][aspect] != "none"
        else:
            assert row["verdict"][aspect] in ("none", "missing")
    assert is_correct(row["verdict"]) or row["fault"]


def test_a_hundred_events_were_judged_in_the_first_run() -> None:
    first = [row for row in ROWS if row["run"] == "first"]
    assert len(first) == 100
    assert len({(row["article"], row["type"], str(row["evidence"])) for row in first}) == 100
    assert sum(is_correct(row["verdict"]) for row in first) == 69
    assert Counter(row["set"] for row in first) == {"articles": 30, "polnear-train": 53, "polnear-dev": 17}


def test_later_runs_have_the_figures_that_the_readme_gives() -> None:
    correct = Counter(row["run"] for row in ROWS if is_correct(row["verdict"]))
    assert Counter(row["run"] for row in ROWS) == {"first": 100, "second": 54, "third": 23, "repaired": 6}
    assert correct == {"first": 69, "second": 42, "third": 15, "repaired": 6}


@needs_news
def test_judged_licensed_texts_are_the_ones_that_were_read() -> None:
    texts = licensed_texts()
    for row in ROWS:
        if row["set"] == "articles":
            assert digest(texts[row["article"]]) == row["text_sha256"]
            assert all(end <= len(texts[row["article"]]) for _, end in row["evidence"])


def test_an_event_told_as_before_keeps_its_verdict() -> None:
    place = hashed("Estmark")
    assert verdict_on(found(place=place), [judged(told={"place": place})]) == RIGHT


def test_an_aspect_told_otherwise_is_unjudged_and_the_others_keep_their_verdict() -> None:
    verdict = verdict_on(found(place=hashed("Norland")), [judged(told={"place": hashed("Estmark")})])
    assert verdict == RIGHT | {"place": "unjudged"}


def test_a_later_judgement_of_the_same_place_counts_for_what_is_told_now() -> None:
    first = judged(told={"doers": hashed(["Norland"])}, verdict={"doers": "wrong"})
    later = judged(told={"doers": hashed(["Estmark"])}, run="later")
    assert verdict_on(found(doers=hashed(["Estmark"])), [first, later]) == RIGHT
    assert verdict_on(found(doers=hashed(["Norland"])), [first, later]) == RIGHT | {"doers": "wrong"}


def test_events_elsewhere_or_of_another_type_are_new() -> None:
    assert verdict_on(found(20, 30), [judged()]) is None
    assert verdict_on(found(type_="meeting"), [judged()]) is None


def test_an_article_is_counted_by_what_became_of_its_events() -> None:
    wrong = judged(verdict={"fact": "wrong"})
    assert compare([wrong], []) == {"faulty, no longer found": 1}
    assert compare([judged()], [found(30, 40)]) == {"new, unjudged": 1, "correct, no longer found": 1}
    assert compare([judged()], [found(doers=hashed(["Norland"]))]) == {"changed, unjudged": 1}
    assert compare([judged()], [found()]) == {"correct": 1, "complete": 1, "unchanged": 1}
    assert compare([wrong], [found()]) == {"faulty": 1, "unchanged": 1}


def test_what_is_missing_leaves_an_event_correct_and_incomplete() -> None:
    verdict = RIGHT | {"day": "missing"}
    assert is_correct(verdict)
    assert not is_complete(verdict)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_equal_tellings_have_equal_short_hashes(names: list[str]) -> None:
    assert hashed(names) == hashed(list(names))
    assert len(hashed(names)) == 12
    assert hashed([]) == ""
