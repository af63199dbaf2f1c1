"""Speech act, certainty, condition, negation and topics: written to the record and read back."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import NamedNode

from kg.model import About, Topic
from kg.triples import record_quads
from kg.triples.from_rdf import read_statements
from kg.vocab.dmr import DMR
from kg.vocab.ids import expand, topic_id
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


def test_topic_is_told_with_its_label_and_read_back_as_a_target() -> None:
    statement, *others = sample.FACTS.statements
    topic = Topic(id=topic_id(sample.VERSION, "lake treaty"), label="lake treaty", evidence=sample.cut("lake treaty"))
    about = (*statement.about, About(target=topic.id, evidence=topic.evidence))
    facts = replace(sample.FACTS, statements=(replace(statement, about=about), *others), topics={topic.id: topic})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    (found,) = [one for one in read_statements(quads) if one.id == statement.id]
    assert About(target=topic.id, evidence=topic.evidence) in found.about
    node = NamedNode(expand(topic.id))
    assert {quad.object for quad in quads if quad.subject == node} >= {NamedNode(DMR.Topic)}
    assert "lake treaty" in {getattr(quad.object, "value", "") for quad in quads if quad.subject == node}
