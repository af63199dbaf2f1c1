"""Who stands for whom in one graph: the ledger, applied to the actors that the store and a batch on its way know.

A judgement on an actor of one article goes on to hold when the article gets a new wording: the actor of the same name
and kind in it is taken for the one that was judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.identity.judgements import Judgement, in_order, rule_judgement
from kg.identity.standing import Standing, stand
from kg.store.view_terms import JOINED_AS
from kg.vocab.ids import RULE_GRAPH, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad, Store

    from kg.store.records import Reference
    from kg.store.texts import Texts

_LOCAL: Final = re.compile(r"actor/local/([0-9a-f]+)-([0-9a-f]+)$")
OwnName = tuple[str, str]
"""Path of an article, and the hash of an actor's name and kind."""


@dataclass(frozen=True, slots=True)
class Identities:
    """A standing, with the actors of other wordings of the same articles."""

    standing: Standing = field(default_factory=Standing)
    own_names: Mapping[OwnName, str] = field(default_factory=dict)
    """What the judged actors of articles are called there -> the smallest of them with this name in any wording."""

    def __bool__(self) -> bool:
        return bool(self.standing)

    def is_shared(self, node: NamedNode) -> bool:
        """True for a node that several articles may show, because judgements concern it."""
        return node.value in self.standing.stands_for

    def shown(self, node: NamedNode, joined: Mapping[NamedNode, NamedNode], article: str) -> NamedNode:
        """Who stands for a node of an article (by its path) in the view. `joined`: what the rule says of its people."""
        stands_for = self.standing.stands_for
        if (found := stands_for.get(node.value)) is not None:
            return NamedNode(found)
        if (local := _LOCAL.search(node.value)) and (known := self.own_names.get((article, local[2]))) is not None:
            return NamedNode(stands_for[known])
        by_rule = joined.get(node, node)
        return NamedNode(stands_for.get(by_rule.value, by_rule.value))

    def matches(self, node: str) -> tuple[str, ...]:
        """Items of Wikidata that a shown actor is, sorted IRIs."""
        return self.standing.matches.get(node, ())

    def matched_otherwise(self, other: Identities) -> set[str]:
        """The shown actors that are other items of Wikidata in another state of the ledger."""
        one, two = self.standing.matches, other.standing.matches
        return {actor for actor in {*one, *two} if one.get(actor) != two.get(actor)}

    def changed(self, other: Identities) -> set[str]:
        """The actors that another state of the ledger shows otherwise, those of further wordings left out."""
        one, two = self.standing.stands_for, other.standing.stands_for
        changed = {actor for actor in {*one, *two} if one.get(actor) != two.get(actor)}
        # An actor that is judged for the first time may stand for itself before and after, but other wordings follow.
        names = {*self.own_names.items()} ^ {*other.own_names.items()}
        return changed | {actor for _, actor in names}


class IdentityReader:
    """Makes the identities of a graph, whenever its ledger or its articles changed."""

    def __init__(self, store: Store, texts: Texts, reference: Reference, base: str) -> None:
        self._store = store
        self._texts = texts
        self._reference = reference
        self._base = base
        self._rule = NamedNode(expand(RULE_GRAPH, base))

    def read(self, ledger: Iterable[Judgement], arriving: Mapping[str, Iterable[Quad]] | None = None) -> Identities:
        """Who stands for whom. `arriving`: version -> its quads, which take the place of what the store has of it."""
        entries = in_order(ledger)
        named = {actor for entry in entries for actor in entry.actors}
        if not named:
            return Identities()
        arriving = arriving or {}
        versions = {local[0] for local in map(version_and_name, named) if local} & arriving.keys()
        fresh = {
            quad.subject.value: quad.object.value
            for version in sorted(versions)
            for quad in arriving[version]
            if quad.graph_name == self._rule
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, NamedNode)
        }
        rule: dict[str, str] = {}
        for actor in sorted(named):
            if (local := version_and_name(actor)) is not None:
                person = fresh.get(actor) if local[0] in versions else self._joined(actor)
                if person is not None:
                    rule[actor] = person
        standing = stand(
            entries,
            rule,
            lambda local, person: rule_judgement(local, person, self._base).iri,
            lambda actor: NamedNode(actor) in self._reference,
        )
        return Identities(standing, self._own_names(standing))

    def _own_names(self, standing: Standing) -> dict[OwnName, str]:
        found: dict[OwnName, str] = {}
        for actor in sorted(standing.stands_for):
            if (local := version_and_name(actor)) and (article := self._texts.article_of(local[0])):
                found.setdefault((article, local[1]), actor)
        return found

    def _joined(self, actor: str) -> str | None:
        found = self._store.quads_for_pattern(NamedNode(actor), JOINED_AS, None, self._rule)
        return next((quad.object.value for quad in found if isinstance(quad.object, NamedNode)), None)

    def versions_naming(self, actors: Iterable[str]) -> set[str]:
        """Versions, current or not, whose part of the view may change when these actors are shown otherwise."""
        versions: set[str] = set()
        shared = set()
        for actor in actors:
            if (local := version_and_name(actor)) is not None:
                versions.add(local[0])
                continue
            shared.add(NamedNode(actor))
            versions.update(_versions_of(self._store.quads_for_pattern(None, JOINED_AS, NamedNode(actor), self._rule)))
        for node in self._reference.leading_to(shared):
            for quad in self._store.quads_for_pattern(None, None, node, None):
                if isinstance(quad.graph_name, NamedNode) and (found := _GRAPH.search(quad.graph_name.value)):
                    versions.add(found[1])
        return versions


_GRAPH: Final = re.compile(r"graph/(?:article|extraction)/([0-9a-f]+)")


def version_and_name(actor: str) -> tuple[str, str] | None:
    """The version that knows an actor of one article, and the hash of its name and kind; None for other actors."""
    found = _LOCAL.search(actor)
    return (found[1], found[2]) if found else None


def _versions_of(quads: Iterable[Quad]) -> set[str]:
    found = (version_and_name(quad.subject.value) for quad in quads if isinstance(quad.subject, NamedNode))
    return {local[0] for local in found if local}
