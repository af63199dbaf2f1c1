"""Speech act, certainty, condition, negation and topics: written to the record and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from kg.model import About, Stance, Topic
from kg.triples import find_violations, record_quads
from kg.triples.from_rdf import read_statements
from kg.vocab.dmr import DMR
from kg.vocab.ids import expand, span_path, topic_id
from tests.triples import sample


def test_commitment_is_read_back_and_a_plain_assertion_says_nothing_of_it() -> None:
    plain, *others = sample.FACTS.statements
    firm = replace(
        plain,
        speech_act="offer-conditional",
        certainty="conditional",
        negated=True,
        conditional=True,
        condition=plain.content[0],
    )
    told = []
    for statement in (plain, firm):
        facts = replace(sample.FACTS, statements=(statement, *others))
        quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
        (found,) = [one for one in read_statements(quads) if one.id == plain.id]
        told.append((found.speech_act, found.certainty, found.negated, found.conditional, found.condition))
    assert told[0][:3] == ("assert", "certain", False)
    assert told[1] == ("offer-conditional", "conditional", True, True, plain.content[0])


def test_topic_is_told_by_the_words_that_name_it_and_read_back_as_a_target() -> None:
    statement, *others = sample.FACTS.statements
    topic = Topic(id=topic_id(sample.VERSION, "lake treaty"), label="lake treaty", evidence=sample.cut("lake treaty"))
    about = (*statement.about, About(target=topic.id, evidence=topic.evidence))
    facts = replace(sample.FACTS, statements=(replace(statement, about=about), *others), topics={topic.id: topic})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    (found,) = [one for one in read_statements(quads) if one.id == statement.id]
    assert About(target=topic.id, evidence=topic.evidence) in found.about
    span = NamedNode(expand(span_path(sample.VERSION, topic.evidence)))
    assert {quad.predicate.value for quad in quads if quad.subject == span} == {str(DMR.denotesTopic)}
    assert not [quad for quad in quads if quad.subject == NamedNode(expand(topic.id))]
    assert find_violations(quads) == ()


def test_stance_towards_a_topic_is_read_back_and_the_words_that_name_it_are_enough() -> None:
    statement, *others = sample.FACTS.statements
    topic = Topic(id=topic_id(sample.VERSION, "lake treaty"), label="lake treaty", evidence=sample.cut("lake treaty"))
    stance = Stance(target=topic.id, polarity="positive", act="praise", evidence=topic.evidence)
    changed = replace(
        statement, about=(About(target=topic.id, evidence=topic.evidence),), stances=(stance,), polarity="positive"
    )
    facts = replace(sample.FACTS, statements=(changed, *others), topics={topic.id: topic})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    (found,) = [one for one in read_statements(quads) if one.id == statement.id]
    assert (found.about, found.stances) == (changed.about, changed.stances)
    assert not [quad for quad in quads if quad.subject == NamedNode(expand(topic.id))]
    assert find_violations(quads) == ()


@pytest.mark.parametrize("is_judged", [True, False])
def test_words_that_name_an_actor_and_a_topic_keep_the_targets_of_statements_apart(is_judged: bool) -> None:
    first, *others, last = sample.FACTS.statements
    (about,) = first.about
    topic = Topic(id=topic_id(sample.VERSION, "lakes"), label="lakes", evidence=about.evidence)
    stances = (Stance(target=topic.id, polarity="positive", act="praise", evidence=topic.evidence),)
    other = replace(
        last,
        about=(About(target=topic.id, evidence=about.evidence),),
        stances=stances if is_judged else (),
        polarity="positive" if is_judged else None,
    )
    facts = replace(sample.FACTS, statements=(first, *others, other), topics={topic.id: topic})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    read = {one.id: one.about for one in read_statements(quads)}
    assert (read[first.id], read[other.id]) == (first.about, other.about)
    assert find_violations(quads) == ()
