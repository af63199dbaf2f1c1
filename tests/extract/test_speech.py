"""Words in quotation marks: who said them, and how far they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"We are ready," Foreign Minister Mila Torr said on Monday.', "Foreign Minister Mila Torr", "We are ready"),
        ("‘We will not sign,’ said Ardenia’s envoy, Mila Torr.", "Ardenia’s envoy, Mila Torr", "We will not sign"),
        (
            "«The border is closed», declared Prime Minister Ivo Lanz.",
            "Prime Minister Ivo Lanz",
            "The border is closed",
        ),
        ("Torr said: “The offer stands.”", "Torr", "The offer stands"),
        ("Asked about the pipeline, she said: “That is for the courts.”", "she", "That is for the courts"),
        ("“The talks,” Torr told the chamber, “will go on.”", "Torr", "The talks | will go on"),
        ("“We hope,” said the bishop. “We pray.”", "the bishop", "We hope | We pray."),
        (
            "“I saw the file,” an aide, who was not named, told reporters.",
            "an aide, who was not named",
            "I saw the file",
        ),
        ("“All is well,” the general was quoted as saying by the agency.", "the general", "All is well"),
        ("Torr, asked whether it was over, replied: “No.”", "Torr", "No"),
        ("“He called it ‘a trap’, and left,” Torr said.", "Torr", "He called it ‘a trap’, and left"),
        ("Dr Ana Lenz, a historian: “It is a mistake.”", "Dr Ana Lenz, a historian", "It is a mistake"),
        ("“A good day.” — Minister Ole Brand", "Minister Ole Brand", "A good day"),
        ("“Never again,” he deadpanned.", "he", "Never again"),
        ("In the minister’s words, the door is “half open”.", "the minister", "the door is “half open”"),
    ],
)
def test_a_quotation_finds_its_speaker(
    extract: Callable[..., list[Found]], text: str, source: str, content: str
) -> None:
    found = [one for one in extract(text) if one.attribution.why is None and one.attribution.outer is None]
    assert [(one.source, one.content) for one in found] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The chair, Ole Brand, had a remark on the budget: “It is thin.”", "The chair, Ole Brand", "It is thin"),
        ("Ole Brand needed six words. Ida Fost needed one: “No.”", "Ida Fost", "No"),
        ("She allowed herself one comment: “He was late.”", "She", "He was late"),
        ("One of them frowned: “It is cold.”", "One of them", "It is cold"),
        ("Brand again: “It is thin.”", "Brand", "It is thin"),
        ("A guard who gave no name: “Ten crowns!”", "A guard who gave no name", "Ten crowns!"),
        ("“It pays my rent.” – the gate keeper, Ida Fost", "the gate keeper, Ida Fost", "It pays my rent"),
        ("“A bridge too short” — that was how Ida Fost put it at the opening.", "Ida Fost", "A bridge too short"),
        ("“Too dear”: such was the conclusion of the auditors.", "the auditors", "Too dear"),
        ("“Never again” — that was Brand’s answer, shouted from the door.", "Brand", "Never again"),
        ("“Ten boats. No fish.” — so Ida Fost summed up the day.", "Ida Fost", "Ten boats. No fish"),
        ("“Six years,” Ida Fost said — she had counted — “and not one boat.”", "Ida Fost",
         "Six years | and not one boat"),
        ("We wait and we hope,” chair Ole Brand said on Monday.", "chair Ole Brand", "We wait and we hope"),
        ("“Stay at home and shut the doors, the mayor, Ida Fost, told residents.", "the mayor, Ida Fost",
         "Stay at home and shut the doors"),
    ],
)  # fmt: skip
def test_a_quotation_without_a_verb_of_saying_or_a_mark_finds_its_speaker(
    extract: Callable[..., list[Found]], text: str, source: str, content: str
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Fost wrote to both kings:\n\n“I ask.\n\n“I wait.”\n\nThe kings left.",
        "‘I was asked,’ Ida Fost wrote. ‘I ask.\n\n‘I wait.’\n\nThe kings left.",
        "Nurse Ida Fost gave her account to a court.\n\n“I ask.\n\n“I wait.”\n\nThe kings left.",
        "The chief nurse, Ida Fost, described the night by telephone. “I ask.\n\n“I wait.”\n\nThe kings left.",
    ],
)
def test_a_quotation_over_paragraphs_stays_with_the_one_introduced(
    extract: Callable[..., list[Found]], text: str
) -> None:
    (one,) = extract(text)
    assert one.source.endswith("Ida Fost") or "Ida Fost" in one.source
    assert one.content.split(" | ")[-2:] in (["I ask.", "I wait."], ["I ask", "I wait."], ["I ask", "I wait"])


@pytest.mark.parametrize(
    "text",
    [
        "Ole Brand saw a sign: “Keep out of the water.”",
        "She wore a badge: “Not my king.”",
        "The banner needed two words: “Go home.”",
        "The law has three parts: “Ships”, “Boats” and “Rafts”.",
    ],
)
def test_words_that_somebody_only_shows_are_not_said(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


def test_a_quotation_goes_on_over_paragraphs_that_reopen_it(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("“We send ships,” Torr said. “They carry grain.\n\n“That is all.”\n\nNobody in Varn answered.")
    assert one.content == "We send ships | They carry grain. | That is all."


def test_a_paragraph_that_is_one_quotation_belongs_to_the_speaker_before(extract: Callable[..., list[Found]]) -> None:
    first, second = extract("“We came with a plan,” Torr said.\n\n“Nobody read it.”\n\n“We did,” Brand said.")
    assert (first.source, first.content) == ("Torr", "We came with a plan | Nobody read it.")
    assert (second.source, second.content) == ("Brand", "We did")


def test_an_introduced_quotation_belongs_to_the_one_introduced(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("And from Ambassador Lena Marsh:\n\n“The accord is thin, but it is signed.”")
    assert (one.source, one.cue, one.content) == (
        "Ambassador Lena Marsh",
        "from",
        "The accord is thin, but it is signed",
    )


def test_a_missing_mark_does_not_swallow_the_cue_or_the_next_paragraph(extract: Callable[..., list[Found]]) -> None:
    first, second = extract(
        "“Nobody will bind us, envoy Tom Varo told reporters.\n\nThe ferry stopped.\n\n“We wait,” he added."
    )
    assert (first.source, first.content) == ("envoy Tom Varo", "Nobody will bind us")
    assert second.content == "We wait"


@pytest.mark.parametrize(
    "text",
    [
        "The ‘freedom day’ parade passed the embassy.",
        "Officials handed out “friendship” ribbons, and the so-called “peace train” left late.",
        "The frigate “Morning Tide” docked on Monday. Anders “Lucky” Lund is its captain.",
        "Ardenia voted against the resolution and Kestria abstained. The envoy signed the treaty and left.",
        "The president called an early election.",
    ],
)
def test_marks_and_deeds_alone_are_no_statement(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


def test_turns_of_a_record_are_the_speakers_own_words(extract: Callable[..., list[Found]]) -> None:
    found = extract(
        "Mr. Varo (Ardenia) (spoke in French): We thank you.\n\nWe hope for peace.\n\nThe President: I thank Mr. Varo."
    )
    assert [(one.source, one.content) for one in found] == [
        ("Mr. Varo", "We thank you"),
        ("Mr. Varo", "We hope for peace"),
        ("The President", "I thank Mr. Varo"),
    ]
    assert {one.attribution.mode for one in found} == {Mode.DIRECT}


@pytest.mark.parametrize(
    ("text", "mode", "quotes"),
    [
        ("“We wait,” Torr said.", Mode.DIRECT, 1),
        ("Torr said the pact was “a step backwards” for the region.", Mode.MIXED, 1),
        ("Torr said the pact was dead.", Mode.INDIRECT, 0),
    ],
)
def test_the_mode_tells_how_much_is_quoted(
    extract: Callable[..., list[Found]], text: str, mode: Mode, quotes: int
) -> None:
    (one,) = extract(text)
    assert (one.attribution.mode, len(one.attribution.quotes)) == (mode, quotes)


def test_an_interview_ends_with_its_last_turn_and_its_questions_are_nobodys(
    extract: Callable[..., list[Found]],
) -> None:
    found = extract(
        "Eva Lindt runs the ferry.\n\nQ: You said it would sink.\n\nLindt: I said it would float.\n\nIt floats.\n\n"
        "Q: Why?\n\nA: It is wood.\n\nThe ferry was built in Holm, Lindt’s town."
    )
    assert [(one.source, one.content) for one in found] == [
        ("Lindt", "I said it would float"),
        ("Lindt", "It floats"),
        ("A", "It is wood"),
    ]


def test_what_a_record_tells_of_a_delegate_is_no_part_of_the_turn_before(extract: Callable[..., list[Found]]) -> None:
    found = extract(
        "The President: I call on Zahrat.\n\nMs. van der Loo (Norland): We thank you.\n\n"
        "Mr. Omari (Zahrat), speaking on a point of order, said that the list was closed."
    )
    assert [(one.source, one.content) for one in found][1:] == [
        ("Ms. van der Loo", "We thank you"),
        ("Mr. Omari (Zahrat)", "the list was closed"),
    ]
