"""The four kinds of attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Kind, Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("Torr said the pact was dead.", Kind.STATEMENT, None),
        ("Ardenia believes that the treaty is void.", Kind.ATTITUDE, None),
        ("Ardenia wants the sanctions lifted.", Kind.ATTITUDE, None),
        ("Torr denied that her country had paid.", Kind.NON_ASSERTION, Why.DENIED),
        ("The ministry did not say whether the base would close.", Kind.NON_ASSERTION, Why.NOT_SAID),
        ("The president has never said that the treaty is dead.", Kind.NON_ASSERTION, Why.NOT_SAID),
        ("The minister refused to say whether troops had crossed the river.", Kind.NON_ASSERTION, Why.NOT_SAID),
        ("Her critics could call it a retreat.", Kind.NON_ASSERTION, Why.HYPOTHETICAL),
        ("If the premier says the pact is dead, markets will fall.", Kind.NON_ASSERTION, Why.HYPOTHETICAL),
        ("A reporter asked if the leave had been planned.", Kind.NON_ASSERTION, Why.ASKED),
        ("“Why would we send anyone?” Torr asked.", Kind.STATEMENT, None),
        ("Torr asked the council to wait.", Kind.STATEMENT, None),
        ("“No,” Torr said.", Kind.STATEMENT, None),
    ],
)
def test_the_cue_and_its_clause_tell_the_kind(
    extract: Callable[..., list[Found]], text: str, kind: Kind, why: Why | None
) -> None:
    assert [(one.attribution.kind, one.attribution.why) for one in extract(text)] == [(kind, why)]


def test_what_a_third_party_says_inside_is_second_hand(extract: Callable[..., list[Found]]) -> None:
    outer, inner = extract("Envoy Clara Wolf said that President Otto Hahn had told her the prisoners would be freed.")
    assert outer.attribution.outer is None
    assert (inner.attribution.kind, inner.attribution.outer) == (Kind.SECOND_HAND, 0)
    assert inner.source == "President Otto Hahn"


def test_what_was_said_in_a_book_keeps_its_writer(extract: Callable[..., list[Found]]) -> None:
    outer, inner = extract("The envoy wrote in a memoir that King Olaf had told her the pact was worthless.")
    assert (outer.source, outer.content) == ("The envoy", "King Olaf had told her the pact was worthless")
    assert (inner.source, inner.attribution.kind, inner.attribution.outer) == ("King Olaf", Kind.SECOND_HAND, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The fleet observed two minutes of silence for the drowned.",
        "General Torr saluted the flag at noon.",
        "The mayor welcomed visitors from three towns.",
        "She welcomed President Otto Hahn at the gate.",
        "The committee considered six offers for the harbour.",
        "Kestria denied access to the monitors.",
        "Kestria denied the monitors visas.",
    ],
)
def test_deeds_are_no_statements(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor welcomed the ruling on the harbour.", "the ruling on the harbour"),
        ("The committee considered the plan a mistake.", "the plan a mistake"),
        ("Kestria denied the report.", "the report"),
        ("Torr observed that the hall was empty.", "the hall was empty"),
    ],
)
def test_the_same_verbs_may_say_something(extract: Callable[..., list[Found]], text: str, content: str) -> None:
    assert [one.content for one in extract(text)] == [content]


def test_an_attitude_inside_a_statement_is_not_told_twice(extract: Callable[..., list[Found]]) -> None:
    (one,) = extract("The Foreign Ministry regrets the expulsion, spokeswoman Greta Mohr said.")
    assert one.source == "spokeswoman Greta Mohr"


def test_second_hand_in_the_body_points_past_the_headline(extract: Callable[..., list[Found]]) -> None:
    found = extract(
        "Torr said that President Otto Hahn had promised her that the ships would leave.", title="Torr says it is over"
    )
    inner = [one.attribution for one in found if one.attribution.kind is Kind.SECOND_HAND]
    assert [one.outer for one in inner] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in the ministry confirmed the report.",
        "The council is expected to announce a vote.",
        "The Front said nothing.",
    ],
)
def test_what_nobody_said_is_not_put_out(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In March, a Kestrian official said that the canal, which is already open, makes the road pointless, "
        "Basin Mail reported.",
        "In May, a Brenmari envoy said that the gate, which was shut in April, hurts the farmers, the Herald reported.",
    ],
)
def test_a_report_around_a_statement_is_the_outer_one_and_no_part_of_its_words(
    extract: Callable[..., list[Found]], text: str
) -> None:
    inner, outer = extract(text)
    assert (inner.attribution.kind, inner.attribution.outer) == (Kind.SECOND_HAND, 1)
    assert (outer.attribution.kind, outer.attribution.outer) == (Kind.STATEMENT, None)
    assert not any("reported" in piece for piece in (*inner.content, *outer.content))
