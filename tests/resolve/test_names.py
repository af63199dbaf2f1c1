"""Names of states, bodies and persons in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import ActorKind
from kg.resolve.names import gender_of, same_person, skeleton, surnames

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.resolve import Authority
    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Moscow told the United Nations so. It rained in Moscow.", "Moscow", ["state/RUS", None]),
        ("US troops told us.", "US", ["state/USA"]),
        ("He told us so.", "us", []),
        ("WHO asked who came.", "WHO", ["body/who"]),
        ("The Niger River enters Nigeria from Niger.", "Niger", ["state/NER"]),
        ("The Democratic Republic of the Congo joined. Congo is a river.", "Congo", ["state/COD"]),
        ("Congo said yes.", "Congo", [None]),
        ("Georgia said yes in Tbilisi.", "Georgia", ["state/GEO"]),
        ("Officials from Atlanta said Georgia has a port at Savannah.", "Georgia", [None]),
        ("The Bank of France said yes.", "France", []),
        ("Talks on the Korean Peninsula failed.", "Korean", []),
        ("Jordan agreed. Captain Jordan Ellis did not.", "Jordan", ["state/JOR"]),
        ("Brussels said yes.", "Brussels", ["body/eu"]),
        ("South Korea fired. The North answered.", "The North", ["state/PRK"]),
    ],
)
def test_a_name_is_read_by_its_context(resolve: Resolve, text: str, words: str, actors: list[str | None]) -> None:
    assert [mention.actor for mention in resolve(text).mentions(words)] == actors


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("It criticized the UN Security Council Committee 1718.", "UN Security Council Committee 1718",
         "body/unsc-committee-1718"),
        ("The 1533 Committee met.", "1533 Committee", "body/unsc-committee-1533"),
        ("A Security Council committee on sanctions against the DPRK met.",
         "Security Council committee on sanctions against the DPRK", "body/unsc-committee-1718"),
        ("It met the committee established pursuant to resolution 2048 (2012).",
         "committee established pursuant to resolution 2048 (2012)", "body/unsc-committee-2048"),
        ("Russia ended the panel monitoring North Korea sanctions.", "panel monitoring North Korea sanctions",
         "body/unsc-1718-experts"),
        ("Committee 1718 met. It thanked the experts' group.", "experts' group", "body/unsc-1718-experts"),
        ("Sanctions on Mali ended, and so did the Panel of Experts.", "Panel of Experts", "body/unsc-2374-experts"),
    ],
)  # fmt: skip
def test_committees_and_their_experts_are_told_apart(resolve: Resolve, text: str, words: str, actor: str) -> None:
    assert [mention.actor for mention in resolve(text).mentions(words)] == [actor]


def test_an_unknown_state_has_its_ministry_demonym_and_acts(resolve: Resolve) -> None:
    text = "Ardenia's Foreign Ministry protested. The Ardenian fleet left. Ardenia accused Zelmark of piracy."
    resolved = resolve(text, "Ardenia's Foreign Ministry", "Ardenia")
    ministry = resolved.actor(0)
    state = resolved.actor(1)
    assert (ministry.label, ministry.kind, ministry.organ_of) == (
        "Foreign Ministry of Ardenia", ActorKind.GOVERNMENT_BODY, state.id,
    )  # fmt: skip
    assert (state.label, state.kind) == ("Ardenia", ActorKind.STATE)
    assert resolved.named("Ardenian") == ["Ardenia"]
    assert "Ardenia's Foreign Ministry" in ministry.aliases
    assert resolved.principals() == ["Ardenia", None]


def test_a_name_is_no_state_because_somebody_has_a_government(resolve: Resolve) -> None:
    resolved = resolve("President Otto Brenn spoke. Brenn's government fell.")
    assert {actor.kind for actor in resolved.result.actors.values()} & {ActorKind.STATE} == set()


def test_a_person_a_city_and_a_state_share_a_name(resolve: Resolve) -> None:
    text = "Lena Lima, Chile's envoy, came to Lima. Lima said it was late."
    resolved = resolve(text)
    assert [m.actor and resolved.result.actors[m.actor].label for m in resolved.mentions("Lima")] == [None, "Lena Lima"]


def test_an_organisation_named_after_a_person_is_not_that_person(resolve: Resolve) -> None:
    text = "The Halvor Institute said yes. Maria Halvor, who founded it, said no. Halvor left the institute."
    resolved = resolve(text, "The Halvor Institute", "Maria Halvor")
    assert resolved.labels() == ["Halvor Institute", "Maria Halvor"]
    assert resolved.named("Halvor") == ["Maria Halvor"]
    assert resolved.named("the institute") == ["Halvor Institute"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The minister said Tarrow Dam would be repaired. Officials praised Tarrow Dam.", set()),
        ("Kestria shut Holm Bridge. The envoy praised Lorne Canal.", set()),
        ("The gates are open at the Tarrow Dam, Foreign Minister Oskar Lind said.", {"Oskar Lind"}),
        ("Anna Bridge said the road was open.", {"Anna Bridge"}),
        ("Envoy Mira Dam said it was shut.", {"Mira Dam"}),
        ("Oskar Lake, the commission's lawyer, said it was shut.", {"Oskar Lake"}),
    ],
)
def test_a_structure_is_no_person_but_a_person_may_bear_its_word(
    resolve: Resolve, text: str, persons: set[str]
) -> None:
    actors = resolve(text).result.actors.values()
    assert {actor.label for actor in actors if actor.kind is ActorKind.PERSON} == persons
    assert not any(actor.kind is ActorKind.ORGANISATION for actor in actors)


def test_spellings_of_one_name_are_one_person_and_near_names_are_not(resolve: Resolve) -> None:
    text = "Vasily Orlinsky spoke. Later Vassiliy Orlinskiy spoke again. Vasily Ostrinsky, a lawyer, did not."
    persons = [a for a in resolve(text).result.actors.values() if a.kind is ActorKind.PERSON]
    assert sorted(person.label for person in persons) == ["Vasily Orlinsky", "Vasily Ostrinsky"]
    assert "Vassiliy Orlinskiy" in next(p for p in persons if p.label == "Vasily Orlinsky").aliases


def test_a_family_name_may_stand_first(resolve: Resolve) -> None:
    text = "Vice Minister Bai Lian met Ri Chol Min, the deputy chief of protocol. Bai agreed. Mr Ri did not."
    resolved = resolve(text)
    assert resolved.named("Bai") == ["Bai Lian"]
    assert resolved.named("Ri") == ["Ri Chol Min"]


def test_a_nickname_and_markup_are_not_part_of_the_name(resolve: Resolve) -> None:
    text = 'Ana "El Faro" O’Donnell spoke. Group spokesman Bo <b>Grind</b> said no.'
    labels = {a.label for a in resolve(text).result.actors.values() if a.kind is ActorKind.PERSON}
    assert labels == {"Ana O'Donnell", "Bo Grind"}


def test_an_acronym_stands_for_the_name_that_introduced_it(resolve: Resolve) -> None:
    text = "The Sarn River Agency (SRA) met in May. The SRA said no."
    assert resolve(text, "The SRA").labels() == ["Sarn River Agency"]


def test_a_real_office_holder_is_known_to_wikidata_an_unknown_one_is_not(resolve: Resolve) -> None:
    text = "Russian Foreign Minister Sergey Lavrov met Polish Foreign Minister Ewa Zawadka."
    persons = {a.label: a.wikidata for a in resolve(text, published="2019-05-01").result.actors.values()}
    assert persons["Sergey Lavrov"] == "Q58217"
    assert persons["Ewa Zawadka"] is None


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz éü-.", max_size=30))
def test_a_skeleton_does_not_depend_on_case_accents_and_hyphens(name: str) -> None:
    plain = name.replace("é", "e").replace("ü", "u").replace("-", " ").replace(".", " ")
    assert skeleton(name.upper()) == skeleton(name) == skeleton(plain)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Robert", "Wood"), ("Robert", "A.", "Wood"), True),
        (("S.", "Menon"), ("Shankar", "Menon"), True),
        (("George", "Holt"), ("George", "Wolt"), False),
        (("Kim", "Il", "Su"), ("Kim", "Il", "So"), False),
    ],
)
def test_full_names_of_one_article_are_joined_with_care(
    one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    assert same_person(one, other) is same


def test_later_names_of_a_person() -> None:
    assert surnames(("Nicolas", "de", "Brières"))[:2] == ("de brieres", "brieres")
    assert surnames(("Choe", "Min", "Ho"))[0] == "choe"


def test_gender_is_told_by_names_only_where_they_show_it(authority: Authority) -> None:
    assert gender_of(("Clara", "Reth"), authority.given_names) == "f"
    assert gender_of(("Xu", "Rin"), authority.given_names) is None
