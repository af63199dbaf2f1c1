"""Pronouns and short forms everywhere: in contents, targets and between them. The world of these texts is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind, Article, Attribution, MentionType, Mode, Span
from kg.resolve import Authority, resolve_actors
from kg.resolve.voices import Voices
from kg.text.annotated import AnnotatedString, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader
    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ("Estonia said it would recall its envoy.", "it", ["Estonia"]),
        ("Estonia said it would recall its envoy.", "its", ["Estonia"]),
        ("Envoy Clara Reth said she would go.", "she", ["Clara Reth"]),
        ("The army of Poland, which lost its tanks, went home.", "its", ["Armed forces of Poland"]),
        ("In her note, envoy Clara Reth thanked everybody.", "her", ["Clara Reth"]),
        ("Luis Amor came late. The hall was cold. Many left before he spoke.", "he", ["Luis Amor"]),
        ("Estonia and Latvia said they would meet.", "they", ["Estonia", "Latvia"]),
        ("Estonia and Latvia met on Monday. They signed a treaty.", "They", ["Estonia", "Latvia"]),
        ("Chile sued Peru. Brazil thanked both sides and urged them to talk.", "them", ["both sides"]),
        # Two fit alike, or something else may be meant.
        ("Luis Amor met Pedro Kral. Guests left before he spoke.", "he", [None]),
        ("Estonia signed the accord and its annex.", "its", [None]),
        ("Estonia told Latvia that its ships were late.", "its", [None]),
        ("Clara Reth said no. The driver was tired when she left.", "she", [None]),
        ("The River Bank estimates that it would cost more.", "it", [None]),
        ("Many Americans said they would go.", "they", [None]),
        # Empty words name nobody, not even an abstention.
        ("Estonia said it was clear that ships were late.", "it", []),
        ("It rained in Estonia.", "It", []),
    ],
)  # fmt: skip
def test_a_pronoun_is_bound_or_alone_or_abstained_from(
    resolve: Resolve, text: str, words: str, named: list[str | None]
) -> None:
    assert resolve(text).named(words) == named


def test_every_abstention_says_why_and_names_candidates(resolve: Resolve) -> None:
    resolved = resolve("Luis Amor met Pedro Kral. Guests left before he spoke.")
    (mention,) = resolved.mentions("he")
    assert (mention.actor, mention.reason, len(mention.alternatives)) == (None, "several persons fit", 2)
    assert mention.type is MentionType.PRONOUN


@pytest.fixture
def told(reader: TextReader, authority: Authority) -> Callable[[str, str], list[str | None]]:
    """Who the words are in `SOURCE: "WORDS."`, all of them the source's own."""

    def run(source: str, words: str) -> list[str | None]:
        text = f'{source} said: "{words}"'
        inner = Span(len(text) - len(words) - 1, len(text) - 1)
        attribution = Attribution(
            source=(Span(0, len(source)),), cue=(), content=(inner,), mode=Mode.DIRECT, quotes=(inner,), rule="by-hand"
        )
        article = Article(text=text)
        result = resolve_actors(reader.read(article), (attribution,), authority)
        inside = [m for m in result.mentions if m.span.start >= inner.start and m.type is not MentionType.NAME]
        return [result.actors[m.actor].label if m.actor else None for m in inside]

    return run


@pytest.mark.parametrize(
    ("source", "words", "named"),
    [
        ("Clara Reth, a sailor,", "I am tired.", ["Clara Reth"]),
        ("Estonian envoy Clara Reth", "We signed it.", ["Estonia"]),
        ("Estonian envoy Clara Reth", "Our country has signed.", ["Estonia", "Estonia"]),
        ("Estonian envoy Clara Reth", "My government has signed.", ["Government of Estonia", "Clara Reth"]),
        # Everybody may be meant, or nobody knows for whom a sailor speaks.
        ("Estonian envoy Clara Reth", "We must all sign.", [None]),
        ("Clara Reth, a sailor,", "We signed.", [None]),
        ("Clara Reth and Luis Amor", "I am tired.", [None]),
    ],
)  # fmt: skip
def test_own_words_speak_of_the_speaker_and_of_whom_they_bind(
    told: Callable[[str, str], list[str | None]], source: str, words: str, named: list[str | None]
) -> None:
    found = told(source, words)
    assert [name for name in found if name is None or name not in ("it",)][: len(named)] == named


