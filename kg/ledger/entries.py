"""The ledger as people read it: every judgement, those of the rule too, with names, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.identity.judgements import Judgement, in_order, is_item, rule_judgement, withdrawn
from kg.query.actors import find_actor
from kg.store.judgements import stored_judgements
from kg.store.view_terms import JOINED_AS, LABEL
from kg.vocab.ids import RULE_GRAPH, expand
from kg.vocab.prefixes import expand_curie, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store import EmbeddedStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judgement with the names of its actors (their IRIs where they have none) and whether it holds."""

    judgement: Judgement
    names: tuple[str, str]
    holds: bool


def ledger_entries(store: EmbeddedStore, actors: Iterable[str] | None = None) -> list[Entry]:
    """All entries, what the rule decided first. `actors`: only judgements that name one of these IRIs."""
    entries = [*rule_judgements(store), *stored_judgements(store.quads, store.folder.base)]
    gone = withdrawn(entries)
    wanted = None if actors is None else set(actors)
    chosen = [entry for entry in in_order(entries) if wanted is None or wanted & {*entry.actors}]
    names = names_of(store, {actor for entry in chosen for actor in entry.actors})
    return [
        Entry(
            judgement=entry,
            names=(names[entry.actors[0]], names[entry.actors[1]]),
            holds=entry.withdraws is None and entry.iri not in gone,
        )
        for entry in chosen
    ]


def rule_judgements(store: EmbeddedStore) -> list[Judgement]:
    """What the rule of joining decided, those that people took back too."""
    base = store.folder.base
    quads = store.quads.quads_for_pattern(None, JOINED_AS, None, ox.NamedNode(expand(RULE_GRAPH, base)))
    return [
        rule_judgement(quad.subject.value, quad.object.value, base)
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    ]


def names_of(store: EmbeddedStore, actors: Iterable[str]) -> dict[str, str]:
    """What each actor is called where it stands: its article's own label, else any; failing that its CURIE.

    A joined person that stands for nobody now has no label of its own, but was joined of people of one name.
    """
    return {actor: _label(store, actor) or short_form(actor, store.folder.base) for actor in sorted(set(actors))}


def _label(store: EmbeddedStore, actor: str) -> str | None:
    found = []
    for quad in store.quads.quads_for_pattern(ox.NamedNode(actor), LABEL, None, None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.graph_name, ox.NamedNode):
            found.append(("/graph/extraction/" not in quad.graph_name.value, quad.object.value))
    if found:
        return min(found)[1]
    joined = _joined_of(store, actor)
    return _label(store, joined) if joined else None


def known_actor(store: EmbeddedStore, given: str) -> str:
    """IRI of the actor that is meant, of the view or of the record alone: by IRI, CURIE or exact name.

    Raises: ParameterError, AmbiguousActor: none, or several, fit.
    """
    base = store.folder.base
    iri = given.strip() if given.strip().startswith(base) else expand_curie(given.strip(), base)
    if iri is not None and iri.startswith(expand("actor/", base)) and _joined_of(store, iri):
        return iri
    return find_actor(store, given)


def _joined_of(store: EmbeddedStore, person: str) -> str | None:
    """The first actor of an article that the rule takes for a joined person."""
    try:
        node = ox.NamedNode(person)
    except ValueError:
        return None
    rule = ox.NamedNode(expand(RULE_GRAPH, store.folder.base))
    found = store.quads.quads_for_pattern(None, JOINED_AS, node, rule)
    return min((quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)), default=None)


def short_form(iri: str, base: str) -> str:
    """The CURIE of an IRI; `wikidata:Q42` for an item.

    >>> short_form("http://www.wikidata.org/entity/Q42", "https://w3id.org/demarche/id/")
    'wikidata:Q42'
    """
    return f"wikidata:{iri.rpartition('/')[2]}" if is_item(iri) else shorten(iri, base)
