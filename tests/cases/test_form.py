"""The cases keep the form that README.md describes."""

from __future__ import annotations

import json
from collections import Counter

from tests.cases.form import FOLDERS, load_cases

CASES = load_cases()


def test_every_case_has_an_id_of_its_own_and_says_when_it_was_written() -> None:
    assert len({case.id for case in CASES}) == len(CASES)
    assert {case.id[0]: case.written for case in CASES}.items() <= {("a", "before"), ("b", "after"), ("c", "fresh")}


def test_every_wanted_content_stands_in_the_text_or_the_title() -> None:
    absent = [
        (case.id, piece)
        for case in CASES
        for wanted in case.wanted
        for piece in wanted.content
        if piece not in case.article.text and piece not in case.article.title
    ]
    assert absent == []


def test_every_forbidden_content_stands_in_the_text_or_the_title() -> None:
    absent = [
        (case.id, forbidden.content)
        for case in CASES
        for forbidden in case.forbidden
        if forbidden.content and forbidden.content not in case.article.text + case.article.title
    ]
    assert absent == []


def test_every_speaker_has_its_names_listed() -> None:
    unlisted = [
        (case.id, name)
        for case in CASES
        for name in (*(one.speaker for one in case.wanted), *(one.speaker for one in case.forbidden if one.speaker))
        if name not in case.entities
    ]
    assert unlisted == []


def test_every_phenomenon_is_covered_by_six_cases_or_more() -> None:
    covered = Counter(name for case in CASES for name in case.covers)
    assert {name: count for name, count in covered.items() if count < 6} == {}


def test_every_text_has_the_length_of_a_short_news_item() -> None:
    assert [case.id for case in CASES if not 35 <= len(case.article.text.split()) <= 165] == []


def test_no_case_has_a_key_that_nothing_reads() -> None:
    known = {
        "case": {"id", "written", "phenomenon", "style", "covers", "article", "expect"},
        "article": {"title", "published", "dateline", "publisher", "language", "text"},
        "expect": {"exhaustive", "statements", "must_not", "entities"},
        "statement": {
            *("speaker", "speaker_surface", "speaker_kind", "content", "kind", "cue", "directness", "on_behalf_of"),
            *("about", "stance", "said_on", "said_on_any", "negated_report", "conditional", "optional", "note"),
        },
        "must_not": {"no_content", "no_speaker", "no_pair", "no_merge", "unless", "reason"},
    }
    unread = set()
    for path in (path for folder in FOLDERS for path in folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        expect = case["expect"]
        unread |= set(case) - known["case"] | set(case["article"]) - known["article"] | set(expect) - known["expect"]
        unread |= {key for one in expect["statements"] for key in one} - known["statement"]
        unread |= {key for one in expect["must_not"] for key in one} - known["must_not"]
    assert unread == set()
