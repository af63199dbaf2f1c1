"""Cues inside the words they ascribe, inside relative clauses, and statements that somebody issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Kind, Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("If the talks fail, the minister said, the border will close in June.", "the minister",
         "If the talks fail | the border will close in June"),
        ("To understand the dispute, Ana Ruiz said, one should visit the island.", "Ana Ruiz",
         "To understand the dispute | one should visit the island"),
        ("In the coming weeks, the envoy said, both sides will meet.", "the envoy",
         "In the coming weeks | both sides will meet"),
        ("The difference now, she told reporters on Friday, is that the port is open.", "she",
         "The difference now | is that the port is open"),
        ("The pass, warned the mayor of Grau, Edda Flint, cannot be held open.", "the mayor of Grau, Edda Flint",
         "The pass | cannot be held open"),
        ("Harder still, said Flint, will be feeding the horses.", "Flint",
         "Harder still | will be feeding the horses"),
        ("As the minister announced yesterday, an agreement has been reached with all parties.", "the minister",
         "an agreement has been reached with all parties"),
    ],
)  # fmt: skip
def test_a_cue_between_commas_has_the_words_on_both_sides(
    extract: Callable[..., list[Found]], text: str, source: str, content: str
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("On Monday, the envoy said, in a letter to the Council, that the port was open.", "the port was open"),
        ("In Holm, the ministry said it would open the port.", "it would open the port"),
    ],
)
def test_what_tells_of_the_saying_is_no_content(extract: Callable[..., list[Found]], text: str, content: str) -> None:
    assert [one.content for one in extract(text)] == [content]


def test_while_somebody_speaks_other_things_happen(extract: Callable[..., list[Found]]) -> None:
    assert extract("As the envoy spoke, rain fell on the crowd.") == []
    plans = "Norland had not, as of Monday, announced any plans to move the troops, which are there to guard the port."
    assert [one.content for one in extract(plans) if "had not" in one.content] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The minister criticised what he called "a grave violation" of the treaty.',
         ("The minister", 'what he called "a grave violation" of the treaty')),
        ("The plan, which the ministry said would cost nothing, was published on Monday.",
         ("the ministry", "The plan | would cost nothing")),
        ("The treaty, which Ana Ruiz called “a dead letter”, was signed in 1990.",
         ("Ana Ruiz", "The treaty | a dead letter")),
        ("The embassy protested at what it said was an unlawful search.", ("it", "was an unlawful search")),
        ("The two sides signed an accord in March, according to which prices stay fixed until May.",
         ("an accord", "prices stay fixed until May")),
    ],
)  # fmt: skip
def test_relative_clauses_report_too(extract: Callable[..., list[Found]], text: str, found: tuple[str, str]) -> None:
    assert [(one.source, one.content) for one in extract(text)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry issued a statement condemning the raid.", ("The ministry", "the raid")),
        ("The guild released a statement which said the harbour must stay open.",
         ("the guild", "the harbour must stay open")),
        ("It also sent a note to Karvel demanding the release of the crew.", ("It", "the release of the crew")),
        ("The minister published a series of posts criticising the mayor.", ("The minister", "the mayor")),
    ],
)  # fmt: skip
def test_who_issues_a_text_speaks_in_it(extract: Callable[..., list[Found]], text: str, found: tuple[str, str]) -> None:
    ((source, content),) = [(one.source, one.content) for one in extract(text)]
    assert (source.casefold(), content) == (found[0].casefold(), found[1])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister said in the debate that it rained.", "it rained"),
        ("Varo said after the convention he would not accept the offer.", "he would not accept the offer"),
        ("He said in a statement that he issued on Monday that the port was open.", "the port was open"),
        ("The guild said on Tuesday in a letter that it would strike.", "it would strike"),
        ("He underlined that the border is closed, and that no lorry would pass.",
         "the border is closed, and that no lorry would pass"),
        ("Officials tell the Herald every claim will be read, with the Mail reporting none will be refused.",
         "every claim will be read"),
    ],
)  # fmt: skip
def test_content_behind_a_phrase_is_found_and_ends_where_it_ends(
    extract: Callable[..., list[Found]], text: str, content: str
) -> None:
    assert extract(text)[0].content == content


def test_who_dismisses_reports_denies_what_they_say(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("She dismissed reports that she had quarrelled with the premier.")
    assert one.content == "she had quarrelled with the premier"
    assert (one.attribution.kind, one.attribution.why) == (Kind.NON_ASSERTION, Why.DENIED)
    (other,) = extract("Norland rejected the accusation.")
    assert (other.content, other.attribution.kind) == ("the accusation", Kind.STATEMENT)


def test_not_only_is_no_denial(extract: Callable[..., list[Found]]) -> None:
    found = extract("Oster not only rejected the offer but also warned of further steps.")
    assert [(one.content, one.attribution.kind) for one in found] == [
        ("the offer", Kind.STATEMENT),
        ("further steps", Kind.STATEMENT),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Netanel called the order swift, forceful and decisive.", "the order swift, forceful and decisive"),
        ("Ruvenia called the step hostile.", "the step hostile"),
        ("One of the doctors called Oz a quack and charlatan.", "Oz a quack and charlatan"),
    ],
)
def test_what_something_is_called_stands_with_it(extract: Callable[..., list[Found]], text: str, content: str) -> None:
    assert [one.content for one in extract(text)] == [content]


def test_content_that_begins_in_a_quotation_ends_with_it(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("According to Torr, “It was late. Nobody came. We waited for the boat until dawn.”")
    assert one.content == "It was late. Nobody came. We waited for the boat until dawn"


def test_a_quotation_may_be_somebodys_words_with_something_done(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("The mayor, Vera Lund, shared a picture of the post with the words “We kept it.”")
    assert one.content == "We kept it"
    assert one.source.endswith("Vera Lund")


def test_a_record_printed_as_a_quotation_has_turns_and_headings_have_none(
    extract: Callable[..., list[Found]],
) -> None:
    record = '"WALD: Will they come?\n\n"PELL: They will not come. We asked them.\n\n"(CROSSTALK.)\n\n"WALD: Why not?'
    assert [(one.source, one.content) for one in extract(record)] == [
        ("WALD", "Will they come?"),
        ("PELL", "They will not come. We asked them"),
        ("WALD", "Why not?"),
    ]
    form = "BACKGROUND: The talks began in May.\n\nNEXT STEPS: A vote follows.\n\nDELEGATE UPDATE: Nine have left."
    assert extract(form) == []
