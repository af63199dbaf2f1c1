from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, ORG, RDF, RDFS, XSD

from kg.errors import RecordError
from kg.model import (
    Actor,
    ActorKind,
    Article,
    ArticleFacts,
    DateInterval,
    Mention,
    MentionType,
    ResolvedActors,
    Said,
    Tenure,
)
from kg.triples import check_record, find_violations, record_quads
from kg.triples.run import Run
from kg.vocab import ids
from kg.vocab.dmr import DMR
from tests.triples import sample

NOTHING = ArticleFacts(statements=(), events=(), instruments={})
NOBODY = ResolvedActors(mentions=(), actors={}, posts={}, tenures=(), speakers=())


def record(facts: ArticleFacts = sample.FACTS, resolved: ResolvedActors = sample.RESOLVED) -> list[ox.Quad]:
    return record_quads(sample.ARTICLE, facts, resolved, sample.RUN)


DAYS = {str(one) for one in (DMR.saidLatest, DMR.saidEarliest, DMR.publishedOn, DMR.validUntil, DMR.occursLatest)}
LITTLE = Article(text="A dozen words are enough to see where a label made of them ends, and more.")


def values(quads: list[ox.Quad], path: str, predicate: str) -> list[str]:
    """What a node has of a property, as plain strings."""
    node = ox.NamedNode(ids.expand(path))
    found = [quad.object for quad in quads if quad.subject == node and quad.predicate.value == predicate]
    return [value.value for value in found if isinstance(value, ox.NamedNode | ox.Literal)]


def only(statement: int, **changes: object) -> ArticleFacts:
    """Facts of one statement of the sample, changed."""
    return replace(NOTHING, statements=(replace(sample.FACTS.statements[statement], **changes),))  # type: ignore[arg-type]  # names of fields


def test_a_record_is_small() -> None:
    # A full article with a vote, a veto, two instruments and people of its own: 30 quads a statement, all counted.
    assert len(record()) / len(sample.FACTS.statements) <= 30


def test_the_record_of_the_sample_is_sound_and_says_so_twice_alike() -> None:
    assert find_violations(record()) == ()
    assert record() == record()
    assert len(set(record())) == len(record())


def test_quads_lie_in_the_graphs_of_their_article_their_run_and_its_reading() -> None:
    fingerprint = sample.RUN.fingerprint
    assert {quad.graph_name.value for quad in record() if isinstance(quad.graph_name, ox.NamedNode)} == {
        ids.expand(ids.article_graph(sample.VERSION)),
        ids.expand(ids.extraction_graph(sample.VERSION, fingerprint)),
        ids.expand(ids.run_graph(fingerprint)),
    }


def test_no_node_is_without_a_name() -> None:
    assert all(isinstance(term, ox.NamedNode | ox.Literal) for quad in record() for term in (quad.subject, quad.object))


def test_days_are_dates_and_content_has_its_language() -> None:
    for quad in record():
        if quad.predicate.value in (
            DMR.saidLatest,
            DMR.saidEarliest,
            DMR.publishedOn,
            DMR.validUntil,
            DMR.occursLatest,
        ):
            assert isinstance(quad.object, ox.Literal)
            assert quad.object.datatype.value == str(XSD.date)
        if quad.predicate.value == str(DMR.content):
            assert isinstance(quad.object, ox.Literal)
            assert quad.object.language == "en"


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr"), ("en-GB", "en-gb"), (None, "en"), ("no tag!", "en")])
def test_the_language_of_the_article_marks_its_words(language: str | None, tag: str) -> None:
    quads = record_quads(replace(sample.ARTICLE, language=language), sample.FACTS, sample.RESOLVED, sample.RUN)
    assert {
        quad.object.language
        for quad in quads
        if quad.predicate.value == str(DMR.content) and isinstance(quad.object, ox.Literal)
    } == {tag}


