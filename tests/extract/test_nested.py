"""Attributions inside the words of others: another's act or mind, not the speaker's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Kind, Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The envoy said that the Holm government opposed the canal.", "the Holm government", "the canal"),
        ("An analyst in Tarn noted that the rebels had demanded a corridor.", "the rebels", "a corridor"),
        ("Brand told the court that a guard had begged the doctor to wait.", "a guard", "the doctor to wait"),
        ("Mediators in Brava said the two sides had agreed to share the pass.", "the two sides", "to share the pass"),
        ("A nurse told the panel that she had rejected the offer.", "she", "the offer"),
        ("The poll suggests that most farmers favour a truce.", "most farmers", "a truce"),
        ("“They told us that nobody was coming,” Ida Torr said.", "They", "nobody was coming"),
        ("“Norland wants a harbour, not a friend,” said Ida Torr.", "Norland", "a harbour, not a friend"),
        ("“The officers said the bridge was closed,” Torr recalled.", "The officers", "the bridge was closed"),
        ("“I told the colonel that the wells were dry,” Torr said.", "I", "the wells were dry"),
        ("“He called it ‘a trap’, and left,” Torr said.", "He", "it ‘a trap’"),
        ("“My neighbour thinks the war is over,” said Ole Brand.", "My neighbour", "the war is over"),
    ],
)  # fmt: skip
def test_what_a_speaker_tells_of_others_is_second_hand(
    extract: Callable[[str], list[Found]], text: str, source: str, content: str
) -> None:
    inner = [one for one in extract(text) if one.attribution.outer is not None]
    assert [(one.source, one.content, one.attribution.kind) for one in inner] == [(source, content, Kind.SECOND_HAND)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Torr said she hoped for rain.",
        "The ministry said it wanted a pact.",
        "“We urge both sides to wait,” said Ida Torr.",
        "“I think the pact is dead,” Torr said.",
        "“My delegation supports the corridor,” Torr said.",
        "The ministry regrets the raid, a ministry spokeswoman said.",
        "The union demanded that the port explain how the barge sank.",
        "“They have shown by this raid that they want no peace,” Torr said.",
        "“The league calls our offer a trap,” Torr said.",
        "“The officers knew. One told me to drive slower,” Torr said.",
    ],
)
def test_the_speakers_own_acts_and_what_cannot_stand_alone_are_no_second_hand(
    extract: Callable[[str], list[Found]], text: str
) -> None:
    assert not [one for one in extract(text) if one.attribution.outer is not None]


def test_a_quotation_that_is_nobodys_holds_nothing(extract: Callable[[str], list[Found]]) -> None:
    assert not extract("A banner hung there: “The king promised us bread.” It rained.")


def test_words_told_inside_a_quotation_are_not_the_inner_speakers_own(extract: Callable[[str], list[Found]]) -> None:
    found = extract("“The guards said the road was mined,” Torr said.")
    inner = next(one for one in found if one.attribution.outer is not None)
    assert inner.source == "The guards"
    assert inner.attribution.mode is Mode.INDIRECT
    assert inner.attribution.quotes == ()


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Oskar Brand, who leads the guild, said the pier was sinking.", ["Oskar Brand, who leads the guild"]),
        ("The league, whose ships carry grain, demanded a corridor.", ["The league, whose ships carry grain"]),
        ("“It is late,” said Ida Torr, who runs the ferry.", ["Ida Torr, who runs the ferry"]),
        ("The port council, alarmed by the leak, called for an inquiry.", ["The port council, alarmed by the leak"]),
        ("The envoy, who opposed the canal, said it was too deep.", ["who", "The envoy, who opposed the canal"]),
        ("The report blamed the ministry, which rejected any blame.", ["The report", "which"]),
        ("A farmer who told the court that he was beaten left Tarn.", ["who"]),
    ],
)  # fmt: skip
def test_a_source_keeps_its_clauses_and_a_relative_pronoun_stands_for_itself(
    extract: Callable[[str], list[Found]], text: str, sources: list[str]
) -> None:
    assert sorted(one.source for one in extract(text)) == sorted(sources)


@pytest.mark.parametrize(
    "text",
    [
        "Torr said the patrol boats had ordered the ferry to stop.",
        "Brand said that Kestria had offered nothing new.",
        "Torr said the gangs attacked the mill with stones.",
        "Officials in Tarn said that Norland had attacked Valdoria.",
        "Brand said the navy blasted the pier.",
    ],
)
def test_acts_and_empty_offers_told_by_somebody_are_no_second_hand(
    extract: Callable[[str], list[Found]], text: str
) -> None:
    assert [one.attribution.outer for one in extract(text)] == [None]
