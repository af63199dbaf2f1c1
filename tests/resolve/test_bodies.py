"""Names of bodies: where they begin and end, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]

_BODIES = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT_BODY, ActorKind.INTERNATIONAL_BODY)


def bodies(resolved: Resolved) -> set[str]:
    return {actor.label for actor in resolved.result.actors.values() if actor.kind in _BODIES}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "An analyst at the Center for Strategic and Maritime Studies spoke.",
            "Center for Strategic and Maritime Studies",
        ),
        ("The Educational, Scientific and Cultural League met.", "Educational, Scientific and Cultural League"),
        (
            "The Analytical Support and Technical Monitoring Team left.",
            "Analytical Support and Technical Monitoring Team",
        ),
        ("The Labour Party lost a seat.", "Labour Party"),
        ("Eunice Tarn leads the New People's Party.", "New People's Party"),
        ("The Committee on Fisheries heard him.", "Committee on Fisheries"),
        ("The Security Council of Kestria met on Monday.", "Security Council of Kestria"),
    ],
)
def test_a_body_has_its_whole_name(resolve: Resolve, text: str, body: str) -> None:
    assert bodies(resolve(text)) == {body}


@pytest.mark.parametrize(
    "text",
    ["The Vienna Convention protects envoys.", "The Ship Safety Initiative is old.", "The Holm Accords were signed."],
)
def test_texts_and_plans_are_no_bodies(resolve: Resolve, text: str) -> None:
    assert bodies(resolve(text)) == set()


def test_two_bodies_joined_by_and_stay_two(resolve: Resolve) -> None:
    text = "The Bank of Tarn and the League of Writers agreed. The Institute for Peace and Norland did not."
    assert {"Bank of Tarn", "League of Writers", "Institute for Peace"} <= bodies(resolve(text))


def test_initials_of_a_name_in_the_article_stand_for_it(resolve: Resolve) -> None:
    text = "The rebels left the Delta Liberation Front. The DLF said no. WGF, the World Grain Forum, met."
    resolved = resolve(text)
    assert resolved.named("DLF") == ["Delta Liberation Front"]
    assert resolved.named("WGF") == ["World Grain Forum"]


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("The Amber Strait Observer Mission left on Monday.", "Amber Strait Observer Mission", ActorKind.ORGANISATION),
        ("The Kestrian Space Agency closed on Monday.", "Kestrian Space Agency", ActorKind.ORGANISATION),
        ("The Postal Telegraph Union met on Monday.", "Postal Telegraph Union", ActorKind.ORGANISATION),
        ("The Kestria News Agency reported it.", "Kestria News Agency", ActorKind.MEDIA_OUTLET),
        ("The Kestria Daily News reported it.", "Kestria Daily News", ActorKind.MEDIA_OUTLET),
    ],
)
def test_head_of_a_name_tells_an_outlet_from_a_body(resolve: Resolve, text: str, body: str, kind: ActorKind) -> None:
    kinds = {actor.label: actor.kind for actor in resolve(text).result.actors.values()}
    assert kinds.get(body) is kind


def test_letters_that_stand_for_common_words_are_no_body(resolve: Resolve) -> None:
    found = resolve("The cost of liquid natural gas (LNG) has grown. LNG terminals compete, and LNG ships wait.")
    assert "LNG" not in {actor.label for actor in found.result.actors.values()}
