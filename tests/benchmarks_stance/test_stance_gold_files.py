"""The gold sets for stance are what their README says: offsets, hashes, labels and counts."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from kg.model import Kind, Why
from tests.benchmarks_stance.gold_files import GOLD, STANCE, digest, licensed_texts, rows, stance_rows
from tests.integration.shared_data import needs_news

ACTS = {
    "positive": {None, "praise", "endorse", "sympathise"},
    "negative": {None, "blame", "criticise", "demand-of", "reject", "threaten", "see-as-threat"},
    "neutral": {None, "demand-of"},
}
SETS = ("diplomatic", "traps")
HELD_OUT = {"held-out": STANCE / "held_out.jsonl", "second held-out": STANCE / "held_out_second.jsonl"}
OWN = {name: STANCE / f"{name}_own.jsonl" for name in SETS} | HELD_OUT
"""The files of texts written for this project."""
RULE = re.compile(
    r"\b(?:not|no|never|nor|neither|nothing|none|nobody|no-one|without|cannot|\w+n[’']t|den(?:y|ies|ied|ial|ying)"
    r"|reject\w*|refus\w*|fail\w*|doubt\w*|skeptic\w*|sceptic\w*|oppos\w*|lack\w*|prevent\w*|end(?:s|ed|ing)?|stop\w*"
    r"|illegitimate|unacceptable|however|but|unlikely|instead|hardly|only|void|condemn\w*|dismiss\w*|against|despite"
    r"|question\w*|withdraw\w*|rescind\w*|undone|unrealistic|unnecessary|objection\w*|rather than|no longer|if"
    r"|unless)\b"
    r"|[\"“][\w' -]{1,25}[\"”]",
    re.IGNORECASE,
)
"""Cue words of the traps over licensed articles, searched in cue and content."""
LEFT_OUT = {
    "diplomatic": {("7207072329", 10), ("006d205253", 6)},
    "traps": {("2675b75ad8", 22), ("23c4522143", 15), ("cc9ffd07c6", 6), ("ff5ffd9cb2", 5)},
}
"""Article and index of the attributions that the rules take but that the README says were left out."""


def spans_of(statement: dict[str, Any]) -> list[list[int]]:
    marked = [target["span"] for target in statement["targets"]]
    return [*(statement["source"] or []), *statement["cue"], *statement["content"], *marked]


def polarities(name: str) -> Counter[str]:
    return Counter(t["polarity"] for row in stance_rows(name) for s in row["statements"] for t in s["targets"])


@pytest.mark.parametrize("name", OWN)
def test_every_own_text_is_there_once_and_its_spans_have_no_blank_edges(name: str) -> None:
    own = rows(OWN[name])
    assert len({row["text"] for row in own}) == len({row["id"] for row in own}) == len(own)
    for row in own:
        for statement in row["statements"]:
            for start, end in spans_of(statement):
                words = row["text"][start:end]
                assert words == words.strip() != "", (row["id"], start, end)


@needs_news
@pytest.mark.parametrize("name", SETS)
def test_the_spans_over_licensed_articles_fit_the_very_texts_that_were_annotated(name: str) -> None:
    texts = licensed_texts()
    for row in rows(STANCE / f"{name}_articles.jsonl"):
        text = texts[row["id"]]
        assert digest(text) == row["text_sha256"]
        for statement in row["statements"]:
            for start, end in spans_of(statement):
                words = text[start:end]
                assert words == words.strip() != "", (row["id"], start, end)


@pytest.mark.parametrize("name", SETS)
def test_statements_over_licensed_articles_are_attributions_of_the_gold_list(name: str) -> None:
    attributions = {row["id"]: row["attributions"] for row in rows(GOLD / "attributions.jsonl")}
    seen = set()
    for row in rows(STANCE / f"{name}_articles.jsonl"):
        assert "text" not in row
        for statement in row["statements"]:
            gold = attributions[row["id"]][statement["attribution"]]
            assert gold["source"], "without a source there is no holder"
            assert all(statement[part] == gold[part] for part in ("source", "cue", "content"))
            seen.add((row["id"], statement["attribution"]))
    assert len(seen) == sum(len(row["statements"]) for row in rows(STANCE / f"{name}_articles.jsonl"))


@pytest.mark.parametrize("name", OWN)
def test_labels_are_known_and_acts_go_with_their_polarity(name: str) -> None:
    for row in stance_rows(name) if name in SETS else rows(OWN[name]):
        for statement in row["statements"]:
            assert statement["targets"], (row["id"], "a statement without a target measures nothing")
            places = [tuple(target["span"]) for target in statement["targets"]]
            assert places == sorted(set(places))
            for target in statement["targets"]:
                assert target["act"] in ACTS[target["polarity"]], (row["id"], target)


@pytest.mark.parametrize("name", OWN)
def test_kinds_of_own_statements_are_those_of_the_model_and_nested_ones_name_their_outer_one(name: str) -> None:
    for row in rows(OWN[name]):
        for index, statement in enumerate(row["statements"]):
            kind = Kind(statement["kind"])
            assert (statement["why"] is None) == (kind is not Kind.NON_ASSERTION)
            assert statement["why"] is None or Why(statement["why"])
            if kind is Kind.SECOND_HAND:
                assert statement["outer"] in range(len(row["statements"]))
                assert statement["outer"] != index


def test_the_diplomatic_set_has_the_size_that_its_readme_gives() -> None:
    own, articles = rows(STANCE / "diplomatic_own.jsonl"), rows(STANCE / "diplomatic_articles.jsonl")
    assert sum(len(row["statements"]) for row in own) == 112
    assert sum(len(row["statements"]) for row in articles) == 96
    assert polarities("diplomatic") == {"negative": 91, "positive": 81, "neutral": 91}


def test_the_traps_have_the_size_that_their_readme_gives() -> None:
    assert sum(len(row["statements"]) for row in rows(STANCE / "traps_own.jsonl")) == 145
    assert sum(len(row["statements"]) for row in rows(STANCE / "traps_articles.jsonl")) == 75
    assert polarities("traps") == {"negative": 154, "positive": 73, "neutral": 44}


@pytest.mark.parametrize(
    ("name", "statements", "sizes"),
    [
        ("held-out", 78, {"negative": 37, "positive": 29, "neutral": 30}),
        ("second held-out", 109, {"negative": 80, "positive": 37, "neutral": 35}),
    ],
)
def test_a_held_out_set_has_the_size_that_its_readme_gives_and_no_text_of_the_others(
    name: str, statements: int, sizes: dict[str, int]
) -> None:
    held_out = rows(OWN[name])
    targets = [target for row in held_out for statement in row["statements"] for target in statement["targets"]]
    assert sum(len(row["statements"]) for row in held_out) == statements
    assert Counter(target["polarity"] for target in targets) == sizes
    others = {row["text"] for other in OWN if other != name for row in rows(OWN[other])}
    assert not others & {row["text"] for row in held_out}


@needs_news
def test_statements_over_licensed_articles_are_those_that_the_rules_take() -> None:
    texts = licensed_texts()
    named = [
        (row["id"], index, gold)
        for row in rows(GOLD / "attributions.jsonl")
        for index, gold in enumerate(row["attributions"])
        if gold["source"]
    ]
    third = {(article, index) for article, index, _ in named[::3]}
    cued = {
        (article, index)
        for article, index, gold in named
        if RULE.search(" ".join(texts[article][start:end] for start, end in [*gold["cue"], *gold["content"]]))
    }
    assert taken("diplomatic") == third - LEFT_OUT["diplomatic"]
    assert taken("traps") == cued - third - LEFT_OUT["traps"]


def taken(name: str) -> set[tuple[str, int]]:
    return {
        (row["id"], statement["attribution"])
        for row in rows(STANCE / f"{name}_articles.jsonl")
        for statement in row["statements"]
    }


def test_the_second_annotation_judges_every_target_of_the_four_sets_once() -> None:
    first = sorted(
        (f"{name}_{part}", row["id"], index, *target["span"])
        for name in SETS
        for part in ("own", "articles")
        for row in rows(STANCE / f"{name}_{part}.jsonl")
        for index, statement in enumerate(row["statements"])
        for target in statement["targets"]
    )
    second = rows(STANCE / "second_annotation.jsonl")
    assert sorted((one["set"], one["id"], one["statement"], *one["span"]) for one in second) == first
    assert {one["polarity"] for one in second} == {*ACTS, None}
