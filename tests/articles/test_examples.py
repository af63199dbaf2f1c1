"""The shipped example articles."""

from __future__ import annotations

from datetime import date

import pytest

from kg.articles import read_sources
from kg.model import Article
from kg.resources import resource


@pytest.fixture(scope="module")
def examples() -> list[Article]:
    found = list(read_sources([resource("examples/articles")]))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def test_there_are_twelve_of_three_formats_and_several_publishers(examples: list[Article]) -> None:
    assert len(examples) == 12
    assert {article.loader for article in examples} == {"text", "html", "jsonl"}
    assert len({article.publisher for article in examples if article.publisher}) >= 6
    assert len({article.version for article in examples}) == 12


def test_they_lie_in_three_weeks_and_one_has_no_date(examples: list[Article]) -> None:
    days = [article.published_day for article in examples]
    assert days.count(None) == 1
    known = [day for day in days if day is not None]
    assert (min(known), max(known)) == (date(2025, 3, 3), date(2025, 3, 21))


def test_they_may_be_copied_and_say_so(examples: list[Article]) -> None:
    assert {article.licence for article in examples if article.published} <= {
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    }


def test_addresses_are_reserved_for_examples(examples: list[Article]) -> None:
    assert all(article.url.split("/")[2].endswith(".example") for article in examples if article.url)


def test_a_newspaper_reprints_the_agency_text_and_another_shortens_it(examples: list[Article]) -> None:
    agency, courier, post = (
        next(article for article in examples if article.published_day and article.publisher == name)
        for name in ("Basin Wire", "Cresmont Courier", "The Ostelle Post")
    )
    assert agency.text_hash == courier.text_hash
    assert agency.version != courier.version
    assert agency.text.startswith(post.text)
    assert agency.title != post.title


def test_pages_lose_their_navigation_related_stories_and_footers(examples: list[Article]) -> None:
    pages = "\n".join(article.text for article in examples if article.loader == "html")
    assert not any(word in pages for word in ("power prices", "Prices will fall", "rights are reserved", "Sign up"))
