from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.model import Article, Attribution, Kind, ResolvedActors, Span
from kg.resolve import load_authority
from kg.statements import assemble_facts
from kg.statements.reading.cues import cue_table, stance_of_cue
from kg.statements.stance.evaluation import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader
    from tests.statements.conftest import Read

CUE_CLASSES = {"neutral", "factive", "distancing", "evaluative", "directive", "commissive"}
ACTS = {"blame", "criticise", "praise", "endorse", "demand-of", "reject", "threaten", "sympathise"}


def test_table_of_cues_holds_known_values_only() -> None:
    table = cue_table()
    assert len(table) >= 350
    for row in table.values():
        assert row.cue_class in CUE_CLASSES
        assert row.act is None or row.act in ACTS
        assert row.target in ("", "object", "content", "addressee")
        assert (row.polarity is None) == (row.act is None) or row.act == "sympathise", row


def test_lexicon_holds_known_values_only() -> None:
    for rows in lexicon().values():
        for _, word in rows:
            assert word.word_class in ("noun", "verb", "adjective")
            assert word.value in ("negative", "positive", "goal", "harm", "action")
            assert word.act is None or word.act in ACTS


@pytest.mark.parametrize(
    ("lemma", "words", "cue_class"),
    [
        ("call", ["called", "for"], "directive"),
        ("call", ["called"], "neutral"),
        ("point out", ["pointed", "out"], "factive"),
        ("claim", ["claimed"], "distancing"),
        ("pledge", ["pledged"], "commissive"),
        ("frobnicate", ["frobnicated"], "neutral"),
        (None, [], "neutral"),
    ],
)
def test_cue_class(lemma: str | None, words: list[str], cue_class: str) -> None:
    assert stance_of_cue(lemma, words).cue_class == cue_class


@pytest.mark.parametrize(
    ("text", "cue", "stances"),
    [
        ("Ardenia accused Kestria of moving the markers at night.", "accuse", {("Kestria", "negative", "blame")}),
        ("Ardenia praised Kestria for its patience.", "praise", {("Kestria", "positive", "praise")}),
        ("Ardenia condemned Kestria’s attack on the harbour.", "condemn", {("Kestria", "negative", "criticise")}),
        ("Ardenia condemned the killing of Kestria’s ambassador.", "condemn", set()),
        ("Ardenia lamented the refusal of Kestria to hold talks.", "lament", {("Kestria", "negative", "criticise")}),
        ("Ardenia welcomed the decision of Kestria to open the canal.", "welcome", {("Kestria", "positive", "praise")}),
        ("Ardenia brushed aside talk that Kestria is aggressive.", "brush aside", {("Kestria", "positive", "endorse")}),
        ("Ardenia urged Kestria to open the canal.", "urge", {("Kestria", "neutral", "demand-of")}),
        ("Ardenia said Kestria had violated the treaty.", "say", {("Kestria", "negative", "blame")}),
        ("Ardenia said Kestria had not violated the treaty.", "say", {("Kestria", "positive", "endorse")}),
        ("Ardenia said Kestria is a threat to the strait.", "say", {("Kestria", "negative", "criticise")}),
        ("Ardenia said nobody had violated the treaty.", "say", set()),
        ("Ardenia said it would act if Kestria violated the treaty.", "say", set()),
        ("Ardenia said the talks would help to end the aggression of Kestria.", "say", set()),
        ("Ardenia said there had been no violation of the treaty by Kestria.", "say", set()),
        ("Ardenia said Kestria was no more aggressive than others.", "say", set()),
        ("Ardenia said Kestria showed gutless restraint.", "say", set()),
        ("Ardenia said it had the backing of Kestria.", "say", set()),
        ("Ardenia said Kestria was lying about its offer.", "say", {("Kestria", "negative", "blame")}),
        ("Ardenia said the escalation was prompted by Kestria.", "say", {("Kestria", "negative", "blame")}),
        ("Ardenia said the escalation was denounced by Kestria.", "say", set()),
        ("Ardenia criticized some members of the Kestria council.", "criticize", set()),
        ("“We condemn Kestria,” Ardenia said.", "say", {("Kestria", "negative", "criticise")}),
        ("“Has Kestria violated the treaty?” Ardenia asked.", "ask", set()),
        ("Ardenia said Kestria's offer was not constructive.", "say", {("Kestria", "negative", "criticise")}),
    ],
)  # fmt: skip
def test_who_judges_whom(read: Callable[..., Read], text: str, cue: str, stances: set[tuple[str, str, str]]) -> None:
    found = read(f"{text} Ardenia and Kestria share a strait. Both states, Ardenia and Kestria, sent envoys.")
    assert found.stances(found.by_cue(cue)) == stances