def test_hostile_text_is_written_as_text() -> None:
    article = Article(
        text='a " \\ \n <b> \ud800 \u0000 \U0001f54a',
        title='"> <script>',
        url="https://a.example/ {bad} <url>",
        publisher='"><x> ../../..',
        published="never",
        language='en" .',
    )
    quads = record_quads(article, NOTHING, NOBODY, Run(extractor='x"', version="\n"))
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert text is not None
    assert set(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == set(quads)
    assert find_violations(quads) == ()


def test_nothing_is_filled_in_for_an_article_that_says_little() -> None:
    quads = record_quads(LITTLE, NOTHING, NOBODY, sample.RUN)
    predicates = {quad.predicate.value for quad in quads}
    assert not predicates & {str(DMR.publishedOn), str(DMR.publishedStamp), str(DMR.dateline)}
    assert values(quads, ids.article_path(LITTLE), str(RDFS.label)) == [
        "A dozen words are enough to see where a label made of …"
    ]


@pytest.mark.parametrize(
    ("published", "day", "stamp"),
    [
        ("2024-05-03", ["2024-05-03"], []),
        ("2024-05-03T09:00:00+02:00", ["2024-05-03"], ["2024-05-03T09:00:00+02:00"]),
        ("2024-05", [], ["2024-05"]),
    ],
)
def test_a_time_that_is_no_day_is_kept_as_given(published: str, day: list[str], stamp: list[str]) -> None:
    article = replace(sample.ARTICLE, published=published)
    quads = record_quads(article, NOTHING, NOBODY, sample.RUN)
    assert values(quads, ids.article_path(article), str(DMR.publishedOn)) == day
    assert values(quads, ids.article_path(article), str(DMR.publishedStamp)) == stamp


def test_a_stance_points_to_its_evidence_only_where_it_is_not_the_cue() -> None:
    accused = sample.FACTS.statements[1]
    (stance,) = accused.stances
    path = ids.stance_path(accused.id, stance.target)
    assert values(record(only(1)), path, str(DMR.evidence)) == []
    elsewhere = replace(stance, evidence=sample.cut("breaking"))
    quads = record(only(1, stances=(elsewhere,)))
    assert values(quads, path, str(DMR.evidence)) == [ids.expand(ids.span_path(sample.VERSION, sample.cut("breaking")))]


def test_a_mention_that_fits_two_is_stored_with_its_reason_and_no_speaker() -> None:
    span = sample.cut("She")
    unsure = Mention(
        span=span, actor=None, type=MentionType.PRONOUN, method="pronoun-she", score=0.5, reason="two persons fit",
        alternatives=(sample.MAREN, sample.RUEL),
    )  # fmt: skip
    facts = only(1, speakers=(), source=(span,))
    quads = record(facts, replace(sample.RESOLVED, mentions=(unsure,)))
    path = ids.span_path(sample.VERSION, span)
    assert values(quads, path, str(DMR.whyUnresolved)) == ["two persons fit"]
    assert len(values(quads, path, str(DMR.alternativeDenotes))) == 2
    assert values(quads, path, str(DMR.denotes)) == []
    assert find_violations(quads) == ()


def test_mentions_of_nobody_in_a_statement_are_not_stored() -> None:
    stray = Mention(span=sample.cut("Molvaria"), actor=sample.MOLVARIA, type=MentionType.NAME, method="alias")
    quads = record(only(1), replace(sample.RESOLVED, mentions=(stray,)))
    assert values(quads, ids.span_path(sample.VERSION, stray.span), str(DMR.denotes)) == []


def test_actors_of_the_article_are_told_with_what_is_above_them_and_others_are_not() -> None:
    quads = record()
    assert values(quads, ids.actor_target(sample.GROUP), str(DMR.partOf)) == [ids.expand("actor/body/lakes-council")]
    assert values(quads, ids.actor_target(sample.GROUP), str(RDF.type)) == [str(DMR.InternationalBody)]
    assert values(quads, ids.actor_target(sample.KESTRIA), str(RDFS.label)) == []


def test_a_tenure_is_told_unless_a_statement_shows_it() -> None:
    span = sample.cut("Sana Ruel")
    shown = Tenure(holder=sample.RUEL, post=sample.ENVOY, observed="2024-05-03", evidence=span)
    former = replace(shown, status="former")
    unspoken = replace(shown, holder=sample.VELDING)
    quads = record(sample.FACTS, replace(sample.RESOLVED, tenures=(shown, former, unspoken)))
    told = {quad.subject for quad in quads if quad.object == ox.NamedNode(DMR.Tenure)}
    assert told == {ox.NamedNode(ids.expand(ids.tenure_path(one, sample.VERSION))) for one in (former, unspoken)}
    path = ids.tenure_path(former, sample.VERSION)
    assert values(quads, path, str(DMR.status)) == ["https://w3id.org/demarche/voc/status/former"]
    assert values(quads, path, str(DMR.observedOn)) == ["2024-05-03"]
    assert values(quads, path, str(ORG.member)) == [ids.expand(ids.actor_target(sample.RUEL))]


def test_a_post_says_whom_it_binds() -> None:
    path = ids.post_path(sample.SPOKESMAN)
    assert values(record(), path, str(DMR.speaksFor)) == [ids.expand(ids.actor_target(sample.MINISTRY))]
    assert values(record(), path, str(ORG.postIn)) == [ids.expand(ids.actor_target(sample.MINISTRY))]


def test_events_are_told_by_somebody_and_say_so_in_their_label() -> None:
    veto, vote, *_ = sample.EVENTS
    quads = record()
    assert values(quads, veto.id, str(RDFS.label)) == ["veto by Kestria: draft resolution"]
    assert values(quads, vote.id, str(DMR.accordingTo)) == [ids.expand(ids.article_path(sample.ARTICLE))]
    told = replace(sample.FACTS, events=(replace(veto, according_to=sample.FACTS.statements[0].id),))
    assert values(record(told), veto.id, str(DMR.accordingTo)) == [
        ids.expand(ids.statement_path(sample.FACTS.statements[0].id))
    ]


def test_an_event_says_to_whom_it_was_done_where_it_was_and_which_account_came_first() -> None:
    sanctions, again, visit = sample.EVENTS[2:]
    quads = record()
    assert values(quads, sanctions.id, str(RDF.type)) == [str(DMR.Event)]
    assert values(quads, sanctions.id, str(RDFS.label)) == ["sanctions imposed by Ardenia (Kestria)"]
    assert values(quads, sanctions.id, str(DMR.actor)) == [ids.expand(ids.actor_target(sample.ARDENIA))]
    assert values(quads, sanctions.id, str(DMR.actedUpon)) == [ids.expand(ids.actor_target(sample.KESTRIA))]
    assert values(quads, sanctions.id, str(DMR.sameEvent)) == []
    assert values(quads, again.id, str(DMR.sameEvent)) == [ids.expand(sanctions.id)]
    assert values(quads, again.id, str(DMR.accordingTo)) == [
        ids.expand(ids.statement_path(sample.FACTS.statements[-1].id))
    ]
    assert values(quads, again.id, str(DMR.occursLatest)) == []
    assert values(quads, visit.id, str(DMR.takesPlaceIn)) == [ids.expand(ids.actor_target(sample.ARDENIA))]
    assert values(quads, visit.id, str(DMR.occursEarliest)) == ["2024-04-01"]


def test_a_subject_and_a_time_of_the_content_point_to_the_words_that_show_them() -> None:
    path = ids.statement_path(sample.FACTS.statements[-1].id)
    quads = record()
    own = ids.subject_path("lake-trade")
    assert sorted(values(quads, path, str(DCTERMS.subject))) == [
        ids.expand(own),
        "https://w3id.org/demarche/voc/subject/sanctions",
    ]
    assert values(quads, own, str(RDFS.label)) == ["lake trade"]
    shown = ids.span_path(sample.VERSION, sample.cut("lake trade"))
    assert values(quads, shown, str(DCTERMS.subject)) == [ids.expand(own)]
    (span,) = values(quads, path, str(DMR.speaksOf))
    assert span == ids.expand(ids.span_path(sample.VERSION, sample.cut("until July 2024")))
    place = ids.span_path(sample.VERSION, sample.cut("until July 2024"))
    assert values(quads, place, str(DMR.spokenEarliest)) == []
    assert values(quads, place, str(DMR.spokenLatest)) == ["2024-07-31"]


def test_a_printed_count_and_a_computed_one_are_told_apart() -> None:
    vote = sample.EVENTS[1]
    quads = record()
    assert values(quads, ids.tally_path(vote.id, "against"), str(DMR.isInferred)) == ["true"]
    assert values(quads, ids.tally_path(vote.id, "for"), str(DMR.isInferred)) == []
    assert values(quads, ids.tally_path(vote.id, "for"), str(DMR.tallyCount)) == ["11"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"words": ""}, "content"),
        ({"cue_class": "whispering"}, "cueClass"),
        ({"confidence": 1.2}, "confidence"),
        ({"rule": ""}, "rule"),
        ({"quotes": (sample.cut("Kestria"),)}, "indirect words"),
        ({"according_to": sample.FACTS.statements[0].id}, "first hand"),
        (
            {
                "said": Said(
                    interval=DateInterval(earliest=date(2024, 5, 4), latest=date(2024, 5, 3)), resolution="explicit"
                )
            },
            "saidEarliest",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_record_that_breaks_the_model_is_refused_with_the_reason(changes: dict[str, object], problem: str) -> None:
    quads = record(only(1, **changes))
    with pytest.raises(RecordError, match=problem) as caught:
        check_record(sample.ARTICLE, quads)
    assert caught.value.article == sample.ARTICLE.key
    assert len(caught.value.problems) == 1


def test_an_actor_whom_nobody_describes_is_refused() -> None:
    ghost = ids.local_actor_id(sample.VERSION, "Ghost", ActorKind.PERSON)
    (speaker,) = sample.FACTS.statements[1].speakers
    quads = record(only(1, speakers=(replace(speaker, actor=ghost),)))
    assert any("needs a label" in problem or "speaker" in problem for problem in find_violations(quads))


def test_whoever_an_unresolved_source_may_be_is_told_of_too() -> None:
    one, other = (ids.local_actor_id(sample.VERSION, name, ActorKind.PERSON) for name in ("Ada Holt", "Ben Holt"))
    statement = sample.FACTS.statements[0]
    unresolved = Mention(
        span=statement.source[0],
        actor=None,
        type=MentionType.PRONOUN,
        method="pronoun",
        alternatives=(one, other),
        reason="two persons fit",
    )
    actors = {
        actor: Actor(id=actor, kind=ActorKind.PERSON, label=name)
        for actor, name in ((one, "Ada Holt"), (other, "Ben Holt"))
    }
    resolved = replace(NOBODY, mentions=(unresolved,), actors=actors, speakers=((),))
    facts = only(0, speakers=(), about=(), stances=(), addressees=(), according_to=None)
    assert find_violations(record(facts, resolved)) == ()
