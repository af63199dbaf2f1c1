"""The record of one article, and the reference data, as the view reads them: nodes with their facts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.store.view_terms import (
    ACTORS,
    EVENTS_AND_INSTRUMENTS,
    EVIDENCE,
    GOVERNMENT_BODY,
    GROUP_MEMBER,
    JOINED_AS,
    LABEL,
    ORGAN_OF,
    PART_OF,
    TYPE,
)
from kg.vocab.ids import RULE_GRAPH, article_graph, expand, extraction_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

Value: TypeAlias = NamedNode | Literal
Facts: TypeAlias = dict[NamedNode, list[Value]]
"""Values by predicate."""
Nodes: TypeAlias = dict[NamedNode, Facts]

ACTOR_LINKS = (ORGAN_OF, PART_OF, GROUP_MEMBER)
"""What the view tells of an actor beside its class and label."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What the graphs of one version hold."""

    version: str
    article: Nodes = field(default_factory=dict)
    found: Nodes = field(default_factory=dict)
    """The extraction graph: statements, stances, events, and the actors that the article names."""
    joined: dict[NamedNode, NamedNode] = field(default_factory=dict)
    """Actors of this article -> who stands for them in the view, as far as the rule goes."""


def record_of(version: str, quads: Iterable[Quad], base: str) -> ArticleRecord:
    """The record that these quads are; quads of other graphs (runs, reference) are passed over."""
    record = ArticleRecord(version, defaultdict(_facts), defaultdict(_facts))
    article, rule = expand(article_graph(version), base), expand(RULE_GRAPH, base)
    extraction = expand(extraction_graph(version, ""), base)
    for quad in quads:
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if graph.startswith(extraction):
            _put(record.found, quad)
        elif graph == article:
            _put(record.article, quad)
        elif graph == rule and quad.predicate == JOINED_AS and isinstance(quad.subject, NamedNode):
            assert isinstance(quad.object, NamedNode), "a judgement joins two actors"
            record.joined[quad.subject] = quad.object
    return record


def stored_quads(store: Store, version: str, run: str, base: str) -> Iterator[Quad]:
    """Everything that the store holds of one version: its two graphs, and the judgements on its own actors."""
    yield from store.quads_for_pattern(None, None, None, NamedNode(expand(article_graph(version), base)))
    rule = NamedNode(expand(RULE_GRAPH, base))
    own = expand(f"actor/local/{version}-", base)
    for quad in store.quads_for_pattern(None, None, None, NamedNode(expand(extraction_graph(version, run), base))):
        yield quad
        if quad.predicate == TYPE and isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(own):
            yield from store.quads_for_pattern(quad.subject, None, None, rule)


class Reference:
    """Reference actors and instruments: what the view tells of them, and what they are organs of."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = {
            node: _told(facts) for node, facts in nodes.items() if _kinds(facts) & (ACTORS | EVENTS_AND_INSTRUMENTS)
        }

    def __contains__(self, node: object) -> bool:
        return node in self._nodes

    def facts(self, node: NamedNode) -> Facts:
        """Class, label and direct links of a node; nothing for one that is not reference data."""
        return self._nodes.get(node, {})

    def leading_to(self, nodes: Iterable[NamedNode]) -> set[NamedNode]:
        """These nodes, and all reference nodes whose links lead to one of them, directly or through others."""
        linking: defaultdict[Value, list[NamedNode]] = defaultdict(list)
        for node, facts in self._nodes.items():
            for values in facts.values():
                for value in values:
                    linking[value].append(node)
        waiting, found = list(nodes), set[NamedNode]()
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += linking.get(node, ())
        return found


def stored_reference(store: Store, base: str) -> Reference:
    """The reference data that is in the store."""
    prefix = expand("graph/ref/", base)
    nodes: Nodes = defaultdict(_facts)
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and graph.value.startswith(prefix):
            for quad in store.quads_for_pattern(None, None, None, graph):
                _put(nodes, quad)
    return Reference(nodes)


def above(facts: Facts) -> list[Value]:
    """Whom an actor binds by what it says: the state or organisation whose organ it is, and the larger government body.

    An organ of an international organisation, such as a committee, is part of it and does not bind it or its members,
    unless the data calls it an organ.
    """
    larger = facts.get(PART_OF, []) if GOVERNMENT_BODY in facts.get(TYPE, ()) else []
    return [*facts.get(ORGAN_OF, []), *larger]


def _told(facts: Facts) -> Facts:
    if _kinds(facts) & EVENTS_AND_INSTRUMENTS:
        told = {predicate: values for predicate, values in facts.items() if predicate != EVIDENCE}
    else:
        told = {predicate: facts[predicate] for predicate in (TYPE, *ACTOR_LINKS) if predicate in facts}
    labels = facts.get(LABEL)
    # Two sets may name one actor; the view shows one label.
    return {**told, LABEL: [min(labels, key=str)]} if labels else told


def _put(nodes: Nodes, quad: Quad) -> None:
    # The graph has no blank nodes and no quoted triples, so nothing is passed over here.
    subject, value = quad.subject, quad.object
    if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
        nodes[subject][quad.predicate].append(value)


def _kinds(facts: Facts) -> frozenset[Value]:
    return frozenset(facts.get(TYPE, ()))


def _facts() -> Facts:
    return defaultdict(list)
