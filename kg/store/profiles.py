"""What the record of the current wordings tells of the actors of the view, for comparing and for showing them."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode
from rdflib import ORG, SKOS

from kg.identity.profiles import Profile
from kg.store import view_terms as t
from kg.store.records import Value, above, stored_reference
from kg.vocab.dmr import DMR
from kg.vocab.ids import RULE_GRAPH, SHOWN_AS_GRAPH, VIEW_GRAPH, expand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from kg.store.texts import Texts

DENOTES: Final = NamedNode(DMR.denotes)
RESOLVED_BY: Final = NamedNode(DMR.resolvedBy)
POST_IN: Final = NamedNode(ORG.postIn)
EXACT_MATCH: Final = NamedNode(SKOS.exactMatch)
USUAL_METHOD: Final = "alias"
_VERSION: Final = re.compile(r"/(?:graph/(?:article|extraction)|actor/local|text|tenure)/([0-9a-f]{8,})")


class Cast:
    """The actors of one graph: who stands for whom, and what their articles tell."""

    def __init__(self, store: Store, texts: Texts, base: str) -> None:
        self._store = store
        self._base = base
        self._view = NamedNode(expand(VIEW_GRAPH, base))
        self._current = texts.current_versions()
        self._reference = stored_reference(store, base)
        self._stands_for: dict[NamedNode, NamedNode] = {}
        for predicate, graph in ((t.JOINED_AS, RULE_GRAPH), (t.SHOWN_AS, SHOWN_AS_GRAPH)):
            for quad in store.quads_for_pattern(None, predicate, None, NamedNode(expand(graph, base))):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                    self._stands_for[quad.subject] = quad.object
        self._members: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
        for member, shown in self._stands_for.items():
            if self._is_current(member):
                self._members[shown].add(member)

    def shown(self, node: NamedNode) -> NamedNode:
        """Who stands for a node in the view."""
        return self._stands_for.get(node, node)

    def members(self, shown: NamedNode) -> list[NamedNode]:
        """The nodes of the record, of current wordings, that one of the view stands for; itself where it is one."""
        found = self._members.get(shown, set())
        is_itself = shown in self._reference or (_version(shown) in self._current and self.shown(shown) == shown)
        return sorted({*found, shown} if is_itself or not found else found, key=str)

    def mentions(self, shown: NamedNode) -> dict[str, int]:
        """How many mentions were found by each method."""
        counts: defaultdict[str, int] = defaultdict(int)
        for member in self.members(shown):
            for quad in self._store.quads_for_pattern(None, DENOTES, member, None):
                if isinstance(quad.graph_name, NamedNode) and self._is_current(quad.graph_name):
                    methods = self._store.quads_for_pattern(quad.subject, RESOLVED_BY, None, quad.graph_name)
                    method = next(
                        (one.object.value for one in methods if isinstance(one.object, Literal)), USUAL_METHOD
                    )
                    counts[method] += 1
        return dict(sorted(counts.items(), key=lambda found: (-found[1], found[0])))

    def profiles(self) -> list[Profile]:
        """Every actor of the view, sorted by IRI."""
        names, kinds = self._names_and_kinds()
        posts = self._posts()
        offices: defaultdict[NamedNode, set[str]] = defaultdict(set)
        bodies: defaultdict[NamedNode, set[str]] = defaultdict(set)
        states: defaultdict[NamedNode, set[str]] = defaultdict(set)
        for shown, held in posts.items():
            for post in held:
                offices[shown] |= self._labels(post)
                owners = self._values(post, POST_IN)
                bodies[shown] |= {owner.value for owner in owners if isinstance(owner, NamedNode)}
                states[shown] |= self._states_above([*owners, *self._values(post, t.SPEAKS_FOR)])
        days = self._days(kinds)
        items = self._items()
        return [
            Profile(
                iri=node.value,
                names=tuple(names.get(node, (node.value,))),
                kind=kind,
                is_reference=node in self._reference,
                states=tuple(sorted(states.get(node, ()))),
                offices=tuple(sorted(offices.get(node, ()))),
                bodies=tuple(sorted(bodies.get(node, ()))),
                days=days.get(node),
                items=tuple(sorted(items.get(node, ()))),
            )
            for node, kind in sorted(kinds.items(), key=lambda found: found[0].value)
        ]

    def _names_and_kinds(self) -> tuple[dict[NamedNode, list[str]], dict[NamedNode, str]]:
        kinds: dict[NamedNode, str] = {}
        names: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for quad in self._store.quads_for_pattern(None, t.TYPE, None, self._view):
            if quad.object in t.ACTORS and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                kinds[quad.subject] = quad.object.value.rpartition("#")[2]
        for node in kinds:
            for predicate in (t.LABEL, t.ALT_LABEL):
                found = self._store.quads_for_pattern(node, predicate, None, self._view)
                names[node] += sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))
        return names, kinds

    def _posts(self) -> dict[NamedNode, set[NamedNode]]:
        """Shown actor -> the posts in which articles show it, or that they give it."""
        found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(None, t.SPEAKING_AS, None, None):
            if not (isinstance(quad.graph_name, NamedNode) and self._is_current(quad.graph_name)):
                continue
            # A statement with one speaker, or the mention of one of several.
            for predicate in (t.SPEAKER, DENOTES):
                holders = list(self._store.quads_for_pattern(quad.subject, predicate, None, quad.graph_name))
                if len(holders) == 1:
                    self._hold(found, holders[0].object, quad.object)
        for quad in self._store.quads_for_pattern(None, t.MEMBER, None, None):
            if isinstance(quad.graph_name, NamedNode) and self._is_current(quad.graph_name):
                for post in self._store.quads_for_pattern(quad.subject, t.POST, None, quad.graph_name):
                    self._hold(found, quad.object, post.object)
        return found

    def _hold(self, found: dict[NamedNode, set[NamedNode]], holder: object, post: object) -> None:
        if isinstance(holder, NamedNode) and isinstance(post, NamedNode):
            found[self.shown(holder)].add(post)

    def _states_above(self, actors: Iterable[Value]) -> set[str]:
        """The states among these actors and those whose organs they are."""
        waiting, seen, states = list(actors), set[Value](), set[str]()
        while waiting:
            actor = waiting.pop()
            if actor in seen or not isinstance(actor, NamedNode):
                continue
            seen.add(actor)
            facts = self._reference.facts(actor) or {
                predicate: self._values(actor, predicate) for predicate in (t.TYPE, t.ORGAN_OF, t.PART_OF)
            }
            if t.STATE in facts.get(t.TYPE, ()):
                states.add(self.shown(actor).value)
            waiting += above(facts)
        return states

    def _days(self, kinds: Iterable[NamedNode]) -> dict[NamedNode, tuple[date, date]]:
        published: dict[str, date] = {}
        for quad in self._store.quads_for_pattern(None, t.PUBLISHED_ON, None, None):
            if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, Literal):
                version = _version(quad.graph_name)
                if version in self._current:
                    published[version] = date.fromisoformat(quad.object.value)
        days: dict[NamedNode, tuple[date, date]] = {}
        for node in kinds:
            known = [published[version] for member in self.members(node) if (version := _version(member)) in published]
            if known:
                days[node] = (min(known), max(known))
        return days

    def _items(self) -> dict[NamedNode, set[str]]:
        found: defaultdict[NamedNode, set[str]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(None, EXACT_MATCH, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                found[self.shown(quad.subject)].add(quad.object.value)
        return found

    def _labels(self, node: NamedNode) -> set[str]:
        return {value.value for value in self._values(node, t.LABEL) if isinstance(value, Literal)}

    def _values(self, node: NamedNode, predicate: NamedNode) -> list[Value]:
        found = self._store.quads_for_pattern(node, predicate, None, None)
        return [quad.object for quad in found if isinstance(quad.object, NamedNode | Literal)]

    def _is_current(self, node: NamedNode) -> bool:
        """True for what is of a current wording, and for what is of none."""
        version = _version(node)
        return not version or version in self._current


def _version(node: NamedNode) -> str:
    found = _VERSION.search(node.value)
    return found[1] if found else ""
