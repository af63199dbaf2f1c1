"""Names that only say where, in what language or of what: no actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fleet crossed the Gulf of Oman.", "Oman"),
        ("A caterer from Paris, Texas, said nothing.", "Paris"),
        ("He spoke at its Washington headquarters.", "Washington"),
        ("Tehran radio played music all night.", "Tehran"),
        ("The Oslo Accords were signed on a lawn.", "Oslo"),
        ("In French it was called so. She spoke Russian and left.", "French"),
        ("In French it was called so. She spoke Russian and left.", "Russian"),
        ("He was of Pakistani and Mexican descent.", "Pakistani"),
        ("He was of Pakistani and Mexican descent.", "Mexican"),
        ("He could be Mexican, she said.", "Mexican"),
        ("They asked the mayor of Tehran about it.", "Tehran"),
    ],
)
def test_a_name_of_a_place_language_or_origin_is_no_actor(resolve: Resolve, text: str, words: str) -> None:
    assert [m.actor for m in resolve(text).mentions(words) if m.actor] == []


def test_places_listed_after_one_preposition_are_all_places(resolve: Resolve) -> None:
    resolved = resolve("It wanted bases in Eastern Europe, Poland and Latvia. In Warsaw, Poland said no.")
    assert [m.is_place for m in resolved.mentions("Poland")] == [True, False]
    assert [m.is_place for m in resolved.mentions("Latvia")] == [True]


def test_a_side_is_named_by_its_capital(resolve: Resolve) -> None:
    resolved = resolve("The pro-Beijing candidates won. The anti-Russian ones did not.")
    assert [m.actor for m in resolved.mentions("Beijing")] == ["state/CHN"]
    assert resolved.mentions("Russian") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norland's government met in Norland's capital, Varn. Later Varn refused to sign.",
        "Norland's navy left Varn, the capital of Norland. Later Varn refused to sign.",
        "The Norlandic government met. The Norlandic capital Varn slept. Later Varn refused. Norland's navy left.",
    ],
)
def test_a_capital_that_the_article_introduces_stands_for_its_state(resolve: Resolve, text: str) -> None:
    assert resolve(text).named("Varn") == [None, "Norland"]


def test_a_name_from_the_dateline_is_no_person(resolve: Resolve) -> None:
    resolved = resolve("HOLM, 6 May - The ferries stopped. Later Holm praised the crew.", dateline="HOLM, 6 May")
    assert [m.actor for m in resolved.mentions("Holm") if m.actor] == []


def test_a_name_that_once_says_where_is_no_person_elsewhere(resolve: Resolve) -> None:
    text = "The Embassy of Kestria in Quell takes note of it. Veld has told Quell so. The yard lies north of Quell."
    resolved = resolve(text, "The Embassy of Kestria in Quell")
    assert resolved.labels() == ["Embassy of Kestria"]
    assert [m.actor for m in resolved.mentions("Quell") if m.actor] == []
