"""What the view shows: rows, who is bound, copies, versions, and joined people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.model import About, DateInterval, Kind, Said, Stance, Topic
from kg.store.embedded import EmbeddedStore
from kg.store.upkeep import Reading
from kg.triples import record_quads
from kg.vocab.dmr import DMR
from kg.vocab.ids import RULE_GRAPH, article_path, expand, topic_id
from tests.store.world import (
    ACTORS,
    COMMITTEE,
    DELEGATE,
    DEPARTMENT,
    MINISTRY,
    NORVIK,
    SPOKESPERSON,
    TESSALY,
    Saying,
    article,
    iri,
    person,
    rows,
    telling,
    writer_in_memory,
)
from tests.triples import sample

if TYPE_CHECKING:
    from kg.model import ActorId
    from kg.store.writer import GraphWriter

TEXT = "The cod belong to nobody, someone said. They will come back in spring."
WORDS = "The cod belong to nobody"


@pytest.fixture
def writer() -> GraphWriter:
    return writer_in_memory()


def _store(writer: GraphWriter, *readings: Reading) -> EmbeddedStore:
    for reading in readings:
        writer.add(reading.article, reading.run, reading.quads)
    writer.flush()
    return EmbeddedStore(writer.folder, writer.quads, writer.texts)


@pytest.mark.parametrize(
    ("saying", "bound"),
    [
        pytest.param(Saying(WORDS, NORVIK), {NORVIK}, id="a state binds itself"),
        pytest.param(Saying(WORDS, MINISTRY), {NORVIK}, id="an organ binds its state"),
        pytest.param(Saying(WORDS, DEPARTMENT), {MINISTRY, NORVIK}, id="part of a ministry binds ministry and state"),
        pytest.param(Saying(WORDS, COMMITTEE), set(), id="a committee binds neither its council nor members"),
        pytest.param(
            Saying(WORDS, "Anna Lund", post=SPOKESPERSON, principal=DEPARTMENT),
            {DEPARTMENT, MINISTRY, NORVIK},
            id="a spokesperson binds everybody upwards",
        ),
        pytest.param(
            Saying(WORDS, "Per Holm", post=DELEGATE), {TESSALY}, id="a delegate binds the state, not the council"
        ),
        pytest.param(Saying(WORDS, "Per Holm"), set(), id="a person without office binds nobody"),
    ],
)
def test_whom_the_words_bind(writer: GraphWriter, saying: Saying, bound: set[ActorId]) -> None:
    store = _store(writer, telling(article(TEXT), [saying]))
    assert {row[0] for row in rows(store, "SELECT ?who { ?s :onBehalfOf ?who }")} == {iri(actor) for actor in bound}


def test_a_row_names_speaker_content_article_and_day(writer: GraphWriter) -> None:
    source = article(TEXT, url="https://a.example/1", published="2024-05-01", title="Cod")
    store = _store(writer, telling(source, [Saying(WORDS, NORVIK, TESSALY, "negative")]))
    found = rows(
        store,
        "SELECT ?who ?words ?about ?opposed ?day ?title { "
        "?s a :Statement ; :speaker/rdfs:label ?who ; :content ?words ; "
        ":about/rdfs:label ?about ; :opposes/rdfs:label ?opposed ; :saidLatest ?day ; :reportedIn/rdfs:label ?title }",
    )
    assert found == [("Norvik", WORDS, "Tessaly", "Tessaly", "2024-05-01", "Cod")]


def test_a_label_says_who_and_what_and_is_cut_at_a_blank(writer: GraphWriter) -> None:
    words = "the nets that were cut at night belong to the fishermen of the western fjord and to nobody else at all"
    store = _store(writer, telling(article(f"Norvik said {words}."), [Saying(words, NORVIK)]))
    ((label,),) = rows(store, "SELECT ?label { ?s :content ?words ; rdfs:label ?label }")
    assert label is not None
    assert label.startswith("Norvik: the nets that were cut")
    assert label.endswith(" …")
    assert len(label) <= 90


def test_second_hand_and_not_asserted_words_take_no_side(writer: GraphWriter) -> None:
    for number, kind in enumerate((Kind.SECOND_HAND, Kind.NON_ASSERTION)):
        saying = Saying(WORDS, NORVIK, TESSALY, "negative", kind=kind)
        _store(writer, telling(article(f"{TEXT} {number}."), [saying]))
    store = _store(writer)
    assert rows(store, "SELECT ?s { ?s :opposes ?target }") == []
    assert len(rows(store, "SELECT ?s { ?s :about ?target }")) == 2


def test_copies_are_one_row_that_names_the_other_articles(writer: GraphWriter) -> None:
    first = article(TEXT, url="https://z.example/first", published="2024-05-01", publisher="Fjord Post")
    copy = article(TEXT, url="https://a.example/copy", published="2024-05-02", publisher="Coast Radio")
    store = _store(writer, telling(copy, [Saying(WORDS, NORVIK)]), telling(first, [Saying(WORDS, NORVIK)]))
    found = rows(store, "SELECT ?in ?also { ?s a :Statement ; :reportedIn ?in ; :alsoReportedIn ?also }")
    assert found == [(expand(article_path(first)), expand(article_path(copy)))]
    assert {
        row[0]
        for row in rows(store, "SELECT ?name { ?a a :Article ; <https://schema.org/publisher>/rdfs:label ?name }")
    } == {
        "Fjord Post",
        "Coast Radio",
    }


def test_a_corrected_article_takes_the_place_of_the_old_one_which_stays_in_the_record(writer: GraphWriter) -> None:
    old = article(TEXT, url="https://a.example/1", published="2024-05-01")
    new = article(
        "The cod belong to all, they said.", url="https://a.example/1", published="2024-05-01", updated="2024-05-02"
    )
    store = _store(writer, telling(new, [Saying("The cod belong to all", NORVIK)]))
    store = _store(writer, telling(old, [Saying(WORDS, NORVIK)]))
    assert rows(store, "SELECT ?words { ?s :content ?words }") == [("The cod belong to all",)]
    everywhere = rows(store, "SELECT ?words { GRAPH ?run { ?s :content ?words ; :cueSpan ?cue } }")
    assert everywhere == [("The cod belong to all",), (WORDS,)]


def test_people_of_one_name_state_and_role_are_one_node_in_the_view(writer: GraphWriter) -> None:
    one = article(TEXT, url="https://a.example/1")
    other = article(TEXT + " Soon.", url="https://b.example/1")
    store = _store(writer, telling(one, [Saying(WORDS, "Anna Lund")]), telling(other, [Saying(WORDS, "ANNA LUND")]))
    assert len(rows(store, "SELECT DISTINCT ?who { ?s :speaker ?who }")) == 1
    assert rows(store, "SELECT ?label { ?who a :Person ; rdfs:label ?label }") == [("Anna Lund",)]


def test_a_judgement_taken_out_gives_the_article_its_own_person_back(writer: GraphWriter) -> None:
    source = article(TEXT, url="https://a.example/1")
    store = _store(writer, telling(source, [Saying(WORDS, "Anna Lund")]))
    own = iri(person(source, "Anna Lund"))
    joined = rows(store, "SELECT ?who { ?s :speaker ?who }")
    assert joined != [(own,)]
    judgements = list(writer.quads.quads_for_pattern(None, None, None, ox.NamedNode(expand(RULE_GRAPH))))
    assert [(quad.subject, quad.predicate.value) for quad in judgements] == [(ox.NamedNode(own), str(DMR.joinedAs))]
    writer.quads.remove(judgements[0])
    writer.rebuild_view()
    assert rows(store, "SELECT ?who { ?s :speaker ?who }") == [(own,)]


def test_only_reference_actors_that_are_named_are_in_the_view_with_those_above_them(writer: GraphWriter) -> None:
    store = _store(writer, telling(article(TEXT), [Saying(WORDS, DEPARTMENT)]))
    labels = {row[0] for row in rows(store, "SELECT ?label { ?actor a ?class ; rdfs:label ?label "
        "FILTER(?class != :Article) "
                                     "FILTER NOT EXISTS { ?actor :content ?words } }")}  # fmt: skip
    assert labels == {ACTORS[actor].label for actor in (DEPARTMENT, MINISTRY, NORVIK)}
    assert len(rows(store, "SELECT ?above { ?actor :organOf|:partOf ?above }")) == 2


def test_evidence_is_reached_through_the_record(writer: GraphWriter) -> None:
    source = article(TEXT)
    store = _store(writer, telling(source, [Saying(WORDS, NORVIK)]))
    ((cue,),) = rows(store, "SELECT ?cue { ?s a :Statement . GRAPH ?run { ?s :cueSpan ?cue } }")
    assert cue == expand(f"text/{source.version}/c23-24")
    assert rows(store, "SELECT ?cue { ?s :cueSpan ?cue }") == []


def test_what_a_statement_is_about_is_what_its_mentions_denote_and_a_topic_is_shown_only_where_it_is_judged(
    writer: GraphWriter,
) -> None:
    first, *others = sample.FACTS.statements
    judged, named = (
        Topic(id=topic_id(sample.VERSION, words), label=words, evidence=sample.cut(words))
        for words in ("lake treaty", "offer of talks")
    )
    changed = replace(
        first,
        about=(*first.about, *(About(target=topic.id, evidence=topic.evidence) for topic in (judged, named))),
        stances=(Stance(target=judged.id, polarity="positive", act="praise", evidence=judged.evidence),),
        polarity="positive",
    )
    facts = replace(sample.FACTS, statements=(changed, *others), topics={topic.id: topic for topic in (judged, named)})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    store = _store(writer, Reading(article=sample.ARTICLE, run=sample.RUN.fingerprint, quads=quads))
    this = f"<{expand(f'statement/{first.id}')}>"
    assert rows(store, f"SELECT ?whom {{ {this} :about ?whom }}") == [(iri(sample.KESTRIA),)]
    assert rows(store, f"SELECT ?label {{ {this} :favours/rdfs:label ?label }}") == [("lake treaty",)]
    assert rows(store, "SELECT ?topic { ?topic rdfs:label ?label FILTER(CONTAINS(STR(?topic), '/topic/')) }") == [
        (expand(judged.id),)
    ]
    assert rows(store, f"SELECT ?name {{ GRAPH ?run {{ {this} :aboutSpan/:denotesTopic ?name }} }}") == [
        ("lake treaty",),
        ("offer of talks",),
    ]


def test_words_that_denote_an_actor_and_a_topic_keep_targets_apart(writer: GraphWriter) -> None:
    first, *others, last = sample.FACTS.statements
    (about,) = first.about
    topic = Topic(id=topic_id(sample.VERSION, "lakes"), label="lakes", evidence=about.evidence)
    other = replace(last, about=(About(target=topic.id, evidence=about.evidence),), stances=(), polarity=None)
    facts = replace(sample.FACTS, statements=(first, *others, other), topics={topic.id: topic})
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    store = _store(writer, Reading(article=sample.ARTICLE, run=sample.RUN.fingerprint, quads=quads))
    for statement, expected in ((first, [(iri(sample.KESTRIA),)]), (other, [])):
        this = f"<{expand(f'statement/{statement.id}')}>"
        assert rows(store, f"SELECT ?whom {{ {this} :about ?whom }}") == expected


def test_what_is_only_bounded_by_publication_has_that_day_and_nothing_else_has(writer: GraphWriter) -> None:
    since = Said(interval=DateInterval(earliest=date(2024, 5, 1), latest=None), resolution="explicit")
    first, second, *others = sample.FACTS.statements
    facts = replace(sample.FACTS, statements=(first, replace(second, said=since), *others))
    quads = record_quads(sample.ARTICLE, facts, sample.RESOLVED, sample.RUN)
    store = _store(writer, Reading(article=sample.ARTICLE, run=sample.RUN.fingerprint, quads=quads))
    undated = f"<{expand(f'statement/{second.id}')}>"
    assert rows(
        store, f"SELECT ?first ?last {{ {undated} :saidEarliest ?first OPTIONAL {{ {undated} :saidLatest ?last }} }}"
    ) == [("2024-05-01", None)]
    days = rows(store, "SELECT DISTINCT ?day { ?s :content ?words ; :saidLatest ?day }")
    assert days == [("2024-05-03",)]
    recorded = rows(store, "SELECT ?day { GRAPH ?run { ?s :cueSpan ?cue ; :saidLatest ?day } }")
    assert recorded == [("2024-05-03",)]  # the one that a phrase dates
