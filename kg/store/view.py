"""The view: what one article adds to the effective answer, computed from its record and the reference data alone.

The rules are told in docs/design/store.md. What the view says of a node that only this article has is a quad of its
part. Nodes that other articles may show too (reference actors, outlets, joined people) are handed back as facts, to be
counted by the upkeep: such a node is in the view as long as one article needs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.store import view_terms as t
from kg.store.records import ACTOR_LINKS, ArticleRecord, Facts, Reference, Value, above
from kg.vocab.ids import SHOWN_AS_GRAPH, VIEW_GRAPH, expand, fold, topic_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store.identities import Identities
    from kg.store.texts import Fact, Shown

LABEL_LENGTH: Final = 90
"""Longest label of a statement, in characters, before it is cut at a blank."""
_KEPT: Final = (t.TYPE, t.CONTENT, t.ACCORDING_TO, t.RESTATES, t.CORRECTED_BY)
"""What a statement's row takes over from the record, as people corrected it."""
_OF_ARTICLES: Final = (t.TYPE, t.LABEL, t.URL, t.PUBLISHED_ON, t.PUBLISHER)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LABEL: Final = str(t.LABEL)
_TYPE: Final = str(t.TYPE)
_PLAIN: Final = str(t.ORGANISATION)
_NEEDED: Final = ""
"""Predicate and object of the fact that a reference node is needed; the reference data tells the rest."""


@dataclass(frozen=True, slots=True)
class ViewPart:
    """One article's part of the view."""

    quads: frozenset[Quad]
    facts: frozenset[Fact]
    """What it tells of shared nodes, each fact once."""


def article_part(
    record: ArticleRecord, reference: Reference, identities: Identities, shown: Shown, base: str
) -> ViewPart:
    """The rows that an article shows: everything for the representative of a text, the article alone for its copies."""
    part = _Part(record, reference, identities, shown.article, base)
    part.add_article()
    if shown.representative:
        part.add_stand_ins()
        part.add_events()
        for statement in part.statements():
            part.add_statement(statement, shown.copies)
    return ViewPart(frozenset(part.quads), frozenset(part.facts))


def shared_quads(
    subject: str, facts: Iterable[Fact], reference: Reference, identities: Identities, base: str
) -> set[Quad]:
    """The view's quads of a shared node, given every fact that articles tell of it.

    Of several labels one is shown: that of reference data, else rather not one in capitals, then the first in order;
    where judgements have made one node of several, the one of most words, and the other names are further labels.
    """
    told = [(predicate, value) for _, predicate, value in facts if value != subject]
    node = NamedNode(subject[1:-1])
    labels = sorted((value for predicate, value in told if predicate == _LABEL), key=_by_look)
    if (_NEEDED, _NEEDED) in told:
        known = reference.facts(node)
        chosen = [
            (str(predicate), str(_mapped(value, identities))) for predicate, values in known.items() for value in values
        ]
        chosen = [(predicate, value) for predicate, value in chosen if value != subject]
        labels = [*(str(label) for label in known.get(t.LABEL, ())), *labels]
    else:
        chosen = [(predicate, value) for predicate, value in _one_kind(told) if predicate != _LABEL]
        if identities.is_shared(node):
            # "Viktor Drumm" rather than "Drumm" or "V. Drumm".
            labels.sort(key=lambda label: -len(_WORD.findall(label.rpartition('"')[0])))
        chosen += [(_LABEL, value) for value in labels[:1]]
    if identities.is_shared(node):
        names = {fold(label): label for label in reversed(labels)}
        chosen += [(str(t.ALT_LABEL), label) for label in names.values() if fold(label) != fold(labels[0])]
        chosen += [(str(t.EXACT_MATCH), str(NamedNode(item))) for item in identities.matches(node.value)]
    lines = "".join(f"{subject} {predicate} {value} .\n" for predicate, value in chosen if predicate != _NEEDED)
    view, shown_as = _view(base), NamedNode(expand(SHOWN_AS_GRAPH, base))
    return {
        Quad(row.subject, row.predicate, row.object, shown_as if row.predicate == t.SHOWN_AS else view)
        for row in parse(lines, format=RdfFormat.N_TRIPLES)
    }


