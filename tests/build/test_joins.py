"""Which people of several articles the rule holds to be one."""

from __future__ import annotations

import pytest

from kg.build.joins import join_people, judgement_quads
from kg.model import (
    Actor,
    ActorId,
    ActorKind,
    Mention,
    MentionType,
    Post,
    PostId,
    ResolvedActors,
    Span,
    Speaker,
    Tenure,
)
from kg.vocab import ids

NORVIK, TESSALY = ActorId("state/NVK"), ActorId("state/TES")
LOCAL_COUNCIL = ids.local_actor_id("0" * 16, "Fjord Council", ActorKind.INTERNATIONAL_BODY)
MINISTRY, COUNCIL, HARBOUR = ActorId("body/nvk-mfa"), ActorId("body/fjord-council"), ActorId("body/harbour")
ACTORS = (
    Actor(id=NORVIK, kind=ActorKind.STATE, label="Norvik", origin="world"),
    Actor(id=TESSALY, kind=ActorKind.STATE, label="Tessaly", origin="world"),
    Actor(id=MINISTRY, kind=ActorKind.GOVERNMENT_BODY, label="Ministry", organ_of=NORVIK, origin="world"),
    Actor(id=COUNCIL, kind=ActorKind.INTERNATIONAL_BODY, label="Council", origin="world"),
    Actor(id=LOCAL_COUNCIL, kind=ActorKind.INTERNATIONAL_BODY, label="Fjord Council"),
    Actor(id=HARBOUR, kind=ActorKind.ORGANISATION, label="Harbour", origin="world"),
)


def _joined(
    name: str,
    role: str | tuple[str, ...],
    body: ActorId = MINISTRY,
    version: str = "0" * 16,
    *,
    by_tenure: bool = False,
) -> set[ActorId]:
    """Who stands for a person of that name, shown in posts of these roles in one body."""
    person = Actor(id=ids.local_actor_id(version, name, ActorKind.PERSON), kind=ActorKind.PERSON, label=name)
    roles = (role,) if isinstance(role, str) else role
    posts = [Post(id=PostId(f"post-{one}"), label=one, role=one, body=body) for one in roles]
    mention = Mention(span=Span(0, 1), actor=person.id, type=MentionType.NAME, method="role-pattern")
    speakers = tuple((Speaker(actor=person.id, mention=mention, post=post.id),) for post in posts)
    resolved = ResolvedActors(
        mentions=(mention,),
        actors={actor.id: actor for actor in (*ACTORS, person)},
        posts={post.id: post for post in posts},
        tenures=tuple(Tenure(holder=person.id, post=post.id) for post in posts) if by_tenure else (),
        speakers=() if by_tenure else speakers,
    )
    return set(join_people(resolved).values())


ANNA = _joined("Anna Lund", "spokesperson")


def test_a_person_with_full_name_role_and_state_is_joined() -> None:
    assert len(ANNA) == 1


@pytest.mark.parametrize(
    "same",
    [
        pytest.param(_joined("Anna Lund", "spokesperson", version="1" * 16), id="another article"),
        pytest.param(_joined("ANNA  LUND", "spokesperson"), id="another look of the name"),
        pytest.param(_joined("Anna Lund", "deputy_spokesperson"), id="deputy of the same office"),
        pytest.param(_joined("Anna Lund", "spokesperson", by_tenure=True), id="shown by a tenure"),
        pytest.param(_joined("Anna Lund", "spokesperson", NORVIK), id="post of the state itself"),
    ],
)
def test_it_is_the_same_person_as_elsewhere(same: set[ActorId]) -> None:
    assert same == ANNA


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_joined("Anna Lunde", "spokesperson"), id="another name"),
        pytest.param(_joined("Anna Lund", "foreign_minister"), id="another role"),
        pytest.param(_joined("Anna Lund", "spokesperson", TESSALY), id="another state"),
    ],
)
def test_it_is_another_person(other: set[ActorId]) -> None:
    assert other
    assert other.isdisjoint(ANNA)


@pytest.mark.parametrize(
    "nobody",
    [
        pytest.param(_joined("Lund", "spokesperson"), id="one word"),
        pytest.param(_joined("A. Lund", "spokesperson"), id="an initial"),
        pytest.param(_joined("Anna Lund", "official_unnamed"), id="a role that says nothing"),
        pytest.param(_joined("Anna Lund", ("spokesperson", "foreign_minister")), id="two roles"),
        pytest.param(_joined("Anna Lund", "ambassador", COUNCIL), id="sent to a body of several states"),
        pytest.param(_joined("Anna Lund", "spokesperson", LOCAL_COUNCIL), id="a body that only the article knows"),
        pytest.param(_joined("Anna Lund", "spokesperson", HARBOUR), id="a body of no state"),
    ],
)
def test_who_cannot_be_told_is_left_alone(nobody: set[ActorId]) -> None:
    assert nobody == set()


def test_who_speaks_for_a_known_body_of_several_states_is_one_person() -> None:
    assert _joined("Anna Lund", "spokesperson", COUNCIL) == _joined(
        "Anna Lund", "deputy_spokesperson", COUNCIL, version="1" * 16
    )
    assert len(_joined("Anna Lund", "spokesperson", COUNCIL)) == 1
    assert _joined("Anna Lund", "spokesperson", COUNCIL).isdisjoint(ANNA)


@pytest.mark.parametrize("role", ["ambassador", "delegate", "special_envoy", "deputy_permanent_representative"])
def test_who_represents_a_state_is_one_person_whatever_the_article_calls_the_office(role: str) -> None:
    assert _joined("Anna Lund", role) == _joined("Anna Lund", "permanent_representative")
    assert len(_joined("Anna Lund", (role, "permanent_representative"))) == 1


def test_each_judgement_is_one_quad_of_its_own_graph() -> None:
    (quad,) = judgement_quads({ActorId("local/a-b"): ActorId("person/joined-c")})
    assert str(quad.graph_name) == f"<{ids.expand(ids.RULE_GRAPH)}>"
    assert str(quad.subject) == f"<{ids.expand('actor/local/a-b')}>"
    assert str(quad.object) == f"<{ids.expand('actor/person/joined-c')}>"
