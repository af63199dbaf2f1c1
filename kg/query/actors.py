"""Which actor a user means: by IRI, by CURIE (`state:FRA`, `body:unsc`) or by exact name or alias."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import AmbiguousActor, ParameterError
from kg.vocab.ids import fold
from kg.vocab.prefixes import expand_curie, shorten

if TYPE_CHECKING:
    from kg.store.protocol import Store

ACTOR_CLASSES: Final = (
    "State", "Person", "GovernmentBody", "InternationalBody", "MediaOutlet", "Organisation", "ActorGroup",
    "UnnamedSource", "Document",
)  # fmt: skip

# Names of the view's actors (in whatever graph they stand) and of reference actors. An actor that only an old
# wording of an article knows is in neither.
_NAMES: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?actor ?name WHERE {
  VALUES ?name { UNDEF }
  VALUES ?kind { KINDS }
  {
    ?actor rdfs:label ?name ;
      a ?kind .
  } UNION {
    GRAPH ?graph { ?actor rdfs:label|skos:altLabel ?name ; a ?kind }
    FILTER(CONTAINS(STR(?graph), "/graph/ref/"))
  } UNION {
    GRAPH ?graph { ?actor skos:altLabel ?name }
    ?actor a ?kind .
  }
}
""".replace("KINDS", " ".join(f"dmr:{name}" for name in ACTOR_CLASSES))

_LABELS: Final = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?node ?label WHERE {
  VALUES ?node { UNDEF }
  { ?node rdfs:label ?label } UNION { GRAPH ?graph { ?node rdfs:label ?label } }
}
ORDER BY ?node ?label
"""


def find_actor(store: Store, value: str) -> str:
    """The IRI of the actor meant.

    A name is exact: the label or an alias of an actor, first as written, then without regard to case and blanks. An
    IRI or CURIE may also name an instrument or event, whatever has a label in this graph.

    Raises: AmbiguousActor: the name fits several. ParameterError: it fits none; the message has near names.
    """
    given = value.strip()
    iri = given if given.startswith(("http://", "https://", "urn:")) else expand_curie(given)
    if iri is not None and _is_known(store, iri):
        return iri
    fitting = _actors_named(store, given)
    if not fitting and iri is not None:
        raise ParameterError(f"nothing in this graph is called {given}")
    if not fitting:
        names = _all_names(store)
        folded = fold(given)
        fitting = {actor for name, actors in names.items() if fold(name) == folded for actor in actors}
        if not fitting:
            near = get_close_matches(given, sorted(names), n=4, cutoff=0.6)
            hint = f"near names: {', '.join(near)}" if near else "`kg query actors` lists all"
            raise ParameterError(f"no actor is called {given!r}; {hint}")
    if len(fitting) > 1:
        labels = node_labels(store, sorted(fitting))
        raise AmbiguousActor(given, tuple((shorten(actor), labels.get(actor, "")) for actor in sorted(fitting)))
    return next(iter(fitting))


def node_labels(store: Store, iris: list[str]) -> dict[str, str]:
    """The first label of each node that has one, in the view or, failing that, anywhere in the record."""
    if not iris:
        return {}
    terms = " ".join(str(ox.NamedNode(iri)) for iri in iris)
    found = store.select(_LABELS.replace("UNDEF", terms))
    labels: dict[str, str] = {}
    for node, label in found.rows:
        if node is not None and label is not None:
            labels.setdefault(node.value, label.value)
    return labels


def _is_known(store: Store, iri: str) -> bool:
    try:
        return bool(node_labels(store, [iri]))
    except ValueError as broken:
        raise ParameterError(f"{iri!r} is no valid IRI: {broken}") from broken


def _actors_named(store: Store, name: str) -> set[str]:
    forms = f"{ox.Literal(name)} {ox.Literal(name, language='en')}"
    return {actor.value for actor, _ in store.select(_NAMES.replace("UNDEF", forms)).rows if actor is not None}


def _all_names(store: Store) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for actor, name in store.select(_NAMES).rows:
        if actor is not None and name is not None:
            names.setdefault(name.value, set()).add(actor.value)
    return names