class _Part:
    """Gathers the part of one article."""

    def __init__(
        self, record: ArticleRecord, reference: Reference, identities: Identities, article: str, base: str
    ) -> None:
        self.quads: set[Quad] = set()
        self.facts: set[Fact] = set()
        self._record = record
        self._reference = reference
        self._identities = identities
        self._article = article
        self._base = base
        self._graph = _view(base)
        self._own = f"/{record.version}-"
        self._seen: set[NamedNode] = set()
        self._articles: list[NamedNode] = [
            node for node, facts in record.article.items() if t.ARTICLE in facts.get(t.TYPE, ())
        ]
        self._topics: dict[Value, Value] = {
            NamedNode(expand(topic_id(record.version, name.value), base)): name
            for facts in record.found.values()
            for name in sorted(facts.get(t.DENOTES_TOPIC, ()), key=str)
        }
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
        for node in self._articles:
            facts = self._facts(node)
            told = {**facts, t.PUBLISHER: self._need(facts.get(t.PUBLISHER, ()))}
            self.quads.update(
                Quad(node, predicate, value, self._graph)
                for predicate in _OF_ARTICLES
                for value in told.get(predicate, ())
            )

    def add_stand_ins(self) -> None:
        """Who stands for the article's own actors, where judgements decide otherwise than the rule."""
        if not self._identities:
            return
        graph = NamedNode(expand(SHOWN_AS_GRAPH, self._base))
        for node, facts in self._record.found.items():
            if self._own in node.value and not t.ACTORS.isdisjoint(facts.get(t.TYPE, ())):
                shown = self._shown(node)
                if shown != self._record.joined.get(node, node):
                    self.quads.add(Quad(node, t.SHOWN_AS, shown, graph))

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
        self._add(this, t.REPORTED_IN, self._articles)
        latest = facts.get(t.SAID_LATEST) or self._bound_by_publication(facts)
        self._add(this, t.SAID_LATEST, latest)
        if facts.get(t.SAID_EARLIEST) != latest:
            self._add(this, t.SAID_EARLIEST, facts.get(t.SAID_EARLIEST, ()))
        self._add(this, t.LABEL, [self._label(facts)])
        self._add(this, t.ALSO_REPORTED_IN, [NamedNode(expand(copy, self._base)) for copy in copies])
        self._add(this, t.SPEAKER, self._need(facts.get(t.SPEAKER, ())))
        self._add(this, t.ABOUT, self._need(self._about(facts)))
        self._add(this, t.ON_BEHALF_OF, self._need(self._bound(facts)))
        if not t.FIRST_HAND.isdisjoint(facts.get(t.TYPE, ())):
            for stance in facts.get(t.HAS_STANCE, ()):
                self._add_stance(this, self._facts(stance))

    def _bound_by_publication(self, facts: Facts) -> list[Value]:
        """The day of publication, until which everything was said of which the record says no more."""
        if t.SAID_EARLIEST in facts or t.DATED_BY in facts:
            return []
        return [day for node in self._record.article.values() for day in node.get(t.PUBLISHED_ON, ())]

    def _about(self, facts: Facts) -> list[Value]:
        """What the spans of the targets denote; of a span that denotes several, what the record says. No topics."""
        found = list(facts.get(t.ABOUT, ()))
        for span in facts.get(t.ABOUT_SPAN, ()):
            denoted = self._facts(span)
            actors, topics = denoted.get(t.DENOTES, []), denoted.get(t.DENOTES_TOPIC, [])
            if len(actors) == 1 and not topics:
                found += actors
        return [target for target in found if target not in self._topics]

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
            waiting += [speaker] if t.STATE in self._facts(speaker).get(t.TYPE, ()) else self._above(speaker)
        bound: list[Value] = []
        while waiting:
            actor = waiting.pop()
            if actor not in bound:
                bound.append(actor)
                waiting += self._above(actor)
        return bound

    def _above(self, actor: Value) -> list[Value]:
        """Whom an actor binds, by the article and by the reference data of whoever stands for it."""
        found = above(self._facts(actor))
        shown = self._shown(actor) if isinstance(actor, NamedNode) else None
        if shown is None or shown == actor or shown not in self._reference:
            return found
        return [*found, *above(self._reference.facts(shown))]

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
        return [self._shown(node) if isinstance(node, NamedNode) else node for node in nodes]

    def _shown(self, node: NamedNode) -> NamedNode:
        """Who stands for a node in the view."""
        if not self._identities:
            return self._record.joined.get(node, node)
        return self._identities.shown(node, self._record.joined, self._article)

    def _add_actor(self, node: Value) -> None:
        if not isinstance(node, NamedNode) or node in self._seen:
            return
        self._seen.add(node)
        facts = self._facts(node)
        if node in self._topics:
            self._add(node, t.LABEL, [self._topics[node]])
            return
        if t.ACTORS.isdisjoint(facts.get(t.TYPE, ())):
            if node in self._reference:
                self.facts.add((str(node), _NEEDED, _NEEDED))
                self._need([value for values in facts.values() for value in values])
            return
        shown_as = self._shown(node)
        if shown_as != node and shown_as in self._reference:
            # Of whoever stands for it the reference data tells the rest.
            self._add(shown_as, t.LABEL, facts.get(t.LABEL, ()))
            self._add_actor(shown_as)
            if node in self._reference:
                self._add(node, t.SHOWN_AS, [shown_as])
            return
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
        if self._own in subject.value and not self._identities.is_shared(subject):
            self.quads.update(Quad(subject, predicate, value, self._graph) for value in values)
        else:
            self.facts.update((str(subject), str(predicate), str(value)) for value in values)


def _mapped(value: Value, identities: Identities) -> Value:
    return identities.shown(value, {}, "") if isinstance(value, NamedNode) else value


def _one_kind(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The facts with one kind of actor: where articles read it in several ways, a plain organisation is the last."""
    kinds = sorted((value for predicate, value in told if predicate == _TYPE), key=lambda kind: (kind == _PLAIN, kind))
    return [fact for fact in told if fact[0] != _TYPE or fact[1] in kinds[:1]]


def _view(base: str) -> NamedNode:
    return NamedNode(expand(VIEW_GRAPH, base))


def _by_look(label: str) -> tuple[bool, str]:
    return label.rpartition('"')[0].isupper(), label
