"""Families of wordings in news and official texts that ascribe content, and their look-alikes that ascribe none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.conftest import Found

ASCRIBED = [
    # Passives with the agent behind an adverbial or before the charge.
    ("The search of the trawler was condemned on Friday by the fishing board.",
     [("the fishing board", "The search of the trawler")]),
    ("The toll was rejected in a joint letter by the three river towns.", [("the three river towns", "The toll")]),
    ("The harbour master was accused by the crew of hiding the log.", [("the crew", "hiding the log")]),
    ("Plans for a second tunnel were announced by the transport ministry.",
     [("the transport ministry", "Plans for a second tunnel")]),
    # An adverbial between the verb and its object.
    ("The bishop deplored on Sunday Quillon’s silence over the camps.",
     [("The bishop", "Quillon’s silence over the camps")]),
    ("Premier Osk rejected on Tuesday the offer of a loan.", [("Premier Osk", "the offer of a loan")]),
    # Two cues of one subject.
    ("The Assembly of River Towns welcomes the new chart and calls on both ports to adopt it.",
     [("The Assembly of River Towns", "the new chart"),
      ("The Assembly of River Towns", "both ports to adopt it")]),
    ("Quillon condemned the strike, demanded an apology and warned that it would close the strait.",
     [("Quillon", "the strike"), ("Quillon", "an apology"), ("Quillon", "it would close the strait")]),
    # Light verbs and fixed phrases.
    ("Morvenia took note of the report on the wells.", [("Morvenia", "the report on the wells")]),
    ("The delegation took note with satisfaction of the release of the pilots.",
     [("The delegation", "the release of the pilots")]),
    ("Quillon reserves the right to close the strait.", [("Quillon", "to close the strait")]),
    ("The academy took issue with the ranking.", [("The academy", "the ranking")]),
    ("The foreign ministry distanced itself from the article.", [("The foreign ministry", "the article")]),
    ("Morvenia threw its weight behind the ferry plan.", [("Morvenia", "the ferry plan")]),
    ("The envoy stood by his account of the night.", [("The envoy", "his account of the night")]),
    ("The mayor spoke out against the dam.", [("The mayor", "the dam")]),
    ("The league came out against the merger.", [("The league", "the merger")]),
    ("Pelagia said no to a third inspection.", [("Pelagia", "a third inspection")]),
    ("The union has balked at the idea of a night shift.", [("The union", "the idea of a night shift")]),
    ("The minister made it clear that no ship would sail.", [("The minister", "no ship would sail")]),
    ("Quillon made clear that it would not pay.", [("Quillon", "it would not pay")]),
    ("The Commission has long been clear that the border stays open.",
     [("The Commission", "the border stays open")]),
    ("Pelagia is in favour of a shorter truce.", [("Pelagia", "a shorter truce")]),
    ("The guild is opposed to the levy.", [("The guild", "the levy")]),
    ("The coroner voiced doubts about the ballast figures.", [("The coroner", "doubts about the ballast figures")]),
    # A noun that is the cue, with "is".
    ("Pelagia’s position is that the islets belong to nobody.", [("Pelagia", "the islets belong to nobody")]),
    ("The view of the tribunal was that both sides had erred.", [("the tribunal", "both sides had erred")]),
    # A noun that is the cue, with its source beside it.
    ("Quillon’s rejection of the quota surprised the buyers.", [("Quillon", "the quota")]),
    ("A warning from the coast guard that the ice was thin came too late.",
     [("the coast guard", "the ice was thin")]),
    ("The ministry’s concern over the wells is old.", [("The ministry", "the wells")]),
    ("Morvenia withdrew its objection to the bridge.", [("Morvenia", "the bridge")]),
    ("The paper retracted its claim that the judge had been paid.", [("The paper", "the judge had been paid")]),
    ("Quillon renewed its call for a naval truce.", [("Quillon", "a naval truce")]),
    # "as X said", "in the words of", "according to", "for his part".
    ("The ferry is late, as the captain admitted on Monday.", [("the captain", "The ferry is late")]),
    ("In the view of the chamber, the tariff is a mistake.", [("the chamber", "the tariff is a mistake")]),
    ("In the words of the harbour master, “the quay is a ruin”.", [("the harbour master", "the quay is a ruin")]),
    ("The lock, according to the engineer, will open in May.", [("the engineer", "The lock | will open in May")]),
    ("The mayor, for her part, said the pump was broken.", [("The mayor", "the pump was broken")]),
    # Participles with a subject of their own, and behind a comma.
    ("The shares fell, with the bank saying the loan was late.", [("the bank", "the loan was late")]),
    ("The premier left the hall, calling the vote a farce.", [("The premier", "the vote a farce")]),
    # Objects with the words that go with them.
    ("The premier defended the purchase: “We need the boats.”", [("The premier", "the purchase | We need the boats")]),
    ("The senator criticised the ruling. “The judges slept,” she said.",
     [("The senator", "the ruling"), ("she", "The judges slept")]),
    ("The council declined to thank the contractor for the bridge.",
     [("The council", "the contractor for the bridge")]),
    # British spelling, posts, documents.
    ("Pelagia has signalled that the talks may move.", [("Pelagia", "the talks may move")]),
    ("The court labelled the pilot a smuggler.", [("The court", "the pilot a smuggler")]),
    ("“The strait is open,” Premier Osk wrote on Chirp.", [("Premier Osk", "The strait is open")]),
    ("“No boats today,” the ferry line posted on its channel.", [("the ferry line", "No boats today")]),
    ("The treaty stipulates that each port may search two ships a year.",
     [("The treaty", "each port may search two ships a year")]),
    ("The resolution requires all members to report their stocks.",
     [("The resolution", "all members to report their stocks")]),
    ("The premier apologised to the widows for the delay.", [("The premier", "the delay")]),
    # The object is a relative pronoun.
    ("The levy, which the ministry rejected on Monday, is old.", [("the ministry", "which")]),
    ("“Enough,” cried the miller.", [("the miller", "Enough")]),
]  # fmt: skip
SILENT = [
    "The lighthouse stood by the river.",
    "The guard stood by the door until morning.",
    "The hotel reserves the right side of the hall for guests.",
    "The family reserved a table by the window.",
    "The road was closed by the snow.",
    "The bridge was designed by the ministry.",
    "The pilot took notes of the weather.",
    "The minister came out of the hall.",
    "The team distanced its boats from the rocks.",
    "The job requires workers to travel.",
    "The engine requires two men to start it.",
    "The sky is clear over Lodra.",
    "The committee is in session.",
    "The ship was announced for May.",
    "The position of the islets is unknown.",
    "The view from the tower was blocked.",
    "A letter from the coast guard came too late.",
    "The farmer’s concern is a dairy in Lodra.",
    "The captain left, as the tide turned.",
    "The shares fell, with the bank holding half of them.",
    "Morvenia withdrew its ships from the bay.",
    "The envoy threw his coat behind the chair.",
    "He found the key in the drawer.",
    "A treaty between the two ports exists.",
]


@pytest.mark.parametrize(("text", "expected"), ASCRIBED, ids=[text for text, _ in ASCRIBED])
def test_content_has_its_source(
    extract: Callable[..., list[Found]], text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_looks_like_a_cue_but_says_nothing_is_left_out(extract: Callable[..., list[Found]], text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Former guards described cells without windows.", "Former guards", "cells without windows"),
        ("The report contradicts the minister.", "The report", "the minister"),
        ("The port undertook to repair the crane.", "The port", "to repair the crane"),
        ("The state agency floated the idea of a toll.", "The state agency", "the idea of a toll"),
        ("The premier outlined a plan for the ferries.", "The premier", "a plan for the ferries"),
        ("The survey attributes the decline to bad roads.", "The survey", "the decline to bad roads"),
        ("Analysts doubt the wisdom of the toll.", "Analysts", "the wisdom of the toll"),
    ],
)
def test_accounts_offers_and_doubts_take_an_object(
    extract: Callable[[str], list[Found]], text: str, source: str, content: str
) -> None:
    assert [(one.source, one.content) for one in extract(text)] == [(source, content)]


def test_who_recalls_an_envoy_says_nothing(extract: Callable[[str], list[Found]]) -> None:
    assert not extract("Orvania recalled its ambassador from Ostra and closed two consulates.")
