"""The fast checks say what pySHACL says, on sound records and on records broken in every way we could think of."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import SH, XSD, Graph, URIRef

from kg.errors import ResourceMissing
from kg.triples import record_quads, shapes
from kg.triples.checks import find_faults
from kg.triples.shapes import load_shapes
from kg.triples.validation import to_rdflib, validate, validate_graph
from kg.vocab.dmr import DMR
from tests.triples import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    Faults = set[tuple[str, str, str | None, str]]

# Of a value that cannot be compared, SHACL wants a fault of its order too. We report one; pySHACL reports none, or
# gives up. So only values that can be compared are put in these places.
NUMBERS = {str(DMR.confidence), str(DMR.tallyCount), str(DMR.memberCount)}
DAYS = {str(one) for one in (DMR.saidEarliest, DMR.saidLatest, DMR.occursEarliest, DMR.occursLatest, DMR.validUntil)}

RECORD = record_quads(sample.ARTICLE, sample.FACTS, sample.RESOLVED, sample.RUN)


def fast(quads: list[ox.Quad]) -> Faults:
    return {(f.severity, f.node, f.path, f.constraint) for f in find_faults(load_shapes(), quads)}


def shacl(quads: list[ox.Quad]) -> Faults:
    return {(f.severity, f.node, f.path, f.constraint) for f in validate_graph(to_rdflib(quads)).findings}


def literal(value: str, datatype: URIRef) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(datatype))


def drop(chance: random.Random, quads: list[ox.Quad]) -> list[ox.Quad]:
    gone = set(chance.sample(range(len(quads)), 12))
    return [quad for number, quad in enumerate(quads) if number not in gone]


def exchange_values(chance: random.Random, quads: list[ox.Quad]) -> list[ox.Quad]:
    """Give some quads the value of another quad."""
    changed = list(quads)
    for number in chance.sample(range(len(quads)), 12):
        one, other = quads[number], chance.choice(quads)
        if one.predicate.value not in NUMBERS | DAYS:
            changed[number] = ox.Quad(one.subject, one.predicate, other.object, one.graph_name)
    return changed


def add_second_values(chance: random.Random, quads: list[ox.Quad]) -> list[ox.Quad]:
    """Give some nodes one more value of a property that they have."""
    more = []
    for one in chance.sample(quads, 12):
        like = [quad for quad in quads if quad.predicate == one.predicate]
        more.append(ox.Quad(one.subject, one.predicate, chance.choice(like).object, one.graph_name))
    return [*quads, *more]


def misspell(chance: random.Random, quads: list[ox.Quad]) -> list[ox.Quad]:
    """Break the form of some values."""
    numbers = [literal("-3", XSD.integer), literal("1.5", XSD.decimal), literal("-0.1", XSD.decimal)]
    days = [literal("1990-01-01", XSD.date), literal("2030-12-31", XSD.date)]
    anything: list[ox.Literal | ox.NamedNode | ox.BlankNode] = [
        *numbers,
        *days,
        literal("2024-13-01", XSD.date),
        literal("2024-05-01", XSD.string),
        literal("lots", XSD.integer),
        literal("maybe", XSD.boolean),
        ox.Literal(""),
        ox.Literal("", language="en"),
        ox.Literal("words"),
        ox.NamedNode("https://example.org/x"),
        ox.BlankNode("b"),
    ]
    changed = list(quads)
    for number in chance.sample(range(len(quads)), 12):
        one = quads[number]
        name = one.predicate.value
        value = chance.choice(numbers if name in NUMBERS else days if name in DAYS else anything)
        changed[number] = ox.Quad(one.subject, one.predicate, value, one.graph_name)
    return changed


@pytest.mark.filterwarnings("ignore:Parsing weird boolean")
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("damage", [drop, exchange_values, add_second_values, misspell], ids=lambda f: f.__name__)
def test_damaged_records_have_the_same_faults_for_both(
    damage: Callable[[random.Random, list[ox.Quad]], list[ox.Quad]], seed: int
) -> None:
    quads = damage(random.Random(seed), RECORD)
    assert fast(quads) == shacl(quads)


def test_a_sound_record_has_no_fault_for_either() -> None:
    assert fast(RECORD) == shacl(RECORD) == set()


def test_what_a_text_leaves_open_is_a_warning() -> None:
    quads = [quad for quad in RECORD if quad.predicate.value not in (str(DMR.speaker), str(DMR.publishedOn))]
    found = fast(quads)
    assert found == shacl(quads)
    assert {severity for severity, *_ in found} == {"warning"}


def test_a_whole_store_is_checked_article_by_article() -> None:
    store = ox.Store()
    missing = {str(DMR.content), str(DMR.publishedOn)}
    store.bulk_extend(quad for quad in RECORD if quad.predicate.value not in missing)

    class Held:
        quads = store

    report = validate(Held())
    assert len(report.violations) == len(sample.FACTS.statements)
    assert [finding.path for finding in report.warnings] == [str(DMR.publishedOn)]


def test_a_shape_that_says_more_than_we_check_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Graph() + shapes.shapes_graph()
    one = URIRef("https://w3id.org/demarche/shapes#Span")
    graph.add((one, SH.closed, one))
    monkeypatch.setattr(shapes, "shapes_graph", lambda: graph)
    with pytest.raises(ResourceMissing, match="closed"):
        load_shapes.__wrapped__()
