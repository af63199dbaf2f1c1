from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import DCTERMS, RDFS, SKOS

from kg.model import Actor, ActorId, ActorKind, Instrument, InstrumentKind, Post, PostId
from kg.triples import find_violations, ontology_quads, reference_quads, run_quads
from kg.triples.run import Run
from kg.vocab import ids
from kg.vocab.dmr import DMR
from kg.vocab.voc import Mode

STATE = Actor(
    id=ActorId("state/ARD"), kind=ActorKind.STATE, label="Ardenia", aliases=("Republic of Ardenia",), origin="states",
    wikidata="Q1",
)  # fmt: skip
BODY = Actor(
    id=ActorId("body/ard-mfa"), kind=ActorKind.GOVERNMENT_BODY, label="Foreign Ministry of Ardenia",
    organ_of=STATE.id, origin="my own file", wikidata="not an item",
)  # fmt: skip
POST = Post(id=PostId("ard-fm"), label="Foreign Minister of Ardenia", role="foreign_minister", speaks_for=STATE.id)
REGIME = Instrument(
    id=ids.reference_instrument_id("lake regime"), kind=InstrumentKind.SANCTIONS_REGIME, label="Lake regime"
)


@dataclass
class Known:
    actors: dict[ActorId, Actor]
    posts: dict[PostId, Post]
    regimes: tuple[Instrument, ...]


def quads() -> list[ox.Quad]:
    known = Known({BODY.id: BODY, STATE.id: STATE}, {POST.id: POST}, (REGIME,))
    return list(reference_quads(known))


def test_each_set_has_a_graph_of_its_own() -> None:
    graphs = {str(quad.graph_name): quad.subject.value for quad in quads() if isinstance(quad.subject, ox.NamedNode)}
    names = {"committees", "my-own-file", "posts", "states"}
    assert graphs.keys() == {f"<{ids.expand(ids.reference_graph(name))}>" for name in names}


def test_a_shipped_set_says_its_licence_and_its_day() -> None:
    graph = ox.NamedNode(ids.expand(ids.reference_graph("states")))
    said = {quad.predicate.value for quad in quads() if quad.subject == graph}
    assert said == {str(RDFS.label), str(DCTERMS.license), str(DCTERMS.source), str(DMR.asOf)}


def test_reference_actors_have_their_other_names_and_their_wikidata_item() -> None:
    state = ox.NamedNode(ids.expand(ids.actor_target(STATE.id)))
    said = {quad.predicate.value: quad.object for quad in quads() if quad.subject == state}
    assert said[str(SKOS.altLabel)] == ox.Literal("Republic of Ardenia", language="en")
    assert said[str(SKOS.exactMatch)] == ox.NamedNode("http://www.wikidata.org/entity/Q1")
    body = ox.NamedNode(ids.expand(ids.actor_target(BODY.id)))
    assert str(SKOS.exactMatch) not in {quad.predicate.value for quad in quads() if quad.subject == body}


def test_reference_data_is_sound_and_the_same_each_time() -> None:
    assert find_violations(quads()) == ()
    assert quads() == quads()


def test_the_ontology_explains_its_terms_and_concepts_without_blank_nodes() -> None:
    found = list(ontology_quads())
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in found)
    assert {str(quad.graph_name) for quad in found} == {f"<{ids.expand(ids.ONTOLOGY_GRAPH)}>"}
    labelled = {quad.subject for quad in found if quad.predicate.value == str(RDFS.label)}
    assert {ox.NamedNode(DMR.speaker), ox.NamedNode(Mode.DIRECT)} <= labelled


def test_a_run_is_known_by_everything_that_it_depends_on() -> None:
    one = Run(extractor="rules", version="1", options=(("a", "1"), ("b", "2")))
    assert one.fingerprint == Run(extractor="rules", version="1", options=(("b", "2"), ("a", "1"))).fingerprint
    others = [
        Run(extractor="other", version="1", options=one.options),
        Run(extractor="rules", version="2", options=one.options),
        Run(extractor="rules", version="1", options=one.options, model="small"),
        Run(extractor="rules", version="1", options=(("a", "1"),)),
        Run(extractor="rules", version="1", references=one.options),
    ]
    assert len({run.fingerprint for run in (one, *others)}) == 6
    assert find_violations(run_quads(one)) == ()
