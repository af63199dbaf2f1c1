"""Official texts: resolutions, speeches without quotation marks, records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found

RESOLUTION = """The Council of River Towns,

Recalling its resolution 12 of 3 May,

Deeply concerned about the silting of the channel,

1. Condemns the seizure of two barges at Lodra;

2. Strongly urges all parties to return them; and

3. Calls upon the Secretary to report within ninety days.

The meeting rose at noon."""


def test_each_operative_paragraph_is_a_statement_of_the_body(extract: Callable[..., list[Found]]) -> None:
    assert [(one.source, one.cue, one.content) for one in extract(RESOLUTION)] == [
        ("The Council of River Towns", "Recalling", "its resolution 12 of 3 May"),
        ("The Council of River Towns", "Condemns", "the seizure of two barges at Lodra"),
        ("The Council of River Towns", "urges", "all parties to return them"),
        ("The Council of River Towns", "Calls upon", "the Secretary to report within ninety days"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Council of River Towns,\n\nStrings of barges lay at Lodra,\n\nKings came.",
        "Dear Mr. Holt,\n\nThanks are due to the pilots.\n\nRegards",
        "The bridges, the quays,\n\n1. Bridges of stone;\n\n2. Quays of wood.",
    ],
)
def test_a_list_of_things_is_no_resolution(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


SPEECH = """Speaking after the talks, Secretary Ada Holt said:

I am glad that both sides have put down their arms.

This is a first step, and my officials will follow it.

Holt leaves on Monday."""


def test_a_speech_printed_without_marks_is_the_speakers_own_words(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract(SPEECH)
    assert one.source == "Secretary Ada Holt"
    assert one.content == (
        "I am glad that both sides have put down their arms | This is a first step, and my officials will follow it"
    )
    assert one.attribution.mode is Mode.DIRECT


def test_what_follows_a_colon_in_the_third_person_is_no_speech(extract: Callable[..., list[Found]]) -> None:
    assert extract("The minister said:\n\nThe truce was signed in Lodra.") == []


def test_a_record_knows_speakers_by_office_and_state(extract: Callable[..., list[Found]]) -> None:
    found = extract("Minister Holt (Norland): The toll is old.\n\nMr. Varo (Kestria): It is new.")
    assert [(one.source, one.content) for one in found] == [
        ("Minister Holt", "The toll is old"),
        ("Mr. Varo", "It is new"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The truce, said the envoy, is dead.", "the envoy", "The truce | is dead"),
        ("What matters, according to the guild, is the price.", "the guild", "What matters | is the price"),
        ("Quillon Monday condemned the raid.", "Quillon", "the raid"),
        ("“No boats,” the ferry line posted on its channel.", "the ferry line", "No boats"),
    ],
)
def test_inserted_and_clipped_forms_have_their_source(
    extract: Callable[..., list[Found]], text: str, source: str, content: str
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == [(source, content)]
