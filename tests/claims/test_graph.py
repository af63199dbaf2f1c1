"""Claims in a graph: shared, proposed, kept, judged, taken back; the same in whatever order articles come."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

import kg
from kg.claims import ClaimBook, propose
from kg.claims.communications import communications
from kg.claims.vectors import FILE
from kg.errors import JudgementError, ParameterError, UnknownJudgement
from tests.claims.conftest import ARTICLES

if TYPE_CHECKING:
    from pathlib import Path

    from kg.build.pipeline import Pipeline

DAY = date(2025, 4, 1)
VETO = "Norland vetoed the fishing pact with Valdoria"
CLOSED = "Norland had closed the port of Tarn to Norland's ships"
NOT_CLOSED = "Norland had not closed the port of Tarn to ships from Valdoria"


def found(folder: Path) -> dict[str, str]:
    """Text -> IRI of the claims, where a text is one claim."""
    with kg.open(folder) as graph:
        return {claim.text: claim.iri for claim in graph.claims()}


def links(folder: Path) -> list[tuple[str, str, str, str]]:
    with kg.open(folder) as graph:
        rows = graph.query("claim-links").to_records()
    return sorted((str(r["relation"]), str(r["status"]), str(r["first_words"]), str(r["second_words"])) for r in rows)


def test_equal_claims_of_two_statements_are_one_node(built: Path) -> None:
    with kg.open(built) as graph:
        claim = next(claim for claim in graph.claims() if claim.text == VETO)
        assert [(voice.who, voice.title) for voice in claim.voices] != []
        assert {voice.who for voice in claim.voices} == {"Norland", "Valdoria"}
        assert graph.claim(claim.iri) == claim
        assert len(claim.articles) == 2


def test_equal_words_with_an_open_pronoun_are_two_claims(built: Path) -> None:
    with kg.open(built) as graph:
        alike = [claim for claim in graph.claims() if claim.text.endswith("empties our own waters")]
    assert len(alike) == 2
    assert {len(claim.voices) for claim in alike} == {1}


def test_a_claim_that_no_statement_has_is_refused(built: Path) -> None:
    with kg.open(built) as graph, pytest.raises(ParameterError, match="kg claims list"):
        graph.claim("claim:0000000000000000")


def test_the_order_of_articles_changes_neither_claims_nor_proposals(pipeline: Pipeline, tmp_path: Path) -> None:
    seen = set()
    for number, order in enumerate(permutations(ARTICLES)):
        folder = tmp_path / str(number)
        kg.build_graph(order, folder, pipeline=pipeline)
        with kg.open(folder) as graph:
            claims = tuple(graph.claims())
            proposals = tuple((*one.key, one.link) for one in graph.claim_candidates())
            speeches = tuple(communications(graph.communications()))
            seen.add((claims, proposals, speeches))
    assert len(seen) == 1


def test_proposals_do_not_depend_on_the_order_of_claims(built: Path) -> None:
    with kg.open(built) as graph:
        claims = graph.claims()
    assert propose(claims) == propose(claims[::-1])


def test_a_contradiction_is_proposed_kept_accepted_and_taken_back(graph: Path) -> None:
    pair = ("contradicts", "proposed", "it had closed the port of Tarn to its ships", "")
    claims = found(graph)
    with kg.open(graph) as opened:
        proposals = [one for one in opened.claim_candidates() if one.link.relation == "contradicts"]
    assert [{one.first.text, one.second.text} for one in proposals] == [{CLOSED, NOT_CLOSED}]
    assert pair[0] == proposals[0].link.relation
    with ClaimBook(graph) as book:
        assert book.keep(proposals) == 1
    assert [row[:2] for row in links(graph)] == [("contradicts", "proposed")]
    with ClaimBook(graph) as book:
        entry = book.judge(claims[CLOSED], claims[NOT_CLOSED], "contradicts", "accepted", by="Ada", day=DAY)
        again = book.judge(claims[NOT_CLOSED], claims[CLOSED], "contradicts", "accepted", by="Ada", day=DAY)
        assert again == entry
        assert len(book.judgements) == 1
    assert [row[:2] for row in links(graph)] == [("contradicts", "accepted")]
    with kg.open(graph) as opened:
        assert "contradicts" not in {one.link.relation for one in opened.claim_candidates()}
    with ClaimBook(graph) as book:
        gone = book.undo(entry.iri.rpartition("/")[2][:8], by="Ben", day=DAY, why="other port")
        assert book.undo(entry.iri, by="Eve", day=DAY) == gone
    assert [row[:2] for row in links(graph)] == [("contradicts", "proposed")]
    with kg.open(graph) as opened:
        assert [one.verdict for one in opened.claim_judgements()] == ["accepted", "withdrawn"]
        assert "contradicts" in {one.link.relation for one in opened.claim_candidates()}


def test_what_was_rejected_is_neither_proposed_nor_shown(graph: Path) -> None:
    claims = found(graph)
    with kg.open(graph) as opened:
        proposals = opened.claim_candidates()
    with ClaimBook(graph) as book:
        book.keep(proposals)
        book.judge(claims[CLOSED], claims[NOT_CLOSED], "contradicts", "rejected", by="Ada", day=DAY)
    assert "contradicts" not in {row[0] for row in links(graph)}


def test_the_same_can_be_judged_again_after_it_was_withdrawn(graph: Path) -> None:
    claims = found(graph)
    with ClaimBook(graph) as book:
        first = book.judge(claims[CLOSED], claims[VETO], "supports", "accepted", by="Ada", day=DAY)
        book.undo(first.iri, by="Ada", day=DAY)
        second = book.judge(claims[CLOSED], claims[VETO], "supports", "accepted", by="Ada", day=DAY)
        assert second.repetition == 1
        assert second.iri != first.iri


def test_a_judgement_that_says_the_contrary_of_one_that_holds_is_refused(graph: Path) -> None:
    claims = found(graph)
    with ClaimBook(graph) as book:
        book.judge(claims[CLOSED], claims[VETO], "same", "accepted", by="Ada", day=DAY)
        with pytest.raises(JudgementError, match="Ada judged this link accepted on 2025-04-01"):
            book.judge(claims[VETO], claims[CLOSED], "same", "rejected", by="Ben", day=DAY)


@pytest.mark.parametrize(
    ("first", "relation", "verdict", "problem"),
    [
        ("claim:0000000000000000", "same", "accepted", "is no claim"),
        ("no claim at all", "same", "accepted", "is no claim"),
        ("claim:0000000000000000", "same-communication", "accepted", "is no statement"),
        ("claim:0000000000000000", "refutes", "accepted", "a link is one of"),
        ("claim:0000000000000000", "same", "withdrawn", "accepted or rejected"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_the_reason(
    graph: Path, first: str, relation: str, verdict: str, problem: str
) -> None:
    claims = found(graph)
    with ClaimBook(graph) as book, pytest.raises(JudgementError, match=problem):
        book.judge(first, claims[VETO], relation, verdict, by="Ada", day=DAY)


def test_a_claim_is_not_linked_to_itself_and_nobody_is_no_judge(graph: Path) -> None:
    claims = found(graph)
    with ClaimBook(graph) as book:
        with pytest.raises(JudgementError, match="from one claim to another"):
            book.judge(claims[VETO], claims[VETO], "same", "accepted", by="Ada", day=DAY)
        with pytest.raises(JudgementError, match="names who judged"):
            book.judge(claims[CLOSED], claims[VETO], "same", "accepted", by=" ", day=DAY)
        with pytest.raises(UnknownJudgement, match="kg claims ledger"):
            book.undo("claimjudgement:ffff", by="Ada", day=DAY)


def test_one_briefing_in_two_outlets_is_proposed_as_one_communication(graph: Path) -> None:
    with kg.open(graph) as opened:
        (speech,) = opened.communications()
        assert speech.shared == "we will not accept a pact that empties our own waters"
        assert speech.first.who == speech.second.who == "Ada Lindqvist"
    with ClaimBook(graph) as book:
        assert book.keep((), [speech]) == 2
    with kg.open(graph) as opened:
        (row,) = opened.query("same-communication").to_records()
    assert (row["status"], row["who"]) == ("proposed", "Ada Lindqvist")
    with ClaimBook(graph) as book:
        ends = speech.first.statement, speech.second.statement
        book.judge(*ends, "same-communication", "rejected", by="Ada", day=DAY, why="two briefings")
    with kg.open(graph) as opened:
        assert opened.communications() == []
        assert opened.query("same-communication").to_records() == []


def test_keeping_proposals_again_takes_the_place_of_earlier_ones_and_the_view_stays(graph: Path) -> None:
    with kg.open(graph) as opened:
        proposals = opened.claim_candidates()
        before = sorted(opened.graph)
    with ClaimBook(graph) as book:
        first = book.keep(proposals)
        assert book.keep(proposals) == first
        assert book.keep(()) == 0
    with kg.open(graph) as opened:
        assert sorted(opened.graph) == before
    assert links(graph) == []


def test_vectors_are_kept_and_a_broken_file_is_computed_again(graph: Path) -> None:
    with kg.open(graph) as opened:
        first = opened.claim_candidates()
        assert (graph / FILE).exists()
        assert opened.claim_candidates() == first
        (graph / FILE).write_bytes(b"nothing")
        assert opened.claim_candidates() == first


def test_restatements_are_in_the_view_and_can_be_left_out(built: Path) -> None:
    with kg.open(built) as graph:
        (row,) = graph.query("restatements").to_records()
    assert (row["again_words"], row["who"]) == ("it vetoed the fishing pact", "Norland")


def test_a_claim_is_first_said_on_its_first_day_by_whoever_says_it_then(built: Path) -> None:
    with kg.open(built) as graph:
        rows = [row for row in graph.query("first-said").to_records() if row["times"] == 2]
    assert {row["who"] for row in rows} == {"Norland", "Valdoria"}
    assert {row["day"] for row in rows} == {date(2025, 3, 7)}


def test_a_local_claim_in_the_words_of_its_statement_costs_no_quad_and_can_be_linked(graph: Path) -> None:
    harvest = "the barley harvest had failed again"
    claims = found(graph)
    written = "ASK { GRAPH ?any { ?statement <https://w3id.org/demarche/ns#expresses> <%s> } }"
    with kg.open(graph) as opened:
        assert not opened.store.ask(written % claims[harvest])
    with ClaimBook(graph) as book:
        book.judge(claims[VETO], claims[harvest], "supports", "accepted", by="Ada", day=DAY)
    with kg.open(graph) as opened:
        assert opened.store.ask(written % claims[harvest])
    assert {row[3] for row in links(graph)} == {harvest}
    assert found(graph) == claims
