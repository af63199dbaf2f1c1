"""The view: what one article adds to the effective answer, computed from its record and the reference data alone.

The rules are told in docs/design/store.md. What the view says of a node that only this article has is a quad of its
part. Nodes that other articles may show too (reference actors, outlets, joined people) are handed back as facts, to be
counted by the upkeep: such a node is in the view as long as one article needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.store import view_terms as t
from kg.store.records import ACTOR_LINKS, ArticleRecord, Facts, Reference, Value, above
from kg.vocab.ids import VIEW_GRAPH, expand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store.texts import Fact, Shown

LABEL_LENGTH: Final = 90
"""Longest label of a statement, in characters, before it is cut at a blank."""
_KEPT: Final = (t.TYPE, t.CONTENT, t.REPORTED_IN, t.ACCORDING_TO, t.SAID_LATEST)
"""What a statement's row takes over from the record as it stands."""
_OF_ARTICLES: Final = (t.TYPE, t.LABEL, t.URL, t.PUBLISHED_ON, t.PUBLISHER)
_NEEDED: Final = ""
"""Predicate and object of the fact that a reference node is needed; the reference data tells the rest."""


@dataclass(frozen=True, slots=True)
class ViewPart:
    """One article's part of the view."""

    quads: frozenset[Quad]
    facts: frozenset[Fact]
    """What it tells of shared nodes, each fact once."""


def article_part(record: ArticleRecord, reference: Reference, shown: Shown, base: str) -> ViewPart:
    """The rows that an article shows: everything for the representative of a text, the article alone for its copies."""
    part = _Part(record, reference, base)
    part.add_article()
    if shown.representative:
        part.add_events()
        for statement in part.statements():
            part.add_statement(statement, shown.copies)
    return ViewPart(frozenset(part.quads), frozenset(part.facts))


def shared_quads(subject: str, facts: Iterable[Fact], reference: Reference, base: str) -> set[Quad]:
    """The view's quads of a shared node, given every fact that articles tell of it.

    Of several labels one is shown: rather not one in capitals, then the first in order.
    """
    graph = _view(base)
    told = [(predicate, value) for _, predicate, value in facts]
    node = NamedNode(subject[1:-1])
    if (_NEEDED, _NEEDED) in told:
        return {
            Quad(node, predicate, value, graph)
            for predicate, values in reference.facts(node).items()
            for value in values
        }
    label = str(t.LABEL)
    labels = sorted((value for predicate, value in told if predicate == label), key=_by_look)
    chosen = [(predicate, value) for predicate, value in told if predicate != label] + [
        (label, value) for value in labels[:1]
    ]
    lines = "".join(f"{subject} {predicate} {value} .\n" for predicate, value in chosen)
    return {Quad(row.subject, row.predicate, row.object, graph) for row in parse(lines, format=RdfFormat.N_TRIPLES)}


