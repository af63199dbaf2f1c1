"""What the graph tells of one statement: its properties in the view, and what the run that found it recorded."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.model import parse_span
from kg.query.actors import node_labels
from kg.query.cards import Named
from kg.vocab.ids import expand, topic_id
from kg.vocab.prefixes import NS, shorten

if TYPE_CHECKING:
    from kg.store.protocol import Store

_EVIDENCE: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?run ?node ?property ?value WHERE {
  VALUES ?statement { UNDEF }
  GRAPH ?run {
    ?statement dmr:rule ?rule ;
      (dmr:hasStance|dmr:sourceSpan|dmr:speakerSpan|dmr:cueSpan|dmr:contentSpan|dmr:quoteSpan|dmr:aboutSpan
        |dmr:speaksOf)? ?node .
    ?node ?property ?value .
  }
}
ORDER BY ?run ?node ?property ?value
"""
_VIEW: Final = """
SELECT DISTINCT ?property ?value WHERE { VALUES ?node { UNDEF } ?node ?property ?value } ORDER BY ?property ?value
"""
_ARTICLE: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT DISTINCT ?property ?value WHERE {
  VALUES ?text { UNDEF }
  GRAPH ?graph { ?text dmr:textOf ?article . ?article ?property ?value }
}
ORDER BY ?property ?value
"""
_REJECTION: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT ?correction ?by WHERE {
  VALUES ?statement { UNDEF }
  GRAPH ?ledger { ?correction a dmr:Correction ; dmr:corrects ?statement ; dmr:decidedBy ?by }
  FILTER NOT EXISTS { GRAPH ?ledger { ?correction dmr:correctedProperty ?property } }
  FILTER NOT EXISTS { GRAPH ?other { ?later dmr:withdraws ?correction } }
}
ORDER BY ?correction
"""

Properties = dict[str, list[str]]
"""Property -> its values, sorted."""


def view_of(store: Store, term: str) -> Properties:
    """What the view says of a node."""
    return _properties(store, _VIEW, term)


def article_of(store: Store, term: str) -> Properties:
    """What is known of the article that has a text."""
    return _properties(store, _ARTICLE, term)


def _properties(store: Store, query: str, term: str) -> Properties:
    found: Properties = defaultdict(list)
    for property_, value in store.select(query.replace("UNDEF", term)).rows:
        if property_ is not None and value is not None:
            found[property_.value].append(value.value)
    return found


def record_of(store: Store, term: str) -> tuple[str | None, dict[str, Properties]]:
    """Graph of the run that found the statement, and what it recorded: node -> properties. None and nothing: no run."""
    runs: dict[str, dict[str, Properties]] = {}
    for run, node, property_, value in store.select(_EVIDENCE.replace("UNDEF", term)).rows:
        if run and node and property_ and value:
            nodes = runs.setdefault(run.value, {})
            nodes.setdefault(node.value, {}).setdefault(property_.value, []).append(value.value)
    if not runs:
        return None, {}
    latest = max(runs)
    return latest, runs[latest]


def rejection_of(store: Store, given: str, term: str) -> str | None:
    """What to say of a statement that somebody rejected; None: nobody did."""
    for correction, by in store.select(_REJECTION.replace("UNDEF", term)).rows:
        if correction and by:
            undo = f"kg corrections undo {shorten(correction.value)}"
            return f"{given} was rejected by {by.value}: {undo} takes that back, then it can be shown"
    return None


def no_statement(given: str) -> str:
    """What to say where somebody asks for a card of what has none: most often a name, an actor or an article."""
    actor = not given.startswith(("statement:", "http")) or "/actor/" in given
    hint = f'; for an actor: kg actors show "{given}"' if actor else ""
    return (
        f"the graph has no statement {given!r}: the column `statement` of kg query who-about-whom --format json "
        f"has their identifiers{hint}"
    )


class Names:
    """Labels of everything that a card shows, looked up in one go."""

    def __init__(self, store: Store, view: Properties, nodes: dict[str, Properties]) -> None:
        values = [value for properties in (view, *nodes.values()) for found in properties.values() for value in found]
        self._labels = node_labels(store, sorted({value for value in values if value.startswith("http")}))

    def of(self, properties: Properties, name: str) -> tuple[Named, ...]:
        """The values of a property (short name), with their labels."""
        return tuple(self.named(iri) for iri in properties.get(f"{NS}{name}", ()))

    def named(self, iri: str) -> Named:
        """The node with its label; without one, its IRI."""
        return Named(iri=iri, label=self._labels.get(iri, iri))

    def short(self, iri: str) -> str:
        """The label, else the last part of the IRI."""
        return self._labels.get(iri, iri.rpartition("/")[2])


def days_spoken_of(span: Properties) -> tuple[date | None, date | None]:
    """First and last day that a time expression of the content names; None: open on that side."""
    return day_of(first_of(span, f"{NS}spokenEarliest")), day_of(first_of(span, f"{NS}spokenLatest"))


def topics_of(record: Properties, nodes: dict[str, Properties]) -> tuple[Named, ...]:
    """The topics that the content is about: the record knows them by the words that name them."""
    found: dict[str, Named] = {}
    for key, span in spans_of(record, "aboutSpan"):
        base, _, place = span.partition("text/")
        for name in nodes.get(span, {}).get(f"{NS}denotesTopic", ()):
            iri = expand(topic_id(place.removesuffix(f"/{key}"), name), base)
            found.setdefault(iri, Named(iri=iri, label=name))
    return tuple(found.values())


def spans_of(record: Properties, name: str) -> list[tuple[str, str]]:
    """Key and IRI of each span, in the order of the article."""
    keyed = [(iri.rpartition("/")[2], iri) for iri in record.get(f"{NS}{name}", ())]
    return sorted(keyed, key=lambda pair: (pair[0][0] == "c", parse_span(pair[0])))


def first_of(properties: Properties, name: str) -> str | None:
    """The first value of a property (whole IRI), None where it has none."""
    return next(iter(properties.get(name, ())), None)


def concept_of(properties: Properties, name: str) -> str | None:
    """The short name of the concept that a property (short name) has, None where it has none."""
    iri = first_of(properties, f"{NS}{name}")
    return iri.rpartition("/")[2] if iri else None


def day_of(written: str | None) -> date | None:
    """A day as the graph writes it."""
    return date.fromisoformat(written) if written else None
