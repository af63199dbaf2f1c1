"""Tenures that reference data knows, beside those that an article claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg
from kg.build import build_graph
from kg.build.pipeline import Pipeline
from kg.model import Article
from kg.triples import find_violations

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Tenure
    from kg.text import TextReader

LAVROV = "Russian Foreign Minister Sergei Lavrov said that talks would go on."


@pytest.fixture(scope="module")
def pipeline(reader: TextReader) -> Pipeline:
    return Pipeline(reader=reader)


def known(pipeline: Pipeline, text: str, published: str | None) -> list[Tenure]:
    resolved = pipeline.read_article(Article(text=text, published=published)).resolved
    return [tenure for tenure in resolved.tenures if tenure.origin != "article"]


def test_an_identified_person_brings_the_tenure_that_a_source_knows(pipeline: Pipeline) -> None:
    (tenure,) = known(pipeline, LAVROV, "2019-05-01")
    assert (tenure.post, tenure.start, tenure.end) == ("rus-mfa-minister", "2004-03-09", None)
    assert (tenure.as_of, tenure.source) == ("2022-08", "Wikidata")


def test_role_and_surname_alone_find_the_holder_of_the_day(pipeline: Pipeline) -> None:
    text = "Russian Foreign Minister Lavrov said that talks would go on."
    assert [tenure.start for tenure in known(pipeline, text, "2019-05-01")] == ["2004-03-09"]
    assert known(pipeline, text, "2003-05-01") == []
    assert known(pipeline, text, None) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # Before the term, nobody of that name was in office: the person stays unidentified, and nothing is claimed.
        (LAVROV, "2003-05-01"),
        ("Norland's Foreign Minister Pavel Orin said that talks would go on.", "2019-05-01"),
        # Known from general knowledge only: good enough to ask somebody, never shown as a sourced fact.
        ("British Foreign Secretary David Lammy said that talks would go on.", "2025-01-15"),
    ],
)
def test_nothing_is_told_without_a_source_for_that_person_and_day(
    pipeline: Pipeline, text: str, published: str
) -> None:
    assert known(pipeline, text, published) == []


def test_of_several_terms_the_one_of_the_day_is_told(pipeline: Pipeline) -> None:
    text = "Russian President Vladimir Putin said that talks would go on."
    assert [tenure.start for tenure in known(pipeline, text, "2005-05-01")] == ["2000-05-07"]
    assert [tenure.start for tenure in known(pipeline, text, "2015-05-01")] == ["2012-05-07"]
    assert known(pipeline, text, None) == []


def test_the_record_holds_both_tenures_and_stays_sound_and_small(pipeline: Pipeline) -> None:
    read = pipeline.read_article(Article(text=LAVROV, published="2019-05-01"))
    quads = pipeline.record(read)
    assert find_violations(quads) == ()
    told = [quad for quad in quads if "/tenure/" in str(quad.subject)]
    assert len(told) <= 8
    values = {quad.predicate.value.rpartition("#")[2].rpartition("/")[2]: str(quad.object) for quad in told}
    assert "2004-03-09" in values["validFrom"]
    assert values["asOfAbout"].startswith('"2022-08"')
    assert "validUntil" not in values
    assert "asOf" not in values


def test_the_same_article_gives_the_same_tenure_again(pipeline: Pipeline) -> None:
    assert known(pipeline, LAVROV, "2019-05-01") == known(pipeline, LAVROV, "2019-05-01")


def test_one_query_lays_claims_beside_what_reference_data_knows(pipeline: Pipeline, tmp_path: Path) -> None:
    articles = [
        Article(id=day, text=f"{LAVROV} It was {day}.", title=f"Talks {day}", published=day)
        for day in ("2019-05-01", "2024-05-01")
    ]
    build_graph(articles, tmp_path / "graph", pipeline=pipeline)
    with kg.open(tmp_path / "graph") as graph:
        rows = graph.query("claimed-against-reference-tenures")
    names = [column.name for column in rows.columns]
    told = [dict(zip(names, row, strict=True)) for row in rows]
    assert [(str(row["claimed_on"]), row["known_from"], row["known_as_of"], row["agrees"]) for row in told] == [
        ("2019-05-01", "2004-03-09", "2022-08", "yes"),
        # The source is older than the article: it had him in office, and says nothing of that day.
        ("2024-05-01", "2004-03-09", "2022-08", "open"),
    ]
