"""What the graph says of every attribution, read predicate by predicate: the way to all of them at once.

Questions in SPARQL join and sort term by term, which is right for a few statements and slow for all: five questions
take a minute for 50,000 statements on disk, this a sixth of it. Meaning and choice are those of
`queries/networks/*.rq`; a test compares the two on made-up graphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from kg.store import view_terms as t
from kg.vocab.dmr import DMR
from kg.vocab.ids import VIEW_GRAPH, expand
from kg.vocab.voc import Why

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_RULE: Final = ox.NamedNode(DMR.rule)
_CONFIDENCE: Final = ox.NamedNode(DMR.confidence)
_SUBJECT: Final = ox.NamedNode("http://purl.org/dc/terms/subject")
_EXPRESSES: Final = ox.NamedNode(DMR.expresses)
_ENTERTAINS: Final = ox.NamedNode(DMR.entertains)
_WHY: Final = ox.NamedNode(DMR.why)
_DENIED: Final = ox.NamedNode(Why.DENIED)

Lists = dict[str, list[str]]
"""Node -> the values of one predicate, sorted, each once."""


@dataclass(slots=True, kw_only=True)
class StatementQuads:
    """Every attribution of the view with what view and record say of it. Nodes are IRIs; days ISO texts."""

    kinds: Lists = field(default_factory=dict)
    """IRIs of its classes among the four kinds. An attribution has a speaker and an article, or it is not here."""
    speakers: Lists = field(default_factory=dict)
    articles: Lists = field(default_factory=dict)
    days: Lists = field(default_factory=dict)
    targets: Lists = field(default_factory=dict)
    opposed: set[tuple[str, str]] = field(default_factory=set)
    """Attribution and target."""
    favoured: set[tuple[str, str]] = field(default_factory=set)
    bound: Lists = field(default_factory=dict)
    """Whom its words bind, at every level."""
    copies: Lists = field(default_factory=dict)
    confidences: dict[str, float] = field(default_factory=dict)
    """The least that a run recorded; an attribution without one has 1."""
    subjects: Lists = field(default_factory=dict)
    claims: dict[str, set[tuple[str, int]]] = field(default_factory=dict)
    """Claims that it puts forward (1) or denies (-1)."""
    above: dict[str, set[str]] = field(default_factory=dict)
    """Actor -> what it is an organ or a part of."""
    publishers: Lists = field(default_factory=dict)
    """Article -> outlets."""
    _quads: ox.Store
    _view: ox.NamedNode

    def described(self, node: str) -> tuple[str | None, str]:
        """The first label of a node in the view, and the IRI of its first class, "" where it has none."""
        labels = _values(self._quads, node, t.LABEL, self._view)
        classes = _values(self._quads, node, t.TYPE, self._view)
        return (labels[0] if labels else None, classes[0] if classes else "")

    def named_anywhere(self, node: str) -> str | None:
        """The first label of a node in any graph."""
        labels = _values(self._quads, node, t.LABEL, None)
        return labels[0] if labels else None


def read_statement_quads(quads: ox.Store, base: str) -> StatementQuads:
    """All attributions of a graph."""
    view = ox.NamedNode(expand(VIEW_GRAPH, base))
    read = _Reader(quads, view)
    speakers, articles = read.lists(t.SPEAKER), read.lists(t.REPORTED_IN)
    kinds: Lists = {}
    for kind in sorted(t.ATTRIBUTIONS, key=str):
        for statement, value, _ in read.each(t.TYPE, view, speakers, kind):
            if statement in articles:
                kinds.setdefault(statement, []).append(value)
    found = StatementQuads(_quads=quads, _view=view, kinds=kinds)
    found.speakers = {one: speakers[one] for one in kinds}
    found.articles = {one: articles[one] for one in kinds}
    found.days = read.lists(t.SAID_LATEST, kinds)
    found.targets = read.lists(t.ABOUT, kinds)
    found.bound = read.lists(t.ON_BEHALF_OF, kinds)
    found.copies = read.lists(t.ALSO_REPORTED_IN, kinds)
    found.opposed = {(one, other) for one, other, _ in read.each(t.OPPOSES, view, kinds)}
    found.favoured = {(one, other) for one, other, _ in read.each(t.FAVOURS, view, kinds)}
    for predicate in (t.ORGAN_OF, t.PART_OF):
        for lower, higher, _ in read.each(predicate, view):
            found.above.setdefault(lower, set()).add(higher)
    found.publishers = read.lists(t.PUBLISHER)
    _read_record(read, found)
    return found


def _read_record(read: _Reader, found: StatementQuads) -> None:
    """What only the record tells. Confidence and subject are those of an attribution, and not of a stance or mention,
    in graphs where it has a rule."""
    known = found.kinds
    ruled = {(one, graph) for one, _, graph in read.each(_RULE, None, known)}
    for one, value, graph in read.each(_CONFIDENCE, None, known):
        if (one, graph) in ruled:
            found.confidences[one] = min(found.confidences.get(one, 1.0), float(value))
    subjects: dict[str, set[str]] = {}
    for one, value, graph in read.each(_SUBJECT, None, known):
        if (one, graph) in ruled:
            subjects.setdefault(one, set()).add(value)
    found.subjects = {one: sorted(named) for one, named in subjects.items()}
    for one, claim, _ in read.each(_EXPRESSES, None, known):
        found.claims.setdefault(one, set()).add((claim, 1))
    denied = {(one, graph) for one, _, graph in read.each(_WHY, None, known, _DENIED)}
    for one, claim, graph in read.each(_ENTERTAINS, None, known):
        if (one, graph) in denied:
            found.claims.setdefault(one, set()).add((claim, -1))


class _Reader:
    """Reads quads of one predicate. Equal texts are one object, since most nodes are named a thousand times."""

    def __init__(self, quads: ox.Store, view: ox.NamedNode) -> None:
        self._quads = quads
        self._view = view
        self._texts: dict[str, str] = {}

    def each(
        self,
        predicate: ox.NamedNode,
        graph: ox.NamedNode | None,
        subjects: Container[str] | None = None,
        value: ox.NamedNode | None = None,
    ) -> Iterator[tuple[str, str, object]]:
        """Subject, value and graph of every quad in the graph (None: in any); of these subjects only, where given."""
        found: Iterator[Any] = self._quads.quads_for_pattern(None, predicate, value, graph)
        texts = self._texts
        for quad in found:
            subject = quad.subject.value
            if subjects is None or subject in subjects:
                text = quad.object.value
                yield texts.setdefault(subject, subject), texts.setdefault(text, text), quad.graph_name

    def lists(self, predicate: ox.NamedNode, subjects: Container[str] | None = None) -> Lists:
        """Subject -> values in the view, sorted."""
        made: Lists = {}
        for subject, value, _ in self.each(predicate, self._view, subjects):
            made.setdefault(subject, []).append(value)
        for values in made.values():
            values.sort()
        return made


def _values(quads: ox.Store, node: str, predicate: ox.NamedNode, graph: ox.NamedNode | None) -> list[str]:
    found: Iterator[Any] = quads.quads_for_pattern(ox.NamedNode(node), predicate, None, graph)
    return sorted(quad.object.value for quad in found)