class _Part:
    """Gathers the part of one article."""

    def __init__(self, record: ArticleRecord, reference: Reference, base: str) -> None:
        self.quads: set[Quad] = set()
        self.facts: set[Fact] = set()
        self._record = record
        self._reference = reference
        self._base = base
        self._graph = _view(base)
        self._own = f"/{record.version}-"
        self._seen: set[NamedNode] = set()
        self._former = {
            (holder, post)
            for facts in record.found.values()
            if t.FORMER in facts.get(t.STATUS, ())
            for holder in facts.get(t.MEMBER, ())
            for post in facts.get(t.POST, ())
        }

    def statements(self) -> list[NamedNode]:
        """The attributions of the article, of all four kinds."""
        return [
            node for node, facts in self._record.found.items() if not t.ATTRIBUTIONS.isdisjoint(facts.get(t.TYPE, ()))
        ]

    def add_article(self) -> None:
        """The article and its outlet."""
        for node, facts in self._record.article.items():
            if t.ARTICLE in facts.get(t.TYPE, ()):
                self._need(facts.get(t.PUBLISHER, ()))
                self.quads.update(
                    Quad(node, predicate, value, self._graph)
                    for predicate in _OF_ARTICLES
                    for value in facts.get(predicate, ())
                )

    def add_events(self) -> None:
        """Every event and instrument that the article tells of, with tallies, without evidence."""
        for node, facts in self._record.found.items():
            if not t.EVENTS_AND_INSTRUMENTS.isdisjoint(facts.get(t.TYPE, ())):
                self._add_whole(node, facts)
                for tally in facts.get(t.HAS_TALLY, ()):
                    self._add_whole(tally, self._facts(tally))

    def add_statement(self, this: NamedNode, copies: Iterable[str]) -> None:
        """The row of one statement."""
        facts = self._record.found[this]
        for predicate in _KEPT:
            self._add(this, predicate, facts.get(predicate, ()))
        if facts.get(t.SAID_EARLIEST) != facts.get(t.SAID_LATEST):
            self._add(this, t.SAID_EARLIEST, facts.get(t.SAID_EARLIEST, ()))
        self._add(this, t.LABEL, [self._label(facts)])
        self._add(this, t.ALSO_REPORTED_IN, [NamedNode(expand(copy, self._base)) for copy in copies])
        for predicate in (t.SPEAKER, t.ABOUT):
            self._add(this, predicate, self._need(facts.get(predicate, ())))
        self._add(this, t.ON_BEHALF_OF, self._need(self._bound(facts)))
        if not t.FIRST_HAND.isdisjoint(facts.get(t.TYPE, ())):
            for stance in facts.get(t.HAS_STANCE, ()):
                self._add_stance(this, self._facts(stance))

    def _add_stance(self, this: NamedNode, stance: Facts) -> None:
        polarity = stance.get(t.POLARITY, ())
        for value, short in ((t.NEGATIVE, t.OPPOSES), (t.POSITIVE, t.FAVOURS)):
            if value in polarity:
                self._add(this, short, self._need(stance.get(t.STANCE_TARGET, ())))

    def _bound(self, facts: Facts) -> list[Value]:
        """Everybody whom the words bind: principals, those for whom the post speaks, and whose organs these are."""
        speakers = facts.get(t.SPEAKER, [])
        waiting = list(facts.get(t.ON_BEHALF_OF, []))
        for post in facts.get(t.SPEAKING_AS, ()):
            if not any((speaker, post) in self._former for speaker in speakers):
                waiting += self._facts(post).get(t.SPEAKS_FOR, [])
        for speaker in speakers:
            known = self._facts(speaker)
            waiting += [speaker] if t.STATE in known.get(t.TYPE, ()) else above(known)
        bound: list[Value] = []
        while waiting:
            actor = waiting.pop()
            if actor not in bound:
                bound.append(actor)
                waiting += above(self._facts(actor))
        return bound

    def _label(self, facts: Facts) -> Literal:
        content = facts[t.CONTENT][0]
        names = sorted(str(self._name(speaker)) for speaker in facts.get(t.SPEAKER, ()))
        words = f"{' and '.join(names) or 'no named source'}: {' '.join(content.value.split())}"
        if len(words) > LABEL_LENGTH:
            blank = words.rfind(" ", 0, LABEL_LENGTH - 1)
            words = words[: blank if blank > 0 else LABEL_LENGTH - 1].rstrip() + " …"
        return Literal(words, language=content.language if isinstance(content, Literal) and content.language else "en")

    def _name(self, actor: Value) -> str:
        labels = self._facts(actor).get(t.LABEL)
        return min(label.value for label in labels) if labels else actor.value

    def _facts(self, node: Value) -> Facts:
        if not isinstance(node, NamedNode):
            return {}
        if node in self._reference:
            return self._reference.facts(node)
        return self._record.found.get(node) or self._record.article.get(node) or {}

    def _need(self, nodes: Iterable[Value]) -> list[Value]:
        """The nodes as the view has them, with class, label and links of each, and of everybody above."""
        for node in nodes:
            self._add_actor(node)
        return [self._record.joined.get(node, node) if isinstance(node, NamedNode) else node for node in nodes]

    def _add_actor(self, node: Value) -> None:
        if not isinstance(node, NamedNode) or node in self._seen:
            return
        self._seen.add(node)
        facts = self._facts(node)
        if t.ACTORS.isdisjoint(facts.get(t.TYPE, ())):
            if node in self._reference:
                self.facts.add((str(node), _NEEDED, _NEEDED))
                self._need([value for values in facts.values() for value in values])
            return
        shown_as = self._record.joined.get(node, node)
        if node in self._reference:
            self.facts.add((str(node), _NEEDED, _NEEDED))
        else:
            for predicate in (t.TYPE, t.LABEL):
                self._add(shown_as, predicate, facts.get(predicate, ()))
        for predicate in ACTOR_LINKS:
            linked = self._need(facts.get(predicate, ()))
            if node not in self._reference:
                self._add(shown_as, predicate, linked)

    def _add_whole(self, node: Value, facts: Facts) -> None:
        if isinstance(node, NamedNode) and node not in self._reference:
            for predicate, values in facts.items():
                if predicate != t.EVIDENCE:
                    self._add(node, predicate, self._need(values))

    def _add(self, subject: NamedNode, predicate: NamedNode, values: Iterable[Value]) -> None:
        if self._own in subject.value:
            self.quads.update(Quad(subject, predicate, value, self._graph) for value in values)
        else:
            self.facts.update((str(subject), str(predicate), str(value)) for value in values)


def _view(base: str) -> NamedNode:
    return NamedNode(expand(VIEW_GRAPH, base))


def _by_look(label: str) -> tuple[bool, str]:
    return label.rpartition('"')[0].isupper(), label