def test_conditional_readiness_is_not_positive(read: Callable[..., Read]) -> None:
    found = read("France said it would support the draft resolution if Germany cooperated.")
    statement = found.by_cue("say")
    assert statement.conditional
    assert statement.polarity is None
    assert statement.stances == ()


def test_call_for_dialogue_is_positive_and_call_for_sanctions_is_not(read: Callable[..., Read]) -> None:
    assert read("France called for dialogue and de-escalation.").by_cue("call").polarity == "positive"
    assert read("France called for sanctions after the talks.").by_cue("call").polarity is None


def test_denials_are_negative_and_judge_nobody(read: Callable[..., Read]) -> None:
    statement = read("France denied that Germany had violated the treaty.").by_cue("deny")
    assert statement.kind is Kind.NON_ASSERTION
    assert (statement.stances, statement.polarity) == ((), "negative")


def test_speaker_is_a_target_only_where_something_is_done_to_it(read: Callable[..., Read]) -> None:
    found = read("France said France had kept its word.")
    assert found.about(found.by_cue("say")) == []
    found = read("France said Germany had insulted France.")
    assert found.about(found.by_cue("say")) == ["Germany", "France"]


def test_demonym_counts_for_the_acts_of_its_state(read: Callable[..., Read]) -> None:
    found = read("Germany said French troops had left the port.")
    assert found.about(found.by_cue("say")) == ["France"]
    found = read("Germany said French cheese was cheap.")
    assert found.about(found.by_cue("say")) == []


def test_sanctions_named_by_state_are_one_target(read: Callable[..., Read]) -> None:
    found = read("UN sanctions on North Korea have failed, Germany said. The measures remain an obstacle, it added.")
    said, added = found.by_cue("say"), found.by_cue("add")
    assert found.about(said)[0] == found.about(added)[0]
    assert {stance.polarity for stance in (*said.stances, *added.stances)} == {"negative"}


def test_evidence_of_a_target_lies_in_the_content_or_the_cues_object(read: Callable[..., Read]) -> None:
    found = read("Germany accused France of blocking the port. France told Italy that Spain had opened it.")
    for statement in found.facts.statements:
        for about in statement.about:
            words = found.article.cut(about.evidence)
            assert words in statement.words or words == "France"


def test_pieces_of_one_content_are_joined_with_an_ellipsis(read: Callable[..., Read]) -> None:
    statement = read("“The port,” the envoy of France said, “will stay open.”").by_cue("say")
    assert statement.words == "The port […] will stay open"


def test_statements_run_parallel_to_attributions_and_ranks_tell_twins_apart(reader: TextReader) -> None:

    text = reader.read(Article(text="France said and said again it rained."))
    content = (Span(27, 36),)
    twins = tuple(
        Attribution(source=(Span(0, 6),), cue=(cue,), content=content, cue_lemma="say", rule="test")
        for cue in (Span(16, 20), Span(7, 11))
    )
    resolved = ResolvedActors(mentions=(), actors={}, posts={}, tenures=(), speakers=((), ()))
    facts = assemble_facts(text, twins, resolved, load_authority())
    swapped = assemble_facts(text, twins[::-1], resolved, load_authority())
    assert [s.cue for s in facts.statements] == [twin.cue for twin in twins]
    assert {s.cue: s.id for s in facts.statements} == {s.cue: s.id for s in swapped.statements}
    assert len({s.id for s in facts.statements}) == 2


def test_attributions_that_hold_each_other_are_refused_as_a_broken_promise(reader: TextReader) -> None:
    text = reader.read(Article(text="France said Italy said it rained."))
    one = Attribution(source=(), cue=(Span(7, 11),), content=(Span(12, 32),), cue_lemma="say", rule="test", outer=1)
    ring = (one, replace(one, cue=(Span(18, 22),), content=(Span(23, 32),), outer=0))
    resolved = ResolvedActors(mentions=(), actors={}, posts={}, tenures=(), speakers=((), ()))
    with pytest.raises(ValueError, match="hold each other"):
        assemble_facts(text, ring, resolved, load_authority())
