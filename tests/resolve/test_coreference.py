"""Pronouns and short forms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from kg.model import Article
from kg.resolve import Authority, resolve_actors
from kg.text.annotated import AnnotatedString, AnnotatedText, Paragraph, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "sources", "labels"),
    [
        (
            "Envoy Clara Reth met her counterpart Luis Amor in Oslo. She said it went well. He called it a waste.",
            ["She", "He"], ["Clara Reth", "Luis Amor"],
        ),
        (
            "Poland's Fisheries Ministry published a map. The map shows the coast. It is new, it said.",
            ["It", "it"], ["Fisheries Ministry of Poland"] * 2,
        ),
        (
            "MOSCOW\nRussia said no. The Foreign Ministry said why. The ministry sent a note. It stressed the date.",
            ["Russia", "The Foreign Ministry", "The ministry", "It"],
            ["Russia", *["Ministry of Foreign Affairs of Russia"] * 3],
        ),
        (
            "Spokesman Igor Brandt said no. The spokesman smiled. He left.",
            ["Spokesman Igor Brandt", "The spokesman", "He"], ["Igor Brandt"] * 3,
        ),
        (
            "The Straits Council met. The Orsa City Council did not. The city council said it was not asked.",
            ["The city council"], ["Orsa City Council"],
        ),
        ("The guide said yes. She said no more.", ["The guide", "She"], ["guide", "guide"]),
        ("Chile's foreign minister, Rosa Aldana, came. The Chilean foreign minister said yes.",
         ["The Chilean foreign minister"], ["Rosa Aldana"]),
        ("It rained. She said so.", ["She"], [None]),
        (
            "The Defence Ministry of Zelmark said no. The ministry sent a map. The ministry is new.",
            ["The Defence Ministry of Zelmark", "The ministry", "The ministry"], ["Defence Ministry of Zelmark"] * 3,
        ),
        (
            "The Ministry of Energy of Oressa said yes. The Ministry of Health objected on Monday. It called it odd.",
            ["The Ministry of Energy of Oressa", "The Ministry of Health", "It"],
            ["Ministry of Energy of Oressa", *["Ministry of Health of Oressa"] * 2],
        ),
        (
            "Hydrologist Noor Tamm said yes. A chief engineer, Ida Brask, sees no need. \"Later,\" she said.",
            ["Hydrologist Noor Tamm", "she"], ["Noor Tamm", "Ida Brask"],
        ),
        (
            "President Orlu assured King Harald that no ship would sail. \"None,\" he told a paper.",
            ["President Orlu", "he"], ["Orlu"] * 2,
        ),
        ("Omar al-Nasri came. Roads, al-Nasri said, are long.", ["Omar al-Nasri", "al-Nasri"], ["Omar al-Nasri"] * 2),
        ("A spokeswoman for Zelmark, Ida Fost, said no.", ["A spokeswoman for Zelmark, Ida Fost"], ["Ida Fost"]),
        ("Clara Reth sat. Her brother, Bert, said no.", ["Her brother, Bert"], ["Bert"]),
        ("The Oressan government said no.", ["The Oressan government"], ["Oressan government"]),
        ("Oressa sent a note. The Oressan government said no.", ["The Oressan government"], ["government of Oressa"]),
    ],
)  # fmt: skip
def test_who_is_meant(resolve: Resolve, text: str, sources: list[str], labels: list[str | None]) -> None:
    resolved = resolve(text, *sources)
    assert resolved.labels() == labels


@pytest.mark.parametrize(
    ("text", "source", "labels"),
    [
        ("Zelmark, Oressa, Varn and Tolmar said no.", "Zelmark, Oressa, Varn and Tolmar",
         ["Zelmark", "Oressa", "Varn", "Tolmar"]),
        ("Nets Without Holes and the Rope League said no.", "Nets Without Holes and the Rope League",
         ["Nets Without Holes", "Rope League"]),
        ("Lodra and Brisk said no. Lodra sent a note.", "Lodra and Brisk", ["Lodra", "Brisk"]),
        ("Three students, Eva, Ole and Pim, swam.", "Three students, Eva, Ole and Pim", ["Eva", "Ole", "Pim"]),
        ("The Ministry of Trade and Industry said no.", "The Ministry of Trade and Industry",
         ["Ministry of Trade and Industry"]),
        ("Clara Reth and Luis Amor said yes. They said no.", "They", ["Clara Reth", "Luis Amor"]),
        ("The Rope League and the Straits Council met on Monday. They said no.", "They",
         ["Rope League", "Straits Council"]),
        ("The audit came on Monday. It says no.", "It", ["audit"]),
        ("The freight company Silk Line replied late. It said no.", "It", ["freight company Silk Line"]),
        ("The weather was fine. It says no.", "It", []),
    ],
)  # fmt: skip
def test_several_may_speak_and_it_may_be_a_document(
    resolve: Resolve, text: str, source: str, labels: list[str]
) -> None:
    # Whoever spoke before is marked, too.
    opening = text.split(" said")[0]
    sources = [source] if source not in ("They",) or " met " in text else [opening, source]
    resolved = resolve(text, *sources)
    speakers = resolved.result.speakers[-1]
    assert [resolved.result.actors[one.actor].label for one in speakers] == labels


def test_two_bodies_that_fit_alike_give_an_abstention(resolve: Resolve) -> None:
    resolved = resolve("The Straits Council and the Orsa City Council met. The council said no.", "The council")
    assert resolved.labels() == [None]
    (mention,) = resolved.mentions("The council")
    assert len(mention.alternatives) == 2


def test_a_bare_ministry_is_nobodys_where_dateline_and_lead_differ(resolve: Resolve) -> None:
    resolved = resolve("MOSCOW\nIran protested. The Foreign Ministry said no more.", "The Foreign Ministry")
    assert resolved.result.context is None
    assert resolved.actor().is_local


def test_a_pronoun_does_not_look_into_the_words_it_reports(resolve: Resolve) -> None:
    text = 'Poland\'s Trade Ministry met the press. "Estonia has closed the port, and that is that," it said.'
    assert resolve(text.replace("it said", "it told us"), "it").labels() == ["Trade Ministry of Poland"]


def test_work_grows_with_the_length_of_a_text_not_with_its_square(authority: Authority) -> None:
    page = "Poland's envoy, Ewa Zawadka, met Kestria's minister in Oslo, and the US and its allies thanked both sides. "

    def calls(copies: int) -> int:
        text = page * copies
        ends = [len(page) * (number + 1) for number in range(copies)]
        string = AnnotatedString(
            name="text", shadow=Shadow(text), paragraphs=(Paragraph(0, len(text)),),
            sentences=tuple((end - len(page), end) for end in ends),
        )  # fmt: skip
        read = AnnotatedText(
            article=Article(text=text), title=AnnotatedString(name="title", shadow=Shadow("")), text=string
        )
        counted = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal counted
            counted += 1

        # Calls, and steps of generators: the same on every machine, unlike seconds.
        sys.setprofile(count)
        try:
            resolve_actors(read, (), authority)
        finally:
            sys.setprofile(None)
        return counted

    calls(10)
    assert calls(400) < 5 * calls(100)


def test_the_same_article_resolves_the_same_way(resolve: Resolve) -> None:
    text = "Envoy Clara Reth met Luis Amor and officials of the US and its allies. She thanked both sides."
    one, two = resolve(text, "She"), resolve(text, "She")
    assert one.result == two.result


def test_every_span_cuts_the_article_as_it_stands(resolve: Resolve) -> None:
    text = "“Yes,” said Am\u00adbassador Yusuf\u200b Darwin of Poland.\u00a0“It’s so.”"
    resolved = resolve(text, "Am\u00adbassador Yusuf\u200b Darwin of Poland")
    assert resolved.labels() == ["Yusuf Darwin"]
    assert resolved.article.cut(resolved.speaker().mention.span) == "Yusuf\u200b Darwin"


@pytest.mark.parametrize("word", ["African-American", "German-American", "non-Norlandic", "anti-American"])
@pytest.mark.parametrize("role", ["president", "senator", "minister"])
def test_a_demonym_that_begins_inside_of_a_word_does_not_stop_the_reading(
    resolve: Resolve, word: str, role: str
) -> None:
    text = f"Ada Dell, a senator of Norland, spoke first. The first {word} {role} of the town thanked the crowd."
    assert resolve(text, "Ada Dell").labels() == ["Ada Dell"]
