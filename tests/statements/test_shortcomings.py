"""What is found wanting without a plain word of blame: deeds, comparisons, mockery, conditions, refusals, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.statements.test_opposition import _stances

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


def _held(found: set[tuple[str, str]], target: str) -> set[str]:
    return {polarity for label, polarity in found if target in label}


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("The mill paid its share while the brewery spent the spring buying yachts", "brewery"),
        ("The mayor apologised, but the governor had not even called", "governor"),
        ("The islanders had kept their side of the bargain and the ministry had not", "ministry"),
        ("The observers did their duty, while the police stood by and smoked", "police"),
        ("The union honoured the treaty. The company did not", "company"),
        ("It was not the union that walked out of the talks, it was the company", "company"),
        ("The ones who broke the agreement were the traders", "traders"),
        ("The people who lied to us were the inspectors", "inspectors"),
    ],
)
def test_who_falls_behind_another_is_blamed(read: Callable[..., Read], said: str, target: str) -> None:
    assert _held(_stances(read(f'"{said}," Clara Wend said.')), target) == {"negative"}


@pytest.mark.parametrize(
    "said",
    [
        "The valley has a railway and the coast does not",
        "The mill opened in May while the brewery opened in June",
        "The ones who sailed were the traders",
        "It was the company that sent the letter",
        "The mill would pay, but the brewery would not",
    ],
)
def test_a_difference_alone_blames_nobody(read: Callable[..., Read], said: str) -> None:
    assert all(polarity != "negative" for _, polarity in _stances(read(f'"{said}," Clara Wend said.')))


def test_who_does_not_share_a_wrong_is_not_blamed(read: Callable[..., Read]) -> None:
    assert not _held(_stances(read('"The militia broke the truce. The farmers did not," Clara Wend said.')), "farmers")
    found = _stances(read('"It was not the farmers who put lives at risk," Clara Wend said.'))
    assert "negative" not in _held(found, "farmers")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Clara Wend praised the pilots, though not the headquarters that had sent them out.", "headquarters"),
        ("Clara Wend thanked the firemen, but not the ministry that had sold their engines.", "ministry"),
        ("The envoy welcomed the release of the sailors, though not the trial.", "trial"),
    ],
)
def test_whom_praise_leaves_out_is_blamed(read: Callable[..., Read], text: str, target: str) -> None:
    assert _held(_stances(read(text)), target) == {"negative"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('The growers thanked the bank for its "generous" loan, which they returned.', "bank"),
        ("The envoy congratulated the council, with a smirk, on finding its conscience.", "council"),
        ("The mayor sarcastically thanked the railway for a train that never came.", "railway"),
        ("The envoy thanked the council, tongue in cheek, for its prompt reply.", "council"),
        ("The union congratulated the ministry on losing the archive.", "ministry"),
        ('"What a brilliant plan: a tunnel without an exit," Clara Wend said.', "tunnel"),
        ('"What a triumph: a pier nobody can reach," Clara Wend said.', "pier"),
    ],
)
def test_praise_with_a_sting_blames(read: Callable[..., Read], text: str, target: str) -> None:
    assert _held(_stances(read(text)), target) == {"negative"}


def test_a_good_word_in_marks_leaves_others_alone(read: Callable[..., Read]) -> None:
    found = _stances(read('The envoy thanked the nurses for leaving the "free" vote.'))
    assert "negative" not in _held(found, "nurses")


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("Unless the ministry raises wages, the trains will stop", "ministry"),
        ("We would support the treaty if the clause on fishing was deleted", "clause on fishing"),
        ("I would be glad if the council reconsidered its fees", "fees"),
        ("We would have condemned the raid if we had been told", "raid"),
        ("We would praise the ministry if there were anything to praise", "ministry"),
        ("We will not return to the table as long as the council keeps shelling the port", "council"),
        ("If the militia crosses the river, we will destroy its boats", "militia"),
        ("The council is mistaken if it takes silence for approval", "council"),
    ],
)
def test_a_condition_shows_who_or_what_is_in_the_way(read: Callable[..., Read], said: str, target: str) -> None:
    assert _held(_stances(read(f'"{said}," Clara Wend said.')), target) == {"negative"}


@pytest.mark.parametrize(
    "said",
    [
        "Unless the rain stops, we sail tomorrow",
        "If the council agrees, we will sign the treaty",
        "We would come if the bakers opened the gate",
        "If an inquiry was opened, we would welcome it",
    ],
)
def test_a_mere_condition_blames_nobody(read: Callable[..., Read], said: str) -> None:
    assert all(polarity != "negative" for _, polarity in _stances(read(f'"{said}," Clara Wend said.')))


def test_who_is_warned_of_force_is_threatened(read: Callable[..., Read]) -> None:
    for text in (
        "The general warned the militia that any landing would be met with force.",
        "The admiral warned the militia that every boat would be sunk.",
        "The general warned the militia that he would respond to any raid with force.",
    ):
        assert _held(_stances(read(text)), "militia") == {"negative"}, text
    text = "The general warned the villagers that the dam might burst."
    assert "negative" not in _held(_stances(read(text)), "villagers")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Observers were skeptical that the generals would be able to hold elections.", "generals"),
        ("Clara Wend was doubtful that the elders, who are weak at home, will be able to agree.", "elders"),
        ('"I don\'t see why the fund should exist at all," Clara Wend said.', "fund"),
        ('"It remains to be seen whether the governor will keep his promise," Clara Wend said.', "governor"),
        ('"Who believes that the vote was free?" Clara Wend said.', "vote"),
        ('"Is there any reason why the league should survive?" Clara Wend said.', "league"),
        ("Clara Wend scoffed at the idea that the regents wanted peace.", "regents"),
        ("Clara Wend said no honest lawyer believed that the verdict had been freely reached.", "verdict"),
    ],
)
def test_doubt_and_rhetorical_questions_judge(read: Callable[..., Read], text: str, target: str) -> None:
    assert _held(_stances(read(text)), target) == {"negative"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('"We would not consider requests of this kind," Clara Wend said.', "requests"),
        ('"I will not hear of a merger," Clara Wend said.', "merger"),
        ('"We will take tougher action against the traffickers," Clara Wend said.', "traffickers"),
        ('"We must get rid of the permits," Clara Wend said.', "permits"),
        ("Clara Wend said the bridge would end the isolation of the valley.", "isolation"),
        ("Clara Wend urged the council to rethink the levy.", "levy"),
        ("Clara Wend sought assurances that such an attack would not happen again.", "attack"),
        ('"I would rather have no law than this treaty," Clara Wend said.', "treaty"),
        ('"I hope for a future without border controls," Clara Wend said.', "border controls"),
    ],
)
def test_what_is_not_to_be_is_held_for_bad(read: Callable[..., Read], text: str, target: str) -> None:
    assert "negative" in _held(_stances(read(text)), target)


@pytest.mark.parametrize(
    "said",
    [
        "The council will take action against the smuggled goods tomorrow",
        "I would consider the request",
        "We have not discussed the bridge",
        "I heard of the merger",
    ],
)
def test_what_is_only_told_is_not_unwanted(read: Callable[..., Read], said: str) -> None:
    assert all(polarity != "negative" for _, polarity in _stances(read(f'"{said}," Clara Wend said.')))


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("The fund has done nothing for the villages", "fund"),
        ("The council did nothing to help us", "council"),
        ("What the plan lacks is money", "plan"),
        ("The union lacks the votes", "union"),
        ("The summit ended without so much as a date", "summit"),
        ("The meeting broke up without producing a text", "meeting"),
        ("The road is far from safe", "road"),
        ("The answer was less than convincing", "answer"),
        ("The draft was not without its faults", "draft"),
        ("The audit is nothing but a pretext", "audit"),
        ("The pact is just a piece of paper", "pact"),
        ("The charter was merely a legal formality", "charter"),
        ("The decree has nothing to do with safety", "decree"),
        ("The governor is behaving like a bully", "governor"),
        ("The biggest mistake is the levy", "levy"),
        ("The noise worried her", "noise"),
        ("The company put lives at risk", "company"),
        ("The militia drew up a list of people to arrest", "militia"),
        ("The port authority denied them entry", "port authority"),
        ("The governor let the prisoners starve", "governor"),
        ("The coast guard turned away the boats", "coast guard"),
        ("The traders walked away from the treaty", "traders"),
        ("Nothing is better for the smugglers than a war between the ports", "smugglers"),
    ],
)
def test_what_falls_short_or_harms_is_blamed(read: Callable[..., Read], said: str, target: str) -> None:
    assert _held(_stances(read(f"Clara Wend said {said[0].lower()}{said[1:]}.")), target) == {"negative"}


@pytest.mark.parametrize(
    "said",
    [
        "The march ended without incident",
        "The road is far from over",
        "The visit has nothing to do with the fair",
        "It was only a rehearsal",
        "The governor denied the report",
        "The governor let the prisoners go",
        "The tide turned the boats around",
        "The traders walked away from the market",
        "The council keeps a list of people to visit",
        "The council put the draft on the table",
        "The mill is far from the big lake",
    ],
)
def test_plain_facts_find_nothing_wanting(read: Callable[..., Read], said: str) -> None:
    found = _stances(read(f"Clara Wend said {said[0].lower()}{said[1:]}."))
    assert all(polarity != "negative" for _, polarity in found)
