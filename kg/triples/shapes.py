"""Reads the SHACL shapes of the ontology into the checks of `kg.triples.checks`.

Only the part of SHACL core that our shapes use is known here; a shape that uses more is refused loudly, so that
nothing is ever left unchecked by accident.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

from kg.errors import ResourceMissing
from kg.resources import resource
from kg.triples.checks import NodeShape, Path, PropertyShape, is_literal_of, is_not_after, is_within, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rdflib.term import Node

    from kg.triples.checks import Constraint, Term, Test, Triples

_NOT_TESTS: Final = frozenset(
    {RDF.type, SH.message, SH.path, SH.property, SH.severity, SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf}
)
_TYPE_PATH: Final = Path(NamedNode(RDF.type))


def shapes_graph() -> Graph:
    """All shapes, as they stand in ontology/shapes."""
    graph = Graph()
    for file in sorted(resource("ontology/shapes").glob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


@lru_cache(maxsize=1)
def load_shapes() -> tuple[NodeShape, ...]:
    """The shapes that have targets, sorted by name; read once.

    Raises: ResourceMissing: a shape uses a part of SHACL that is not known here.
    """
    graph = shapes_graph()
    reader = _Reader(graph)
    names = sorted(str(name) for name in graph.subjects(RDF.type, SH.NodeShape))
    shapes = (reader.node_shape(URIRef(name)) for name in names)
    return tuple(shape for shape in shapes if shape.classes or shape.subjects_of or shape.objects_of)


class _Reader:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[Node, NodeShape] = {}

    def node_shape(self, name: Node) -> NodeShape:
        if name not in self._known:
            graph = self._graph
            self._known[name] = NodeShape(
                tests=self._tests(name),
                properties=tuple(self._property(one) for one in self._sorted(name, SH.property)),
                message=str(graph.value(name, SH.message) or "the node has the wrong form"),
                classes=tuple(_node(one) for one in self._sorted(name, SH.targetClass)),
                subjects_of=frozenset(_node(one) for one in graph.objects(name, SH.targetSubjectsOf)),
                objects_of=frozenset(_node(one) for one in graph.objects(name, SH.targetObjectsOf)),
            )
        return self._known[name]

    def _property(self, name: Node) -> PropertyShape:
        graph = self._graph
        path = graph.value(name, SH.path)
        inverse = graph.value(path, SH.inversePath)
        step = Path(_node(inverse), is_inverse=True) if inverse is not None else Path(_node(path))
        message = graph.value(name, SH.message)
        return PropertyShape(
            path=step,
            tests=self._tests(name),
            severity="warning" if graph.value(name, SH.severity) == SH.Warning else "violation",
            message=str(message) if message is not None else self._described(name, step),
        )

    def _described(self, name: Node, path: Path) -> str:
        """A sentence for a property without one: what is expected of it."""
        local = re.split(r"[#/]", path.predicate.value)[-1]
        least, most = self._graph.value(name, SH.minCount), self._graph.value(name, SH.maxCount)
        number = {
            ("1", "1"): "exactly one value",
            ("1", "None"): "at least one value",
            ("None", "1"): "at most one value",
        }
        wanted = [number.get((str(least), str(most)), "values")]
        datatype = self._graph.value(name, SH.datatype)
        if datatype is not None:
            wanted.append("of type " + re.split(r"[#/]", str(datatype))[-1])
        if (name, SH["in"], None) in self._graph:
            wanted.append("from its scheme")
        if (name, SH.lessThanOrEquals, None) in self._graph:
            wanted.append("not after its end")
        return f"{local} needs {' '.join(wanted)}"

    def _sorted(self, name: Node, predicate: URIRef) -> list[Node]:
        return sorted(self._graph.objects(name, predicate), key=str)

    def _tests(self, name: Node) -> tuple[Test, ...]:
        tests = []
        for predicate, value in sorted(self._graph.predicate_objects(name), key=str):
            if predicate in _NOT_TESTS:
                continue
            make = _MAKERS.get(str(predicate).removeprefix(str(SH)))
            if make is None:
                raise ResourceMissing(f"ontology/shapes: {predicate} is not among the checks of this program")
            tests.append(make(self, value))
        return tuple(tests)

    def terms(self, head: Node) -> list[Node]:
        return list(Collection(self._graph, head))


def _each(constraint: Constraint, holds: Callable[[Triples, Term], bool]) -> Test:
    """A test of each value for itself."""

    def test(triples: Triples, node: Term, values: tuple[Term, ...]) -> Iterator[Constraint]:
        for value in values:
            if not holds(triples, value):
                yield constraint

    return test


def _all(constraint: Constraint, holds: Callable[[tuple[Term, ...]], bool]) -> Test:
    """A test of the values together."""

    def test(triples: Triples, node: Term, values: tuple[Term, ...]) -> Iterator[Constraint]:
        if not holds(values):
            yield constraint

    return test


def _min_count(reader: _Reader, value: Node) -> Test:
    least = int(str(value))
    return _all("MinCount", lambda values: len(values) >= least)


def _max_count(reader: _Reader, value: Node) -> Test:
    most = int(str(value))
    return _all("MaxCount", lambda values: len(values) <= most)


def _has_value(reader: _Reader, value: Node) -> Test:
    wanted = _node(value)
    return _all("HasValue", lambda values: wanted in values)


def _class(reader: _Reader, value: Node) -> Test:
    wanted = _node(value)
    return _each("Class", lambda triples, one: wanted in triples.values(one, _TYPE_PATH))


def _datatype(reader: _Reader, value: Node) -> Test:
    wanted = str(value)
    return _each("Datatype", lambda triples, one: is_literal_of(one, wanted))


def _in(reader: _Reader, value: Node) -> Test:
    allowed = frozenset(_node(one) for one in reader.terms(value))
    return _each("In", lambda triples, one: one in allowed)


def _min_length(reader: _Reader, value: Node) -> Test:
    least = int(str(value))
    return _each("MinLength", lambda triples, one: len(text_of(one) or "") >= least)


def _min_inclusive(reader: _Reader, value: Node) -> Test:
    lowest = Decimal(str(value))
    return _each("MinInclusive", lambda triples, one: is_within(one, lowest, None))


def _max_inclusive(reader: _Reader, value: Node) -> Test:
    highest = Decimal(str(value))
    return _each("MaxInclusive", lambda triples, one: is_within(one, None, highest))


def _pattern(reader: _Reader, value: Node) -> Test:
    form = re.compile(str(value))
    return _each("Pattern", lambda triples, one: form.search(text_of(one) or "") is not None)


def _node_kind(reader: _Reader, value: Node) -> Test:
    if value != SH.IRI:
        raise ResourceMissing(f"ontology/shapes: {value} is not among the checks of this program")
    return _each("NodeKind", lambda triples, one: isinstance(one, NamedNode))


def _node_test(reader: _Reader, value: Node) -> Test:
    shape = reader.node_shape(value)
    return _each("Node", lambda triples, one: shape.conforms(triples, one))


def _not(reader: _Reader, value: Node) -> Test:
    shape = reader.node_shape(value)
    return _each("Not", lambda triples, one: not shape.conforms(triples, one))


def _or(reader: _Reader, value: Node) -> Test:
    shapes = [reader.node_shape(one) for one in reader.terms(value)]
    return _each("Or", lambda triples, one: any(shape.conforms(triples, one) for shape in shapes))


def _less_than_or_equals(reader: _Reader, value: Node) -> Test:
    other = Path(_node(value))

    def test(triples: Triples, node: Term, values: tuple[Term, ...]) -> Iterator[Constraint]:
        for later in triples.values(node, other):
            for earlier in values:
                if not is_not_after(earlier, later):
                    yield "LessThanOrEquals"

    return test


_MAKERS: Final[dict[str, Callable[[_Reader, Node], Test]]] = {
    "class": _class,
    "datatype": _datatype,
    "hasValue": _has_value,
    "in": _in,
    "lessThanOrEquals": _less_than_or_equals,
    "maxCount": _max_count,
    "maxInclusive": _max_inclusive,
    "minCount": _min_count,
    "minInclusive": _min_inclusive,
    "minLength": _min_length,
    "node": _node_test,
    "nodeKind": _node_kind,
    "not": _not,
    "or": _or,
    "pattern": _pattern,
}


def _node(term: Node | None) -> NamedNode:
    if not isinstance(term, URIRef):
        raise ResourceMissing(f"ontology/shapes: {term} should be a name")
    return NamedNode(str(term))
