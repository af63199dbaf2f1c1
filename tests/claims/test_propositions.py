"""From statements to propositions: actors put in, open words kept local, restatements found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Article
from kg.statements.propositions.proposition import propositions
from kg.statements.propositions.restating import restatements

if TYPE_CHECKING:
    from kg.build.pipeline import Pipeline, ReadArticle
    from kg.statements.propositions.proposition import Proposition


def claims_of(read: ReadArticle) -> list[Proposition]:
    return list(propositions(read.article, read.facts, read.resolved).values())


def only_claim(pipeline: Pipeline, text: str) -> Proposition:
    (claim,) = claims_of(pipeline.read_article(Article(text=text, published="2025-03-07")))
    return claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norland said that it vetoed the fishing pact.", "Norland vetoed the fishing pact"),
        ("Valdoria said that its fleet would leave the bay.", "Valdoria's fleet would leave the bay"),
        ('"We will never sign the pact," Norland said in a statement.', "Norland will never sign the pact"),
    ],
)
def test_actors_take_the_place_of_words_that_stand_for_them(pipeline: Pipeline, text: str, claim: str) -> None:
    found = only_claim(pipeline, text)
    assert found.text == claim
    assert not found.is_local


@pytest.mark.parametrize(
    "text",
    [
        "Norland said that Valdoria would close the port tomorrow.",
        "Norland said that this was the last offer to Valdoria.",
        "Norland said that the talks had failed.",
        "Norland said on Friday that they had seen Valdoria's ships.",
    ],
)
def test_a_word_that_stays_open_or_no_actor_at_all_keeps_a_claim_in_its_article(pipeline: Pipeline, text: str) -> None:
    assert only_claim(pipeline, text).is_local


def test_a_place_is_no_actor_that_is_put_in(pipeline: Pipeline) -> None:
    assert only_claim(pipeline, "Valdoria said that Norland would open a school in Brava.").text.endswith("in Brava")


def test_the_headline_says_again_what_the_text_says(reads: dict[str, ReadArticle]) -> None:
    read = reads["Northern Wire"]
    found = propositions(read.article, read.facts, read.resolved)
    again = restatements(read.facts.statements, found)
    words = {statement.id: (statement.words, statement.content[0].string) for statement in read.facts.statements}
    assert [(words[later], words[first]) for later, first in again.items()] == [
        (("it vetoed the fishing pact", "title"), ("it vetoed the fishing pact with Valdoria", "text"))
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Norland says it did not close the port", "Norland said on Friday that it closed the port."),
        ("Norland says nine ships left the port", "Norland said on Friday that seven ships left the old port."),
        ("Valdoria says Norland closed the port", "Norland said on Friday that it closed the port."),
        ("Norland says it attacked Valdoria", "Norland said on Friday that Valdoria attacked Norland."),
    ],
)
def test_what_differs_in_denial_number_speaker_or_roles_is_no_restatement(
    pipeline: Pipeline, title: str, text: str
) -> None:
    read = pipeline.read_article(Article(title=title, text=text, published="2025-03-07"))
    found = propositions(read.article, read.facts, read.resolved)
    assert len(found) == 2
    assert restatements(read.facts.statements, found) == {}


def test_the_order_of_statements_does_not_change_what_restates_what(reads: dict[str, ReadArticle]) -> None:
    read = reads["Northern Wire"]
    found = propositions(read.article, read.facts, read.resolved)
    assert restatements(reversed(read.facts.statements), found) == restatements(read.facts.statements, found)
