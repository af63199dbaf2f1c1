from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.errors import AuthorityError
from kg.model import ActorId, ActorKind
from kg.resolve import Authority, load_authority

if TYPE_CHECKING:
    from pathlib import Path


def test_the_seat_holders_of_a_day_are_fifteen_with_five_permanent(authority: Authority) -> None:
    members = authority.council_members(date(2024, 3, 28))
    assert len(members) == 15
    assert {"state/JPN", "state/MOZ"} <= set(members)
    assert authority.permanent_members(date(2024, 3, 28)) == (
        "state/CHN", "state/FRA", "state/GBR", "state/RUS", "state/USA",
    )  # fmt: skip


def test_a_committee_knows_its_experts_and_its_regime(authority: Authority) -> None:
    committee = authority.committee("1718")
    assert committee is not None
    assert committee.actor == "body/unsc-committee-1718"
    assert committee.experts == "body/unsc-1718-experts"
    assert committee.regime is not None
    assert committee.regime.label == "UN sanctions on the DPRK"
    assert committee.regime.id == "instrument/un-sanctions-dprk"
    assert authority.committee_of(ActorId("body/unsc-1718-experts")) == committee


def test_the_committee_on_a_state_is_the_one_at_work_on_the_day(authority: Authority) -> None:
    state = ActorId("state/CAF")
    assert authority.committee_on(state, "2020-01-01") == authority.committee("2127")
    assert authority.committee_on(state, "2024-12-01") == authority.committee("2745")


@pytest.mark.parametrize(
    ("id_", "label", "kind"),
    [
        ("state/RUS", "Russia", ActorKind.STATE),
        ("state/SUN", "Soviet Union", ActorKind.STATE),
        ("body/un", "United Nations", ActorKind.INTERNATIONAL_BODY),
        ("body/unsc", "UN Security Council", ActorKind.INTERNATIONAL_BODY),
        ("body/unsc-committee-1718", "Security Council Committee 1718", ActorKind.INTERNATIONAL_BODY),
        ("body/unsc-1718-experts", "Group (panel) of experts of Committee 1718", ActorKind.INTERNATIONAL_BODY),
        ("body/rus-mfa", "Ministry of Foreign Affairs of Russia", ActorKind.GOVERNMENT_BODY),
        ("body/rus-presidency", "Presidency of Russia", ActorKind.GOVERNMENT_BODY),
        ("body/rus-mission-un", "Permanent Mission of Russia to the UN", ActorKind.GOVERNMENT_BODY),
        ("outlet/anadolu-agency", "Anadolu Agency", ActorKind.MEDIA_OUTLET),
    ],
)
def test_reference_actors_keep_their_ids_and_labels(
    authority: Authority, id_: str, label: str, kind: ActorKind
) -> None:
    actor = authority.actors[ActorId(id_)]
    assert (actor.label, actor.kind) == (label, kind)


def test_every_reference_points_to_an_actor_that_is_there(authority: Authority) -> None:
    for actor in authority.actors.values():
        assert {actor.organ_of, actor.part_of, *actor.members} - {None} <= set(authority.actors), actor.id
    for post in authority.posts.values():
        assert {post.body, post.speaks_for} - {None} <= set(authority.actors), post.id
    assert {seat.state for seat in authority.seats} <= set(authority.actors)


def test_no_two_reference_actors_of_one_kind_share_a_label(authority: Authority) -> None:
    labels = [(actor.kind, actor.label) for actor in authority.actors.values()]
    assert len(labels) == len(set(labels))


def test_a_name_that_two_states_bear_is_an_alias_of_neither(authority: Authority) -> None:
    assert all("Congo" not in authority.actors[ActorId(id_)].aliases for id_ in ("state/COD", "state/COG"))


def test_an_office_holder_is_found_by_spelling_state_role_and_day(authority: Authority) -> None:
    found = authority.officials.find("Sergei Lavrov", ActorId("state/RUS"), "foreign_minister", "2010-05-01")
    assert found is not None
    assert found.wikidata == "Q58217"
    assert authority.officials.find("Sergei Lavrov", ActorId("state/RUS"), "foreign_minister", "2001-05-01") is None
    assert authority.officials.find("Sergei Lavrov", ActorId("state/USA"), "foreign_minister", "2010-05-01") is None


def test_the_fingerprint_changes_with_a_file_of_the_user(authority: Authority, tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text("id,kind,name,aliases\nstate/XAR,State,Ardenia,Ardenian Republic\n", encoding="utf-8")
    mine = load_authority([file])
    assert mine.fingerprint != authority.fingerprint == load_authority().fingerprint
    assert mine.actors[ActorId("state/XAR")].label == "Ardenia"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id,kind,name\nstate/XAR,Planet,Ardenia\n", "'Planet' is no kind of actor"),
        ("id,kind,name\n,State,Ardenia\n", "line 2: the column 'id' is missing or empty"),
        ("id,name\nstate/XAR,Ardenia\n", "the column 'kind' is missing or empty"),
    ],
)
def test_a_broken_file_of_actors_is_refused_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "actors.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(AuthorityError, match=told):
        load_authority([file])


def test_loading_leaves_the_office_holders_alone() -> None:
    assert "_terms" not in vars(load_authority().officials)
