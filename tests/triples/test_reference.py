from __future__ import annotations

import re
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import DCTERMS, RDFS, SKOS

from kg.model import Actor, ActorId, ActorKind, Instrument, InstrumentKind, Post, PostId, Tenure
from kg.resolve import KnownVeto, Seat, load_authority
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
POST = Post(
    id=PostId("ard-fm"), label="Foreign Minister of Ardenia", role="foreign_minister", speaks_for=STATE.id,
    origin="posts",
)  # fmt: skip
REGIME = Instrument(
    id=ids.reference_instrument_id("lake regime"), kind=InstrumentKind.SANCTIONS_REGIME, label="Lake regime"
)


PERSON = Actor(id=ActorId("person/orin"), kind=ActorKind.PERSON, label="Pavel Orin", origin="my own file")
TENURE = Tenure(
    holder=PERSON.id, post=POST.id, start="2021", end="2023-06-30", as_of="2023-07", origin="my own file",
    source="file.csv",
)  # fmt: skip
OLD = Actor(
    id=ActorId("state/OLD"), kind=ActorKind.STATE, label="Old Ardenia", valid_from="1922-12-30", valid_until="1991",
    successors=(STATE.id,), is_verified=False, origin="states",
)  # fmt: skip
SEAT = Seat(state=STATE.id, first=2023, last=2024, permanent=False)
STANDING_SEAT = Seat(state=OLD.id, first=1946, last=None, permanent=True)
VETO = KnownVeto(
    id="veto-s-2024-255", day="2024-03-28", states=(STATE.id,), draft="S/2024/255", topic="Lakes", is_verified=False
)


@dataclass
class Known:
    actors: dict[ActorId, Actor]
    posts: dict[PostId, Post]
    regimes: tuple[Instrument, ...]
    seats: tuple[Seat, ...] = ()
    vetoes: tuple[KnownVeto, ...] = ()
    tenures: tuple[Tenure, ...] = ()


def quads() -> list[ox.Quad]:
    actors = {actor.id: actor for actor in (BODY, OLD, PERSON, STATE)}
    known = Known(actors, {POST.id: POST}, (REGIME,), (SEAT, STANDING_SEAT), (VETO,), (TENURE,))
    return list(reference_quads(known))


def said_of(path: str) -> dict[str, list[str]]:
    """Values by the last part of their property's name."""
    found: dict[str, list[str]] = {}
    for quad in quads():
        if quad.subject == ox.NamedNode(ids.expand(path)):
            name = re.split("[#/]", quad.predicate.value)[-1]
            found.setdefault(name, []).append(quad.object.value if not isinstance(quad.object, ox.Triple) else "")
    return found


def test_each_set_has_a_graph_of_its_own() -> None:
    graphs = {str(quad.graph_name): quad.subject.value for quad in quads() if isinstance(quad.subject, ox.NamedNode)}
    names = {"committees", "council-seats", "my-own-file", "posts", "states", "vetoes"}
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


def test_days_are_dates_and_years_and_months_stand_under_properties_of_their_own() -> None:
    old = said_of("actor/state/OLD")
    assert (old["validFrom"], old["validUntilAbout"]) == (["1922-12-30"], ["1991"])
    assert old["isReplacedBy"] == [ids.expand("actor/state/ARD")]
    assert old["isVerified"] == ["false"]
    tenure = said_of(ids.tenure_path(TENURE))
    assert (tenure["validFromAbout"], tenure["validUntil"], tenure["asOfAbout"]) == (
        ["2021"],
        ["2023-06-30"],
        ["2023-07"],
    )
    assert tenure["source"] == ["file.csv"]
    for quad in quads():
        if isinstance(quad.object, ox.Literal) and quad.object.datatype.value.endswith("#date"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", quad.object.value)


def test_an_elected_seat_has_its_days_and_a_permanent_one_the_year_alone() -> None:
    seat = said_of("membership/unsc-ard-2023")
    assert (seat["validFrom"], seat["validUntil"]) == (["2023-01-01"], ["2024-12-31"])
    assert seat["label"] == ["Ardenia: elected member of the Security Council 2023 to 2024"]
    standing = said_of("membership/unsc-old-1946")
    assert standing["validFromAbout"] == ["1946"]
    assert {"validFrom", "validUntil"}.isdisjoint(standing)


def test_a_veto_of_the_list_is_told_by_the_list_and_says_if_no_source_was_seen() -> None:
    veto = said_of("event/veto-s-2024-255")
    assert veto["accordingTo"] == [ids.expand(ids.reference_graph("vetoes"))]
    assert veto["actor"] == [ids.expand("actor/state/ARD")]
    assert (veto["occursEarliest"], veto["isVerified"]) == (["2024-03-28"], ["false"])
    assert said_of("instrument/s-2024-255")["label"] == ["Draft resolution S/2024/255"]


def test_everything_that_ships_is_sound_and_every_set_says_whose_it_is() -> None:
    shipped = list(reference_quads(load_authority()))
    assert find_violations(shipped) == ()
    graphs = {quad.graph_name for quad in shipped}
    for predicate in (RDFS.label, DCTERMS.license, DCTERMS.source, DMR.asOf):
        assert {q.subject for q in shipped if q.predicate == ox.NamedNode(predicate) and q.subject in graphs} == graphs
    labelled = {quad.subject for quad in shipped if quad.predicate == ox.NamedNode(RDFS.label)}
    assert {quad.subject for quad in shipped} == labelled


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
