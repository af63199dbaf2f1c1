from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article, ArticleFacts, DateInterval, ResolvedActors, Said, Statement
from kg.triples.from_rdf import granularity_of, read_statements
from kg.triples.record import record_quads
from kg.triples.run import Run
from kg.vocab.dmr import DMR
from tests.triples import sample
from tests.triples.strategies import several

RUN = Run(extractor="rules", version="1")


def resolved(statements: tuple[Statement, ...]) -> ResolvedActors:
    return ResolvedActors(
        mentions=tuple(speaker.mention for statement in statements for speaker in statement.speakers),
        actors={},
        posts={},
        tenures=(),
        speakers=tuple(statement.speakers for statement in statements),
    )


@settings(max_examples=60, deadline=None)
@given(several())
def test_statements_come_back_from_their_quads_as_they_were(statements: tuple[Statement, ...]) -> None:
    article = Article(text="x" * 5000)
    facts = ArticleFacts(statements=statements, events=(), instruments={})
    quads = record_quads(article, facts, resolved(statements), RUN)
    assert read_statements(quads) == statements
    assert read_statements(reversed(quads)) == statements


@settings(max_examples=10, deadline=None)
@given(several())
def test_another_base_changes_the_names_and_nothing_else(statements: tuple[Statement, ...]) -> None:
    base = "https://example.org/graph/"
    facts = ArticleFacts(statements=statements, events=(), instruments={})
    quads = record_quads(Article(text="x"), facts, resolved(statements), RUN, base)
    assert read_statements(quads, base) == statements
    assert all(str(quad.subject).startswith(f"<{base}") for quad in quads)


def test_the_statements_of_a_whole_article_come_back() -> None:
    quads = record_quads(sample.ARTICLE, sample.FACTS, sample.RESOLVED, sample.RUN)
    expected = sorted(sample.FACTS.statements, key=lambda statement: (statement.content, statement.id))
    assert list(read_statements(quads)) == expected


def test_joint_speakers_keep_their_own_posts_and_principals() -> None:
    minister, envoy = sample.FACTS.statements[0], sample.FACTS.statements[6]
    joint = replace(minister, speakers=(*minister.speakers, *envoy.speakers), source=(*minister.source, *envoy.source))
    facts = ArticleFacts(statements=(joint,), events=(), instruments={})
    (back,) = read_statements(record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN))
    assert [(one.actor, one.post, one.principal) for one in back.speakers] == [
        (sample.MAREN, sample.MINISTER, sample.ARDENIA),
        (sample.RUEL, sample.ENVOY, sample.MOLVARIA),
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 5, 3), date(2024, 5, 3), "day"),
        (date(2024, 2, 1), date(2024, 2, 29), "month"),
        (date(2023, 2, 1), date(2024, 2, 29), "period"),
        (date(2024, 1, 1), date(2024, 12, 31), "year"),
        (date(2023, 1, 1), date(2024, 12, 31), "period"),
        (None, date(2024, 5, 3), "day"),
    ],
)
def test_granularity_is_read_off_the_days(first: date | None, last: date | None, expected: str) -> None:
    assert granularity_of(first, last) == expected


@settings(max_examples=30, deadline=None)
@given(several(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_what_was_said_by_the_day_of_publication_comes_back_with_that_day(
    statements: tuple[Statement, ...], day: date
) -> None:
    usual = Said(interval=DateInterval(earliest=None, latest=day), resolution="publication")
    # The other days stay as drawn, but that something is said on no day at all is not held of a dated article.
    told = tuple(
        replace(one, said=usual) if number % 2 or one.said.interval is None else one
        for number, one in enumerate(statements)
    )
    facts = ArticleFacts(statements=told, events=(), instruments={})
    article = Article(text="x" * 5000, published=day.isoformat())
    quads = record_quads(article, facts, resolved(told), RUN)
    assert read_statements(quads) == told
    recorded = {str(quad.object) for quad in quads if quad.predicate.value == str(DMR.saidLatest)}
    assert (f'"{day.isoformat()}"' in {one.split("^^")[0] for one in recorded}) == any(
        one.said != usual and one.said.interval is not None and one.said.interval.latest == day for one in told
    )
