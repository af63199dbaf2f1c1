"""The shapes of the ontology as plain fast checks: what pySHACL says of a record, a few hundred times sooner.

The shapes in ontology/shapes are the only definition; `kg.triples.shapes` reads them into the small objects here.
Tests prove that both ways find the same faults. Everything works on the terms of the store's engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as Value
from rdflib import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

Term: TypeAlias = NamedNode | BlankNode | Value | Triple
Severity = Literal["violation", "warning"]
Constraint = Literal[
    "Class", "Datatype", "HasValue", "In", "LessThanOrEquals", "MaxCount", "MaxInclusive", "MinCount", "MinInclusive",
    "MinLength", "Node", "NodeKind", "Not", "Or", "Pattern",
]  # fmt: skip
"""Which rule of SHACL is broken: its constraint component."""

_TYPE: Final = NamedNode(RDF.type)
_LEXICAL: Final = {
    str(XSD.boolean): re.compile(r"true|false|0|1"),
    str(XSD.decimal): re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    str(XSD.integer): re.compile(r"[+-]?\d+"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of one node."""

    severity: Severity
    node: str
    """IRI of the node that is at fault."""
    path: str | None
    """IRI of the property that is at fault, None where the node itself is."""
    constraint: Constraint
    message: str

    def __str__(self) -> str:
        return f"{self.node}: {self.message}"


class Triples:
    """The quads of a record without their graphs, by subject and by object."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.outward: dict[Term, dict[NamedNode, dict[Term, None]]] = {}
        self._inward: dict[tuple[NamedNode, Term], dict[Term, None]] = {}
        for quad in quads:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            self.outward.setdefault(subject, {}).setdefault(predicate, {})[value] = None
            if not isinstance(value, Value):
                self._inward.setdefault((predicate, value), {})[subject] = None

    def values(self, node: Term, path: Path) -> tuple[Term, ...]:
        """What a path leads to from a node, each once."""
        if path.is_inverse:
            return tuple(self._inward.get((path.predicate, node), ()))
        return tuple(self.outward.get(node, {}).get(path.predicate, ()))

    def instances(self, classes: Iterable[NamedNode]) -> Iterator[Term]:
        """Nodes of these very classes."""
        for one in classes:
            yield from self._inward.get((_TYPE, one), ())

    def subjects_of(self, predicates: frozenset[NamedNode]) -> Iterator[Term]:
        """Nodes that one of these properties leads away from."""
        for node, facts in self.outward.items():
            if not predicates.isdisjoint(facts):
                yield node

    def objects_of(self, predicates: frozenset[NamedNode]) -> Iterator[Term]:
        """Nodes and values that one of these properties leads to."""
        for facts in self.outward.values():
            for predicate in predicates & facts.keys():
                yield from facts[predicate]


@dataclass(frozen=True, slots=True)
class Path:
    """One step along a property, or against it."""

    predicate: NamedNode
    is_inverse: bool = False


class Test(Protocol):
    """One constraint: names itself once for each fault among the values of a node."""

    def __call__(self, triples: Triples, node: Term, values: tuple[Term, ...]) -> Iterator[Constraint]:
        """The faults."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyShape:
    """What has to hold of the values that a path leads to."""

    path: Path
    tests: tuple[Test, ...]
    severity: Severity = "violation"
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeShape:
    """What has to hold of a node, and which nodes are meant."""

    tests: tuple[Test, ...] = ()
    properties: tuple[PropertyShape, ...] = ()
    message: str = ""
    classes: tuple[NamedNode, ...] = ()
    subjects_of: frozenset[NamedNode] = field(default_factory=frozenset)
    objects_of: frozenset[NamedNode] = field(default_factory=frozenset)

    def targets(self, triples: Triples) -> dict[Term, None]:
        """The nodes that the shape is about, each once."""
        found = dict.fromkeys(triples.instances(self.classes))
        if self.subjects_of:
            found.update(dict.fromkeys(triples.subjects_of(self.subjects_of)))
        if self.objects_of:
            found.update(dict.fromkeys(triples.objects_of(self.objects_of)))
        return found

    def findings(self, triples: Triples, node: Term) -> Iterator[Finding]:
        """Every fault of one node."""
        for test in self.tests:
            for constraint in test(triples, node, (node,)):
                yield Finding(
                    severity="violation", node=_name(node), path=None, constraint=constraint, message=self.message
                )
        for shape in self.properties:
            values = triples.values(node, shape.path)
            for test in shape.tests:
                for constraint in test(triples, node, values):
                    yield Finding(
                        severity=shape.severity,
                        node=_name(node),
                        path=shape.path.predicate.value,
                        constraint=constraint,
                        message=shape.message,
                    )

    def conforms(self, triples: Triples, node: Term) -> bool:
        """True if the node has no fault, of whatever severity."""
        return next(self.findings(triples, node), None) is None


def find_faults(shapes: Iterable[NodeShape], quads: Iterable[Quad]) -> tuple[Finding, ...]:
    """All faults of a record, violations first, then by node and message; each once."""
    triples = Triples(quads)
    found = {
        finding for shape in shapes for node in shape.targets(triples) for finding in shape.findings(triples, node)
    }
    return tuple(sorted(found, key=lambda f: (f.severity, f.node, f.message, f.path or "", f.constraint)))


def is_literal_of(value: Term, datatype: str) -> bool:
    """True for a literal of that datatype whose form fits it."""
    if not isinstance(value, Value) or value.datatype.value != datatype:
        return False
    if datatype == str(XSD.date):
        return _day(value) is not None
    form = _LEXICAL.get(datatype)
    return form is None or form.fullmatch(value.value) is not None


def is_within(value: Term, lowest: Decimal | None, highest: Decimal | None) -> bool:
    """True for a number that is not below `lowest` and not above `highest`."""
    if not isinstance(value, Value):
        return False
    if not any(is_literal_of(value, str(kind)) for kind in (XSD.decimal, XSD.integer)):
        return False
    try:
        number = Decimal(value.value)
    except InvalidOperation:
        return False
    return (lowest is None or lowest <= number) and (highest is None or number <= highest)


def is_not_after(first: Term, last: Term) -> bool:
    """True for two days in order."""
    earlier, later = _day(first), _day(last)
    return earlier is not None and later is not None and earlier <= later


def text_of(value: Term) -> str | None:
    """The characters of an IRI or literal, None for a node without a name."""
    return value.value if isinstance(value, NamedNode | Value) else None


def _day(value: Term) -> date | None:
    if not isinstance(value, Value) or value.datatype.value != str(XSD.date) or len(value.value) != 10:
        return None
    try:
        return date.fromisoformat(value.value)
    except ValueError:
        return None


def _name(node: Term) -> str:
    return str(node) if isinstance(node, Triple) else node.value
