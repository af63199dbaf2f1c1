"""Pairs of our own by kind: what each kind of difference comes to, none wrong, nearly all found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.claims import ClaimText, Relation, compare
from kg.extract.embedding import SentenceEncoder

PAIRS = [
    (row["kind"], row["label"], row["first"], row["second"])
    for row in csv.DictReader(Path(__file__).with_name("pairs_by_kind.csv").read_text("utf-8").splitlines())
]
FOUND = 0.8
"""Share of the links that are proposed, at least."""


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def label(first: ClaimText, second: ClaimText, encoder: SentenceEncoder) -> str:
    link = compare(first, second, encoder.nearness)
    if link is None:
        return "unrelated"
    return "backwards" if link.backwards else link.relation.value


def test_no_kind_of_pair_is_taken_for_another_and_most_are_found(encoder: SentenceEncoder) -> None:
    answers = [
        (kind, gold, label(ClaimText(text=first), ClaimText(text=second), encoder))
        for kind, gold, first, second in PAIRS
    ]
    assert [answer for answer in answers if answer[2] not in (answer[1], "unrelated")] == []
    links = [answer for answer in answers if answer[1] != "unrelated"]
    assert sum(gold == given for _, gold, given in links) >= FOUND * len(links)


@pytest.mark.parametrize(
    ("kind", "gold", "first", "second"), [pair for pair in PAIRS if pair[1] in ("same", "contradicts")]
)
def test_same_and_contradicts_are_found_from_either_side(
    encoder: SentenceEncoder, kind: str, gold: str, first: str, second: str
) -> None:
    one, other = ClaimText(text=first), ClaimText(text=second)
    assert label(one, other, encoder) == label(other, one, encoder)


@pytest.mark.parametrize(("first", "second"), [pair[2:] for pair in PAIRS if pair[1] == "supports"])
def test_a_support_has_one_direction(encoder: SentenceEncoder, first: str, second: str) -> None:
    one, other = ClaimText(text=first), ClaimText(text=second)
    turned = {"supports": "backwards", "unrelated": "unrelated"}
    assert label(other, one, encoder) == turned[label(one, other, encoder)]


def test_what_is_denied_contradicts_what_is_put_forward(encoder: SentenceEncoder) -> None:
    claim = ClaimText(text="Estmark jammed the radio beacons of Norland")
    denied = ClaimText(text="Estmark had jammed the radio beacons of Norland at night", is_denied=True)
    link = compare(claim, denied, encoder.nearness)
    assert link is not None
    assert link.relation is Relation.CONTRADICTS
    assert "one of them is denied" in link.reasons


@pytest.mark.parametrize(("cue", "relation"), [("back", "supports"), ("dispute", "contradicts"), ("say", None)])
def test_an_account_that_a_third_side_backs_or_disputes_is_that_of_its_speaker(cue: str, relation: str | None) -> None:
    claim = ClaimText(text="A Kestrian cutter rammed the ferry off Holm", speakers=frozenset({"Norland"}))
    view = ClaimText(text="Norland's account of the ramming of the ferry", cues=frozenset({cue}))
    link = compare(claim, view)
    assert (link and link.relation.value) == relation
    other = ClaimText(text=claim.text, speakers=frozenset({"Estmark"}))
    assert compare(other, view) is None


def test_a_demand_is_no_deed(encoder: SentenceEncoder) -> None:
    demand = ClaimText(text="Valdoria open the northern channel", cues=frozenset({"urge"}))
    deed = ClaimText(text="Valdoria has opened the northern channel", cues=frozenset({"say"}))
    assert compare(demand, deed, encoder.nearness) is None


def test_what_the_accused_side_admits_supports_the_charge(encoder: SentenceEncoder) -> None:
    charge = ClaimText(text="Kestria shelled the mill at Osk")
    words = "the guns of his battery had fired on the mill"
    admitted = ClaimText(text=words, source="a Kestrian colonel", cues=frozenset({"admit"}))
    link = compare(charge, admitted, encoder.nearness)
    assert link is not None
    assert (link.relation, link.backwards) == (Relation.SUPPORTS, False)
    other = ClaimText(text=words, source="a colonel of Norland", cues=frozenset({"admit"}))
    assert compare(charge, other, encoder.nearness) is None
