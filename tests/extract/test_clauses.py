"""Indirect speech: sources, contents and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torr said the crossing would reopen in May.", [("Torr", "the crossing would reopen in May")]),
        ("The crossing is closed, a spokesman said.", [("a spokesman", "The crossing is closed")]),
        ("It is valid for a year, the ministry said, and costs nothing.",
         [("the ministry", "It is valid for a year | and costs nothing")]),
        ("According to Trade Minister Sara Lenz, the quota will double.",
         [("Trade Minister Sara Lenz", "the quota will double")]),
        ("Two ports will open, according to a ministry memo.", [("a ministry memo", "Two ports will open")]),
        ("The Committee expressed concern and urged all parties to show restraint.",
         [("The Committee", "concern"), ("The Committee", "all parties to show restraint")]),
        ("Ardenia reaffirmed its commitment and called for talks.",
         [("Ardenia", "its commitment"), ("Ardenia", "talks")]),
        ("Ardenia called on Kestria to halt its attacks.", [("Ardenia", "Kestria to halt its attacks")]),
        ("He called it a waste of candles.", [("He", "it a waste of candles")]),
        ("Highlighting the drought, the ministry pointed out a lack of seed.",
         [("the ministry", "the drought"), ("the ministry", "a lack of seed")]),
        ("Torr said the pact was dead, adding that talks would go on.",
         [("Torr", "the pact was dead"), ("Torr", "talks would go on")]),
        ("Torr told the court that the ship was empty and accused Kestria of piracy.",
         [("Torr", "the ship was empty"), ("Torr", "piracy")]),
        ("In a joint statement, Ardenia, Kestria and Moravia reaffirmed their commitment.",
         [("Ardenia, Kestria and Moravia", "their commitment")]),
        ("Ardenia’s prime minister, Oskar Brand, said the plan was thin.",
         [("Ardenia’s prime minister, Oskar Brand", "the plan was thin")]),
        ("Kestria’s news agency quoted the general as saying that the drills were over.",
         [("the general", "the drills were over")]),
        ("The appeal by Ardenia’s border guard for more lamps went unheard.",
         [("Ardenia’s border guard", "more lamps")]),
        ("The ferry will sail, Omar al-Nasri said in Lodra.", [("Omar al-Nasri", "The ferry will sail")]),
        ("Brand denied having seen the map.", [("Brand", "having seen the map")]),
        ("Brand denied being bribed.", [("Brand", "being bribed")]),
        ("A former teller, Ole Brand, claims to have lost the map.",
         [("A former teller, Ole Brand", "to have lost the map")]),
        ("Brand was urged on Monday by the council to publish the map.", [("the council", "to publish the map")]),
        ("The union demanded that the lamps be lit, and the port promised an answer within a week.",
         [("The union", "the lamps be lit"), ("the port", "an answer within a week")]),
        ("Prices rose on Monday, and bread may run out, according to the guild.", [("the guild", "bread may run out")]),
        ("Half of the boats, according to the guild, have no nets.",
         [("the guild", "Half of the boats | have no nets")]),
        ("According to Jury Chair Beate Zorn, taste counts for nothing.",
         [("Jury Chair Beate Zorn", "taste counts for nothing")]),
        ("The court put the loss at two million crowns.", [("The court", "the loss at two million crowns")]),
        ("The storm put two ships at risk.", []),
        ("Brand begged the guests to leave.", [("Brand", "the guests to leave")]),
        ("The board requests Brand to report by June.", [("The board", "Brand to report by June")]),
        ("A plea of the nurses for sirens was heard.", [("the nurses", "sirens")]),
        ("Ole Brand called for an inquiry “without cameras and without delay”.",
         [("Ole Brand", "an inquiry “without cameras and without delay”")]),
        ("The judges, a clerk tells the paper, will wait too.", [("a clerk", "The judges | will wait too")]),
        ("Torr called the freighter Albion “a floating debt”.",
         [("Torr", "the freighter Albion “a floating debt”")]),
        ("The guards may use “all lawful means” against drones, a spokesman for the ministry in Lodra said on Monday.",
         [("a spokesman for the ministry in Lodra", "The guards may use “all lawful means” against drones")]),
        ("Officials doubt that the pact will last, and the minister, Ida Fost, regards it as “a coat”.",
         [("Officials", "the pact will last"), ("the minister, Ida Fost", "it as “a coat”")]),
        ("Some ministers insist that sanctions work, while others argue they need time.",
         [("Some ministers", "sanctions work"), ("others", "they need time")]),
    ],
)  # fmt: skip
def test_indirect_speech_finds_source_and_content(
    extract: Callable[..., list[Found]], text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == expected


def test_a_list_behind_a_colon_is_what_the_cue_asks_for(extract: Callable[..., list[Found]]) -> None:
    found = extract("The letter calls for:\n\n1. an end to the toll;\n\n2. a new lamp.\n\nThe toll is old.")
    assert [(one.source, one.content) for one in found] == [("The letter", "an end to the toll | a new lamp")]
    asked = extract("Her note asks the board:\n\n(a) to count the boats;\n\n(b) to wait.")
    assert [(one.source, one.content) for one in asked] == [("Her note", "to count the boats | to wait")]


def test_the_accused_is_the_target_not_the_speaker(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("Ardenia accused Kestria of moving the buoys.")
    assert (one.source, one.target, one.content) == ("Ardenia", "Kestria", "moving the buoys")
    assert extract("Kestria was accused of moving the buoys.") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Torr criticised the Council’s loss of balance.", "the Council"),
        (
            "Torr lamented the day. She condemned the refusal of Kestria and its allies to talk.",
            "Kestria and its allies",
        ),
        ("The envoy praised the mediators for their patience.", "the mediators"),
        ("The envoy urged Kestria to withdraw.", "Kestria"),
    ],
)
def test_a_judging_cue_has_a_target(extract: Callable[..., list[Found]], text: str, target: str) -> None:
    assert extract(text)[-1].target == target


def test_time_medium_and_addressee_stand_beside_the_content(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("On Monday Torr told reporters in a statement that the fleet had sailed.")
    assert (one.when, one.addressee, one.content) == ("On Monday", "reporters", "the fleet had sailed")
    (other,) = extract("In a separate statement, spokesman Tom Varo said Ardenia had vetoed the text.")
    assert (other.medium, other.source) == ("In a separate statement", "spokesman Tom Varo")


def test_footers_bylines_and_related_links_say_nothing(extract: Callable[..., list[Found]]) -> None:
    text = (
        "By Nora Brandt\n\nThe pilot starts in May, Minister Dag Roth said.\n\nRead more: Envoy says a deal is near\n\n"
        "The service said in its terms that all is free. © Example Wire. All rights reserved."
    )
    assert [one.source for one in extract(text)] == ["Minister Dag Roth"]


def test_a_headline_is_read_in_its_own_string(extract: Callable[..., list[Found]]) -> None:
    found = extract("Torr said no decision had been taken.", title="Ardenia says it vetoed the text")
    assert [span.string for one in found for span in one.attribution.content] == ["title", "text"]


def test_a_dateline_is_no_part_of_the_content(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("LODRA, Aug 2 (Example Wire) — A convoy has left, coordinator Amina Dahl said.")
    assert one.content == "A convoy has left"


def test_the_same_text_gives_the_same_attributions(extract: Callable[..., list[Found]]) -> None:
    text = "“We wait,” Torr said. Ardenia accused Kestria of piracy and called for talks."
    assert [one.attribution for one in extract(text)] == [one.attribution for one in extract(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Candidate Ulla Prem promised nothing, and left.",
        "The minister admitted nothing.",
        "The envoy promised everything.",
        "Kestria demanded the same.",
    ],
)
def test_an_object_that_tells_of_no_words_is_no_content(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


def test_an_object_of_which_more_is_said_is_content(extract: Callable[..., list[Found]]) -> None:
    assert len(extract("The envoy promised nothing that the council had asked for.")) == 1