def test_nobody_is_he_in_his_own_words(reader: TextReader, authority: Authority) -> None:
    words = "He is late"
    text = f'Luis Amor said: "{words}."'
    inner = Span(text.index(words), text.index(words) + len(words))
    attribution = Attribution(
        source=(Span(0, 9),), cue=(), content=(inner,), mode=Mode.DIRECT, quotes=(inner,), rule="by-hand"
    )
    result = resolve_actors(reader.read(Article(text=text)), (attribution,), authority)
    assert [m.actor for m in result.mentions if m.span.start == inner.start] == [None]


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        ("Polish envoy Ewa Zawadka met the press. Guests thanked the envoy.", "the envoy", ["Ewa Zawadka"]),
        ("Polish envoy Ewa Zawadka met the press. Guests thanked the Polish diplomat.", "the Polish diplomat",
         ["Ewa Zawadka"]),
        ("Polish envoy Ewa Zawadka met Czech envoy Jan Kral. Guests thanked the envoy.", "the envoy", [None]),
        ("Polish envoy Ewa Zawadka met Czech envoy Jan Kral. Guests thanked the Czech envoy.", "the Czech envoy",
         ["Jan Kral"]),
        ("Polish envoy Ewa Zawadka spoke. Guests thanked the minister.", "the minister", []),
        ("The Rope League met on Monday. The group has nine members.", "The group", ["Rope League"]),
        ("The Rope League met the Straits Club. The group has nine members.", "The group", []),
        ("Estonia and its partners will not sign. The partners want more.", "The partners",
         ["Estonia and its partners"]),
    ],
)  # fmt: skip
def test_short_forms_lead_back_where_one_fits(resolve: Resolve, text: str, words: str, named: list[str | None]) -> None:
    assert resolve(text).named(words) == named


def test_an_office_without_a_name_is_its_holders_on_that_day(resolve: Resolve) -> None:
    text = "The Russian foreign minister met the press."
    resolved = resolve(text, "The Russian foreign minister", published="2018-06-18")
    speaker = resolved.speaker()
    assert resolved.actor().kind is ActorKind.PERSON
    assert (resolved.actor().wikidata, speaker.mention.method) == ("Q58217", "office-on-day")
    assert speaker.principal == "state/RUS"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The Russian foreign minister met the press.", None),
        ("In 1998 the Russian foreign minister met the press.", "2018-06-18"),
        ("The former Russian foreign minister met the press.", "2018-06-18"),
        ("A Russian foreign minister met the press.", "2018-06-18"),
    ],
)
def test_an_office_of_no_day_or_another_is_nobody_known(resolve: Resolve, text: str, published: str | None) -> None:
    source = text.removesuffix(" met the press.").removeprefix("In 1998 ")
    assert resolve(text, source, published=published).actor().kind is ActorKind.UNNAMED


def test_voices_are_told_from_the_innermost_outwards() -> None:
    string = AnnotatedString(name="text", shadow=Shadow("x" * 40))
    outer = Attribution(source=(), cue=(), content=(Span(0, 30),), rule="by-hand")
    inner = Attribution(source=(), cue=(), content=(Span(10, 20),), mode=Mode.DIRECT, rule="by-hand")
    voices = Voices.of(string, (outer, inner), ((), ()))
    assert [(voice.start, voice.is_direct) for voice in voices.at(12)] == [(10, True), (0, False)]
    assert [voice.start for voice in voices.at(25)] == [0]
    assert voices.at(35) == []


@pytest.mark.parametrize(
    ("text", "holder", "status", "binds"),
    [
        ("Former Polish ambassador Ewa Zawadka spoke.", "Ewa Zawadka", "former", False),
        ("Ewa Zawadka, formerly Poland's envoy, spoke.", "Ewa Zawadka", "former", False),
        ("Ewa Zawadka, who served as Poland's justice minister until 2019, spoke.", "Ewa Zawadka", "former", False),
        ("Acting Polish foreign minister Ewa Zawadka spoke.", "Ewa Zawadka", "acting", True),
        ("Polish deputy foreign minister Ewa Zawadka spoke.", "Ewa Zawadka", None, True),
        ("Outgoing Polish foreign minister Ewa Zawadka spoke.", "Ewa Zawadka", "outgoing", True),
    ],
)
def test_roles_in_time_are_claims_with_their_passage(
    resolve: Resolve, text: str, holder: str, status: str | None, binds: bool
) -> None:
    resolved = resolve(text, holder, published="2024-06-18")
    (tenure,) = [t for t in resolved.result.tenures if resolved.result.actors[t.holder].label == holder]
    assert (tenure.status, tenure.observed) == (status, "2024-06-18")
    assert tenure.evidence is not None
    assert "minister" in resolved.article.cut(tenure.evidence) or status == "former"
    assert (resolved.speaker().principal == "state/POL") is binds


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Pavel Orin said no. Ida Brask said yes. They left.", ["Pavel Orin", "Ida Brask"]),
        ("Pavel Orin said no. It was late. Ida Brask said yes. They left.", []),
        ("Pavel Orin said no. Estonia said yes. They left.", []),
    ],
)
def test_they_may_be_the_two_who_spoke_one_after_the_other(resolve: Resolve, text: str, labels: list[str]) -> None:
    second = "Estonia" if "Estonia" in text else "Ida Brask"
    resolved = resolve(text, "Pavel Orin", second, "They")
    assert [resolved.result.actors[one.actor].label for one in resolved.result.speakers[-1]] == labels
