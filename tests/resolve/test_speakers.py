"""Who speaks, and whom the words bind. The world of these texts is invented, but for plain facts about real states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import ActorKind, MentionType

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.resolve.conftest import Resolved

    Resolve = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("text", "source", "speaker", "principal"),
    [
        (
            "Kestria's prime minister, Edvard Stahl, said the dam was safe.",
            "Kestria's prime minister, Edvard Stahl,", "Edvard Stahl", "Kestria",
        ),
        (
            "The dam is safe, said Lidia Marek, Kestria's envoy to the river talks.",
            "Lidia Marek, Kestria's envoy to the river talks", "Lidia Marek", "Kestria",
        ),
        (
            "Kestrian Foreign Minister Anton Rusk said the dam was safe. Kestria's army agreed.",
            "Kestrian Foreign Minister Anton Rusk", "Anton Rusk", "Kestria",
        ),
        (
            "Kestria's Water Ministry denies the charge, ministry spokeswoman Lidia Marek said.",
            "ministry spokeswoman Lidia Marek", "Lidia Marek", "Kestria's Water Ministry",
        ),
        ("Former foreign minister Ruth Osmund said no.", "Former foreign minister Ruth Osmund", "Ruth Osmund", None),
        ("Analyst Jonas Reth of Kestria's academy said it was late.", "Analyst Jonas Reth", "Jonas Reth", None),
        ("Commissioner Ilse Dorn told the chamber it was late.", "Commissioner Ilse Dorn", "Ilse Dorn", None),
        ("NATO spokeswoman Ilse Dorn said it was late.", "NATO spokeswoman Ilse Dorn", "Ilse Dorn", "NATO"),
        ("Kestria's embassy in Vienna burned. Kestria said it knew.", "Kestria", "Kestria", None),
    ],
)  # fmt: skip
def test_a_role_binds_its_state_or_body(
    resolve: Resolve, text: str, source: str, speaker: str, principal: str | None
) -> None:
    resolved = resolve(text, source)
    assert resolved.labels() == [speaker]
    assert resolved.principals() == [principal]


def test_a_known_spokesman_holds_the_post_of_the_reference_data(resolve: Resolve) -> None:
    resolved = resolve("Kremlin spokesman Pavel Orin met reporters in Moscow.", "Kremlin spokesman Pavel Orin")
    speaker = resolved.speaker()
    assert resolved.actor().label == "Pavel Orin"
    assert (speaker.principal, speaker.principal_name) == ("body/rus-presidency", "Kremlin")
    post = resolved.post()
    assert (post.label, post.body, post.speaks_for) == ("Kremlin spokesman", "body/rus-presidency", "state/RUS")


def test_a_deputy_representative_binds_the_state_and_sits_in_the_mission(resolve: Resolve) -> None:
    text = "Pavel Orin, Russia's first deputy permanent representative to the UN, took the floor."
    resolved = resolve(text, "Pavel Orin, Russia's first deputy permanent representative to the UN")
    post = resolved.post()
    assert post.label == "First deputy permanent representative of Russia to the UN"
    assert (post.body, post.speaks_for) == ("body/rus-mission-un", "state/RUS")
    assert resolved.principals() == ["Russia"]


def test_former_acting_and_deputy_are_kept_as_the_article_says(resolve: Resolve) -> None:
    text = "Former premier Alda Rohn left. Acting premier Nils Brage stayed. Deputy premier Ute Sand came."
    statuses = {resolve(text).result.actors[t.holder].label: t.status for t in resolve(text).result.tenures}
    assert statuses == {"Alda Rohn": "former", "Nils Brage": "acting", "Ute Sand": None}


@pytest.mark.parametrize(
    ("text", "source", "label", "kind"),
    [
        ("A senior Western diplomat said no.", "A senior Western diplomat", "senior Western diplomat",
         ActorKind.UNNAMED),
        ("Officials said no.", "Officials", "officials", ActorKind.UNNAMED),
        ("Fees will rise, according to a ministry memo dated May 20.", "a ministry memo dated May 20", "ministry memo",
         ActorKind.DOCUMENT),
        ("The Marlow Institute said no.", "The Marlow Institute", "Marlow Institute", ActorKind.ORGANISATION),
        ("The state news agency KNA said no.", "The state news agency KNA", "KNA", ActorKind.MEDIA_OUTLET),
        ("Reuters said no.", "Reuters", "Reuters", ActorKind.MEDIA_OUTLET),
        ("A Brazilian delegate said no.", "A Brazilian delegate", "Brazilian delegate", ActorKind.UNNAMED),
        ("Western countries said no.", "Western countries", "Western countries", ActorKind.GROUP),
    ],
)  # fmt: skip
def test_sources_without_a_persons_name(resolve: Resolve, text: str, source: str, label: str, kind: ActorKind) -> None:
    actor = resolve(text, source).actor()
    assert (actor.label, actor.kind) == (label, kind)


def test_two_unnamed_diplomats_stay_two(resolve: Resolve) -> None:
    resolved = resolve("A senior diplomat said yes. A second diplomat, from the coast, said no.", "A senior diplomat",
                       "A second diplomat, from the coast,")  # fmt: skip
    assert resolved.labels() == ["senior diplomat", "second diplomat"]


def test_an_unnamed_official_binds_the_state_of_the_phrase(resolve: Resolve) -> None:
    resolved = resolve("An official of the Polish Foreign Ministry in Warsaw said no.",
                       "An official of the Polish Foreign Ministry in Warsaw")  # fmt: skip
    assert resolved.labels() == ["official of the Polish Foreign Ministry"]
    assert resolved.speaker().principal == "state/POL"


def test_an_aide_and_an_office_are_known_by_whom_they_belong_to(resolve: Resolve) -> None:
    text = "Envoy Clara Reth spoke. Her aide said the room was cold. Reth's office said the same."
    resolved = resolve(text, "Her aide", "Reth's office")
    assert resolved.labels() == ["aide to Clara Reth", "Office of Clara Reth"]
    assert resolved.principals() == [None, "Clara Reth"]


def test_joint_speakers_are_two(resolve: Resolve) -> None:
    resolved = resolve("France and Germany said yes.", "France and Germany")
    assert [s.actor for s in resolved.result.speakers[0]] == ["state/FRA", "state/DEU"]


def test_a_group_is_not_its_leading_member(resolve: Resolve) -> None:
    resolved = resolve("The US and its allies said yes.", "The US and its allies")
    group = resolved.actor()
    assert (group.label, group.kind, group.members) == ("the US and its allies", ActorKind.GROUP, ("state/USA",))
    assert resolved.named("US") == []


def test_both_sides_are_the_two_states_before(resolve: Resolve) -> None:
    resolved = resolve("Chile sued Peru. Brazil thanked both sides.")
    (mention,) = resolved.mentions("both sides")
    assert mention.actor is not None
    assert resolved.result.actors[mention.actor].members == ("state/CHL", "state/PER")


def test_a_statement_of_a_ministry_is_its_voice(resolve: Resolve) -> None:
    resolved = resolve("A Foreign Ministry statement from Poland said no.", "A Foreign Ministry statement from Poland")
    assert resolved.speaker().mention.type is MentionType.NOMINAL


def test_a_source_that_names_nobody_is_an_abstention_with_its_reason(resolve: Resolve) -> None:
    resolved = resolve("They said it would rain.", "They")
    assert resolved.labels() == [None]
    (mention,) = resolved.mentions("They")
    assert mention.reason == "no group fits"


def test_a_delegate_of_a_record_binds_the_delegation_in_brackets(resolve: Resolve) -> None:
    resolved = resolve("Ms. Fournay (Chile): We shall vote against it.", "Ms. Fournay")
    assert resolved.speaker().principal == "state/CHL"


@pytest.mark.parametrize(
    ("intro", "label"),
    [
        ("Odile Ntambwe chairs the Quarry Board.", "Odile Ntambwe"),
        ("We met Clara Reth in Holm.", "Clara Reth"),
        ("We met Clara Reth and Luis Amor in Holm.", None),
        ("We asked about the quarry.", None),
    ],
)
def test_who_answers_in_an_interview_is_the_one_person_named_before(
    resolve: Resolve, intro: str, label: str | None
) -> None:
    resolved = resolve(f"{intro}\n\nQ: Is it deep?\n\nA: It is.\n\nQ: How deep?\n\nA: Very.", "A: ")
    assert resolved.labels() == [label]


@pytest.mark.parametrize(
    ("source", "mention"),
    [
        ("The Kestrian envoy, who is visiting Tarn", "The Kestrian envoy"),
        ("A diplomat, whose name was withheld", "A diplomat"),
        ("The union, which speaks for the dockers", "The union"),
        ("Envoy Ilse Dorn, who left on Monday", "Ilse Dorn"),
    ],
)
def test_a_clause_behind_a_speaker_is_no_part_of_the_mention(resolve: Resolve, source: str, mention: str) -> None:
    text = f"{source}, said the talks had failed."
    span = resolve(text, source).speaker().mention.span
    assert text[span.start : span.end] == mention
