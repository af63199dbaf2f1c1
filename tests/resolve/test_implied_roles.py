"""Roles that only the words around tell. States, bodies and people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


def posts_of(resolved: Resolved, name: str) -> list[str]:
    """Labels of the posts in which the article shows the person of that name."""
    result = resolved.result
    return [result.posts[one.post].label for one in result.tenures if result.actors[one.holder].label == name]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param(
            "Two trawlers were boarded on Friday, the Fisheries Ministry of Estmark said. “Their papers were false,” "
            "spokesman Karl Ude said.",
            "Spokesman of the Fisheries Ministry of Estmark",
            id="after a quotation",
        ),
        pytest.param(
            "Two teams arrived on Sunday, Norland's Foreign Ministry said.\n\n“They are guests,” spokesman Karl Ude "
            "told reporters.",
            "Spokesman of the Foreign Ministry of Norland",
            id="in the next paragraph",
        ),
        pytest.param(
            "The defence ministry of Norland said the ships had left port. Spokesman Karl Ude said they would be back.",
            "Spokesman of the Defence Ministry of Norland",
            id="opens the sentence",
        ),
        pytest.param(
            "Estmark's central bank said rates would stay. The spokesman, Karl Ude, said inflation had fallen.",
            "Spokesman of the central bank of Estmark",
            id="with an article",
        ),
        pytest.param(
            "The United Nations said on Monday the convoy had arrived. Spokesman Karl Ude said a truck was missing.",
            "Spokesman of the United Nations",
            id="a body of several states",
        ),
    ],
)
def test_a_bare_spokesman_speaks_for_the_body_that_has_just_been_heard(
    resolve_told: Resolve, text: str, post: str
) -> None:
    assert posts_of(resolve_told(text), "Karl Ude") == [post]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Estmark said the envoy would stay. Spokesman Karl Ude said he had left.", id="a state was heard"),
        pytest.param(
            "The Foreign Ministry of Estmark said the envoy would stay. Jon Bredal said he would not. Spokesman Karl "
            "Ude said he had left.",
            id="a person was heard last",
        ),
        pytest.param(
            "The Foreign Ministry of Estmark said the envoy would stay. The day was calm. Few were in the streets. "
            "Spokesman Karl Ude said he had left.",
            id="too far",
        ),
        pytest.param(
            "The Foreign Ministry of Estmark said the envoy would stay. At the palace in Holm, spokesman Karl Ude said "
            "he had left.",
            id="another place",
        ),
        pytest.param(
            "The Foreign Ministry of Estmark said the envoy would stay. The harbour was closed after a strike, and "
            "spokesman Karl Ude said it would open soon.",
            id="something else has happened",
        ),
    ],
)
def test_a_bare_spokesman_speaks_for_nobody_where_another_body_may_be_meant(resolve_told: Resolve, text: str) -> None:
    assert posts_of(resolve_told(text), "Karl Ude") in ([], ["Spokesman"])


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param(
            "Norland remains doubtful. Arne Tveit, the spokesman of its Foreign Ministry, said nobody had asked.",
            "Spokesman of the Foreign Ministry of Norland",
            id="of its ministry",
        ),
        pytest.param(
            "Norland is silent. A spokesman for its Defence Ministry, Arne Tveit, said the ships were at sea.",
            "Spokesman of the Defence Ministry of Norland",
            id="for its ministry",
        ),
        pytest.param(
            "Estmark will not sign the accord. Arne Tveit, the head of its navy, said the ships were at sea.",
            "Head of the navy of Estmark",
            id="head of its navy",
        ),
    ],
)
def test_an_office_of_a_body_of_that_state_is_that_bodys(resolve_told: Resolve, text: str, post: str) -> None:
    assert posts_of(resolve_told(text), "Arne Tveit") == [post]


def test_an_office_of_its_body_is_nobodys_where_two_states_may_be_meant(resolve_told: Resolve) -> None:
    text = "Norland and Estmark were silent. A spokesman for its Defence Ministry, Arne Tveit, said the ships were out."
    assert not any("Norland" in post or "Estmark" in post for post in posts_of(resolve_told(text), "Arne Tveit"))


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param(
            "Norland's Foreign Minister Mira Dahl met her Estmark counterpart Lise Kvam in Holm. Kvam said the talks "
            "went well.",
            "Foreign Minister of Estmark",
            id="before the name",
        ),
        pytest.param(
            "Prime Minister Ole Brant of Norland said he had called his Estmark counterpart, Lise Kvam, on Tuesday. "
            "Kvam said the call was useful. Estmark would answer.",
            "Prime Minister of Estmark",
            id="between commas",
        ),
        pytest.param(
            "A diplomat from Norland met his Estmark counterpart Lise Kvam on Tuesday. Kvam said the call was useful.",
            "Counterpart of Estmark",
            id="of somebody without office",
        ),
        pytest.param(
            "Norland's Foreign Minister Mira Dahl arrived with Piet Haan. He met his Estmark counterpart Lise Kvam. "
            "Kvam said the talks went well.",
            "Counterpart of Estmark",
            id="of somebody else",
        ),
    ],
)
def test_a_counterpart_of_another_state_holds_the_same_office(resolve_told: Resolve, text: str, post: str) -> None:
    assert posts_of(resolve_told(text), "Lise Kvam") == [post]
