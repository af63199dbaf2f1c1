"""The list of mistakes as page, Markdown and records: readable, and safe with any text."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from kg.evaluation import evaluate
from kg.evaluation.markdown import markdown_list
from kg.evaluation.page import mistakes_page
from kg.evaluation.records import COLUMNS, evaluation_record, mistake_record, mistake_row
from kg.extract.annotations import AnnotatedArticle
from kg.model import Article, Attribution
from tests.evaluation.made import ENVOY, GOLD, OFFICIALS, TILLER, annotated, attribution

HOSTILE = (
    'The <script>alert("x")</script> said </mark><img src=x onerror=alert(1)> [a](javascript:b) `c` & |d| _e_ *f* '
    "\u202eevil\u202c \x00\x1b[31m \ud800 ended."
)


def hostile() -> AnnotatedArticle:
    marked = attribution("<script>", "said", HOSTILE[HOSTILE.index("</mark>") :], text=HOSTILE, rule="<b>rule</b>")
    return AnnotatedArticle(Article(id="<i>`id`</i>", title="<title>&", text=HOSTILE), (marked,))


class Tags(HTMLParser):
    """The elements of a page, with their attributes; fails on what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("predicted", [(), None], ids=["missed", "equal"])
def test_the_page_lets_no_text_become_markup(predicted: tuple[Attribution, ...] | None) -> None:
    gold = hostile()
    found = gold if predicted is None else AnnotatedArticle(gold.article, predicted)
    page = mistakes_page(evaluate([gold], [found]), "<h1>title")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert {tag for tag, _ in tags.seen}.isdisjoint({"script", "img", "i", "b" if predicted is None else "script"})
    assert not any(name.startswith("on") for _, attributes in tags.seen for name in attributes)
    page.encode("utf-8")
    assert "\x00" not in page


def test_the_page_asks_nobody_for_anything() -> None:
    page = mistakes_page(evaluate([GOLD], [annotated(TILLER)]), "title")
    tags = Tags()
    tags.feed(page)
    links = [attributes.get("href") or "" for _, attributes in tags.seen if "href" in attributes]
    assert links
    assert all(link.startswith("#") for link in links)
    assert not any("src" in attributes for _, attributes in tags.seen)
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_page_groups_mistakes_by_cause_and_shows_the_figures() -> None:
    wrong = attribution("Officials", "told", "“We will leave,”")
    page = mistakes_page(evaluate([GOLD], [annotated(TILLER, wrong)]), "made against gold")
    assert page.index('id="missed"') < page.index('id="source-wrong"')
    assert '<mark class="source" title="source">the envoy of Estmark</mark>' in page
    assert "<td>all</td><td>4</td><td>2</td><td>0.500</td><td>0.250</td>" in page


def test_markdown_lets_no_text_become_markup() -> None:
    gold = hostile()
    listed = markdown_list(evaluate([gold], [AnnotatedArticle(gold.article, ())]).mistakes(), "a *title*")
    assert "<script>" not in listed.replace("\\<script\\>", "")
    assert "\\[a\\](javascript\\:b)" in listed
    assert "\x1b" not in listed
    assert "\u202e" not in listed
    assert listed.startswith("# a \\*title\\*\n")


def test_markdown_shows_gold_above_the_prediction() -> None:
    wrong = attribution("Officials", "told", "“We will leave,”", confidence=0.4)
    listed = markdown_list(evaluate([annotated(ENVOY)], [annotated(wrong)]).mistakes(), "t")
    assert "## Source wrong: 1" in listed
    assert (
        "- gold: Harbour Master Jon Tiller said the lamp was broken. ⟦“We will leave,”⟧ **the envoy of Estmark** *told*"
        in listed
    )
    assert listed.index("- gold:") < listed.index("- predicted:")
    assert "rule made, confidence 0.40" in listed


def test_a_record_gives_offsets_and_words_of_both_sides() -> None:
    wrong = attribution("Officials", "told", "“We will leave,”")
    (mistake,) = evaluate([annotated(ENVOY)], [annotated(wrong)]).mistakes()
    record = json.loads(json.dumps(mistake_record(mistake)))
    assert record["cause"] == "source wrong"
    assert record["gold"]["source_words"] == ["the envoy of Estmark"]
    assert record["predicted"]["source_words"] == ["Officials"]
    assert record["spans"] == record["gold"]["content"] == [ENVOY.content[0].key]
    row = mistake_row(mistake)
    assert tuple(row) == COLUMNS
    assert (row["gold_source"], row["predicted_source"]) == ("the envoy of Estmark", "Officials")


def test_the_record_of_an_evaluation_counts_mistakes_and_holds_every_slice() -> None:
    record = json.loads(json.dumps(evaluation_record(evaluate([GOLD], [annotated(TILLER, OFFICIALS)]))))
    assert (record["articles"], record["gold"], record["predicted"]) == (1, 4, 2)
    assert record["mistakes"]["missed"] == 2
    assert record["scores"]["all"]["triple_partial"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.6667, "predicted": 2, "gold": 4,
    }  # fmt: skip
    assert set(record["scores"]) >= {"reported", "direct", "mixed", "indirect"}
