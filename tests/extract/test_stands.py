"""Stands that are taken without a verb of saying, and judgements told in the passive, are attributions."""

from __future__ import annotations

import pytest

from kg.extract.rules import RulesExtractor
from kg.model import Article, Kind
from kg.text import TextReader

READER, EXTRACTOR = TextReader(), RulesExtractor()


def _found(text: str) -> list[tuple[str, str, str, Kind]]:
    article = Article(id="one", text=text)
    return [
        (
            " ".join(article.cut(span) for span in one.source),
            " ".join(article.cut(span) for span in one.cue),
            " ".join(article.cut(span) for span in one.content),
            one.kind,
        )
        for one in EXTRACTOR.extract(READER.read(article))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lawyers were wary of the register.", ("The lawyers", "were wary of", "the register")),
        ("Norland is deeply worried about the floods.", ("Norland", "is deeply worried about", "the floods")),
        ("The growers were not happy with the tariff.", ("The growers", "were not happy with", "the tariff")),
        ("Minister Aas paid tribute to the lifeboat crew.", ("Minister Aas", "paid tribute to", "the lifeboat crew")),
        ("The lenders had no confidence in the auditor.", ("The lenders", "had no confidence in", "the auditor")),
        ("Estmark saw little merit in the survey.", ("Estmark", "saw little merit in", "the survey")),
    ],
)
def test_a_stand_has_its_holder_and_what_it_is_about(text: str, found: tuple[str, str, str]) -> None:
    assert _found(text) == [(*found, Kind.ATTITUDE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The raid was condemned by the league.", ("the league", "condemned", "The raid")),
        ("The nurses were praised by Governor Aas.", ("Governor Aas", "praised", "The nurses")),
        ("The cabinet turned down the offer of the port.", ("The cabinet", "turned down", "the offer of the port")),
        ("Norland brushed aside the complaint.", ("Norland", "brushed aside", "the complaint")),
    ],
)
def test_passives_and_particles_judge_like_their_verbs(text: str, found: tuple[str, str, str]) -> None:
    assert [one[:3] for one in _found(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The road is critical to the port.",
        "The lenders might be happy with the tariff.",
        "The valley had a view of the lake.",
        "The raid was condemned.",
        "There was no doubt about the date.",
        "Were the growers happy with the tariff?",
    ],
)
def test_without_holder_attitude_or_fact_there_is_no_stand(text: str) -> None:
    assert _found(text) == []
